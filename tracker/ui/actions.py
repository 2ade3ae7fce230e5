"""Verbs done from the screen: each is confirmed, can be undone, and asks or explains when it does not go through.

Callbacks call `perform`; the script that runs after them reads `outcome` and draws it. The changes of this browser
session are kept so that Undo can be pressed again and again, latest first.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final, Literal

import streamlit as st

from tracker.diary import Change, Diary
from tracker.errors import NeedsConfirmationError, TrackerError
from tracker.events import Event
from tracker.store import StaleEntryError
from tracker.ui import resources
from tracker.ui.text import date_words, html, plain

_OUTCOME: Final = "actions.outcome"
_DONE: Final = "actions.done"
_TOAST: Final = "actions.toast"
_MOST_UNDOS: Final = 50

Verb = Callable[[Diary, bool], Change]


@dataclass(frozen=True, slots=True)
class Action:
    """Something to do to the diary.

    words: what it did ("Added 30 g Almonds"). verb: does it; told whether the person is sure. subject: id of the entry
    it is about, or another name of the place where its questions are drawn. then: called once it is done. toast:
    confirm it at the top of the window as well, for what is done far from the line that confirms it. typed: what the
    person would have to type again if it fails.
    """

    words: str
    verb: Verb
    subject: str | None = None
    then: Callable[[], None] | None = None
    toast: bool = True
    typed: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How the last action went: done, asked (saved once the person is sure) or failed.

    text: a sentence. day: the day it changed, once done.
    """

    kind: Literal["done", "asked", "failed"]
    text: str
    action: Action
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Done:
    words: str
    change: Change


def perform(action: Action, *, sure: bool = False) -> bool:
    """Do an action and note how it went; return whether it was done. Nothing is saved unless it was."""
    try:
        change = action.verb(resources.diary(), sure)
    except NeedsConfirmationError as error:
        _note(Outcome("asked", str(error), action))
    except StaleEntryError as error:
        # The row now shows what the other window saved, so this stands above the list, with what would be lost.
        text = f"{error} You had typed {action.typed}." if action.typed else str(error)
        _note(Outcome("failed", text, replace(action, subject=None)))
        st.session_state[_TOAST] = text
    except TrackerError as error:
        _note(Outcome("failed", str(error), action))
        if action.toast and action.subject is None:
            st.session_state[_TOAST] = str(error)
    else:
        _note(Outcome("done", action.words, action, _day_of(change)))
        _done().append(_Done(action.words, change))
        del _done()[:-_MOST_UNDOS]
        if action.toast:
            st.session_state[_TOAST] = action.words
        if action.then is not None:
            action.then()
        return True
    return False


def outcome() -> Outcome | None:
    """Return how the last action of this session went; None before the first and after `forget`."""
    found: Outcome | None = st.session_state.get(_OUTCOME)
    return found


def forget() -> None:
    """Drop the last outcome: a question answered with no, a message that has been read."""
    st.session_state.pop(_OUTCOME, None)


def say(words: str) -> None:
    """Say a sentence once, in view of wherever the person is on the page."""
    st.session_state[_TOAST] = words


def fail(error: TrackerError, subject: str | None = None) -> None:
    """Note an action that could not even be begun."""
    _note(Outcome("failed", str(error), Action("", _nothing, subject)))


def confirm() -> None:
    """Do the action that was asked about, now that the person is sure."""
    asked = outcome()
    if asked is not None and asked.kind == "asked":
        perform(asked.action, sure=True)


def undoable() -> str | None:
    """Return what Undo would take back, in words; None when there is nothing."""
    return _done()[-1].words if _done() else None


def undo() -> None:
    """Take back the latest action of this session that is not taken back yet."""
    if not _done():
        return
    last = _done()[-1]
    try:
        taken_back = resources.diary().undo(last.change)
    except TrackerError as error:
        fail(error)
    else:
        st.session_state[_DONE] = [_Done(done.words, done.change.renewed(taken_back)) for done in _done()[:-1]]
        _note(Outcome("done", f"Undone: {last.words}", Action(last.words, _nothing), _day_of(last.change)))
        st.session_state[_TOAST] = f"Undone: {last.words}"


def draw_toast() -> None:
    """Say once, in view of wherever the person is on the page, what was just done or why it was not."""
    words = st.session_state.pop(_TOAST, None)
    if words is not None:
        st.toast(plain(words))


def draw_outcome(shown: date | None = None, *, is_earlier: bool = False) -> None:
    """Draw how the last action went, with Undo; what is asked about an entry in the list is drawn there.

    Where that was forgotten, the latest change that can still be undone. shown: the day on the page, None on a page
    that shows none; an action on another day names it. is_earlier: something stands beside it that is not saved, with
    which it must not be confused.
    """
    last = outcome()
    if last is not None and last.kind != "done":
        draw_answer(None)
        return
    if is_earlier:
        if undoable() is None:
            return
        words = f"Saved before, and still so: {undoable()}"
    elif last is not None:
        words = last.text + _elsewhere(last, shown)
    elif undoable() is not None:
        words = f"Last change: {undoable()}"
    else:
        return
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(f'<span role="status">{html(words)}</span>', width="content")
        if undoable():
            st.button("Undo", key="actions.undo", icon=":material/undo:", type="tertiary", on_click=undo)


def _elsewhere(last: Outcome, shown: date | None) -> str:
    named = date_words(last.day) if last.day is not None and last.day != shown else ""
    return f", on {named}" if named and named not in last.text else ""


def draw_answer(subject: str | None) -> None:
    """Draw why the last action about `subject` was not done: a failure, or a question with its two answers."""
    last = outcome()
    if last is None or last.kind == "done" or last.action.subject != subject:
        return
    if last.kind == "failed":
        st.error(plain(last.text), icon=":material/error:")
        return
    st.warning(plain(last.text), icon=":material/help:")
    with st.container(horizontal=True):
        st.button("Save anyway", key="actions.sure", type="primary", on_click=confirm)
        st.button("Do not save", key="actions.no", on_click=forget)


def _day_of(change: Change) -> date | None:
    # What is kept beside the diary is of no day, whatever entries change with it, but for what happened on one.
    events = [row for row in (*change.kept_after, *change.kept_before) if isinstance(row, Event)]
    entries = () if change.kept_after else (*change.after, *change.before)
    days = [*(event.day for event in events), *(entry.day for entry in entries)]
    return days[0] if days else None


def _done() -> list[_Done]:
    done: list[_Done] = st.session_state.setdefault(_DONE, [])
    return done


def _note(noted: Outcome) -> None:
    st.session_state[_OUTCOME] = noted


def _nothing(_diary: Diary, _sure: bool) -> Change:
    return Change((), ())
