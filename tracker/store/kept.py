"""The SQL of what a person keeps beside the entries: own foods, stars, saved meals and marks of days.

Each is a row with a version, some with parts in a table of their own, in order. Every function takes a connection from
`Store.reading` or `Store.writing`. Only the marks grow with the length of the diary, so they are read by range.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, Final

from sqlalchemy import Connection, bindparam, select

from tracker.changes import Kept, Star
from tracker.conditions import DayCondition
from tracker.dated_targets import DatedTargets
from tracker.foods import OWN_SOURCE, Portion
from tracker.marks import DayMark
from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.own_food import OwnFood
from tracker.saved_meal import MealPart, SavedMeal
from tracker.store import tables
from tracker.store.beside import BESIDE
from tracker.store.records import json_of, record_of
from tracker.store.shelf import Shelf, Values
from tracker.targets import Targets


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


_OWN_FOODS: Final = Shelf(
    OwnFood, "food", tables.own_food, "id", tables.own_portion, "food_id", _written_food, _read_food
)
_SAVED_MEALS: Final = Shelf(
    SavedMeal, "meal", tables.saved_meal, "id", tables.saved_meal_part, "meal_id", _written_meal, _read_meal
)
_STARS: Final = Shelf(
    Star,
    "star",
    tables.starred_food,
    "food_id",
    None,
    "",
    lambda _: ({}, ()),
    lambda row, _: Star(row["food_id"], row["version"], row["updated_at"]),
)
_DAY_MARKS: Final = Shelf(
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
_DAY_CONDITIONS: Final = Shelf(
    DayCondition,
    "day",
    tables.day_condition,
    "day",
    None,
    "",
    lambda row: (
        {"activity_minutes": row.activity_minutes, "intensity": row.intensity, "is_hot": int(row.is_hot)},
        (),
    ),
    lambda row, _: _condition(row),
    date.fromisoformat,
)
_TARGETS: Final = Shelf(
    DatedTargets,
    "set of targets",
    tables.target,
    "valid_from",
    None,
    "",
    lambda row: ({"numbers": json_of(row.targets)}, ()),
    lambda row, _: _dated_targets(row),
    date.fromisoformat,
)
_SHELVES: Final[tuple[Shelf[Any], ...]] = (
    _OWN_FOODS,
    _SAVED_MEALS,
    _STARS,
    _DAY_MARKS,
    _DAY_CONDITIONS,
    _TARGETS,
    *BESIDE,
)
_MARKS_BETWEEN: Final = select(*(tables.day_mark.c[name] for name in ("day", "mark", "version", "updated_at"))).where(
    tables.day_mark.c.person_id == bindparam("person"),
    tables.day_mark.c.day >= bindparam("start"),
    tables.day_mark.c.day < bindparam("end"),
)
_CONDITIONS_BETWEEN: Final = select(tables.day_condition).where(
    tables.day_condition.c.person_id == bindparam("person"),
    tables.day_condition.c.day >= bindparam("start"),
    tables.day_condition.c.day < bindparam("end"),
)
_TARGETS_FROM: Final = select(tables.target).where(
    tables.target.c.person_id == bindparam("person"), tables.target.c.valid_from >= bindparam("start")
)


def _condition(row: Values) -> DayCondition:
    return DayCondition(
        row["day"], row["activity_minutes"], row["intensity"], bool(row["is_hot"]), row["version"], row["updated_at"]
    )


def _dated_targets(row: Values) -> DatedTargets:
    return DatedTargets(row["valid_from"], record_of(Targets(), row["numbers"]), row["version"], row["updated_at"])


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


def conditions_between(connection: Connection, person_id: str, start: date, end: date) -> dict[date, DayCondition]:
    """Return what the days from `start` on and before `end` were like, by day; ordinary days are not in it."""
    rows = connection.execute(_CONDITIONS_BETWEEN, {"person": person_id, "start": start, "end": end}).mappings()
    return {row["day"]: _condition(dict(row)) for row in rows}


def targets_from(connection: Connection, person_id: str, start: date) -> list[DatedTargets]:
    """Return the targets that are valid from `start` or a later day on, in no particular order."""
    rows = connection.execute(_TARGETS_FROM, {"person": person_id, "start": start}).mappings()
    return [_dated_targets(dict(row)) for row in rows]


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
