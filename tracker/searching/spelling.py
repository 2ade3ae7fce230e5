"""The words written in the food table, and what an unfinished, mistyped or run-together word may stand for."""

from bisect import bisect_left
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from rapidfuzz import process
from rapidfuzz.distance import OSA

from tracker.words import singular, words_of

# A shorter word is more often another word than a slip of one; in it only letters that changed places are put back
# ("mlik"), and a letter that makes it this long is added ("aple").
SHORTEST_TYPO: Final = 5
# From this length two slips still leave a word that is like no other ("brocolli", "mozarela").
SHORTEST_TWO_TYPOS: Final = 7
_MOST_CORRECTIONS: Final = 20
_BEHIND_EVERY_LETTER: Final = "\U0010ffff"

Normal = tuple[str, ...]


class Spelling:
    """The written words of a table and their normal forms."""

    def __init__(self, normal_forms: Mapping[str, Normal]) -> None:
        self._normal = normal_forms
        self._written = sorted(normal_forms)
        self._correctable = [word for word in self._written if len(word) >= SHORTEST_TYPO - 1]
        self._known = frozenset(part for normal in normal_forms.values() for part in normal)
        self.corrections: Callable[[str, bool], tuple[Normal, ...]] = lru_cache(maxsize=4096)(self._corrections)

    def completions(self, beginning: str) -> list[Normal]:
        """Return the normal forms of the written words that begin so, in the order of the alphabet."""
        start = bisect_left(self._written, beginning)
        end = bisect_left(self._written, beginning + _BEHIND_EVERY_LETTER, lo=start)
        return self._forms(self._written[start:end])

    def parts(self, word: str) -> Normal:
        """Return the two known words that an unknown one is made of ("almondmilk"); empty if it is not."""
        for cut in range(len(word) - 3, 2, -1):
            parts = words_of(word[:cut]) + words_of(word[cut:])
            if self._known.issuperset(parts):
                return parts
        return ()

    def _corrections(self, word: str, unfinished: bool) -> tuple[Normal, ...]:
        """Return the normal forms one slip (insert, delete, replace, swap) away from a written word, likelier first.

        Two slips count in a long word when there is nothing nearer. unfinished: it may be the beginning of a word.
        Slips in the first letter are rare and come last; in an unfinished or long word they are not looked for.
        """
        if len(word) < SHORTEST_TYPO - 1 or not word.isalpha():
            return ()
        found = self._one_slip(word) or self._one_slip(singular(word))
        if not found and len(word) >= SHORTEST_TYPO:
            alike = [written for written in self._correctable if written[0] == word[0]]
            if unfinished:
                found = _begun(word, alike)
            if not found and len(word) >= SHORTEST_TWO_TYPOS:
                found = _near(word, alike, 2)
        return tuple(self._forms(sorted(found, key=lambda written: (written[0] != word[0], written))))

    def _one_slip(self, word: str) -> list[str]:
        return [
            written
            for written in _near(word, self._correctable, 1)
            if max(len(word), len(written)) >= SHORTEST_TYPO or sorted(word) == sorted(written)
        ]

    def _forms(self, written: Iterable[str]) -> list[Normal]:
        return list(dict.fromkeys(map(self._normal.__getitem__, written)))


def _near(word: str, choices: Collection[str], slips: int) -> list[str]:
    """Return the choices at most so many slips away (optimal string alignment: a swap of neighbours is one)."""
    found = process.extract(word, choices, scorer=OSA.distance, score_cutoff=slips, limit=_MOST_CORRECTIONS)
    return [choice for choice, _, _ in found]


def _begun(word: str, choices: Sequence[str]) -> list[str]:
    """Return the choices whose beginning, as long as the word or a letter longer, is one slip away."""
    beginnings = {choice[:length] for choice in choices for length in (len(word), len(word) + 1)}
    near = tuple(_near(word, sorted(beginnings), 1))
    return [choice for choice in choices if choice.startswith(near)]
