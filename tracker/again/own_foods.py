"""Verbs of own foods: list, add, edit, delete. What was logged of them stays as it was unless the person asks."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from tracker.again.stars import starred
from tracker.changes import Change, Star
from tracker.diary import Diary
from tracker.entries import Entry, Kind, refuse_impossible
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.nutrients import scaled
from tracker.own_food import OwnFood, checked, unlikely
from tracker.store import entries as entry_rows
from tracker.store import kept as kept_rows
from tracker.store.errors import StaleEntryError


class FoodNameTakenError(RefusedError):
    """Another own food has the name, so that neither could be told by it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"You already have a food called {name}.")


def own_foods(diary: Diary) -> tuple[OwnFood, ...]:
    """Return the person's own foods by name."""
    with diary.store.reading() as connection:
        found = kept_rows.own_foods(connection, diary.person_id)
    return tuple(sorted(found, key=lambda food: (food.name.casefold(), food.id)))


def add(diary: Diary, food: OwnFood, *, sure: bool = False) -> Change:
    """Save a new own food (see `own_food.own_food`), starred.

    sure: the person has confirmed figures that are unlikely. Raises RefusedError, in one sentence, if it cannot be
    saved, NeedsConfirmationError, or a child of DatabaseError.
    """
    food = checked(food)
    _refuse_taken(food, own_foods(diary))
    if not sure:
        _ask(food)
    return diary.apply(Change((), (), kept_after=(replace(food, version=1), Star(food.id))))


def edit(diary: Diary, food: OwnFood, *, rewrite_past: bool = False, sure: bool = False) -> Change:
    """Save an own food over the row it was read from; `food.version` says which state that was.

    rewrite_past: every entry of this food that has a weight gets its name, kind and nutrients as they are now, by that
    weight; otherwise none does. A portion that weighs something else now changes no entry. Parts of saved meals stay.
    sure: as for `add`; figures that stay as they were are not asked about again. Raises StaleEntryError if the row is
    no longer as it was read, RefusedError, NeedsConfirmationError, or another child of DatabaseError.
    """
    food = checked(food)
    there = own_foods(diary)
    before = next((other for other in there if other.id == food.id), None)
    if before is None or before.version != food.version:
        raise StaleEntryError("food")
    _refuse_taken(food, there)
    if not sure and food.per_100_g != before.per_100_g:
        _ask(food)
    past: tuple[Entry, ...] = ()
    if rewrite_past:
        past = tuple(entry for entry in entries_of(diary, food) if entry.grams is not None)
    now = tuple(_rewritten(entry, food) for entry in past)
    return diary.apply(Change(past, now, (before,), (replace(food, version=food.version + 1),)))


def delete(diary: Diary, food: OwnFood) -> Change:
    """Delete an own food as it was read, with its star; entries and saved meals keep what they have of it.

    Raises StaleEntryError if it is no longer as it was read, or another child of DatabaseError.
    """
    star = starred(diary).get(food.id)
    return diary.apply(Change((), (), kept_before=(food,) if star is None else (food, star)))


def entries_of(diary: Diary, food: OwnFood) -> tuple[Entry, ...]:
    """Return all entries of an own food, oldest first: what `edit` would rewrite. Reads the whole diary."""
    with diary.store.reading() as connection:
        return tuple(entry_rows.entries_of_food(connection, diary.person_id, food.id))


def _rewritten(entry: Entry, food: OwnFood) -> Entry:
    nutrients: dict[str, Any] = scaled(food.per_100_g, entry.grams or 0.0)
    kind: Kind = "drink" if food.as_food().is_drink else "food"
    rewritten = replace(entry, name=food.name, kind=kind, version=entry.version + 1, **nutrients)
    refuse_impossible(rewritten)
    return rewritten


def _ask(food: OwnFood) -> None:
    question = unlikely(food.per_100_g)
    if question:
        raise NeedsConfirmationError(f"{food.name}: {question}")


def _refuse_taken(food: OwnFood, others: Iterable[OwnFood]) -> None:
    if any(other.id != food.id and other.name.casefold() == food.name.casefold() for other in others):
        raise FoodNameTakenError(food.name)
