"""What a verb did, so that it can be taken back: the rows it met, as they were, and the rows as they are now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeVar

from tracker.entries import Entry
from tracker.marks import DayMark
from tracker.own_food import OwnFood
from tracker.saved_meal import SavedMeal


@dataclass(frozen=True, slots=True)
class Star:
    """A food the person wants at hand. id: of the food, of the table or their own."""

    id: str
    version: int = 1
    updated_at: datetime | None = None


# What a person keeps beside the entries.
Kept = OwnFood | SavedMeal | Star | DayMark
Row = Entry | OwnFood | SavedMeal | Star | DayMark
RowT = TypeVar("RowT", Entry, Kept)
AnyRowT = TypeVar("AnyRowT", bound=Row)


@dataclass(frozen=True, slots=True)
class Change:
    """What a verb did: rows before and after it, those with one id in both were changed.

    before, after: entries. kept_before, kept_after: own foods, saved meals, stars and marks of days.
    """

    before: tuple[Entry, ...]
    after: tuple[Entry, ...]
    kept_before: tuple[Kept, ...] = ()
    kept_after: tuple[Kept, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is anything to save or take back."""
        return bool(self.before or self.after or self.kept_before or self.kept_after)

    def renewed(self, taken_back: "Change") -> "Change":
        """Return this change with its rows as undoing a later one left them, so that it can be undone in turn."""
        entries = {entry.id: entry for entry in taken_back.after}
        kept = {key_of(row): row for row in taken_back.kept_after}
        return replace(
            self,
            after=tuple(entries.get(entry.id, entry) for entry in self.after),
            kept_after=tuple(kept.get(key_of(row), row) for row in self.kept_after),
        )


def key_of(row: Row) -> tuple[str, str]:
    """Return what tells a row from all others of a person: an own food and its star share an id."""
    return type(row).__name__, row.id


def content_of(row: AnyRowT) -> AnyRowT:
    """Return what the person made of a row, without the stamps of saving it."""
    return replace(row, version=0, updated_at=None)


def contents(rows: Iterable[Row]) -> dict[tuple[str, str], Row]:
    """Return the content of each row by its key, to hold two states against each other."""
    return {key_of(row): content_of(row) for row in rows}


def next_versions(wanted: Iterable[AnyRowT], found: Iterable[AnyRowT]) -> tuple[AnyRowT, ...]:
    """Return rows that are to come back, each with a version above every one it had, also in `found`.

    A window that still shows the state in between must not overwrite it unseen.
    """
    latest = {key_of(row): row.version for row in found}
    return tuple(replace(row, version=max(row.version, latest.get(key_of(row), 0)) + 1) for row in wanted)
