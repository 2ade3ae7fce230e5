"""Pictures that stand for a food are asked about; beside words they are ornament."""

import pytest

from tests.line_reader import only, shipped


@pytest.mark.parametrize(
    ("line", "name", "amount"),
    [("🍌🍌", "Banana", 2.0), ("🍌", "Banana", 1.0), ("1 🍌", "Banana", 1.0), ("☕ 250 ml", "Coffee, brewed", 250.0)],
)
def test_a_picture_is_proposed_as_what_it_shows_and_always_asked(line: str, name: str, amount: float) -> None:
    item = only(shipped().read(line))
    assert (item.status, item.name, item.amount) == ("ask", name, amount)


def test_a_picture_beside_words_changes_nothing() -> None:
    assert only(shipped().read("2 eggs 🍳")).status == "ready"


@pytest.mark.parametrize("line", ["🍌🥑", "🛸🛸"])
def test_pictures_of_no_one_food_are_asked_about_too(line: str) -> None:
    assert only(shipped().read(line)).status == "ask"
