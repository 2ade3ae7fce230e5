"""What is left of a day."""

from dataclasses import replace
from typing import Any

import pytest

from tests.builders import FRIDAY, an_entry
from tests.suggesting.builders import a_day
from tracker.intake import day_intake
from tracker.suggesting.gaps import gap_of
from tracker.targets import Targets, WaterRule


def test_what_is_missing_to_each_target_is_left() -> None:
    gap = gap_of(a_day(88.0, 5.0))
    assert (gap.magnesium_mg, gap.vitamin_d_ug, gap.water_ml) == (88, 5, 800)
    assert gap.needs == ("magnesium_mg", "vitamin_d_ug")
    assert gap.vitamin_d_room_ug == 80  # the limit of 100 less the 20 there are
    assert (gap.at_most, gap.fluid_room_ml) == (frozenset(), None)


@pytest.mark.parametrize("over_mg", [0.0, 50.0, 1e-10])
def test_nothing_is_left_of_a_target_that_is_reached(over_mg: float) -> None:
    gap = gap_of(a_day(-over_mg, -1.0, water_g=3000.0))
    assert (gap.magnesium_mg, gap.vitamin_d_ug, gap.water_ml, gap.needs) == (0, 0, 0, ())


def test_a_target_that_a_sum_misses_by_its_last_bits_is_reached() -> None:
    # 0.1 + 0.2 of something is more than 0.3 of it, and less where it is subtracted.
    assert gap_of(a_day(1e-10, 1e-11)).needs == ()


def test_of_an_empty_day_all_is_left() -> None:
    gap = gap_of(day_intake(FRIDAY, [], Targets()))
    assert (gap.magnesium_mg, gap.vitamin_d_ug, gap.water_ml, gap.at_most) == (400, 25, 2000, frozenset())


def test_where_a_total_is_at_least_what_is_left_is_at_most() -> None:
    known, unknown = an_entry(magnesium_mg=300.0, water_g=100.0), an_entry(vitamin_d_ug=30.0)
    gap = gap_of(day_intake(FRIDAY, [known, unknown], Targets()))
    assert (gap.magnesium_mg, gap.vitamin_d_ug, gap.water_ml) == (100, 0, 1900)
    # Vitamin D is reached, however much more there may be.
    assert gap.at_most == {"magnesium_mg", "water"}


@pytest.mark.parametrize(("drunk_g", "room_ml"), [(1200.0, 300.0), (1500.0, 0.0), (1700.0, 0.0)])
def test_a_fluid_limit_leaves_room_and_is_no_goal(drunk_g: float, room_ml: float) -> None:
    targets = Targets(water=WaterRule(fluid_limit_ml=1500.0))
    gap = gap_of(a_day(88.0, 5.0, targets, water_g=drunk_g))
    assert (gap.water_ml, gap.fluid_room_ml) == (0, room_ml)


@pytest.mark.parametrize(
    ("changes", "left_ml"), [({}, 800.0), ({"fiber_g": 35.0}, 1050.0), ({"heat_ml": 500.0}, 1300.0)]
)
def test_the_water_that_is_left_follows_the_rule(changes: dict[str, Any], left_ml: float) -> None:
    assert gap_of(a_day(88.0, 5.0, **changes)).water_ml == left_ml


def test_above_the_limit_of_vitamin_d_no_room_is_left() -> None:
    assert gap_of(a_day(88.0, -120.0)).vitamin_d_room_ug == 0
    targets = replace(Targets(), vitamin_d_limit_ug=50.0)
    assert gap_of(a_day(88.0, 5.0, targets)).vitamin_d_room_ug == 30
