"""A line parted into items."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.line_reader import a_food
from tracker.reading.lines import parts_of
from tracker.reading.name_book import NameBook

BOOK = NameBook(
    [
        a_food("Spinach, cooked"),
        a_food("Macaroni and cheese", also=("mac and cheese",)),
        a_food("Peanut butter and jelly sandwich"),
        a_food("Cream, half and half", also=("half and half",)),
    ]
)


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("", []),
        ("   ", []),
        (";;,,", []),
        ("30 g almonds", ["30 g almonds"]),
        ("30 g almonds, 1 banana", ["30 g almonds", "1 banana"]),
        ("30 g almonds,1 banana;milk", ["30 g almonds", "1 banana", "milk"]),
        ("30 g almonds + 1 banana", ["30 g almonds", "1 banana"]),
        ("2 eggs\n1 banana\n", ["2 eggs", "1 banana"]),
        ("2 eggs and 1 banana", ["2 eggs", "1 banana"]),
        ("2 eggs & a banana", ["2 eggs", "a banana"]),
        ("1,5 l water, 1,000 ml milk", ["1,5 l water", "1,000 ml milk"]),
        ("yogurt with 1 tbsp honey", ["yogurt", "1 tbsp honey"]),
        ("porridge with a banana", ["porridge", "a banana"]),
        ("yogurt with a handful of nuts", ["yogurt", "a handful of nuts"]),
        ("yogurt with handful of nuts", ["yogurt", "handful of nuts"]),
        ("coffee with milk", ["coffee with milk"]),
        ("chicken with skin", ["chicken with skin"]),
        ("2 eggs, scrambled", ["2 eggs, scrambled"]),
        ("1 onion, chopped, 2 eggs", ["1 onion, chopped", "2 eggs"]),
        ("coffee, no sugar, 200 ml", ["coffee, no sugar, 200 ml"]),
        ("chicken breast, grilled, no skin, 150 g", ["chicken breast, grilled, no skin, 150 g"]),
        ("peeled and sliced apple", ["peeled and sliced apple"]),
        ("fresh, ripe banana", ["fresh, ripe banana"]),
        ("almonds, 30 g, walnuts, 20 g", ["almonds, 30 g", "walnuts, 20 g"]),
        ("1 apple, 150 g, 2 eggs", ["1 apple, 150 g", "2 eggs"]),
        ("1 cup, chopped kale", ["1 cup, chopped kale"]),
        ("500 ml water, some tofu", ["500 ml water", "some tofu"]),
        ("milk and bread", ["milk", "bread"]),
        ("cold milk, cornflakes", ["cold milk", "cornflakes"]),
        ("tuna in water, bread", ["tuna in water", "bread"]),
        ("100 g spinach, cooked", ["100 g spinach, cooked"]),
        ("1 cup mac and cheese", ["1 cup mac and cheese"]),
        ("macaroni & cheese and milk", ["macaroni & cheese", "milk"]),
        ("peanut butter and jelly sandwich", ["peanut butter and jelly sandwich"]),
        ("half and half 30 ml", ["half and half 30 ml"]),
        ("one and a half cups of rice", ["one and a half cups of rice"]),
        ("between 2 and 3 eggs", ["between 2 and 3 eggs"]),
        ("30 g almonds 20 g walnuts", ["30 g almonds", "20 g walnuts"]),
        ("almonds 30 g walnuts 20 g", ["almonds 30 g", "walnuts 20 g"]),
        ("skipped breakfast, 1 apple", ["1 apple"]),
        ("1 apple, no lunch", ["1 apple"]),
        ("no breakfast and 1 banana", ["1 banana"]),
        ("8am: 2 eggs", ["2 eggs"]),
        ("at 10 a banana", ["a banana"]),
        ("1. 2 eggs\n2. milk", ["2 eggs", "milk"]),
        ("2. eggs", ["2. eggs"]),
        ("2 bottles of water 500 ml each", ["2 bottles of water 500 ml each"]),
        ("two glasses (250 ml each) water", ["two glasses (250 ml each) water"]),
        ("magnesium 200 mg vitamin d 1000 iu", ["magnesium 200 mg", "vitamin d 1000 iu"]),
        ("breakfast: 2 eggs", ["2 eggs"]),
        ("tea: 300 ml", ["tea: 300 ml"]),
        ("for lunch i had 100 g tofu", ["100 g tofu"]),
        ("2 eggs for breakfast", ["2 eggs"]),
        ("2 biscuits with tea", ["2 biscuits with tea"]),
        ("took 400 mg magnesium before bed", ["400 mg magnesium"]),
        ("- 2 eggs\n- 1 banana", ["2 eggs", "1 banana"]),
        ("• 2 eggs\n• 1 banana", ["2 eggs", "1 banana"]),
        ("-30 g almonds", ["-30 g almonds"]),
        ("30 g almonds.", ["30 g almonds"]),
    ],
)
def test_a_line_parts_where_people_part_it(line: str, parts: list[str]) -> None:
    assert [part.text for part in parts_of(line, BOOK)] == parts


@pytest.mark.parametrize(
    "line",
    [
        "no breakfast",
        "nothing",
        "Nothing today",
        "skipped lunch",
        "no lunch today",
        "none",
        "didn't eat anything",
        "fasted",
    ],
)
def test_nothing_eaten_is_nothing_to_log(line: str) -> None:
    assert parts_of(line, BOOK) == []


@pytest.mark.parametrize(
    ("line", "part", "meal"),
    [
        ("nothing but 2 eggs", "2 eggs", None),
        ("no lunch, but 2 eggs", "2 eggs", None),
        ("skipped lunch but had 2 eggs", "2 eggs", None),
        ("no breakfast, only a coffee", "a coffee", None),
        ("nothing for lunch but 2 eggs", "2 eggs", "lunch"),
        ("nothing for dinner except a yogurt", "a yogurt", "dinner"),
    ],
)
def test_nothing_but_is_not_nothing(line: str, part: str, meal: str | None) -> None:
    assert [(part.text, part.eaten_at) for part in parts_of(line, BOOK)] == [(part, meal)]


def test_a_dash_with_a_blank_behind_it_is_a_bullet_and_without_one_a_minus() -> None:
    assert [part.text for part in parts_of("- 2 eggs", BOOK)] == ["2 eggs"]
    assert [part.text for part in parts_of("-2 eggs", BOOK)] == ["-2 eggs"]


@pytest.mark.parametrize(
    ("line", "parts"),
    [
        ("lentil soup, big bowl", ["lentil soup, big bowl"]),
        ("200 g soup, big bowl", ["200 g soup", "big bowl"]),
        ("coffee, cup", ["coffee, cup"]),
        ("2 caps magnesium 120 mg each", ["2 caps magnesium 120 mg each"]),
        ("magnesium 2 caps 120 mg each", ["magnesium 2 caps 120 mg each"]),
        ("3 magnesium tablets 133 mg per tablet", ["3 magnesium tablets 133 mg per tablet"]),
    ],
)
def test_what_tells_how_much_stays_with_its_food(line: str, parts: list[str]) -> None:
    assert [part.text for part in parts_of(line, BOOK)] == parts


def test_pictures_alone_are_an_item() -> None:
    assert [part.text for part in parts_of("🍌🍌, 2 eggs 🍳", BOOK)] == ["🍌🍌", "2 eggs 🍳"]


def test_what_an_and_links_and_what_has_an_amount_is_noted() -> None:
    crisps = parts_of("25 g cheese and onion crisps", BOOK)
    eggs = parts_of("2 eggs and 1 banana, milk", BOOK)
    assert [(part.linked, part.counted) for part in crisps] == [(False, True), (True, False)]
    assert [(part.linked, part.counted) for part in eggs] == [(False, True), (True, True), (False, False)]


@given(st.text(alphabet="ab 12½,;+-&()\n.x/•", max_size=60))
def test_every_part_is_words_of_the_line(line: str) -> None:
    for part in parts_of(line, BOOK):
        assert part.text in line
        assert part.tokens
