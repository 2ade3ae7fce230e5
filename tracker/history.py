"""Many weeks at once: weekly means beside their targets, a calendar of days, and streaks.

Made from the totals of days, never from entries, so that a year costs little; see `tracker.diary.Diary.history`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.day_values import DayValue, Streak, current_streak, longest_streak, target_of, values_of
from tracker.days import Week
from tracker.intake import DayTotals
from tracker.nutrients import total
from tracker.weeks import Mean, days_of_mean, mean_of


@dataclass(frozen=True, slots=True)
class WeekPoint:
    """One week of a longer view.

    mean: over its logged days that have ended. target: the mean of these days' own targets, of all seven where none is
    logged; None for what has no target. days_logged: ended days that are logged for it. days_reached: the day in
    progress counts once it is reached. in_progress: not all of its days have ended.
    """

    week: Week
    mean: Mean
    target: float | None
    days_logged: int
    days_reached: int
    in_progress: bool


@dataclass(frozen=True, slots=True)
class History:
    """Whole weeks of days, oldest first.

    today: the day in progress. first_weekday: 0 is Monday, 5 Saturday, 6 Sunday.
    """

    days: Sequence[DayTotals]
    today: date
    first_weekday: int

    def weeks(self, key: str, *, only_complete: bool = False) -> tuple[WeekPoint, ...]:
        """Return the weeks of COUNTED_WATER or a nutrient, oldest first. only_complete: of days marked complete."""
        by_week: dict[Week, list[DayTotals]] = defaultdict(list)
        for day in self.days:
            by_week[Week.of(day.day, self.first_weekday)].append(day)
        return tuple(self._point(week, days, key, only_complete) for week, days in by_week.items())

    def calendar(self, key: str) -> tuple[DayValue, ...]:
        """Return every day, oldest first; `DayValue.calendar_state` is what a calendar shows."""
        return values_of(self.days, key, self.today)

    def current_streak(self, key: str) -> Streak:
        """Return the streak that is still running, of the days that are here."""
        return current_streak(self.calendar(key))

    def longest_streak(self, key: str) -> Streak:
        """Return the longest streak of the days that are here."""
        return longest_streak(self.calendar(key))

    def _point(self, week: Week, days: Sequence[DayTotals], key: str, only_complete: bool) -> WeekPoint:
        ended = [day for day in days if day.day < self.today]
        logged = days_of_mean(ended, key, only_complete=only_complete)
        targets = [target_of(day, key) for day in logged or days]
        summed = total(targets)
        return WeekPoint(
            week=week,
            mean=mean_of(ended, key, only_complete=only_complete),
            target=None if summed is None else summed / len(targets),
            days_logged=sum(day.logged_for(key) for day in ended),
            days_reached=sum(value.reached for value in values_of(days, key, self.today)),
            in_progress=len(ended) < len(days),
        )
