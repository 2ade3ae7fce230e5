"""The food table: foods, their portions, and the files they are read from.

data/foods.csv holds amounts per 100 g of edible food, blank = unknown; data/portions.csv the household measures. Rows
that cannot be right are left out and reported with file and line, so that one bad row does not cost the others.
"""

import csv
import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from tracker.errors import TrackerError
from tracker.nutrients import NUTRIENTS, Amounts

DATA_FOLDER: Final = Path(__file__).resolve().parent.parent / "data"

GROUPS: Final = (
    "nuts",
    "seeds",
    "greens",
    "vegetables",
    "mushrooms",
    "fish",
    "seafood",
    "legumes",
    "grains",
    "fruit",
    "dairy",
    "eggs",
    "meat",
    "fats",
    "sweets",
    "drinks",
    "dishes",
    "other",
)
FOOD_COLUMNS: Final = ("id", "name", "also", "group", "source", "source_name", "staple", *NUTRIENTS)
PORTION_COLUMNS: Final = ("food_id", "measure", "amount", "grams", "approximate", "source")

# USDA number of plain tap water; the one food the one-tap buttons log.
TAP_WATER_ID: Final = "sr:14411"

# Ids of a person's own foods begin so, and no id of the table does; what such a food names as its source.
OWN_PREFIX: Final = "own:"
OWN_SOURCE: Final = "own"

# A share of a food cannot exceed the food; a little is left for rounding in the source.
MOST_G_PER_100_G: Final = 100.5


class FoodFileError(TrackerError):
    """A food file that cannot be used at all: absent, not text, or without its columns."""

    def __init__(self, path: Path, why: str) -> None:
        super().__init__(f"The food table {path.name} cannot be read: {why}.")


@dataclass(frozen=True, slots=True)
class Portion:
    """A household measure of one food: `amount` `measure` weigh `grams` g.

    measure: singular, lower case ("cup, chopped"). approximate: a rule of thumb, not a weighed portion.
    """

    measure: str
    amount: float
    grams: float
    approximate: bool
    source: str

    @property
    def grams_each(self) -> float:
        """Grams of one measure."""
        return self.grams / self.amount


@dataclass(frozen=True, slots=True)
class Food:
    """One food. `per_100_g` has every key of NUTRIENTS; None is unknown."""

    id: str
    name: str
    also: tuple[str, ...]
    group: str
    source: str
    source_name: str
    staple: int
    per_100_g: Amounts
    portions: tuple[Portion, ...] = ()

    @property
    def is_drink(self) -> bool:
        """Whether it is drunk as such: exactly the group "drinks"."""
        return self.group == "drinks"

    @property
    def is_own(self) -> bool:
        """Whether a person entered it themselves."""
        return self.id.startswith(OWN_PREFIX)

    @property
    def usual_portion(self) -> Portion | None:
        """The first portion listed; None when the table has none."""
        return self.portions[0] if self.portions else None


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was left out: file name, line (1 is the header) and what is wrong with it."""

    file: str
    line: int
    what: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.what}"


@dataclass(frozen=True, slots=True)
class FoodTable:
    """All foods by id, in the order of the file, and the problems met while reading."""

    foods: Mapping[str, Food]
    problems: tuple[Problem, ...] = field(default=())

    def __len__(self) -> int:
        return len(self.foods)

    def __iter__(self) -> Iterator[Food]:
        return iter(self.foods.values())

    def get(self, food_id: str | None) -> Food | None:
        """Return the food with this id, or None."""
        return self.foods.get(food_id) if food_id is not None else None


def load_foods(folder: Path = DATA_FOLDER) -> FoodTable:
    """Read foods.csv and portions.csv from `folder`.

    Raises FoodFileError when a file is absent, is not UTF-8 text, or lacks a column. Bad rows are left out and listed
    in `problems`: unknown column, negative or over 100 g per 100 g, duplicate id, unknown group, portion without food.
    """
    problems: list[Problem] = []
    portions = _read_portions(folder / "portions.csv", problems)
    foods = _read_foods(folder / "foods.csv", portions, problems)
    for food_id in portions.keys() - foods.keys():
        line = portions[food_id][0][0]
        problems.append(Problem("portions.csv", line, f"no food has the id {food_id!r}"))
    return FoodTable(foods, tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))))


def _rows(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> Iterator[tuple[int, list[str]]]:
    """Yield line number and cells, ordered as in `columns`; rows of the wrong length become problems."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            reader = csv.reader(file, strict=True)
            header = next(reader, [])
            missing = [column for column in columns if column not in header]
            if missing:
                raise FoodFileError(path, f"it has no column {missing[0]!r}")
            problems += [
                Problem(path.name, 1, f"unknown column {column!r}") for column in header if column not in columns
            ]
            order = [header.index(column) for column in columns]
            in_order = header == list(columns)
            for cells in reader:
                if len(cells) != len(header):
                    problems.append(Problem(path.name, reader.line_num, f"{len(cells)} cells, not {len(header)}"))
                else:
                    yield reader.line_num, cells if in_order else [cells[index] for index in order]
    except FileNotFoundError:
        raise FoodFileError(path, "the file is not there") from None
    except OSError as error:
        raise FoodFileError(path, error.strerror or "it cannot be opened") from error
    except UnicodeDecodeError as error:
        raise FoodFileError(path, "it is damaged: it is not UTF-8 text") from error
    except csv.Error as error:
        raise FoodFileError(path, "it is damaged: its rows cannot be told apart") from error


def _read_foods(
    path: Path, portions: Mapping[str, list[tuple[int, Portion]]], problems: list[Problem]
) -> dict[str, Food]:
    foods: dict[str, Food] = {}
    for line, cells in _rows(path, FOOD_COLUMNS, problems):
        food_id, name, also, group, source, source_name, staple, *amounts = cells
        try:
            if not food_id or not name:
                raise ValueError("no id or no name")
            if food_id in foods:
                raise ValueError(f"the id {food_id!r} stands twice")
            if group not in GROUPS:
                raise ValueError(f"unknown group {group!r}")
            if staple not in {"0", "1", "2"}:
                raise ValueError(f"staple is {staple!r}, not 0, 1 or 2")
            per_100_g = dict(zip(NUTRIENTS, map(_amount, NUTRIENTS, amounts), strict=True))
        except ValueError as error:
            problems.append(Problem(path.name, line, str(error)))
            continue
        foods[food_id] = Food(
            food_id,
            name,
            tuple(also.split("|")) if also else (),
            group,
            source,
            source_name,
            int(staple),
            per_100_g,
            tuple(portion for _, portion in portions.get(food_id, ())),
        )
    return foods


def _read_portions(path: Path, problems: list[Problem]) -> dict[str, list[tuple[int, Portion]]]:
    """Return line number and portion by food id, in the order of the file."""
    portions: dict[str, list[tuple[int, Portion]]] = {}
    for line, cells in _rows(path, PORTION_COLUMNS, problems):
        food_id, measure, amount, grams, approximate, source = cells
        try:
            if not measure or not source:
                raise ValueError("no measure or no source")
            if approximate not in {"0", "1"}:
                raise ValueError(f"approximate is {approximate!r}, not 0 or 1")
            portion = Portion(measure, _positive(amount), _positive(grams), approximate == "1", source)
        except ValueError as error:
            problems.append(Problem(path.name, line, str(error)))
            continue
        portions.setdefault(food_id, []).append((line, portion))
    return portions


def _amount(key: str, text: str) -> float | None:
    """Return the amount per 100 g in a cell, None for a blank one; raise ValueError if it cannot be right."""
    if not text:
        return None
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{key} is {text!r}, not a number") from None
    if not math.isfinite(value) or value < 0:
        raise ValueError(f"{key} is {text}, not a positive number")
    if (key.endswith("_g") and value > MOST_G_PER_100_G) or (key.endswith("_mg") and value > 1000 * MOST_G_PER_100_G):
        raise ValueError(f"{key} is {text}, more than the food itself")
    return value


def _positive(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise ValueError(f"{text!r} is not a number") from None
    if not math.isfinite(value) or value <= 0:
        raise ValueError(f"{text} is not an amount above zero")
    return value
