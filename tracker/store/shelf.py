"""How one kind of row is kept that a person has beside the entries: a row with a version, some with parts in order."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, RowMapping, Select, Table, and_, bindparam, delete, insert, select, update

from tracker.changes import Kept
from tracker.store.errors import StaleEntryError

KeptT = TypeVar("KeptT", bound=Kept)
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Shelf(Generic[KeptT]):
    """How one kind of row is kept.

    key: the column of its id. parts, parts_key: the table of its parts, None if it has none, and the column there that
    names the row. written, read: the row as columns, with its parts; and back. key_of: the id as it stands in `key`.
    """

    record: type[KeptT]
    what: str
    table: Table
    key: str
    parts: Table | None
    parts_key: str
    written: Callable[[KeptT], tuple[Values, Sequence[Values]]]
    read: Callable[[Values, Sequence[Values]], KeptT]
    key_of: Callable[[str], Any] = str

    def rows(self, connection: Connection, person_id: str, ids: Sequence[str] | None = None) -> list[KeptT]:
        """Return the rows with these ids, or all of the person, by id."""
        parts: dict[str, list[Values]] = defaultdict(list)
        keys = None if ids is None else [self.key_of(row_id) for row_id in ids]
        found = _of_person(connection, self.table, self.key, self.key, person_id, keys)
        if found and self.parts is not None:
            for part in _of_person(connection, self.parts, self.parts_key, "position", person_id, keys):
                parts[part[self.parts_key]].append(dict(part))
        return [self.read(dict(row), parts[row[self.key]]) for row in found]

    def change(
        self, connection: Connection, person_id: str, before: Mapping[str, KeptT], after: Mapping[str, KeptT]
    ) -> None:
        """Turn the rows `before` into the rows `after`, both by id. Raises StaleEntryError as `change_kept` says."""
        for row_id, row in before.items():
            this = and_(
                self.table.c.person_id == person_id,
                self.table.c[self.key] == self.key_of(row_id),
                self.table.c.version == row.version,
            )
            changed = after.get(row_id)
            statement = (
                delete(self.table).where(this)
                if changed is None
                else update(self.table).where(this).values(self._stamped(changed))
            )
            if connection.execute(statement).rowcount != 1:
                raise StaleEntryError(self.what)
            if self.parts is not None:
                of_row = and_(self.parts.c.person_id == person_id, self.parts.c[self.parts_key] == row_id)
                connection.execute(delete(self.parts).where(of_row))
        for row_id, row in after.items():
            if row_id not in before:
                values = {"person_id": person_id, self.key: self.key_of(row_id), **self._stamped(row)}
                connection.execute(insert(self.table).values(values))
            parts = self.written(row)[1]
            if self.parts is not None and parts:
                place = {"person_id": person_id, self.parts_key: row_id}
                rows = [{**place, "position": position, **part} for position, part in enumerate(parts)]
                connection.execute(insert(self.parts), rows)

    def _stamped(self, row: KeptT) -> dict[str, Any]:
        return {**self.written(row)[0], "version": row.version, "updated_at": row.updated_at}


def _of_person(
    connection: Connection, table: Table, key: str, order: str, person_id: str, keys: Sequence[Any] | None
) -> Sequence[RowMapping]:
    wanted = _all_of_person(table, order)
    if keys is not None:
        wanted = wanted.where(table.c[key].in_(keys))
    return connection.execute(wanted, {"person": person_id}).mappings().all()


@cache
def _all_of_person(table: Table, order: str) -> Select[Any]:
    """Return a statement that every run of a page needs: making it takes longer than running it."""
    return select(table).where(table.c.person_id == bindparam("person")).order_by(table.c[order])
