"""States of a food that a line says, or leaves open."""

import pytest

from tests.line_reader import a_food
from tracker.foods import Food
from tracker.reading.states import contradicts, twins
from tracker.search import normalised_words

BREAST = a_food("Chicken breast, cooked", group="meat", source_name="Chicken, breast, meat only, cooked, roasted")
WITH_SKIN = a_food(
    "Chicken breast, with skin, cooked", group="meat", source_name="Chicken, breast, meat and skin, cooked"
)
THIGH = a_food("Chicken thigh, cooked", group="meat", source_name="Chicken, thigh, cooked, roasted")
RAW = a_food("Spinach, raw", group="greens")
COOKED = a_food("Spinach, cooked", group="greens")
SALTED = a_food("Almonds, roasted, salted", group="nuts")
UNSALTED = a_food("Peanut butter, unsalted", group="nuts", source_name="Peanut butter, smooth, without salt")
DRY_ROASTED = a_food("Almonds, dry roasted", group="nuts")
OATS = a_food("Oats, dry", group="grains")
OATMEAL = a_food("Oatmeal, cooked", group="grains")
PEAR = a_food("Pear", source_name="Pears, raw")
TOMATO = a_food("Tomato, raw", group="vegetables")
STEWED = a_food("Tomato, cooked", group="vegetables")


@pytest.mark.parametrize(
    ("food", "said", "wrong"),
    [
        (BREAST, "chicken breast with skin", True),
        (WITH_SKIN, "chicken breast with skin", False),
        (THIGH, "chicken thigh with skin", True),  # it does not say
        (WITH_SKIN, "chicken breast without skin", True),
        (WITH_SKIN, "skinless chicken breast", True),
        (BREAST, "skinless chicken breast", False),
        (BREAST, "raw chicken breast", True),
        (BREAST, "grilled chicken breast", False),
        (RAW, "cooked spinach", True),
        (RAW, "steamed spinach", True),
        (COOKED, "raw spinach", True),
        (COOKED, "spinach", False),
        (SALTED, "unsalted almonds", True),
        (UNSALTED, "salted peanut butter", True),
        (UNSALTED, "unsalted peanut butter", False),
        (DRY_ROASTED, "roasted almonds", False),
        (PEAR, "pear with skin", False),
    ],
)
def test_a_food_must_not_be_in_another_state_than_said(food, said: str, wrong: bool) -> None:
    assert contradicts(food, normalised_words(said)) is wrong


@pytest.mark.parametrize(
    ("food", "said", "others", "open_to"),
    [
        (RAW, "spinach", [COOKED, TOMATO], [COOKED]),
        (RAW, "raw spinach", [COOKED], []),
        (RAW, "baby spinach", [COOKED], []),
        (COOKED, "steamed spinach", [RAW], []),
        (TOMATO, "tomato", [STEWED], []),  # eaten raw
        (OATS, "oats", [OATMEAL], [OATMEAL]),
        (OATS, "rolled oats", [OATMEAL], []),
        (OATMEAL, "oatmeal", [OATS], []),
        (SALTED, "almonds", [DRY_ROASTED], []),
    ],
)
def test_raw_or_cooked_is_open_only_where_both_are_eaten(
    food, said: str, others: list[Food], open_to: list[Food]
) -> None:
    assert twins(food, normalised_words(said), others) == open_to
