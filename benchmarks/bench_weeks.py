"""The weeks: a longer view of ten years beside the same SELECT through sqlite3, and beside a diary of that length."""

import sqlite3
import tempfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Final

from sqlalchemy.dialects import sqlite

from benchmarks.bench_diary import DAYS, ENTRIES_A_DAY, ZONE, _entry, _row, _side_by_side
from benchmarks.rows import Row
from tracker.contributions import made_by
from tracker.days import Week
from tracker.diary import LOCAL_PERSON, Diary
from tracker.entries import Entry
from tracker.store import open_store
from tracker.store.sums import SUMS, sums_between
from tracker.weeks import SHOWN_KEYS

ROUNDS: Final = 60


def run() -> list[Row]:
    """Return the 12 weeks and the 52 weeks of ten years, and two weeks with what made them."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        stores = [open_store(f"sqlite:///{folder / file}") for file in ("long.db", "short.db")]
        try:
            long, short = (Diary(store, ZONE) for store in stores)
            today = long.today()
            _fill(long, today, DAYS)
            _fill(short, today, 52 * 7 + 7)
            return _rows(folder / "long.db", long, short, Week.of(today))
        finally:
            for store in stores:
                store.close()


def _rows(path: Path, long: Diary, short: Diary, last: Week) -> list[Row]:
    raw = sqlite3.connect(path)
    rows: list[Row] = []
    for weeks in (12, 52):
        start = last.shifted(1 - weeks).start
        query, plain = _side_by_side(partial(_sums, long, start, last.end), _same_select(raw, start, last.end), ROUNDS)
        view, floor = _side_by_side(partial(_view, long, last, weeks), partial(_view, short, last, weeks), ROUNDS // 2)
        rows += [
            _row(f"{weeks} weeks, query", query, "same SELECT, sqlite3", plain, "<= 2x"),
            _row(f"{weeks} weeks, means and calendar", view, "diary of a year", floor, "<= 1.2x"),
        ]
    raw.close()
    two, short_two = _side_by_side(lambda: _two_weeks(long, last), lambda: _two_weeks(short, last), ROUNDS // 2)
    return [*rows, _row("two weeks and what made them", two, "diary of a year", short_two, "<= 1.2x")]


def _sums(diary: Diary, start: date, end: date) -> None:
    with diary.store.reading() as connection:
        sums_between(connection, LOCAL_PERSON, start, end)


def _same_select(raw: sqlite3.Connection, start: date, end: date) -> Callable[[], object]:
    """Return a function that runs the same SELECT through sqlite3 alone."""
    compiled = SUMS.compile(dialect=sqlite.dialect())
    values = compiled.params | {"person": LOCAL_PERSON, "start": start.isoformat(), "end": end.isoformat()}
    statement, ordered = str(compiled), [values[name] for name in compiled.positiontup or ()]
    return lambda: raw.execute(statement, ordered).fetchall()


def _view(diary: Diary, last: Week, weeks: int) -> None:
    history = diary.history(last, weeks)
    for key in SHOWN_KEYS:
        history.weeks(key)
    history.calendar("magnesium_mg")
    history.streaks("magnesium_mg")


def _two_weeks(diary: Diary, last: Week) -> None:
    comparison = diary.compare_weeks(last.shifted(-1), last.shifted(-2))
    for key in SHOWN_KEYS:
        made_by(comparison, key)


def _fill(diary: Diary, last: date, days: int) -> None:
    """Log `days` days that end with `last`: food, of some of it magnesium is unknown, drinks, wine and a pill."""
    whole = [last - timedelta(days=back) for back in range(days)]
    diary.log([_mixed(_entry(day, number), number) for day in whole for number in range(ENTRIES_A_DAY)], sure=True)


def _mixed(entry: Entry, number: int) -> Entry:
    if number == 0:
        return replace(entry, kind="supplement", grams=None, food_id=None)
    if number < 6:
        return replace(entry, kind="drink", alcohol_g=10.0 if number == 1 else 0.0)
    return replace(entry, magnesium_mg=None) if number < 8 else entry
