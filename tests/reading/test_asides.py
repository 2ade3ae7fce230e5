"""Clock times and list numbers are blanked out, and nothing else is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.line_reader import a_food
from tracker.reading.asides import without_asides
from tracker.reading.name_book import NameBook

BOOK = NameBook([a_food("8am shake"), a_food("Drink 10:30 no. 1"), a_food("Seven In The Morning, cereal")])


@pytest.mark.parametrize(
    ("line", "left"),
    [
        ("8am coffee", "coffee"),
        ("8 am: 2 eggs", "2 eggs"),
        ("8 a.m. 2 eggs", "2 eggs"),
        ("2pm 30g almonds", "30g almonds"),
        ("7:30 - 1 cup oatmeal", "1 cup oatmeal"),
        ("07:15 250ml water", "250ml water"),
        ("14h30 1 apple", "1 apple"),
        ("coffee at 8:30am", "coffee"),
        ("10 o'clock 2 eggs", "2 eggs"),
        ("1 apple @ 16:00", "1 apple"),
        ("at 10 a banana", "a banana"),
        ("at 8, 2 eggs", ", 2 eggs"),
        ("2 eggs; at 11 1 apple", "2 eggs; 1 apple"),
        ("1. 2 eggs\n2. 1 banana", "2 eggs\n 1 banana"),
        ("1) 2 eggs\n\n2) milk", "2 eggs\n\n milk"),
        ("9.30 coffee", "coffee"),
        ("* 12.30 lentil soup", "lentil soup"),
        ("08.15 250 ml milk", "250 ml milk"),
        ("lunch at 13:00: 2 kiwis", "lunch : 2 kiwis"),
        ("last night 2 magnesium pills", "2 magnesium pills"),
        ("this morning: tea 2 cups", "tea 2 cups"),
        ("tea 2 cups in the morning", "tea 2 cups"),
        ("glass of water at 3 in the morning", "glass of water"),
        ("1 l water through the day", "1 l water"),
        ("3 teas throughout the day", "3 teas"),
        ("2 l water all day", "2 l water"),
        ("tea all through the night", "tea"),
        ("1 pill 250 mg each night", "1 pill 250 mg"),
        ("milk right before bed, 2 figs", "milk , 2 figs"),
        ("yesterday 2 eggs", "2 eggs"),
        ("- 2 eggs", "2 eggs"),
        ("– 1 roll", "1 roll"),
        ("- 2 eggs\n* 1 roll\n3. yoghurt 150g", "2 eggs 1 roll yoghurt 150g"),
        ("Lunch:\n1. 2 eggs\n2. milk", "Lunch: 2 eggs milk"),
    ],
)
def test_the_time_of_day_and_the_numbers_of_a_list_are_left_out(line: str, left: str) -> None:
    assert without_asides(line, BOOK).split() == left.split()


@pytest.mark.parametrize(
    "line",
    [
        "8 almonds",
        "2 eggs",
        "10 amaretti",
        "1:1 squash",
        "-2 slices toast",
        "12.50 g almonds",
        "2.25 apples",
        "1.50 avocado",
        "2 nights",
        "1 cup before midnight munch",
        "25:30 eggs",
        "200 ml at lunch",
        "at 10",
        "2. eggs",
        "1. 2 eggs\n1 banana",
        "2. 2 eggs\n3. 1 banana",
        "1.5 l water\n2.5 dl milk",
        "1 8am shake",
        "drink 10:30 no. 1",
        "40 g seven in the morning, cereal",
    ],
)
def test_amounts_and_names_stay(line: str) -> None:
    assert without_asides(line, BOOK) == line


def test_a_minus_behind_a_time_stays_a_minus() -> None:
    assert without_asides("8am -30 g almonds", BOOK).split() == ["-30", "g", "almonds"]


@given(st.text(max_size=40) | st.text("0123456789:.) ampt½\n-@", max_size=40))
def test_the_line_keeps_its_length(line: str) -> None:
    blanked = without_asides(line, BOOK)
    assert len(blanked) == len(line)
    assert all(new in (old, " ") for old, new in zip(line, blanked, strict=True))
