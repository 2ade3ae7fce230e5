"""The dialog that copies entries, or keeps them as a saved meal: a box to untick for each, and where they go.

A callback closes it by forgetting that it is open; a run of the whole page then takes it away. What it shows is read
anew each time, what it saves is what it showed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Final, Literal

import streamlit as st

from tracker.again import meals
from tracker.again.habits import meals_of
from tracker.diary import Change, Diary
from tracker.entries import MEALS, Entry, Meal, new_id
from tracker.errors import RefusedError
from tracker.ui import actions, resources, shell
from tracker.ui.actions import Action
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY
from tracker.ui.text import date_words, day_called, plain, said

# Where what is asked or failed is drawn: in the dialog.
PLACE: Final = "copying"
Task = Literal["copy", "save"]
WHOLE_DAY: Final = "day"
_AS_THEY_WERE: Final = "same"
_OPEN: Final = "copying.open"
_FROM: Final = "copying.from"
_WHAT: Final = "copying.what"
_ONTO: Final = "copying.onto"
_AS: Final = "copying.as"
_NAME: Final = "copying.name"
# Of that many rows and more the list scrolls by itself, so that the button below it stays in view on a phone.
_MOST_ROWS: Final = 9
_LIST_HEIGHT: Final = 340


@dataclass(frozen=True, slots=True)
class _Opened:
    """A dialog that is open. number: tells its boxes from those of the one before. day: the day on the page."""

    number: str
    task: Task
    day: date


def open_dialog(task: Task, day: date, *, source: date, onto: date, what: str = WHOLE_DAY) -> None:
    """Open the dialog on the page of `day`; for callbacks. source: the day to copy from. what: WHOLE_DAY or a meal."""
    actions.forget()
    st.session_state[_OPEN] = _Opened(new_id(), task, day)
    st.session_state[_FROM], st.session_state[_WHAT] = source, what
    st.session_state[_ONTO], st.session_state[_AS] = onto, _AS_THEY_WERE
    st.session_state[_NAME] = ""


def draw(day: date) -> None:
    """Draw the dialog if it was opened on the page of this day."""
    opened: _Opened | None = st.session_state.get(_OPEN)
    if opened is None:
        return
    # Another day, or another page on which its fields were forgotten, was opened meanwhile.
    if opened.day != day or _FROM not in st.session_state:
        _close()
    else:
        st.dialog("Copy" if opened.task == "copy" else "Save as a meal", on_dismiss=_close)(_draw_dialog)()


def _close() -> None:
    """Forget that the dialog is open, and what was asked in it."""
    st.session_state.pop(_OPEN, None)
    last = actions.outcome()
    if last is not None and last.action.subject == PLACE and last.kind != "done":
        actions.forget()


def _draw_dialog() -> None:
    opened: _Opened | None = st.session_state.get(_OPEN)
    if opened is None:
        st.rerun()
    with shell.explained():
        diary = resources.diary()
        if opened.task == "copy":
            _draw_source(diary.today())
        entries = _entries(diary)
        _draw_boxes(entries, opened)
        if opened.task == "copy":
            _draw_target(diary.today())
            _draw_copy(entries, opened)
        else:
            _draw_save(entries, opened)
        actions.draw_answer(PLACE)


def _draw_source(today: date) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _day_field("From", _FROM, today)
        st.selectbox(
            "What",
            (WHOLE_DAY, *MEALS),
            key=_WHAT,
            format_func=lambda what: "The whole day" if what == WHOLE_DAY else what.capitalize(),
            width=150,
            on_change=actions.forget,
        )


def _draw_target(today: date) -> None:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        _day_field("Onto", _ONTO, today)
        st.selectbox(
            "As",
            (_AS_THEY_WERE, *MEALS),
            key=_AS,
            format_func=lambda meal: "As they were" if meal == _AS_THEY_WERE else meal.capitalize(),
            width=150,
            on_change=actions.forget,
        )


def _day_field(label: str, key: str, today: date) -> None:
    """Draw a field for a day; its label says which one it is, as a person calls it."""
    day: date | None = st.session_state[key]
    st.date_input(
        label if day is None else f"{label} {day_called(day, today)}",
        key=key,
        min_value=FIRST_DAY,
        max_value=LAST_DAY,
        format="YYYY-MM-DD",
        width=136,
        on_change=actions.forget,
    )


def _entries(diary: Diary) -> list[Entry]:
    """Return what the source has now, by meal; another window may have changed it. Nothing without a day."""
    day: date | None = st.session_state[_FROM]
    by_meal = {} if day is None else meals_of(diary, day)
    what = st.session_state[_WHAT]
    return [entry for meal in by_meal if what in (WHOLE_DAY, meal) for entry in by_meal[meal]]


def _draw_boxes(entries: Sequence[Entry], opened: _Opened) -> None:
    if not entries:
        st.info(_nothing_words(st.session_state[_FROM], st.session_state[_WHAT]), icon=":material/info:")
        return
    scrolls = len(entries) >= _MOST_ROWS
    with st.container(gap="xxsmall", height=_LIST_HEIGHT if scrolls else "content", border=scrolls):
        _draw_tick_all([_box(entry, opened) for entry in entries])
        for meal, of_meal in groupby(entries, key=lambda entry: entry.meal):
            st.caption(meal.capitalize())
            for entry in of_meal:
                key = _box(entry, opened)
                st.session_state.setdefault(key, True)
                label = plain(f"{entry.name} · {said(entry.amount, entry.measure)}")
                st.checkbox(label, key=key, on_change=actions.forget)


def _nothing_words(day: date | None, what: str) -> str:
    if day is None:
        return "Choose a day to copy from."
    return f"Nothing is logged{'' if what == WHOLE_DAY else f' for {what}'} on {date_words(day)}."


def _draw_tick_all(keys: Sequence[str]) -> None:
    if len(keys) < 2:
        return
    all_ticked = all(st.session_state.get(key, True) for key in keys)
    words = "Untick all" if all_ticked else "Tick all"
    st.button(words, key="copying.all", type="tertiary", on_click=_tick, args=(keys, not all_ticked))


def _box(entry: Entry, opened: _Opened) -> str:
    return f"copying.box.{opened.number}.{entry.id}"


def _tick(keys: Sequence[str], ticked: bool) -> None:
    actions.forget()
    for key in keys:
        st.session_state[key] = ticked


def _ticked(entries: Sequence[Entry], opened: _Opened) -> list[Entry]:
    return [entry for entry in entries if st.session_state.get(_box(entry, opened), True)]


def _counted(count: int) -> str:
    return f"{count} {'entry' if count == 1 else 'entries'}"


def _draw_copy(entries: Sequence[Entry], opened: _Opened) -> None:
    count = len(_ticked(entries, opened))
    st.button(
        f"Copy {_counted(count)}",
        key="copying.copy",
        type="primary",
        disabled=count == 0,
        on_click=_copy,
        args=(entries, opened),
    )


def _copy(entries: Sequence[Entry], opened: _Opened) -> None:
    """Copy the entries that are ticked, as the dialog shows them; it closes only once they are saved."""
    onto: date | None = st.session_state[_ONTO]
    chosen, meal = _ticked(entries, opened), st.session_state[_AS]
    as_meal: Meal | None = None if meal == _AS_THEY_WERE else meal
    to_meal = "" if as_meal is None else f", {as_meal}"

    def copy(diary: Diary, sure: bool) -> Change:
        if onto is None:
            raise RefusedError("Choose a day to copy onto.")
        return diary.copy(chosen, onto, as_meal, sure=sure)

    where = "" if onto is None else f" to {date_words(onto)}"
    actions.perform(Action(f"Copied {_counted(len(chosen))}{where}{to_meal}", copy, PLACE, then=_close))


def _draw_save(entries: Sequence[Entry], opened: _Opened) -> None:
    with st.form("copying.save_form", border=False):
        st.text_input("Name", key=_NAME, placeholder="my porridge")
        st.form_submit_button(
            "Save as a meal", key="copying.save", type="primary", on_click=_save, args=(entries, opened)
        )


def _save(entries: Sequence[Entry], opened: _Opened) -> None:
    """Save the entries that are ticked under the name that was typed, and say how to log them by it."""
    chosen, name = _ticked(entries, opened), " ".join(str(st.session_state[_NAME]).split())
    mine = name if name.casefold().startswith("my ") else f"my {name}"

    def done() -> None:
        actions.say(f"Saved. In the line above, “{mine}” logs it, and “half {mine}” half of it.")
        _close()

    actions.perform(
        Action(f"Saved the meal “{name}”", lambda diary, _sure: meals.save(diary, name, chosen), PLACE, then=done)
    )
