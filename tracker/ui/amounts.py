"""Amounts a person types beside a measure they chose: "2", "1,5", "½", or with a unit of their own, "30 g"."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.diary import Diary
from tracker.entries import Entry, Meal, entry_of_food, refuse_impossible_amount, refuse_impossible_grams
from tracker.errors import RefusedError
from tracker.foods import Food
from tracker.quantities import Quantity, find_quantity, grams_of
from tracker.reading.units import US_PINT_ML

# Figures that float() reads as they are meant; all else ("1,5", "1/2", "30 g") is the reader of quantities' task.
_PLAIN_NUMBER: Final = re.compile(
    r"\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*|\s*[+-]?(nan|inf|infinity)\s*", re.IGNORECASE
)
_MOST_PORTIONS: Final = 12
_GRAM: Final = "g"


@dataclass(frozen=True, slots=True)
class Said:
    """An amount with its measure, as it is saved, and its weight."""

    amount: float
    measure: str
    grams: float

    def entry(self, food: Food, diary: Diary, day: date, meal: Meal) -> Entry:
        """Return the entry that logs so much of a food at a meal of a day."""
        return entry_of_food(
            food,
            grams=self.grams,
            amount=self.amount,
            measure=self.measure,
            day=day,
            at=diary.moment_of(day, meal),
            meal=meal,
        )


def measures_of(food: Food) -> dict[str, float]:
    """Return the measures a food can be given in, with the grams of one: its portions, then weights and volumes."""
    measures = {portion.measure: portion.grams_each for portion in food.portions[:_MOST_PORTIONS]}
    for unit in ("ml", "fl oz", _GRAM, "oz") if food.is_drink else (_GRAM, "oz"):
        # An ounce of a drink is read as a fluid ounce; it is offered under that name only.
        if unit == "oz" and food.is_drink:
            continue
        grams = grams_of(Quantity(1.0, unit), food).grams
        if grams is not None:
            measures.setdefault(unit, grams)
    return measures


def measures_of_entry(entry: Entry, food: Food | None) -> dict[str, float]:
    """Return the measures an entry can be changed to: its own, as it weighed when logged, and those of its food."""
    measures = {} if not entry.grams else {entry.measure: entry.grams / entry.amount}
    if entry.grams and food is not None:
        measures |= {name: grams for name, grams in measures_of(food).items() if name not in measures}
    elif entry.grams:
        measures.setdefault(_GRAM, 1.0)
    return measures


def weigh(text: str, measure: str, measures: dict[str, float], food: Food | None, pint_ml: float = US_PINT_ML) -> Said:
    """Return the amount that `text` says, in `measure` unless it names a unit itself.

    pint_ml: the person's pint, mL. Raises RefusedError, with what to do, when it is no amount or has no known weight.
    """
    if _PLAIN_NUMBER.fullmatch(text):
        return _said(float(text), measure, measures)
    if text.strip().startswith(("-", "\u2212")):
        raise RefusedError("An amount must be more than zero.")
    if not text.strip():
        raise RefusedError("Write an amount, such as 2, 1.5, 1/2 or 30 g.")
    quantity, rest = find_quantity(text)
    if quantity is None or rest:
        raise RefusedError(f"“{text.strip()[:40]}” is not an amount. Write a number such as 2, 1.5 or 1/2, or 30 g.")
    if quantity.question:
        raise RefusedError(quantity.question)
    if quantity.unit is None:
        return _said(quantity.amount, measure, measures)
    if food is None:
        if quantity.unit != _GRAM:
            raise RefusedError("For this entry, write the amount in grams.")
        return _said(quantity.amount, _GRAM, {_GRAM: 1.0})
    weighed = grams_of(quantity, food, pint_ml=pint_ml)
    if weighed.grams is None or weighed.question:
        raise RefusedError(weighed.question or "How much that weighs is not known.")
    refuse_impossible_grams(weighed.grams)
    return Said(weighed.amount, weighed.measure, weighed.grams)


def _said(amount: float, measure: str, measures: dict[str, float]) -> Said:
    refuse_impossible_amount(amount)
    if measure not in measures:
        raise RefusedError("Choose a measure first.")
    grams = amount * measures[measure]
    refuse_impossible_grams(grams)
    return Said(amount, measure, grams)
