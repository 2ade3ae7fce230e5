"""One search over the whole food table, beside SQLite's full-text index (FTS5) over the same names, the same queries.

The queries are those of tests/cases/search.jsonl, finished, and as they stand halfway through typing, and with two
letters of their longest word swapped (FTS5 finds nothing then, and is quick at it). Each is asked once, so that no
cache helps. Also: how long the table and its index take to load, once per process.
"""

import json
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, TypeVar

from benchmarks.rows import Row, table
from tracker.foods import Food, load_foods
from tracker.search import FoodIndex
from tracker.words import tokens

QUERIES_FILE: Final = Path(__file__).resolve().parent.parent / "tests" / "cases" / "search.jsonl"
LIMIT: Final = 50
_FLOOR: Final = "SQLite FTS5"

T = TypeVar("T")


def run() -> list[Row]:
    """Return the times of a search (median and 95th percentile) and of loading table and index."""
    loads, foods = _timed(lambda: tuple(load_foods()), 3)
    builds, index = _timed(lambda: FoodIndex(foods), 3)
    queries = _queries()
    database = _full_text(foods)
    ours = _each(lambda query: index.search(query, LIMIT), queries)
    theirs = _each(lambda query: _ask(database, query), queries)
    rows = [
        _search_row(f"search, median of {len(queries)}", statistics.median(ours), statistics.median(theirs), ""),
        _search_row("search, 95th percentile", _percentile(ours, 95), _percentile(theirs, 95), "< 1 ms"),
    ]
    return [*rows, Row(f"load {len(foods):,} foods and index", 1000 * (min(loads) + min(builds)), "ms", aim="< 500 ms")]


def _search_row(name: str, ours_ms: float, theirs_ms: float, aim: str) -> Row:
    return Row(name, ours_ms, "ms", _FLOOR, theirs_ms, ours_ms / theirs_ms, aim)


def _queries() -> list[str]:
    lines = QUERIES_FILE.read_text(encoding="utf-8").splitlines()
    finished = [str(json.loads(line)["q"]) for line in lines if line]
    halfway = [query[: (len(query) + 1) // 2] for query in finished]
    return list(dict.fromkeys([*finished, *halfway, *map(_with_a_slip, finished)]))


def _with_a_slip(query: str) -> str:
    longest = max(query.split(), key=len)
    middle = len(longest) // 2
    return query.replace(longest, longest[: middle - 1] + longest[middle] + longest[middle - 1] + longest[middle + 1 :])


def _full_text(foods: Sequence[Food]) -> sqlite3.Connection:
    """Return an in-memory FTS5 table of names and other names, English word endings cut (porter)."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(name, also, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO names VALUES (?, ?)", ((food.name, " ".join(food.also)) for food in foods))
    return database


def _ask(database: sqlite3.Connection, query: str) -> list[tuple[str]]:
    words = " ".join(f'"{word}"' for word in tokens(query))
    statement = "SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT ?"
    return database.execute(statement, (words + "*", LIMIT)).fetchall() if words else []


def _each(ask: Callable[[str], object], queries: Sequence[str]) -> list[float]:
    """Return the milliseconds of each query, asked once."""
    times = []
    for query in queries:
        start = time.perf_counter()
        ask(query)
        times.append(1000 * (time.perf_counter() - start))
    return times


def _timed(make: Callable[[], T], times: int) -> tuple[list[float], T]:
    """Return the seconds of each run, and what the first one made."""
    seconds, made = [], []
    for _ in range(times):
        start = time.perf_counter()
        made.append(make())
        seconds.append(time.perf_counter() - start)
    return seconds, made[0]


def _percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    sys.stdout.write(table(run()) + "\n")
