"""CSV of what is shown: it reads back, says its units, leaves unknown blank, and runs nothing in a spreadsheet."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import an_entry
from tracker.contributions import made_by
from tracker.csv_text import comparison_csv, csv_text, days_csv, harmless, made_by_csv, weeks_csv
from tracker.day_values import values_of
from tracker.days import Week
from tracker.history import History
from tracker.intake import Day, day_intake
from tracker.targets import Targets
from tracker.weeks import WeekComparison, compare, summarise_week

WEEK = Week(date(2026, 11, 16))
LATER = date(2026, 12, 31)


def read(text: str, delimiter: str = ",") -> list[list[str]]:
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))


def days() -> list[Day]:
    logged = [
        (0, [an_entry(magnesium_mg=300.0, fiber_g=35.0, water_g=500.0, name="=1+1")]),
        (1, []),
        (2, [an_entry(magnesium_mg=None, food_id="stew", name="Stew")]),
    ]
    return [
        day_intake(WEEK.days[number], entries, Targets(), mark="partial" if number == 2 else None)
        for number, entries in logged
    ]


def two_weeks() -> WeekComparison:
    return compare(*(summarise_week(week, days(), LATER) for week in (WEEK, WEEK.shifted(-1))))


@pytest.mark.parametrize(
    ("typed", "written"),
    [
        ("Spinach, cooked", "Spinach, cooked"),
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-2 eggs", "'-2 eggs"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("  =1+1", "  '=1+1"),
        ("\t=1+1", " '=1+1"),
        ("\r\n=1+1", " '=1+1"),
        ('"=1+1', "\"'=1+1"),
        ("＝1+1", "'＝1+1"),
        ("tea;=1+1", "tea;'=1+1"),
        ("7-up", "7-up"),
        ("a = b", "a = b"),
        ("", ""),
    ],
)
def test_no_text_begins_as_a_formula(typed: str, written: str) -> None:
    assert harmless(typed) == written


@given(st.lists(st.text("=+-@;\t\n\r\"' ,a1", max_size=12), min_size=1, max_size=4))
def test_whatever_is_typed_stays_in_its_cell_and_none_is_a_formula(texts: list[str]) -> None:
    text = csv_text(("one", "two"), [("first", typed) for typed in texts])
    rows = read(text)
    assert [len(row) for row in rows] == [2] * (len(texts) + 1)
    # Also where a semicolon parts cells.
    for row in (*rows, *read(text, ";")):
        assert not any(cell.lstrip(" \"'").startswith(("=", "+", "-", "@")) and "'" not in cell for cell in row)


def test_numbers_stay_numbers_unknown_is_blank_and_zero_is_not() -> None:
    row = read(csv_text(("a", "b", "c", "d", "e"), [(-1.5, None, 0.0, True, date(2026, 11, 16))]))[1]
    assert row == ["-1.5", "", "0.0", "yes", "2026-11-16"]


def test_days_say_their_units_and_each_its_own_target() -> None:
    rows = read(days_csv(values_of(days(), "water", LATER), "water"))
    assert rows == [
        ["day", "water_ml", "target_water_ml", "at_least", "known_share", "state", "reached", "in_progress", "mark"],
        ["2026-11-16", "500.0", "2250.0", "no", "1.0", "below", "no", "no", ""],
        ["2026-11-17", "", "2000.0", "", "", "not logged", "no", "no", ""],
        ["2026-11-18", "", "2000.0", "", "", "unknown", "no", "no", "partial"],
    ]


def test_two_weeks_are_one_line_each_thing() -> None:
    rows = read(comparison_csv(two_weeks(), ("water", "magnesium_mg", "calcium_mg")))
    assert rows[0][:3] == ["mean_per_day_of", "week", "mean"]
    assert [row[:8] for row in rows[1:]] == [
        ["water_ml", "2026-W47", "500.0", "1", "yes", "0.5", "0", "2"],
        ["magnesium_mg", "2026-W47", "300.0", "1", "yes", "0.5", "0", "2"],
        ["calcium_mg", "2026-W47", "", "0", "", "", "", ""],
    ]
    nothing = ["2026-W46", "", "0", "", ""]
    assert [row[8:] for row in rows[1:]] == [
        [*nothing, *reached, "", ""] for reached in (["0", "0"], ["0", "0"], ["", ""])
    ]
    assert rows[0][6:8] == ["days_reached", "days_counted"]
    assert rows[0][13:15] == ["against_days_reached", "against_days_counted"]


def test_the_foods_of_two_weeks_are_one_line_each() -> None:
    rows = read(made_by_csv(made_by(two_weeks(), "magnesium_mg")))
    assert rows[0] == [
        "food",
        "week_per_day_magnesium_mg",
        "against_per_day_magnesium_mg",
        "difference_per_day_magnesium_mg",
        "entries_without_value",
    ]
    assert rows[1:] == [["'=1+1", "300.0", "", "", "0"], ["Stew", "", "", "", "1"]]


def test_weeks_of_a_longer_view_have_mean_target_and_denominators() -> None:
    points = History(days(), LATER, 0).weeks("magnesium_mg")
    rows = read(weeks_csv(points, "magnesium_mg"))
    assert rows[0][2] == "mean_magnesium_mg"
    assert rows[1] == ["2026-W47", "2026-11-16", "300.0", "1", "yes", "0.5", "400.0", "2", "0", "no"]
