"""The food that words mean, and when that is in doubt."""

import pytest

from tests.line_reader import a_food
from tracker.reading.matching import Matcher
from tracker.reading.name_book import NameBook
from tracker.search import FoodIndex

FOODS = [
    a_food("Almonds", also=("almond", "raw almond"), group="nuts", staple=2),
    a_food("Almond milk", group="drinks"),
    a_food("Milk, whole", also=("milk",), group="drinks"),
    a_food("Milk, skim", group="drinks"),
    a_food("Spinach, raw", also=("spinach",), group="greens", staple=2),
    a_food("Spinach, cooked", group="greens", staple=2),
    a_food("Salmon, raw", group="fish"),
    a_food(
        "Chicken breast, cooked",
        also=("chicken breast", "chicken breast with skin"),
        group="meat",
        source_name="Chicken, breast, meat only",
    ),
    a_food("Chicken breast, with skin, cooked", group="meat", source_name="Chicken, breast, meat and skin", staple=0),
    a_food("Beef stew with potatoes and vegetables", group="dishes", staple=0),
    a_food("Tomatoes, canned", also=("diced tomato",), group="vegetables", staple=2),
    a_food("Tomato, raw", group="vegetables", staple=2),
    a_food("Egg, boiled", also=("egg",), group="eggs"),
    a_food("Lentils, cooked", also=("raw lentil",), group="legumes", staple=2),
    a_food("Apple", source_name="Apples, raw, with skin"),
]
MATCHER = Matcher(FoodIndex(FOODS), NameBook(FOODS))


def match(text: str, **familiar: float):
    return MATCHER.match(tuple(text.split()), familiar)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("almonds", "Almonds"),
        ("raw almonds", "Almonds"),
        ("milk", "Milk, whole"),
        ("almond milk", "Almond milk"),
        ("cooked spinach", "Spinach, cooked"),
        ("steamed spinach", "Spinach, cooked"),
        ("spinach", "Spinach, raw"),
        ("chicken breast with skin", "Chicken breast, with skin, cooked"),
        ("skinless chicken breast", "Chicken breast, cooked"),
        ("diced tomatoes", "Tomato, raw"),  # canned only when said
        ("canned tomatoes", "Tomatoes, canned"),
        ("omega-3 egg", "Egg, boiled"),
        ("free-range eggs", "Egg, boiled"),
        ("apple with skin", "Apple"),
        ("almnds", "Almonds"),
    ],
)
def test_words_mean_the_plain_food_in_the_state_said(text: str, name: str) -> None:
    found = match(text)
    assert found.food is not None
    assert (found.food.name, found.question) == (name, None)


@pytest.mark.parametrize(
    "text",
    [
        "xyzzy",
        "flurbs of spinach",
        "magnesium rich milk",
        "beef stew",  # with what?
        "salmon",  # the table has it raw only, and raw is not meant
        "fried almonds",
        "raw chicken breast",
        "raw lentils",  # an other name that is not true
        "",
        "x" * 500,
    ],
)
def test_a_food_that_is_not_near_enough_is_asked_about(text: str) -> None:
    assert not match(text).sure


def test_the_full_name_is_that_food_whatever_else_is_called_so() -> None:
    found = MATCHER.match(("salmon, raw",), {})
    assert found.full_name
    assert found.sure
    assert MATCHER.match(("chopped", "spinach, raw"), {}).full_name


def test_what_a_person_logs_comes_first_among_kin_only() -> None:
    skim = match("milk", **{"Milk, skim": 30.0}).food
    almonds = match("almonds", **{"Almond milk": 300.0}).food
    spinach = match("spinach", **{"Spinach, cooked": 300.0}).food
    assert [food and food.name for food in (skim, almonds, spinach)] == ["Milk, skim", "Almonds", "Spinach, raw"]


def test_the_next_best_foods_are_offered() -> None:
    assert "Milk, skim" in [food.name for food in match("milk").others]
