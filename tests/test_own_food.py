"""Own foods from labels: per 100 g whatever the serving, blank unknown, and what cannot be refused in one sentence."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.entries import MAX_NAME_CHARACTERS
from tracker.errors import RefusedError
from tracker.nutrients import NUTRIENTS
from tracker.own_food import checked, own_food, own_portion, per_100_g_of_label


def test_a_label_per_serving_becomes_amounts_per_100_g() -> None:
    found = per_100_g_of_label({"energy_kcal": 160, "magnesium_mg": 30, "vitamin_d_ug": 2}, serving_g=40)
    assert (found["energy_kcal"], found["magnesium_mg"], found["vitamin_d_ug"]) == (400, 75, 5)


def test_a_label_per_100_g_stays_and_zero_is_not_blank() -> None:
    found = per_100_g_of_label({"magnesium_mg": 75.0, "alcohol_g": 0.0, "fiber_g": None})
    assert (found["magnesium_mg"], found["alcohol_g"], found["fiber_g"], found["water_g"]) == (75, 0, None, None)
    assert list(found) == list(NUTRIENTS)


@given(
    st.dictionaries(st.sampled_from(list(NUTRIENTS)), st.none() | st.floats(0, 20)),
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
        ({"magnesium_mg": 200_000.0}, None, "more than the food itself"),
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
