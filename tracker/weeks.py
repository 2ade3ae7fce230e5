"""Days -> the means of a week, and what changed against another week.

Means are over logged days and name their denominator: a day without entries is a gap, never a zero. The day in progress
is left out of means and differences until it ends, but counts as reached once it is.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.days import Week
from tracker.intake import METERS, Day
from tracker.nutrients import DIARY_KEYS, total

# What a week has a mean of: the counted water, mL, beside every nutrient the diary keeps.
COUNTED_WATER: Final = "water"
MEAN_KEYS: Final = (COUNTED_WATER, *DIARY_KEYS)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean per logged day.

    amount: None when no day has a known amount. days: its denominator. at_least: on one of these days, or on a logged
    day left out because nothing was known of it, a part is unknown.
    """

    amount: float | None
    days: int
    at_least: bool


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """One week. days: its days with entries, by date, the one in progress too; in_progress: that day or None.

    days_logged: ended days with any entry. means: by MEAN_KEYS. days_reached: by METERS.
    """

    week: Week
    days: Mapping[date, Day]
    in_progress: date | None
    days_logged: int
    means: Mapping[str, Mean]
    days_reached: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """How a mean changed: absolute, and in percent of the other week; None where it cannot be said."""

    amount: float | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class WeekComparison:
    """A week, the one it is held against, and the differences of their means by MEAN_KEYS."""

    week: WeekSummary
    against: WeekSummary
    differences: Mapping[str, Difference]


def summarise_week(week: Week, days: Sequence[Day], today: date) -> WeekSummary:
    """Return the summary of a week; of `days`, those outside the week or without entries are left out."""
    kept = {day.day: day for day in days if day.entries and week.start <= day.day < week.end}
    ended = [day for day in kept.values() if day.day != today]
    return WeekSummary(
        week=week,
        days=kept,
        in_progress=today if today in kept else None,
        days_logged=len(ended),
        means={key: _mean(ended, key) for key in MEAN_KEYS},
        days_reached={meter: sum(has_reached(day, meter) for day in kept.values()) for meter in METERS},
    )


def compare(week: WeekSummary, against: WeekSummary) -> WeekComparison:
    """Return both weeks and the differences of their means (`week` minus `against`)."""
    return WeekComparison(week, against, {key: _difference(week.means[key], against.means[key]) for key in MEAN_KEYS})


def has_reached(day: Day, meter: str) -> bool:
    """Whether a day met the target of one of METERS.

    An upper limit that was passed does not undo that; a fluid limit that was passed does.
    """
    if meter == "water":
        return day.states["water"] == "reached"
    target = day.targets.magnesium_mg if meter == "magnesium_mg" else day.targets.vitamin_d_ug
    amount = day.totals[meter].amount
    return amount is not None and amount >= target


def _amount(day: Day, key: str) -> tuple[float | None, bool]:
    """Return a day's amount and whether it is "at least"."""
    if key == COUNTED_WATER:
        return day.water.counted_ml, day.water.at_least
    return day.totals[key].amount, day.totals[key].at_least


def _mean(days: Sequence[Day], key: str) -> Mean:
    logged = [day for day in days if key in {COUNTED_WATER, "water_g"} or day.logged_for_nutrients]
    amounts = [_amount(day, key) for day in logged]
    known = [amount for amount, _ in amounts if amount is not None]
    summed = total(known)
    return Mean(
        amount=None if summed is None else summed / len(known),
        days=len(known),
        at_least=any(at_least for _, at_least in amounts),
    )


def _difference(mean: Mean, against: Mean) -> Difference:
    if mean.amount is None or against.amount is None:
        return Difference(None, None)
    amount = mean.amount - against.amount
    return Difference(amount, 100.0 * amount / against.amount if against.amount else None)
