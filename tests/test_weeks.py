"""Means of a week and what changed, against tables worked by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.day_values import has_reached
from tracker.days import Week
from tracker.entries import Entry, Kind
from tracker.intake import Day, day_intake
from tracker.targets import Targets, WaterRule
from tracker.weeks import WeekSummary, compare, summarise_week

MONDAY = date(2026, 11, 16)
LATER = date(2026, 12, 31)


def entry(day: date, kind: Kind = "food", **amounts: float | None) -> Entry:
    return Entry(
        id=f"{day}-{kind}-{amounts}",
        day=day,
        at=datetime.combine(day, time(12), UTC),
        meal="lunch",
        kind=kind,
        source="typed",
        name="Something",
        amount=1,
        measure="cup",
        grams=None if kind == "supplement" else 100,
        **amounts,  # type: ignore[arg-type]
    )


def day_of(number: int, *entries: dict[str, float | None], targets: Targets | None = None) -> Day:
    day = date(2026, 11, number)
    return day_intake(day, [entry(day, **amounts) for amounts in entries], targets or Targets())  # type: ignore[arg-type]


def summary(*days: Day, today: date = LATER) -> WeekSummary:
    return summarise_week(Week(MONDAY), days, today)


def test_a_mean_is_over_logged_days_and_a_day_without_entries_is_a_gap() -> None:
    week = summary(day_of(16, {"magnesium_mg": 300.0}), day_of(17), day_of(19, {"magnesium_mg": 500.0}))
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (400, 2)
    assert week.days_logged == 2
    assert list(week.days) == [date(2026, 11, 16), date(2026, 11, 19)]


def test_a_true_zero_counts_and_an_unknown_does_not() -> None:
    week = summary(
        day_of(16, {"vitamin_d_ug": 0.0}), day_of(17, {"vitamin_d_ug": 10.0}), day_of(18, {"vitamin_d_ug": None})
    )
    assert (week.means["vitamin_d_ug"].amount, week.means["vitamin_d_ug"].days) == (5, 2)
    assert week.means["vitamin_d_ug"].at_least


def test_a_day_of_drinks_only_counts_for_water_and_not_for_nutrients() -> None:
    drinks: dict[str, object] = {"kind": "drink", "water_g": 1000.0, "magnesium_mg": 10.0}
    week = summary(day_of(16, {"water_g": 500.0, "magnesium_mg": 300.0}), day_of(17, drinks))  # type: ignore[arg-type]
    assert (week.means["water"].amount, week.means["water"].days) == (750, 2)
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (300, 1)


def test_the_day_in_progress_is_left_out_of_the_means_and_counts_as_reached_once_reached() -> None:
    week = summary(day_of(16, {"magnesium_mg": 100.0}), day_of(17, {"magnesium_mg": 450.0}), today=date(2026, 11, 17))
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (100, 1)
    assert week.in_progress == date(2026, 11, 17)
    assert week.days_logged == 1
    assert week.days_reached["magnesium_mg"] == 1


def test_days_of_other_weeks_are_left_out() -> None:
    week = summary(
        day_of(15, {"magnesium_mg": 100.0}), day_of(22, {"magnesium_mg": 200.0}), day_of(23, {"magnesium_mg": 300.0})
    )
    assert list(week.days) == [date(2026, 11, 22)]
    assert week.means["magnesium_mg"].amount == 200


def test_a_week_without_entries_has_no_mean() -> None:
    week = summary()
    assert (week.means["water"].amount, week.means["water"].days, week.days_logged) == (None, 0, 0)


@pytest.mark.parametrize(
    ("supplement_mg", "food_mg", "reached"), [(360, 100, True), (360, 10, False), (100, 300, True), (100, 299, False)]
)
def test_an_upper_limit_passed_does_not_undo_a_reached_minimum(
    supplement_mg: float, food_mg: float, reached: bool
) -> None:
    pill: dict[str, object] = {"kind": "supplement", "magnesium_mg": float(supplement_mg)}
    day = day_of(16, {"magnesium_mg": float(food_mg)}, pill)  # type: ignore[arg-type]
    assert has_reached(day, "magnesium_mg") is reached


@pytest.mark.parametrize(("drunk_ml", "reached"), [(1400, False), (1500, True), (1501, False)])
def test_a_fluid_limit_is_kept_when_it_is_not_passed(drunk_ml: float, reached: bool) -> None:
    limited = replace(Targets(), water=WaterRule(fluid_limit_ml=1500))
    day = day_of(16, {"water_g": float(drunk_ml)}, targets=limited)
    assert has_reached(day, "water") is reached


def test_differences_are_absolute_and_in_percent_of_the_other_week() -> None:
    this = summary(day_of(16, {"magnesium_mg": 300.0, "vitamin_d_ug": 5.0, "calcium_mg": None}))
    last = summary(day_of(17, {"magnesium_mg": 240.0, "vitamin_d_ug": 0.0, "calcium_mg": 100.0}))
    differences = compare(this, last).differences
    assert (differences["magnesium_mg"].amount, differences["magnesium_mg"].percent) == (60, 25)
    assert (differences["vitamin_d_ug"].amount, differences["vitamin_d_ug"].percent) == (5, None)
    assert (differences["calcium_mg"].amount, differences["calcium_mg"].percent) == (None, None)


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e4)), min_size=1, max_size=7), st.randoms())
def test_the_order_of_days_does_not_matter(values: list[float | None], chance: object) -> None:
    days = [day_of(16 + offset, {"magnesium_mg": value}) for offset, value in enumerate(values)]
    shuffled = list(days)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert summary(*days).means == summary(*shuffled).means
