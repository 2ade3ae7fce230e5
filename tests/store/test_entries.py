"""The SQL of entries goes through the index, so that a long diary costs no more than a short one."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import event

from tests.builders import FRIDAY, an_entry
from tests.conftest import fresh_sqlite
from tracker.store import Store
from tracker.store.entries import change_entries, entries_between, entry_of, has_entries, usage_between


@pytest.fixture
def plans(tmp_path: Path, opened: Callable[..., Store]) -> Callable[..., list[str]]:
    """Give a function that runs a function on a connection and returns how SQLite looks up each table for it."""
    store = opened(fresh_sqlite(tmp_path))
    seen: list[tuple[str, object]] = []

    def note(connection: object, cursor: object, statement: str, parameters: object, *_: object) -> None:
        seen.append((statement, parameters))

    def plan(function: Callable[..., object], *arguments: object) -> list[str]:
        seen.clear()
        with store.reading() as connection:
            event.listen(connection, "before_cursor_execute", note)
            function(connection, *arguments)
            event.remove(connection, "before_cursor_execute", note)
            return [
                str(row[-1])
                for statement, parameters in list(seen)
                for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", parameters)  # type: ignore[arg-type]
            ]

    return plan


def test_days_and_usage_are_found_by_their_index(plans: Callable[..., list[str]]) -> None:
    for function, more in ((entries_between, ()), (usage_between, (10,))):
        plan = plans(function, "me", FRIDAY, FRIDAY + timedelta(days=1), *more)
        assert any("entry_person_id_day (person_id=? AND day>? AND day<?)" in step for step in plan), plan
        assert not any(step.startswith("SCAN entry") for step in plan), plan


def test_single_entries_are_found_by_their_key(plans: Callable[..., list[str]]) -> None:
    assert any("(person_id=? AND id=?)" in step for step in plans(entry_of, "me", "id"))
    assert not any(step.startswith("SCAN entry") for step in plans(has_entries, "me"))


def test_many_entries_are_changed_at_once(store: Store) -> None:
    entries = [an_entry(updated_at=an_entry().at) for _ in range(3000)]
    with store.writing() as connection:
        change_entries(connection, "me", (), entries)
        assert len(entries_between(connection, "me", FRIDAY, FRIDAY + timedelta(days=1))) == 3000
        change_entries(connection, "me", entries, ())
        assert not has_entries(connection, "me")
