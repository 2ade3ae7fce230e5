"""What a person makes of a proposed item: another food, another amount, or yes to what is proposed.

An answer never makes an item ready behind the person's back: only their own amount or their yes does.
"""

from dataclasses import replace
from typing import Final

from tracker.errors import RefusedError
from tracker.foods import Food
from tracker.quantities import Quantity, grams_of
from tracker.reading.items import Choice, Item, food_item
from tracker.reading.units import US_PINT_ML
from tracker.reading.weighing import Weighed

CHECK: Final = "Is that the food, and the amount?"


def with_food(item: Item, food: Food, *, pint_ml: float = US_PINT_ML) -> Item:
    """Return the item with another food, the amount as it was said where that can be weighed for it.

    A ready item stays ready only if its amount has a weight for the new food; the food it had becomes a choice.
    Otherwise the usual portion of the new food is proposed and asked about.
    """
    proposal = _carried_over(item, food, pint_ml)
    reason = None if item.status == "ready" else CHECK
    if proposal is None:
        proposal = _usual(item, food, pint_ml)
        reason = f"How much {food.name}?"
    answered = food_item(item.text, food, proposal, reason, _choices(item, food))
    return replace(answered, eaten_at=item.eaten_at)


def with_amount(item: Item, food: Food, amount: float, measure: str, grams: float) -> Item:
    """Return the item with the amount that the person typed: ready, or to be confirmed when it is unlikely."""
    answered = food_item(item.text, food, Weighed(grams, measure, amount), None, item.choices)
    return replace(answered, eaten_at=item.eaten_at)


def accepted(item: Item) -> Item:
    """Return the item as ready, now that the person has said yes to what it proposes.

    Raises RefusedError, with what is missing, when what it proposes cannot be saved.
    """
    if not is_whole(item):
        what = f"how much {item.name}" if item.name is not None else "which food"
        raise RefusedError(f"Say {what} first.")
    return replace(item, status="ready", reason=None, confirmable=False)


def is_whole(item: Item) -> bool:
    """Whether the item proposes everything that saving it needs."""
    if item.amount is None or item.name is None:
        return False
    if item.kind in ("supplement", "meal"):
        return item.nutrients is not None
    return item.food_id is not None and item.grams is not None


def _carried_over(item: Item, food: Food, pint_ml: float) -> Weighed | None:
    """Return the weight of the amount that was said for a new food; None when none was said, or it has none."""
    choice = next((choice for choice in item.choices if choice.food_id == food.id), None)
    if item.amount is None:
        return None
    if choice is not None:
        # The reader weighed the amount for its choices where one was said; where none was, it is only a proposal.
        if choice.grams is None:
            return None
        return Weighed(choice.grams, item.measure or "", item.amount, approximate=item.approximate)
    weighed = grams_of(Quantity(item.amount, item.measure), food, pint_ml=pint_ml)
    return weighed if weighed.grams is not None and weighed.question is None else None


def _usual(item: Item, food: Food, pint_ml: float) -> Weighed:
    """Return what to propose of a food: its usual portion, else the amount that was proposed of the one before."""
    usual = food.usual_portion
    if usual is not None:
        return Weighed(usual.grams, usual.measure, usual.amount, approximate=True)
    if item.amount is not None:
        same = grams_of(Quantity(item.amount, item.measure), food, pint_ml=pint_ml)
        if same.grams is not None:
            return replace(same, approximate=True, question=None)
    return Weighed(None, "", 0.0)


def _choices(item: Item, food: Food) -> tuple[Choice, ...]:
    others = tuple(choice for choice in item.choices if choice.food_id != food.id)
    if item.food_id is None or item.name is None or item.food_id == food.id:
        return others
    return (Choice(item.food_id, item.name, item.grams), *others)
