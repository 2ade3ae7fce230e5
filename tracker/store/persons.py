"""The SQL of a person: settings, targets, and what tells one state of their diary from another.

Every function takes a connection from `Store.reading` or `Store.writing`.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from tracker.store.records import RecordT, json_of, record_of
from tracker.store.tables import person, target
from tracker.targets import Targets

# Built once: making a statement takes longer than running it, and every rerun of a page needs these two.
_PERSON: Final = select(person.c.settings, person.c.edition).where(person.c.person_id == bindparam("person"))
_OF_PERSON: Final = target.c.person_id == bindparam("person")
_FIRST_VALID: Final = (
    select(func.max(target.c.valid_from)).where(_OF_PERSON, target.c.valid_from <= bindparam("start")).scalar_subquery()
)
_TARGETS: Final = (
    select(target.c.valid_from, target.c.numbers)
    .where(
        _OF_PERSON,
        target.c.valid_from >= func.coalesce(_FIRST_VALID, bindparam("start")),
        target.c.valid_from < bindparam("end"),
    )
    .order_by(target.c.valid_from)
)


def person_of(connection: Connection, person_id: str, default: RecordT) -> tuple[RecordT, str | None]:
    """Return settings and edition of a person.

    The settings are `default` where nothing was saved or it cannot be read; the edition is None before any change.
    """
    row = connection.execute(_PERSON, {"person": person_id}).one_or_none()
    return (default, None) if row is None else (record_of(default, row.settings), row.edition)


def renew_edition(connection: Connection, person_id: str, edition: str, at: datetime) -> None:
    """Save the edition that a change makes, also of a person who is not known yet. at: the present moment."""
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert
    connection.execute(
        _renewal(insert), {"person_id": person_id, "settings": "{}", "updated_at": at, "edition": edition}
    )


@cache
def _renewal(insert: Callable[[Table], Any]) -> Any:
    """Return the statement; made once, because every change needs it."""
    return insert(person).on_conflict_do_update(
        index_elements=["person_id"], set_={"edition": insert(person).excluded.edition}
    )


def save_settings(connection: Connection, person_id: str, settings: RecordT, at: datetime) -> None:
    """Save the settings of a person, also of one who is not known yet. at: the present moment."""
    _save(connection, person, {"person_id": person_id}, {"settings": json_of(settings), "updated_at": at})


def targets_between(connection: Connection, person_id: str, start: date, end: date) -> list[tuple[date, Targets]]:
    """Return the targets that hold on any day from `start` on and before `end`, oldest first.

    Each with the day it is valid from.
    """
    rows = connection.execute(_TARGETS, {"person": person_id, "start": start, "end": end})
    return [(valid_from, record_of(Targets(), numbers)) for valid_from, numbers in rows]


def _save(connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]) -> None:
    """Insert a row, or overwrite the one with this key."""
    insert = (postgresql if connection.dialect.name == "postgresql" else sqlite).insert
    connection.execute(
        insert(table).values({**key, **values}).on_conflict_do_update(index_elements=list(key), set_=values)
    )
