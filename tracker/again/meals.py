"""Verbs of saved meals: list, save, log, edit, delete."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from tracker.changes import Change
from tracker.diary import Diary
from tracker.entries import Entry, Meal
from tracker.errors import RefusedError
from tracker.saved_meal import SavedMeal, entries_of_meal, refuse_impossible_meal, saved_meal
from tracker.store import kept as kept_rows
from tracker.store.errors import StaleEntryError


class MealNameTakenError(RefusedError):
    """Another saved meal has the name, so that neither could be logged by it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"You already have a saved meal called {name}.")


def saved_meals(diary: Diary) -> tuple[SavedMeal, ...]:
    """Return the person's saved meals by name."""
    with diary.store.reading() as connection:
        found = kept_rows.saved_meals(connection, diary.person_id)
    return tuple(sorted(found, key=lambda meal: (meal.name.casefold(), meal.id)))


def named(meals: Iterable[SavedMeal], words: str) -> tuple[SavedMeal, ...]:
    """Return the meals whose name has all of these words, or words that begin so, as while typing.

    "my" is no word to be found by: people call every saved meal theirs. Without other words none is found.
    """
    wanted = [word for word in _words(words) if word != "my"]
    return tuple(meal for meal in meals if wanted and _has(meal, wanted))


def _has(meal: SavedMeal, beginnings: Iterable[str]) -> bool:
    words = _words(meal.name)
    return all(any(word.startswith(one) for word in words) for one in beginnings)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def save(diary: Diary, name: str, entries: Sequence[Entry]) -> Change:
    """Save logged entries, in their order, as a meal of that name.

    Raises RefusedError, in one sentence, for a name that cannot be or is taken, or no entries; or a child of
    DatabaseError.
    """
    meal = saved_meal(name, entries)
    _refuse_taken(meal, saved_meals(diary))
    return diary.apply(Change((), (), kept_after=(meal,)))


def log(
    diary: Diary, meal: SavedMeal, factor: float = 1.0, *, day: date, at: datetime, of: Meal, sure: bool = False
) -> Change:
    """Log `factor` times a saved meal, as one batch, with the nutrients its parts were saved with.

    of: the meal of the day it counts for. Raises as `Diary.log` does.
    """
    return diary.log(entries_of_meal(meal, factor, day=day, at=at, meal=of), sure=sure)


def edit(diary: Diary, meal: SavedMeal) -> Change:
    """Save a meal over the row it was read from; `meal.version` says which state that was. Nothing logged changes.

    Change it with `dataclasses.replace` (name, parts) and `MealPart.resized` or `scaled`. Raises StaleEntryError if
    the row is no longer as it was read, RefusedError, or another child of DatabaseError.
    """
    meal = replace(meal, name=" ".join(meal.name.split()))
    refuse_impossible_meal(meal)
    there = saved_meals(diary)
    before = next((other for other in there if other.id == meal.id), None)
    if before is None or before.version != meal.version:
        raise StaleEntryError("meal")
    _refuse_taken(meal, there)
    return diary.apply(Change((), (), (before,), (replace(meal, version=meal.version + 1),)))


def delete(diary: Diary, meal: SavedMeal) -> Change:
    """Delete a saved meal as it was read; what was logged of it stays.

    Raises StaleEntryError if it is no longer as it was read, or another child of DatabaseError.
    """
    return diary.apply(Change((), (), kept_before=(meal,)))


def _refuse_taken(meal: SavedMeal, others: Iterable[SavedMeal]) -> None:
    if any(other.id != meal.id and other.name.casefold() == meal.name.casefold() for other in others):
        raise MealNameTakenError(meal.name)
