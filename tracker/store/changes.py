"""Changes as SQL: entries and what is kept beside them, in the one transaction of the connection."""

from sqlalchemy import Connection

from tracker.changes import Change, contents, next_versions
from tracker.store.entries import change_entries, entries_by_id
from tracker.store.errors import StaleEntryError
from tracker.store.kept import change_kept, rows_like


def write_change(connection: Connection, person_id: str, change: Change) -> None:
    """Turn the rows before the change into those after it.

    Raises StaleEntryError if a row is no longer as it was read; DuplicateEntryError, from the connection's block, if a
    new one is there already.
    """
    change_entries(connection, person_id, change.before, change.after)
    change_kept(connection, person_id, change.kept_before, change.kept_after)


def reversal(connection: Connection, person_id: str, change: Change) -> Change:
    """Return the change that takes this one back. Raises StaleEntryError if a row is not what it made of it."""
    found = entries_by_id(connection, person_id, [entry.id for entry in change.after])
    kept = rows_like(connection, person_id, change.kept_after)
    if contents((*found, *kept)) != contents((*change.after, *change.kept_after)):
        raise StaleEntryError
    return Change(
        tuple(found), next_versions(change.before, found), tuple(kept), next_versions(change.kept_before, kept)
    )
