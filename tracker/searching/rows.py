"""The names of all foods as rows, and which rows hold a word.

Every name of a food, its own and each other one, is one row. A row starts at the penalty of all its words; what a word
in it is worth to a query is kept with the word (see names.py). A food's rows stand together, its own name first.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tracker.foods import Food
from tracker.searching.names import implied_words, static_score, weighed_words
from tracker.synonyms import SAME_WORD
from tracker.words import tokens, words_of

Rows = NDArray[np.int32]
Points = NDArray[np.float64]

HEAD: Final = 5.0  # a query that names the thing itself
OTHER_NAME: Final = -0.2  # of two equal foods the one so named comes before the one also named so
OTHER_NAME_WEIGHT: Final = 2.0  # "gooseberry" is little of "chinese gooseberry", a kiwi
_TIE: Final = 1e-6  # per place in the fixed order of foods, so that no two foods are ever equal


@dataclass(frozen=True, slots=True)
class Posting:
    """The rows that hold a word, each once, and the points it gives in each."""

    rows: Rows
    points: Points

    def plus(self, points: float) -> "Posting":
        """Return the same rows with so many points more."""
        return Posting(self.rows, self.points + points) if points else self


@dataclass(slots=True)
class _Lists:
    """What is gathered while building; words, rows and points are parallel, one place for each word of each row."""

    base: list[float] = field(default_factory=list)
    titles: list[str] = field(default_factory=list)
    first_row: list[int] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    points: list[float] = field(default_factory=list)
    exact: dict[frozenset[str], list[tuple[int, tuple[str, ...]]]] = field(default_factory=dict)

    def add_row(self, title: str, weights: Mapping[str, float], head: str | None, static: float) -> None:
        row = len(self.base)
        self.base.append(static - sum(weights.values()))
        self.titles.append(title)
        self.add_words(weights, row, [weight + HEAD if word == head else weight for word, weight in weights.items()])
        self.exact.setdefault(frozenset(weights), []).append((row, tuple(weights)))

    def add_words(self, words: Iterable[str], row: int, points: Sequence[float]) -> None:
        self.words += words
        self.rows += [row] * len(points)
        self.points += points


class NameRows:
    """The rows of some foods.

    base: points of each row for no word. first_row: of each food. food_of_row: number of the food of each row. exact:
    rows, each with its words in order, by the set of these words. postings: by word. normal_forms: of the words as
    written in the names, and of their synonyms.
    """

    def __init__(self, foods: Sequence[Food]) -> None:
        lists = _Lists()
        for number, food in enumerate(foods):
            _add_food(lists, food, static_score(food) - _TIE * number)
        self.base: Points = np.array(lists.base)
        self.first_row: Rows = np.array(lists.first_row, dtype=np.int32)
        lengths = np.diff([*lists.first_row, len(lists.base)])
        self.food_of_row: NDArray[np.intp] = np.repeat(np.arange(len(foods)), lengths)
        self.exact: Mapping[frozenset[str], Sequence[tuple[int, tuple[str, ...]]]] = lists.exact
        self.postings = _grouped(lists.words, lists.rows, lists.points)
        self.normal_forms = self._normal_forms(lists.titles)

    def merged(self, postings: Sequence[Posting]) -> Posting:
        """Return one posting with every row of several, and the most points that one of them gives there."""
        if len(postings) == 1:
            return postings[0]
        best = np.full(len(self.base), -np.inf)
        for posting in postings:
            best[posting.rows] = np.maximum(best[posting.rows], posting.points)
        rows = np.flatnonzero(best > -np.inf).astype(np.int32)
        return Posting(rows, best[rows])

    def _normal_forms(self, titles: Iterable[str]) -> dict[str, tuple[str, ...]]:
        written = tokens(" ".join(set(" ".join(titles).split())))
        forms = {word: words_of(word) for word in chain(written, SAME_WORD)}
        return {word: normal for word, normal in forms.items() if all(part in self.postings for part in normal)}


def _add_food(lists: _Lists, food: Food, static: float) -> None:
    first_row = len(lists.base)
    lists.first_row.append(first_row)
    own, head = weighed_words(food.name, food.group)
    lists.add_row(food.name, own, head, static)
    words = set(implied_words(food, own))
    for title in food.also:
        weights, head = weighed_words(title, food.group)
        words.update(weights)
        heavier = {word: OTHER_NAME_WEIGHT * weight for word, weight in weights.items()}
        lists.add_row(title, heavier, head, static + OTHER_NAME)
    # The first row answers to every word of the food, so that a query may mix two of its names.
    words.difference_update(own)
    lists.add_words(words, first_row, [0.0] * len(words))


def _grouped(words: Sequence[str], rows: Sequence[int], points: Sequence[float]) -> dict[str, Posting]:
    """Return the posting of each word; the three sequences are parallel."""
    number_of = {word: number for number, word in enumerate(dict.fromkeys(words))}
    numbers = np.fromiter((number_of[word] for word in words), dtype=np.int32, count=len(words))
    order = np.argsort(numbers, kind="stable")
    sorted_rows, sorted_points = np.array(rows, dtype=np.int32)[order], np.array(points)[order]
    ends = np.cumsum(np.bincount(numbers, minlength=len(number_of))).tolist()
    return {
        word: Posting(sorted_rows[start:end], sorted_points[start:end])
        for word, start, end in zip(number_of, [0, *ends], ends, strict=False)
    }
