"""My foods: a person's own foods, each editable where it stands, and the form to add one from its label."""

from collections.abc import Collection, Sequence
from typing import Final

import streamlit as st

from tracker.again import own_foods
from tracker.changes import Change
from tracker.diary import Diary
from tracker.errors import RefusedError
from tracker.own_food import OwnFood
from tracker.ui import actions, foods_address, opened, own_food_form, star_tap
from tracker.ui.actions import Action
from tracker.ui.text import amount, both_units, plain, weight_words

_NO_BREAK: Final = "\u00a0"
_NEW_FORMS: Final = "foods.new_forms"


def draw(diary: Diary, foods: Sequence[OwnFood], stars: Collection[str]) -> None:
    """Draw the section. stars: ids of the starred foods."""
    st.header("My foods", anchor=False)
    if opened.is_lost(opened.FOOD, [food.id for food in foods]):
        st.info("The food in this link is not among yours; it may have been deleted.", icon=":material/search_off:")
    if not foods:
        st.info(
            "You have no foods of your own yet. What the food table lacks, you can add here from its label. It is then "
            "found on Today, in the search field and in the line, like every other food.",
            icon=":material/info:",
        )
    with st.container(gap="xsmall"):
        new = opened.row(opened.FOOD, opened.NEW, "Add a food from its label", icon=":material/add:")
        if new is not None:
            with new:
                _draw_new()
        for food in foods:
            _draw_row(diary, food, food.id in stars)


def _draw_new() -> None:
    place = _new_place()
    with st.form(f"foods.form.{place}", enter_to_submit=False, border=False):
        own_food_form.draw(place, None)
        st.form_submit_button("Save", key=f"foods.save.{opened.NEW}", type="primary", on_click=_add)
    actions.draw_answer(opened.NEW)


def _draw_row(diary: Diary, food: OwnFood, starred: bool) -> None:
    row = opened.row(opened.FOOD, food.id, f"★ {_row_words(food)}" if starred else _row_words(food))
    if row is None:
        st.session_state.pop(_past_key(food), None)
        return
    with row:
        _draw_form(food, starred, _past_entries(diary, food))
        st.button("All its values, and log it", key=f"foods.show.{food.id}", on_click=_show, args=(food,))
        actions.draw_answer(food.id)


def _row_words(food: OwnFood) -> str:
    """Return what a row says of its food, as Markdown with the food's own words escaped."""
    usual = food.portions[0] if food.portions else None
    portion = "" if usual is None else f" · {plain(usual.measure)} {weight_words(usual.grams_each, 1)}"
    gives = (
        amount("energy_kcal", food.per_100_g.get("energy_kcal")) if _knows(food, "energy_kcal") else "kcal unknown",
        f"Mg {amount('magnesium_mg', food.per_100_g.get('magnesium_mg'))}",
        f"vit. D {both_units('vitamin_d_ug', food.per_100_g.get('vitamin_d_ug'))}",
    )
    gives_words = " · ".join(each.replace(" ", _NO_BREAK) for each in gives)
    return f"**{plain(food.name)}**{portion} :small[· in{_NO_BREAK}100{_NO_BREAK}g: {gives_words}]"


def _knows(food: OwnFood, key: str) -> bool:
    return food.per_100_g.get(key) is not None


def _draw_form(food: OwnFood, starred: bool, past: int) -> None:
    place = _place(food)
    with st.form(f"foods.form.{place}", enter_to_submit=False, border=False):
        own_food_form.draw(place, food)
        if past:
            entries = "the entry" if past == 1 else f"the {past} entries"
            st.checkbox(
                f"Also change {entries} logged before",
                key=f"foods.past.{place}",
                help="Unticked, what you logged keeps the figures it had then. Ticked, it gets these, by its weight.",
            )
        with st.container(horizontal=True):
            st.form_submit_button(
                "Save", type="primary", key=f"foods.save.{food.id}", on_click=_save, args=(food, past)
            )
            st.form_submit_button(
                "Take the star away" if starred else "Star",
                key=f"foods.star.{food.id}",
                icon=":material/star:",
                help="Starred foods are offered first on Today.",
                on_click=star_tap.turn,
                args=(food.id, food.name, starred),
            )
            st.form_submit_button("Delete", key=f"foods.delete.{food.id}", on_click=_delete, args=(food,))


def _add() -> None:
    """Save the new food; the form is emptied and closed only once it is saved."""
    try:
        food = own_food_form.read(_new_place(), None)
    except RefusedError as error:
        actions.fail(error, opened.NEW)
        return

    def add(diary: Diary, sure: bool) -> Change:
        return own_foods.add(diary, food, sure=sure)

    def empty() -> None:
        st.session_state[_NEW_FORMS] = st.session_state.get(_NEW_FORMS, 0) + 1
        opened.close(opened.FOOD, opened.NEW)

    actions.perform(Action(f"Added {food.name} to your foods", add, opened.NEW, then=empty))


def _save(read: OwnFood, past: int) -> None:
    """Save the food as the form shows it; the row closes only once it is saved."""
    place = _place(read)
    too = bool(past and st.session_state.get(f"foods.past.{place}"))
    try:
        food = own_food_form.read(place, read)
    except RefusedError as error:
        actions.fail(error, read.id)
        return

    if food == read and not too:
        actions.forget()
        actions.say(f"Nothing was changed in {read.name}")
        opened.close(opened.FOOD, read.id)
        return

    def edit(diary: Diary, sure: bool) -> Change:
        return own_foods.edit(diary, food, rewrite_past=too, sure=sure)

    words = f"Changed {food.name}"
    if too:
        words += " and the entry logged before" if past == 1 else f" and {past} entries logged before"
    typed = own_food_form.changed_words(place, read)
    actions.perform(Action(words, edit, read.id, then=lambda: opened.close(opened.FOOD, read.id), typed=typed))


def _delete(food: OwnFood) -> None:
    action = Action(
        f"Deleted {food.name} from your foods",
        lambda diary, _sure: own_foods.delete(diary, food),
        food.id,
        then=lambda: opened.close(opened.FOOD, food.id),
    )
    actions.perform(action)


def _show(food: OwnFood) -> None:
    foods_address.write(food=food.id, view=foods_address.ALL)


def _new_place() -> str:
    """Return the name of the form for a new food: another one after each food that was added."""
    return f"{opened.NEW}.{st.session_state.get(_NEW_FORMS, 0)}"


def _place(food: OwnFood) -> str:
    """Return the name of the form of a saved food: another one once it was changed, here or in another window."""
    return f"{food.id}.{food.version}"


def _past_entries(diary: Diary, food: OwnFood) -> int:
    """Return how many entries an edit can change: those that have a weight. Counted once while the row is open."""
    key = _past_key(food)
    if key not in st.session_state:
        entries = own_foods.entries_of(diary, food)
        st.session_state[key] = sum(entry.grams is not None for entry in entries)
    found: int = st.session_state[key]
    return found


def _past_key(food: OwnFood) -> str:
    return f"foods.past_entries.{food.id}"
