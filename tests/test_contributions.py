"""What made a week and what explains the difference of two, against a table worked by hand."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import a_supplement, an_entry
from tracker.contributions import Contribution, listed, listed_shifts, made_by
from tracker.csv_text import made_by_csv
from tracker.days import Week
from tracker.entries import Entry
from tracker.intake import Day, day_intake
from tracker.marks import Mark
from tracker.targets import Targets
from tracker.weeks import WeekComparison, compare, summarise_week

WEEK = Week(date(2026, 11, 16))
LATER = date(2026, 12, 31)


def food(name: str, magnesium_mg: float | None, **more: Any) -> Entry:
    return an_entry(**({"food_id": f"id of {name}", "name": name, "magnesium_mg": magnesium_mg} | more))


def day(offset: int, *entries: Entry, mark: Mark | None = None, targets: Targets | None = None) -> Day:
    """Return a day of WEEK (0 to 6) or of the one before (-7 to -1)."""
    return day_intake(WEEK.start + timedelta(days=offset), entries, targets or Targets(), mark=mark)


def compared(*days: Day, today: date = LATER) -> WeekComparison:
    return compare(*(summarise_week(each, days, today) for each in (WEEK, WEEK.shifted(-1))))


def told(found: tuple[Contribution, ...]) -> list[tuple[str, float | None, float | None, int, int]]:
    return [(one.name, one.amount, one.per_day, one.entries, one.unknown) for one in found]


# Two logged days here (mean (330 + 90) / 2 = 210 mg), four there (mean (100 + 60 + 0 + 40) / 4 = 50 mg).
TWO_AND_FOUR = (
    day(0, food("Pumpkin seeds", 300.0), food("Oats", 30.0)),
    day(1, food("Oats", 60.0), food("Stew", None), a_supplement(magnesium_mg=30.0)),
    day(-7, food("Salmon", 60.0), food("Oats", 40.0)),
    day(-6, food("Salmon", 60.0)),
    day(-5, food("Rice", 0.0)),
    day(-4, food("Oats", 40.0), a_supplement(name="Vitamin D3", magnesium_mg=None)),
)


def test_foods_are_ranked_by_what_they_gave_and_unknown_ones_stand_apart() -> None:
    made = made_by(compared(*TWO_AND_FOUR), "magnesium_mg")
    assert told(made.week) == [
        ("Pumpkin seeds", 300, 150, 1, 0),
        ("Oats", 90, 45, 2, 0),
        ("A pill", 30, 15, 1, 0),
    ]
    assert told(made.against) == [("Salmon", 120, 30, 2, 0), ("Oats", 80, 20, 2, 0), ("Rice", 0, 0, 1, 0)]
    assert told(made.week_unknown) == [("Stew", None, None, 1, 1)]
    # What the label of a pill leaves out is no lack.
    assert made.against_unknown == ()


def test_the_differences_of_the_foods_add_up_to_the_difference_of_the_means() -> None:
    comparison = compared(*TWO_AND_FOUR)
    made = made_by(comparison, "magnesium_mg")
    assert [(shift.name, shift.amount) for shift in made.shifts] == [
        ("Pumpkin seeds", 150),
        ("Salmon", -30),
        ("Oats", 25),
        ("A pill", 15),
        ("Rice", 0),
    ]
    assert comparison.differences["magnesium_mg"].amount == 210 - 50 == 150 - 30 + 25 + 15


def test_what_is_not_named_is_summed() -> None:
    made = made_by(compared(*TWO_AND_FOUR), "magnesium_mg")
    foods, rest = listed(made.week, 1)
    assert rest is not None
    assert ([one.name for one in foods], rest.foods, rest.per_day) == (["Pumpkin seeds"], 2, 60)
    assert listed(made.week, 9) == (made.week, None)
    shifts, others = listed_shifts(made.shifts, 9)
    assert others is not None
    # What changed nothing is not named.
    assert (len(shifts), others.foods, others.per_day) == (4, 1, 0)


def test_only_the_days_that_are_compared_count() -> None:
    days = (
        day(0, food("Oats", 100.0)),
        day(1, food("Oats", 900.0)),  # in progress
        day(-7, food("Oats", 60.0)),
        day(-6, food("Oats", 500.0)),
    )
    made = made_by(compared(*days, today=WEEK.start + timedelta(days=1)), "magnesium_mg")
    assert [(shift.week, shift.against, shift.amount) for shift in made.shifts] == [(100, 60, 40)]


def test_days_not_tracked_and_days_of_drinks_alone_made_nothing() -> None:
    days = (
        day(0, food("Oats", 100.0)),
        day(1, food("Cake", 900.0), mark="not tracked"),
        day(2, food("Milk", 50.0, kind="drink")),
        day(-7, food("Oats", 60.0)),
    )
    assert [one.name for one in made_by(compared(*days), "magnesium_mg").week] == ["Oats"]


def test_a_shift_of_a_food_that_has_no_value_somewhere_is_at_least() -> None:
    days = (day(0, food("Oats", 100.0), food("Stew", None)), day(-7, food("Stew", 90.0)))
    made = made_by(compared(*days), "magnesium_mg")
    assert [(shift.name, shift.amount, shift.at_least) for shift in made.shifts] == [
        ("Oats", 100, False),
        ("Stew", -90, True),
    ]


def test_nothing_explains_a_difference_that_cannot_be_said() -> None:
    made = made_by(compared(day(0, food("Oats", 100.0)), day(-7, food("Stew", None))), "magnesium_mg")
    assert (len(made.week), made.against, made.shifts) == (1, (), ())
    assert made_by_csv(made).splitlines()[1:] == ["Oats,100.0,,,0", "Stew,0.0,,,1"]  # no mean on the other side


def test_water_is_made_by_what_counts_of_it() -> None:
    entries = (
        food("Tap water", None, kind="drink", water_g=500.0, grams=500.0),
        food("Beer", None, kind="drink", water_g=300.0, grams=330.0, alcohol_g=13.0),
        food("Soup", None, water_g=200.0),
    )
    days = (day(0, *entries), day(-7, *entries, targets=Targets(water_counts="drinks", alcoholic_drinks_count=True)))
    made = made_by(compared(*days), "water")
    assert [(one.name, one.amount) for one in made.week] == [("Tap water", 500), ("Soup", 200)]
    assert [(one.name, one.amount) for one in made.against] == [("Tap water", 500), ("Beer", 300)]


def test_the_same_food_under_a_newer_name_is_one_and_without_an_id_the_name_tells() -> None:
    days = (
        day(0, food("Old", 10.0, food_id="own:1"), food("Magnesium", 200.0, kind="supplement", food_id=None)),
        day(1, food("New", 30.0, food_id="own:1"), food("magnesium", 100.0, kind="supplement", food_id=None)),
        day(-7, food("Old", 10.0, food_id="own:1")),
    )
    shifted = tuple(
        day_intake(of.day, [an_entry(**_changed(entry, of.day)) for entry in of.entries], Targets()) for of in days
    )
    made = made_by(compared(*shifted), "magnesium_mg")
    assert [(one.name, one.amount) for one in made.week] == [("magnesium", 300), ("New", 40)]


def _changed(entry: Entry, on: date) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in Entry.__slots__} | {"day": on}


entries_of_a_day = st.lists(
    st.tuples(st.sampled_from("abcde"), st.none() | st.just(0.0) | st.floats(0.01, 1000.0)), max_size=4
)


@given(st.lists(entries_of_a_day, min_size=14, max_size=14))
def test_the_foods_of_any_two_weeks_add_up_to_their_means_and_to_the_difference(
    weeks: list[list[tuple[str, float | None]]],
) -> None:
    days = [day(offset - 7, *(food(name, mg) for name, mg in of_day)) for offset, of_day in enumerate(weeks)]
    comparison = compared(*days)
    made = made_by(comparison, "magnesium_mg")
    for summary, foods in ((comparison.week, made.week), (comparison.against, made.against)):
        mean = summary.means["magnesium_mg"].amount
        assert (mean is None) == (not foods)
        assert mean is None or sum(one.per_day or 0.0 for one in foods) == pytest.approx(mean, abs=1e-9)
    difference = comparison.differences["magnesium_mg"].amount
    assert difference is None or sum(shift.amount for shift in made.shifts) == pytest.approx(difference, abs=1e-9)
