"""One line of text read into proposed items, beside its foods looked up in SQLite's full-text index (FTS5).

The lines are those of tests/cases/meals.jsonl, each read once by a fresh reader, so that no cache helps. The floor asks
FTS5 for the best food of each item whose food was found, by the words of its name: it is told where a line parts, what
is an amount and how each word is spelled. Also: the lines again with own foods and saved meals laid over anew for each,
as the page does; and `python -m tracker parse -` over 1,000 lines, beside a process that only echoes them.
"""

import json
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, TypeVar

from benchmarks.rows import Row, table
from tracker.entries import Entry, entry_of_food
from tracker.foods import FoodTable, load_foods
from tracker.overlay import Foods
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.parse import LineReader
from tracker.saved_meal import SavedMeal, saved_meal
from tracker.search import FoodIndex
from tracker.words import tokens

ROOT: Final = Path(__file__).resolve().parent.parent
LINES_FILE: Final = ROOT / "tests" / "cases" / "meals.jsonl"
OWN_FOODS: Final = 50
SAVED_MEALS: Final = 20
STREAMED: Final = 1000
_FLOOR: Final = "SQLite FTS5"
_ECHO: Final = "import sys\nfor line in sys.stdin:\n    sys.stdout.write(line)\n    sys.stdout.flush()\n"

T = TypeVar("T")


def run() -> list[Row]:
    """Return the time to read a line (median and 95th percentile), alone and with own foods, and of a stream."""
    foods = load_foods()
    shared = Foods.of(foods)
    lines = _lines()
    queries = [_names_in(shared.reader, line) for line in lines]
    database = _full_text(foods)
    fresh = LineReader(foods, FoodIndex(foods), book=shared.reader.book)
    ours = _each(fresh.read, lines)
    floor = _each(lambda names: [_ask(database, name) for name in names], queries)
    own, meals = _own_foods(), _saved_meals(foods)
    shared = Foods.of(foods)  # without what its caches have learnt from the queries

    def read_anew(line: str) -> object:
        return shared.with_own(own, meals).reader.read(line)

    with_own = _each(read_anew, lines)
    return [
        _row(f"line read, median of {len(lines)}", ours, floor, 50, ""),
        _row("line read, 95th percentile", ours, floor, 95, "< 10 ms"),
        _row(f"with {OWN_FOODS} own foods and {SAVED_MEALS} meals, median", with_own, floor, 50, ""),
        _row(f"with {OWN_FOODS} own foods and {SAVED_MEALS} meals, 95th", with_own, floor, 95, "< 10 ms"),
        _streamed([line for line in lines if "\n" not in line]),
    ]


def _row(name: str, ours: Sequence[float], floor: Sequence[float], percent: int, aim: str) -> Row:
    ours_ms, floor_ms = _percentile(ours, percent), _percentile(floor, percent)
    return Row(name, ours_ms, "ms", _FLOOR, floor_ms, ours_ms / floor_ms, aim)


def _lines() -> list[str]:
    texts = LINES_FILE.read_text(encoding="utf-8").splitlines()
    return list(dict.fromkeys(str(json.loads(text)["line"]) for text in texts if text))


def _names_in(reader: LineReader, line: str) -> list[str]:
    """Return the names of the foods a line is read as."""
    return [item.name for item in reader.read(line) if item.food_id is not None and item.name is not None]


def _full_text(foods: FoodTable) -> sqlite3.Connection:
    """Return an in-memory FTS5 table of names and other names, English word endings cut (porter)."""
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE names USING fts5(name, also, tokenize = 'porter unicode61')")
    database.executemany("INSERT INTO names VALUES (?, ?)", ((food.name, " ".join(food.also)) for food in foods))
    return database


def _ask(database: sqlite3.Connection, name: str) -> list[tuple[str]]:
    words = " ".join(f'"{word}"' for word in tokens(name))
    return database.execute("SELECT name FROM names WHERE names MATCH ? ORDER BY rank LIMIT 12", (words,)).fetchall()


def _own_foods() -> list[OwnFood]:
    portions = (own_portion("bar", 50),)
    return [
        own_food(f"Label {number} oat bar", {"magnesium_mg": 100}, portions=portions) for number in range(OWN_FOODS)
    ]


def _saved_meals(foods: FoodTable) -> list[SavedMeal]:
    parts = [_entry(foods, food_id) for food_id in list(foods.foods)[:3]]
    return [saved_meal(f"my breakfast {number}", parts) for number in range(SAVED_MEALS)]


def _entry(foods: FoodTable, food_id: str) -> Entry:
    at = datetime(2026, 3, 2, 8, tzinfo=UTC)
    return entry_of_food(
        foods.foods[food_id],
        grams=50.0,
        amount=50.0,
        measure="g",
        day=at.date(),
        at=at,
        meal="breakfast",
        source="typed",
    )


def _streamed(lines: Sequence[str]) -> Row:
    """Return how many seconds the command line takes for STREAMED lines, its start included."""
    text = "".join(f"{lines[number % len(lines)]}\n" for number in range(STREAMED))
    with tempfile.TemporaryDirectory() as folder:
        database = f"sqlite:///{Path(folder) / 'none.db'}"
        ours = _seconds([sys.executable, "-m", "tracker", "--db", database, "parse", "-", "--json"], text)
    echo = _seconds([sys.executable, "-c", _ECHO], text)
    name = f"parse -, {STREAMED:,} lines, {STREAMED / ours:,.0f} a second"
    return Row(name, ours, "s", "a process that echoes them", echo, ours / echo)


def _seconds(command: Sequence[str], text: str) -> float:
    start = time.perf_counter()
    finished = subprocess.run(command, cwd=ROOT, input=text, stdout=subprocess.PIPE, text=True, check=True)
    seconds = time.perf_counter() - start
    if finished.stdout.count("\n") != STREAMED:
        raise RuntimeError(f"{STREAMED} lines went in and {finished.stdout.count(chr(10))} came out")
    return seconds


def _each(read: Callable[[T], object], values: Sequence[T]) -> list[float]:
    """Return the milliseconds of each value, read once."""
    times = []
    for value in values:
        start = time.perf_counter()
        read(value)
        times.append(1000 * (time.perf_counter() - start))
    return times


def _percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    sys.stdout.write(table(run()) + "\n")
