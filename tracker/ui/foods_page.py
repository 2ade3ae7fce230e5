"""The Foods page: what a person added to the table all share, and the meals they saved.

Everything that an action changes is one fragment, so that a tap redraws neither navigation nor title.
"""

import streamlit as st

from tracker.again.meals import saved_meals
from tracker.again.own_foods import own_foods
from tracker.again.stars import starred
from tracker.ui import actions, my_foods, my_meals, resources, shell


def draw() -> None:
    """Draw the page."""
    st.title("Foods", anchor=False)
    _draw_own()


@st.fragment(key="foods")
def _draw_own() -> None:
    with shell.explained():
        # Before anything is drawn: a database call made while the server sends waits for the sender's turn to end.
        diary = resources.diary()
        foods, stars, saved, today = own_foods(diary), starred(diary), saved_meals(diary), diary.today()
        actions.draw_toast()
        # A place of its own even while it is empty: what follows must not move.
        with st.container():
            actions.draw_outcome(today)
        my_foods.draw(diary, foods, stars)
        my_meals.draw(diary, saved)
