"""The Foods page without diary and food table: what is left is the cost of drawing 50 rows.

The parts of the page are the app's own; what they read is constant, and the words of the rows are made once.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

from benchmarks.constant_today import ZONE
from tracker.diary import Settings
from tracker.food_columns import FoodColumns
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.ranking import Answered, Row, Wanted, ranked
from tracker.ui import all_foods, food_list, foods_address, resources, shell

_TODAY: Final = date(2026, 11, 22)


def start() -> None:
    """Run the shell with constants in place of what the page reads; they are made on its first run in the process."""
    if resources.diary.__module__ != __name__:
        _replace_what_is_read()
    shell.start()


@dataclass(frozen=True)
class _Constant:
    """Stands where a ranking of all foods stands; its rows are there already."""

    rows: tuple[Row, ...]
    count: int
    pages: int
    unknown: int
    is_all_zero: bool
    answered: Answered = "all"

    def __len__(self) -> int:
        return self.count

    def page(self, _number: int) -> tuple[Row, ...]:
        """Return the rows."""
        return self.rows


def _replace_what_is_read() -> None:
    diary = SimpleNamespace(
        settings=Settings(),
        zone=ZONE,
        today=lambda: _TODAY,
        now=lambda: datetime(2026, 11, 22, 12, 0, tzinfo=ZONE),
    )
    ranking: Any = _ranking()

    def constant_diary() -> Any:
        return diary

    @cache
    def constant_read(_diary: Any) -> all_foods.Read:
        return all_foods.Read(foods_address.asked(), frozenset[str](), ranking, None)

    parts: tuple[Any, Any, Any] = (resources, all_foods, food_list)
    resources_, all_foods_, food_list_ = parts
    resources_.diary = constant_diary
    all_foods_.read = lambda _: constant_read(None)
    food_list_._row_words = _made_once_each(food_list._row_words)
    food_list_._summary_html = _made_once(food_list._summary_html)


def _ranking() -> _Constant:
    table = load_foods()
    ranking = ranked(FoodColumns.of(table), Foods.of(table).index, Wanted())
    return _Constant(ranking.page(1), len(ranking), ranking.pages, ranking.unknown, ranking.is_all_zero)


def _made_once_each(make: Callable[..., str]) -> Callable[..., str]:
    made: dict[str, str] = {}

    def constant(row: Row, asked: Any, *, starred: bool) -> str:
        if row.food.id not in made:
            made[row.food.id] = make(row, asked, starred=starred)
        return made[row.food.id]

    return constant


def _made_once(make: Callable[..., str]) -> Callable[..., str]:
    made: list[str] = []

    def constant(*arguments: Any) -> str:
        if not made:
            made.append(make(*arguments))
        return made[0]

    return constant
