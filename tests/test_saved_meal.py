"""Saved meals: parts keep what they were logged with, at any scale, and unknown stays unknown."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY, NOON, a_supplement, an_entry
from tracker.entries import Entry
from tracker.errors import RefusedError
from tracker.nutrients import DIARY_KEYS
from tracker.saved_meal import SavedMeal, entries_of_meal, saved_meal

OATS = an_entry(name="Oats", food_id="oats", amount=0.5, measure="cup", grams=40.0, magnesium_mg=55.0, fiber_g=4.0)
MILK = an_entry(name="Milk", food_id="milk", kind="drink", amount=200.0, measure="ml", grams=206.0, magnesium_mg=22.0)
PILL = a_supplement(name="Vitamin D3", amount=1000.0, measure="IU", vitamin_d_ug=25.0)


def logged(meal: SavedMeal, factor: float = 1.0) -> list[Entry]:
    return entries_of_meal(meal, factor, day=FRIDAY, at=NOON, meal="breakfast")


def test_half_a_meal_is_half_of_every_part_with_the_nutrients_it_was_saved_with() -> None:
    oats, milk, pill = logged(saved_meal("my porridge", [OATS, MILK, PILL]), 0.5)
    assert (oats.amount, oats.measure, oats.grams, oats.magnesium_mg, oats.fiber_g) == (0.25, "cup", 20, 27.5, 2)
    assert (milk.kind, milk.amount, milk.grams, milk.magnesium_mg, milk.fiber_g) == ("drink", 100, 103, 11, None)
    assert (pill.kind, pill.amount, pill.grams, pill.vitamin_d_ug, pill.magnesium_mg) == (
        "supplement",
        500,
        None,
        12.5,
        None,
    )
    assert {entry.source for entry in (oats, milk, pill)} == {"copy"}
    assert {entry.meal for entry in (oats, milk, pill)} == {"breakfast"}
    assert len({oats.id, milk.id, pill.id, OATS.id, MILK.id, PILL.id}) == 6


@given(st.floats(0.01, 100), st.lists(st.none() | st.floats(0, 1e4), min_size=1, max_size=5))
def test_any_scale_multiplies_what_is_known_and_nothing_else(factor: float, amounts: list[float | None]) -> None:
    entries = [an_entry(magnesium_mg=amount) for amount in amounts]
    for entry, part in zip(entries, logged(saved_meal("any", entries), factor), strict=True):
        assert (part.magnesium_mg is None) == (entry.magnesium_mg is None)
        if entry.magnesium_mg is not None:
            assert part.magnesium_mg == pytest.approx(entry.magnesium_mg * factor)
        assert part.grams == pytest.approx(180 * factor)


@pytest.mark.parametrize("factor", [0.0, -1.0, float("nan"), float("inf")])
def test_a_factor_that_is_no_amount_is_refused(factor: float) -> None:
    with pytest.raises(RefusedError):
        logged(saved_meal("my porridge", [OATS]), factor)


def test_a_total_is_unknown_when_a_food_lacks_the_value_but_not_when_a_pill_does() -> None:
    meal = saved_meal("my porridge", [OATS, MILK, PILL])
    assert meal.nutrients()["magnesium_mg"] == 77
    assert meal.nutrients()["fiber_g"] is None
    assert saved_meal("pills", [PILL]).nutrients()["vitamin_d_ug"] == 25
    assert saved_meal("pills", [PILL]).nutrients()["magnesium_mg"] is None
    assert (meal.known("fiber_g"), meal.known("calcium_mg")) == (4, None)
    assert meal.grams == 246
    assert saved_meal("import", [OATS, an_entry(source="import", grams=None)]).grams is None
    assert saved_meal("pills", [PILL]).grams is None


def test_a_part_is_resized_by_its_own_values() -> None:
    part = saved_meal("my porridge", [OATS, PILL]).parts[0].resized(60.0, "g", 60.0)
    assert (part.amount, part.measure, part.grams, part.nutrients["magnesium_mg"]) == (60, "g", 60, 82.5)
    assert part.nutrients["calcium_mg"] is None
    with pytest.raises(RefusedError, match="has no weight"):
        saved_meal("pills", [PILL]).parts[0].resized(1.0, "g", 1.0)


@pytest.mark.parametrize(
    ("name", "entries", "said"),
    [
        (" ", [OATS], "needs a name"),
        ("x" * 201, [OATS], "at most 200 characters"),
        ("a\x00", [OATS], "NUL character"),
        ("empty", [], "at least one"),
        ("too many", [OATS] * 201, "at most 200 parts"),
        ("bad", [replace(OATS, grams=-1.0)], "more than zero"),
        ("bad", [replace(OATS, amount=float("nan"))], "must be a number"),
        ("bad", [replace(OATS, magnesium_mg=-1.0)], "Magnesium cannot be -1 mg"),
        ("bad", [replace(OATS, magnesium_mg=float("nan"))], "Magnesium cannot be nan mg"),
    ],
)
def test_a_meal_that_cannot_be_is_refused_in_one_sentence(name: str, entries: list[Any], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        saved_meal(name, entries)


def test_an_unlikely_part_is_named() -> None:
    meal = saved_meal("my porridge", [MILK, OATS])
    assert meal.unlikely() is None
    assert (meal.scaled(40).unlikely() or "").startswith("Milk: 8,240 g is a lot")


def test_a_part_keeps_every_nutrient_of_the_diary() -> None:
    entry = an_entry(**{key: float(place) for place, key in enumerate(DIARY_KEYS)})
    (back,) = logged(saved_meal("all", [entry]))
    assert [back.amount_of(key) for key in DIARY_KEYS] == list(range(len(DIARY_KEYS)))
