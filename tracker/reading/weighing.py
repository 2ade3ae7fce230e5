"""What an amount of a food weighs.

The food's own portions come first, then volumes by the density those portions tell, then rules of thumb by group,
marked approximate. Where none of them fits, there is no weight: a count never becomes grams by itself.
"""

import math
from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Final

from tracker.foods import TAP_WATER_ID, Food, Portion
from tracker.reading.portions import (
    density,
    differ,
    head_of,
    label_of,
    names_of,
    own_portion,
    piece,
    piece_label,
    sized_portion,
    slice_besides,
    spoken,
    whole_of,
)
from tracker.reading.units import GRAMS, MILLILITRES, SIZES, THUMBS, US_PINT_ML, Thumb

# From this bare number on a drink is meant in millilitres (DESIGN.md, "What a line means").
FEWEST_BARE_ML: Final = 50.0

_VESSELS: Final = frozenset(("cup", "mug", "glass", "can", "bottle", "shot", "jigger"))
# g/mL of what flows; a cup of these groups is a liquid then, not a heap.
_FLOWING: Final = (0.9, 1.5)
# What is said in these is poured: "200 ml squash" is a drink, no vegetable; "200 ml cocoa" no powder.
_POURED: Final = ("ml", "cl", "l")
_LEAST_POURED: Final = 0.5
_MAY_FLOW: Final = ("dairy", "fats", "sweets", "dishes", "other")
# With so much water in 100 g a food is wet: a vegetable, not a spice.
_WET_G: Final = 50.0
# A pinch is 1/16 of a teaspoon (US kitchen measure).
_PINCHES_PER_TSP: Final = 16.0
# What comes in sizes weighs more than this; "medium fries" are not one chip.
_LEAST_MEDIUM_G: Final = 15.0
# Bare numbers from these on are more often grams or millilitres than pieces or cups.
_MOST_PIECES: Final = 50.0
_MOST_BEHIND: Final = 10.0
_MOST_LITTLE_BEHIND: Final = 25.0
# Up to here anybody may count in tenths ("1.2 apples").
_LEAST_ODD: Final = 2.0
# "1 fries" of so little a piece is rather a portion.
_LITTLE_G: Final = 20.0
_MOST_SERVED_G: Final = 2000.0
_MOST_SERVINGS: Final = 10.0


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount with its measure.

    unit: canonical name, see units.py; None is a bare count. question: what must be asked, one plain sentence. size:
    small or large of a measure ("a small slice"). other: the amount if its thousands sign is read as decimal, or the
    other way round.
    """

    amount: float
    unit: str | None
    question: str | None = None
    size: str | None = None
    other: float | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a quantity weighs.

    grams: None when it is not known, then `question` says what to ask. measure: as it is shown and read back. amount:
    in that measure. approximate: by a rule of thumb.
    """

    grams: float | None
    measure: str
    amount: float
    approximate: bool = False
    question: str | None = None


def is_amount(value: float) -> bool:
    """Whether a figure can be an amount: finite and above zero."""
    return math.isfinite(value) and value > 0


def grams_of(
    quantity: Quantity,
    food: Food,
    words: Collection[str] = (),
    *,
    number_last: bool = False,
    pint_ml: float = US_PINT_ML,
) -> Weighed:
    """Return the weight of a quantity of a food.

    words: what the person said besides, to choose among "cup, chopped" and "cup, sliced". number_last: the number stood
    after the food. pint_ml: US or imperial. Never raises; the weight is finite and above zero, or None with a question.
    """
    weighed = _weigh(quantity, food, frozenset(words), number_last=number_last, pint_ml=pint_ml)
    if weighed.grams is None:
        return weighed
    if not is_amount(weighed.grams):
        return Weighed(None, weighed.measure, weighed.amount, question="An amount must be more than zero.")
    if quantity.unit == "piece" and weighed.question is None:
        return replace(weighed, question=_slice_or_whole(food, weighed.grams / quantity.amount))
    return weighed


def _slice_or_whole(food: Food, grams_each: float) -> str | None:
    """Return the question whether "a piece" is a slice, when the food has slices and they weigh something else."""
    cut = slice_besides(food, grams_each)
    if cut is None:
        return None
    return f"A slice ({cut.grams_each:.3g} g), or a whole one ({grams_each:.3g} g)?"


def _weigh(quantity: Quantity, food: Food, words: frozenset[str], *, number_last: bool, pint_ml: float) -> Weighed:
    amount, unit = quantity.amount, quantity.unit
    if unit is None:
        return _count(amount, food, words, number_last=number_last)
    if unit == "oz" and food.is_drink:
        unit = "fl oz"
    if unit in GRAMS:
        return Weighed(amount * GRAMS[unit], unit, amount)
    if quantity.size in ("small", "large", "extra large"):
        return _sized(quantity, food, words)
    return (
        _by_own_portion(amount, unit, food, words)
        or _by_volume(amount, unit, food, pint_ml)
        or _by_thumb(amount, unit, food)
        or _by_kin(amount, unit, food, words)
        or Weighed(None, unit, amount, question=_unknown(unit, food))
    )


def _unknown(unit: str, food: Food) -> str:
    name = f"{unit} {food.name}" if unit in (*SIZES, "extra large") else f"{unit} of {food.name}"
    return f"How much does one {name} weigh?"


def _by_own_portion(amount: float, unit: str, food: Food, words: frozenset[str]) -> Weighed | None:
    if unit == "piece" and (one := piece(food, words)) is not None:
        return _of_portion(amount, one, piece_label(one, food))
    portion, question = own_portion(food, unit, words)
    if portion is None and unit == "packet":
        portion, question = own_portion(food, "bag", words)
    if portion is None:
        return None
    return _of_portion(amount, portion, label_of(portion, unit, food, words), question)


def _of_portion(amount: float, portion: Portion, label: str | None, question: str | None = None) -> Weighed:
    """Return so many of a portion; in grams when no word would lead back to it ("2 lobster tails" of Lobster)."""
    grams = amount * portion.grams_each
    if label is None:
        return Weighed(grams, "g", grams, portion.approximate, question)
    return Weighed(grams, label, amount, portion.approximate, question)


def _by_volume(amount: float, unit: str, food: Food, pint_ml: float) -> Weighed | None:
    """Weigh a volume; a food that does not flow is weighed by its own cup, approximately."""
    if unit not in MILLILITRES:
        return None
    millilitres = amount * (pint_ml if unit == "pint" else MILLILITRES[unit])
    if food.id == TAP_WATER_ID:
        return Weighed(millilitres, unit, amount, unit == "pint")
    known = density(food)
    if known is None:
        return Weighed(millilitres, unit, amount, approximate=True) if food.is_drink else None
    flows = food.is_drink or (food.group in _MAY_FLOW and _FLOWING[0] < known < _FLOWING[1])
    question = None
    if not flows and unit in _POURED and (food.group not in _MAY_FLOW or known < _LEAST_POURED):
        question = f"{amount:g} {unit} of {food.name}, or of a drink?"
    return Weighed(millilitres * known, unit, amount, unit == "pint" or not flows, question)


def _by_thumb(amount: float, unit: str, food: Food) -> Weighed | None:
    thumb = next((thumb for thumb in THUMBS if thumb.measure == unit and _applies(thumb, food)), None)
    if thumb is None:
        return None
    grams = thumb.amount * (density(food) or 1.0) if food.is_drink else thumb.amount
    return Weighed(amount * grams, unit, amount, approximate=True)


def _applies(thumb: Thumb, food: Food) -> bool:
    water_g = food.per_100_g.get("water_g")
    return food.group in thumb.groups and (
        thumb.wet is None or (water_g is not None and (water_g >= _WET_G) == thumb.wet)
    )


def _by_kin(amount: float, unit: str, food: Food, words: frozenset[str]) -> Weighed | None:
    """Weigh by another measure of the food: a serving is its usual portion, a pinch a part of its teaspoon."""
    usual, known = food.usual_portion, density(food)
    if unit == "serving" and usual is not None:
        return Weighed(amount * usual.grams, unit, amount, approximate=True)
    if unit == "pinch" and known is not None and (food.per_100_g.get("water_g") or 0.0) < _WET_G:
        return Weighed(amount * known * MILLILITRES["tsp"] / _PINCHES_PER_TSP, unit, amount, approximate=True)
    if unit == "medium" and food.group != "dishes":
        counted = _count(amount, food, words, number_last=False)
        return counted if counted.grams is not None and counted.grams >= amount * _LEAST_MEDIUM_G else None
    if unit == "spoon":
        weighed = _weigh(Quantity(amount, "tbsp"), food, words, number_last=False, pint_ml=US_PINT_ML)
        return replace(weighed, approximate=True, question="A teaspoon or a tablespoon?")
    return None


def _sized(quantity: Quantity, food: Food, words: frozenset[str]) -> Weighed:
    """Weigh "a small slice" by a portion of that very size; without one the plain slice is proposed and asked about."""
    unit, size = quantity.unit or "", quantity.size or ""
    portion = sized_portion(food, unit, size)
    if portion is not None:
        return Weighed(quantity.amount * portion.grams_each, f"{size} {unit}", quantity.amount, portion.approximate)
    plain = _weigh(Quantity(quantity.amount, unit), food, words, number_last=False, pint_ml=US_PINT_ML)
    return replace(plain, approximate=True, question=f"How much is a {size} {unit} of {food.name}?")


def _count(amount: float, food: Food, words: frozenset[str], *, number_last: bool) -> Weighed:
    """Weigh a bare number: millilitres of a drink from 50 on, otherwise pieces the food is known to come in."""
    if food.is_drink and amount >= FEWEST_BARE_ML:
        return _weigh(Quantity(amount, "ml"), food, words, number_last=False, pint_ml=US_PINT_ML)
    if food.is_drink:
        return _servings(amount, food, number_last=number_last)
    portion = piece(food, words)
    if portion is None:
        return Weighed(None, "", amount, question=f"How much {food.name} is that: grams, cups, pieces?")
    weighed = _of_portion(amount, portion, piece_label(portion, food))
    grams_or_pieces = f"{amount:g} g, or {amount:g} times {spoken(portion)}?"
    if amount >= _MOST_PIECES and portion.grams_each > 10 and not number_last:
        return Weighed(amount, "g", amount, question=grams_or_pieces)
    most_pieces = _MOST_LITTLE_BEHIND if portion.grams_each < _LITTLE_G else _MOST_BEHIND
    if number_last and amount >= most_pieces and differ(amount * portion.grams_each, amount):
        return replace(weighed, question=grams_or_pieces)
    return replace(weighed, question=_odd_count(amount) or _one_of_many(amount, food, portion, words))


def _odd_count(amount: float) -> str | None:
    """Return a question about a number that counts no things: "9.30 coffee" is rather a time."""
    if not is_amount(amount * 4) or amount < _LEAST_ODD:
        return None
    in_parts = any(math.isclose(amount * parts, round(amount * parts)) for parts in (4, 3))
    return None if in_parts else f"{amount:g} of what?"


def _one_of_many(amount: float, food: Food, portion: Portion, words: Collection[str]) -> str | None:
    """Return the question whether one little thing is meant, or a portion or the whole that it is a part of."""
    last = next(reversed([word for text in words for word in text.split()]), "")
    one = f"{amount:g} x {spoken(portion)}"
    if amount == 1 and last.endswith("s") and not last.endswith("ss") and portion.grams_each < _LITTLE_G:
        return f"{one}, or a portion of {food.name}?"
    whole = whole_of(food, portion)
    return None if whole is None else f"{one}, or {amount:g} x {spoken(whole)}?"


def _servings(amount: float, food: Food, *, number_last: bool) -> Weighed:
    """Weigh "2 coffees": so many of the vessel it is usually served in; of water anything may be meant."""
    portion = food.usual_portion
    if portion is None or head_of(portion.measure).isdisjoint(_VESSELS):
        return Weighed(None, "", amount, question=f"How much {food.name} is that: mL, cups, glasses?")
    measure = piece_label(portion, food) or min(head_of(portion.measure) & _VESSELS)
    unsure = number_last or amount >= _MOST_SERVINGS or "water" in names_of(food.name) or _odd_count(amount) is not None
    unsure = unsure or amount * portion.grams_each > _MOST_SERVED_G
    question = f"{amount:g} x {measure} of {food.name}, or another amount?" if unsure else None
    return Weighed(amount * portion.grams_each, measure, amount, True, question)
