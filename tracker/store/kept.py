"""The SQL of what a person keeps beside the entries: own foods, stars, saved meals and marks of days.

Each is a row with a version, some with parts in a table of their own, in order. Every function takes a connection from
`Store.reading` or `Store.writing`. Only the marks grow with the length of the diary, so they are read by range.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Generic, TypeVar

from sqlalchemy import Connection, Table, and_, bindparam, delete, insert, select, update

from tracker.changes import Kept, Star
from tracker.foods import OWN_SOURCE, Portion
from tracker.marks import DayMark
from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.own_food import OwnFood
from tracker.saved_meal import MealPart, SavedMeal
from tracker.store import tables
from tracker.store.errors import StaleEntryError

KeptT = TypeVar("KeptT", OwnFood, SavedMeal, Star, DayMark)
Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class _Shelf(Generic[KeptT]):
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
        if self.parts is not None:
            wanted = _of_person(self.parts, self.parts_key, person_id, keys).order_by(self.parts.c.position)
            for part in connection.execute(wanted).mappings():
                parts[part[self.parts_key]].append(dict(part))
        found = connection.execute(_of_person(self.table, self.key, person_id, keys).order_by(self.table.c[self.key]))
        return [self.read(dict(row), parts[row[self.key]]) for row in found.mappings()]

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


def _of_person(table: Table, key: str, person_id: str, keys: Sequence[Any] | None) -> Any:
    wanted = select(table).where(table.c.person_id == person_id)
    return wanted if keys is None else wanted.where(table.c[key].in_(keys))


def _written_food(food: OwnFood) -> tuple[Values, Sequence[Values]]:
    amounts = {key: food.per_100_g.get(key) for key in NUTRIENTS}
    portions = [
        {"measure": portion.measure, "amount": portion.amount, "grams": portion.grams} for portion in food.portions
    ]
    return {"name": food.name, "food_group": food.group, **amounts}, portions


def _read_food(row: Values, parts: Sequence[Values]) -> OwnFood:
    portions = tuple(Portion(part["measure"], part["amount"], part["grams"], False, OWN_SOURCE) for part in parts)
    amounts = {key: row[key] for key in NUTRIENTS}
    return OwnFood(row["id"], row["name"], amounts, row["food_group"], portions, row["version"], row["updated_at"])


_PART: Final = ("kind", "name", "amount", "measure", "food_id", "grams")


def _written_meal(meal: SavedMeal) -> tuple[Values, Sequence[Values]]:
    parts = [
        {name: getattr(part, name) for name in _PART} | {key: part.nutrients.get(key) for key in DIARY_KEYS}
        for part in meal.parts
    ]
    return {"name": meal.name}, parts


def _read_meal(row: Values, parts: Sequence[Values]) -> SavedMeal:
    read = (
        MealPart(**{name: part[name] for name in _PART}, nutrients={key: part[key] for key in DIARY_KEYS})
        for part in parts
    )
    return SavedMeal(row["id"], row["name"], tuple(read), row["version"], row["updated_at"])


_OWN_FOODS: Final = _Shelf(
    OwnFood, "food", tables.own_food, "id", tables.own_portion, "food_id", _written_food, _read_food
)
_SAVED_MEALS: Final = _Shelf(
    SavedMeal, "meal", tables.saved_meal, "id", tables.saved_meal_part, "meal_id", _written_meal, _read_meal
)
_STARS: Final = _Shelf(
    Star,
    "star",
    tables.starred_food,
    "food_id",
    None,
    "",
    lambda _: ({}, ()),
    lambda row, _: Star(row["food_id"], row["version"], row["updated_at"]),
)
_DAY_MARKS: Final = _Shelf(
    DayMark,
    "mark",
    tables.day_mark,
    "day",
    None,
    "",
    lambda row: ({"mark": row.mark}, ()),
    lambda row, _: DayMark(row["day"], row["mark"], row["version"], row["updated_at"]),
    date.fromisoformat,
)
_SHELVES: Final[tuple[_Shelf[Any], ...]] = (_OWN_FOODS, _SAVED_MEALS, _STARS, _DAY_MARKS)
_MARKS_BETWEEN: Final = select(*(tables.day_mark.c[name] for name in ("day", "mark", "version", "updated_at"))).where(
    tables.day_mark.c.person_id == bindparam("person"),
    tables.day_mark.c.day >= bindparam("start"),
    tables.day_mark.c.day < bindparam("end"),
)


def own_foods(connection: Connection, person_id: str) -> list[OwnFood]:
    """Return the own foods of a person, in no particular order."""
    return _OWN_FOODS.rows(connection, person_id)


def saved_meals(connection: Connection, person_id: str) -> list[SavedMeal]:
    """Return the saved meals of a person, in no particular order."""
    return _SAVED_MEALS.rows(connection, person_id)


def stars(connection: Connection, person_id: str) -> list[Star]:
    """Return the stars of a person, in no particular order."""
    return _STARS.rows(connection, person_id)


def marks_between(connection: Connection, person_id: str, start: date, end: date) -> dict[date, DayMark]:
    """Return the marks of the days from `start` on and before `end`, by day."""
    rows = connection.execute(_MARKS_BETWEEN, {"person": person_id, "start": start, "end": end})
    return {row.day: DayMark(*row) for row in rows}


def rows_like(connection: Connection, person_id: str, rows: Iterable[Kept]) -> list[Kept]:
    """Return those of the rows that are there, as they are now."""
    wanted = list(rows)
    found: list[Kept] = []
    for shelf in _SHELVES:
        ids = [row.id for row in wanted if isinstance(row, shelf.record)]
        found += shelf.rows(connection, person_id, ids) if ids else ()
    return found


def change_kept(connection: Connection, person_id: str, before: Sequence[Kept], after: Sequence[Kept]) -> None:
    """Turn the rows `before` into the rows `after`: those with an id in both are overwritten, others go or come.

    Raises StaleEntryError if a row of `before` is not there with its version; DuplicateEntryError, from the
    connection's block, if a row that is to come is there already.
    """
    for shelf in _SHELVES:
        of_kind = [{row.id: row for row in rows if isinstance(row, shelf.record)} for rows in (before, after)]
        if any(of_kind):
            shelf.change(connection, person_id, *of_kind)
