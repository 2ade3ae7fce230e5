"""The SQL of what stands beside a day: a person's supplements, events, and the notes they closed.

Events grow with the length of the diary, so they are read by range. Every function takes a connection from
`Store.reading` or `Store.writing`.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from tracker.dismissals import Dismissal
from tracker.events import Event
from tracker.store import tables
from tracker.store.shelf import Shelf, Values
from tracker.supplement import SUPPLEMENT_KEYS, Supplement


def _written_supplement(pill: Supplement) -> tuple[Values, Sequence[Values]]:
    amounts = {key: pill.amounts.get(key) for key in SUPPLEMENT_KEYS}
    return {"name": pill.name, "measure": pill.measure, "a_day": pill.a_day, "since": pill.since, **amounts}, ()


def _read_supplement(row: Values) -> Supplement:
    amounts = {key: row[key] for key in SUPPLEMENT_KEYS}
    return Supplement(
        row["id"], row["name"], amounts, row["since"], row["measure"], row["a_day"], row["version"], row["updated_at"]
    )


_SUPPLEMENTS: Final = Shelf(
    Supplement,
    "supplement",
    tables.supplement,
    "id",
    None,
    "",
    _written_supplement,
    lambda row, _: _read_supplement(row),
)
_EVENTS: Final = Shelf(
    Event,
    "event",
    tables.event,
    "id",
    None,
    "",
    lambda row: ({"day": row.day, "at": row.at, "kind": row.kind}, ()),
    lambda row, _: Event(row["id"], row["day"], row["at"], row["kind"], row["version"], row["updated_at"]),
)
_DISMISSALS: Final = Shelf(
    Dismissal,
    "note",
    tables.dismissed_note,
    "note_id",
    None,
    "",
    lambda row: ({"day": row.day}, ()),
    lambda row, _: Dismissal(row["note_id"], row["day"], row["version"], row["updated_at"]),
)
BESIDE: Final[tuple[Shelf[Any], ...]] = (_SUPPLEMENTS, _EVENTS, _DISMISSALS)

# Built once: every redraw of Today needs these three.
_ALL_SUPPLEMENTS: Final = select(tables.supplement).where(tables.supplement.c.person_id == bindparam("person"))
_ALL_DISMISSALS: Final = select(
    *(tables.dismissed_note.c[name] for name in ("note_id", "day", "version", "updated_at"))
).where(tables.dismissed_note.c.person_id == bindparam("person"))
_EVENTS_BETWEEN: Final = select(
    *(tables.event.c[name] for name in ("id", "day", "at", "kind", "version", "updated_at"))
).where(
    tables.event.c.person_id == bindparam("person"),
    tables.event.c.day >= bindparam("start"),
    tables.event.c.day < bindparam("end"),
)


def supplements(connection: Connection, person_id: str) -> list[Supplement]:
    """Return the supplements of a person, in no particular order."""
    rows = connection.execute(_ALL_SUPPLEMENTS, {"person": person_id}).mappings()
    return [_read_supplement(dict(row)) for row in rows]


def dismissals(connection: Connection, person_id: str) -> dict[str, Dismissal]:
    """Return the notes that a person closed, by note."""
    rows = connection.execute(_ALL_DISMISSALS, {"person": person_id})
    return {row.note_id: Dismissal(*row) for row in rows}


def events_between(connection: Connection, person_id: str, start: date, end: date) -> list[Event]:
    """Return the events of the days from `start` on and before `end`, oldest moment first."""
    rows = connection.execute(_EVENTS_BETWEEN, {"person": person_id, "start": start, "end": end})
    return sorted((Event(*row) for row in rows), key=lambda event: (event.at, event.id))
