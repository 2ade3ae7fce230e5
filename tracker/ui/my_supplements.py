"""My supplements on the Foods page: each with the month it was taken in, changed and deleted where it stands."""

from collections.abc import Sequence
from typing import Final

import streamlit as st

from tracker.again import notices, supplements
from tracker.changes import Change
from tracker.diary import Diary
from tracker.errors import TrackerError
from tracker.supplement import SUPPLEMENT_KEYS, Supplement
from tracker.ui import actions, dose_calendar, notes_shown, opened, resources, supplement_form
from tracker.ui.actions import Action
from tracker.ui.text import both_units, label, plain

_NO_BREAK: Final = "\u00a0"
_NEW_FORMS: Final = "pills.new_forms"


def draw(diary: Diary, pills: Sequence[Supplement]) -> None:
    """Draw the section."""
    st.header("My supplements", anchor=False)
    if opened.is_lost(opened.SUPPLEMENT, [pill.id for pill in pills]):
        st.info(
            "The supplement in this link is not among yours; it may have been deleted.", icon=":material/search_off:"
        )
    if not pills:
        st.info(
            "You have no supplements yet. Add what you take, once, from its label. “Took it” is then one tap on Today, "
            "and the line knows it by the name you give it: called Night magnesium, “2 night magnesium” logs two.",
            icon=":material/info:",
        )
    with st.container(gap="xsmall"):
        new = opened.row(opened.SUPPLEMENT, opened.NEW, "Add a supplement from its label", icon=":material/add:")
        if new is not None:
            with new:
                _draw_new()
        for pill in pills:
            row = opened.row(opened.SUPPLEMENT, pill.id, _row_words(pill))
            if row is not None:
                with row:
                    _draw_pill(diary, pill)
    notes_shown.draw(notices.notes_beside_supplements(diary, tuple(pills)), None)


def _row_words(pill: Supplement) -> str:
    """Return what a row says of its supplement, as Markdown with the person's words escaped."""
    a_day = f"{pill.a_day} a day" if pill.a_day else "when needed"
    known = [(key, pill.amounts.get(key)) for key in SUPPLEMENT_KEYS if pill.amounts.get(key) is not None]
    gives = [f"{label(key)} {both_units(key, value)}".replace(" ", _NO_BREAK) for key, value in known]
    words = " · ".join(gives) or "no magnesium, vitamin D, calcium or potassium on its label"
    return f"**{plain(pill.name)}** · {a_day} :small[· one {pill.measure}: {words}]"


def _draw_new() -> None:
    place = _new_place()
    with st.form(f"pills.form.{place}", enter_to_submit=False, border=False):
        supplement_form.draw(place, None)
        st.form_submit_button("Save", key=f"pills.save.{opened.NEW}", type="primary", on_click=_add)
    actions.draw_answer(_subject(None))


def _draw_pill(diary: Diary, pill: Supplement) -> None:
    dose_calendar.draw(diary, pill)
    place = _place(pill)
    with st.form(f"pills.form.{place}", enter_to_submit=False, border=False):
        supplement_form.draw(place, pill)
        with st.container(horizontal=True):
            st.form_submit_button("Save", type="primary", key=f"pills.save.{pill.id}", on_click=_save, args=(pill,))
            st.form_submit_button("Delete", key=f"pills.delete.{pill.id}", on_click=_delete, args=(pill,))
    actions.draw_answer(_subject(pill))


def _add() -> None:
    """Save the new supplement; the form is emptied and closed only once it is saved."""
    try:
        pill = supplement_form.read(_new_place(), None, resources.diary().today())
    except TrackerError as error:
        actions.fail(error, _subject(None))
        return

    def add(diary: Diary, sure: bool) -> Change:
        return supplements.add(diary, pill, sure=sure)

    def empty() -> None:
        st.session_state[_NEW_FORMS] = st.session_state.get(_NEW_FORMS, 0) + 1
        opened.close(opened.SUPPLEMENT, opened.NEW)

    actions.perform(Action(f"Added {pill.name} to your supplements", add, _subject(None), then=empty))


def _save(read: Supplement) -> None:
    """Save the supplement as the form shows it; the row closes only once it is saved."""
    place = _place(read)
    try:
        pill = supplement_form.read(place, read, read.since)
    except TrackerError as error:
        actions.fail(error, _subject(read))
        return

    def close() -> None:
        opened.close(opened.SUPPLEMENT, read.id)

    if pill == read:
        actions.forget()
        actions.say(f"Nothing was changed in {read.name}")
        close()
        return
    action = Action(
        f"Changed {' '.join(pill.name.split())}",
        lambda diary, sure: supplements.edit(diary, pill, sure=sure),
        _subject(read),
        then=close,
        typed=supplement_form.changed_words(place, read),
    )
    actions.perform(action)


def _delete(pill: Supplement) -> None:
    action = Action(
        f"Deleted {pill.name} from your supplements",
        lambda diary, _sure: supplements.delete(diary, pill),
        _subject(pill),
        then=lambda: opened.close(opened.SUPPLEMENT, pill.id),
    )
    actions.perform(action)


def _subject(pill: Supplement | None) -> str:
    """Return the name of the place where questions about a supplement are drawn; None for a new one."""
    return f"pills.{opened.NEW if pill is None else pill.id}"


def _new_place() -> str:
    """Return the name of the form for a new supplement: another one after each that was added."""
    return f"{opened.NEW}.{st.session_state.get(_NEW_FORMS, 0)}"


def _place(pill: Supplement) -> str:
    """Return the name of the form of a saved supplement: another one once it was changed, here or elsewhere."""
    return f"{pill.id}.{pill.version}"
