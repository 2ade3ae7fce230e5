"""Which meal of the day something new belongs to: the one people have at this hour, or the one chosen last.

A choice holds for this session until the hour is that of another meal: who opens the app again at noon is not asked
to leave breakfast first.
"""

from typing import Final

import streamlit as st

from tracker import days
from tracker.diary import Diary
from tracker.entries import Meal

_CHOSEN: Final = "meal.chosen"


def current(diary: Diary) -> Meal:
    """Return the meal that what is added now belongs to, unless another is chosen."""
    of_the_hour = days.meal_at(diary.now().time())
    chosen: tuple[Meal, Meal] | None = st.session_state.get(_CHOSEN)
    return chosen[1] if chosen is not None and chosen[0] == of_the_hour else of_the_hour


def choose(diary: Diary, meal: Meal) -> None:
    """Remember the meal that was chosen."""
    st.session_state[_CHOSEN] = (days.meal_at(diary.now().time()), meal)
