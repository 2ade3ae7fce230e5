"""The longer view of the Weeks page: streaks, weekly means, a calendar of days, and marks for several days.

The address says what is shown: ?view=long&weeks=52&nutrient=magnesium_mg, and &year=2025 for the calendar of all years.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

import streamlit as st

from tracker.csv_text import days_csv, weeks_csv
from tracker.day_values import DayValue
from tracker.days import Week
from tracker.diary import Diary
from tracker.history import History, WeekPoint
from tracker.ui import (
    actions,
    address,
    calendar_view,
    day_marks,
    downloads,
    long_legend,
    long_table,
    only_complete,
    resources,
    shell,
    streaks,
)
from tracker.ui.charts import long_chart
from tracker.ui.remembered import remembered
from tracker.ui.text import WATER, label
from tracker.weeks import SHOWN_KEYS

_ALL: Final = "all"
_SPANS: Final = {"12": "12 weeks", "52": "52 weeks", _ALL: "All years"}
_NAMES: Final = {"12": "these 12 weeks", "52": "these 52 weeks", _ALL: "all years"}
_EMPTY: Final = "Nothing is logged in {}. Log a day on the page Today, then its weeks are drawn here."


@dataclass(frozen=True, slots=True)
class _Shown:
    """Means and days of one thing, as they are drawn: rows of the chart, the others are HTML."""

    points: Sequence[WeekPoint]
    values: Sequence[DayValue]
    legend: str
    rows: tuple[Mapping[str, Any], ...]
    calendar: str
    table: str


def draw(diary: Diary) -> None:
    """Draw the longer view that the address asks for."""
    actions.draw_toast()
    span = address.draw_choice("How long", "weeks", _SPANS, "12")
    last = Week.of(diary.today(), diary.settings.first_weekday)
    if any(day.has_entries for day in _history(diary, last, span).days):
        st.html(_streaks(diary, last, span))
        _draw_one(last, span, [diary])
    else:
        st.info(_EMPTY.format(_NAMES[span]), icon=":material/info:")
    day_marks.draw_range(diary)
    # Below the fields whose button was pressed, so that Undo is at hand.
    actions.draw_outcome()


# Ten years of days take some ten megabytes.
@remembered(4)
def _history(diary: Diary, last: Week, span: str) -> History:
    return diary.whole_history(last) if span == _ALL else diary.history(last, int(span))


@remembered(16)
def _streaks(diary: Diary, last: Week, span: str) -> str:
    return streaks.table_html(_history(diary, last, span), _NAMES[span])


@remembered(16)
def _shown(diary: Diary, last: Week, span: str, key: str, complete: bool, year: str | None) -> _Shown:
    """Return what is drawn. year: of the calendar, None for all days."""
    history = _history(diary, last, span)
    points, values = history.weeks(key, only_complete=complete), history.calendar(key)
    of_calendar = [value for value in values if year is None or str(value.day.year) == year]
    return _Shown(
        points,
        values,
        legend=long_legend.legend_html(points, key),
        rows=tuple(long_chart.rows(points, key)),
        calendar=calendar_view.calendar_html(of_calendar, key, history.first_weekday, history.today),
        table=long_table.table_html(points, key),
    )


@st.fragment
def _draw_one(last: Week, span: str, read: list[Diary]) -> None:
    """Draw means and days of one thing; a part of its own, so that another one does not redraw the page.

    read: the diary of this run, taken out; later redraws of the part open it anew.
    """
    with shell.explained():
        diary = read.pop() if read else resources.diary()
        key = address.draw_choice("Shown", "nutrient", {key: label(key) for key in SHOWN_KEYS}, WATER)
        complete = only_complete.draw()
        years = _years(_history(diary, last, span)) if span == _ALL else []
        year = address.chosen("year", years, years[0])[0] if years else None
        shown = _shown(diary, last, span, key, complete, year)
        st.html(shown.legend)
        if any(point.mean.amount is not None for point in shown.points):
            weeks = len(shown.points)
            alt = f"{label(key)}, mean of each of {weeks} weeks beside its target; the table has the same numbers"
            st.vega_lite_chart(list(shown.rows), dict(long_chart.spec(weeks)), alt=alt)
        st.subheader(f"{label(key)} by day", anchor=False)
        if len(years) > 1:
            address.draw_choice("Year", "year", {year: year for year in years}, years[0])
        st.html(shown.calendar)
        st.html(shown.table)
        files = {"Weeks": partial(weeks_csv, shown.points, key), "Days": partial(days_csv, shown.values, key)}
        downloads.draw(f"{shown.points[0].week}-{shown.points[-1].week}-{key}", files)


def _years(history: History) -> list[str]:
    """Return the years to choose from, the latest first: thousands of days at once are slow to send and to scroll."""
    return sorted({str(day.day.year) for day in history.days}, reverse=True)
