"""Logical days, ISO weeks and ranges.

A logical day starts at 04:00 on the person's wall clock unless set otherwise: a snack at 01:30 belongs to the evening
before. Ranges are half-open: `start` is in, `end` is not. Wall-clock arithmetic keeps days whole when clocks change.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Final, Self
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from tracker.entries import Meal
from tracker.errors import TrackerError

DAY_START_HOUR: Final = 4
MONDAY: Final = 0
_ISO_WEEK: Final = re.compile(r"(\d{4})-?W(\d{2})", re.ASCII | re.IGNORECASE)
# From this hour of the wall clock on; before the first one it is still a snack of the day before.
_MEAL_HOURS: Final[tuple[tuple[time, Meal], ...]] = (
    (time(4, 0), "breakfast"),
    (time(10, 30), "snack"),
    (time(11, 30), "lunch"),
    (time(15, 0), "snack"),
    (time(17, 30), "dinner"),
    (time(21, 30), "snack"),
)

# Where an entry of a meal stands in a day whose clock time was not said.
_USUAL_TIME: Final[Mapping[Meal, time]] = {
    "breakfast": time(8, 0),
    "lunch": time(12, 30),
    "snack": time(16, 0),
    "dinner": time(19, 0),
}


class DateError(TrackerError):
    """A text that names no day or week."""

    def __init__(self, text: str, wanted: str) -> None:
        super().__init__(f"{text[:40]!r} is not {wanted}.")


def time_zone(name: str | None) -> ZoneInfo:
    """Return the time zone of that name; UTC when there is none or it is unknown on this machine."""
    try:
        return ZoneInfo(name or "UTC")
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ZoneInfo("UTC")


def now(zone: ZoneInfo) -> datetime:
    """Return the present moment on the wall clock of `zone`; the one place that reads the clock."""
    return datetime.now(UTC).astimezone(zone)


def logical_day(at: datetime, zone: ZoneInfo, day_start_hour: int = DAY_START_HOUR) -> date:
    """Return the logical day a moment belongs to.

    at: with time zone. The wall clock decides, also on the days on which clocks change.
    """
    wall_clock = at.astimezone(zone).replace(tzinfo=None)
    return (wall_clock - timedelta(hours=day_start_hour)).date()


def moment(day: date, wall_clock: time, zone: ZoneInfo, day_start_hour: int = DAY_START_HOUR) -> datetime:
    """Return the moment at which clocks show `wall_clock` within the logical day.

    A time before the start of the day falls on the next date.
    """
    if wall_clock < time(day_start_hour) and day < date.max:
        day += timedelta(days=1)
    return datetime.combine(day, wall_clock.replace(tzinfo=None), zone)


def meal_at(wall_clock: time) -> Meal:
    """Return the meal people usually have at that time."""
    meal: Meal = "snack"
    for start, name in _MEAL_HOURS:
        if wall_clock >= start:
            meal = name
    return meal


def usual_moment(day: date, meal: Meal, zone: ZoneInfo, day_start_hour: int = DAY_START_HOUR) -> datetime:
    """Return the moment at which people usually have that meal on a logical day, for entries logged afterwards."""
    return moment(day, _USUAL_TIME[meal], zone, day_start_hour)


def is_usual_time(wall_clock: time) -> bool:
    """Whether a time is exactly one that `usual_moment` gives, which nobody has set."""
    return wall_clock in _USUAL_TIME.values()


def day_after(day: date) -> date:
    """Return the next day; the calendar's last day, on which nothing can be logged, has none."""
    return day + timedelta(days=1) if day < date.max else day


def days_between(start: date, end: date) -> tuple[date, ...]:
    """Return the days from `start` on and before `end`."""
    return tuple(start + timedelta(days=offset) for offset in range((end - start).days))


def with_fixed_offset(at: datetime) -> datetime:
    """Return the same moment as it comes back from the database: with its offset, without the name of the zone.

    A time that clocks skip becomes the one they show instead.
    """
    shown = at.astimezone(UTC).astimezone(at.tzinfo)
    return shown.replace(tzinfo=timezone(shown.utcoffset() or timedelta(0)), fold=0)


def parse_day(text: str) -> date:
    """Return the day written as YYYY-MM-DD. Raises DateError."""
    try:
        day = date.fromisoformat(text)
        # The standard library also reads other forms of ISO 8601 (20261122, 2026-W47-7).
        if day.isoformat() != text:
            raise ValueError
        return day
    except ValueError:
        raise DateError(text, "a day like 2026-11-22") from None


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `start` on. `start` is any weekday; the number is that of the ISO week its Thursday lies in."""

    start: date

    @classmethod
    def of(cls, day: date, first_weekday: int = MONDAY) -> Self:
        """Return the week a day lies in; first_weekday 0 is Monday, 5 Saturday, 6 Sunday."""
        return cls(day - timedelta(days=(day.weekday() - first_weekday) % 7))

    @classmethod
    def parse(cls, text: str, first_weekday: int = MONDAY) -> Self:
        """Return the week written as 2026-W47 (or 2026w47). Raises DateError."""
        match = _ISO_WEEK.fullmatch(text.strip())
        try:
            if match is None:
                raise ValueError
            week = cls.of(date.fromisocalendar(int(match[1]), int(match[2]), 4), first_weekday)
            # The calendar's last week has no first day after it.
            week.start + timedelta(days=7)
            return week
        except (ValueError, OverflowError):
            has_52 = match is not None and match[2] == "53"
            wanted = f"a week: {text.strip()[:4]} has 52" if has_52 else "a week like 2026-W47"
            raise DateError(text, wanted) from None

    @property
    def end(self) -> date:
        """The first day after the week."""
        return self.start + timedelta(days=7)

    @property
    def days(self) -> tuple[date, ...]:
        """Its seven days."""
        return tuple(self.start + timedelta(days=offset) for offset in range(7))

    def shifted(self, weeks: int) -> "Week":
        """Return the week that lies `weeks` later (earlier when negative)."""
        return Week(self.start + timedelta(weeks=weeks))

    def __str__(self) -> str:
        thursday = next(day for day in self.days if day.weekday() == 3)
        year, number, _ = thursday.isocalendar()
        return f"{year:04d}-W{number:02d}"
