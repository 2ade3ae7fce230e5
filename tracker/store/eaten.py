"""The SQL of what was ever logged: by an index over person, food and day, so that no answer reads the diary.

The foods of a diary are found by jumping from one to the next in the index, https://wiki.postgresql.org/wiki/Loose_indexscan:
what that costs depends on how many different foods there are, not on how often they were logged.
"""

from datetime import date
from typing import Final

from sqlalchemy import Connection, bindparam, func, select

from tracker.store.tables import entry as table

_OF_PERSON: Final = table.c.person_id == bindparam("person")
_FIRST: Final = select(func.min(table.c.food_id).label("food_id")).where(_OF_PERSON).cte("eaten", recursive=True)
_NEXT: Final = select(func.min(table.c.food_id)).where(_OF_PERSON, table.c.food_id > _FIRST.c.food_id).scalar_subquery()
_EACH: Final = _FIRST.union_all(select(_NEXT).where(_FIRST.c.food_id.is_not(None)))
_FOOD_IDS: Final = select(_EACH.c.food_id).where(_EACH.c.food_id.is_not(None))
_LAST_DAY: Final = select(func.max(table.c.day)).where(_OF_PERSON, table.c.food_id == bindparam("food"))


def food_ids(connection: Connection, person_id: str) -> frozenset[str]:
    """Return the id of every food, drink and supplement the person ever logged; rows without one have none."""
    return frozenset(connection.execute(_FOOD_IDS, {"person": person_id}).scalars())


def last_day(connection: Connection, person_id: str, food_id: str) -> date | None:
    """Return the last day a food was logged on, None when it never was."""
    return connection.execute(_LAST_DAY, {"person": person_id, "food": food_id}).scalar()
