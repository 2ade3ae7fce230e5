"""The hand-written files: staples and their portions."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from building.food import FNDDS, LEGACY, SR24, SourceFood

_RANKS: Final = ("0", "1", "2")


class StapleError(Exception):
    """Hand-written rows that do not fit the sources; the message has one line for each, with file and line."""


@dataclass(frozen=True, slots=True)
class Portion:
    """One row of portions.csv without the food: `amount` `measure` weigh `grams` g."""

    measure: str
    amount: float
    grams: float
    approximate: bool
    source: str


def apply_staples(folder: Path, foods: Sequence[SourceFood], legacy: Sequence[SourceFood]) -> dict[str, list[Portion]]:
    """Give the staples their hand-written names, other names, groups and rank; return their portions by food id.

    foods: every row of the sources that may become a food. legacy: all rows of SR Legacy, also those whose values went
    to the food of the same name. Raises StapleError listing every row whose source_id is unknown or named twice, whose
    name another row has, or whose rank or numbers cannot be read.
    """
    by_ref = _references(foods, legacy)
    problems: list[str] = []
    taken: dict[str, str] = {}
    for where, row in _rows(folder, "staples_*.csv"):
        food = by_ref.get(_normal(row["source_id"]))
        if food is None:
            problems.append(_unknown(where, row))
        elif row["staple"] not in _RANKS:
            problems.append(f"{where}: staple is {row['staple']!r}, not 0, 1 or 2")
        else:
            problems += [
                f"{where}: {what!r} is taken by {taken[key]}"
                for key, what in ((food.id, row["source_id"]), (_normal(row["name"]), row["name"]))
                if taken.setdefault(key, where) != where
            ]
            _name(food, row)
    portions = _portions(folder, by_ref, problems)
    if problems:
        raise StapleError("\n".join(problems))
    return portions


def _name(food: SourceFood, row: Mapping[str, str]) -> None:
    food.name = row["name"].strip()
    food.also = [name.strip() for name in row["also"].split("|") if name.strip()]
    food.group = row["group"].strip()
    food.staple = int(row["staple"])
    food.by_hand = True


def _portions(folder: Path, by_ref: Mapping[str, SourceFood], problems: list[str]) -> dict[str, list[Portion]]:
    portions: dict[str, list[Portion]] = {}
    for where, row in _rows(folder, "staple_portions_*.csv"):
        food = by_ref.get(_normal(row["source_id"]))
        if food is None:
            problems.append(_unknown(where, row))
            continue
        try:
            portions.setdefault(food.id, []).append(_portion(row))
        except ValueError as error:
            problems.append(f"{where}: {error}")
    return portions


def _portion(row: Mapping[str, str]) -> Portion:
    amount, grams = float(row["amount"]), float(row["grams"])
    if not (amount > 0 and grams > 0 and row["measure"].strip() and row["source"].strip()):
        raise ValueError("a portion needs a measure, an amount, grams and a source")
    return Portion(row["measure"].strip(), amount, grams, row["approximate"] == "1", row["source"].strip())


def _unknown(where: str, row: Mapping[str, str]) -> str:
    return f"{where}: no food of the sources is {row['source_id']!r}"


def _references(foods: Sequence[SourceFood], legacy: Sequence[SourceFood]) -> dict[str, SourceFood]:
    """Return every food by the references a hand-written row may use; a name of SR Legacy also finds SR24's row."""
    by_name = {food.source_name.lower(): food for food in reversed(foods) if food.source == SR24}
    refs = {_normal(f"legacy:{food.source_name}"): by_name.get(food.source_name.lower(), food) for food in legacy}
    prefixes = {SR24: "sr", LEGACY: "legacy", FNDDS: "fndds"}
    for food in foods:
        refs[_normal(f"{prefixes[food.source]}:{food.number or food.source_name}")] = food
    return refs


def _normal(reference: str) -> str:
    return reference.strip().lower()


def _rows(folder: Path, pattern: str) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield the rows of the hand-written files with "file, line"."""
    for path in sorted(folder.glob(pattern)):
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.DictReader(file)
            for row in reader:
                yield f"{path.name}, line {reader.line_num}", row
