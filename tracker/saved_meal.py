"""A meal saved under a name ("my porridge"): parts as they were logged, each with the nutrients it had then."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Final, Self

from tracker.entries import (
    MAX_AMOUNT,
    Entry,
    Kind,
    Meal,
    new_id,
    refuse_impossible_amount,
    refuse_impossible_grams,
    refuse_impossible_name,
    refuse_impossible_text,
    unlikely_amount,
)
from tracker.errors import RefusedError
from tracker.nutrients import DIARY_KEYS, NUTRIENTS, Amounts, scaled, total

MOST_PARTS: Final = 200


@dataclass(frozen=True, slots=True)
class MealPart:
    """One food, drink or supplement of a saved meal; amounts are of the whole part.

    grams: None for a supplement or an imported row without weight. nutrients: by key of DIARY_KEYS, None is unknown.
    """

    kind: Kind
    name: str
    amount: float
    measure: str
    food_id: str | None
    grams: float | None
    nutrients: Amounts

    def scaled(self, factor: float) -> Self:
        """Return `factor` times the part; what is unknown stays unknown."""
        return replace(
            self,
            amount=self.amount * factor,
            grams=None if self.grams is None else self.grams * factor,
            nutrients=scaled(self.nutrients, 100.0 * factor),
        )

    def resized(self, amount: float, measure: str, grams: float) -> Self:
        """Return the part with another weight, its own nutrients scaled by it.

        Raises RefusedError if the part has no weight to scale by; such a part can be `scaled`.
        """
        if not self.grams:
            raise RefusedError(f"{self.name} has no weight, so its amount cannot be changed by weight.")
        return replace(self.scaled(grams / self.grams), amount=amount, measure=measure, grams=grams)


@dataclass(frozen=True, slots=True)
class SavedMeal:
    """A named meal of one person. version: grows by one with each change. updated_at: None until saved."""

    id: str
    name: str
    parts: tuple[MealPart, ...]
    version: int = 1
    updated_at: datetime | None = None

    @property
    def grams(self) -> float | None:
        """What all foods and drinks of it weigh, g; None if one of them has no known weight, or there is none."""
        weights = [part.grams for part in self.parts if part.kind != "supplement"]
        return None if None in weights else total(weights)

    def scaled(self, factor: float) -> Self:
        """Return the meal `factor` times."""
        return replace(self, parts=tuple(part.scaled(factor) for part in self.parts))

    def nutrients(self) -> dict[str, float | None]:
        """Return by key of NUTRIENTS what the whole meal gives; None if a food or drink of it lacks the value.

        What the label of a supplement does not declare leaves nothing unknown. Parts do not keep every nutrient of
        NUTRIENTS: those are None.
        """
        amounts: dict[str, float | None] = dict.fromkeys(NUTRIENTS)
        for key in DIARY_KEYS:
            if all(part.kind == "supplement" or part.nutrients.get(key) is not None for part in self.parts):
                amounts[key] = total(part.nutrients.get(key) for part in self.parts)
        return amounts

    def known(self, key: str) -> float | None:
        """Return what the parts that have a value of a nutrient give together: "at least" where one lacks it."""
        return total(part.nutrients.get(key) for part in self.parts)

    def unlikely(self) -> str | None:
        """Return a question about an amount that is possible but more often a slip; None when all look right."""
        questions = ((part, unlikely_amount(part.kind, part.grams, part.nutrients)) for part in self.parts)
        return next((f"{part.name}: {question}" for part, question in questions if question), None)


def saved_meal(name: str, entries: Iterable[Entry]) -> SavedMeal:
    """Return a new saved meal of logged entries, in their order. Raises RefusedError if it cannot be saved."""
    meal = SavedMeal(new_id(), " ".join(name.split()), tuple(map(_part_of, entries)))
    refuse_impossible_meal(meal)
    return meal


def _part_of(entry: Entry) -> MealPart:
    nutrients = {key: entry.amount_of(key) for key in DIARY_KEYS}
    return MealPart(entry.kind, entry.name, entry.amount, entry.measure, entry.food_id, entry.grams, nutrients)


def entries_of_meal(saved: SavedMeal, factor: float = 1.0, *, day: date, at: datetime, meal: Meal) -> list[Entry]:
    """Return the entries that `factor` times a saved meal is logged as: copies of its parts, nutrients included.

    Raises RefusedError for a factor that is no amount.
    """
    refuse_impossible_amount(factor)
    return [_entry_of(part, day, at, meal) for part in saved.scaled(factor).parts]


def _entry_of(part: MealPart, day: date, at: datetime, meal: Meal) -> Entry:
    nutrients: dict[str, Any] = dict(part.nutrients)
    return Entry(
        id=new_id(),
        day=day,
        at=at,
        meal=meal,
        kind=part.kind,
        source="copy",
        name=part.name,
        amount=part.amount,
        measure=part.measure,
        food_id=part.food_id,
        grams=part.grams,
        **nutrients,
    )


def refuse_impossible_meal(meal: SavedMeal) -> None:
    """Raise RefusedError, in one sentence, if the name or a part of the meal cannot be saved."""
    refuse_impossible_name(meal.name, "A saved meal")
    if not meal.parts:
        raise RefusedError("A saved meal needs at least one food, drink or supplement.")
    if len(meal.parts) > MOST_PARTS:
        raise RefusedError(f"A saved meal can have at most {MOST_PARTS} parts.")
    for part in meal.parts:
        refuse_impossible_name(part.name, "A part of a saved meal")
        refuse_impossible_text(part.measure, part.food_id or "")
        refuse_impossible_amount(part.amount)
        if part.grams is not None:
            refuse_impossible_grams(part.grams)
        _refuse_impossible_nutrients(part)


def _refuse_impossible_nutrients(part: MealPart) -> None:
    for key in DIARY_KEYS:
        value = part.nutrients.get(key)
        if value is not None and not (math.isfinite(value) and 0 <= value <= MAX_AMOUNT):
            raise RefusedError(f"{NUTRIENTS[key].label} cannot be {value:g} {NUTRIENTS[key].unit}.")


def named(meals: Sequence[SavedMeal], name: str) -> SavedMeal | None:
    """Return the saved meal of that name, whatever its case; None when there is none."""
    wanted = " ".join(name.split()).casefold()
    return next((meal for meal in meals if meal.name.casefold() == wanted), None)
