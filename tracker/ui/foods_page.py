"""The Foods page: the table all share, ranked, searched and opened; and what a person added to it.

Everything that an action changes is one fragment, so that a tap redraws neither navigation nor title. Only the view
that is shown is read and drawn.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from tracker.again.meals import saved_meals
from tracker.again.own_foods import own_foods
from tracker.again.stars import starred
from tracker.again.supplements import supplements
from tracker.diary import Diary
from tracker.ui import actions, address, all_foods, foods_address, my_foods, my_meals, my_supplements, resources, shell
from tracker.ui.foods_address import MINE, OPENED, VIEWS


@dataclass(frozen=True, slots=True, eq=False)
class _Read:
    """What a run has read. foods: what the view of all foods shows; None where what is a person's own is shown."""

    diary: Diary
    today: date
    foods: all_foods.Read | None


def draw() -> None:
    """Draw the page."""
    read: list[_Read] = []
    with shell.explained():
        # Before anything is drawn: a database call made while the server sends waits for the sender's turn to end.
        read.append(_read())
    st.title("Foods", anchor=False)
    if read:
        _draw_view(read)


@st.fragment(key="foods")
def _draw_view(read: list[_Read]) -> None:
    """Draw what an action can change. read: what this run has read, taken out; later redraws of the part read anew."""
    with shell.explained():
        there = read.pop() if read else _read()
        actions.draw_toast()
        drops = (*OPENED, *foods_address.wrong())
        address.draw_choice("What to show", "view", VIEWS, foods_address.view(), drops=drops)
        # A place of its own even while it is empty: what follows must not move.
        with st.container():
            actions.draw_outcome(there.today)
        if there.foods is None:
            _draw_mine(there.diary)
        else:
            all_foods.draw(there.foods)


def _read() -> _Read:
    diary = resources.diary()
    view, _ = address.chosen("view", VIEWS, foods_address.view())
    return _Read(diary, diary.today(), None if view == MINE else all_foods.read(diary))


def _draw_mine(diary: Diary) -> None:
    foods, stars, saved, pills = own_foods(diary), starred(diary), saved_meals(diary), supplements(diary)
    my_foods.draw(diary, foods, stars)
    my_meals.draw(diary, saved)
    my_supplements.draw(diary, pills)
