"""A person's own supplement: what one pill or dose gives by its label; blank is what the label does not say.

Labels state the elemental amount ("Magnesium 100 mg"), which is what counts; `tracker.magnesium_salts` is for products
that name only the weight of the salt.
"""

import calendar
import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Literal

from tracker.entries import (
    MAX_AMOUNT,
    Entry,
    Meal,
    entry_of_supplement,
    new_id,
    refuse_impossible_amount,
    refuse_impossible_name,
    unlikely_amount,
)
from tracker.errors import RefusedError
from tracker.nutrients import NUTRIENTS, Amounts, scaled

# What is counted of a supplement.
SUPPLEMENT_KEYS: Final = ("magnesium_mg", "vitamin_d_ug", "calcium_mg", "potassium_mg")
# What one is called; the first is the usual one.
MEASURES: Final = ("pill", "tablet", "capsule", "softgel", "gummy", "drop", "packet", "scoop", "dose")
# An entry of a supplement names it in `food_id`; no food of the table, or own one, has such an id.
SUPPLEMENT_PREFIX: Final = "supplement:"
# More than this a day is a slip of the keyboard; drops are counted by the dose.
MOST_A_DAY: Final = 24
# Above these, one dose is asked about: the highest upper limits of adults, data/reference_intakes.csv (calcium,
# 2,500 mg a day), and for potassium, which has none, what adults need in a whole day (3,500 mg, EFSA 2016).
_UNLIKELY: Final[Mapping[str, float]] = {"calcium_mg": 2500.0, "potassium_mg": 3500.0}

DoseState = Literal["taken", "part", "missed", "open", "none"]


@dataclass(frozen=True, slots=True)
class Supplement:
    """A supplement of one person.

    id: begins with SUPPLEMENT_PREFIX. amounts: what one gives, by key of SUPPLEMENT_KEYS; None or absent is unknown.
    measure: what one is called, of MEASURES. a_day: how many are meant to be taken a day; 0 when needed, which is
    never missed. since: the day from which on it can be missed. version: grows by one with each change. updated_at:
    None until saved.
    """

    id: str
    name: str
    amounts: Amounts
    since: date
    measure: str = MEASURES[0]
    a_day: int = 1
    version: int = 1
    updated_at: datetime | None = None

    def gives(self, times: float = 1.0) -> dict[str, float | None]:
        """Return what so many of it give, by key of NUTRIENTS; what the label does not say is None."""
        return scaled({key: self.amounts.get(key) for key in SUPPLEMENT_KEYS}, 100.0 * times, NUTRIENTS)

    def unlikely(self) -> str | None:
        """Return a question about a dose that is possible but more often a slip; None when it looks right."""
        question = unlikely_amount("supplement", None, self.amounts)
        if question is not None:
            return question
        for key, most in _UNLIKELY.items():
            value = self.amounts.get(key)
            if value is not None and value > most:
                return f"{value:,.0f} mg {NUTRIENTS[key].label.lower()} is a lot for one {self.measure}. Is that right?"
        return None


def supplement(name: str, amounts: Amounts, *, since: date, measure: str = MEASURES[0], a_day: int = 1) -> Supplement:
    """Return a new supplement that can be saved. Raises RefusedError, in one sentence, if it cannot."""
    return checked(Supplement(SUPPLEMENT_PREFIX + new_id(), name, amounts, since, measure, a_day))


def checked(pill: Supplement) -> Supplement:
    """Return the supplement as it will be read once it is saved. Raises RefusedError, in one sentence, if it cannot."""
    refuse_impossible_name(pill.name, "A supplement")
    if not pill.id.startswith(SUPPLEMENT_PREFIX):
        raise RefusedError(f"{pill.name} is none of your supplements.")
    if pill.measure not in MEASURES:
        raise RefusedError(f"Nothing is counted in “{pill.measure[:40]}”; choose one of {', '.join(MEASURES)}.")
    if not 0 <= pill.a_day <= MOST_A_DAY:
        raise RefusedError(f"How many a day must be a whole number from 0 to {MOST_A_DAY}.")
    if not date.min.year < pill.since.year < date.max.year:
        raise RefusedError(f"{pill.since.isoformat()} is no day of a diary.")
    for key, value in pill.amounts.items():
        _refuse_impossible_dose(key, value)
    return replace(
        pill, name=" ".join(pill.name.split()), amounts={key: pill.amounts.get(key) for key in SUPPLEMENT_KEYS}
    )


def _refuse_impossible_dose(key: str, value: float | None) -> None:
    if key not in SUPPLEMENT_KEYS:
        raise RefusedError(f"{key[:40]!r} is not counted of a supplement.")
    if value is None:
        return
    label = NUTRIENTS[key].label
    if not math.isfinite(value):
        raise RefusedError(f"{label} must be a number, or blank if the label does not say.")
    if value < 0:
        raise RefusedError(f"{label} cannot be less than zero.")
    if value > MAX_AMOUNT:
        raise RefusedError(f"{label} cannot be {value:g} {NUTRIENTS[key].unit}.")


def entry_of(pill: Supplement, times: float = 1.0, *, day: date, at: datetime, meal: Meal) -> Entry:
    """Return the entry of so many taken with one tap: what they give is copied, and stays whatever becomes of it.

    Raises RefusedError for a number that is no amount.
    """
    refuse_impossible_amount(times)
    entry = entry_of_supplement(
        pill.name, pill.gives(times), amount=times, measure=pill.measure, day=day, at=at, meal=meal, source="tap"
    )
    return replace(entry, food_id=pill.id)


@dataclass(frozen=True, slots=True)
class DoseDay:
    """One day of a supplement. taken: how many.

    state: taken (as many as meant), part (fewer), missed (none on a day that is over), open (the day is not over),
    none (nothing was to be taken: before it was added, to come, or only when needed).
    """

    day: date
    taken: float
    state: DoseState


@dataclass(frozen=True, slots=True)
class DoseMonth:
    """A month of a supplement. days: all of the month, in order."""

    days: tuple[DoseDay, ...]

    def count(self, *states: DoseState) -> int:
        """Return how many days have one of these states."""
        return sum(day.state in states for day in self.days)

    @property
    def taken(self) -> float:
        """How many were taken in the month."""
        return math.fsum(day.taken for day in self.days)


def month_after(first: date, months: int) -> date:
    """Return the first day of the month that lies `months` after that of `first`, kept within the years of a diary."""
    month = first.year * 12 + first.month - 1 + months
    year = min(max(month // 12, date.min.year + 1), date.max.year - 1)
    return date(year, month % 12 + 1, 1)


def dose_month(pill: Supplement, doses: Mapping[date, float], of: date, today: date) -> DoseMonth:
    """Return the month that `of` lies in. doses: how many were taken, by day; days without are absent."""
    days = calendar.monthrange(of.year, of.month)[1]
    first = of.replace(day=1)
    return DoseMonth(tuple(_dose_day(pill, doses, first + timedelta(days=place), today) for place in range(days)))


def _dose_day(pill: Supplement, doses: Mapping[date, float], day: date, today: date) -> DoseDay:
    taken = doses.get(day, 0.0)
    state: DoseState
    if taken and taken >= pill.a_day:
        state = "taken"
    elif not pill.a_day or day > today or (day < pill.since and not taken):
        state = "part" if taken else "none"
    elif day == today:
        state = "open"
    else:
        state = "part" if taken else "missed"
    return DoseDay(day, taken, state)
