"""The vocabulary: units, scaling and sums with unknown parts."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.foods import FOOD_COLUMNS
from tracker.nutrients import DIARY_KEYS, NUTRIENTS, iu_from_ug, scaled, total, ug_from_iu


@pytest.mark.parametrize(("iu", "ug"), [(1000, 25), (4000, 100), (600, 15), (40, 1), (0, 0)])
def test_forty_international_units_of_vitamin_d_are_a_microgram(iu: float, ug: float) -> None:
    assert ug_from_iu(iu) == ug
    assert iu_from_ug(ug) == iu


def test_every_key_ends_in_the_unit_it_is_measured_in() -> None:
    units = {"g": "g", "mg": "mg", "ug": "µg", "kcal": "kcal"}
    for key, nutrient in NUTRIENTS.items():
        assert nutrient.unit == units[key.rsplit("_", 1)[1]]
        assert key == nutrient.key


def test_the_vocabulary_is_in_the_order_of_the_columns_of_the_food_table() -> None:
    assert tuple(NUTRIENTS) == FOOD_COLUMNS[7:]
    assert set(DIARY_KEYS) < set(NUTRIENTS)


def test_a_portion_has_its_share_of_what_is_known_and_keeps_the_unknown_unknown() -> None:
    amounts = scaled({"magnesium_mg": 270.0, "vitamin_d_ug": None, "fiber_g": 0.0}, 30)
    assert amounts["magnesium_mg"] == pytest.approx(81)
    assert amounts["vitamin_d_ug"] is None
    assert amounts["fiber_g"] == 0
    assert amounts["calcium_mg"] is None


@pytest.mark.parametrize(
    ("values", "expected"),
    [([], None), ([None], None), ([None, None], None), ([0.0], 0.0), ([None, 0.0], 0.0), ([1.5, None, 2.0], 3.5)],
)
def test_a_sum_is_of_what_is_known_and_unknown_when_nothing_is(
    values: list[float | None], expected: float | None
) -> None:
    assert total(values) == expected


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e6))))
def test_the_order_of_the_parts_does_not_change_a_sum(values: list[float | None]) -> None:
    shuffled = sorted(values, key=lambda value: (value is None, -(value or 0.0)))
    assert total(shuffled) == total(values)


@given(st.floats(0, 1e5))
def test_units_of_vitamin_d_come_back_from_a_round_trip(ug: float) -> None:
    assert math.isclose(ug_from_iu(iu_from_ug(ug)), ug, rel_tol=1e-12, abs_tol=1e-300)
