"""Logical days on ordinary nights and on those on which clocks change; weeks; dates as text."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given
from hypothesis import strategies as st

from tracker import days
from tracker.days import DateError, Week
from tracker.entries import Meal

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")

# The moment is UTC; the wall clock of the zone beside it.
LOGICAL_DAYS = [
    ("2026-11-22 02:59:59", BERLIN, "2026-11-21"),  # 03:59:59
    ("2026-11-22 03:00:00", BERLIN, "2026-11-22"),  # 04:00
    ("2026-11-22 22:59:59", BERLIN, "2026-11-22"),  # 23:59:59
    ("2026-11-23 01:30:00", BERLIN, "2026-11-22"),  # 02:30, a cramp in the night
    # Clocks go forward: 02:00 becomes 03:00.
    ("2026-03-29 00:59:59", BERLIN, "2026-03-28"),  # 01:59:59
    ("2026-03-29 01:00:00", BERLIN, "2026-03-28"),  # 03:00
    ("2026-03-29 01:59:59", BERLIN, "2026-03-28"),  # 03:59:59
    ("2026-03-29 02:00:00", BERLIN, "2026-03-29"),  # 04:00
    ("2026-03-08 07:59:59", NEW_YORK, "2026-03-07"),
    ("2026-03-08 08:00:00", NEW_YORK, "2026-03-08"),
    # Clocks go back: 03:00 (02:00 in New York) becomes an hour less.
    ("2026-10-25 00:30:00", BERLIN, "2026-10-24"),  # 02:30 for the first time
    ("2026-10-25 01:30:00", BERLIN, "2026-10-24"),  # 02:30 again
    ("2026-10-25 02:59:59", BERLIN, "2026-10-24"),
    ("2026-10-25 03:00:00", BERLIN, "2026-10-25"),
    ("2026-11-01 08:59:59", NEW_YORK, "2026-10-31"),
    ("2026-11-01 09:00:00", NEW_YORK, "2026-11-01"),
    # Ends of years.
    ("2027-01-01 02:59:59", BERLIN, "2026-12-31"),
    ("2027-01-01 03:00:00", BERLIN, "2027-01-01"),
    ("2028-02-29 12:00:00", BERLIN, "2028-02-29"),
]


@pytest.mark.parametrize(("moment", "zone", "day"), LOGICAL_DAYS)
def test_a_logical_day_starts_at_four_on_the_wall_clock(moment: str, zone: ZoneInfo, day: str) -> None:
    at = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert days.logical_day(at, zone) == date.fromisoformat(day)


@pytest.mark.parametrize(("hour", "day"), [(0, 22), (2, 22), (3, 21), (23, 21)])
def test_the_day_starts_when_the_person_says(hour: int, day: int) -> None:
    at = datetime(2026, 11, 22, 2, 30, tzinfo=BERLIN)
    assert days.logical_day(at, BERLIN, hour) == date(2026, 11, day)


def test_the_zone_of_the_person_decides_and_not_that_of_the_moment() -> None:
    at = datetime(2026, 11, 22, 5, 0, tzinfo=BERLIN)
    assert days.logical_day(at, NEW_YORK) == date(2026, 11, 21)


@given(
    day=st.dates(date(1990, 1, 1), date(2040, 1, 1)),
    wall_clock=st.times(),
    zone=st.sampled_from([BERLIN, NEW_YORK, ZoneInfo("Australia/Lord_Howe"), ZoneInfo("UTC")]),
    hour=st.integers(0, 23),
)
def test_a_moment_of_a_logical_day_lies_in_it(day: date, wall_clock: time, zone: ZoneInfo, hour: int) -> None:
    at = days.moment(day, wall_clock, zone, hour)
    assert days.logical_day(at, zone, hour) == day
    assert at.time() == wall_clock


@pytest.mark.parametrize(
    ("wall_clock", "on"),
    [("04:00", "2026-11-22"), ("23:59", "2026-11-22"), ("00:00", "2026-11-23"), ("03:59", "2026-11-23")],
)
def test_a_time_before_the_start_of_the_day_falls_on_the_next_date(wall_clock: str, on: str) -> None:
    at = days.moment(date(2026, 11, 22), time.fromisoformat(wall_clock), BERLIN)
    assert at.date() == date.fromisoformat(on)


def test_the_last_day_of_the_calendar_has_moments_too() -> None:
    assert days.moment(date.max, time(1), BERLIN).date() == date.max


@pytest.mark.parametrize(
    ("wall_clock", "meal"),
    [
        ("03:59", "snack"),
        ("04:00", "breakfast"),
        ("10:29", "breakfast"),
        ("10:30", "snack"),
        ("11:30", "lunch"),
        ("14:59", "lunch"),
        ("15:00", "snack"),
        ("17:30", "dinner"),
        ("21:29", "dinner"),
        ("21:30", "snack"),
    ],
)
def test_the_meal_follows_the_time_of_day(wall_clock: str, meal: str) -> None:
    assert days.meal_at(time.fromisoformat(wall_clock)) == meal


@pytest.mark.parametrize("meal", ["breakfast", "lunch", "dinner", "snack"])
def test_a_meal_logged_afterwards_gets_a_time_of_that_meal(meal: Meal) -> None:
    at = days.usual_moment(date(2026, 11, 22), meal, BERLIN)
    assert days.logical_day(at, BERLIN) == date(2026, 11, 22)
    assert days.meal_at(at.time()) == meal


@time_machine.travel(datetime(2026, 11, 22, 5, 0, tzinfo=UTC), tick=False)
def test_now_is_on_the_wall_clock_of_the_zone() -> None:
    assert days.now(BERLIN).isoformat() == "2026-11-22T06:00:00+01:00"


@pytest.mark.parametrize("name", [None, "", "Nowhere/Town", "../etc/passwd", "\x00", "x" * 5000])
def test_an_unknown_zone_is_utc(name: str | None) -> None:
    assert days.time_zone(name) == ZoneInfo("UTC")


def test_a_known_zone_is_itself() -> None:
    assert days.time_zone("Europe/Berlin") == BERLIN


@pytest.mark.parametrize(
    ("day", "first_weekday", "start", "name"),
    [
        ("2026-11-22", 0, "2026-11-16", "2026-W47"),
        ("2026-11-16", 0, "2026-11-16", "2026-W47"),
        # The number of the week its Thursday lies in.
        ("2026-11-22", 6, "2026-11-22", "2026-W48"),
        ("2026-11-21", 6, "2026-11-15", "2026-W47"),
        ("2026-11-21", 5, "2026-11-21", "2026-W48"),
        # Ends of years: 2026 has 53 weeks.
        ("2026-12-31", 0, "2026-12-28", "2026-W53"),
        ("2027-01-03", 0, "2026-12-28", "2026-W53"),
        ("2027-01-04", 0, "2027-01-04", "2027-W01"),
        ("2025-12-29", 0, "2025-12-29", "2026-W01"),
    ],
)
def test_the_week_of_a_day(day: str, first_weekday: int, start: str, name: str) -> None:
    week = Week.of(date.fromisoformat(day), first_weekday)
    assert (week.start, str(week)) == (date.fromisoformat(start), name)
    assert date.fromisoformat(day) in week.days
    assert Week.parse(name, first_weekday) == week


@given(day=st.dates(date(1950, 1, 1), date(2100, 1, 1)), first_weekday=st.integers(0, 6), weeks=st.integers(-60, 60))
def test_weeks_cover_every_day_once(day: date, first_weekday: int, weeks: int) -> None:
    week = Week.of(day, first_weekday)
    assert len(week.days) == 7
    assert week.days[0] == week.start
    assert week.days[-1] + timedelta(days=1) == week.end
    assert week.start.weekday() == first_weekday
    assert week.shifted(weeks).shifted(-weeks) == week
    assert week.shifted(1).start == week.end
    assert Week.parse(str(week), first_weekday) == week


@pytest.mark.parametrize(
    "text",
    ["", "2026", "2026-W00", "2026-W54", "2026-W4", "0000-W01", "9999-W52", "٢٠٢٦-W٤٧", "2026-W47-1"],
)
def test_a_text_that_is_no_week_is_said(text: str) -> None:
    with pytest.raises(DateError, match="is not a week like 2026-W47"):
        Week.parse(text)


def test_the_53rd_week_of_a_year_that_has_52_is_said_to_be_that() -> None:
    with pytest.raises(DateError, match=r"'2025-W53' is not a week: 2025 has 52\."):
        Week.parse("2025-W53")


@pytest.mark.parametrize("text", ["2026W47", " 2026-W47 ", "2026-w47", "2026w47"])
def test_a_week_may_be_written_a_little_differently(text: str) -> None:
    assert str(Week.parse(text)) == "2026-W47"


@pytest.mark.parametrize(
    "text", ["", "today", "2026-02-29", "20261122", "2026-W47-7", "22.11.2026", "2026-11-22 ", "x" * 9999]
)
def test_a_text_that_is_no_day_is_said_in_a_short_sentence(text: str) -> None:
    with pytest.raises(DateError, match="is not a day like 2026-11-22") as failure:
        days.parse_day(text)
    assert len(str(failure.value)) < 100


@pytest.mark.parametrize("text", ["1900-01-01", "2026-11-22", "2028-02-29", "9999-12-31"])
def test_a_day_is_read(text: str) -> None:
    assert days.parse_day(text).isoformat() == text
