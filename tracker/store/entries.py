"""The SQL of entries. Every function takes a connection from `Store.reading` or `Store.writing`."""

from collections.abc import Collection, Sequence
from dataclasses import fields
from datetime import date
from typing import Any, Final

from sqlalchemy import (
    Connection,
    Delete,
    Text,
    Update,
    bindparam,
    cast,
    delete,
    exists,
    func,
    insert,
    select,
    type_coerce,
    update,
)

from tracker.entries import Entry, Meal, Usage
from tracker.store.errors import StaleEntryError
from tracker.store.tables import entry as table

_NAMES: Final = tuple(field.name for field in fields(Entry))
_COLUMNS: Final = tuple(table.c[name] for name in _NAMES)

# Well below the most parameters of one statement: 32,766 on SQLite, https://sqlite.org/limits.html
_IDS_AT_ONCE: Final = 5000

_ENTRIES: Final = select(*_COLUMNS).where(
    table.c.person_id == bindparam("person"), table.c.day >= bindparam("start"), table.c.day < bindparam("end")
)
_INSERT: Final = insert(table)
_THIS_VERSION: Final = (
    table.c.person_id == bindparam("person"),
    table.c.id == bindparam("row"),
    table.c.version == bindparam("read"),
)
_UPDATE: Final = update(table).where(*_THIS_VERSION).values({name: bindparam(name) for name in _NAMES if name != "id"})
_DELETE: Final = delete(table).where(*_THIS_VERSION)


def entries_between(connection: Connection, person_id: str, start: date, end: date) -> list[Entry]:
    """Return the entries of the days from `start` on and before `end`, oldest moment first."""
    rows = connection.execute(_ENTRIES, {"person": person_id, "start": start, "end": end}).all()
    return sorted((Entry(*row) for row in rows), key=lambda entry: (entry.at, entry.id))


def entry_of(connection: Connection, person_id: str, entry_id: str) -> Entry | None:
    """Return one entry, None when it is not there."""
    wanted = select(*_COLUMNS).where(table.c.person_id == person_id, table.c.id == entry_id)
    row = connection.execute(wanted).one_or_none()
    return None if row is None else Entry(*row)


def entries_by_id(connection: Connection, person_id: str, ids: Sequence[str]) -> list[Entry]:
    """Return those of the entries that are in the diary, in no order; an import can have many."""
    found: list[Entry] = []
    for first in range(0, len(ids), _IDS_AT_ONCE):
        some = ids[first : first + _IDS_AT_ONCE]
        wanted = select(*_COLUMNS).where(table.c.person_id == person_id, table.c.id.in_(some))
        found += [Entry(*row) for row in connection.execute(wanted)]
    return found


def entries_of_food(connection: Connection, person_id: str, food_id: str) -> list[Entry]:
    """Return all entries of a food, oldest moment first. There can be thousands: for a rare verb, not for a page."""
    wanted = select(*_COLUMNS).where(table.c.person_id == person_id, table.c.food_id == food_id)
    return sorted((Entry(*row) for row in connection.execute(wanted)), key=lambda entry: (entry.at, entry.id))


def doses_between(
    connection: Connection, person_id: str, supplement_id: str, start: date, end: date
) -> dict[date, float]:
    """Return how many of a supplement were taken, by day, from `start` on and before `end`; days without are absent."""
    wanted = (
        select(table.c.day, func.sum(table.c.amount).label("taken"))
        .where(
            table.c.person_id == person_id,
            table.c.day >= start,
            table.c.day < end,
            table.c.kind == "supplement",
            table.c.food_id == supplement_id,
        )
        .group_by(table.c.day)
    )
    return {row.day: row.taken for row in connection.execute(wanted)}


def has_entries(connection: Connection, person_id: str) -> bool:
    """Whether the person has any entry at all."""
    return bool(connection.execute(select(exists().where(table.c.person_id == person_id))).scalar())


def first_day(connection: Connection, person_id: str) -> date | None:
    """Return the first day with an entry, None when there is none."""
    return connection.execute(select(func.min(table.c.day)).where(table.c.person_id == person_id)).scalar()


def change_entries(connection: Connection, person_id: str, before: Sequence[Entry], after: Sequence[Entry]) -> None:
    """Turn the rows `before` into the rows `after`: those with an id in both are overwritten, others go or come.

    Raises StaleEntryError if a row of `before` is not there with its version; DuplicateEntryError, from the
    connection's block, if a row that is to come is there already.
    """
    read = {entry.id: entry.version for entry in before}
    gone = read.keys() - {entry.id for entry in after}
    _change_each(connection, _DELETE, [_key(person_id, entry_id, read[entry_id]) for entry_id in gone])
    overwritten = [entry for entry in after if entry.id in read]
    _change_each(
        connection, _UPDATE, [_key(person_id, entry.id, read[entry.id]) | _values(entry) for entry in overwritten]
    )
    new = [{"person_id": person_id, **_values(entry)} for entry in after if entry.id not in read]
    if new:
        connection.execute(_INSERT, new)


def _change_each(connection: Connection, statement: Update | Delete, rows: list[dict[str, Any]]) -> None:
    """Run a statement that must meet one row each time. Raises StaleEntryError if it does not."""
    if rows and connection.execute(statement, rows).rowcount != len(rows):
        raise StaleEntryError


def _key(person_id: str, entry_id: str, version: int) -> dict[str, Any]:
    return {"person": person_id, "row": entry_id, "read": version}


def usage_between(
    connection: Connection,
    person_id: str,
    start: date,
    end: date,
    limit: int,
    meal: Meal | None = None,
    food_ids: Collection[str] | None = None,
) -> list[Usage]:
    """Return how foods were used on the days from `start` on and before `end`, the most logged first.

    meal: only at that meal. food_ids: only of these foods. Supplements, and rows without a weight or a food of the
    table, have no usage.
    """
    # The newest row by the wall clock; neither a day nor a moment has a space in it. Five times faster than a window.
    newest = func.max(cast(table.c.day, Text) + type_coerce(table.c.at, Text) + " " + table.c.id)
    times = func.count()
    wanted = (
        select(table.c.food_id, times, newest)
        .where(
            table.c.person_id == person_id,
            table.c.day >= start,
            table.c.day < end,
            table.c.food_id.is_not(None),
            table.c.grams.is_not(None),
            *(() if meal is None else (table.c.meal == meal,)),
            *(() if food_ids is None else (table.c.food_id.in_(food_ids),)),
        )
        .group_by(table.c.food_id)
        .order_by(times.desc(), table.c.food_id)
        .limit(limit)
    )
    used = [(food_id, count, key.partition(" ")[2]) for food_id, count, key in connection.execute(wanted)]
    last = {entry.id: entry for entry in entries_by_id(connection, person_id, [entry_id for *_, entry_id in used])}
    return [
        Usage(food_id, count, entry.amount, entry.measure, entry.grams)
        for food_id, count, entry_id in used
        if (entry := last.get(entry_id)) is not None and entry.grams is not None
    ]


def _values(entry: Entry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _NAMES}
