"""Close the gap, on Today: what is left of the day in one line, which opens into ways of foods that would close it.

Closed it is one element and asks no solver. Opened, the ways are worked out after the rest of the page was drawn, which
lives on meanwhile.
"""

from datetime import date
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.again import suggestions
from tracker.diary import Change, Diary
from tracker.entries import Meal
from tracker.foods import FoodTable
from tracker.intake import Day
from tracker.suggest import Suggestion, Way, gap_of
from tracker.ui import actions, gap_wishes, meal_choice, resources, shell
from tracker.ui.actions import Action
from tracker.ui.gap_words import STYLE, foods_words, intro_words, line_words, notes_words, way_html
from tracker.ui.notes import note
from tracker.ui.text import plain

_OPEN: Final = "gap.open"
# What is asked or failed about a way is drawn where the way stands.
_SUBJECT: Final = "gap.way."


def draw(diary: Diary, day: Day) -> DeltaGenerator | None:
    """Draw the line that says what is left of a day; return the place for `fill`, None while it is closed."""
    # Set anew each time: with another label it is another one to the browser, and would close.
    st.session_state[_OPEN] = bool(st.session_state.get(_OPEN))
    line = plain(line_words(gap_of(day), day.day, diary.today()))
    expander = st.expander(line, key=_OPEN, on_change=gap_wishes.forget)
    return expander if expander.open else None


def fill(place: DeltaGenerator | None, diary: Diary, day: Day) -> None:
    """Draw the ways into the place that `draw` returned; nothing where there is none. The last thing of a page."""
    if place is None:
        return
    gap, glass_ml = gap_of(day), diary.settings.own_glass_ml
    with place, shell.explained():
        note(plain(intro_words(gap, day.day, diary.today(), glass_ml)))
        if not gap.needs:
            return
        table = resources.foods(diary).table
        gap_wishes.draw(diary.settings.wishes, table)
        with st.spinner("Looking for ways to close it…"):
            found = suggestions.suggestion(diary, table, day)
        with st.container(gap="xsmall"):
            for words in notes_words(found):
                note(plain(words))
        _draw_ways(diary, day, table, found)


def _draw_ways(diary: Diary, day: Day, table: FoodTable, found: Suggestion) -> None:
    meal = meal_choice.current(diary)
    subjects = [_subject(way) for way in found.ways]
    last = actions.outcome()
    if last is not None and (last.action.subject or "").startswith(_SUBJECT) and last.action.subject not in subjects:
        # Of a way that is no longer among them: what it was made of may be gone.
        actions.draw_answer(last.action.subject)
    st.html(STYLE)
    for way in found.ways:
        key = _key(way)
        with st.container(border=True, gap="xsmall"):
            glass_ml = diary.settings.own_glass_ml
            st.html(way_html(way, day.water.target, glass_ml, closes_all=found.is_joint))
            with st.container(horizontal=True, gap="small"):
                st.button(
                    f"Log it as {'a snack' if meal == 'snack' else meal}",
                    key=f"gap.log.{key}",
                    icon=":material/add:",
                    on_click=_log,
                    args=(way, table, day.day, meal),
                )
                gap_wishes.draw_menu(way, key)
            actions.draw_answer(_subject(way))


def _key(way: Way) -> str:
    """Return what tells a way from others: a second tap must not log the one that takes its place."""
    return "+".join(f"{food.count}x{food.food.id}" for food in way.foods)


def _subject(way: Way) -> str:
    return f"{_SUBJECT}{_key(way)}"


def _log(way: Way, table: FoodTable, day: date, meal: Meal) -> None:
    def log(diary: Diary, sure: bool) -> Change:
        return suggestions.log_way(diary, table, way, day=day, at=diary.moment_of(day, meal), meal=meal, sure=sure)

    actions.perform(Action(f"Added {foods_words(way.foods)}", log, _subject(way), then=gap_wishes.forget))
