"""The SQL of a person's settings and targets.

Every function takes a connection from `Store.reading` or `Store.writing`.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Table, bindparam, func, select
from sqlalchemy.dialects import postgresql, sqlite

from tracker.store.records import RecordT, json_of, record_of
from tracker.store.tables import person, target
from tracker.targets import Targets

# Built once: making a statement takes longer than running it, and every rerun of a page needs these two.
_SETTINGS: Final = select(person.c.settings).where(person.c.person_id == bindparam("person"))
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


def settings_of(connection: Connection, person_id: str, default: RecordT) -> RecordT:
    """Return the settings of a person; `default` where nothing was saved or it cannot be read."""
    text = connection.execute(_SETTINGS, {"person": person_id}).scalar()
    return default if text is None else record_of(default, text)


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
