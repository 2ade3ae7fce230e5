"""The full names of foods inside a line.

A name may hold what otherwise parts a line: commas ("Spinach, cooked"), "and" ("mac and cheese"), digits ("2% milk").
Such names are found first and stay whole.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from tracker.foods import Food
from tracker.reading.tokens import Token, normalised
from tracker.search import normalised_words

_FIRST_WORD: Final = re.compile(r"\w+")
_PARTED: Final = re.compile(r"[^\w\s'-]|\d|\b(?:and|with|or|half|to)\b")
_JOINED: Final = re.compile(r"\b(?:and|n)\b|&")
_DIGIT_WORD: Final = re.compile(r"\b\d+[a-z][a-z]+\b")


def is_parted(plain: str) -> bool:
    """Whether a name in plain signs holds what otherwise parts a line or is read as an amount."""
    return _PARTED.search(plain) is not None


@dataclass(frozen=True, slots=True)
class Span:
    """A known name in a line: from `start` to `end` of the line in plain signs, and whose it is.

    food: None for the name of a saved meal.
    """

    start: int
    end: int
    food: Food | None


class NameBook:
    """All names of a table, for exact look-up; built once."""

    def __init__(self, foods: Iterable[Food]) -> None:
        """foods: in the order in which an equal other name is to be preferred."""
        self._foods: dict[str, Food] = {}
        self._parted: dict[str, list[str]] = {}
        self._joined: dict[frozenset[str], Food] = {}
        self.digit_words: set[str] = set()
        ranked = sorted(foods, key=lambda food: -food.staple)
        for food in ranked:
            self._add(food.name, food)
        for food in ranked:
            for name in food.also:
                self._add(name, food)
        for names in self._parted.values():
            names.sort(key=len, reverse=True)

    def _add(self, name: str, food: Food) -> None:
        plain = name.lower() if name.isascii() else normalised(name)[0]
        if plain in self._foods:
            return
        self._foods[plain] = food
        if _PARTED.search(plain):
            self._keep_whole(plain)
        if _JOINED.search(plain):
            self._joined.setdefault(frozenset(normalised_words(plain)), food)

    def _keep_whole(self, plain: str) -> None:
        """Let a name in plain signs be found as one; a name without any word or digit cannot be."""
        first = _FIRST_WORD.search(plain)
        if first is not None:
            self._parted.setdefault(first[0], []).append(plain)
        self.digit_words.update(_DIGIT_WORD.findall(plain))

    def get(self, name: str) -> Food | None:
        """Return the food with exactly this name or other name, in lower case."""
        return self._foods.get(name)

    def joined(self, text: str) -> Food | None:
        """Return the food of a name with "and", also in other forms of its words ("macaronis & cheese")."""
        return self._joined.get(frozenset(normalised_words(text)))

    def spans(self, text: str) -> Iterator[Span]:
        """Yield the known names in a text that would otherwise be parted, the longest at each place.

        text: lower case, plain signs.
        """
        place = 0
        while place < len(text):
            word = _FIRST_WORD.search(text, place)
            if word is None:
                return
            span = self.span_at(text, word.start(), word[0])
            if span is None:
                place = word.end()
            else:
                yield span
                place = span.end

    def span_at(self, text: str, start: int, first: str) -> Span | None:
        """Return the longest such name whose first word, `first`, is at `start`."""
        for name in self._parted.get(first, ()):
            begin = start - name.index(first)
            end = begin + len(name)
            if begin >= 0 and text.startswith(name, begin) and not text[end : end + 1].isalnum():
                return Span(begin, end, self._foods.get(name))
        return None


def with_names(tokens: list[Token], text: str, origin: list[int], book: NameBook) -> list[Token]:
    """Return the tokens with each known name that would be parted made one word."""
    spans = list(book.spans(text))
    if not spans:
        return tokens
    whole: list[Token] = []
    place = 0
    for span in spans:
        start, end = origin[span.start], origin[span.end]
        while place < len(tokens) and tokens[place].end <= start:
            whole.append(tokens[place])
            place += 1
        inside = place
        while inside < len(tokens) and tokens[inside].start < end:
            inside += 1
        if inside == place or tokens[place].start < start or tokens[inside - 1].end > end:
            continue
        whole.append(Token("word", text[span.start : span.end], tokens[place].start, tokens[inside - 1].end))
        place = inside
    return whole + tokens[place:]
