"""Walking over the tokens of one item, and the measures met on the way: "fl. oz.", "heaped tbsp", "small slices of"."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.reading.numerals import Token
from tracker.reading.units import SIZES, UNITS, VESSELS
from tracker.searching.slips import is_one_slip

# Measures that are foods themselves: they count only before "of" or after the food ("2 chicken wings", not "2 wings").
FOODS_TOO: Final = frozenset(
    "cookie biscuit cracker roast steak chop roll wing breast thigh drumstick fillet rib patty gummy pod kernel ear"
    " head"
    " radish half loaf ball".split()
)
HEAPED: Final = frozenset("heaped heaping rounded generous overflowing".split())
LEVEL: Final = frozenset("level full flat scant".split())
# "1 whole egg" is a piece, "1 whole wheat roll" is not.
_NAMES_WITH_WHOLE: Final = frozenset(
    "wheat grain grains wheatmeal meal milk cream yogurt yoghurt fat oat oats rye spelt".split()
)
_SHORTEST_MISTYPED: Final = 5
_LONGEST: Final = 4  # tokens: "fl", ".", "oz", "."


def is_vessel(words: Sequence[str]) -> bool:
    """Whether words are only what a portion is served in, with or without its size: "bowl", "big bowl"."""
    units = [UNITS.get(word) for word in words]
    return bool(units) and units[-1] in VESSELS and all(unit in SIZES for unit in units[:-1]) and len(units) <= 2


@lru_cache(maxsize=1_000)
def mistyped_unit(word: str) -> str | None:
    """Return the measure that a word is one slip away from ("hanful"); None for a short word, or one that is known."""
    if len(word) < _SHORTEST_MISTYPED or word in UNITS or not word.isalpha():
        return None
    near = (spelling for spelling in UNITS if is_one_slip(word, spelling))
    return next((UNITS[spelling] for spelling in near if len(spelling) >= _SHORTEST_MISTYPED - 1), None)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure as found.

    unit: canonical name, None when there is none. size: "small" of a "small slice". words: as written.
    """

    unit: str | None = None
    size: str | None = None
    words: tuple[str, ...] = ()


@dataclass(slots=True)
class Cursor:
    """A place in the tokens of one item."""

    tokens: list[Token]
    place: int = 0

    def text(self, ahead: int = 0) -> str:
        """Return the text of the token so far ahead; empty behind the last."""
        place = self.place + ahead
        return self.tokens[place].text if place < len(self.tokens) else ""

    def at_number(self, ahead: int = 0) -> bool:
        """Whether a number stands so far ahead."""
        place = self.place + ahead
        return place < len(self.tokens) and self.tokens[place].is_number

    def unit_at(self, ahead: int = 0) -> tuple[str | None, int]:
        """Return the canonical unit so far ahead and its number of tokens, the longest first ("fl. oz.", "fl oz")."""
        start = self.place + ahead
        for length in range(_LONGEST, 0, -1):
            tokens = self.tokens[start : start + length]
            if len(tokens) == length and tokens[0].kind == tokens[-1].kind == "word":
                unit = UNITS.get(" ".join(token.text for token in tokens if token.text not in (".", "-")))
                if unit is not None:
                    return unit, length
        return None, 0

    def pass_fullness(self) -> bool:
        """Pass "level" and "heaped" before a measure; return whether it is heaped."""
        word = self.text()
        if word in HEAPED | LEVEL and self.unit_at(1)[0] is not None:
            self.place += 1
            return word in HEAPED
        return False

    def take_measure(self) -> Measure:
        """Pass the measure at this place, with its size, its point and its "of"."""
        unit, length = self.unit_at()
        if unit is None or not self._is_measure(unit, length):
            return Measure()
        size = None
        inner, inner_length = self.unit_at(length)
        if unit in (*SIZES, "extra large") and inner is not None and self._may_be_sized(inner, length + inner_length):
            size, unit = unit, inner
            length += inner_length
        words = tuple(self.text(ahead) for ahead in range(length) if self.text(ahead) != ".")
        self.place += length
        if self.text() == "." and self.text(1):
            self.place += 1
        self.pass_of()
        return Measure(unit, size, words)

    def pass_of(self) -> None:
        """Pass an "of"."""
        if self.text() == "of":
            self.place += 1

    def _is_measure(self, unit: str, length: int) -> bool:
        following = self.text(length)
        if self.text() == "whole" and following in _NAMES_WITH_WHOLE:
            return False
        return unit not in FOODS_TOO or following == "of"

    def _may_be_sized(self, inner: str, length: int) -> bool:
        if inner in (*SIZES, "piece"):
            return False
        return inner not in FOODS_TOO or self.text(length) == "of"
