"""The Weeks page: two weeks held against each other, or a longer view; which of them is in the address."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Final
from urllib.parse import urlencode

import streamlit as st

from tracker.contributions import MadeBy, made_by
from tracker.csv_text import comparison_csv, days_csv, made_by_csv
from tracker.days import Week
from tracker.diary import Diary
from tracker.ui import (
    address,
    downloads,
    longer,
    only_complete,
    resources,
    shell,
    week_answer,
    week_legend,
    week_nav,
    week_table,
)
from tracker.ui.charts import week_chart
from tracker.ui.made_by import made_by_html
from tracker.ui.remembered import remembered
from tracker.ui.text import WATER, html, label
from tracker.weeks import SHOWN_KEYS, WeekComparison

_COMPARE: Final = "compare"
_VIEWS: Final = {_COMPARE: "Two weeks", "long": "Longer"}
_EMPTY: Final = (
    "Nothing is logged in {} and {}. Log a day on the page Today, or choose other weeks above: "
    "any day of a week will do."
)
_FOOT: Final = (
    "Averages are over the days that have entries; a day without any is a gap, not a zero. A day in progress is left "
    "out of averages until it ends, and counts as reached once it is. “82 % known” means that foods with a value gave "
    "82 % of the energy of those days; where a part is unknown, the amount is “at least”."
)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What the address asks for: two weeks, one thing of them, what made it, and all of it as it is drawn.

    rows: of the chart. The others are HTML.
    """

    comparison: WeekComparison
    key: str
    made: MadeBy
    answer: str
    legend: str
    rows: tuple[Mapping[str, Any], ...]
    tables: str


def draw() -> None:
    """Draw the view that the address asks for."""
    with shell.explained():
        # Before anything is drawn: a database call made while the server sends waits for the sender's turn to end.
        diary = resources.diary()
        view, _ = address.chosen("view", _VIEWS, _COMPARE)
        weeks = week_nav.chosen(diary.today(), diary.settings.first_weekday)
        shown = _read(diary, *weeks) if view == _COMPARE else None
        _draw_head()
        if shown is None:
            longer.draw(diary)
        else:
            _draw_two_weeks(diary, shown)


def _read(diary: Diary, week: Week, against: Week) -> _Shown:
    key, _ = address.chosen("nutrient", SHOWN_KEYS, WATER)
    return _shown(diary, week, against, only_complete.chosen(), key)


@remembered(64)
def _compared(diary: Diary, week: Week, against: Week, complete: bool) -> WeekComparison:
    return diary.compare_shown(week, against, only_complete=complete)


@remembered(64)
def _shown(diary: Diary, week: Week, against: Week, complete: bool, key: str) -> _Shown:
    comparison = _compared(diary, week, against, complete)
    made = made_by(comparison, key, diary.given(comparison, key))
    return _Shown(
        comparison,
        key,
        made,
        answer=week_answer.answer_html(comparison),
        legend=week_legend.legend_html(comparison, key),
        rows=tuple(week_chart.rows(comparison, key)),
        tables=week_table.tables_html(comparison, key) + made_by_html(comparison, made),
    )


def _draw_head() -> None:
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title("Weeks", anchor=False, width="content")
        address.draw_choice("View", "view", _VIEWS, _COMPARE)


def _draw_two_weeks(diary: Diary, shown: _Shown) -> None:
    with week_nav.draw(diary.today(), diary.settings.first_weekday):
        only_complete.draw()
    if not (shown.comparison.week.days or shown.comparison.against.days):
        st.info(_EMPTY.format(shown.comparison.week.week, shown.comparison.against.week), icon=":material/info:")
        return
    st.html(shown.answer)
    _draw_one(shown.comparison.week.week, shown.comparison.against.week, [shown])


@st.fragment
def _draw_one(week: Week, against: Week, read: list[_Shown]) -> None:
    """Draw days, tables and foods of one thing; a part of its own, so that another one does not redraw the page.

    read: what this run has read, taken out; later redraws of the part read what made another thing.
    """
    with shell.explained():
        shown = read.pop() if read else _read(resources.diary(), week, against)
        address.draw_choice("Shown", "nutrient", {key: label(key) for key in SHOWN_KEYS}, WATER)
        _draw_chart(shown)
        st.html(shown.tables)
        _draw_downloads(shown)
        st.html(
            f'<p style="margin:0;font-size:.875rem">{_FOOT} <a href="./weeks?{html(_link(shown))}">'
            "Link to this comparison</a></p>"
        )


def _draw_chart(shown: _Shown) -> None:
    st.html(shown.legend)
    if shown.rows:
        week, against = shown.comparison.week.week, shown.comparison.against.week
        spec = week_chart.spec(week.start.weekday(), is_one_week=week == against)
        alt = f"{label(shown.key)} by day, {week} beside {against}; the table below has the same numbers"
        st.vega_lite_chart(list(shown.rows), dict(spec), alt=alt)


def _draw_downloads(shown: _Shown) -> None:
    comparison, key = shown.comparison, shown.key
    both = (*comparison.week.values(key), *comparison.against.values(key))
    files: dict[str, Callable[[], str]] = {
        "Averages": partial(comparison_csv, comparison, SHOWN_KEYS),
        "Days": partial(days_csv, both, key),
        "Foods": partial(made_by_csv, shown.made),
    }
    downloads.draw(f"{comparison.week.week}-{comparison.against.week}-{key}", files)


def _link(shown: _Shown) -> str:
    """Return the parameters that show the same comparison to anyone, at any time."""
    comparison = shown.comparison
    parameters = {"week": str(comparison.week.week), "against": str(comparison.against.week), "nutrient": shown.key}
    if comparison.week.only_complete:
        parameters["complete"] = "1"
    return urlencode(parameters)
