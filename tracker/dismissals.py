"""Which notes a person does not want to see: for one day, or never again."""

from dataclasses import dataclass
from datetime import date, datetime

from tracker.errors import RefusedError
from tracker.note_texts import BY_ID


@dataclass(frozen=True, slots=True)
class Dismissal:
    """A note that was closed. id: of the note.

    day: it comes again after this logical day; None when it is known and never comes again. version: grows by one with
    each change. updated_at: None until saved.
    """

    id: str
    day: date | None = None
    version: int = 1
    updated_at: datetime | None = None

    def hides(self, day: date | None) -> bool:
        """Whether the note is not to be shown on a day; None where notes are of no day."""
        return self.day is None or self.day == day


def refuse_unknown_note(note_id: str) -> None:
    """Raise RefusedError if there is no such note."""
    if note_id not in BY_ID:
        raise RefusedError(f"There is no note called {note_id[:40]!r}.")
