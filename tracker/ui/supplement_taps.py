"""Supplements with one tap each, and the notes that what is logged makes due."""

from datetime import date
from typing import Final

import streamlit as st

from tracker.again import supplements
from tracker.again.notices import Beside
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.intake import Day
from tracker.supplement import Supplement
from tracker.ui import actions, meal_choice, notes_shown
from tracker.ui.actions import Action
from tracker.ui.text import plain, said, shortened, typed

_MOST_CHARACTERS: Final = 30


def draw(day: Day, beside: Beside) -> None:
    """Draw the taps for a day; nothing without supplements."""
    if not beside.supplements:
        return
    with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
        for pill in beside.supplements:
            st.button(
                plain(_tap_words(pill, day.entries)),
                key=f"pills.took.{pill.id}",
                icon=":material/pill:",
                help=f"Logs {said(1.0, pill.measure)}.",
                on_click=_take,
                args=(pill, day.day),
            )


def draw_notes(diary: Diary, day: Day, beside: Beside) -> None:
    """Draw the notes that are due; nothing on a day that is only looked at."""
    # A place of its own even while it is empty: what follows must not move.
    with st.container(gap="xsmall"):
        if _is_the_moment(diary, day.day):
            notes_shown.draw(beside.notes, day.day)


def _is_the_moment(diary: Diary, day: date) -> bool:
    """Whether notes belong on a day's page: it is in progress, or was just changed; not when it is looked at later."""
    last = actions.outcome()
    return day == diary.today() or (last is not None and last.day == day)


def _tap_words(pill: Supplement, entries: tuple[Entry, ...]) -> str:
    taken = sum(entry.amount for entry in entries if entry.food_id == pill.id)
    meant = f" of {pill.a_day}" if pill.a_day and taken <= pill.a_day else " today"
    return f"Took it: {shortened(pill.name, _MOST_CHARACTERS)}" + (f" · {typed(taken)}{meant}" if taken else "")


def _take(pill: Supplement, day: date) -> None:
    actions.perform(
        Action(
            f"Took {said(1.0, pill.measure)} {pill.name}",
            lambda diary, sure: supplements.took(diary, pill, day=day, meal=meal_choice.current(diary), sure=sure),
            toast=False,
        )
    )
