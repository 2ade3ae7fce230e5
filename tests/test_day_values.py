"""One thing of one day: what it counts as, what a calendar shows, and streaks; worked by hand."""

import math
from datetime import date, timedelta

import pytest

from tests.builders import a_supplement, an_entry
from tracker.day_values import CalendarState, DayStatus, DayValue, current_streak, day_value, longest_streak
from tracker.entries import Entry
from tracker.intake import day_intake
from tracker.marks import Mark
from tracker.targets import Targets, WaterRule

DAY = date(2026, 11, 20)
A_DRINK = an_entry(kind="drink", grams=250.0, water_g=250.0, magnesium_mg=5.0)

# entries, mark, days until the day in progress (0 is the day itself) -> status, calendar state, reached; of magnesium
STATES: dict[str, tuple[list[Entry], Mark | None, int, DayStatus, CalendarState, bool]] = {
    "nothing": ([], None, 1, "not_logged", "not_logged", False),
    "drinks alone": ([A_DRINK], None, 1, "not_logged", "not_logged", False),
    "nothing known": ([an_entry()], None, 1, "logged", "unknown", False),
    "a true zero": ([an_entry(magnesium_mg=0.0)], None, 1, "logged", "below", False),
    "below": ([an_entry(magnesium_mg=399.9)], None, 1, "logged", "below", False),
    "reached": ([an_entry(magnesium_mg=400.0)], None, 1, "logged", "reached", True),
    "above the limit of pills": ([a_supplement(magnesium_mg=500.0)], None, 1, "logged", "above_limit", True),
    "above it, target missed": ([a_supplement(magnesium_mg=380.0)], None, 1, "logged", "above_limit", False),
    "partial": ([an_entry(magnesium_mg=1.0)], "partial", 1, "logged", "below", False),
    "not tracked": ([an_entry(magnesium_mg=500.0)], "not tracked", 1, "not_tracked", "not_tracked", False),
    "not tracked, nothing logged": ([], "not tracked", 1, "not_tracked", "not_tracked", False),
    "in progress": ([an_entry(magnesium_mg=100.0)], None, 0, "in_progress", "in_progress", False),
    "in progress, nothing logged": ([], None, 0, "in_progress", "in_progress", False),
    "in progress and reached": ([an_entry(magnesium_mg=401.0)], None, 0, "in_progress", "reached", True),
    "to come": ([an_entry(magnesium_mg=500.0)], None, -1, "to_come", "to_come", False),
}


@pytest.mark.parametrize("case", STATES)
def test_what_a_day_counts_as(case: str) -> None:
    entries, mark, later, status, calendar_state, reached = STATES[case]
    value = day_value(day_intake(DAY, entries, Targets(), mark=mark), "magnesium_mg", DAY + timedelta(days=later))
    assert (value.status, value.calendar_state, value.reached, value.mark) == (status, calendar_state, reached, mark)


def test_each_thing_is_held_against_the_target_of_that_day() -> None:
    # 35 g of fiber: 10 g above 25 g, 25 mL each.
    entries = [an_entry(fiber_g=35.0, water_g=2300.0, vitamin_d_ug=30.0, magnesium_mg=301.0)]
    day = day_intake(DAY, entries, Targets(magnesium_mg=300.0, vitamin_d_ug=31.0))
    told = {
        key: (value.amount, value.target, value.reached)
        for key in ("water", "magnesium_mg", "vitamin_d_ug", "fiber_g", "calcium_mg")
        for value in [day_value(day, key, date.max)]
    }
    assert told == {
        "water": (2300, 2250, True),
        "magnesium_mg": (301, 300, True),
        "vitamin_d_ug": (30, 31, False),
        "fiber_g": (35, None, False),
        "calcium_mg": (None, None, False),
    }
    assert day_value(day, "fiber_g", date.max).calendar_state == "logged"
    assert day_value(day, "calcium_mg", date.max).calendar_state == "unknown"


def test_an_amount_that_misses_a_target_by_its_last_bits_reaches_it() -> None:
    # Added one after the other, 0.1 ten times is 0.9999999999999999.
    for target, reached in ((math.nextafter(1.0, 2.0), True), (1.000001, False)):
        day = day_intake(DAY, [an_entry(magnesium_mg=0.1)] * 10, Targets(magnesium_mg=target))
        assert day_value(day, "magnesium_mg", date.max).reached is reached
        assert (day.states["magnesium_mg"] == "reached") is reached


def test_a_fluid_limit_that_was_passed_is_not_reached() -> None:
    limited = Targets(water=WaterRule(fluid_limit_ml=1500.0))
    for drunk_ml, state, reached in (
        (1400.0, "below", False),
        (1500.0, "reached", True),
        (1600.0, "above_limit", False),
    ):
        value = day_value(day_intake(DAY, [an_entry(water_g=drunk_ml)], limited), "water", date.max)
        assert (value.calendar_state, value.reached) == (state, reached)


def days(signs: str, last_is_today: bool = False) -> list[DayValue]:
    """Return days that end with DAY: R reached, b below, . no entries, ? unknown, n not tracked, + to come."""
    entries: dict[str, list[Entry]] = {
        "R": [an_entry(magnesium_mg=400.0)], "b": [an_entry(magnesium_mg=1.0)], "?": [an_entry()],
        "n": [an_entry(magnesium_mg=400.0)], "+": [], ".": [],
    }  # fmt: skip
    first = DAY - timedelta(days=len(signs) - 1)
    today = DAY - timedelta(days=signs.count("+")) + timedelta(days=not last_is_today)
    return [
        day_value(
            day_intake(
                first + timedelta(days=number), entries[sign], Targets(), mark="not tracked" if sign == "n" else None
            ),
            "magnesium_mg",
            today,
        )
        for number, sign in enumerate(signs)
    ]


# days, whether the last is in progress -> running streak, whether it may be longer, longest streak
STREAKS = [
    ("", False, 0, False, 0),
    ("....", False, 0, False, 0),
    (".RRR", False, 3, False, 3),
    ("RRRR", False, 4, True, 4),
    ("RRR.", False, 0, False, 3),
    ("RRRb", False, 0, False, 3),
    ("RRR?", False, 0, False, 3),
    (".RRnnR", False, 3, False, 3),
    (".RR.nR", False, 1, False, 2),
    ("bnnRRn", False, 2, False, 2),
    ("nnnn", False, 0, False, 0),
    (".RRR.", True, 3, False, 3),
    (".RRRb", True, 3, False, 3),
    (".RRRR", True, 4, False, 4),
    (".RbRR", True, 2, False, 2),
    (".RRb++", True, 2, False, 2),
    ("RRRbRR", False, 2, False, 3),
]


@pytest.mark.parametrize(("signs", "last_is_today", "running", "may_be_longer", "longest"), STREAKS)
def test_a_streak_passes_over_days_not_tracked_and_ends_at_a_gap(
    signs: str, last_is_today: bool, running: int, may_be_longer: bool, longest: int
) -> None:
    values = days(signs, last_is_today)
    for given in (values, values[::-1]):
        streak = current_streak(given)
        assert (streak.days, streak.may_be_longer) == (running, may_be_longer)
        assert longest_streak(given).days == longest


def test_a_streak_names_its_first_and_last_day_and_the_later_of_two_as_long() -> None:
    found = longest_streak(days(".RR.RnR."))
    assert (found.first, found.last) == (DAY - timedelta(days=3), DAY - timedelta(days=1))
    assert longest_streak(days("RR.R")).may_be_longer
    assert not longest_streak(days("R.RR")).may_be_longer
