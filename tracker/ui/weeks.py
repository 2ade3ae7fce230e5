"""The Weeks page: two weeks held against each other."""

from typing import Final

import streamlit as st

from tracker.intake import METERS
from tracker.ui import charts, resources, shell, week_nav, week_table
from tracker.ui.notes import note
from tracker.ui.text import day_name, label
from tracker.weeks import WeekComparison

_SHOWN: Final = "weeks.chart"


def draw() -> None:
    """Draw the comparison of the two weeks in the address."""
    st.title("Weeks", anchor=False)
    with shell.explained():
        diary = resources.diary()
        today, first_weekday = diary.today(), diary.settings.first_weekday
        week_nav.draw(today, first_weekday)
        week, against = week_nav.chosen(today, first_weekday)
        comparison = diary.compare_weeks(week, against)
        st.html(week_table.table_html(comparison))
        if comparison.week.days or comparison.against.days:
            _draw_chart(comparison)
        else:
            st.info(
                "Nothing is logged in these weeks. Log a day on the page Today, or choose other weeks.",
                icon=":material/info:",
            )
        for summary in (comparison.week, comparison.against):
            if summary.in_progress is not None:
                name = day_name(summary.in_progress, today)
                note(f"{name} is in progress: drawn paler, so far, and left out of averages and changes until it ends.")
        note(
            "Averages are over the days that have entries; a day without any is a gap, not a zero. The chart's short "
            "lines are each day's own target."
        )


@st.fragment
def _draw_chart(comparison: WeekComparison) -> None:
    key = st.radio("Chart of", METERS, key=_SHOWN, format_func=label, horizontal=True)
    alt = f"{label(key)} by day, {comparison.week.week} beside {comparison.against.week}; the table has the averages"
    st.altair_chart(charts.week_chart(comparison, key), alt=alt)
