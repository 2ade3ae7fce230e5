"""Meals named in a line: in front of food they hold on, behind it they hold for what went before."""

import pytest

from tests.line_reader import a_food, only, shipped
from tracker.reading.lines import parts_of
from tracker.reading.name_book import NameBook

BOOK = NameBook([a_food("Egg"), a_food("Dinner roll")])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2 eggs", {"2 eggs": None}),
        ("breakfast: 2 eggs, banana", {"2 eggs": "breakfast", "banana": "breakfast"}),
        ("brekkie - 2 eggs", {"2 eggs": "breakfast"}),
        ("breakfst: 2 eggs", {"2 eggs": "breakfast"}),
        ("lunch: 2 eggs; dinner: salmon 150 g", {"2 eggs": "lunch", "salmon 150 g": "dinner"}),
        ("lunch: 2 eggs, dinner: 1 fig, 1 kiwi", {"2 eggs": "lunch", "1 fig": "dinner", "1 kiwi": "dinner"}),
        ("Dinner\nsalmon 150 g\n2 eggs", {"salmon 150 g": "dinner", "2 eggs": "dinner"}),
        ("Lunch:\n- 2 eggs\nSnack\n- 1 fig", {"2 eggs": "lunch", "1 fig": "snack"}),
        ("lunch at 13:00: 2 eggs", {"2 eggs": "lunch"}),
        ("dinner at 7pm: steak 200 g", {"steak 200 g": "dinner"}),
        ("Lunch (12:30): 2 eggs", {"2 eggs": "lunch"}),
        ("late snack 3 brazil nuts", {"3 brazil nuts": "snack"}),
        ("snacks: 1 fig", {"1 fig": "snack"}),
        ("elevenses: 1 fig", {"1 fig": "snack"}),
        ("supper: 1 fig", {"1 fig": "dinner"}),
        ("brunch: 1 fig", {"1 fig": None}),
        ("lunch: 1 kiwi\nbrunch: 1 fig", {"1 kiwi": "lunch", "1 fig": None}),
        ("tea: 2 biscuits", {"2 biscuits": None}),
        ("tea: 300 ml", {"tea: 300 ml": None}),
        ("for dinner I had 2 eggs and 1 fig", {"2 eggs": "dinner", "1 fig": "dinner"}),
        ("I had 2 eggs for dinner", {"2 eggs": "dinner"}),
        ("2 eggs for dinner.", {"2 eggs": "dinner"}),
        ("2 eggs as a snack", {"2 eggs": "snack"}),
        ("2 eggs w/ breakfast", {"2 eggs": "breakfast"}),
        ("2 eggs before lunch", {"2 eggs": None}),
        ("2 eggs and 1 fig for dinner", {"2 eggs": "dinner", "1 fig": "dinner"}),
        ("2 eggs for lunch, 1 fig for snack", {"2 eggs": "lunch", "1 fig": "snack"}),
        ("2 eggs for lunch, 1 fig", {"2 eggs": "lunch", "1 fig": None}),
        ("lunch: 2 eggs, 1 fig for dinner, 1 kiwi", {"2 eggs": "lunch", "1 fig": "dinner", "1 kiwi": "lunch"}),
        ("2 eggs\n1 fig for dinner", {"2 eggs": None, "1 fig": "dinner"}),
        ("for lunch 30 g nuts 1 fig", {"30 g nuts": "lunch", "1 fig": "lunch"}),
        ("1 Dinner roll", {"1 Dinner roll": None}),
        ("2 dinner rolls", {"2 dinner rolls": None}),
    ],
)
def test_each_item_knows_the_meal_that_was_named_for_it(line: str, expected: dict[str, str | None]) -> None:
    assert {part.text: part.eaten_at for part in parts_of(line, BOOK)} == expected


@pytest.mark.parametrize("line", ["Dinner", "lunch:", "for breakfast", "Snacks", "brunch", "late snack"])
def test_a_meal_alone_is_no_food(line: str) -> None:
    assert parts_of(line, BOOK) == []


def test_a_saved_meal_or_own_food_named_like_a_meal_is_had() -> None:
    assert [part.text for part in parts_of("breakfast", BOOK, {"breakfast"})] == ["breakfast"]
    own = NameBook([a_food("Supper", id="own:1")])
    assert [part.text for part in parts_of("supper", own)] == ["supper"]


def test_an_item_carries_its_meal_beside_what_the_command_line_shows() -> None:
    item = only(shipped().read("2 kiwis for dinner"))
    assert (item.status, item.eaten_at) == ("ready", "dinner")
    assert "eaten_at" not in item.as_json()
