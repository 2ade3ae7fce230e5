"""The diary: what saving costs beside the disk itself, and what ten years cost beside one day."""

import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

from benchmarks.rows import Row
from tracker.diary import Diary
from tracker.entries import Entry, new_id
from tracker.nutrients import DIARY_KEYS
from tracker.store import Store, open_store

ZONE: Final = ZoneInfo("Europe/Berlin")
ENTRIES_A_DAY: Final = 20
DAYS: Final = 3650
ROUNDS: Final = 300


def run() -> list[Row]:
    """Return one committed log beside a raw insert, and reading from ten years beside reading from a short diary."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stores = [open_store(f"sqlite:///{folder / file}") for file in ("long.db", "short.db")]
        try:
            return _rows(folder, *stores)
        finally:
            for store in stores:
                store.close()


def _rows(folder: Path, long_store: Store, short_store: Store) -> list[Row]:
    long, short = Diary(long_store, ZONE), Diary(short_store, ZONE)
    today = long.today()
    _fill(long, today, DAYS)
    _fill(short, today, 1)
    raw = _raw_insert(folder)
    # On a day that is not read below.
    half_a_year_ago = today - timedelta(days=182)
    saving, inserting = _side_by_side(lambda: long.log([_entry(half_a_year_ago, 1)]), raw)
    day, one_day = _side_by_side(lambda: long.day(today), lambda: short.day(today))
    opening, opening_short = _side_by_side(
        lambda: _reopened(folder / "long.db"), lambda: _reopened(folder / "short.db")
    )
    _fill(short, today - timedelta(days=1), 89)
    fortnight = today - timedelta(days=13)
    weeks, two_weeks = _side_by_side(
        lambda: long.days(fortnight, today), lambda: short.days(fortnight, today), rounds=ROUNDS // 5
    )
    usage, short_usage = _side_by_side(long.usage, short.usage, rounds=ROUNDS // 5)
    return [
        _row("log of one entry, committed", saving, "raw SQLite insert", inserting, ""),
        _row(f"day of {DAYS * ENTRIES_A_DAY:,} entries", day, "diary of one day", one_day, "<= 1.2x"),
        _row("14 days of ten years", weeks, "diary of 90 days", two_weeks, "<= 1.2x"),
        _row("usage in ten years", usage, "diary of 90 days", short_usage, "<= 1.2x"),
        _row("opening ten years", opening, "diary of one day", opening_short, "<= 1.2x"),
    ]


def _row(name: str, value: float, floor_name: str, floor: float, aim: str) -> Row:
    return Row(name, value, "ms", floor_name, floor, value / floor, aim)


def _fill(diary: Diary, last: date, days: int) -> None:
    """Log `days` days that end with `last`."""
    whole = [last - timedelta(days=back) for back in range(days)]
    diary.log([_entry(day, number) for day in whole for number in range(ENTRIES_A_DAY)], sure=True)


def _entry(day: date, number: int) -> Entry:
    amounts: dict[str, Any] = dict.fromkeys(DIARY_KEYS, 1.5 * number)
    return Entry(
        id=new_id(),
        day=day,
        at=datetime(day.year, day.month, day.day, 8 + number % 12, tzinfo=ZONE),
        meal="lunch",
        kind="food",
        source="typed",
        name=f"Food number {number}",
        amount=1.0,
        measure="cup",
        food_id=f"sr:{number}",
        grams=100.0,
        **amounts,
    )


def _raw_insert(folder: Path) -> Callable[[], object]:
    """Return a function that commits one row of the same table through sqlite3 alone, with the same pragmas."""
    with sqlite3.connect(folder / "long.db") as diary:
        (table,) = diary.execute("SELECT sql FROM sqlite_master WHERE name = 'entry'").fetchone()
        (index,) = diary.execute("SELECT sql FROM sqlite_master WHERE name = 'entry_person_id_day'").fetchone()
        row = list(diary.execute("SELECT * FROM entry LIMIT 1").fetchone())
    diary.close()
    raw = sqlite3.connect(folder / "raw.db", isolation_level=None)
    raw.execute("PRAGMA journal_mode = WAL")
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute(table)
    raw.execute(index)
    insert = f"INSERT INTO entry VALUES ({', '.join('?' * len(row))})"

    def one() -> None:
        row[1] = new_id()
        raw.execute("BEGIN IMMEDIATE")
        raw.execute(insert, row)
        raw.execute("COMMIT")

    return one


def _reopened(path: Path) -> None:
    open_store(f"sqlite:///{path}").close()


def _side_by_side(ours: Callable[[], object], floor: Callable[[], object], rounds: int = ROUNDS) -> tuple[float, float]:
    """Return the median of each in ms, taken in turns so that a busy machine slows both."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(rounds):
        for function, taken in zip((ours, floor), times, strict=True):
            start = time.perf_counter()
            function()
            taken.append(1000 * (time.perf_counter() - start))
    return statistics.median(times[0]), statistics.median(times[1])
