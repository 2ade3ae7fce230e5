"""Items: when a proposal may be ready."""

import math
from datetime import date, datetime, timedelta, timezone

import pytest

from tests.line_reader import a_food
from tracker.entries import entry_of_food
from tracker.errors import RefusedError
from tracker.foods import FoodTable
from tracker.nutrients import NUTRIENTS
from tracker.quantities import Quantity, Weighed
from tracker.reading.doses import Dose
from tracker.reading.items import Item, entry_of_item, food_item, supplement_item, unknown_item

DAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=1)))
ALMONDS = a_food("Almonds", group="nuts", per_100_g={"magnesium_mg": 268.0, "energy_kcal": 575.0})
WATER = a_food("Water", group="drinks", per_100_g={"water_g": 100.0})


def test_a_plain_weight_is_ready_and_carries_its_nutrients() -> None:
    item = food_item("30 g almonds", ALMONDS, Weighed(30.0, "g", 30.0), None, ())
    assert (item.status, item.kind, item.food_id, item.grams) == ("ready", "food", "Almonds", 30.0)
    assert item.nutrients is not None
    assert item.nutrients["magnesium_mg"] == pytest.approx(80.4)
    assert item.nutrients["vitamin_d_ug"] is None
    assert set(item.nutrients) == set(NUTRIENTS)


@pytest.mark.parametrize(
    ("food", "weighed", "confirmable"),
    [
        (ALMONDS, Weighed(5000.0, "g", 5000.0), True),  # a lot
        (WATER, Weighed(12_000.0, "l", 12.0), True),
        (ALMONDS, Weighed(0.5, "mg", 500.0), True),  # a milligram for a gram
        (WATER, Weighed(1.5, "ml", 1.5), True),
        (ALMONDS, Weighed(30_000_000.0, "kg", 30_000.0), False),  # cannot be
        (ALMONDS, Weighed(math.inf, "kg", math.inf), False),
        (ALMONDS, Weighed(None, "flurb", 3.0), False),
    ],
)
def test_an_implausible_amount_asks(food, weighed: Weighed, confirmable: bool) -> None:
    item = food_item("...", food, weighed, None, ())
    assert item.status == "ask"
    assert item.reason
    assert item.confirmable is confirmable
    assert item.grams is None or item.grams <= 100_000


def test_an_open_question_comes_before_a_confirmation() -> None:
    item = food_item("...", ALMONDS, Weighed(5000.0, "g", 5000.0), "Which almonds?", ())
    assert (item.reason, item.confirmable) == ("Which almonds?", False)


def test_a_supplement_has_no_food_and_no_weight() -> None:
    item = supplement_item("...", Dose("Vitamin D3", "vitamin_d_ug", 25.0, 1000.0, "IU"), None)
    assert (item.status, item.kind, item.food_id, item.grams) == ("ready", "supplement", None, None)
    assert item.nutrients is not None
    assert item.nutrients["vitamin_d_ug"] == 25.0
    assert item.nutrients["magnesium_mg"] is None


def test_a_huge_dose_is_to_be_confirmed() -> None:
    item = supplement_item("...", Dose("Vitamin D3", "vitamin_d_ug", 1250.0, 50_000.0, "IU"), None)
    assert item.status == "ask"
    assert item.confirmable


def test_an_unknown_food_proposes_nothing_that_is_not_known() -> None:
    item = unknown_item("-2 xyzzy", [Quantity(-2.0, None)], None)
    assert item.status == "ask"
    assert (item.food_id, item.grams, item.amount, item.nutrients) == (None, None, None, None)


def test_the_json_of_an_item_has_the_agreed_keys() -> None:
    item = food_item("30 g almonds", ALMONDS, Weighed(30.0, "g", 30.0), None, ())
    assert list(item.as_json()) == (
        "text status reason kind food_id name amount measure grams approximate nutrients choices".split()
    )


def test_an_item_is_saved_as_the_entry_of_its_food() -> None:
    table = FoodTable({"Almonds": ALMONDS})
    item = food_item("30 g almonds", ALMONDS, Weighed(30.0, "g", 30.0), None, ())
    entry = entry_of_item(item, table, day=DAY, at=NOON, meal="snack")
    expected = entry_of_food(ALMONDS, grams=30.0, amount=30.0, measure="g", day=DAY, at=NOON, meal="snack")
    assert (entry.name, entry.grams, entry.magnesium_mg) == (expected.name, expected.grams, expected.magnesium_mg)


def test_an_item_without_a_weight_is_not_saved() -> None:
    with pytest.raises(RefusedError):
        entry_of_item(Item("xyzzy", "ask", amount=2.0, name="?"), FoodTable({}), day=DAY, at=NOON, meal="snack")
