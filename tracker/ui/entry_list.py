"""The entries of a day by meal, each editable where it stands.

A row is one element, because each element costs time and bytes on every rerun: an expander that is a line of text
until it is opened, and then holds the fields. The fields are a form: Enter saves, and a failure leaves what was
typed.
"""

from dataclasses import replace
from datetime import time
from typing import Final

import streamlit as st

from tracker import days
from tracker.again.stars import star, starred, unstar
from tracker.diary import Change, Diary
from tracker.entries import MEALS, Entry, Meal
from tracker.errors import RefusedError, TrackerError
from tracker.foods import Food
from tracker.intake import Day
from tracker.nutrients import total
from tracker.ui import actions, copying, resources
from tracker.ui.actions import Action
from tracker.ui.amounts import measures_of_entry, weigh
from tracker.ui.text import amount, html, measure_words, plain, said, typed, weight_beside

_ONE_MINUTE_S: Final = 60
_NO_BREAK: Final = "\u00a0"


def draw(day: Day) -> None:
    """Draw the entries of a day."""
    for meal in MEALS:
        entries = [entry for entry in day.entries if entry.meal == meal]
        if entries:
            with st.container(gap="xsmall"):
                with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
                    st.html(_heading_html(meal, entries))
                    copying.draw_menu(day.day, meal)
                for entry in entries:
                    _draw_row(entry)


def _heading_html(meal: Meal, entries: list[Entry]) -> str:
    magnesium_mg = total(entry.magnesium_mg for entry in entries)
    gave = "" if magnesium_mg is None else f"{amount('magnesium_mg', magnesium_mg)} magnesium"
    return (
        '<div style="display:flex;justify-content:space-between;align-items:baseline">'
        f'<h2 style="font-size:1rem;margin:0;padding:0">{meal.capitalize()}</h2><small>{html(gave)}</small></div>'
    )


def _draw_row(entry: Entry) -> None:
    row = st.expander(_row_words(entry), key=_key("row", entry), on_change="rerun")
    if row.open:
        _begin(entry)
        with row:
            _draw_form(entry)
    else:
        st.session_state.pop(_key("read", entry), None)


def _row_words(entry: Entry) -> str:
    """Return what a row says of its entry, as Markdown with the entry's own words escaped."""
    weight = weight_beside(entry.grams, entry.measure)
    # What a label does not declare is not missing.
    declared = entry.kind != "supplement"
    gave = [
        f"{name} {amount(key, entry.amount_of(key))}"
        for name, key in (("Mg", "magnesium_mg"), ("vit. D", "vitamin_d_ug"))
        if declared or entry.amount_of(key) is not None
    ]
    gives = " · ".join(each.replace(" ", _NO_BREAK) for each in gave)
    eaten = plain(said(entry.amount, entry.measure)) + weight
    return f"**{plain(entry.name)}** · {eaten} · {entry.at:%H:%M} :small[· {gives}]"


def _draw_form(entry: Entry) -> None:
    food = _food_of(entry)
    measures = measures_of_entry(entry, food)
    with st.form(_key("form", entry), enter_to_submit=True, border=False):
        with st.container(horizontal=True, vertical_alignment="bottom"):
            if measures:
                st.text_input("Amount", key=_key("amount", entry), width=110)
                st.selectbox(
                    "Measure", list(measures), key=_key("measure", entry), format_func=measure_words, width=200
                )
            st.time_input("Time", key=_key("time", entry), step=_ONE_MINUTE_S, width=120)
            st.selectbox("Meal", MEALS, key=_key("meal", entry), format_func=str.capitalize, width=150)
        with st.container(horizontal=True):
            st.form_submit_button("Save", type="primary", key=_key("save", entry), on_click=_save, args=(entry,))
            st.form_submit_button("Delete", key=_key("delete", entry), on_click=_delete, args=(entry,))
            if food is not None:
                _draw_star(entry, food)
    actions.draw_answer(entry.id)


def _draw_star(entry: Entry, food: Food) -> None:
    """Draw what puts the food among those to log with one tap, or takes it away."""
    is_starred = food.id in starred(resources.diary())
    st.form_submit_button(
        "Starred" if is_starred else "Star",
        key=_key("star", entry),
        icon=":material/star:" if is_starred else ":material/star_border:",
        type="tertiary",
        help="Starred foods come first among those to log again with one tap.",
        on_click=_star,
        args=(food, not is_starred),
    )


def _star(food: Food, wanted: bool) -> None:
    verb = star if wanted else unstar
    words = f"Starred {food.name}" if wanted else f"Took the star from {food.name}"
    actions.perform(Action(words, lambda diary, _sure: verb(diary, food.id)))


def _key(part: str, entry: Entry) -> str:
    return f"entries.{part}.{entry.id}"


def _food_of(entry: Entry) -> Food | None:
    """Return the food of an entry; None when the table has it no more or cannot be read."""
    try:
        return resources.foods().table.get(entry.food_id)
    except TrackerError:
        return None


def _begin(entry: Entry) -> None:
    """Fill the fields of a row that was just opened, and keep the entry as read: an edit carries its version."""
    if _key("read", entry) in st.session_state:
        return
    st.session_state[_key("read", entry)] = entry
    st.session_state[_key("amount", entry)] = typed(entry.amount)
    st.session_state[_key("measure", entry)] = entry.measure
    st.session_state[_key("time", entry)] = entry.at.time().replace(second=0, microsecond=0)
    st.session_state[_key("meal", entry)] = entry.meal


def _close(entry: Entry) -> None:
    st.session_state[_key("row", entry)] = False
    st.session_state.pop(_key("read", entry), None)


def _delete(entry: Entry) -> None:
    read: Entry = st.session_state[_key("read", entry)]
    words = f"Deleted {said(read.amount, read.measure)} {read.name}"
    actions.perform(Action(words, lambda diary, _sure: diary.delete([read]), entry.id))


def _save(entry: Entry) -> None:
    """Save the entry as the form shows it; the row closes only once it is saved."""
    read: Entry = st.session_state[_key("read", entry)]

    def edit(diary: Diary, sure: bool) -> Change:
        return diary.edit(_changed(read, diary), sure=sure)

    typed_in = f"{st.session_state.get(_key('amount', entry))} {st.session_state.get(_key('measure', entry))}"
    what = _what_changes(read)
    if what == "":
        actions.forget()
        actions.say(f"Nothing was changed in {read.name}")
        _close(entry)
        return
    words = f"Changed {read.name}{what or ''}"
    actions.perform(Action(words, edit, entry.id, then=lambda: _close(entry), typed=typed_in))


def _what_changes(read: Entry) -> str | None:
    """Return what saving would change (": 1 medium → 2 medium"), "" for nothing; None if a field cannot be saved."""
    try:
        new = _changed(read, resources.diary())
    except TrackerError:
        return None  # saving says why
    pairs = [
        (said(read.amount, read.measure), said(new.amount, new.measure)),
        (f"{read.at:%H:%M}", f"{new.at:%H:%M}"),
        (read.meal, new.meal),
    ]
    changes = ", ".join(f"{before} → {after}" for before, after in pairs if before != after)
    return f": {changes}" if changes else ""


def _changed(entry: Entry, diary: Diary) -> Entry:
    """Return the entry as the form shows it. Raises RefusedError when a field says nothing that can be."""
    text, measure = str(st.session_state.get(_key("amount", entry))), str(st.session_state.get(_key("measure", entry)))
    if entry.grams and (text != typed(entry.amount) or measure != entry.measure):
        food = _food_of(entry)
        said = weigh(text, measure, measures_of_entry(entry, food), food, diary.settings.pint_ml)
        entry = entry.resized(said.amount, said.measure, said.grams)
    wall_clock: time | None = st.session_state.get(_key("time", entry))
    if wall_clock is None:
        raise RefusedError("Choose a time.")
    if wall_clock != entry.at.time().replace(second=0, microsecond=0):
        at = days.moment(entry.day, wall_clock, diary.zone, diary.settings.day_start_hour)
        entry = replace(entry, at=at)
    return replace(entry, meal=st.session_state[_key("meal", entry)])
