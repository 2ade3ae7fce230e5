"""The SQL of what single entries gave of one thing: all that is needed to rank foods, and no more of a row."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, bindparam, select

from tracker.contributions import Given
from tracker.intake import COUNTED_WATER
from tracker.store.sums import PART
from tracker.store.tables import entry as table


def given_between(connection: Connection, person_id: str, start: date, end: date, key: str) -> list[Given]:
    """Return what each entry of the days from `start` on and before `end` gave, in no order.

    key: COUNTED_WATER or a nutrient of DIARY_KEYS.
    """
    rows = connection.execute(_select_of(key), {"person": person_id, "start": start, "end": end}).all()
    return list(map(Given._make, rows))


@cache
def _select_of(key: str) -> Select[Any]:
    columns = table.c
    amount = columns["water_g" if key == COUNTED_WATER else key]
    return select(columns.day, PART, columns.name, columns.food_id, amount).where(
        columns.person_id == bindparam("person"), columns.day >= bindparam("start"), columns.day < bindparam("end")
    )
