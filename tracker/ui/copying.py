"""The ways to copy what was logged: buttons for a whole day, a menu beside each meal."""

from datetime import date, timedelta
from typing import Final

import streamlit as st

from tracker.diary import Diary
from tracker.entries import Meal
from tracker.errors import TrackerError
from tracker.intake import Day
from tracker.ui import actions, copy_dialog, resources
from tracker.ui.copy_dialog import Task
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY

_MENU: Final = "copying.menu"
_TASKS: Final[dict[Task, str]] = {"copy": "Copy this meal…", "save": "Save as a meal…"}
_ONE_DAY: Final = timedelta(days=1)


def draw_menu(day: date, meal: Meal) -> None:
    """Draw the menu of one meal of a day, which has entries."""
    st.menu_button(
        f"Use {meal} again",
        list(_TASKS),
        key=f"{_MENU}.{meal}",
        format_func=lambda task: _TASKS[task],
        type="tertiary",
        on_click=_open_from_menu,
        args=(day, meal),
    )


def draw(diary: Diary, day: Day) -> None:
    """Draw the buttons that copy a whole day, and the dialog if it is open."""
    _draw_buttons(day.day, diary.today(), has_entries=bool(day.entries))
    copy_dialog.draw(day.day)


def _draw_buttons(day: date, today: date, *, has_entries: bool) -> None:
    """Draw the ways to copy a whole day: this one, if it has entries, and another onto this one."""
    another = (
        "Copy from another day" if has_entries else f"Copy from {'yesterday' if day == today else 'the day before'}"
    )
    with st.container(horizontal=True, gap="xsmall"):
        if has_entries:
            st.button(
                "Copy this day",
                key="copying.this",
                icon=":material/content_copy:",
                on_click=copy_dialog.open_dialog,
                args=("copy", day),
                kwargs={"source": day, "onto": _usual_target(day, today)},
            )
        st.button(
            another,
            key="copying.another",
            icon=":material/history:",
            on_click=copy_dialog.open_dialog,
            args=("copy", day),
            kwargs={"source": max(FIRST_DAY, day - _ONE_DAY), "onto": day},
        )


def _open_from_menu(day: date, meal: Meal) -> None:
    try:
        today = resources.diary().today()
    except TrackerError as error:
        actions.fail(error)
        return
    copy_dialog.open_dialog(
        st.session_state[f"{_MENU}.{meal}"], day, source=day, onto=_usual_target(day, today), what=meal
    )


def _usual_target(day: date, today: date) -> date:
    """Return the day to copy onto unless another is chosen: today, or from today on the next one."""
    return today if day < today else min(day + _ONE_DAY, LAST_DAY)
