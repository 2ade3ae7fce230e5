"""What stands beside a day: supplements to take, events, and the notes that are due; with the verbs of the last two."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from tracker.again.supplements import by_name
from tracker.changes import Change
from tracker.days import day_after, with_fixed_offset
from tracker.diary import Diary
from tracker.dismissals import Dismissal, refuse_unknown_note
from tracker.entries import new_id
from tracker.events import LOOSE_STOOLS, Event, EventKind, refuse_impossible_event
from tracker.intake import Day
from tracker.note_texts import Note
from tracker.notes import WEEK_DAYS, DayFacts, notes_of_day, notes_of_supplements, wants_week
from tracker.store import beside as beside_rows
from tracker.supplement import Supplement


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands beside a day. supplements: by name. events: oldest first. notes: due, without those closed."""

    supplements: tuple[Supplement, ...] = ()
    events: tuple[Event, ...] = ()
    notes: tuple[Note, ...] = ()


def beside(diary: Diary, day: Day) -> Beside:
    """Return what stands beside a day; what it costs does not grow with the diary."""
    with diary.store.reading() as connection:
        pills = beside_rows.supplements(connection, diary.person_id)
        events = beside_rows.events_between(connection, diary.person_id, day.day, day_after(day.day))
        closed = beside_rows.dismissals(connection, diary.person_id)
    if not day.entries:
        return Beside(by_name(pills), tuple(events))
    week = diary.day_totals(day.day - timedelta(days=WEEK_DAYS), day.day) if wants_week(day) else ()
    loose_stools = any(event.kind == LOOSE_STOOLS for event in events)
    due = notes_of_day(DayFacts(day, day.day == diary.today(), loose_stools, week))
    return Beside(by_name(pills), tuple(events), _open(due, closed, day.day))


def notes_beside_supplements(diary: Diary, pills: tuple[Supplement, ...]) -> tuple[Note, ...]:
    """Return the notes that a person's supplements make due, without those marked as known."""
    due = notes_of_supplements(pills)
    return _open(due, dismissals(diary), None) if due else ()


def _open(due: tuple[Note, ...], closed: Mapping[str, Dismissal], day: date | None) -> tuple[Note, ...]:
    return tuple(note for note in due if note.id not in closed or not closed[note.id].hides(day))


def dismissals(diary: Diary) -> Mapping[str, Dismissal]:
    """Return the notes that the person closed, by note; also those closed only for a day."""
    with diary.store.reading() as connection:
        return beside_rows.dismissals(connection, diary.person_id)


def close(diary: Diary, note_id: str, day: date | None = None) -> Change:
    """Close a note for a day, or with None for good: it is known.

    Raises RefusedError for a note that there is not, StaleEntryError, or another child of DatabaseError.
    """
    refuse_unknown_note(note_id)
    before = dismissals(diary).get(note_id)
    if before is None:
        return diary.apply(Change((), (), kept_after=(Dismissal(note_id, day),)))
    after = replace(before, day=day, version=before.version + 1)
    return diary.apply(Change((), (), (before,), (after,)))


def show_again(diary: Diary) -> Change:
    """Let every note that was closed for good come again when it is due. Raises a child of DatabaseError."""
    known = tuple(closed for closed in dismissals(diary).values() if closed.day is None)
    return diary.apply(Change((), (), kept_before=known))


def happened(diary: Diary, kind: EventKind, *, day: date, at: datetime) -> Change:
    """Log that something happened. Raises RefusedError if it cannot be saved, or a child of DatabaseError."""
    event = Event(new_id(), day, at, kind)
    refuse_impossible_event(event)
    return diary.apply(Change((), (), kept_after=(replace(event, at=with_fixed_offset(at)),)))


def remove(diary: Diary, event: Event) -> Change:
    """Delete an event as it was read. Raises StaleEntryError if it is no longer so, or another DatabaseError."""
    return diary.apply(Change((), (), kept_before=(event,)))
