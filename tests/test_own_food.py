"""Own foods from labels: per 100 g whatever the serving, blank unknown, and what cannot be refused in one sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.entries import MAX_NAME_CHARACTERS
from tracker.errors import RefusedError
from tracker.foods import load_foods
from tracker.nutrients import NUTRIENTS
from tracker.own_food import MOST_OF_ANY_FOOD, checked, own_food, own_portion, per_100_g_of_label, unlikely


def test_a_label_per_serving_becomes_amounts_per_100_g() -> None:
    found = per_100_g_of_label({"energy_kcal": 160, "magnesium_mg": 30, "vitamin_d_ug": 2}, serving_g=40)
    assert (found["energy_kcal"], found["magnesium_mg"], found["vitamin_d_ug"]) == (400, 75, 5)


def test_a_label_per_100_g_stays_and_zero_is_not_blank() -> None:
    found = per_100_g_of_label({"magnesium_mg": 75.0, "alcohol_g": 0.0, "fiber_g": None})
    assert (found["magnesium_mg"], found["alcohol_g"], found["fiber_g"], found["water_g"]) == (75, 0, None, None)
    assert list(found) == list(NUTRIENTS)


@given(
    # At most 12 g of each of four parts in 50 g: less than the food itself.
    st.dictionaries(st.sampled_from(list(NUTRIENTS)), st.none() | st.floats(0, 12)),
    st.floats(50, 2000),
)
def test_what_a_serving_gives_is_what_its_label_said(label: dict[str, float | None], serving_g: float) -> None:
    per_100_g = per_100_g_of_label(label, serving_g)
    for key in NUTRIENTS:
        said, value = label.get(key), per_100_g[key]
        assert (value is None) == (said is None)
        if said is not None and value is not None:
            assert value * serving_g / 100 == pytest.approx(said)


@pytest.mark.parametrize(
    ("label", "serving_g", "said"),
    [
        ({"magnesium_mg": -1.0}, None, "Magnesium cannot be less than zero"),
        ({"magnesium_mg": float("nan")}, None, "Magnesium must be a number"),
        ({"fiber_g": float("inf")}, None, "Fiber must be a number"),
        ({"fiber_g": 101.0}, None, "more than the food itself"),
        ({"fiber_g": 30.0}, 20, "more than the food itself"),
        ({"magnesium_mg": 200_000.0}, None, "200,000 mg Magnesium in 100 g is more than the food itself"),
        ({"protein_g": 60.0, "fiber_g": 60.0}, None, "together are more than the food itself"),
        ({"energy_kcal": 1700.0}, None, "is the figure in kJ"),
        ({"energy_kcal": 100.0}, 0.0, "more than zero"),
        ({"energy_kcal": 100.0}, -5.0, "more than zero"),
        ({"energy_kcal": 100.0}, float("nan"), "must be a number"),
        ({"energy_kcal": 1e308}, 1e-5, "must be a number"),
    ],
)
def test_a_label_that_cannot_be_is_refused_in_one_sentence(
    label: dict[str, float | None], serving_g: float | None, said: str
) -> None:
    with pytest.raises(RefusedError, match=said) as refused:
        per_100_g_of_label(label, serving_g)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"name": "  "}, "needs a name"),
        ({"name": "x" * (MAX_NAME_CHARACTERS + 1)}, "at most 200 characters"),
        ({"name": "a\x00b"}, "NUL character"),
        ({"name": "a\ud800b"}, "half of a character"),
        ({"group": "stuff"}, "no group of foods"),
        ({"per_100_g": {"magnesium_mg": -1.0}}, "less than zero"),
        ({"portions": (own_portion("bar", 0),)}, "more than zero"),
        ({"portions": (own_portion("bar", float("nan")),)}, "must be a number"),
        ({"portions": (own_portion("bar", 200_000),)}, "cannot be logged as one entry"),
        ({"portions": (own_portion("bar", 50, amount=0),)}, "more than zero"),
        ({"portions": (own_portion(" ", 50),)}, "needs a name"),
        ({"portions": (own_portion("slice", 28), own_portion(" Slice", 30))}, "two portions called “slice”"),
        ({"portions": (own_portion("g", 28),)}, "“g” is a weight"),
        ({"portions": (own_portion("Ounces", 28),)}, "“ounces” is a weight"),
    ],
)
def test_a_food_that_cannot_be_is_refused(changes: dict[str, Any], said: str) -> None:
    with pytest.raises(RefusedError, match=said):
        own_food(**({"name": "Bar", "per_100_g": {}} | changes))


def test_a_food_of_the_table_cannot_be_changed_into_an_own_one() -> None:
    food = own_food("Bar", {})
    assert food.id.startswith("own:")
    object.__setattr__(food, "id", "sr:14411")
    with pytest.raises(RefusedError, match="only your own foods"):
        checked(food)


def test_as_a_food_it_has_every_nutrient_its_portions_and_its_kind() -> None:
    food = own_food(
        "  Oat   drink ", {"magnesium_mg": 5.0}, group="drinks", portions=(own_portion("Glass", 206),)
    ).as_food()
    assert (food.name, food.is_own, food.is_drink) == ("Oat drink", True, True)
    assert food.per_100_g == dict.fromkeys(NUTRIENTS) | {"magnesium_mg": 5.0}
    assert food.usual_portion is not None
    assert (food.usual_portion.measure, food.usual_portion.grams_each) == ("glass", 206)


@pytest.mark.parametrize(
    ("label", "asked"),
    [
        ({"magnesium_mg": 781.0}, None),
        ({"magnesium_mg": 782.0}, "782 mg magnesium in 100 g is more than any food of the table has: crude rice bran"),
        ({"vitamin_d_ug": 300.0}, "12,000 IU (300 µg) vitamin D in 100 g is more"),
        ({"sodium_mg": 40_000.0}, "40,000 mg sodium in 100 g is more"),
        ({"alcohol_g": 50.0}, "50.0 g alcohol in 100 g is more"),
        # 80 g protein are 320 kcal, and labels round.
        ({"energy_kcal": 310.0, "protein_g": 80.0}, None),
        ({"energy_kcal": 309.0, "protein_g": 80.0}, "309 kcal in 100 g is less than its protein and alcohol give, 320"),
        ({"energy_kcal": 4.0, "alcohol_g": 4.0}, "4 kcal in 100 g is less than its protein and alcohol give, 28"),
        # Beside 90 g water at most 10 g fat: 90 kcal.
        ({"energy_kcal": 141.0, "water_g": 90.0}, None),
        ({"energy_kcal": 190.0, "water_g": 90.0}, "190 kcal is more than 100 g with that much water can give, 90"),
        # Of what is blank nothing is asked.
        ({"energy_kcal": 902.0}, None),
        ({"protein_g": 90.0, "fiber_g": 5.0}, None),
        ({"energy_kcal": 0.0, "protein_g": None, "water_g": 99.9}, None),
        ({}, None),
    ],
)
def test_a_figure_beyond_all_foods_or_at_odds_with_the_others_is_asked_about(
    label: dict[str, float | None], asked: str | None
) -> None:
    question = unlikely(label)
    assert (question is None) == (asked is None)
    assert (question or "").startswith(asked or "")


def test_no_food_of_the_table_is_asked_about_and_each_bound_is_one_of_its_foods() -> None:
    foods = list(load_foods())
    assert [food.name for food in foods if unlikely(food.per_100_g)] == []
    for key, (most, _) in MOST_OF_ANY_FOOD.items():
        assert max(food.per_100_g[key] or 0.0 for food in foods) == most
