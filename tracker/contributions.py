"""What made a week's mean, and which foods explain how it differs from another week's.

Amounts are per day of the mean: what a food gave on the days the mean is over, divided by their number. So the foods of
a week add up to its mean, and their differences to the difference of the two means that stands beside them, also where
one week has five logged days and the other seven. Totals would not. What has no value is listed apart, never as zero.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from tracker.entries import Entry, Kind
from tracker.intake import COUNTED_WATER, Day, DayTotals, Part, counted_parts, part_of
from tracker.nutrients import total
from tracker.weeks import WeekComparison, WeekSummary

# What is the same food: its id, or for what has none (supplements, imported rows) kind and name.
FoodKey = tuple[str, str]


class Given(NamedTuple):
    """What one entry gave of one thing; a plain tuple, because two weeks have hundreds.

    amount: of water all of it, mL, whether it counts or not; None is unknown.
    """

    day: date
    part: Part
    name: str
    food_id: str | None
    amount: float | None

    @property
    def kind(self) -> Kind:
        """Whether it was food, drink or supplement."""
        return "drink" if self.part == "alcoholic" else self.part


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one food gave on the days of a mean.

    name, kind: as on the day it was logged last. amount: in all, None when no entry has a value; per_day: over the
    days of the mean, None too where the mean is unknown. entries: how many; unknown: how many of them have no value (of
    a supplement, what its label leaves out is not counted as such).
    """

    key: FoodKey
    name: str
    kind: Kind
    amount: float | None
    per_day: float | None
    entries: int
    unknown: int


@dataclass(frozen=True, slots=True)
class Shift:
    """How one food changed a mean, per day of it.

    week, against: what it gave in each, 0 where it was not eaten. amount: the difference. at_least: in one of the weeks
    an entry of it has no value, so this is not all of it.
    """

    key: FoodKey
    name: str
    week: float
    against: float
    amount: float
    at_least: bool


@dataclass(frozen=True, slots=True)
class MadeBy:
    """What made the means of two weeks, of one nutrient or of COUNTED_WATER.

    week, against: foods with a value, the one that gave most first. week_unknown, against_unknown: foods with an entry
    without one. shifts: the greatest difference first, either way; none where the difference cannot be said.
    """

    key: str
    week: tuple[Contribution, ...]
    against: tuple[Contribution, ...]
    week_unknown: tuple[Contribution, ...]
    against_unknown: tuple[Contribution, ...]
    shifts: tuple[Shift, ...]


@dataclass(frozen=True, slots=True)
class Rest:
    """Foods that are not listed one by one: how many, and what they come to together per day."""

    foods: int
    per_day: float


def made_by(comparison: WeekComparison, key: str, given: Iterable[Given] | None = None) -> MadeBy:
    """Return what made the means of both weeks, and their difference, over the very days that are compared.

    key: of the means of the comparison. given: what entries of both weeks gave of it; None where the days of the
    comparison have their entries.
    """
    by_day = None if given is None else _by_day(given)
    week, against = (contributions(each, key, by_day) for each in (comparison.week, comparison.against))
    known = comparison.differences[key].amount is not None
    return MadeBy(
        key=key,
        week=_with_value(week),
        against=_with_value(against),
        week_unknown=_unknown(week),
        against_unknown=_unknown(against),
        shifts=_shifts(week, against) if known else (),
    )


def contributions(
    summary: WeekSummary, key: str, by_day: Mapping[date, Sequence[Given]] | None = None
) -> tuple[Contribution, ...]:
    """Return what each food gave towards the mean of a week, the most first; foods without a value are last, by name.

    What counts nothing towards water (alcoholic drinks, food where drinks count alone) is left out. by_day: what the
    entries of its days gave; None where the days have their entries.
    """
    by_food: dict[FoodKey, list[Given]] = defaultdict(list)
    for day in summary.days_of_mean(key):
        parts = counted_parts(day.targets) if key == COUNTED_WATER else None
        for given in _given_on(day, key) if by_day is None else by_day.get(day.day, ()):
            if parts is None or given.part in parts:
                by_food[_key(given)].append(given)
    days = summary.means[key].days
    found = (_contribution(food, given, days) for food, given in by_food.items())
    return tuple(sorted(found, key=lambda one: (one.amount is None, -(one.amount or 0.0), one.name, one.key)))


def listed(found: Sequence[Contribution], most: int) -> tuple[tuple[Contribution, ...], Rest | None]:
    """Return the first `most` and all others as one; None when there are none."""
    rest = found[most:]
    return tuple(found[:most]), Rest(len(rest), total(one.per_day for one in rest) or 0.0) if rest else None


def listed_shifts(shifts: Sequence[Shift], most: int) -> tuple[tuple[Shift, ...], Rest | None]:
    """Return the first `most` that changed anything and all others as one; None when there are none."""
    told = tuple(shift for shift in shifts[:most] if shift.amount)
    rest = shifts[len(told) :]
    return told, Rest(len(rest), total(shift.amount for shift in rest) or 0.0) if rest else None


def _given_on(day: DayTotals, key: str) -> Iterable[Given]:
    entries: Sequence[Entry] = day.entries if isinstance(day, Day) else ()
    column = "water_g" if key == COUNTED_WATER else key
    for entry in entries:
        amount = entry.amount_of(column)
        yield Given(entry.day, part_of(entry), entry.name, entry.food_id, amount)


def _by_day(given: Iterable[Given]) -> Mapping[date, Sequence[Given]]:
    by_day: dict[date, list[Given]] = defaultdict(list)
    for one in given:
        by_day[one.day].append(one)
    return by_day


def _key(given: Given) -> FoodKey:
    return ("food", given.food_id) if given.food_id else (given.kind, given.name.casefold())


def _contribution(food: FoodKey, given: Sequence[Given], days: int) -> Contribution:
    last = max(given, key=_by_day_then_name)
    amount = total(one.amount for one in given)
    lacking = sum(one.amount is None and one.part != "supplement" for one in given)
    per_day = None if amount is None or not days else amount / days
    return Contribution(food, last.name, last.kind, amount, per_day, len(given), lacking)


def _by_day_then_name(given: Given) -> tuple[date, str]:
    return given.day, given.name


def _with_value(found: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple(one for one in found if one.amount is not None)


def _unknown(found: Iterable[Contribution]) -> tuple[Contribution, ...]:
    return tuple(sorted((one for one in found if one.unknown), key=lambda one: (-one.unknown, one.name, one.key)))


def _shifts(week: Iterable[Contribution], against: Iterable[Contribution]) -> tuple[Shift, ...]:
    here, there = ({one.key: one for one in found} for found in (week, against))
    shifts = [_shift(here, there, food) for food in here | there if _either_known(here, there, food)]
    return tuple(sorted(shifts, key=lambda shift: (-abs(shift.amount), shift.name, shift.key)))


def _either_known(here: Mapping[FoodKey, Contribution], there: Mapping[FoodKey, Contribution], food: FoodKey) -> bool:
    return any(food in side and side[food].amount is not None for side in (here, there))


def _shift(here: Mapping[FoodKey, Contribution], there: Mapping[FoodKey, Contribution], food: FoodKey) -> Shift:
    sides = [side[food] for side in (here, there) if food in side]
    week, against = ((side[food].per_day or 0.0) if food in side else 0.0 for side in (here, there))
    return Shift(food, sides[0].name, week, against, week - against, any(side.unknown for side in sides))
