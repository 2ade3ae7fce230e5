"""What was ever logged: every food once, and its last day, from an index and not from the diary's rows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests.builders import FRIDAY, a_supplement, an_entry
from tests.conftest import fresh_sqlite
from tracker.entries import Entry
from tracker.store import Store
from tracker.store.eaten import food_ids, last_day
from tracker.store.entries import change_entries

Opened = Callable[..., Store]

NOW = an_entry().at


def save(store: Store, person: str, *entries: Entry) -> None:
    with store.writing() as connection:
        change_entries(connection, person, (), [replace(entry, updated_at=NOW) for entry in entries])


def on(food_id: str | None, days_ago: int = 0) -> Entry:
    return an_entry(food_id=food_id, day=FRIDAY - timedelta(days=days_ago))


def found(store: Store, person: str = "me") -> frozenset[str]:
    with store.reading() as connection:
        return food_ids(connection, person)


def last(store: Store, food_id: str, person: str = "me") -> date | None:
    with store.reading() as connection:
        return last_day(connection, person, food_id)


def test_an_empty_diary_has_nothing(store: Store):
    assert found(store) == frozenset()
    assert last(store, "sr:1") is None


def test_every_food_is_named_once_however_often_it_was_logged(store: Store):
    ids = ["sr:2", "Z", "a-b", "", "ä", "own:x_-", "sr:1", "sr:10", "%"]
    save(store, "me", *(on(food_id, day) for food_id in ids for day in range(3)), on(None))
    save(store, "you", on("sr:99"))
    assert found(store) == frozenset(ids)
    assert found(store, "you") == {"sr:99"}


def test_a_diary_of_rows_without_foods_has_none(store: Store):
    save(store, "me", on(None), a_supplement())
    assert found(store) == frozenset()


def test_the_last_day_is_that_of_the_food_and_the_person(store: Store):
    save(store, "me", on("sr:1", 9), on("sr:1", 2), on("sr:1", 30), on("sr:2", 1))
    save(store, "you", on("sr:1", 0))
    assert last(store, "sr:1") == FRIDAY - timedelta(days=2)
    assert last(store, "sr:3") is None
    assert last(store, "sr:1", "you") == FRIDAY


def planned(store: Store, question: str) -> str:
    """Return how SQLite would answer; PostgreSQL decides by how many rows there are."""
    with store.reading() as connection:
        return " ".join(row.detail for row in connection.execute(text(f"EXPLAIN QUERY PLAN {question}")))


@pytest.mark.parametrize(
    "question",
    [
        "SELECT max(day) FROM entry WHERE person_id = 'me' AND food_id = 'sr:1'",
        "SELECT min(food_id) FROM entry WHERE person_id = 'me' AND food_id > 'sr:1'",
    ],
)
def test_both_are_asked_of_the_index_alone(opened: Opened, tmp_path: Path, question: str):
    plan = planned(opened(fresh_sqlite(tmp_path)), question)
    assert "COVERING INDEX entry_person_id_food_id_day" in plan
    assert "SCAN" not in plan


def test_the_habits_of_ninety_days_are_still_asked_by_day(opened: Opened, tmp_path: Path):
    # With an index by food the planner could group by walking the whole diary.
    question = (
        "SELECT food_id, count(*) FROM entry WHERE person_id = 'me' AND day >= '2026-08-01' AND day < '2026-11-01' "
        "AND food_id IS NOT NULL AND grams IS NOT NULL GROUP BY food_id ORDER BY count(*) DESC LIMIT 200"
    )
    plan = planned(opened(fresh_sqlite(tmp_path)), question)
    assert "entry_person_id_day (person_id=? AND day>? AND day<?)" in plan
