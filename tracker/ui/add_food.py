"""Add a food or drink: type, pick, say how much, see what it adds, save.

The whole of it is a fragment of its own, so that typing redraws nothing else.
"""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from tracker import days
from tracker.diary import Change, Diary
from tracker.entries import MEALS, Entry
from tracker.errors import RefusedError, TrackerError
from tracker.foods import Food
from tracker.quantities import find_quantity
from tracker.ui import actions, resources, shell
from tracker.ui.actions import Action
from tracker.ui.amounts import Said, measures_of, weigh
from tracker.ui.meters import adds_html
from tracker.ui.text import plain, typed
from tracker.what_if import day_with

DAY_FRAGMENT: Final = "day"
# Where the page draws what is asked before a food is saved: right below this part.
PLACE: Final = "add"
_SHOWN: Final = 8
_QUERY: Final = "add.query"
_EMPTIED: Final = "add.emptied"
_PICKED: Final = "add.picked"
_AMOUNT: Final = "add.amount"
_MEASURE: Final = "add.measure"
_MEAL: Final = "add.meal"


@st.fragment(key="add")
def draw(day: date) -> None:
    """Draw the search field and, once a food is picked, what is asked about it. Foods are saved on `day`."""
    with shell.explained():
        # Not in the callback: what a callback sets before it asks for another fragment's rerun never reaches the
        # browser.
        if st.session_state.pop(_EMPTIED, False):
            st.session_state[_QUERY] = ""
        text = st.text_input(
            "Find one food",
            key=_QUERY,
            type="search",
            live="200ms",
            placeholder="Its name, for example spinach",
        )
        food = _picked(text)
        if food is not None:
            _draw_hits([food], text)
            _draw_form(food, day)
        elif text.strip():
            _draw_results(text)


def _picked(text: str) -> Food | None:
    """Return the food picked for this text; typing on means another one is wanted."""
    food_id, picked_for = st.session_state.get(_PICKED, (None, None))
    return resources.foods().table.get(food_id) if picked_for == text else None


def _draw_results(text: str) -> None:
    usage = resources.diary().usage()
    familiar = {food_id: float(used.count) for food_id, used in usage.items()}
    index = resources.foods().index
    hits = index.search(text, _SHOWN, familiar=familiar)
    said, words = find_quantity(text)
    amount = ""
    if said is not None and words and (not hits or hits[0].missing):  # "30 g almonds", but not "7up"
        hits = index.search(words, _SHOWN, familiar=familiar)
        amount = f"{typed(said.amount)} {said.unit or ''}".strip()
    if not hits:
        st.info(
            "No food of that name. Try fewer or other words, or the plain food: “rice” rather than a dish with it.",
            icon=":material/search_off:",
        )
    _draw_hits([hit.food for hit in hits], text, amount)


def _draw_hits(foods: Sequence[Food], text: str, amount: str = "") -> None:
    """Draw foods to pick. amount: the one in the text, "" when there is none.

    The picked food stays where it is, so that the keyboard goes on from it to the amount.
    """
    with st.container(gap="xsmall"):
        for food in foods:
            st.button(plain(food.name), key=f"add.pick.{food.id}", on_click=_pick, args=(food.id, text, amount))


def _pick(food_id: str, text: str, said: str) -> None:
    """Take a food, with the amount in the text, else the one this person had last time, else its usual portion."""
    st.session_state[_PICKED] = (food_id, text)
    food = resources.foods().table.get(food_id)
    try:
        diary = resources.diary()
        used = diary.usage().get(food_id)
        st.session_state[_MEAL] = days.meal_at(diary.now().time())
    except TrackerError as error:
        actions.fail(error)
        return
    usual = food.usual_portion if food is not None else None
    if food is not None and used is not None and used.measure in measures_of(food):
        amount, measure = used.amount, used.measure
    elif usual is not None:
        amount, measure = usual.amount, usual.measure
    else:
        amount, measure = 100.0, "g"
    st.session_state[_AMOUNT], st.session_state[_MEASURE] = said or typed(amount), measure
    actions.forget()


def _draw_form(food: Food, day: date) -> None:
    measures = measures_of(food)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Amount", key=_AMOUNT, live="200ms", width=110, on_change=actions.forget)
            st.selectbox(
                "Measure",
                list(measures),
                key=_MEASURE,
                format_func=lambda measure: _measure_words(measure, measures),
                width=200,
            )
            st.selectbox("Meal", MEALS, key=_MEAL, format_func=str.capitalize, width=130)
        _draw_preview(food, measures, day)
        with st.container(horizontal=True):
            # Not the primary colour: on it, the hint of the shortcut is too pale to read.
            st.button("**Save**", key="add.save", shortcut="Ctrl+Enter", on_click=_save, args=(food, day))
            st.button("Cancel", key="add.cancel", on_click=_clear)


def _measure_words(measure: str, measures: dict[str, float]) -> str:
    return measure if measure == "g" else f"{measure} ({measures[measure]:.3g} g)"


def _draw_preview(food: Food, measures: dict[str, float], day: date) -> None:
    diary = resources.diary()
    try:
        entry = _entry(food, _said(food, measures), day, diary)
    except RefusedError as error:
        st.warning(plain(str(error)), icon=":material/edit:")
        return
    st.html(adds_html([entry], day_with(diary.day(day), entry)))


def _said(food: Food, measures: dict[str, float]) -> Said:
    text, measure = str(st.session_state.get(_AMOUNT, "")), str(st.session_state.get(_MEASURE))
    return weigh(text, measure, measures, food, resources.diary().settings.pint_ml)


def _entry(food: Food, said: Said, day: date, diary: Diary) -> Entry:
    return said.entry(food, diary, day, st.session_state.get(_MEAL) or "snack")


def _save(food: Food, day: date) -> None:
    """Log what the form says; the form is emptied only once it is saved."""
    try:
        said = _said(food, measures_of(food))
    except TrackerError as error:
        # The form says it beside the amount already; this says it where the person is looking.
        actions.forget()
        actions.say(str(error))
        st.rerun(DAY_FRAGMENT)

    def log(diary: Diary, sure: bool) -> Change:
        return diary.log([_entry(food, said, day, diary)], sure=sure)

    actions.perform(Action(f"Added {typed(said.amount)} {said.measure} {food.name}", log, PLACE, then=_clear))
    st.rerun(DAY_FRAGMENT)


def _clear() -> None:
    st.session_state[_EMPTIED] = True
    st.session_state.pop(_PICKED, None)
