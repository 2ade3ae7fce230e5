"""Search: words -> ranked foods, in any order, British or American, unfinished or with a typo.

A row is a name of a food. Each word of the query that the row holds gives back the penalty the row has for it, and more
if it is the head of the name, the thing itself; a food's score is that of its best row. The sums are taken over all
rows at once, so that a common word costs hardly more than a rare one.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from tracker.foods import Food
from tracker.searching.query import QueryReader, Term
from tracker.searching.rows import NameRows, Points
from tracker.words import OPTIONAL_WORDS, normalised_words

__all__ = ["Finder", "FoodIndex", "Hit", "normalised_words"]

EXACT_NAME: Final = 4.0  # the query is one of the food's names, word for word
SAME_ORDER: Final = 0.6  # and in the same order: "milk chocolate" is no chocolate milk
FAMILIAR: Final = 2.0  # logged once, and as much again for each doubling
COVERAGE: Final = 1000.0  # what all words answered are worth: no other sum comes near
# A food that answers to less of the query, by weight, than this share of the best is not shown.
LEAST_SHARE: Final = 0.75
_NO_ROUNDING: Final = 1e-9

Numbers = NDArray[np.intp]


@dataclass(frozen=True, slots=True)
class Hit:
    """A food found.

    score: higher is better, comparable within one search. missing: words of the query, in normal form, that the food
    does not answer to; empty when everything matched. typo: a word was only matched after correction.
    """

    food: Food
    score: float
    missing: tuple[str, ...]
    typo: bool


class Finder(Protocol):
    """Whatever foods are found with: the index of the table, or that with a person's own foods over it."""

    def search(
        self, text: str, limit: int = 50, *, familiar: Mapping[str, float] | None = None, partial: bool = True
    ) -> list[Hit]:
        """Return the foods that answer to the text, as `FoodIndex.search` does."""


class FoodIndex:
    """An index of words over foods, built once; searching changes nothing but caches of words already typed."""

    def __init__(self, foods: Iterable[Food]) -> None:
        """Build the index, which takes about 0.2 s for 9,000 foods. The order of `foods` does not matter."""
        self._foods = sorted(foods, key=lambda food: (-food.staple, len(food.name), food.id))
        self._number = {food.id: number for number, food in enumerate(self._foods)}
        self._rows = NameRows(self._foods)
        self._reader = QueryReader(self._rows)

    def search(
        self, text: str, limit: int = 50, *, familiar: Mapping[str, float] | None = None, partial: bool = True
    ) -> list[Hit]:
        """Return the foods that answer to the text, best first, at most `limit`.

        Foods that answer to all words come first; those that lack some say which. familiar: food id -> how often this
        person logs it, lifts such foods among those that answer equally well. partial: the last word may be unfinished,
        as while typing. Any text is allowed; one without words finds nothing.
        """
        terms = self._reader.terms(text, unfinished=partial and not text[-1:].isspace())
        weights = self._reader.weights(terms)
        score, share = self._rows.base.copy(), np.zeros(len(self._rows.base))
        for term, weight in zip(terms, weights, strict=True):
            score[term.posting.rows] += term.posting.points
            share[term.posting.rows] += weight
        words = tuple(term.likely for term in terms)
        for row, in_order in self._rows.exact.get(frozenset(words), ()):
            score[row] += EXACT_NAME + (SAME_ORDER if words == in_order else 0.0)
        numbers, scores = self._best_rows(score + COVERAGE * share, share >= _least_share(terms, weights, share))
        if familiar:
            scores += self._lifts(familiar)[numbers]
        best = _highest(scores, limit)
        return self._hits(numbers[best], scores[best], terms)

    def _best_rows(self, score: Points, answers: NDArray[np.bool_]) -> tuple[Numbers, Points]:
        """Return the foods with a row that answers, and the score of their best such row."""
        rows = np.flatnonzero(answers)
        if not len(rows):
            return rows, score[rows]
        numbers = self._rows.food_of_row[rows]
        starts = np.flatnonzero(np.diff(numbers, prepend=-1))
        return numbers[starts], np.maximum.reduceat(score[rows], starts)

    def _lifts(self, familiar: Mapping[str, float]) -> Points:
        """Return the points each food gets for being logged often."""
        lifts = np.zeros(len(self._foods))
        for food_id, times in familiar.items():
            number = self._number.get(food_id)
            if number is not None and times > 0:
                lifts[number] = FAMILIAR * (1.0 + math.log2(1.0 + times))
        return lifts

    def _hits(self, numbers: Numbers, scores: Points, terms: Sequence[Term]) -> list[Hit]:
        first_rows = self._rows.first_row[numbers]
        missing: list[list[str]] = [[] for _ in numbers]
        typo = np.zeros(len(numbers), dtype=np.bool_)
        for term in terms:
            if term.word not in OPTIONAL_WORDS:
                answers = np.zeros(len(self._rows.base), dtype=np.bool_)  # np.isin takes several times as long
                answers[term.posting.rows] = True
                holds = answers[first_rows]
                typo |= holds & term.typo
                for place in np.flatnonzero(holds if term.unwanted else ~holds):
                    missing[place].append(term.word)
        return [
            Hit(self._foods[number], score, tuple(words), slip)
            for number, score, words, slip in zip(
                numbers.tolist(), scores.tolist(), missing, typo.tolist(), strict=True
            )
        ]


def _least_share(terms: Sequence[Term], weights: Sequence[float], share: Points) -> float:
    """Return the share a food must answer to: near the best, and more than states alone ("raw" of "raw xyz")."""
    states = sum(weight for term, weight in zip(terms, weights, strict=True) if term.state)
    above_states = states + _NO_ROUNDING if states < 1.0 - _NO_ROUNDING else 0.0
    return max(LEAST_SHARE * float(share.max(initial=0.0)), above_states, _NO_ROUNDING)


def _highest(scores: Points, limit: int) -> Numbers:
    """Return the places of the highest scores, highest first."""
    best = np.arange(len(scores))
    if len(scores) > max(limit, 0):
        best = np.argpartition(-scores, max(limit, 1) - 1)[: max(limit, 0)]
    return best[np.argsort(-scores[best])]
