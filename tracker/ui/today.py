"""The Today page: one day with its meters, the ways to add to it, and its entries.

Everything that an action changes is one fragment, so that a tap redraws neither navigation nor the day's name.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from tracker.again.notices import Beside, beside
from tracker.diary import Diary
from tracker.intake import Day
from tracker.ui import (
    actions,
    add_food,
    again_taps,
    copying,
    day_marks,
    day_nav,
    day_taps,
    entry_list,
    gap,
    line,
    meters,
    resources,
    shell,
    supplement_taps,
    water_taps,
)
from tracker.ui.notes import note
from tracker.ui.remembered import remembered

# As high as the line of an action with its Undo.
_HINT = (
    '<div style="min-height:2.5rem;display:flex;align-items:center;font-size:.875rem">Say what you had, as you would '
    "write it; Enter shows how it was understood.</div>"
)
_FOOT = (
    "This page displays what you logged against reference values; it is no medical advice. Trials do not show that "
    "magnesium pills stop night cramps in older adults ([Cochrane review, 2020]"
    "(https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3//pl))."
)
_EMPTY = "Nothing is logged on this day yet. Type what you had into the field at the top, or tap an amount of water."


@dataclass(frozen=True, slots=True)
class _Shown:
    """A day, what stands beside it, and its meters as HTML; smaller: the nutrients below the three."""

    day: Day
    beside: Beside
    meters: str
    smaller: str


def draw() -> None:
    """Draw the page for the day in the address."""
    read: list[tuple[Diary, _Shown]] = []
    with shell.explained():
        # Before anything is drawn: a database call made while the server sends waits for the sender's turn to end.
        read.append(_read())
        day_nav.draw(read[0][0].today())
    st.html(meters.STYLE)
    _draw_day(read)
    with st.container(horizontal=True):
        st.page_link("pages/weeks.py", label="Compare weeks")
        st.page_link("pages/foods.py", label="My foods, meals and supplements", query_params={"view": "mine"})
        st.page_link("pages/targets.py", label="Targets and sources")
        st.page_link("pages/about.py", label="What is known, and what is not")
    note(_FOOT)


def _read() -> tuple[Diary, _Shown]:
    diary = resources.diary()
    return diary, _shown(diary, day_nav.chosen(diary.today()))


@remembered(64)
def _shown(diary: Diary, on: date) -> _Shown:
    day = diary.day(on)
    return _Shown(day, beside(diary, day), meters.meters_html(day), meters.smaller_html(day))


@st.fragment(key=add_food.DAY_FRAGMENT)
def _draw_day(read: list[tuple[Diary, _Shown]]) -> None:
    """Draw what an action can change. read: what this run has read, taken out; later redraws of the part read anew."""
    with shell.explained():
        diary, shown = read.pop() if read else _read()
        day = shown.day
        actions.draw_toast()
        line.draw(day.day, add_food.DAY_FRAGMENT)
        # A place of its own even while it is empty: what follows must not move, or the browser would draw the fields
        # anew.
        with st.container():
            _draw_what_was_done(day)
        st.html(shown.meters)
        water_taps.draw(diary, day.day)
        with st.container(gap="xsmall"):
            supplement_taps.draw(day, shown.beside)
            day_taps.draw(day, shown.beside.events)
            # About what was just drunk or taken, or was so that day.
            supplement_taps.draw_notes(diary, day, shown.beside)
        place = gap.draw(diary, day)
        with st.container():
            again_taps.draw(diary, day.day)
        add_food.draw(day.day)
        with st.container():
            actions.draw_answer(add_food.PLACE)
        copying.draw(diary, day)
        with st.container():
            _draw_entries(shown)
        day_marks.draw(diary, day)
        _draw_table_problems()
        gap.fill(place, diary, day)


def _draw_what_was_done(day: Day) -> None:
    """Draw what the last action did or, before the first, what to do: the taps below must not move under a finger."""
    if actions.outcome() is None and actions.undoable() is None:
        st.html(_HINT)
    else:
        actions.draw_outcome(day.day)


def _draw_entries(shown: _Shown) -> None:
    if not shown.day.entries:
        st.info(_EMPTY, icon=":material/info:")
        return
    st.html(shown.smaller)
    entry_list.draw(shown.day)


def _draw_table_problems() -> None:
    """Say quietly how many rows of the food table were left out. Raises FoodFileError when it cannot be read at all."""
    problems = resources.shared_foods().table.problems
    if problems:
        rows = "row" if len(problems) == 1 else "rows"
        note(f"{len(problems)} {rows} of the food table could not be read and are left out.")
