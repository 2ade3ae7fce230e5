"""One food, opened: log it and see what that does to today, all its values, its portions, where it stands.

The link ?food=<id> opens it, for foods of the table and own ones alike.
"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from tracker.again.eaten import last_logged
from tracker.diary import Diary
from tracker.food_columns import FoodColumns
from tracker.foods import Food
from tracker.intake import Day
from tracker.ui import address, food_facts, foods_address, log_food, star_tap
from tracker.ui.text import plain


@dataclass(frozen=True, slots=True, eq=False)
class Read:
    """What a run has read of a food before it draws. last_logged: None when it never was."""

    diary: Diary
    food: Food
    columns: FoodColumns
    last_logged: date | None
    today: Day


def read(diary: Diary, columns: FoodColumns, food: Food) -> Read:
    """Read what the diary has of a food, and today. Raises a child of DatabaseError."""
    return Read(diary, food, columns, last_logged(diary, food.id), diary.day(diary.today()))


def draw(there: Read, *, starred: bool) -> None:
    """Draw the food."""
    food = there.food
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.button("Back to the list", key="foods.back", icon=":material/arrow_back:", type="tertiary", on_click=_close)
        st.button(
            "Take the star away" if starred else "Star",
            key=f"foods.turn_star.{food.id}",
            icon=":material/star:",
            type="tertiary",
            help="Starred foods are offered first on Today.",
            on_click=star_tap.turn,
            args=(food.id, food.name, starred),
        )
        if food.is_own:
            st.button(
                "Change it", key="foods.change", icon=":material/edit:", type="tertiary", on_click=_change, args=(food,)
            )
    st.header(f"★ {plain(food.name)}" if starred else plain(food.name), anchor=False)
    st.html(food_facts.head_html(food, there.last_logged, there.today.day))
    log_food.draw(there.diary, food, there.today)
    st.html(food_facts.facts_html(food, there.columns))


@address.changing()
def _close() -> None:
    foods_address.write(food=None, view=None, page=foods_address.page())


def _change(food: Food) -> None:
    foods_address.write(food=food.id, view=foods_address.MINE)
