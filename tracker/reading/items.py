"""One item of a line: ready, or with the question that is open and the best proposal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final, Literal

from tracker.entries import (
    Entry,
    Kind,
    Meal,
    entry_of_food,
    entry_of_supplement,
    refuse_impossible_grams,
    unlikely_amount,
)
from tracker.errors import RefusedError
from tracker.foods import Food, FoodTable
from tracker.nutrients import NUTRIENTS, scaled
from tracker.reading.doses import Dose
from tracker.reading.phrase import Reading
from tracker.reading.pills import Taken
from tracker.reading.units import GRAMS
from tracker.reading.weighing import Quantity, Weighed, is_amount
from tracker.saved_meal import SavedMeal, entries_of_meal, refuse_impossible_meal

# Below this a milligram was typed for a gram, or a litre for millilitres.
_LEAST_GRAMS: Final = {"food": 0.05, "drink": 2.0}
# From here on a bare number beside a saved meal is more often its weight than how many times it was had.
_MOST_TIMES: Final = 10.0
_LEAST_TIMES: Final = 0.01
# How an item says that its amount is a factor: "0.5 x my porridge".
TIMES: Final = "x"


@dataclass(frozen=True, slots=True)
class Choice:
    """Another food that may be meant. grams: what the same amount of it weighs; None when that is not known."""

    food_id: str
    name: str
    grams: float | None

    def as_json(self) -> dict[str, object]:
        """Return it as the command line shows it."""
        return {"food_id": self.food_id, "name": self.name, "grams": self.grams}


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a line.

    text: its words as typed. reason: the question, when status is "ask". confirmable: nothing but a confirmation is
    missing (an implausible amount). What is proposed: kind, food, amount in measure, grams; None where there is no
    proposal. approximate: by a rule of thumb. nutrients: amounts in the whole item by key of NUTRIENTS, None unknown.
    choices: the next best foods. kind "meal" is a saved meal: `meal` is it, unscaled, amount is how many times.
    supplement_id: of the person's supplement that is meant, None for a dose that is said.
    eaten_at: the meal that the line names for it ("for dinner"); None when it names none.
    """

    text: str
    status: Literal["ready", "ask"]
    reason: str | None = None
    confirmable: bool = False
    kind: Kind | Literal["meal"] | None = None
    food_id: str | None = None
    name: str | None = None
    amount: float | None = None
    measure: str | None = None
    grams: float | None = None
    approximate: bool = False
    nutrients: dict[str, float | None] | None = None
    choices: tuple[Choice, ...] = ()
    named: bool = True  # the words surely mean this food, whatever else is asked
    meal: SavedMeal | None = None
    supplement_id: str | None = None
    eaten_at: Meal | None = None

    def as_json(self) -> dict[str, object]:
        """Return the item with exactly the keys of the command line."""
        return {
            "text": self.text,
            "status": self.status,
            "reason": self.reason,
            "kind": self.kind,
            "food_id": self.food_id,
            "name": self.name,
            "amount": self.amount,
            "measure": self.measure,
            "grams": self.grams,
            "approximate": self.approximate,
            "nutrients": self.nutrients,
            "choices": [choice.as_json() for choice in self.choices],
        }


def unknown_item(text: str, quantities: Sequence[Quantity], reason: str | None) -> Item:
    """Return the question about an item whose food is not known."""
    amount = measure = None
    if len(quantities) == 1 and is_amount(quantities[0].amount):
        amount, measure = quantities[0].amount, quantities[0].unit
    return Item(text, "ask", reason or "Which food?", amount=amount, measure=measure, named=False)


def food_item(text: str, food: Food, proposal: Weighed, reason: str | None, choices: tuple[Choice, ...]) -> Item:
    """Return the item for a food and its amount; an amount that cannot be is not proposed."""
    kind: Literal["drink", "food"] = "drink" if food.is_drink else "food"
    item = Item(text, "ask", reason, kind=kind, food_id=food.id, name=food.name, choices=choices)
    if proposal.grams is None:
        amount = proposal.amount if is_amount(proposal.amount) else None
        return replace(item, amount=amount, measure=proposal.measure or None, reason=reason or f"How much {food.name}?")
    try:
        refuse_impossible_grams(proposal.grams)
    except RefusedError as refused:
        return replace(item, reason=str(refused))
    nutrients = scaled(food.per_100_g, proposal.grams, NUTRIENTS)
    item = replace(
        item,
        amount=proposal.amount,
        measure=proposal.measure,
        grams=proposal.grams,
        approximate=proposal.approximate,
        nutrients=nutrients,
    )
    if reason is not None:
        return item
    unlikely = unlikely_amount(kind, proposal.grams, nutrients)
    if unlikely is None and (proposal.grams < _LEAST_GRAMS[kind] or proposal.measure in ("mg", "ug")):
        unlikely = f"{proposal.grams:.2g} g of {food.name} is very little. Is that right?"
    if unlikely is not None:
        return replace(item, reason=unlikely, confirmable=True)
    return replace(item, status="ready", reason=None)


def supplement_item(text: str, dose: Dose, question: str | None) -> Item:
    """Return the item for a supplement; `question` is what the line itself leaves open."""
    reason = dose.question or question
    item = Item(text, "ask", reason, kind="supplement", name=dose.name)
    if (
        dose.key is None
        or dose.gives is None
        or dose.amount is None
        or not (is_amount(dose.gives) and is_amount(dose.amount))
    ):
        return replace(item, reason=reason or "How much of it?")
    nutrients: dict[str, float | None] = dict.fromkeys(NUTRIENTS)
    nutrients[dose.key] = dose.gives
    item = replace(item, amount=dose.amount, measure=dose.measure, nutrients=nutrients)
    if reason is not None:
        return item
    unlikely = unlikely_amount("supplement", None, nutrients)
    if unlikely is not None:
        return replace(item, reason=unlikely, confirmable=True)
    return replace(item, status="ready", reason=None)


def taken_item(text: str, taken: Taken) -> Item:
    """Return the item for a person's supplement: ready unless something is open; its dose was confirmed when added."""
    pill = taken.supplement
    return Item(
        text,
        "ready" if taken.question is None else "ask",
        taken.question,
        kind="supplement",
        name=pill.name,
        amount=taken.times,
        measure=pill.measure,
        nutrients=pill.gives(taken.times),
        supplement_id=pill.id,
    )


def meal_item(text: str, meal: SavedMeal, reading: Reading, *, shared_name: bool = False) -> Item | None:
    """Return the item for a saved meal named in a line: ready when it is said how many times, or nothing is said.

    shared_name: a food has the same name; None then when an amount in a unit means the food.
    """
    if shared_name and any(quantity.unit is not None for quantity in reading.quantities):
        return None
    factor, question = _times(meal, reading)
    times = 1.0 if factor is None else factor
    item = Item(text, "ask", question, kind="meal", name=meal.name, amount=times, measure=TIMES, meal=meal)
    try:
        scaled_meal = meal.scaled(times)
        refuse_impossible_meal(scaled_meal)
    except RefusedError as refused:
        return replace(item, amount=None, measure=None, reason=str(refused))
    item = replace(item, grams=scaled_meal.grams, nutrients=scaled_meal.nutrients())
    if question is not None:
        return item
    unlikely = scaled_meal.unlikely()
    if unlikely is None and times < _LEAST_TIMES:
        unlikely = f"{times:.2g} times {meal.name!r} is very little. Is that right?"
    if unlikely is not None:
        return replace(item, reason=unlikely, confirmable=True)
    return replace(item, status="ready", reason=None)


def _times(meal: SavedMeal, reading: Reading) -> tuple[float | None, str | None]:
    """Return how many times a saved meal a reading says, and a question where that is open."""
    how_many = f"How many times {meal.name!r}: 1, 2, half of it?"
    if reading.vague or len(reading.quantities) > 1:
        return None, how_many
    if not reading.quantities:
        return 1.0, reading.question
    quantity = reading.quantities[0]
    if not is_amount(quantity.amount):
        return None, how_many
    question = reading.question or quantity.question
    if quantity.unit in GRAMS and meal.grams:
        return quantity.amount * GRAMS[quantity.unit] / meal.grams, question
    if quantity.unit not in (None, "serving", "piece") or quantity.size is not None:
        return None, how_many
    if quantity.amount > _MOST_TIMES:
        return None, how_many
    return quantity.amount, question


def entries_of_item(item: Item, table: FoodTable, *, day: date, at: datetime, meal: Meal) -> list[Entry]:
    """Return the entries that an item is saved as: one, or those of a saved meal with the nutrients it was saved with.

    Raises RefusedError as `entry_of_item` does.
    """
    if item.meal is None:
        return [entry_of_item(item, table, day=day, at=at, meal=meal)]
    if item.amount is None:
        raise RefusedError(f"{item.text!r} cannot be saved before its amount is known.")
    return entries_of_meal(item.meal, item.amount, day=day, at=at, meal=meal)


def entry_of_item(item: Item, table: FoodTable, *, day: date, at: datetime, meal: Meal) -> Entry:
    """Return the entry that an item is saved as.

    Raises RefusedError for an item without a food or a weight, which can only be asked about.
    """
    if item.amount is None or item.name is None:
        raise RefusedError(f"{item.text!r} cannot be saved before its amount is known.")
    measure = item.measure or ""
    if item.kind == "supplement":
        entry = entry_of_supplement(
            item.name, item.nutrients or {}, amount=item.amount, measure=measure, day=day, at=at, meal=meal
        )
        return replace(entry, food_id=item.supplement_id)
    food = table.get(item.food_id)
    if food is None or item.grams is None:
        raise RefusedError(f"{item.text!r} cannot be saved before its food and weight are known.")
    return entry_of_food(food, grams=item.grams, amount=item.amount, measure=measure, day=day, at=at, meal=meal)
