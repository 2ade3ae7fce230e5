"""Ways to close a gap as a 0/1 programme.

A column is one or two usual portions of one food, so that what is too much of it is simply no column. A way is at most
three columns, of one course one at most (so of one food one: fish, greens and nuts rather than three fishes), within an
energy, a room for vitamin D and, under a fluid limit, for water. Of all ways that close a gap the best has the least

    energy + FOOD_KCAL for each food + what is unfamiliar + AGAIN_KCAL for each time a food was a main food before

and lacks at least one main food of every earlier way. All costs are in kcal, so that they can be weighed by eye.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from tracker.suggesting.columns import LAST_BITS, Chosen, Columns, Figures
from tracker.suggesting.dominance import undominated
from tracker.suggesting.solver import TOLERANCE, Programme, Row, solve

MOST_FOODS: Final = 3
# How much more energy is well spent on seeing another main food than in the ways above: about a handful of nuts. The
# second way is then another fish, or another seed, as long as there is one that costs no meal.
AGAIN_KCAL: Final = 175.0
# What leaving all of a need open costs, where several can be closed only in part: 50 kcal for one percent, so that a
# third food comes in for a good deal of it, not for the last crumbs.
OPEN_KCAL: Final = 5_000.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """What every way stays within.

    energy_kcal; vitamin_d_ug: what the upper limit still allows. water_ml: what a fluid limit still allows, None
    without one; drinks_only: then only drinks count towards it.
    """

    energy_kcal: float
    vitamin_d_ug: float
    water_ml: float | None = None
    drinks_only: bool = False

    def on(self, columns: Columns) -> list["Limit"]:
        """Return the bounds on these columns."""
        limits = [
            Limit(columns.energy_kcal, self.energy_kcal),
            Limit(columns.gives["vitamin_d_ug"], self.vitamin_d_ug),
        ]
        if self.water_ml is not None:
            limits.append(Limit(columns.fluid_ml if self.drinks_only else columns.water_ml, self.water_ml))
        return limits


@dataclass(frozen=True, slots=True, eq=False)
class Limit:
    """What the chosen columns may come to together.

    figures: of each column, none below 0. is_strict: the solver is told from the start.
    """

    figures: Figures
    most: float
    is_strict: bool = False

    def is_passed(self, chosen: Sequence[int]) -> bool:
        """Whether columns come to more, but for what the solver may be off."""
        return math.fsum(self.figures[column] for column in chosen) > self.most + 2 * TOLERANCE


@dataclass(frozen=True, slots=True, eq=False)
class _Need:
    """What the chosen columns must come to. gives: of each column; left: what is left of it."""

    gives: Figures
    left: float


def families(way: Chosen, needs: Mapping[str, float]) -> frozenset[str]:
    """Return what the main foods of a way are kinds of; all its foods where none is a main food."""
    main = {option.candidate.family for option in way if option.is_main(needs)}
    return frozenset(main or {option.candidate.family for option in way})


def cost_kcal(way: Chosen, needs: Mapping[str, float], earlier: Sequence[Chosen] = ()) -> float:
    """Return what a way costs after these ways: what `best_way` makes as small as it can."""
    uses = Counter(family for before in earlier for family in families(before, needs))
    return math.fsum(option.cost_kcal + AGAIN_KCAL * uses[option.candidate.family] for option in way)


def best_way(
    columns: Columns,
    needs: Mapping[str, float],
    bounds: Bounds,
    *,
    earlier: Sequence[Chosen] = (),
    most_uses: float = math.inf,
    most_kcal: float = math.inf,
    in_part: bool = False,
    ends_at_s: float,
) -> Chosen | None:
    """Return the best way that closes all needs and differs from every earlier one; None when there is none.

    needs: what is left, by one of NEEDS, above 0. most_uses: how many ways may have the same main food, this one among
    them. most_kcal: the most it may cost, as `cost_kcal` counts. in_part: where not all can be closed, what stays open
    is a cost, each need by its share (OPEN_KCAL). ends_at_s: as for `solver.solve`. Raises OutOfTimeError.
    """
    mains = [families(way, needs) for way in earlier]
    uses = columns.of_families(family for main in mains for family in main)
    is_helping = np.logical_or.reduce([columns.gives[need] > 0 for need in needs])
    is_kept = is_helping & ((uses < most_uses) | ~columns.is_main(needs))
    helping, again = columns.only(is_kept), uses[is_kept]
    costs = helping.cost_kcal + AGAIN_KCAL * again
    limits = bounds.on(helping)
    if most_kcal < math.inf:
        limits.append(Limit(costs, most_kcal, is_strict=True))
    for main in mains:  # at least one of them is lacking
        limits.append(Limit(helping.of_families(main), len(main) - 1.0, is_strict=True))
    # What is more than enough is as good as enough.
    wanted = [_Need(np.minimum(left, helping.gives[need]), left) for need, left in needs.items()]
    return _best(helping, costs, limits, wanted, ends_at_s, in_part=in_part)


def most_of(columns: Columns, need: str, bounds: Bounds, *, ends_at_s: float) -> Chosen:
    """Return the way that gives the most of one need; of several the one with the least cost. Raises OutOfTimeError."""
    giving = columns.only(columns.gives[need] > 0)
    gives, limits = giving.gives[need], bounds.on(giving)
    most = _best(giving, -gives, limits, [], ends_at_s) or ()
    least = _Need(gives, sum(option.gives(need) for option in most))
    return _best(giving, giving.cost_kcal, limits, [least], ends_at_s) or ()


def _best(
    columns: Columns,
    costs: Figures,
    limits: Sequence[Limit],
    needs: Sequence[_Need],
    ends_at_s: float,
    *,
    in_part: bool = False,
) -> Chosen | None:
    """Return the columns of least cost that keep to all limits and come to all needs; None when none do.

    A limit that cheap ways do not pass is given to the solver only once one does: without it fewer columns can be
    needed. What is best without a limit and keeps to it is best with it.
    """
    told = [limit for limit in limits if limit.is_strict]
    while True:
        chosen = _of_least_cost(columns, costs, told, needs, ends_at_s, in_part=in_part)
        if chosen is None:
            return None
        passed = [limit for limit in limits if limit.is_passed(chosen)]
        if not passed:
            return tuple(columns.options[column] for column in chosen)
        told += passed


def _of_least_cost(
    columns: Columns,
    costs: Figures,
    limits: Sequence[Limit],
    needs: Sequence[_Need],
    ends_at_s: float,
    *,
    in_part: bool,
) -> list[int] | None:
    kept = undominated(columns.courses, [costs, *(limit.figures for limit in limits), *(-need.gives for need in needs)])
    rows = [Row(dict.fromkeys(range(len(kept)), 1.0), upper=MOST_FOODS)]
    by_course: dict[int, dict[int, float]] = {}
    for at, column in enumerate(kept):
        by_course.setdefault(int(columns.courses[column]), {})[at] = 1.0
    rows += [Row(terms, upper=1.0) for terms in by_course.values()]
    rows += [Row(_terms(kept, limit.figures), upper=limit.most) for limit in limits]
    for number, need in enumerate(needs):
        open_share = {len(kept) + number: need.left} if in_part else {}
        rows.append(Row(_terms(kept, need.gives) | open_share, lower=need.left * (1 - LAST_BITS)))
    shares = len(needs) if in_part else 0
    values = solve(Programme([*costs[kept].tolist(), *[OPEN_KCAL] * shares], rows, shares), ends_at_s)
    return None if values is None else [column for column, value in zip(kept, values, strict=False) if value > 0.5]


def _terms(kept: Sequence[int], figures: Figures) -> dict[int, float]:
    return {at: figure for at, figure in enumerate(figures[kept].tolist()) if figure}
