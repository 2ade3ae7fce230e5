"""Which day the page shows: kept in the address (?day=2026-11-21), so that a day is a link. Without it, today."""

from datetime import date, timedelta
from typing import Final, Literal

import streamlit as st

from tracker.days import DateError, parse_day
from tracker.entries import unlikely_day
from tracker.ui import address
from tracker.ui.text import day_name, html, plain

_PARAMETER: Final = "day"
_PICKER: Final = "day.picker"
FIRST_DAY: Final = date(1900, 1, 1)
LAST_DAY: Final = date(2199, 12, 31)
_ONE_DAY: Final = timedelta(days=1)


def chosen(today: date) -> date:
    """Return the day the address asks for; today when it asks for none, or for one that cannot be."""
    return _asked_for(today)[0]


def draw(today: date) -> None:
    """Draw the day's name, the ways to other days, and what is odd about the day the address asks for."""
    day, problem = _asked_for(today)
    st.html(f'<h1 style="font-size:1.3rem;margin:0;padding:0;line-height:1.2">{html(day_name(day, today))}</h1>')
    st.session_state[_PICKER] = day
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        _step("before", max(FIRST_DAY, day - _ONE_DAY), today)
        st.date_input(
            "Day",
            key=_PICKER,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            label_visibility="collapsed",
            width=136,
            on_change=_picked,
            args=(today,),
        )
        _step("after", min(LAST_DAY, day + _ONE_DAY), today)
        if day != today:
            st.button("Today", key="day.today", type="tertiary", on_click=_go, args=(today, today))
    if problem:
        st.info(plain(problem), icon=":material/calendar_today:")


def _step(where: Literal["before", "after"], day: date, today: date) -> None:
    st.button(
        str(day.day),
        key=f"day.{where}",
        icon=":material/chevron_left:" if where == "before" else ":material/chevron_right:",
        icon_position="left" if where == "before" else "right",
        on_click=_go,
        args=(day, today),
        help=f"The day {where}: {day:%A} {day.day} {day:%B}",
    )


def _asked_for(today: date) -> tuple[date, str | None]:
    """Return the day, and a sentence when the address asks for none that can be, or for an unlikely one."""
    text = st.query_params.get(_PARAMETER)
    if text is None:
        return today, None
    try:
        day = parse_day(text)
    except DateError as error:
        return today, f"{error} Here is today."
    if not FIRST_DAY <= day <= LAST_DAY:
        return today, f"{text} is too far away for a diary. Here is today."
    return day, _remark(day, today)


def _remark(day: date, today: date) -> str | None:
    if unlikely_day(day, today) is None:
        return None
    if day > today:
        return "This day is in the future; you are asked before something is saved on it."
    return "This day is more than a year ago; you are asked before something is saved on it."


def _picked(today: date) -> None:
    day = st.session_state[_PICKER]
    _go(day if isinstance(day, date) else today, today)


def _go(day: date, today: date) -> None:
    address.write(_PARAMETER, day.isoformat(), today.isoformat())
