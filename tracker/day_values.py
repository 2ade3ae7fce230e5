"""One thing of one day as it is drawn: amount, target, what is known of it, and what the day counts as.

The same for two weeks side by side, for a calendar of a year and for streaks.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal

from tracker.intake import COUNTED_WATER, DayTotals
from tracker.marks import Mark
from tracker.targets import State, state_of

DayStatus = Literal["logged", "not_logged", "not_tracked", "in_progress", "to_come"]
# "unknown": logged, but no entry has a value. "logged": has an amount and there is no target to hold it against.
CalendarState = Literal[
    "not_logged", "unknown", "logged", "below", "reached", "above_limit", "not_tracked", "in_progress", "to_come"
]
# Nutrients that targets have a number for, under the same name.
_TARGETED: Final = frozenset({"magnesium_mg", "vitamin_d_ug", "fiber_g", "calcium_mg", "potassium_mg"})


@dataclass(frozen=True, slots=True)
class DayValue:
    """One thing of one day, in the unit of its key.

    status: what the day counts as; only "logged" days are in means. amount: None when nothing is known, also on a day
    without entries. at_least, known_share: as in `tracker.intake.NutrientTotal`. target: of that very day, None where
    there is none. state: None without a target or an amount. reached: the target was met; a limit that was passed does
    not undo that, except a fluid limit.
    """

    day: date
    status: DayStatus
    amount: float | None
    at_least: bool
    known_share: float
    target: float | None
    state: State | None
    reached: bool
    mark: Mark | None

    @property
    def calendar_state(self) -> CalendarState:
        """What a calendar shows of the day: the day in progress counts as reached once it is."""
        if self.status in {"to_come", "not_tracked"} or self.state is None or self.state == "below":
            return self._without_success()
        return self.state

    def _without_success(self) -> CalendarState:
        if self.status != "logged":
            return self.status
        if self.amount is None:
            return "unknown"
        return self.state or "logged"


@dataclass(frozen=True, slots=True)
class Streak:
    """Days in a row on which a target was reached.

    days: how many were reached, 0 if none. first, last: the first and last of them. may_be_longer: it begins with the
    first of the days looked at, so it may have begun before.
    """

    days: int
    first: date | None
    last: date | None
    may_be_longer: bool


def day_value(day: DayTotals, key: str, today: date) -> DayValue:
    """Return COUNTED_WATER, mL, or a nutrient of a day. today: the day in progress."""
    status = _status(day, key, today)
    amount, at_least, known_share = known_of(day, key)
    target = target_of(day, key)
    return DayValue(
        day=day.day,
        status=status,
        amount=amount,
        at_least=at_least,
        known_share=known_share,
        target=target,
        state=None if target is None or amount is None else day.states.get(key) or state_of(amount, target),
        reached=status not in {"to_come", "not_tracked"} and has_reached(day, key),
        mark=day.mark,
    )


def known_of(day: DayTotals, key: str) -> tuple[float | None, bool, float]:
    """Return amount, at_least and known_share of COUNTED_WATER or a nutrient of a day, as a `DayValue` has them."""
    if key == COUNTED_WATER:
        return day.water.counted_ml, day.water.at_least, day.water.known_share
    total = day.totals[key]
    return total.amount, total.at_least, total.known_share


def target_of(day: DayTotals, key: str) -> float | None:
    """Return the target of a day: water's moves with its fiber; None where there is none."""
    if key == COUNTED_WATER:
        return day.water.target.target_ml
    wanted: float | None = getattr(day.targets, key) if key in _TARGETED else None
    return wanted


def has_reached(day: DayTotals, key: str) -> bool:
    """Whether a day met its target; False where there is none.

    An upper limit that was passed does not undo that; a fluid limit that was passed does.
    """
    if key == COUNTED_WATER:
        return day.states[key] == "reached"
    target = target_of(day, key)
    return target is not None and state_of(day.totals[key].amount, target) == "reached"


def current_streak(values: Sequence[DayValue]) -> Streak:
    """Return the streak that is still running. values: one a day without gaps, in any order.

    Days marked "not tracked" are passed over, and the day in progress as long as it is not reached. Any other day that
    was not reached ends it: one below, one without entries, one of which nothing is known.
    """
    past_and_now = sorted((value for value in values if value.status != "to_come"), key=_day, reverse=True)
    run: list[date] = []
    for value in past_and_now:
        if value.reached:
            run.append(value.day)
        elif _breaks(value):
            return _streak(run[::-1], may_be_longer=False)
    return _streak(run[::-1], may_be_longer=bool(run))


def longest_streak(values: Sequence[DayValue]) -> Streak:
    """Return the longest streak, the latest of several as long; see `current_streak`."""
    best, run = _streak([], may_be_longer=False), list[date]()
    unbroken = True
    for value in sorted(values, key=_day):
        if value.reached:
            run.append(value.day)
        elif _breaks(value):
            run, unbroken = [], False
        if run and len(run) >= best.days:
            best = _streak(run, may_be_longer=unbroken)
    return best


def _streak(run: Sequence[date], *, may_be_longer: bool) -> Streak:
    return Streak(len(run), run[0] if run else None, run[-1] if run else None, may_be_longer)


def _breaks(value: DayValue) -> bool:
    """Whether a day that was not reached ends a streak."""
    return value.status in {"logged", "not_logged"}


def _day(value: DayValue) -> date:
    return value.day


def _status(day: DayTotals, key: str, today: date) -> DayStatus:
    if day.mark == "not tracked":
        return "not_tracked"
    if day.day >= today:
        return "in_progress" if day.day == today else "to_come"
    return "logged" if day.logged_for(key) else "not_logged"


def values_of(days: Iterable[DayTotals], key: str, today: date) -> tuple[DayValue, ...]:
    """Return COUNTED_WATER or a nutrient of each of the days, in their order."""
    return tuple(day_value(day, key, today) for day in days)
