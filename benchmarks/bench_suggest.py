"""Closing a day's gap with 400 candidate foods, all five ways, beside solving the same programmes alone.

Gaps of many sizes, for a person who eats a few dozen foods and for one who eats most of the 400; nothing of one answer
is kept for the next. The floor is HiGHS on the programmes that were made for it: the rest is ours. A thread that asks
for a millisecond's sleep tells how long Python's lock was held: what another person's page would have waited.
"""

import statistics
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Final
from unittest.mock import patch

from benchmarks.rows import Row, table
from tracker.entries import Entry
from tracker.foods import Food, FoodTable, load_foods
from tracker.intake import Day, day_intake
from tracker.suggest import suggest
from tracker.suggesting import solver
from tracker.suggesting.candidates import MOST_CANDIDATES, candidates
from tracker.suggesting.exclusions import Exclusions
from tracker.suggesting.wishes import Wishes
from tracker.targets import Targets

DAY: Final = date(2026, 11, 22)
# How much is left of magnesium, mg, and of vitamin D, µg.
GAPS: Final = tuple((mg, ug) for mg in (0.0, 40.0, 88.0, 150.0, 250.0, 350.0) for ug in (0.0, 3.0, 10.0, 20.0))
ROUNDS: Final = 3
_FLOOR: Final = "HiGHS alone"
_EVERYDAY_GROUPS: Final = frozenset({"vegetables", "fruit", "grains", "legumes", "dairy", "nuts", "meat", "fish"})


def run() -> list[Row]:
    """Return the times of a suggestion (median and 95th percentile) for two people, and of the page's longest wait."""
    foods = load_foods()
    rows: list[Row] = []
    for who, usual in (("40 foods eaten", _eaten(foods, 40)), ("270 eaten", _eaten(foods, 270))):
        offered = _filled(foods, usual)
        number = len(candidates(offered, usual, Exclusions()))
        suggest(_day(88.0, 12.0), offered, usual, Wishes())
        with _waiting() as waits:
            ours, alone = _times(offered, usual)
        rows += [
            _row(f"close a gap, {number} foods, {who}, median", statistics.median(ours), statistics.median(alone), ""),
            _row("95th percentile", _percentile(ours, 95), _percentile(alone, 95), "< 100 ms"),
            Row("longest wait of another thread", 1000 * max(waits), "ms"),
        ]
    return rows


def _eaten(foods: FoodTable, number: int) -> tuple[Food, ...]:
    everyday = [food for food in foods if food.staple and food.group in _EVERYDAY_GROUPS]
    return tuple(everyday[:: max(1, len(everyday) // number)][:number])


def _filled(foods: FoodTable, usual: Sequence[Food]) -> FoodTable:
    """Return the table with as many more of its plain foods as staples as make MOST_CANDIDATES."""
    plain = [food for food in foods if food.staple < 2 and food.group in _EVERYDAY_GROUPS and food not in usual]
    made = dict(foods.foods)
    for food in plain:
        if len(candidates(FoodTable(made), usual, Exclusions())) >= MOST_CANDIDATES:
            break
        made[food.id] = replace(food, staple=2)
    return FoodTable(made)


def _day(mg: float, ug: float) -> Day:
    targets = Targets()
    at = datetime(2026, 11, 22, 12, tzinfo=UTC)
    lunch = Entry("lunch", DAY, at, "lunch", "food", "typed", "Lunch", 1.0, "plate", grams=800.0, water_g=900.0)
    lunch = replace(lunch, energy_kcal=1200.0, fiber_g=18.0)
    return day_intake(
        DAY,
        [replace(lunch, magnesium_mg=targets.magnesium_mg - mg, vitamin_d_ug=targets.vitamin_d_ug - ug)],
        targets,
    )


def _times(foods: FoodTable, usual: Sequence[Food]) -> tuple[list[float], list[float]]:
    """Return the milliseconds of each gap, the best of ROUNDS, and those that the solver took of them."""
    taken_s = [0.0]

    def timed(of: solver.Programme, ends_at_s: float) -> tuple[float, ...] | None:
        start = time.perf_counter()
        try:
            return solver.solve(of, ends_at_s)
        finally:
            taken_s[0] += time.perf_counter() - start

    def once(day: Day) -> tuple[float, float]:
        taken_s[0] = 0.0
        start = time.perf_counter()
        suggest(day, foods, usual, Wishes())
        return 1000 * (time.perf_counter() - start), 1000 * taken_s[0]

    with patch("tracker.suggesting.programme.solve", timed):
        times = [min(once(day) for _ in range(ROUNDS)) for day in (_day(mg, ug) for mg, ug in GAPS)]
    return [ours for ours, _ in times], [alone for _, alone in times]


@contextmanager
def _waiting() -> Iterator[list[float]]:
    """Give a list that fills with how long a thread that asks for a millisecond's sleep had to wait, seconds."""
    waits: list[float] = [0.0]
    done = threading.Event()

    def wait() -> None:
        last = time.perf_counter()
        while not done.wait(0.001):
            now = time.perf_counter()
            waits.append(now - last)
            last = now

    thread = threading.Thread(target=wait)
    thread.start()
    try:
        yield waits
    finally:
        done.set()
        thread.join()


def _row(name: str, ours_ms: float, alone_ms: float, aim: str) -> Row:
    return Row(name, ours_ms, "ms", _FLOOR, alone_ms, ours_ms / alone_ms if alone_ms else None, aim)


def _percentile(values: Sequence[float], percent: int) -> float:
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


if __name__ == "__main__":
    sys.stdout.write(table(run()) + "\n")
