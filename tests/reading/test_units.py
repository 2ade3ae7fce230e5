"""The table of units."""

import pytest

from tracker.foods import GROUPS
from tracker.reading.units import GRAMS, MILLILITRES, THUMBS, UNITS


@pytest.mark.parametrize(
    ("spelling", "unit"),
    [
        ("grams", "g"),
        ("kilo", "kg"),
        ("ounces", "oz"),
        ("pounds", "lb"),
        ("litres", "l"),
        ("liters", "l"),
        ("mcg", "ug"),
        ("µg", "ug"),
        ("fluid ounces", "fl oz"),
        ("tablespoons", "tbsp"),
        ("tin", "can"),
        ("glasses", "glass"),
        ("leaves", "leaf"),
        ("rashers", "strip"),
        ("bunches", "bunch"),
        ("mugs", "mug"),
    ],
)
def test_every_spelling_means_its_unit(spelling: str, unit: str) -> None:
    assert UNITS[spelling] == unit


# NIST Handbook 44, appendix C: 1 lb = 453.592 37 g exactly, 1 US fl oz = 29.573 53 mL, 16 tbsp = 48 tsp = 1 cup.
def test_weights_and_volumes_are_those_of_the_handbook() -> None:
    assert GRAMS["lb"] == pytest.approx(16 * GRAMS["oz"], abs=1e-9)
    assert MILLILITRES["cup"] == pytest.approx(8 * MILLILITRES["fl oz"], rel=1e-6)
    assert MILLILITRES["cup"] == pytest.approx(16 * MILLILITRES["tbsp"], rel=1e-6)
    assert MILLILITRES["cup"] == pytest.approx(48 * MILLILITRES["tsp"], rel=1e-5)
    assert MILLILITRES["gallon"] == pytest.approx(4 * MILLILITRES["quart"], rel=1e-6)
    assert MILLILITRES["pint"] == pytest.approx(MILLILITRES["quart"] / 2, rel=1e-3)


def test_no_spelling_is_a_number() -> None:
    assert not [spelling for spelling in UNITS if any(sign.isdigit() for sign in spelling)]


def test_every_rule_of_thumb_has_a_source_and_known_groups() -> None:
    for thumb in THUMBS:
        assert thumb.source
        assert thumb.amount > 0
        assert set(thumb.groups) <= set(GROUPS)
