"""Days -> the means of a week, and what changed against another week.

Means are over logged days and name their denominator: a day without entries is a gap, never a zero. The day in progress
is left out of means and differences until it ends, but counts as reached once it is. A week in progress is held against
the same days of the other week.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Final, TypeVar

from tracker.day_values import DayValue, has_reached, known_of, values_of
from tracker.days import Week
from tracker.intake import COUNTED_WATER, METERS, DayTotals
from tracker.marks import COMPLETE
from tracker.nutrients import DIARY_KEYS, total

# What a week has a mean of: the counted water, mL, beside every nutrient the diary keeps.
MEAN_KEYS: Final = (COUNTED_WATER, *DIARY_KEYS)
# What a page or a command shows of a week, in this order.
SHOWN_KEYS: Final = (*METERS, "fiber_g", "calcium_mg", "potassium_mg")

# Said of a week of which no day has ended.
NO_MEAN_YET: Final = "no average yet"

DayT = TypeVar("DayT", bound=DayTotals)


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean per logged day.

    amount: None when no day has a known amount. days: its denominator. at_least: on one of these days, or on a logged
    day left out because nothing was known of it, a part is unknown. known_share: the mean of the shares of these days,
    0 to 1, the days of which nothing is known among them.
    """

    amount: float | None
    days: int
    at_least: bool
    known_share: float


@dataclass(frozen=True)
class WeekSummary:
    """One week; its figures are worked out when they are first asked for, because `compare` narrows the days of most.

    all_days: its days by date, those without entries too. today: the day in progress, in this week or not.
    compared: the days that means are over where they are logged: those that have ended, or fewer (see `compare`).
    begun: these and the day in progress. only_complete: means and days reached are of days marked complete alone.
    keys: what it has means of. left_out: of METERS and days, 0 for the first, what does not count as reached or not.
    """

    week: Week
    all_days: Mapping[date, DayTotals]
    today: date
    compared: tuple[date, ...]
    begun: tuple[date, ...]
    only_complete: bool
    keys: tuple[str, ...]
    left_out: frozenset[tuple[str, int]] = frozenset()

    @cached_property
    def days_logged(self) -> int:
        """How many of `compared` have any entry and are not marked "not tracked"."""
        return sum(day.logged_for_water for day in self._ended)

    @cached_property
    def means(self) -> Mapping[str, Mean]:
        """The mean of each of `keys`."""
        return {key: mean_of(self._ended, key, only_complete=self.only_complete) for key in self.keys}

    @cached_property
    def days_reached(self) -> Mapping[str, int]:
        """On how many days the target of each of METERS was reached."""
        return {meter: sum(has_reached(day, meter) for day in days) for meter, days in self._counted.items()}

    @cached_property
    def days_counted(self) -> Mapping[str, int]:
        """Of how many: the logged days of `begun`, the day in progress only once it is reached."""
        return {meter: len(days) for meter, days in self._counted.items()}

    @cached_property
    def _values(self) -> dict[str, tuple[DayValue, ...]]:
        """What `values` has returned: the cards, the chart and the tables of a page ask for the same."""
        return {}

    @cached_property
    def _ended(self) -> list[DayTotals]:
        return _found(self.all_days, self.compared)

    @cached_property
    def _counted(self) -> Mapping[str, list[DayTotals]]:
        begun = _found(self.all_days, self.begun)
        return {
            meter: [
                day
                for day in days_of_mean(begun, meter, only_complete=self.only_complete)
                if (meter, (day.day - self.week.start).days) not in self.left_out
                and (day.day != self.today or has_reached(day, meter))
            ]
            for meter in METERS
        }

    @property
    def days(self) -> Mapping[date, DayTotals]:
        """Its days with entries, whatever they count as."""
        return {day: found for day, found in self.all_days.items() if found.has_entries}

    @property
    def in_progress(self) -> date | None:
        """The day in progress if it is one of this week's."""
        return self.today if self.week.start <= self.today < self.week.end else None

    @property
    def why_no_mean(self) -> str | None:
        """Why it has no means at all, in a few words; None where days of it have ended."""
        if self.compared:
            return None
        return "still to come" if self.week.start > self.today else NO_MEAN_YET

    def so_far(self, key: str) -> DayValue | None:
        """Return what the day in progress has of a key, where no day before it has ended; None elsewhere."""
        if self.compared or self.in_progress is None:
            return None
        return next((value for value in self.values(key) if value.day == self.in_progress), None)

    def values(self, key: str) -> tuple[DayValue, ...]:
        """Return what each of its days has of a key of its means, in order."""
        if key not in self._values:
            self._values[key] = values_of(self.all_days.values(), key, self.today)
        return self._values[key]

    def days_of_mean(self, key: str) -> list[DayTotals]:
        """Return the days of the mean of a key, those left out for nothing known of it too."""
        return days_of_mean(self._ended, key, only_complete=self.only_complete)


@dataclass(frozen=True, slots=True)
class Difference:
    """How a mean changed: absolute, and in percent of the other week; None where it cannot be said."""

    amount: float | None
    percent: float | None


@dataclass(frozen=True, slots=True)
class WeekComparison:
    """A week, the one it is held against, and the differences of their means by key.

    same_days: whether only the same days of both are compared, because one is in progress; `compared` of each says
    which they are.
    """

    week: WeekSummary
    against: WeekSummary
    differences: Mapping[str, Difference]
    same_days: bool

    def in_words(self) -> str | None:
        """Return which days are compared, in one sentence; None when they are all seven."""
        if len(self.week.compared) == len(self.against.compared) == 7:
            return None
        if not self.same_days:
            empty, other = (self.against, self.week) if self.week.compared else (self.week, self.against)
            if empty.week.start > empty.today:
                return f"{empty.week} is still to come, so nothing is compared."
            return f"No day of {empty.week} has ended yet, so nothing is compared: {other.week} is shown whole."
        unended = self.week if self.week.today < self.week.week.end else self.against
        first, last = f"{self.week.compared[0]:%A}", f"{self.week.compared[-1]:%A}"
        which = first if first == last else f"{first} to {last}"
        return f"{unended.week} is still in progress: means are of {which} in both weeks."


def summarise_week(
    week: Week,
    days: Iterable[DayTotals],
    today: date,
    *,
    only_complete: bool = False,
    keys: Collection[str] = MEAN_KEYS,
) -> WeekSummary:
    """Return the summary of a week; of `days`, those outside the week are left out.

    today: the day in progress. keys: what it has means of.
    """
    of_week = {day.day: day for day in sorted(days, key=lambda day: day.day) if week.start <= day.day < week.end}
    begun = tuple(day for day in week.days if day <= today)
    ended = tuple(day for day in begun if day < today)
    return WeekSummary(week, of_week, today, ended, begun, only_complete, tuple(keys))


def compare(week: WeekSummary, against: WeekSummary) -> WeekComparison:
    """Return both weeks and the differences of their means (`week` minus `against`).

    Where one of them is in progress, means are over the days that have ended in both, and days reached are counted of
    these too; the day in progress joins, and with it the same day of the other week, once it is reached. Where none has
    ended in one of them there is nothing to compare: the other is whole.
    """
    ended = _offsets(week, week.compared) & _offsets(against, against.compared)
    if not ended:
        return WeekComparison(week, against, {key: Difference(None, None) for key in week.keys}, same_days=False)
    begun = _offsets(week, week.begun) & _offsets(against, against.begun)
    # As long as the day in progress is not reached, the same day of the other week is no match for it.
    open_ = _open_days(week) | _open_days(against)
    week, against = _narrowed(week, ended, begun, open_), _narrowed(against, ended, begun, open_)
    differences = {key: _difference(week.means[key], against.means[key]) for key in week.keys}
    return WeekComparison(week, against, differences, same_days=len(ended) < 7)


def mean_of(days: Iterable[DayTotals], key: str, *, only_complete: bool = False) -> Mean:
    """Return the mean of COUNTED_WATER or a nutrient over those of the days that are logged. days: all have ended."""
    values = [known_of(day, key) for day in days_of_mean(days, key, only_complete=only_complete)]
    known = [amount for amount, _, _ in values if amount is not None]
    summed, shares = total(known), total(known_share for _, _, known_share in values)
    return Mean(
        amount=None if summed is None else summed / len(known),
        days=len(known),
        at_least=any(at_least for _, at_least, _ in values),
        known_share=0.0 if shares is None else shares / len(values),
    )


def days_of_mean(days: Iterable[DayT], key: str, *, only_complete: bool = False) -> list[DayT]:
    """Return those of the days that are logged for a key; only_complete: and marked complete."""
    return [day for day in days if day.logged_for(key) and (day.mark == COMPLETE or not only_complete)]


def _open_days(summary: WeekSummary) -> set[tuple[str, int]]:
    """Return the day in progress for each meter that it has not reached yet; 0 is the first day."""
    if summary.in_progress is None:
        return set()
    day = summary.all_days.get(summary.in_progress)
    offset = (summary.in_progress - summary.week.start).days
    return {(meter, offset) for meter in METERS if day is None or not has_reached(day, meter)}


def _narrowed(
    summary: WeekSummary, ended: Collection[int], begun: Collection[int], left_out: Collection[tuple[str, int]]
) -> WeekSummary:
    """Return the summary with means over the days `ended`, and days reached of those `begun`; 0 is the first day."""
    days = summary.week.days
    compared, counted = (tuple(days[offset] for offset in sorted(some)) for some in (ended, begun))
    return replace(summary, compared=compared, begun=counted, left_out=frozenset(left_out))


def _offsets(summary: WeekSummary, days: Iterable[date]) -> set[int]:
    return {(day - summary.week.start).days for day in days}


def _found(days: Mapping[date, DayTotals], wanted: Iterable[date]) -> list[DayTotals]:
    return [days[day] for day in wanted if day in days]


def _difference(mean: Mean, against: Mean) -> Difference:
    if mean.amount is None or against.amount is None:
        return Difference(None, None)
    amount = mean.amount - against.amount
    return Difference(amount, 100.0 * amount / against.amount if against.amount else None)
