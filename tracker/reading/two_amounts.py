"""What an item weighs that may say two amounts: "2 bottles of water, 500 ml each", "3 eggs (150 g)"."""

from dataclasses import replace
from typing import Final

from tracker.entries import UNLIKELY_GRAMS
from tracker.foods import Food
from tracker.quantities import Reading
from tracker.reading.portions import differ, own_portion
from tracker.reading.units import GRAMS, MILLILITRES
from tracker.reading.weighing import Quantity, Weighed, grams_of

# Foods eaten by the gram: only of them may "1,500 g" be one and a half.
_BY_THE_GRAM: Final = ("fats", "sweets", "other", "seeds")
_KITCHEN: Final = ("cup", "tbsp", "tsp", "pint")
_WHICH: Final = "Which of the amounts is meant?"


def weigh(reading: Reading, food: Food, pint_ml: float) -> Weighed:
    """Return the weight of all a reading says about a food; it has at least one quantity."""
    weighed = [
        grams_of(quantity, food, reading.words, number_last=reading.number_last, pint_ml=pint_ml)
        for quantity in reading.quantities[:2]
    ]
    if len(reading.quantities) == 1:
        doubt = _sign_doubt(reading.quantities[0], food) or _can_doubt(reading, food, weighed[0])
        return replace(weighed[0], question=weighed[0].question or doubt)
    if len(reading.quantities) > 2:
        return replace(weighed[0], question=_WHICH)
    measured = [_is_measured(quantity) for quantity in reading.quantities]
    if measured[0] == measured[1]:
        return _said_twice(weighed[0], weighed[1], both_measured=measured[0])
    count = reading.quantities[measured[0]]
    return _of_things(reading, food, count, own=weighed[measured[0]], size=weighed[measured[1]])


def _is_measured(quantity: Quantity) -> bool:
    """Whether a quantity is a weight or volume, not a number of things or spoons."""
    return quantity.unit in GRAMS or (quantity.unit in MILLILITRES and quantity.unit not in _KITCHEN)


def _said_twice(first: Weighed, second: Weighed, *, both_measured: bool) -> Weighed:
    """Weigh "8 oz (227 g)": both must be the same."""
    agree = first.grams is not None and second.grams is not None and not differ(first.grams, second.grams)
    return first if agree and both_measured else replace(first, question=first.question or _WHICH)


def _of_things(reading: Reading, food: Food, count: Quantity, *, own: Weighed, size: Weighed) -> Weighed:
    """Weigh a number of things and a size: the size is of one of them or of all.

    own: what so many weigh by the table. It decides when it agrees with one of the two; otherwise it is asked.
    """
    if size.grams is None or size.question:
        return size
    each_g = size.grams * count.amount
    each = replace(size, grams=each_g, amount=size.amount * count.amount)
    own_g = own.grams if own.question is None else None
    if count.amount == 1 or reading.each:
        return replace(each, question=_can_doubt(reading, food, each))
    if own_g is not None and (count.unit is not None or reading.number_last):
        fits_all, fits_each = not differ(own_g, size.grams), not differ(own_g, each_g)
        if fits_all or fits_each:
            return size if fits_all else each
    return replace(size, question=f"{size.amount:g} {size.measure} in all, or {size.amount:g} {size.measure} each?")


def _can_doubt(reading: Reading, food: Food, size: Weighed) -> str | None:
    """Return a question when a can is said to hold much more than is eaten of it ("a 400 g can of chickpeas")."""
    measured = any(_is_measured(quantity) for quantity in reading.quantities)
    if not reading.in_can or not measured or food.is_drink or size.grams is None:
        return None
    cans = next((quantity.amount for quantity in reading.quantities if quantity.unit == "can"), 1.0)
    portion, _ = own_portion(food, "can")
    if portion is None or not differ(portion.grams_each * cans, size.grams):
        return None
    return "With or without the liquid in the can?"


def _sign_doubt(quantity: Quantity, food: Food) -> str | None:
    """Return a question when both readings of a thousands sign are plausible for this food."""
    if quantity.other is None:
        return None
    small, large = sorted((quantity.amount, quantity.other))
    unlikely_g = UNLIKELY_GRAMS["drink" if food.is_drink else "food"]
    if quantity.unit == "g" and quantity.amount == small and (food.group in _BY_THE_GRAM or large > unlikely_g):
        return None
    if quantity.unit == "g" and quantity.amount == large and food.group not in _BY_THE_GRAM:
        return None
    if quantity.amount == large and (quantity.unit in ("ml", "mg") or (quantity.unit is None and food.is_drink)):
        return None
    return f"Is it {small:g} or {large:g}{f' {quantity.unit}' if quantity.unit else ''}?"
