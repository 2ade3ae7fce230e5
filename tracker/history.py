"""Many weeks at once: weekly means beside their targets, a calendar of days, and streaks.

Made from the totals of days, never from entries, so that a year costs little; see `tracker.diary.Diary.history`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from tracker.day_values import DayValue, Streak, current_streak, longest_streak, target_of, values_of
from tracker.days import Week
from tracker.intake import DayTotals
from tracker.nutrients import total
from tracker.weeks import NO_MEAN_YET, Mean, days_of_mean, mean_of


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week of a longer view.

    mean: over its logged days that have ended. target: the mean of these days' own targets, of all seven where none is
    logged; None for what has no target. days_ended: how many of its days have. days_logged: those of them that are
    logged for it. days_reached: the day in progress counts once it is reached. in_progress: not all of its days have
    ended.
    """

    week: Week
    mean: Mean
    target: float | None
    days_ended: int
    days_logged: int
    days_reached: int
    in_progress: bool

    @property
    def why_no_mean(self) -> str | None:
        """Why it has no mean, in a few words, where none of its days has ended; None elsewhere."""
        return NO_MEAN_YET if self.in_progress and not self.days_ended else None


@dataclass(frozen=True, slots=True)
class History:
    """Whole weeks of days, oldest first.

    today: the day in progress. first_weekday: 0 is Monday, 5 Saturday, 6 Sunday. What was worked out once is kept: a
    page asks for the same days in weeks, streaks and calendar.
    """

    days: Sequence[DayTotals]
    today: date
    first_weekday: int
    _calendars: dict[str, tuple[DayValue, ...]] = field(default_factory=dict, init=False, repr=False, compare=False)

    def weeks(self, key: str, *, only_complete: bool = False) -> tuple[WeekPoint, ...]:
        """Return the weeks of COUNTED_WATER or a nutrient, oldest first. only_complete: of days marked complete."""
        by_week: dict[Week, list[tuple[DayTotals, DayValue]]] = defaultdict(list)
        for day, value in zip(self.days, self.calendar(key), strict=True):
            by_week[Week.of(day.day, self.first_weekday)].append((day, value))
        return tuple(self._point(week, days, key, only_complete) for week, days in by_week.items())

    def calendar(self, key: str) -> tuple[DayValue, ...]:
        """Return every day, oldest first; `DayValue.calendar_state` is what a calendar shows."""
        if key not in self._calendars:
            self._calendars[key] = values_of(self.days, key, self.today)
        return self._calendars[key]

    def streaks(self, key: str) -> tuple[Streak, Streak]:
        """Return the streak that is still running and the longest one, of the days that are here."""
        values = self.calendar(key)
        return current_streak(values), longest_streak(values)

    def _point(
        self, week: Week, of_week: Sequence[tuple[DayTotals, DayValue]], key: str, only_complete: bool
    ) -> WeekPoint:
        days = [day for day, _ in of_week]
        ended = [day for day in days if day.day < self.today]
        logged = days_of_mean(ended, key, only_complete=only_complete)
        targets = [target_of(day, key) for day in logged or days]
        summed = total(targets)
        return WeekPoint(
            week=week,
            mean=mean_of(ended, key, only_complete=only_complete),
            target=None if summed is None else summed / len(targets),
            days_ended=len(ended),
            days_logged=sum(day.logged_for(key) for day in ended),
            days_reached=sum(value.reached for _, value in of_week),
            in_progress=len(ended) < len(days),
        )
