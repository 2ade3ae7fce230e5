"""Answers to an item: what carries over to another food, and what a yes can make ready."""

import pytest

from tests.line_reader import a_food, only, reader_of
from tracker.errors import RefusedError
from tracker.foods import Food
from tracker.parse import Item
from tracker.reading.answers import accepted, is_whole, with_amount, with_food
from tracker.reading.items import Choice, unknown_item

RAW = a_food("Spinach, raw", ("cup", 30.0), id="raw", group="greens", per_100_g={"magnesium_mg": 79.0})
COOKED = a_food("Spinach, cooked", ("cup", 180.0), id="cooked", group="greens", per_100_g={"magnesium_mg": 87.0})
TOFU = a_food("Tofu", ("slice", 84.0), id="tofu", group="legumes", per_100_g={"magnesium_mg": 30.0})
BARE = a_food("Broth powder", id="bare", group="other")


def item_of(line: str, *foods: Food) -> Item:
    return only(reader_of(*foods).read(line))


@pytest.mark.parametrize(("line", "grams"), [("100 g cooked spinach", 100.0), ("2 cups cooked spinach", 60.0)])
def test_a_ready_item_keeps_its_amount_with_another_food(line: str, grams: float):
    item = with_food(item_of(line, RAW, COOKED), RAW)
    assert (item.status, item.food_id, item.grams) == ("ready", "raw", grams)
    assert item.nutrients is not None
    assert item.nutrients["magnesium_mg"] == pytest.approx(79.0 * grams / 100)


def test_a_measure_the_new_food_does_not_have_is_asked_with_its_usual_portion_proposed():
    item = with_food(item_of("2 cups cooked spinach", RAW, COOKED), TOFU)
    assert (item.status, item.amount, item.measure, item.grams) == ("ask", 1.0, "slice", 84.0)
    assert item.reason == "How much Tofu?"
    assert item.approximate


def test_a_food_without_portions_is_asked_about_without_a_proposal():
    item = with_food(item_of("2 cups cooked spinach", RAW, COOKED), BARE)
    assert (item.status, item.amount, item.grams) == ("ask", None, None)
    assert not is_whole(item)


def test_an_amount_that_was_only_proposed_is_not_carried_over_as_if_said():
    asked = item_of("some spinach", RAW, COOKED)
    assert asked.status == "ask"
    other = RAW if asked.food_id == "cooked" else COOKED
    item = with_food(asked, other)
    assert item.status == "ask"
    assert item.grams == other.portions[0].grams


def test_another_food_leaves_an_open_question_open():
    asked = item_of("2-3 cups cooked spinach", RAW, COOKED)
    assert asked.status == "ask"
    assert with_food(asked, RAW).status == "ask"


def test_the_food_that_was_left_can_be_chosen_again():
    item = item_of("2 cups cooked spinach", RAW, COOKED)
    back = with_food(with_food(item, RAW), COOKED)
    assert (back.food_id, back.grams, back.status) == ("cooked", 360.0, "ready")
    assert [choice.food_id for choice in back.choices].count("raw") == 1


def test_a_typed_amount_makes_an_item_ready():
    item = with_amount(item_of("some cooked spinach", RAW, COOKED), COOKED, 1.5, "cup", 270.0)
    assert (item.status, item.amount, item.measure, item.grams) == ("ready", 1.5, "cup", 270.0)


def test_a_typed_amount_that_is_unlikely_is_asked_about():
    item = with_amount(item_of("some cooked spinach", RAW, COOKED), COOKED, 9.0, "kg", 9000.0)
    assert (item.status, item.confirmable) == ("ask", True)
    assert accepted(item).status == "ready"


def test_yes_makes_a_whole_proposal_ready_as_it_is():
    asked = item_of("some cooked spinach", COOKED)
    item = accepted(asked)
    assert (item.status, item.reason, item.grams) == ("ready", None, 180.0)


@pytest.mark.parametrize(
    ("item", "sentence"),
    [
        (unknown_item("3 xyzzy", (), None), "Say which food first."),
        (Item("broth", "ask", "How much?", kind="food", food_id="bare", name="Broth"), "Say how much Broth first."),
    ],
)
def test_yes_to_a_proposal_that_cannot_be_saved_is_refused_with_what_is_missing(item: Item, sentence: str):
    with pytest.raises(RefusedError) as refused:
        accepted(item)
    assert str(refused.value) == sentence


def test_a_supplement_is_whole_without_food_or_weight():
    item = item_of("magnesium citrate 200 mg", COOKED)
    assert is_whole(item)


def test_a_choice_without_a_weight_proposes_the_usual_portion_of_its_food():
    item = Item("tofu", "ask", "How much?", kind="food", food_id="raw", name="Spinach, raw", amount=1.0, measure="cup",
                grams=30.0, choices=(Choice("tofu", "Tofu", None),))  # fmt: skip
    assert with_food(item, TOFU).grams == 84.0
