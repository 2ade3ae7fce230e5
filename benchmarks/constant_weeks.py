"""The Weeks page without the diary: what is left is the cost of drawing its charts and tables.

The parts of the page are the app's own; the diary is constant and never changes, so that all is worked out once.
"""

from datetime import date, datetime, timedelta
from functools import cache
from types import SimpleNamespace
from typing import Any, Final

from benchmarks.constant_today import ZONE, entries_of
from tracker.diary import Settings
from tracker.history import History
from tracker.intake import Day, day_intake
from tracker.targets import Targets
from tracker.ui import resources, shell
from tracker.weeks import WeekComparison, compare, summarise_week

_TODAY: Final = date(2026, 11, 22)


def start() -> None:
    """Run the shell with constants in place of what the page reads; they are made on its first run in the process."""
    if resources.diary.__module__ != __name__:
        _replace_what_is_read()
    shell.start()


def _replace_what_is_read() -> None:
    diary = SimpleNamespace(
        edition="the only one",
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
