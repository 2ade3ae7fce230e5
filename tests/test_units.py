"""Amounts in the units they are shown in, and back."""

from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.reading.units import GRAMS, MILLILITRES
from tracker.units import OTHER_UNIT, Unit, VitaminDUnit, VolumeUnit, WeightUnit, from_unit, in_unit

UNITS = [unit for kind in (VolumeUnit, VitaminDUnit, WeightUnit) for unit in get_args(kind)]


# 1 fl oz = 29.57353 mL (NIST Handbook 44, appendix C); 1 µg = 40 IU by definition; 1 oz = 28.349523125 g.
@pytest.mark.parametrize(
    ("stored", "unit", "shown"),
    [
        (236.58824, "fl oz", 8),
        (240.0, "mL", 240),
        (25.0, "IU", 1000),
        (25.0, "µg", 25),
        (283.49523125, "oz", 10),
        (30.0, "g", 30),
    ],
)
def test_an_amount_is_shown_in_a_unit_and_read_back_from_it(stored: float, unit: Unit, shown: float) -> None:
    assert in_unit(stored, unit) == pytest.approx(shown, rel=1e-12)
    assert from_unit(shown, unit) == pytest.approx(stored, rel=1e-12)


@given(stored=st.floats(0, 1e6), unit=st.sampled_from(UNITS))
def test_there_and_back_is_the_same_amount(stored: float, unit: Unit) -> None:
    assert from_unit(in_unit(stored, unit), unit) == pytest.approx(stored, rel=1e-12)
    assert in_unit(from_unit(stored, unit), unit) == pytest.approx(stored, rel=1e-12)


def test_an_ounce_is_the_one_that_a_line_is_read_in() -> None:
    assert from_unit(1.0, "fl oz") == MILLILITRES["fl oz"]
    assert from_unit(1.0, "oz") == GRAMS["oz"]


def test_what_is_shown_in_both_has_another_unit_each_way() -> None:
    assert {OTHER_UNIT[other] for other in OTHER_UNIT.values()} == set(OTHER_UNIT) == {"mL", "fl oz", "IU", "µg"}
