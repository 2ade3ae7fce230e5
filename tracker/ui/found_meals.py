"""Saved meals whose name answers to the words that foods are looked for by: opened, or logged where they are found."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from tracker.diary import Diary
from tracker.saved_meal import SavedMeal
from tracker.ui import actions, foods_address, meal_choice, my_meals, opened
from tracker.ui.food_facts import NO_BREAK
from tracker.ui.food_filters import shown_key
from tracker.ui.foods_address import Asked
from tracker.ui.text import label, plain

# A person with many meals of one name finds the rest in their own view.
_MOST: Final = 3


def draw(diary: Diary, asked: Asked, found: Sequence[SavedMeal]) -> None:
    """Draw the first few meals."""
    if not found:
        return
    of = meal_choice.current(diary)
    for meal in found[:_MOST]:
        with st.container(horizontal=True, vertical_alignment="center", gap="small", key=f"foundmeal-{meal.id}"):
            st.button(
                _words(meal, asked),
                key=f"foods.meal.{meal.id}",
                icon=":material/bookmark:",
                type="tertiary",
                on_click=_open,
                args=(meal,),
            )
            st.button(f"Log it, for {of}", key=f"foods.log_meal.{meal.id}", on_click=my_meals.log, args=(meal, 1.0, of))
        actions.draw_answer(meal.id)


def _words(meal: SavedMeal, asked: Asked) -> str:
    """Return what is said of a meal, as Markdown: its name and what the whole of it gives."""
    gives = f"{my_meals.gives(meal, asked.key)} {label(shown_key(asked.key)).lower()}"
    return f"**{plain(meal.name)}** :small[· my meal · {gives.replace(' ', NO_BREAK)} in all of it]"


def _open(meal: SavedMeal) -> None:
    foods_address.write(food=None, view=foods_address.MINE, **{opened.MEAL: meal.id})
