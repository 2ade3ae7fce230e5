"""USDA's household measures in plain words."""

import pytest

from building.measures import household, plain_measure, without_doubles
from building.staples import Portion
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
        (8.0, "fl oz (approximate weight, 1 serving)", (8.0, "fl oz")),
        (3.0, "slices 1 serving", (3.0, "slice")),
        (2.0, "cookie 2011 label", (2.0, "cookie")),
        (1.0, "can (300 x 407)", (1.0, "can")),
        (5.0, "package (5 oz)", (1, "package, 5 oz")),
        (5.0, "anchovies", (5.0, "anchovy")),
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
        "grams 1 serving",
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


@pytest.mark.parametrize(
    ("rows", "kept"),
    [
        ([("can", 1, 45), ("can, 2 oz", 1, 45)], ["can"]),
        ([("cup, sliced", 1, 91), ("tbsp", 1, 6), ("cup", 1, 91)], ["cup", "tbsp"]),
        ([("cup", 1, 21), ("cup, packed", 1, 67), ("cup, chopped", 1, 67)], ["cup", "cup, packed", "cup, chopped"]),
        ([("anchovy", 1, 4), ("anchovies", 5, 20)], ["anchovy"]),
        ([("leaf, inner", 1, 4.8), ("leaf inner", 1, 4.8)], ["leaf, inner"]),
        ([("can", 1, 45), ("can, 4 oz", 1, 90), ("piece", 1, 45)], ["can", "can, 4 oz", "piece"]),
    ],
)
def test_a_portion_that_says_nothing_new_is_left_out(rows, kept):
    portions = [Portion(measure, amount, grams, False, "USDA") for measure, amount, grams in rows]
    assert [row.measure for row in without_doubles(portions)] == kept
