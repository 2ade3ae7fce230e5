"""My meals: a person's saved meals, what each gives, logged with one tap, and editable where they stand."""

from collections.abc import Callable, Sequence
from typing import Final

import streamlit as st

from tracker.again import meals
from tracker.changes import Change
from tracker.diary import Diary
from tracker.entries import Meal
from tracker.errors import RefusedError
from tracker.saved_meal import MealPart, SavedMeal
from tracker.ui import actions, meal_choice, opened, saved_meal_form
from tracker.ui.actions import Action
from tracker.ui.figures import read_figure
from tracker.ui.text import WATER, amount, both_units, html, label, plain, said, typed, weight_words

# Keys of what a meal gives beside magnesium, which has a column of its own.
_GIVES: Final = ("vitamin_d_ug", "water_g", "fiber_g", "energy_kcal")
_TAPS: Final = ((1.0, "Log it", "all"), (0.5, "Half of it", "half"), (2.0, "Twice", "twice"))
_TIMES: Final = {0.5: "half of ", 1.0: "", 2.0: "twice "}
_CELL: Final = 'style="text-align:right;padding-left:.6rem"'
_FIGURE: Final = 'style="text-align:right;padding-left:.6rem;white-space:nowrap"'


def draw(diary: Diary, saved: Sequence[SavedMeal]) -> None:
    """Draw the section."""
    st.header("My meals", anchor=False)
    if opened.is_lost(opened.MEAL, [meal.id for meal in saved]):
        st.info("The meal in this link is not among yours; it may have been deleted.", icon=":material/search_off:")
    if not saved:
        st.info(
            "You have no saved meals yet. Save one from Today: the menu beside a meal's heading. Then log it from "
            "here, or by its name in the line on Today: “my porridge”, “half my porridge”.",
            icon=":material/info:",
        )
        return
    of = meal_choice.current(diary)
    with st.container(gap="xsmall"):
        for meal in saved:
            row = opened.row(opened.MEAL, meal.id, _row_words(meal))
            if row is not None:
                with row:
                    _draw_meal(meal, of)


def _row_words(meal: SavedMeal) -> str:
    """Return what a row says of its meal, as Markdown with the meal's own words escaped."""
    count = "1 part" if len(meal.parts) == 1 else f"{len(meal.parts)} parts"
    return f"**{plain(meal.name)}** · {count} :small[· Mg {gives(meal, 'magnesium_mg')}]"


def gives(meal: SavedMeal, key: str) -> str:
    """Return what a whole meal gives of a nutrient; what is known of it is "at least" where a part lacks the value."""
    value, known = meal.nutrients()[key], meal.known(key)
    if value is None and known is not None:
        return f"at least {_amount(key, known)}"
    return _amount(key, value)


def _amount(key: str, value: float | None) -> str:
    return both_units(WATER if key == "water_g" else key, value)


def _draw_meal(meal: SavedMeal, of: Meal) -> None:
    st.html(_parts_html(meal))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        for factor, words, name in _TAPS:
            st.button(
                f"{words}, for {of}" if factor == 1 else words,
                key=f"meals.{name}.{meal.id}",
                type="primary" if factor == 1 else "secondary",
                on_click=log,
                args=(meal, factor, of),
            )
        with (
            st.form(f"meals.times.{meal.id}", border=False, width="content"),
            st.container(horizontal=True, vertical_alignment="bottom"),
        ):
            st.text_input("Or so many times", key=f"meals.factor.{meal.id}", placeholder="3/4", width=140)
            st.form_submit_button("Log", key=f"meals.log.{meal.id}", on_click=_log_typed, args=(meal, of))
    change = st.expander("Change it", key=_change_key(meal), on_change="rerun")
    if change.open:
        with change, st.form(f"meals.form.{meal.id}.{meal.version}", border=False):
            saved_meal_form.draw(meal)
            with st.container(horizontal=True):
                st.form_submit_button("Save", type="primary", key=f"meals.save.{meal.id}", on_click=_save, args=(meal,))
                st.form_submit_button("Delete the meal", key=f"meals.delete.{meal.id}", on_click=_delete, args=(meal,))
    actions.draw_answer(meal.id)


def _parts_html(meal: SavedMeal) -> str:
    """Return the parts as a table, and what the whole gives."""
    rows = "".join(_part_html(part) for part in meal.parts)
    weight = "unknown" if meal.grams is None else weight_words(meal.grams)
    also = " · ".join(f"{label(key)[0].lower()}{label(key)[1:]} {gives(meal, key)}" for key in _GIVES)
    return (
        '<table style="width:100%;border-collapse:collapse;font-size:.875rem"><thead><tr>'
        f'<th style="text-align:left">Part</th><th {_CELL}>Amount</th><th {_FIGURE}>Weight</th>'
        f"<th {_FIGURE}>Magnesium</th></tr></thead><tbody>{rows}</tbody><tfoot><tr>"
        f'<th style="text-align:left" colspan="2">The whole</th><th {_FIGURE}>{html(weight)}</th>'
        f"<th {_FIGURE}>{html(gives(meal, 'magnesium_mg'))}</th></tr></tfoot></table>"
        f'<div style="font-size:.875rem;margin-top:.4rem">Also gives: {html(also)}.</div>'
    )


def _part_html(part: MealPart) -> str:
    weight = "–" if part.kind == "supplement" else "unknown" if part.grams is None else weight_words(part.grams)
    magnesium = amount("magnesium_mg", part.nutrients.get("magnesium_mg"))
    if part.kind == "supplement" and part.nutrients.get("magnesium_mg") is None:
        magnesium = "–"
    return (
        f'<tr><td style="overflow-wrap:anywhere">{html(part.name)}</td>'
        f"<td {_CELL}>{html(said(part.amount, part.measure))}</td>"
        f"<td {_FIGURE}>{html(weight)}</td><td {_FIGURE}>{html(magnesium)}</td></tr>"
    )


def _log_typed(meal: SavedMeal, of: Meal) -> None:
    """Log the meal as many times as was typed; the field is emptied only once it is logged."""
    key = f"meals.factor.{meal.id}"
    try:
        factor = read_figure(str(st.session_state.get(key) or ""), "So many times")
        if factor is None:
            raise RefusedError("Write how many times the meal is to be logged, such as 1, 1/2 or 2.")
    except RefusedError as error:
        actions.fail(error, meal.id)
        return

    def empty() -> None:
        st.session_state[key] = ""

    log(meal, factor, of, empty)


def log(meal: SavedMeal, factor: float, of: Meal, then: Callable[[], None] | None = None) -> None:
    """Log the meal today, `factor` times, for a meal of the day. then: called once it is logged."""

    def verb(diary: Diary, sure: bool) -> Change:
        day = diary.today()
        return meals.log(diary, meal, factor, day=day, at=diary.moment_of(day, of), of=of, sure=sure)

    times = _TIMES.get(factor, f"{typed(factor)} times ")
    actions.perform(Action(f"Logged {times}{meal.name} for {of}", verb, meal.id, then=then))


def _save(read: SavedMeal) -> None:
    """Save the meal as the form shows it; the form closes only once it is saved."""
    try:
        meal = saved_meal_form.read(read)
    except RefusedError as error:
        actions.fail(error, read.id)
        return

    def close() -> None:
        st.session_state[_change_key(read)] = False

    if meal == read:
        actions.forget()
        actions.say(f"Nothing was changed in {read.name}")
        close()
        return
    action = Action(
        f"Changed {' '.join(meal.name.split())}",
        lambda diary, _sure: meals.edit(diary, meal),
        read.id,
        then=close,
        typed=saved_meal_form.changed_words(read),
    )
    actions.perform(action)


def _delete(meal: SavedMeal) -> None:
    action = Action(
        f"Deleted {meal.name} from your meals",
        lambda diary, _sure: meals.delete(diary, meal),
        meal.id,
        then=lambda: opened.close(opened.MEAL, meal.id),
    )
    actions.perform(action)


def _change_key(meal: SavedMeal) -> str:
    return f"meals.change.{meal.id}"
