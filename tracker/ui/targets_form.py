"""The Targets page: whose values, the numbers, the water rule; what changes is shown before it is saved.

The fields stand in no form, so that what would change is told as soon as a field is left.
"""

from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st

from tracker.diary import Diary
from tracker.errors import RefusedError, TrackerError
from tracker.targets import Targets, WaterRule
from tracker.ui import actions, reference_choice, resources, settings_form, shell, target_fields, water_rule
from tracker.ui.actions import Action
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY
from tracker.ui.notes import note
from tracker.ui.target_fields import BASE, NUTRIENTS, Field
from tracker.ui.text import day_called, plain

PLACE: Final = "targets"
_FROM: Final = "targets.from"
_SHOWN: Final = "targets.shown"
_DISPLAYED: Final = (
    "Reference values are displayed, not advised. Trials do not show that magnesium pills stop night cramps in "
    "older adults ([Cochrane review, 2020](https://cochranelibrary.com/cdsr/doi/10.1002/14651858.CD009402.pub3//pl))."
)


class _ChangedMeanwhileError(RefusedError):
    """Other targets were saved since the fields were filled; typed: what would have been changed, in words."""

    def __init__(self, typed: str) -> None:
        super().__init__(
            f"The targets were changed in another window meanwhile, so nothing was saved; the page shows them now. You "
            f"had typed: {typed}."
        )


def draw() -> None:
    """Draw the page."""
    st.title("Targets", anchor=False)
    with shell.explained():
        diary = resources.diary()
        saved = diary.targets_on(diary.today())
        _begin(saved)
        actions.draw_toast()
        reference_choice.draw(saved)
        wanted, problem = _typed(saved)
        st.header("A day’s targets", anchor=False)
        for field in NUTRIENTS:
            _draw_sourced(field, saved, wanted)
        st.header("Water", anchor=False)
        _draw_sourced(BASE, saved, wanted)
        mixed = reference_choice.water_mode_words(wanted)
        if mixed is not None:
            note(mixed)
        water_rule.draw_fields(saved)
        _draw_saving(diary, saved, problem)
        _draw_chart(diary, wanted.water)
        st.header("Limits", anchor=False)
        st.markdown(reference_choice.limits_words(wanted))
        note(_DISPLAYED)
        settings_form.draw(diary.settings)


def _begin(saved: Targets) -> None:
    """Let the fields begin anew when other targets are saved than those they were filled with."""
    if st.session_state.get(_SHOWN) != saved:
        target_fields.forget()
        st.session_state[_SHOWN] = saved


def _draw_sourced(field: Field, saved: Targets, wanted: Targets) -> None:
    """Draw a number with whose it is beside it. wanted: with the set and the person that are chosen."""
    with st.grid(2, min_column_width=260, vertical_alignment="center"):
        target_fields.draw(field, saved)
        note(reference_choice.source_words(field, wanted, _said(field, saved)))


def _said(field: Field, saved: Targets) -> float | None:
    try:
        return target_fields.typed(field, saved)
    except RefusedError:
        return None


def _draw_chart(diary: Diary, rule: WaterRule) -> None:
    today = diary.today()
    was = diary.condition_of(today)
    water_rule.draw_chart(rule, diary.day(today), was.activity_ml, was.heat_ml)


def _draw_saving(diary: Diary, saved: Targets, problem: str | None) -> None:
    """Draw from which day on, the button, and what it would change; the button stays where it is whatever that is."""
    today = diary.today()
    st.session_state.setdefault(_FROM, today)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input("Hold from", key=_FROM, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", width=150)
        st.button("Save", key="targets.save", type="primary", on_click=_save)
    if problem is not None:
        st.error(plain(problem), icon=":material/error:")
    else:
        st.html(_change_html(diary, saved, _from(today), today))
    with st.container():
        actions.draw_outcome()
    actions.draw_answer(PLACE)


def _change_html(diary: Diary, saved: Targets, valid_from: date, today: date) -> str:
    """Return what saving would change, and how that day's targets go on."""
    before = diary.targets_on(valid_from)
    wanted, _ = _typed(saved)
    lines = target_fields.changes(before, wanted)
    later = diary.later_targets(valid_from)
    if not lines and (wanted == before or not later):
        return '<p style="margin:0">Nothing is changed that is not saved.</p>'
    when = "today" if valid_from == today else f"{day_called(valid_from, today)}"
    told = "".join(f"<li>{line}</li>" for line in lines) or "<li>The same as now</li>"
    gone = "".join(f"<li>Other targets that begin {day_called(day, today)} are taken away</li>" for day in later)
    return (
        f'<p style="margin:0">From {when} on, once you save; the days before keep theirs:</p>'
        f'<ul style="margin:0">{told}{gone}</ul>'
    )


def _from(today: date) -> date:
    chosen = st.session_state.get(_FROM)
    return chosen if isinstance(chosen, date) else today


def _typed(saved: Targets) -> tuple[Targets, str | None]:
    """Return the targets as the page shows them; those saved, and why, when a field says nothing that can be."""
    try:
        chosen: dict[str, Any] = water_rule.chosen(saved)
        begun = replace(reference_choice.chosen(saved), **chosen)
        return target_fields.typed_targets(begun, reference_choice.intakes()), None
    except RefusedError as error:
        return saved, str(error)


def _save() -> None:
    """Save what the page shows, unless a field cannot be read or nothing is changed."""
    try:
        diary = resources.diary()
        today = diary.today()
        saved: Targets = st.session_state[_SHOWN]
        wanted, problem = _typed(saved)
        if diary.targets_on(today) != saved:
            lost = "; ".join(target_fields.changes(saved, wanted)) or "nothing"
            raise _ChangedMeanwhileError(lost)
        valid_from = _from(today)
        before = diary.targets_on(valid_from)
    except TrackerError as error:
        actions.fail(error, PLACE)
        return
    if problem is not None:
        actions.forget()
        actions.say(problem)
        return
    if wanted == before and not diary.later_targets(valid_from):
        actions.forget()
        actions.say("Nothing was changed")
        return
    lines = "; ".join(target_fields.changes(before, wanted)) or "for whom they are"
    words = f"Targets changed from {day_called(valid_from, today)} on: {lines}"
    actions.perform(Action(words, lambda of, _sure: of.set_targets(valid_from, wanted), PLACE, then=_saved))


def _saved() -> None:
    """Let the page show what is saved now without taking it for a change of another window."""
    diary = resources.diary()
    st.session_state[_SHOWN] = diary.targets_on(diary.today())
