"""Amounts as they are read, for the pages and the command line."""

import pytest

from tracker.amount_words import WATER, both_units, food_said, said, weight_words
from tracker.units import Units

METRIC, AMERICAN = Units(), Units("fl oz", "µg", "oz")


@pytest.mark.parametrize(
    ("amount", "measure", "name", "words"),
    [
        (1.0, "cup", "Spinach, cooked", "1 cup Spinach, cooked"),
        (2.0, "cup", "Spinach, cooked", "2 cups Spinach, cooked"),
        (1.0, "tbsp, whole", "Flaxseed", "1 tbsp Flaxseed, whole"),
        (2.0, "cup, sliced", "Mushrooms, white, raw", "2 cups Mushrooms, white, raw, sliced"),
        (2.0, "serving, 3 oz", "Beef", "2 servings of 3 oz Beef"),
        (1.5, "medium", "Banana", "1.5 medium Banana"),
        (250.0, "ml", "Milk", "250 mL Milk"),
    ],
)
def test_how_much_of_a_food_is_said_in_the_order_people_say_it(
    amount: float, measure: str, name: str, words: str
) -> None:
    assert food_said(amount, measure, name, METRIC) == words


@pytest.mark.parametrize(
    ("units", "words"),
    [
        (METRIC, ("250 mL", "30 g", "1,000 IU (25.0 µg)", "2,000 mL (68 fl oz)", "88 mg")),
        (AMERICAN, ("8.5 fl oz", "1.1 oz", "25.0 µg (1,000 IU)", "68 fl oz (2,000 mL)", "88 mg")),
    ],
)
def test_amounts_are_in_the_units_that_were_chosen_first(units: Units, words: tuple[str, ...]) -> None:
    assert (
        said(250.0, "ml", units),
        weight_words(30.0, units),
        both_units("vitamin_d_ug", 25.0, units),
        both_units(WATER, 2000.0, units),
        both_units("magnesium_mg", 88.0, units),
    ) == words
    assert both_units("vitamin_d_ug", None, units) == "unknown"
