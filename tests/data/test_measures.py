"""USDA's household measures in plain words."""

import pytest

from building.measures import household, plain_measure
from tests.data.builders import source_food


@pytest.mark.parametrize(
    ("amount", "text", "plain"),
    [
        (1.0, "cup (8 fl oz)", (1.0, "cup")),
        (1.0, "cup (1 NLEA serving)", (1.0, "cup")),
        (1.0, "serving 1/2 cup", (0.5, "cup")),
        (2.0, "slices", (2.0, "slice")),
        (1.0, "tablespoon", (1.0, "tbsp")),
        (1.0, "cup, chopped", (1.0, "cup, chopped")),
        (1.0, "cup chopped", (1.0, "cup, chopped")),
        (1.0, "oz (23 whole kernels)", (1.0, "oz, 23 whole kernels")),
        (1.0, 'potato medium (2-1/4" to 3-1/4" dia)', (1.0, "medium")),
        (1.0, 'slice, large (approx 3" dia)', (1.0, "slice, large")),
        (1.0, "can or bottle (12 fl oz)", (1.0, "can or bottle, 12 fl oz")),
        (1.0, "jigger 1.5 fl oz", (1.0, "shot")),
        (1.0, "item", (1.0, "piece")),
    ],
)
def test_measures_are_short_lower_case_and_singular(amount, text, plain):
    assert plain_measure(amount, text) == plain


@pytest.mark.parametrize(
    "text",
    [
        "oz",
        "lb",
        "piece, cooked, excluding refuse (yield from 1 lb raw meat with refuse)",
        "unit (yield from 1 lb ready-to-cook chicken)",
        "cubic inch",
        "package (10 oz) yields",
        "raw pr g",
    ],
)
def test_yields_and_universal_units_are_left_out(text):
    assert plain_measure(1.0, text)[1] == ""


def words(*measures, group="other"):
    return [
        (row.measure, row.amount, row.grams) for row in household(source_food("Food", group=group, measures=measures))
    ]


def test_each_measure_is_listed_once_and_stores_come_last():
    rows = words(
        (1, "package (10 oz)", 284), (1, "cup", 30), (1, "cup (8 fl oz)", 31), (1, "leaf", 10), (1, "lb", 453.6)
    )
    assert rows == [("cup", 1, 30), ("leaf", 1, 10), ("package, 10 oz", 1, 284)]


def test_three_ounces_and_a_lone_ounce_are_servings():
    assert words((3, "oz", 85), (1, "fillet", 154), group="fish") == [("serving", 1, 85), ("fillet", 1, 154)]
    assert words((1, "oz", 28.35), (1, "roast", 900), group="meat")[0] == ("serving", 1, 85)
    assert words((1, "oz", 28.35), group="nuts") == [("serving", 1, 28.4)]
    assert words((1, "oz", 28.35), (1, "cup", 140), group="nuts") == [("cup", 1, 140)]


def test_a_measure_that_weighs_nothing_is_left_out():
    assert words((1, "cup", 0), (0, "slice", 20)) == []
