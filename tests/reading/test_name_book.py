"""Full names of foods inside a line."""

import pytest

from tests.line_reader import a_food
from tracker.reading.name_book import NameBook

BOOK = NameBook(
    [
        a_food("Spinach, cooked"),
        a_food("Macaroni and cheese", also=("mac and cheese", "mac & cheese")),
        a_food("Milk, reduced fat 2%", also=("2% milk",)),
        a_food("Lemon-lime soda", also=("7up",)),
        a_food("Cream, half and half", also=("half and half",)),
        a_food("Almonds"),
        a_food("Spinach", staple=0),
        a_food("Old spinach", also=("Spinach", "spinach, cooked"), staple=2),
    ]
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("200 g spinach, cooked", ["spinach, cooked"]),
        ("spinach, cooked, milk", ["spinach, cooked"]),
        ("mac and cheese and almonds", ["mac and cheese"]),
        ("a glass of 2% milk", ["2% milk"]),
        ("half and half and half an apple", ["half and half"]),
        ("spinach, cookedly", []),
        ("almonds", []),
        ("", []),
    ],
)
def test_only_names_that_would_be_parted_are_marked(text: str, found: list[str]) -> None:
    assert [text[span.start : span.end] for span in BOOK.spans(text)] == found


def test_a_foods_own_name_comes_before_anothers_other_name() -> None:
    own, other = BOOK.get("spinach, cooked"), BOOK.get("spinach")
    assert own is not None
    assert own.name == "Spinach, cooked"
    assert other is not None
    assert other.name == "Spinach"
    assert BOOK.get("nothing") is None


def test_names_with_and_are_found_in_other_forms_of_their_words() -> None:
    food = BOOK.joined("macaronis & cheese")
    assert food is not None
    assert food.name == "Macaroni and cheese"
    assert BOOK.joined("almonds and cheese") is None


def test_words_that_begin_with_a_digit_are_known() -> None:
    assert "7up" in BOOK.digit_words
