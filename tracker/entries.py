"""One row of the diary, and the questions asked before it is saved.

An entry is self-contained: it keeps the nutrients it had when it was logged, so that a later change of the food table
never rewrites history. Amounts in an entry are of the whole entry, not per 100 g; None is unknown.
"""

import math
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Any, Final, Literal, Self

from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.foods import Food
from tracker.nutrients import DIARY_KEYS, NUTRIENTS, Amounts, scaled

Kind = Literal["food", "drink", "supplement"]
Source = Literal["typed", "tap", "copy", "import"]
Meal = Literal["breakfast", "lunch", "dinner", "snack"]

MEALS: Final[tuple[Meal, ...]] = ("breakfast", "lunch", "dinner", "snack")

MAX_NAME_CHARACTERS: Final = 200
# Nobody eats 100 kg at once; above it a figure is a slip, not a meal to confirm.
MAX_GRAMS: Final = 100_000.0
# No amount in any measure or unit is larger: 100 kg are 100,000,000 mg.
MAX_AMOUNT: Final = 1000.0 * MAX_GRAMS
# One entry above these is asked about first. Ours: two to three times a large portion, below a day's intake.
UNLIKELY_GRAMS: Final[Mapping[Kind, float]] = {"food": 1500.0, "drink": 3000.0, "supplement": 100.0}
UNLIKELY_AMOUNTS: Final[Mapping[str, float]] = {
    "energy_kcal": 2500.0,
    "fiber_g": 70.0,
    "magnesium_mg": 1000.0,
    "vitamin_d_ug": 250.0,
}
# A diary is written from day to day; further back or ahead is more often a slip of the year.
UNLIKELY_DAYS_BACK: Final = 366


@dataclass(frozen=True, slots=True)
class Entry:
    """What was eaten, drunk or taken once.

    id: random, unique for the person. day: the logical day it counts for. at: the moment, with time zone. amount and
    measure: as the person said it ("2", "cup"); grams: None for a supplement or an imported row without weight.
    batch_id: shared by entries saved together. version: grows by one with each change. updated_at: None until saved.
    """

    id: str
    day: date
    at: datetime
    meal: Meal
    kind: Kind
    source: Source
    name: str
    amount: float
    measure: str
    batch_id: str | None = None
    food_id: str | None = None
    grams: float | None = None
    water_g: float | None = None
    energy_kcal: float | None = None
    fiber_g: float | None = None
    magnesium_mg: float | None = None
    vitamin_d_ug: float | None = None
    calcium_mg: float | None = None
    potassium_mg: float | None = None
    sodium_mg: float | None = None
    alcohol_g: float | None = None
    version: int = 1
    updated_at: datetime | None = None

    def amount_of(self, key: str) -> float | None:
        """Return the amount of a nutrient of DIARY_KEYS in the whole entry; None is unknown."""
        value: float | None = getattr(self, key)
        return value

    def resized(self, amount: float, measure: str, grams: float) -> Self:
        """Return the entry with another amount; its own nutrients are scaled by weight, so logged values stay its own.

        Raises RefusedError if the entry has no weight to scale by.
        """
        if not self.grams:
            raise RefusedError(
                f"{self.name} has no weight, so its amount cannot be changed; delete it and add it again."
            )
        nutrients: dict[str, Any] = scaled({key: self.amount_of(key) for key in DIARY_KEYS}, 100.0 * grams / self.grams)
        return replace(self, amount=amount, measure=measure, grams=grams, **nutrients)


@dataclass(frozen=True, slots=True)
class Usage:
    """How one person uses one food: how often it was logged lately, and its last amount.

    count: entries in the period asked for, at least 1. amount, measure: as last said ("2", "cup"); grams: what that
    weighed, in all, not of one measure.
    """

    food_id: str
    count: int
    amount: float
    measure: str
    grams: float


def new_id() -> str:
    """Return a random id of 16 characters: 96 bits, so that two devices never meet on one."""
    return secrets.token_urlsafe(12)


def entry_of_food(
    food: Food,
    *,
    grams: float,
    amount: float,
    measure: str,
    day: date,
    at: datetime,
    meal: Meal,
    source: Source = "typed",
    batch_id: str | None = None,
) -> Entry:
    """Return an entry for `grams` g of a food, with the nutrients the table has for it now."""
    nutrients: dict[str, Any] = scaled(food.per_100_g, grams)
    return Entry(
        id=new_id(),
        day=day,
        at=at,
        meal=meal,
        kind="drink" if food.is_drink else "food",
        source=source,
        name=food.name,
        amount=amount,
        measure=measure,
        batch_id=batch_id,
        food_id=food.id,
        grams=grams,
        **nutrients,
    )


def entry_of_supplement(
    name: str,
    nutrients: Amounts,
    *,
    amount: float,
    measure: str,
    day: date,
    at: datetime,
    meal: Meal,
    source: Source = "typed",
    batch_id: str | None = None,
) -> Entry:
    """Return an entry for a supplement.

    nutrients: what the whole dose gives; what its label leaves out is unknown.
    """
    declared: dict[str, Any] = {key: nutrients.get(key) for key in DIARY_KEYS}
    return Entry(
        id=new_id(),
        day=day,
        at=at,
        meal=meal,
        kind="supplement",
        source=source,
        name=name,
        amount=amount,
        measure=measure,
        batch_id=batch_id,
        **declared,
    )


def refuse_impossible(entry: Entry) -> None:
    """Raise RefusedError, in one sentence, if a figure or the name of the entry cannot be saved at all."""
    refuse_impossible_name(entry.name, "An entry")
    if len(entry.measure) > MAX_NAME_CHARACTERS:
        raise RefusedError(f"A name can have at most {MAX_NAME_CHARACTERS} characters; this one is longer.")
    refuse_impossible_text(entry.id, entry.measure, entry.batch_id or "", entry.food_id or "")
    _refuse_impossible_time(entry)
    refuse_impossible_amount(entry.amount)
    if entry.kind == "supplement":
        pass
    elif entry.grams is None:
        # A copy of an imported row has no weight either.
        if entry.source not in {"import", "copy"}:
            raise RefusedError(f"How much {entry.name} weighs is not known, so it cannot be counted.")
    else:
        refuse_impossible_grams(entry.grams)
    for key in DIARY_KEYS:
        value = entry.amount_of(key)
        if value is not None and not 0 <= value <= MAX_AMOUNT:
            raise RefusedError(f"{NUTRIENTS[key].label} cannot be {value:g} {NUTRIENTS[key].unit}.")


def refuse_impossible_name(name: str, what: str) -> None:
    """Raise RefusedError for a blank or long name, or one that no database can hold. what: "An entry"."""
    if not name.strip():
        raise RefusedError(f"{what} needs a name.")
    if len(name) > MAX_NAME_CHARACTERS:
        raise RefusedError(f"A name can have at most {MAX_NAME_CHARACTERS} characters; this one is longer.")
    refuse_impossible_text(name)


def refuse_impossible_text(*texts: str) -> None:
    """Raise RefusedError for a text that no database can hold."""
    for text in texts:
        if "\x00" in text or any("\ud800" <= character <= "\udfff" for character in text):
            raise RefusedError("A name cannot contain the NUL character or half of a character.")


def _refuse_impossible_time(entry: Entry) -> None:
    if entry.at.tzinfo is None:
        raise RefusedError("The time of an entry needs its time zone.")
    # At both ends of the calendar a moment has no date in other time zones.
    if not date.min.year < entry.at.year < date.max.year or not date.min.year < entry.day.year < date.max.year:
        raise RefusedError(f"{entry.day.isoformat()} is no day of a diary.")


def refuse_impossible_amount(amount: float) -> None:
    """Raise RefusedError unless the amount is a finite number above zero and at most MAX_AMOUNT."""
    if not math.isfinite(amount):
        raise RefusedError("An amount must be a number.")
    if amount <= 0:
        raise RefusedError("An amount must be more than zero.")
    if amount > MAX_AMOUNT:
        raise RefusedError(f"{amount:,.0f} is too large for an amount.")


def refuse_impossible_grams(grams: float) -> None:
    """Raise RefusedError unless the weight is finite, above zero and at most MAX_GRAMS."""
    if math.isfinite(grams) and grams > MAX_GRAMS:
        raise RefusedError(f"More than {MAX_GRAMS / 1000:g} kg cannot be logged as one entry.")
    refuse_impossible_amount(grams)


def unlikely_amount(kind: Kind, grams: float | None, nutrients: Amounts) -> str | None:
    """Return a question about an amount that is possible but more often a slip; None when it looks right.

    nutrients: of the whole entry.
    """
    if grams is not None and grams > UNLIKELY_GRAMS[kind]:
        return f"{grams:,.0f} g is a lot for one entry. Is that right?"
    for key, limit in UNLIKELY_AMOUNTS.items():
        value = nutrients.get(key)
        if value is not None and value > limit:
            nutrient = NUTRIENTS[key]
            label = nutrient.label[0].lower() + nutrient.label[1:]
            return f"{value:,.0f} {nutrient.unit} {label} is a lot for one entry. Is that right?"
    return None


def unlikely_day(day: date, today: date) -> str | None:
    """Return a question about a day in the future or long ago; None when it looks right."""
    if day > today:
        return f"{day.isoformat()} is in the future. Log it there?"
    if day < today - timedelta(days=UNLIKELY_DAYS_BACK):
        return f"{day.isoformat()} is more than a year ago. Log it there?"
    return None


def check(entry: Entry, today: date, *, sure: bool = False, before: Entry | None = None) -> None:
    """Raise RefusedError if the entry cannot be saved, NeedsConfirmationError if it is unlikely and not `sure`.

    before: the saved entry it comes from (an edit, a copy): what it shares with that was asked about then.
    """
    refuse_impossible(entry)
    if sure:
        return
    question = None
    if before is None or before.day != entry.day:
        question = unlikely_day(entry.day, today)
    if question is None and (before is None or _figures(before) != _figures(entry)):
        amounts = {key: entry.amount_of(key) for key in DIARY_KEYS}
        about = unlikely_amount(entry.kind, entry.grams, amounts)
        question = f"{entry.name}: {about}" if about else None
    if question:
        raise NeedsConfirmationError(question)


def _figures(entry: Entry) -> tuple[float | None, ...]:
    return (entry.grams, *(entry.amount_of(key) for key in DIARY_KEYS))
