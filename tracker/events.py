"""What happened on a day beside what was had: loose stools. Each is a moment, and none has an amount."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from tracker.errors import RefusedError

EventKind = Literal["loose stools"]

LOOSE_STOOLS: Final = "loose stools"
EVENT_KINDS: Final[tuple[EventKind, ...]] = (LOOSE_STOOLS,)


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened once.

    id: random, unique for the person. day: the logical day it counts for. at: the moment, with time zone. version:
    grows by one with each change. updated_at: None until saved.
    """

    id: str
    day: date
    at: datetime
    kind: EventKind
    version: int = 1
    updated_at: datetime | None = None


def refuse_impossible_event(event: Event) -> None:
    """Raise RefusedError, in one sentence, if an event cannot be saved."""
    if event.kind not in EVENT_KINDS:
        raise RefusedError(f"Nothing called {event.kind[:40]!r} can be logged.")
    if event.at.tzinfo is None:
        raise RefusedError("The time of an event needs its time zone.")
    # At both ends of the calendar a moment has no date in other time zones.
    if not date.min.year < event.at.year < date.max.year or not date.min.year < event.day.year < date.max.year:
        raise RefusedError(f"{event.day.isoformat()} is no day of a diary.")
