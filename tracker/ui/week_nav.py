"""Which two weeks the page compares: kept in the address, so that a comparison is a link.

The parameters are ?week=2026-W47&against=2026-W46.
"""

from datetime import date
from typing import Literal

import streamlit as st

from tracker.days import DateError, Week
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY
from tracker.ui.text import plain

Which = Literal["week", "against"]


def chosen(today: date, first_weekday: int) -> tuple[Week, Week]:
    """Return the week the address asks for and the one it is held against; else this week and the one before."""
    week, _ = _asked_for("week", Week.of(today, first_weekday), first_weekday)
    against, _ = _asked_for("against", week.shifted(-1), first_weekday)
    return week, against


def draw(today: date, first_weekday: int) -> None:
    """Draw both weeks with the ways to other ones, and what is wrong with a week in the address."""
    this_week = Week.of(today, first_weekday)
    week, problem = _asked_for("week", this_week, first_weekday)
    against, other_problem = _asked_for("against", week.shifted(-1), first_weekday)
    left, right = st.columns(2)
    with left:
        _draw_week("week", "Week", week, this_week)
    with right:
        _draw_week("against", "Against", against, this_week)
    for text in filter(None, (problem, other_problem)):
        st.info(plain(text), icon=":material/calendar_today:")


def week_words(week: Week) -> str:
    """Return a week as its number and days: "2026-W47, 16 Nov to 22 Nov"."""
    first, last = week.days[0], week.days[-1]
    return f"{week}, {first.day} {first:%b} to {last.day} {last:%b}"


def _draw_week(which: Which, name: str, week: Week, this_week: Week) -> None:
    st.markdown(f"**{name} {week_words(week)}**")
    before, after = week.shifted(-1), week.shifted(1)
    with st.container(horizontal=True, gap="xsmall"):
        st.button(
            f"{before}", key=f"{which}.before", icon=":material/chevron_left:", on_click=_go, args=(which, before)
        )
        st.button(
            f"{after}",
            key=f"{which}.after",
            icon=":material/chevron_right:",
            icon_position="right",
            disabled=week.start >= this_week.start,
            on_click=_go,
            args=(which, after),
        )


def _asked_for(which: Which, otherwise: Week, first_weekday: int) -> tuple[Week, str | None]:
    text = st.query_params.get(which)
    if text is None:
        return otherwise, None
    try:
        week = Week.parse(text, first_weekday)
    except DateError as error:
        return otherwise, f"{error} Here is {otherwise}."
    if not FIRST_DAY <= week.start <= LAST_DAY:
        return otherwise, f"{text} is too far away for a diary. Here is {otherwise}."
    return week, None


def _go(which: Which, week: Week) -> None:
    st.query_params[which] = str(week)
