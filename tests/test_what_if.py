"""A day as it would be with more entries."""

from dataclasses import replace

import pytest

from tests.builders import FRIDAY, an_entry
from tracker.conditions import DayCondition
from tracker.entries import Entry
from tracker.intake import Day, day_intake
from tracker.targets import Targets
from tracker.what_if import day_with


def beans(fiber_g: float | None, water_g: float | None = 100.0) -> Entry:
    return an_entry(name="Beans", fiber_g=fiber_g, water_g=water_g, magnesium_mg=50.0)


def a_day(*entries: Entry) -> Day:
    return day_intake(FRIDAY, entries, Targets())


@pytest.mark.parametrize(
    ("before_g", "more_g", "target_ml"),
    [
        (20.0, 3.0, 2000.0),  # 23 g: still below 25
        (20.0, 15.0, 2250.0),  # 35 g: 25 x 10 more
        (30.0, 5.0, 2250.0),  # from 2,125
        (20.0, None, 2000.0),
        (80.0, 20.0, 3000.0),  # fiber adds at most a litre
    ],
)
def test_the_water_target_moves_with_the_fiber_of_what_is_added(
    before_g: float, more_g: float | None, target_ml: float
):
    assert day_with(a_day(beans(before_g)), beans(more_g)).water.target.target_ml == pytest.approx(target_ml)


def test_a_day_with_more_is_the_day_it_becomes_once_that_is_logged():
    first, more = beans(10.0), beans(20.0, water_g=None)
    assert day_with(a_day(first), more) == a_day(first, more)
    assert day_with(a_day(first)) == a_day(first)
    assert day_with(a_day(), more) == a_day(more)


def test_what_the_day_was_like_stays():
    condition = DayCondition(FRIDAY, activity_minutes=60, intensity="moderate", is_hot=True)
    hot = replace(
        day_intake(FRIDAY, (), Targets(), activity_ml=condition.activity_ml, heat_ml=condition.heat_ml),
        condition=condition,
    )
    after = day_with(hot, beans(None))
    # 2,000, an hour of moderate activity 500, heat 500.
    assert after.water.target.target_ml == pytest.approx(3000.0)
    assert after.condition == condition
