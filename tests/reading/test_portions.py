"""Which of a food's own portions a measure means."""

import pytest

from tests.line_reader import a_food
from tracker.reading.portions import density, own_portion, piece, piece_label

ALMONDS = a_food("Almonds", ("handful~", 30), ("piece", 1.2), ("cup", 143), ("cup, sliced", 92), group="nuts")
EGG = a_food("Egg, boiled", ("large", 50), ("medium~", 44), ("slice", 6), ("cup, chopped", 136), group="eggs")
PIZZA = a_food("Pizza, cheese", ("slice", 107), ("piece", 107), group="dishes")
BERRIES = a_food("Strawberries", ("cup, pureed", 232), ("cup, whole", 144), ("cup, sliced", 166))
CHEESE = a_food("Cheese", ("cup, diced", 132), ("cup, melted", 244), ("cup, cubes", 180), group="dairy")
BAGEL = a_food("Bagel", ("large bagel", 131), ("small bagel", 69), ("bagel", 105), group="grains")
COD = a_food("Cod, cooked", ("fillet", 180), ("piece~", 100), group="fish")
SODA = a_food("Cola", ("can or bottle", 368), ("cup", 246), group="drinks")
TOMATO = a_food("Tomato, raw", ("medium", 123), ("piece, cherry tomato", 17), group="vegetables")
PEPPER = a_food("Pepper, raw", ("medium", 119), group="vegetables")
SYRUP = a_food("Syrup", ("tbsp", 20), group="sweets")
POPCORN = a_food("Popcorn", ("cup", 8), group="grains")


@pytest.mark.parametrize(
    ("food", "unit", "words", "grams"),
    [
        (ALMONDS, "cup", (), 143),
        (ALMONDS, "cup", ("sliced",), 92),
        (ALMONDS, "handful", (), 30),
        (EGG, "large", (), 50),
        (EGG, "medium", (), 44),
        (BERRIES, "cup", (), 144),  # never pureed unless said
        (BERRIES, "cup", ("pureed",), 232),
        (BAGEL, "small", (), 69),
        (SODA, "can", (), 368),
        (ALMONDS, "slice", (), None),
        (EGG, "pot", (), None),
    ],
)
def test_a_measure_is_the_portion_people_mean(food, unit: str, words: tuple[str, ...], grams: float | None) -> None:
    portion, question = own_portion(food, unit, words)
    assert (portion and portion.grams) == grams
    assert question is None


def test_portions_that_differ_are_asked_about_until_one_is_said() -> None:
    portion, question = own_portion(CHEESE, "cup")
    assert portion is not None
    assert question is not None
    assert own_portion(CHEESE, "cup", ("cubes",))[1] is None


@pytest.mark.parametrize(
    ("food", "words", "grams"),
    [
        (ALMONDS, (), 1.2),
        (EGG, (), 50),  # its usual portion, not its slice
        (BAGEL, ("bagels",), 105),
        (PIZZA, (), None),  # a pizza is not its slice
        (COD, (), None),  # "3 cod" are not three fillets, nor three pieces by rule of thumb
        (SYRUP, (), None),
        (TOMATO, ("tomatoes",), 123),
        (TOMATO, ("cherry", "tomatoes"), 17),
        (PEPPER, ("baby", "peppers"), None),  # smaller than the medium one
        (POPCORN, (), None),
    ],
)
def test_a_piece_is_one_whole_thing_or_nothing(food, words: tuple[str, ...], grams: float | None) -> None:
    portion = piece(food, words)
    assert (portion and portion.grams) == grams


def test_a_piece_is_named_so_that_it_reads_back() -> None:
    large, *_ = EGG.portions
    assert piece_label(large, EGG) == "large"
    bagel = BAGEL.portions[2]
    assert piece_label(bagel, BAGEL) == "piece"


# By hand: 246 g / 236.588 mL = 1.0398; 20 / 14.787 = 1.3526; 8 / 236.588 = 0.0338.
@pytest.mark.parametrize(("food", "g_per_ml"), [(SODA, 1.04), (SYRUP, 1.35), (POPCORN, 0.03), (COD, None)])
def test_density_comes_from_the_foods_own_measures(food, g_per_ml: float | None) -> None:
    assert density(food) == g_per_ml
