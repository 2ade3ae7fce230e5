"""Items that say two amounts, or one whose thousands sign is open."""

import pytest

from tests.line_reader import a_food
from tracker.quantities import read_quantity
from tracker.reading.tokens import tokens_of
from tracker.reading.two_amounts import weigh
from tracker.reading.units import US_PINT_ML

WATER = a_food("Water", ("cup", 237), ("bottle~", 500), group="drinks")
EGG = a_food("Egg", ("large", 50), group="eggs")
COOKIE = a_food("Cookie", ("piece", 16), group="sweets")
CHICKPEAS = a_food("Chickpeas, canned", ("can", 253), group="legumes")
STEAK = a_food("Steak", group="meat")
SUGAR = a_food("Sugar", ("tsp", 4.2), group="sweets")


@pytest.mark.parametrize(
    ("text", "food", "grams"),
    [
        ("2 bottles of water, 500 ml each", WATER, 1000),
        ("2 bottles of 330 ml water", WATER, 660),
        ("1 cup (240 ml) water", WATER, 240),
        ("8 oz (227 g) steak", STEAK, 226.796),
        ("3 eggs 150 g", EGG, 150),  # its own 3 x 50 g says: in all
        ("3 eggs (50 g each)", EGG, 150),
        ("3 cookies 12 g each", COOKIE, 36),
        ("1 can (250 g) chickpeas", CHICKPEAS, 250),
        ("a 250 g can of chickpeas", CHICKPEAS, 250),
        ("1,500 ml water", WATER, 1500),
        ("1,000 water", WATER, 1000),
        ("1,250 g steak", STEAK, 1250),
        ("1.125 g sugar", SUGAR, 1.125),
        ("134.862 g steak", STEAK, 134.862),
    ],
)
def test_two_amounts_that_agree_are_one(text: str, food, grams: float) -> None:
    weighed = weigh(read_quantity(tokens_of(text)), food, US_PINT_ML)
    assert weighed.question is None
    assert weighed.grams == pytest.approx(grams, rel=1e-5)


@pytest.mark.parametrize(
    ("text", "food"),
    [
        ("3 cookies 100 g", COOKIE),  # neither 48 g in all nor 16 g each
        ("2 steaks 200 g", STEAK),
        ("30 40 g steak", STEAK),
        ("8 oz (400 g) steak", STEAK),
        ("1 can (400 g) chickpeas", CHICKPEAS),  # with its liquid?
        ("a 400 g can of chickpeas", CHICKPEAS),
        ("100 g 200 g 300 g steak", STEAK),
        ("1,125 g sugar", SUGAR),
        ("1.250 g steak", STEAK),
        ("1.500 ml water", WATER),
        ("1,500 eggs", EGG),
    ],
)
def test_two_amounts_that_disagree_are_asked_about(text: str, food) -> None:
    reading = read_quantity(tokens_of(text))
    assert reading.question is not None or weigh(reading, food, US_PINT_ML).question is not None
