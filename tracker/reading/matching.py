"""The food that some words of a line mean, and how sure that is."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache, partial
from itertools import pairwise
from typing import Final

from tracker.foods import Food
from tracker.reading.name_book import NameBook
from tracker.reading.states import answered, contradicts
from tracker.search import Finder, Hit, normalised_words
from tracker.searching.slips import is_slip
from tracker.words import COOKED_WORDS, OPTIONAL_WORDS

# How many foods a search for one item looks at; enough to find the next best after near-twins.
_LIMIT: Final = 12
_REMEMBERED: Final = 1_000
_MOST_CHARACTERS: Final = 120
# A word this short is never what a mistyped one was meant to be.
_SHORTEST_CORRECTED: Final = 4
# Foods of one head ("Milk, whole", "Milk, skim") lie this near in points when a query names neither.
_KIN_POINTS: Final = 6.0

# Words of a name that say how a food is, not which it is.
_STATES: Final = (
    COOKED_WORDS
    | OPTIONAL_WORDS
    | frozenset(
        "raw fresh canned frozen dried dry drained plain unsalted salted regular whole without with skin bone meat"
        " flesh only"
        " not unsweetened sweetened enriched unenriched added all type variety kind commercial commercially"
        " prepared ready eat"
        " average mature seed edible portion solid liquid light dark white red green yellow brown atlantic wild"
        " farmed grade"
        " fluid milkfat vitamin regular hard soft crude fat trimmed separable lean toasted nfs usda commodity"
        " instant unprepared".split()
    )
)
# States that nobody means unless they say so; a food as it is usually eaten has none of them.
_UNUSUAL: Final = frozenset(
    "fried breaded battered smoked candied pickled powder powdered dehydrated flour juice oil baby condensed evaporated"
    " imitation substitute reduced diet malted".split()
)
# How animals were kept or fed changes none of the amounts the table knows.
_HUSBANDRY: Final = frozenset(
    "omega-3 omega3 free-range freerange grass-fed cage-free pasture-raised line-caught fair-trade freshly-made"
    " home-made".split()
)
_AS_EATEN: Final = ("legumes", "meat", "fish", "seafood")
_GROWN: Final = ("vegetables", "greens", "fruit", "mushrooms")
# Names that begin or end with one of these are told apart by their other words.
_SHELVES: Final = frozenset("cheese mushroom pepper sausage squash seaweed fish bread soup spice".split())
# What spices and sauces are unless something else is said.
_AS_SOLD: Final = frozenset(("ground", "sauce"))
_COMPANY: Final = re.compile(r"\b(?:with|and|in)\b|&")
# What may be said with a food and makes it no other food.
_BESIDE: Final = frozenset("skin skins bone bones peel shell rind fat salt the no added on its".split())
_WITH: Final = ("with", "w")
_BRAND: Final = re.compile(r"\b[A-Z]{4,}")  # USDA writes brands in capitals
_KEPT: Final = frozenset("canned frozen dried pickled".split())
_UNCOOKED: Final = frozenset("raw dry uncooked dried unprepared".split())


@dataclass(frozen=True, slots=True)
class Match:
    """The best food for some words. question: what is unsure about it, one sentence; None when it is plain.

    exact: the words are one of its names. full_name: they are its very name in the table, state and all.
    """

    food: Food | None
    others: tuple[Food, ...] = ()
    question: str | None = None
    exact: bool = False
    full_name: bool = False

    @property
    def sure(self) -> bool:
        """Whether nothing about the food has to be asked."""
        return self.food is not None and self.question is None

    @property
    def is_branded(self) -> bool:
        """Whether the food is one maker's."""
        return self.food is not None and _BRAND.search(self.food.source_name) is not None


class Matcher:
    """Finds foods for the words of an item."""

    def __init__(self, index: Finder, book: NameBook) -> None:
        # People log the same few dozen foods; what a person logs is weighed in afterwards, so the hits are anybody's.
        self._search = lru_cache(maxsize=_REMEMBERED)(partial(index.search, limit=_LIMIT, partial=False))
        self._book = book

    def match(self, words: Sequence[str], familiar: Mapping[str, float]) -> Match:
        """Return the food that the words name; no food when none comes near. Never raises."""
        words = [word for word in words if word not in _HUSBANDRY] or words
        text = " ".join(words)
        if not text:
            return Match(None, question="Which food?")
        if len(text) > _MOST_CHARACTERS:
            return Match(None, question="That is too long for the name of one food.")
        known = self._known(words)
        hits = self._search(text)
        if known is not None:
            return Match(known, tuple(hit.food for hit in hits if hit.food.id != known.id), exact=True, full_name=True)
        if not hits:
            return Match(None, question=f"No food is called {text!r}.")
        match = self._judged(text, hits, familiar)
        return match if match.sure else self._plainer(words, match, familiar) or match

    def _plainer(self, words: Sequence[str], match: Match, familiar: Mapping[str, float]) -> Match | None:
        """Return the plain food of "coffee with milk" or "peanut butter toast", asked about, where no food is that.

        None when the doubtful match names nothing besides what was said, or there is no plain food.
        """
        if match.food is None or (_says_just(match.food, words) and not _lacks_company(match.food, " ".join(words))):
            return None
        place = next((place for place, word in enumerate(words) if place > 0 and word in _WITH), None)
        if place is not None:
            if all(word in _BESIDE for word in words[place + 1 :]):
                return None
            ends = [(words[:place], words[place + 1 :])]
        else:
            # The thing itself stands last; what stands before it may be what it is had with.
            ends = [(words[cut:], words[:cut]) for cut in range(1, len(words))]
            ends = [end for end in ends if not all(word in _STATES for word in end[0])] if match.is_branded else []
        for plain, rest in ends:
            found = self.match(plain, familiar)
            if found.food is not None and (found.sure or place is not None):
                others = (match.food, *match.others) if place is None else tuple(found.others)
                question = f"Only {found.food.name}? Write {' '.join(rest)!r} as an item of its own."
                return Match(found.food, others, question)
        return None

    def _known(self, words: Sequence[str]) -> Food | None:
        """Return the food whose very name the words are: "Spinach, raw", also with a cut before it."""
        food = self._book.get(" ".join(words))
        if food is not None and (food.is_own or food.name.lower() == " ".join(words)):
            return food
        if len(words) > 1 and all(word in OPTIONAL_WORDS for word in words[:-1]) and not words[-1].isalpha():
            food = self._book.get(words[-1])
        else:
            food = None
        return food if food is not None and food.name.lower() == words[-1] else None

    def _judged(self, text: str, hits: Sequence[Hit], familiar: Mapping[str, float]) -> Match:
        asked = normalised_words(text)
        fitting = [hit for hit in hits if hit.missing == hits[0].missing and not contradicts(hit.food, asked)]
        best = _so_called(fitting, frozenset(asked), familiar) if fitting else hits[0]
        others = tuple(hit.food for hit in hits if hit is not best)
        words = _parted(frozenset(asked), best.food)
        exact = _is_called(best.food, words)
        return Match(best.food, others, self._doubt(text, words, best, hits, exact), exact and not best.typo)

    def _doubt(self, text: str, asked: frozenset[str], best: Hit, hits: Sequence[Hit], exact: bool) -> str | None:
        food = best.food
        if contradicts(food, asked) or _lacks_company(food, text):
            return f"Is {food.name} meant by {text!r}?"
        missing = [word for word in dict.fromkeys(best.missing) if word not in answered(food)]
        if missing:
            unknown = ", ".join(missing).replace("no-", "no ")
            return f"Is {food.name} meant? It says nothing about {unknown!r}."
        name_words = frozenset(normalised_words(food.name))
        raw = bool(name_words & _UNCOOKED) and not asked & (_UNCOOKED | {"fresh"})
        if exact and not best.typo and not (raw and food.group == "meat"):
            return None
        if best.typo and not self._plain_typo(best, asked, hits):
            return f"Is {food.name} meant by {text!r}?"
        rivals = [hit for hit in hits if hit is not best and not hit.missing]
        if not best.typo and not self._close(food, asked, alone=not rivals):
            return f"Is {food.name} meant by {text!r}?"
        strange = (name_words & _UNUSUAL) - asked
        if strange and not food.staple:
            return f"Is {food.name} meant by {text!r}?"
        if food.group in _AS_EATEN and raw:
            return f"Raw or cooked: is {food.name} meant?"
        return None

    @staticmethod
    def _plain_typo(best: Hit, asked: frozenset[str], hits: Sequence[Hit]) -> bool:
        """Whether corrected words can only be this food: everyday, with the same first letters, no rival near."""
        words = frozenset(word for name in (best.food.name, *best.food.also) for word in normalised_words(name))
        meant = {word for word in words - asked if len(word) >= _SHORTEST_CORRECTED}
        if not best.food.staple:
            return False
        for word in asked - words:
            if not any(word[0] == other[0] and is_slip(word, other) for other in meant):
                return False
        rivals = [hit for hit in hits[1:4] if hit.food.staple and not hit.missing and best.score - hit.score < 2.0]
        return all(rival.food.group == best.food.group for rival in rivals)

    @staticmethod
    def _close(food: Food, asked: frozenset[str], *, alone: bool) -> bool:
        """Whether one of the food's names is little more than what was asked; alone: no other food answers to it."""
        unsaid = asked | _STATES | (_AS_SOLD if food.group == "other" else frozenset())
        for name in (food.name, *food.also):
            head, _, rest = name.partition(",")
            extra = frozenset(normalised_words(head)) - unsaid
            if extra and extra <= _SHELVES and (food.staple or alone):
                extra = frozenset()  # "Cheese, paneer", "Jalapeno peppers"
            if extra:
                continue
            more = frozenset(normalised_words(rest)) - unsaid
            if food.staple or not more:
                return True
        return False


def _parted(asked: frozenset[str], food: Food) -> frozenset[str]:
    """Return the words with "orangejuice" parted, where the food is called by both, one behind the other."""
    names = [normalised_words(name) for name in (food.name, *food.also)]
    pairs = {first + second: {first, second} for name in names for first, second in pairwise(name)}
    return frozenset(part for word in asked for part in pairs.get(word, {word}))


def _lacks_company(food: Food, text: str) -> bool:
    """Whether a food "with" another is asked for ("bread with cheese") and no name of this one says so."""
    _, found, company = f" {text} ".replace(" w ", " with ").partition(" with ")
    if not found or all(word in _BESIDE for word in company.split()):
        return False
    return not any(_COMPANY.search(name.lower()) for name in (food.name, food.source_name))


def _says_just(food: Food, words: Sequence[str]) -> bool:
    """Whether one of the food's names holds all the words, and nothing besides but states."""
    asked = frozenset(normalised_words(" ".join(words)))
    names = (frozenset(normalised_words(name)) for name in (food.name, *food.also))
    return any(asked <= name <= asked | _STATES for name in names)


def _is_called(food: Food, asked: frozenset[str]) -> bool:
    """Whether the words are one of the food's names, all of it."""
    return any(frozenset(normalised_words(name)) == asked for name in (food.name, *food.also))


def _so_called(hits: Sequence[Hit], asked: frozenset[str], familiar: Mapping[str, float]) -> Hit:
    """Return the hit that is meant: one whose own name is just that ("baked beans"), else the best or its kin."""
    if frozenset(normalised_words(hits[0].food.name)) & asked != asked:
        for hit in hits:
            if frozenset(normalised_words(hit.food.name.partition(",")[0])) == asked and hit.food.staple:
                return hit
    return _favourite(_as_grown(hits, asked), familiar)


def _as_grown(hits: Sequence[Hit], asked: frozenset[str]) -> Sequence[Hit]:
    """Return the hits from the first fresh one on, where a vegetable or fruit was not said to be canned or frozen."""
    best = hits[0]
    kept = frozenset(normalised_words(best.food.name)) & _KEPT - asked
    if not kept or best.food.group not in _GROWN:
        return hits
    kind = normalised_words(best.food.name)[0]
    for place, hit in enumerate(hits):
        words = normalised_words(hit.food.name)
        if hit.food.staple and hit.food.group == best.food.group and words[0] == kind and not _KEPT & frozenset(words):
            return hits[place:]
    return hits


def _favourite(hits: Sequence[Hit], familiar: Mapping[str, float]) -> Hit:
    """Return the best hit, or its kin that the person logs more: "milk" is the milk they always drink."""
    best = hits[0]
    kin = [
        hit
        for hit in hits
        if best.score - hit.score <= _KIN_POINTS and _kind_and_state(hit.food) == _kind_and_state(best.food)
    ]
    return max(kin, key=lambda hit: familiar.get(hit.food.id, 0.0))


def _kind_and_state(food: Food) -> tuple[str, str, frozenset[str]]:
    words = frozenset(normalised_words(food.name))
    return food.group, food.name.partition(",")[0], words & (_UNCOOKED | COOKED_WORDS | _UNUSUAL | {"canned", "frozen"})
