"""The Targets page: whose values, the numbers, the water rule; what changes is shown before it is saved.

What people change most stands first; the rest opens on demand. The fields stand in no form, so that what would change
is told as soon as a field is left; those that are closed are drawn all the same, or what was typed there would be lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any, Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.diary import Diary
from tracker.errors import RefusedError, TrackerError
from tracker.targets import Targets
from tracker.ui import actions, reference_choice, resources, settings_form, shell, target_fields, water_rule
from tracker.ui.actions import Action
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY
from tracker.ui.notes import note
from tracker.ui.target_fields import BASE, LIMIT, NUTRIENTS, RULE, Field
from tracker.ui.text import WATER, amount, day_called, html, plain

PLACE: Final = "targets"
# Parts of the page that open, by the end of their keys.
MORE: Final = "more"
RULES: Final = "rules"
LIMITS: Final = "limits"
UNITS: Final = "units"
_MAIN: Final = (*NUTRIENTS[:2], BASE)
_OTHERS: Final = NUTRIENTS[2:]
_FROM: Final = "targets.from"
_SHOWN: Final = "targets.shown"
_ASKED: Final = "targets_form.asked"
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
        chosen = _chosen(saved)
        st.header("A day’s targets", anchor=False)
        for field in _MAIN:
            _draw_sourced(field, saved, chosen)
        for words in _water_words(wanted):
            note(words)
        with _part(MORE, "Fiber, calcium, potassium", _OTHERS, saved):
            for field in _OTHERS:
                _draw_sourced(field, saved, chosen)
        with _part(RULES, "Water rule, fluid limit, what counts", (*RULE, LIMIT), saved):
            water_rule.draw_fields(saved)
            if _is_open(RULES):
                _draw_chart(diary, wanted)
        _draw_saving(diary, wanted, problem)
        with _part(LIMITS, "Upper limits"):
            if _is_open(LIMITS):
                st.markdown(reference_choice.limits_words(chosen))
        with _part(UNITS, "Units, glasses, clock"):
            if _is_open(UNITS):
                settings_form.draw(diary.settings)
        note(_DISPLAYED)


def key_of(part: str) -> str:
    """Return the key of a part of the page that opens: whether it is open."""
    return f"targets_form.{part}"


def _part(part: str, label: str, fields: Sequence[Field] = (), saved: Targets | None = None) -> DeltaGenerator:
    """Draw a part that opens; it is open while one of its fields says what cannot be saved."""
    key = key_of(part)
    if saved is not None and any(target_fields.problem_of(field, saved) for field in fields):
        st.session_state[key] = True
    # Set anew each time, or a part that was left open would be closed by the next page.
    st.session_state[key] = bool(st.session_state.get(key))
    return st.expander(label, key=key, on_change="rerun")


def _is_open(part: str) -> bool:
    return bool(st.session_state[key_of(part)])


def _begin(saved: Targets) -> None:
    """Let the fields begin anew when other targets are saved than those they were filled with."""
    if st.session_state.get(_SHOWN) != saved:
        target_fields.forget()
        st.session_state[_SHOWN] = saved
    target_fields.carry_over(saved)


def _draw_sourced(field: Field, saved: Targets, chosen: Targets) -> None:
    """Draw a number with whose it is beside it, or why it cannot be saved. chosen: with the set and the person."""
    with st.grid(2, min_column_width=260, vertical_alignment="center"):
        target_fields.draw(field, saved)
        problem = target_fields.problem_of(field, saved)
        value = None if problem is not None else target_fields.typed(field, saved)
        note(reference_choice.source_words(field, chosen, value, problem))


def _water_words(wanted: Targets) -> list[str]:
    """Return what else to know of the water base, as Markdown of ours."""
    words = []
    if wanted.water.fluid_limit_ml is not None:
        limit = amount(WATER, wanted.water.fluid_limit_ml)
        words.append(f"Your fluid limit of {limit} stands in its place; nothing is ever added to it.")
        if wanted.water_counts == "all":
            words.append("The water in food uses it up too. For a limit on drinks, let only drinks count, below.")
    mixed = reference_choice.water_mode_words(wanted)
    return words if mixed is None else [*words, mixed]


def _draw_chart(diary: Diary, wanted: Targets) -> None:
    today = diary.today()
    was = diary.condition_of(today)
    water_rule.draw_chart(wanted.water, diary.day(today), was.activity_ml, was.heat_ml)


def _draw_saving(diary: Diary, wanted: Targets, problem: str | None) -> None:
    """Draw from which day on, the button, and what it would change; the button stays where it is whatever that is."""
    today = diary.today()
    st.session_state.setdefault(_FROM, today)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.date_input("Hold from", key=_FROM, min_value=FIRST_DAY, max_value=LAST_DAY, format="YYYY-MM-DD", width=150)
        st.button("Save", key="targets.save", type="primary", on_click=_save)
    valid_from = _from(today)
    _drop_old_question(valid_from, wanted, problem)
    lines = _change_lines(diary, valid_from, wanted)
    if problem is not None:
        st.error(plain(_not_saved(problem)), icon=":material/error:")
    else:
        st.html(_change_html(lines, valid_from, today))
    with st.container():
        actions.draw_outcome(is_earlier=problem is not None or bool(lines))
    actions.draw_answer(PLACE)


def _drop_old_question(valid_from: date, wanted: Targets, problem: str | None) -> None:
    """Forget a question about what the page shows no longer: its yes would save something else than is seen."""
    last = actions.outcome()
    if last is None or last.kind != "asked" or last.action.subject != PLACE:
        return
    if problem is not None or st.session_state.get(_ASKED) != (valid_from, wanted):
        actions.forget()


def _not_saved(problem: str) -> str:
    return f"Not saved: {problem}"


def _change_lines(diary: Diary, valid_from: date, wanted: Targets) -> list[str]:
    """Return what saving would change, and how that day's targets go on, in words; nothing when nothing would."""
    before = diary.targets_on(valid_from)
    changes = target_fields.changes(before, wanted)
    later = diary.later_targets(valid_from)
    if not changes and (wanted == before or not later):
        return ["For whom they are"] if wanted != before else []
    today = diary.today()
    gone = [f"Other targets that begin {day_called(day, today)} are taken away" for day in later]
    return [*(changes or ["The same as now"]), *gone]


def _change_html(lines: Sequence[str], valid_from: date, today: date) -> str:
    if not lines:
        return '<p style="margin:0">Everything here is saved.</p>'
    when = "today" if valid_from == today else f"{day_called(valid_from, today)}"
    told = "".join(f"<li>{html(line)}</li>" for line in lines)
    return (
        f'<p style="margin:0"><b>Not saved yet.</b> From {when} on, once you save; the days before keep theirs:</p>'
        f'<ul style="margin:0">{told}</ul>'
    )


def _from(today: date) -> date:
    chosen = st.session_state.get(_FROM)
    return chosen if isinstance(chosen, date) else today


def _chosen(saved: Targets) -> Targets:
    """Return the targets saved, with the set and the person that are chosen; without an age when it is none."""
    try:
        return reference_choice.chosen(saved)
    except RefusedError:
        return reference_choice.chosen_without_age(saved)


def _typed(saved: Targets) -> tuple[Targets, str | None]:
    """Return the targets as the page shows them; those saved, and why, when a field says nothing that can be."""
    try:
        counted: dict[str, Any] = water_rule.chosen(saved)
        begun = replace(reference_choice.chosen(saved), **counted)
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
        actions.say(_not_saved(problem))
        return
    if wanted == before and not diary.later_targets(valid_from):
        actions.forget()
        actions.say("Nothing was changed")
        return
    lines = "; ".join(target_fields.changes(before, wanted)) or "for whom they are"
    words = f"Targets changed from {day_called(valid_from, today)} on: {lines}"
    st.session_state[_ASKED] = (valid_from, wanted)
    actions.perform(Action(words, lambda of, sure: of.set_targets(valid_from, wanted, sure=sure), PLACE, then=_saved))


def _saved() -> None:
    """Let the page show what is saved now without taking it for a change of another window."""
    diary = resources.diary()
    st.session_state[_SHOWN] = diary.targets_on(diary.today())
