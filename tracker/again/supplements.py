"""Verbs of a person's supplements: list, add, edit, delete, took, and which days they were taken on.

What was logged of a supplement stays as it was, whatever becomes of it.
"""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from tracker.again.gone import GoneError
from tracker.changes import Change
from tracker.diary import Diary
from tracker.entries import Meal, unlikely_day
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.store import beside as beside_rows
from tracker.store import entries as entry_rows
from tracker.store.errors import StaleEntryError
from tracker.supplement import DoseMonth, Supplement, checked, dose_month, entry_of, month_after


class SupplementNameTakenError(RefusedError):
    """Another supplement has the name, so that neither could be told by it."""

    def __init__(self, name: str) -> None:
        super().__init__(f"You already have a supplement called {name}.")


def supplements(diary: Diary) -> tuple[Supplement, ...]:
    """Return the person's supplements by name."""
    with diary.store.reading() as connection:
        found = beside_rows.supplements(connection, diary.person_id)
    return by_name(found)


def by_name(found: Iterable[Supplement]) -> tuple[Supplement, ...]:
    """Return supplements in the order in which they are shown."""
    return tuple(sorted(found, key=lambda pill: (pill.name.casefold(), pill.id)))


def add(diary: Diary, pill: Supplement, *, sure: bool = False) -> Change:
    """Save a new supplement (see `supplement.supplement`).

    sure: the person has confirmed a dose that is unlikely. Raises RefusedError, in one sentence, if it cannot be saved,
    NeedsConfirmationError, or a child of DatabaseError.
    """
    pill = checked(pill)
    _refuse_taken(pill, supplements(diary))
    if not sure:
        _ask(pill)
    return diary.apply(Change((), (), kept_after=(replace(pill, version=1),)))


def edit(diary: Diary, pill: Supplement, *, sure: bool = False) -> Change:
    """Save a supplement over the row it was read from; `pill.version` says which state that was.

    sure: as for `add`; a dose that stays as it was is not asked about again. Raises StaleEntryError if the row is no
    longer as it was read, RefusedError, NeedsConfirmationError, or another child of DatabaseError.
    """
    pill = checked(pill)
    there = supplements(diary)
    before = next((other for other in there if other.id == pill.id), None)
    if before is None or before.version != pill.version:
        raise StaleEntryError("supplement")
    _refuse_taken(pill, there)
    if not sure and pill.amounts != before.amounts:
        _ask(pill)
    return diary.apply(Change((), (), (before,), (replace(pill, version=pill.version + 1),)))


def delete(diary: Diary, pill: Supplement) -> Change:
    """Delete a supplement as it was read; what was logged of it stays.

    Raises StaleEntryError if it is no longer as it was read, or another child of DatabaseError.
    """
    return diary.apply(Change((), (), kept_before=(pill,)))


def took(diary: Diary, pill: Supplement, times: float = 1.0, *, day: date, meal: Meal, sure: bool = False) -> Change:
    """Log that so many of a supplement, as it is now, were taken at a meal of a day.

    Its dose was confirmed when it was added, so only the day is asked about. Raises GoneError for one deleted
    meanwhile, or as `Diary.log` does.
    """
    there = next((other for other in supplements(diary) if other.id == pill.id), None)
    if there is None:
        raise GoneError(pill.name)
    question = None if sure else unlikely_day(day, diary.today())
    if question is not None:
        raise NeedsConfirmationError(question)
    return diary.log([entry_of(there, times, day=day, at=diary.moment_of(day, meal), meal=meal)], sure=True)


def month_of(diary: Diary, pill: Supplement, of: date) -> DoseMonth:
    """Return the month that a day lies in, with how many of a supplement were taken on each of its days."""
    first = month_after(of, 0)
    with diary.store.reading() as connection:
        doses = entry_rows.doses_between(connection, diary.person_id, pill.id, first, month_after(first, 1))
    return dose_month(pill, doses, first, diary.today())


def _ask(pill: Supplement) -> None:
    question = pill.unlikely()
    if question:
        raise NeedsConfirmationError(f"{pill.name}: {question}")


def _refuse_taken(pill: Supplement, others: Iterable[Supplement]) -> None:
    if any(other.id != pill.id and other.name.casefold() == pill.name.casefold() for other in others):
        raise SupplementNameTakenError(pill.name)
