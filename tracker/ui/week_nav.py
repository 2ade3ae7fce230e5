"""Which two weeks the page compares: kept in the address, so that a comparison is a link.

The parameters are ?week=2026-W47&against=2026-W46; without them it is this week against the one before.
"""

from datetime import date, timedelta
from typing import Final, Literal

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.days import DateError, Week
from tracker.ui import address
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY
from tracker.ui.text import plain

Which = Literal["week", "against"]

_NAMES: Final[dict[Which, str]] = {"week": "Week", "against": "Against"}
# The first week that can be asked for is still held against the one before.
_FIRST_PICKED: Final = FIRST_DAY - timedelta(weeks=2)


def chosen(today: date, first_weekday: int) -> tuple[Week, Week]:
    """Return the week the address asks for and the one it is held against; else this week and the one before."""
    week, _ = _asked_for("week", Week.of(today, first_weekday), first_weekday)
    against, _ = _asked_for("against", week.shifted(-1), first_weekday)
    return week, against


def draw(today: date, first_weekday: int) -> DeltaGenerator:
    """Draw both weeks with the ways to other ones, and what is wrong with a week in the address.

    Returns the last row of ways, for whatever else is to be chosen.
    """
    this_week = Week.of(today, first_weekday)
    week, problem = _asked_for("week", this_week, first_weekday)
    against, other_problem = _asked_for("against", week.shifted(-1), first_weekday)
    both = (week, against)
    left, right = st.columns(2)
    with left:
        _draw_week("week", both, this_week)
    with right:
        _draw_week("against", both, this_week)
    row = st.container(horizontal=True, vertical_alignment="center", gap="small")
    with row:
        _draw_way("This week", "week.this", _with("week", both, this_week), both)
        _draw_way("vs. week before", "against.1", (week, week.shifted(-1)), both)
        _draw_way("vs. 4 weeks before", "against.4", (week, week.shifted(-4)), both)
    for text in filter(None, (problem, other_problem)):
        st.info(plain(text), icon=":material/calendar_today:")
    return row


def week_words(week: Week) -> str:
    """Return a week as its number and days: "2026-W47, 16 Nov to 22 Nov"."""
    first, last = week.days[0], week.days[-1]
    return f"{week}, {first.day} {first:%b} to {last.day} {last:%b}"


def _draw_week(which: Which, both: tuple[Week, Week], this_week: Week) -> None:
    """Draw a date whose week is meant, between the ways to the weeks around it."""
    shown = both[0] if which == "week" else both[1]
    picker = f"{which}.picker"
    st.session_state[picker] = shown.start
    with st.container(horizontal=True, vertical_alignment="bottom", gap="xsmall"):
        _draw_step(which, "before", both, is_last=shown.start <= FIRST_DAY)
        st.date_input(
            f"{_NAMES[which]} {shown} from",
            key=picker,
            min_value=_FIRST_PICKED,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            width=168,
            on_change=_picked,
            args=(which, both),
        )
        _draw_step(which, "after", both, is_last=shown.start >= this_week.start)


def _draw_step(which: Which, where: Literal["before", "after"], both: tuple[Week, Week], *, is_last: bool) -> None:
    week = (both[0] if which == "week" else both[1]).shifted(-1 if where == "before" else 1)
    st.button(
        str(week).partition("-")[2],
        key=f"{which}.{where}",
        icon=":material/chevron_left:" if where == "before" else ":material/chevron_right:",
        icon_position="left" if where == "before" else "right",
        help=f"{_NAMES[which]} {week_words(week)}",
        disabled=is_last,
        on_click=_go,
        args=_with(which, both, week),
    )


def _draw_way(name: str, key: str, to: tuple[Week, Week], both: tuple[Week, Week]) -> None:
    """Draw one tap to another comparison; pale where it is shown already."""
    is_out = to[1].start < FIRST_DAY
    st.button(name, key=key, type="tertiary", disabled=to == both or is_out, on_click=_go, args=to)


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


def _with(which: Which, both: tuple[Week, Week], wanted: Week) -> tuple[Week, Week]:
    """Return both weeks with another one; the one held against stays as many weeks away as it was chosen to be."""
    week, against = both
    return (wanted, Week(wanted.start + (against.start - week.start))) if which == "week" else (week, wanted)


def _picked(which: Which, both: tuple[Week, Week]) -> None:
    day = st.session_state[f"{which}.picker"]
    if isinstance(day, date):
        shown = both[0] if which == "week" else both[1]
        _go(*_with(which, both, Week.of(day, shown.start.weekday())))


@address.changing()
def _go(week: Week, against: Week) -> None:
    """Write both weeks into the address, so that it says the same tomorrow and to whoever else opens it."""
    st.query_params["week"], st.query_params["against"] = str(week), str(against)
