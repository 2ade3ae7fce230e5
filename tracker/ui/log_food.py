"""Log an opened food: how much, for which meal, and what that does to today's three numbers."""

from typing import Final

import streamlit as st

from tracker.changes import Change
from tracker.day_values import known_of, target_of
from tracker.diary import Diary
from tracker.entries import MEALS, Entry
from tracker.errors import TrackerError
from tracker.foods import Food
from tracker.intake import METERS, Day
from tracker.ui import actions, food_facts, meal_choice, resources
from tracker.ui.actions import Action
from tracker.ui.amounts import Said, measures_of, weigh
from tracker.ui.text import amount, html, label, number, plain, said, typed
from tracker.what_if import day_with

# Where questions about what is logged here are drawn.
PLACE: Final = "foods.log"
_MEAL: Final = "foods.log.meal"


def draw(diary: Diary, food: Food, today: Day) -> None:
    """Draw the form, filled with the usual portion. today: the day in progress, which the food is logged on."""
    measures = measures_of(food)
    usual = food.usual_portion
    st.session_state.setdefault(_key("amount", food), typed(usual.amount) if usual is not None else "100")
    st.session_state.setdefault(_key("measure", food), usual.measure if usual is not None else "g")
    st.session_state[_MEAL] = meal_choice.current(diary)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            st.text_input("Amount", key=_key("amount", food), live="200ms", width=100, on_change=actions.forget)
            st.selectbox(
                "Measure",
                list(measures),
                key=_key("measure", food),
                format_func=lambda measure: measure if measure == "g" else f"{measure} ({_grams(measures[measure])})",
                width=190,
            )
            st.selectbox("Meal", MEALS, key=_MEAL, format_func=str.capitalize, width=120, on_change=_choose_meal)
        _draw_effect(diary, food, measures, today)
        st.button("**Log it**", key="foods.log", shortcut="Ctrl+Enter", on_click=_log, args=(food,))
        with st.container():
            actions.draw_answer(PLACE)


def _draw_effect(diary: Diary, food: Food, measures: dict[str, float], today: Day) -> None:
    try:
        taken = _said(diary, food, measures)
        entry = _entry(diary, food, taken)
    except TrackerError as error:
        st.warning(plain(str(error)), icon=":material/edit:")
        st.html(effect_html(today, None, ""))
        return
    st.html(effect_html(today, day_with(today, entry), said(taken.amount, taken.measure)))


def effect_html(before: Day, after: Day | None, what: str) -> str:
    """Return the three numbers of a day before and after, each of its target.

    after: None where what is added is no amount; only the day as it is stands then. what: "1 cup", plain text.
    """
    days = [before] if after is None else [before, after]
    rows = ""
    for key in METERS:
        cells = "".join(f"<td>{_number_html(day, key)}</td>" for day in days)
        rows += f'<tr><th scope="row">{html(label(key))}</th>{cells}</tr>'
    with_what = "" if after is None else f'<th scope="col">with {html(what)}</th>'
    return (
        f'{food_facts.STYLE}<table class="ff" style="margin-top:0"><thead><tr><th scope="col">Today</th>'
        f'<th scope="col">now</th>{with_what}</tr></thead><tbody>{rows}</tbody></table>'
    )


def _number_html(day: Day, key: str) -> str:
    value, at_least, _ = known_of(day, key)
    target = target_of(day, key)
    number = "nothing known" if day.entries and value is None else "–" if value is None else amount(key, value)
    least = "at least " if at_least and value is not None else ""
    goal = "" if target is None else f"<small>of {html(amount(key, target))}</small>"
    return f"{least}{html(number)}{goal}"


def _said(diary: Diary, food: Food, measures: dict[str, float]) -> Said:
    text = str(st.session_state.get(_key("amount", food), ""))
    return weigh(text, str(st.session_state.get(_key("measure", food))), measures, food, diary.settings.pint_ml)


def _entry(diary: Diary, food: Food, taken: Said) -> Entry:
    return taken.entry(food, diary, diary.today(), st.session_state.get(_MEAL) or "snack")


def _grams(grams: float) -> str:
    """Return what one of a measure weighs; of what is light, a decimal."""
    return f"{number(grams, 0 if grams >= 10 else 1).removesuffix('.0')} g"


def _choose_meal() -> None:
    meal_choice.choose(resources.diary(), st.session_state[_MEAL])


def _log(food: Food) -> None:
    """Log what the form says, today."""
    try:
        taken = _said(resources.diary(), food, measures_of(food))
    except TrackerError as error:
        # The form says it beside the amount already; this says it where the person is looking.
        actions.forget()
        actions.say(str(error))
        return

    def log(diary: Diary, sure: bool) -> Change:
        return diary.log([_entry(diary, food, taken)], sure=sure)

    actions.perform(Action(f"Logged {said(taken.amount, taken.measure)} {food.name}", log, PLACE))


def _key(field: str, food: Food) -> str:
    return f"foods.log.{field}.{food.id}"
