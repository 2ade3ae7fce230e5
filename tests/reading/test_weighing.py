"""What an amount of a food weighs."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.line_reader import a_food
from tracker.foods import TAP_WATER_ID
from tracker.quantities import Quantity, grams_of

WATER = a_food("Tap water", ("glass~", 250), ("cup", 237), group="drinks", id=TAP_WATER_ID)
COFFEE = a_food("Coffee", ("cup", 237), ("mug~", 300), group="drinks")
JUICE = a_food("Juice", ("glass~", 250), ("glass, small~", 158), group="drinks")
MILK = a_food("Milk", ("cup", 244), group="drinks")
ALMONDS = a_food("Almonds", ("handful~", 30), ("piece", 1.2), ("cup", 143), group="nuts")
CHERRIES = a_food("Cherries", ("piece", 8.2))
APPLE = a_food("Apple", ("medium", 182), ("small", 149), ("large", 223))
SALMON = a_food("Salmon, cooked", ("fillet", 178), group="fish")
OIL = a_food("Olive oil", ("tbsp", 13.5), group="fats")
RICE = a_food("Rice, cooked", ("cup", 158), group="grains", per_100_g={"water_g": 68.0})
FLAKES = a_food("Corn flakes", ("cup", 28), group="grains", per_100_g={"water_g": 4.0})
SALT = a_food("Salt", ("tsp", 6), group="other")
BREAD = a_food("Bread", ("slice", 28), ("slice, large", 40), group="grains")
TOAST = a_food("White bread, toasted", ("slice", 22), group="grains")
NOTHING_KNOWN = a_food("Stew", group="dishes")


def q(amount: float, unit: str | None = None, size: str | None = None) -> Quantity:
    return Quantity(amount, unit, size=size)


# Expected grams by hand: 30 g; 2 oz x 28.3495; 1 lb = 453.59237; volumes x density (237/236.588 -> 1.00, 244 -> 1.03,
# tbsp 13.5/14.787 -> 0.91); 8 fl oz of milk = 8 x 29.57353 x 1.03.
@pytest.mark.parametrize(
    ("food", "quantity", "grams", "approximate"),
    [
        (ALMONDS, q(30, "g"), 30, False),
        (ALMONDS, q(2, "oz"), 56.699, False),
        (ALMONDS, q(1, "lb"), 453.592, False),
        (ALMONDS, q(500, "mg"), 0.5, False),
        (ALMONDS, q(2, "handful"), 60, True),
        (ALMONDS, q(10), 12, False),
        (ALMONDS, q(1, "cup"), 143, False),
        (ALMONDS, q(1, "serving"), 30, True),
        (APPLE, q(1), 182, False),
        (APPLE, q(2, "small"), 298, False),
        (APPLE, q(1, "piece"), 182, False),
        (APPLE, q(1, "handful"), None, False),  # is it fresh or dried? its water is unknown
        (WATER, q(250, "ml"), 250, False),
        (WATER, q(1.5, "l"), 1500, False),
        (WATER, q(300), 300, False),  # a bare number from 50 on beside a drink
        (WATER, q(1, "pint"), 473.2, True),
        (COFFEE, q(2), 474, True),
        (COFFEE, q(1, "cup"), 237, False),
        (COFFEE, q(1, "mug"), 300, True),
        (COFFEE, q(1, "bottle"), 500, True),
        (MILK, q(250, "ml"), 257.5, False),
        (MILK, q(8, "fl oz"), 243.686, False),
        (MILK, q(8, "oz"), 243.686, False),  # ounces of a drink are fluid
        (JUICE, q(200, "ml"), 200, True),  # no measure of volume to tell its density
        (JUICE, q(1, "glass", "small"), 158, True),
        (OIL, q(15, "ml"), 13.65, False),
        (OIL, q(1, "tsp"), 4.4853, False),
        (RICE, q(1, "bowl"), 250, True),
        (FLAKES, q(1, "bowl"), 40, True),
        (SALT, q(1, "pinch"), 0.37583, True),
        (RICE, q(2, "dl"), 134, True),  # a heap, not a liquid
        (BREAD, q(2, "slice"), 56, False),
        (BREAD, q(1, "slice", "large"), 40, False),
    ],
)
def test_an_amount_has_the_weight_people_mean(food, quantity: Quantity, grams: float | None, approximate: bool) -> None:
    weighed = grams_of(quantity, food)
    assert weighed.grams == (None if grams is None else pytest.approx(grams, rel=1e-4))
    assert (weighed.question is None) == (grams is not None)
    if grams is not None:
        assert weighed.approximate is approximate


@pytest.mark.parametrize(
    ("food", "quantity"),
    [
        (SALMON, q(3)),  # a count without a piece weight never becomes grams
        (SALMON, q(150)),
        (SALMON, q(1, "cup")),
        (ALMONDS, q(3, "slice")),
        (NOTHING_KNOWN, q(100, "ml")),
        (NOTHING_KNOWN, q(2)),
        (COFFEE, q(1, "pot")),
        (COFFEE, q(1, "large")),
        (WATER, q(2)),  # two glasses, two bottles, two litres?
        (COFFEE, q(20)),
        (JUICE, q(1, "glass", "large")),
        (BREAD, q(1, "slice", "small")),
        (OIL, q(1, "spoon")),
        (APPLE, q(150)),
        (ALMONDS, q(4, "iu")),
        (BREAD, q(2)),
        (TOAST, q(2)),
    ],
)
def test_a_measure_the_food_does_not_have_is_asked_about(food, quantity: Quantity) -> None:
    assert grams_of(quantity, food).question is not None


def test_toasts_are_slices() -> None:
    assert grams_of(q(2), TOAST, ("toasts",)).grams == 44


def test_a_number_behind_a_food_may_be_grams() -> None:
    assert grams_of(q(30), ALMONDS, number_last=True).question is None  # 36 g or 30 g: near enough
    assert grams_of(q(12), APPLE, number_last=True).question is not None  # 12 g or 2184 g
    assert grams_of(q(3), APPLE, number_last=True).question is None
    assert grams_of(q(20), CHERRIES, number_last=True).question is None  # nobody weighs 20 g of cherries
    assert grams_of(q(25), CHERRIES, number_last=True).question is not None


@pytest.mark.parametrize(("amount", "asked"), [(0.3, False), (1.2, False), (2.5, False), (3.75, False), (9.3, True)])
def test_a_number_that_counts_no_things_is_asked_about(amount: float, asked: bool) -> None:
    assert (grams_of(q(amount), APPLE).question is not None) == asked
    assert (grams_of(q(amount), COFFEE).question is not None) == asked


def test_one_of_a_plural_of_little_things_may_be_a_portion() -> None:
    assert "portion" in (grams_of(q(1), CHERRIES, ("cherries",)).question or "")
    assert grams_of(q(1), CHERRIES, ("cherry",)).question is None
    assert grams_of(q(2), CHERRIES, ("cherries",)).question is None
    assert grams_of(q(1), APPLE, ("apples",)).question is None


def test_a_part_counted_as_one_may_be_the_whole() -> None:
    coconut = a_food("Coconut", ("piece", 45), ("medium", 397), group="nuts")
    assert grams_of(q(1), coconut).question == "1 x piece (45 g), or 1 x medium (397 g)?"
    assert grams_of(q(1, "piece"), coconut).question is None


def test_a_piece_that_is_a_clove_or_floret_is_not_counted_unless_it_is_called_so() -> None:
    garlic = a_food("Garlic", ("clove", 3), ("piece", 3), group="vegetables")
    assert grams_of(q(2), garlic).grams is None
    assert grams_of(q(2), garlic, ("garlic", "cloves")).grams == 6


def test_what_is_poured_is_no_heap() -> None:
    squash = a_food("Winter squash", ("cup", 205), group="vegetables")
    assert grams_of(q(200, "ml"), squash).question is not None
    assert grams_of(q(1, "cup"), squash).question is None
    assert grams_of(q(200, "ml"), OIL).question is None


def test_a_pinch_is_of_something_dry() -> None:
    for water_g, grams in ((10.0, pytest.approx(6 / 16, rel=0.01)), (92.0, None)):
        food = a_food("Pepper", ("tsp", 6), group="vegetables", per_100_g={"water_g": water_g})
        assert grams_of(q(1, "pinch"), food).grams == grams


def test_a_mashed_cup_weighs_what_it_weighs_mashed() -> None:
    banana = a_food("Banana", ("medium", 118), ("cup, sliced", 150), ("cup, pureed", 225))
    assert grams_of(q(1, "cup"), banana, ("mashed", "banana")).grams == 225
    mango = a_food("Mango", ("cup, sliced", 165))
    assert grams_of(q(1, "cup"), mango, ("mashed", "mango")).question is not None


def test_the_pint_is_a_setting() -> None:
    assert grams_of(q(1, "pint"), WATER, pint_ml=568.3).grams == pytest.approx(568.3)


@given(
    st.floats(allow_nan=True, allow_infinity=True),
    st.sampled_from((None, "g", "ml", "cup", "pint", "handful", "serving", "spoon", "medium", "large", "pinch", "iu")),
    st.sampled_from((WATER, COFFEE, ALMONDS, APPLE, OIL, RICE, NOTHING_KNOWN)),
)
def test_a_weight_is_finite_and_above_zero_or_unknown(amount: float, unit: str | None, food) -> None:
    grams = grams_of(q(amount, unit), food).grams
    assert grams is None or (math.isfinite(grams) and grams > 0)


def test_a_piece_of_what_comes_in_slices_may_be_a_slice_or_the_whole():
    pizza = a_food("Pizza, cheese", ("slice", 107), ("whole pizza", 853), group="dishes")
    assert (grams_of(q(1), pizza).grams, grams_of(q(1), pizza).question) == (853, None)
    asked = grams_of(q(1, "piece"), pizza)
    assert asked.question == "A slice (107 g), or a whole one (853 g)?"
