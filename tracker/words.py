"""Words as the search compares them: folded, singular, in one spelling.

Names and queries pass through the same function, so a word needs to come out the same from both; it need not be good
English. Where British and American differ, the American word stands for both, as in the table.
"""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final

from tracker.synonyms import SAME_PHRASE, SAME_WORD

# Longer texts are not a search; what follows is not read, so that a pasted page costs no more than a line.
MAX_CHARACTERS: Final = 400

_TOKEN: Final = re.compile(r"\d+[.,]\d+%?|[^\W_]+%?")
_RANGE_OF_PERCENT: Final = re.compile(r"(\d+)\s*[-–]\s*(\d+)\s*%")
_SPACE_BEFORE_PERCENT: Final = re.compile(r"(?<=\d)\s*(?:%|percent\b|per cent\b)")
# Apostrophes, and the accents that NFKD parts from their letters.
_DROPPED: Final = re.compile("['’‘`´\u0300-\u036f]")

STOP_WORDS: Final = frozenset(
    "a an and as at by for from i in is it its my of on or our some that the this to w with your".split()
)

# Words that say how a food was cut, how much of it there is or where it came from, not what is in it. A food need not
# answer to them.
OPTIONAL_WORDS: Final = frozenset(
    "big bio boneless bottle bought bowl bunch chopped chunk cold cored crumbled cube cubed cup cut deseeded diced "
    "farm fine freshly glass good gram grated halved handful homemade hulled julienned large leftover local medium ml "
    "mug natural nice organic ounce own oz peeled piece pitted plate portion prewashed quartered ripe serving shelled "
    "shredded slice sliced small store tablespoon tbsp teaspoon tsp warm washed wedge".split()
)

# Heat applied without fat or coating: any of these answers to any other, the very word first.
COOKED_WORDS: Final = frozenset(
    "baked barbecued boiled braised broiled cooked grilled heated microwaved poached prepared roasted sauteed simmered "
    "steamed stewed".split()
)
STATE_WORDS: Final = COOKED_WORDS | frozenset(
    "canned dehydrated dried dry fresh fried frozen plain raw salted smoked uncooked unsalted unsweetened whole".split()
)

_IRREGULAR: Final[Mapping[str, str]] = {
    "calves": "calf",
    "geese": "goose",
    "halves": "half",
    "knives": "knife",
    "leaves": "leaf",
    "loaves": "loaf",
    "octopi": "octopus",
}
# Singulars that look like plurals, and plurals that only lose their "s".
_NOT_PLURAL: Final = frozenset("cassis gas haggis molasses swiss".split())
_LOSES_ONLY_S: Final = frozenset(
    "aloes brioches brownies ceviches cookies hoagies pierogies pies quiches roes sloes slushies smoothies "
    "veggies".split()
)


def folded(text: str) -> str:
    """Return the text in lower case, without accents and apostrophes ("Crème" -> "creme", "cow's" -> "cows")."""
    if text.isascii():
        plain = text.lower()
        return plain.replace("'", "") if "'" in plain else plain
    return _DROPPED.sub("", unicodedata.normalize("NFKD", text).casefold())


def tokens(text: str) -> list[str]:
    """Return the words of a text as written, folded; a percentage is one word ("70-85 %" -> "70%", "85%")."""
    plain = folded(text)
    if "%" in plain or "per" in plain:
        plain = _SPACE_BEFORE_PERCENT.sub("%", _RANGE_OF_PERCENT.sub(r"\1% \2%", plain))
    return _TOKEN.findall(plain)


@lru_cache(maxsize=20_000)
def singular(word: str) -> str:
    """Return the singular of a folded word; a word that is none stays ("asparagus", "hummus", "swiss")."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word.endswith(("ss", "us")) or word in _NOT_PLURAL:
        return word
    if word in _LOSES_ONLY_S:
        return word[:-1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("oes", "ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1]


@lru_cache(maxsize=20_000)
def words_of(token: str) -> tuple[str, ...]:
    """Return the normal form of one folded word: usually one word, two for a compound ("soymilk" -> "soy", "milk")."""
    word = singular(token)
    same = SAME_WORD.get(word)
    return tuple(same.split()) if same else (word,)


_LONGEST_PHRASE: Final = max(len(phrase.split()) for phrase in SAME_PHRASE)
_PHRASE_STARTS: Final = frozenset(phrase.split()[0] for phrase in SAME_PHRASE)
NEGATION: Final = "no-"
_NEGATIONS: Final = frozenset(("no", "without"))


def normalised_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in their normal form, in order, without stop words; words may repeat.

    "Aubergines, grilled" -> ("eggplant", "grilled"). What follows "no" or "without" is one word with it ("no-cheese"),
    so that it is never taken for the thing itself. Never raises; an empty tuple when there is no word.
    """
    written = tokens(text[:MAX_CHARACTERS])
    words = [_alone(token) for token in written]
    return tuple(_with_phrases(written)) if None in words else tuple(chain.from_iterable(filter(None, words)))


@lru_cache(maxsize=20_000)
def _alone(token: str) -> tuple[str, ...] | None:
    """Return the normal form of a word that means the same in any company; None if it may begin a phrase."""
    word = singular(token)
    if word in _PHRASE_STARTS or word in _NEGATIONS:
        return None
    return () if word in STOP_WORDS else words_of(word)


def _with_phrases(written: Sequence[str]) -> Iterator[str]:
    singulars = [singular(token) for token in written]
    position = 0
    while position < len(singulars):
        word = singulars[position]
        length, same = _phrase_at(singulars, position) if word in _PHRASE_STARTS else (0, "")
        if length:
            yield from same.split()
        elif word in _NEGATIONS and position + 1 < len(singulars):
            length = 2
            yield NEGATION + singulars[position + 1]
        else:
            length = 1
            if word not in STOP_WORDS:
                yield from words_of(word)
        position += length


def _phrase_at(singulars: Sequence[str], position: int) -> tuple[int, str]:
    """Return the length and the normal form of the longest phrase that begins here; length 0 if none does."""
    for length in range(min(_LONGEST_PHRASE, len(singulars) - position), 1, -1):
        same = SAME_PHRASE.get(" ".join(singulars[position : position + length]))
        if same is not None:
            return length, same
    return 0, ""
