"""The figures of all foods as columns, so that ranking thousands of them is a few steps of numpy.

Made once for the table that all share; a person's own foods are few and are laid behind it for each run. A figure that
is unknown is nan and compares with nothing; outside this module and `ranking` it is None.
"""

from bisect import bisect_left
from collections import ChainMap
from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal, Self

import numpy as np
from numpy.typing import NDArray

from tracker.foods import GROUPS, Food
from tracker.nutrients import NUTRIENTS

# What a figure is held against: the usual portion, 100 g, 100 kcal.
Per = Literal["portion", "100g", "100kcal"]

# A food of 4 kcal in 100 g (100 mL of a drink) or less is "energy-free": Regulation (EC) No 1924/2006, annex,
# https://eur-lex.europa.eu/eli/reg/2006/1924/oj. Nobody has 100 kcal of tea, and its energy is rounded to 1 kcal.
MOST_KCAL_ENERGY_FREE: Final = 4.0

Figures = NDArray[np.float64]
Places = NDArray[np.intp]


@dataclass(frozen=True, slots=True, eq=False)
class FoodColumns:
    """Foods and their figures, all in the same order.

    by_name: grows with name and id. groups: places in GROUPS. everyday: whole foods people have every day, and own
    ones. portion_g: weight of the usual portion. per_100_g: by key of NUTRIENTS. places: of each food by id. names: of
    the foods that all share, sorted.
    """

    foods: tuple[Food, ...]
    by_name: Figures
    groups: Places
    everyday: NDArray[np.bool_]
    portion_g: Figures
    per_100_g: Mapping[str, Figures]
    places: MutableMapping[str, int]
    names: Sequence[tuple[str, str]]
    _orders: dict[tuple[str, Per], Places] = field(default_factory=dict, repr=False)

    @classmethod
    def of(cls, foods: Iterable[Food]) -> Self:
        """Return the columns of foods; takes some 30 ms for 9,000, and can be shared."""
        ordered = tuple(sorted(foods, key=_name_key))
        return cls(
            foods=ordered,
            by_name=np.arange(len(ordered), dtype=np.float64),
            groups=np.array([GROUPS.index(food.group) for food in ordered], dtype=np.intp),
            everyday=np.array([food.staple > 0 for food in ordered], dtype=np.bool_),
            portion_g=np.array([_portion_g(food) for food in ordered], dtype=np.float64),
            per_100_g={key: _figures(ordered, key) for key in NUTRIENTS},
            places={food.id: place for place, food in enumerate(ordered)},
            names=[_name_key(food) for food in ordered],
        )

    def with_own(self, own: Iterable[Food]) -> "FoodColumns":
        """Return the columns with a person's own foods behind; these here are not made again."""
        behind = FoodColumns.of(own)
        if not behind.foods:
            return self
        # The place of the name before it: sorting is stable, so the foods behind come after it, in their own order.
        by_name = np.array([bisect_left(self.names, name) - 1.0 for name in behind.names])
        return FoodColumns(
            foods=self.foods + behind.foods,
            by_name=np.concatenate((self.by_name, by_name)),
            groups=np.concatenate((self.groups, behind.groups)),
            everyday=np.concatenate((self.everyday, behind.everyday)),
            portion_g=np.concatenate((self.portion_g, behind.portion_g)),
            per_100_g={key: np.concatenate((self.per_100_g[key], behind.per_100_g[key])) for key in NUTRIENTS},
            places=ChainMap({food.id: len(self.foods) + n for n, food in enumerate(behind.foods)}, self.places),
            names=self.names,
        )

    def figures(self, key: str, per: Per) -> Figures:
        """Return the figure of each food, nan where it is unknown or means nothing (per 100 kcal of tea)."""
        amounts = self.per_100_g[key]
        if per == "100g":
            return amounts
        if per == "portion":
            return amounts * self.portion_g / 100.0
        energy_kcal = self.per_100_g["energy_kcal"]
        return 100.0 * amounts / np.where(energy_kcal > MOST_KCAL_ENERGY_FREE, energy_kcal, np.nan)

    def alphabetical(self) -> Places:
        """Return all foods in the order of their names, then ids."""
        return np.argsort(self.by_name, kind="stable")

    def most_first(self, key: str, per: Per) -> Places:
        """Return all foods by their figure, the most first; equals by name, then id; those without one last.

        Sorted once for each key and basis.
        """
        order = self._orders.get((key, per))
        if order is None:
            # The last of these is the first to be sorted by; nan sorts last.
            order = self._orders[key, per] = np.lexsort((self.by_name, -self.figures(key, per)))
        return order


def _name_key(food: Food) -> tuple[str, str]:
    return food.name.casefold(), food.id


def _portion_g(food: Food) -> float:
    return food.usual_portion.grams if food.usual_portion is not None else np.nan


def _figures(foods: Sequence[Food], key: str) -> Figures:
    values = (food.per_100_g.get(key) for food in foods)
    return np.array([np.nan if value is None else value for value in values], dtype=np.float64)
