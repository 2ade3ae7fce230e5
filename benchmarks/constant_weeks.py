"""The Weeks page without the diary: what is left is the cost of drawing its charts and tables.

The parts of the page are the app's own; what they read is constant, and HTML and rows are made once.
"""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

from benchmarks.constant_today import ZONE, entries_of
from tracker.diary import Settings
from tracker.history import History
from tracker.intake import Day, day_intake
from tracker.targets import Targets
from tracker.ui import (
    calendar_view,
    long_legend,
    long_table,
    resources,
    shell,
    streaks,
    week_answer,
    week_legend,
    week_table,
    weeks,
)
from tracker.ui.charts import long_chart, week_chart
from tracker.weeks import WeekComparison, compare, summarise_week

_TODAY: Final = date(2026, 11, 22)
# What the page calls to make a piece of itself.
_PIECES: Final = (
    (week_answer, "answer_html"),
    (week_legend, "legend_html"),
    (week_table, "tables_html"),
    (weeks, "made_by"),
    (weeks, "made_by_html"),
    (week_chart, "rows"),
    (streaks, "table_html"),
    (long_legend, "legend_html"),
    (long_table, "table_html"),
    (long_chart, "rows"),
    (calendar_view, "calendar_html"),
)


def start() -> None:
    """Run the shell with constants in place of what the page reads; they are made on its first run in the process."""
    if resources.diary.__module__ != __name__:
        _replace_what_is_read()
    shell.start()


def _replace_what_is_read() -> None:
    diary = SimpleNamespace(
        settings=Settings(),
        zone=ZONE,
        today=lambda: _TODAY,
        now=lambda: datetime(2026, 11, 22, 12, 0, tzinfo=ZONE),
        compare_shown=cache(_compared),
        given=_left_to_the_days,
        history=cache(_history),
    )

    def constant_diary() -> Any:
        return diary

    replaced: Any = resources
    replaced.diary = constant_diary
    for module, name in _PIECES:
        setattr(module, name, _made_once(getattr(module, name)))


def _days(first: date, number: int) -> list[Day]:
    every = (first + timedelta(days=offset) for offset in range(number))
    return [day_intake(day, entries_of(day), Targets()) for day in every]


def _compared(week: Any, against: Any, **_: bool) -> WeekComparison:
    return compare(*(summarise_week(each, _days(each.start, 7), _TODAY) for each in (week, against)))


def _left_to_the_days(_comparison: WeekComparison, _key: str) -> None:
    """Days that were made here have their entries."""


def _history(last: Any, number: int) -> History:
    first = last.shifted(1 - number).start
    return History(_days(first, 7 * number), _TODAY, first.weekday())


def _made_once(make: Callable[..., Any]) -> Callable[..., Any]:
    made: list[Any] = []

    def constant(*arguments: Any, **named: Any) -> Any:
        if not made:
            made.append(make(*arguments, **named))
        return made[0]

    return constant
