"""Write foods.csv and portions.csv: the same bytes for the same foods."""

import csv
import math
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

from building.food import DECIMALS, SourceFood
from building.staples import Portion

FOOD_COLUMNS: Final = ("id", "name", "also", "group", "source", "source_name", "staple", *DECIMALS)
PORTION_COLUMNS: Final = ("food_id", "measure", "amount", "grams", "approximate", "source")
_SIGNIFICANT: Final = 4


def write_foods(path: Path, foods: Iterable[SourceFood]) -> None:
    """Write the foods ordered by group-free id, blank where unknown."""
    rows = [
        [food.id, food.name, "|".join(food.also), food.group, food.source, food.source_name, str(food.staple)]
        + [number(food.amounts[column], decimals) for column, decimals in DECIMALS.items()]
        for food in sorted(foods, key=lambda food: food.id)
    ]
    _write(path, FOOD_COLUMNS, rows)


def write_portions(path: Path, portions: Mapping[str, Sequence[Portion]]) -> None:
    """Write the portions ordered by food id; a food's own order is kept, its first row is its usual portion."""
    rows = [
        [food_id, row.measure, number(row.amount, 3), number(row.grams, 1), str(int(row.approximate)), row.source]
        for food_id in sorted(portions)
        for row in portions[food_id]
    ]
    _write(path, PORTION_COLUMNS, rows)


def number(value: float | None, decimals: int) -> str:
    """Return a number with at most so many decimals and four significant digits behind the point; None is blank.

    >>> number(91.4000001, 2), number(0.0, 2), number(None, 2)
    ('91.4', '0', '')
    """
    if value is None:
        return ""
    if value == 0:
        return "0"
    decimals = min(decimals, max(0, _SIGNIFICANT - 1 - math.floor(math.log10(abs(value)))))
    text = f"{value:.{decimals}f}"
    return (text.rstrip("0").rstrip(".") if "." in text else text) or "0"


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)
