"""The longer view of the Weeks page: streaks, weekly means, a calendar of days, and marks for several days.

The address says what is shown: ?view=long&weeks=52&nutrient=magnesium_mg, and &year=2025 for the calendar of all years.
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

import streamlit as st

from tracker.csv_text import days_csv, weeks_csv
from tracker.day_values import DayValue
from tracker.days import Week
from tracker.diary import Diary
from tracker.history import History
from tracker.ui import (
    actions,
    address,
    calendar_view,
    day_marks,
    downloads,
    long_legend,
    long_table,
    only_complete,
    shell,
    streaks,
)
from tracker.ui.charts import long_chart
from tracker.ui.text import WATER, label
from tracker.weeks import SHOWN_KEYS

_ALL: Final = "all"
_SPANS: Final = {"12": "12 weeks", "52": "52 weeks", _ALL: "All years"}
_NAMES: Final = {"12": "these 12 weeks", "52": "these 52 weeks", _ALL: "all years"}
_EMPTY: Final = "Nothing is logged in {}. Log a day on the page Today, then its weeks are drawn here."


def draw(diary: Diary) -> None:
    """Draw the longer view that the address asks for."""
    actions.draw_toast()
    span = address.draw_choice("How long", "weeks", _SPANS, "12")
    last = Week.of(diary.today(), diary.settings.first_weekday)
    history = diary.whole_history(last) if span == _ALL else diary.history(last, int(span))
    if any(day.has_entries for day in history.days):
        st.html(streaks.table_html(history, _NAMES[span]))
        _draw_one(history, span)
    else:
        st.info(_EMPTY.format(_NAMES[span]), icon=":material/info:")
    day_marks.draw_range(diary)
    # Below the fields whose button was pressed, so that Undo is at hand.
    actions.draw_outcome()


@st.fragment
def _draw_one(history: History, span: str) -> None:
    """Draw means and days of one thing; a part of its own, so that another one does not read the diary again."""
    with shell.explained():
        key = address.draw_choice("Shown", "nutrient", {key: label(key) for key in SHOWN_KEYS}, WATER)
        points = history.weeks(key, only_complete=only_complete.draw())
        st.html(long_legend.legend_html(points, key))
        if any(point.mean.amount is not None for point in points):
            alt = f"{label(key)}, mean of each of {len(points)} weeks beside its target; the table has the same numbers"
            st.vega_lite_chart(long_chart.rows(points, key), dict(long_chart.spec(len(points))), alt=alt)
        values = history.calendar(key)
        st.subheader(f"{label(key)} by day", anchor=False)
        shown = _of_one_year(values) if span == _ALL else values
        st.html(calendar_view.calendar_html(shown, key, history.first_weekday, history.today))
        st.html(long_table.table_html(points, key))
        files = {"Weeks": partial(weeks_csv, points, key), "Days": partial(days_csv, values, key)}
        downloads.draw(f"{points[0].week}-{points[-1].week}-{key}", files)


def _of_one_year(values: Sequence[DayValue]) -> Sequence[DayValue]:
    """Draw the choice of a year and return its days: thousands of days at once are slow to send and to scroll."""
    years = {str(year): str(year) for year in sorted({value.day.year for value in values}, reverse=True)}
    latest = next(iter(years))
    year = address.draw_choice("Year", "year", years, latest) if len(years) > 1 else latest
    return [value for value in values if str(value.day.year) == year]
