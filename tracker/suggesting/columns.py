"""The columns of the programme: one or two usual portions of a food, with what each gives and costs."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from tracker.suggesting.candidates import Candidate
from tracker.suggesting.gaps import NEEDS

# How much more energy a person would rather take in than buy and prepare one food more: about a slice of bread.
FOOD_KCAL: Final = 75.0
# What gives this share of what is left, or more, is a main food of a way. Of three foods one always does.
MAIN_SHARE: Final = 1 / 3
# Meeting a figure but for the last bits of a sum is meeting it, as in `tracker.targets`.
LAST_BITS: Final = 1e-9

# A figure for each column.
Figures = NDArray[np.double]


@dataclass(frozen=True, slots=True)
class Option:
    """One or two usual portions of a food."""

    candidate: Candidate
    count: int

    @property
    def energy_kcal(self) -> float:
        """Its energy, kcal."""
        return self.count * self.candidate.energy_kcal

    @property
    def cost_kcal(self) -> float:
        """What choosing it costs where nothing was chosen before, kcal."""
        return self.energy_kcal + FOOD_KCAL + self.candidate.unfamiliar_kcal

    @property
    def water_ml(self) -> float:
        """The most water that it can have, mL: where it is unknown, all its weight."""
        water_g = self.candidate.amounts["water_g"]
        return self.count * (self.candidate.portion.grams if water_g is None else water_g)

    def gives(self, need: str) -> float:
        """Return what it gives of one of NEEDS."""
        return self.count * self.candidate.gives(need)

    def is_main(self, needs: Mapping[str, float]) -> bool:
        """Whether it gives MAIN_SHARE or more of one of the needs, which are what is left, by key."""
        return any(self.gives(need) >= _main_amount(left) for need, left in needs.items())


# The columns chosen together.
Chosen = tuple[Option, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """All columns, with a figure for each of them: kcal, mL, mg and µg.

    courses, families: the course and the kind of each, as numbers; kinds: the number of each kind. is_usual: whether
    the person eats it; is_rare: as of the candidate. fluid_ml: water that is drunk; water_ml: all of it, both as
    `Option.water_ml`. gives: by one of NEEDS.
    """

    options: tuple[Option, ...]
    courses: NDArray[np.int_]
    families: NDArray[np.int_]
    kinds: Mapping[str, int]
    is_usual: NDArray[np.bool_]
    is_rare: NDArray[np.bool_]
    energy_kcal: Figures
    cost_kcal: Figures
    fluid_ml: Figures
    water_ml: Figures
    gives: Mapping[str, Figures]

    def __len__(self) -> int:
        return len(self.options)

    def only(self, wanted: NDArray[np.bool_]) -> "Columns":
        """Return the columns for which `wanted` is true."""
        return Columns(
            tuple(itertools.compress(self.options, wanted)),
            self.courses[wanted],
            self.families[wanted],
            self.kinds,
            self.is_usual[wanted],
            self.is_rare[wanted],
            self.energy_kcal[wanted],
            self.cost_kcal[wanted],
            self.fluid_ml[wanted],
            self.water_ml[wanted],
            {need: figures[wanted] for need, figures in self.gives.items()},
        )

    def of_families(self, wanted: Iterable[str]) -> Figures:
        """Return for each column how often its kind is among those wanted."""
        times = np.zeros(len(self.kinds))
        for family in wanted:
            times[self.kinds[family]] += 1
        return times[self.families]

    def is_main(self, needs: Mapping[str, float]) -> NDArray[np.bool_]:
        """Return for each column what `Option.is_main` says of it."""
        found = np.zeros(len(self), dtype=bool)
        for need, left in needs.items():
            found |= self.gives[need] >= _main_amount(left)
        return found


def columns_of(candidates: Iterable[Candidate]) -> Columns:
    """Return all columns, in an order that depends on the foods alone."""
    ordered = sorted(candidates, key=lambda candidate: candidate.food.id)
    options = tuple(Option(candidate, count) for candidate in ordered for count in range(1, candidate.most + 1))
    courses, families = _numbered(one.course for one in ordered), _numbered(one.family for one in ordered)
    return Columns(
        options,
        np.fromiter((courses[option.candidate.course] for option in options), dtype=np.int_),
        np.fromiter((families[option.candidate.family] for option in options), dtype=np.int_),
        families,
        np.fromiter((option.candidate.is_usual for option in options), dtype=bool),
        np.fromiter((option.candidate.is_rare for option in options), dtype=bool),
        _figures(option.energy_kcal for option in options),
        _figures(option.cost_kcal for option in options),
        _figures(option.water_ml if option.candidate.food.is_drink else 0.0 for option in options),
        _figures(option.water_ml for option in options),
        {need: _figures(option.gives(need) for option in options) for need in NEEDS},
    )


def _figures(values: Iterable[float]) -> Figures:
    return np.fromiter(values, dtype=np.double)


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(sorted(set(names)))}


def _main_amount(left: float) -> float:
    return MAIN_SHARE * left * (1 - LAST_BITS)
