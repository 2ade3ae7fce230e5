"""Notes that are due: a few at a time, quietly, each with its source and closed with one tap."""

from collections.abc import Sequence
from datetime import date
from typing import Final

import streamlit as st

from tracker.again import notices
from tracker.note_texts import Note
from tracker.ui import actions
from tracker.ui.actions import Action
from tracker.ui.notes import note

# More would be read by nobody; the next comes when one is closed.
_MOST: Final = 2


def draw(due: Sequence[Note], day: date | None) -> None:
    """Draw the first of the notes that are due; nothing when none is.

    day: the day they speak of, for which they can be closed; None for notes of no day, which are closed for good.
    """
    for each in due[:_MOST]:
        with st.container(border=True, gap="xsmall"):
            note(with_source(each))
            with st.container(horizontal=True, gap="small"):
                if day is not None:
                    st.button("OK", key=f"notes.ok.{each.id}", type="tertiary", on_click=_close, args=(each, day))
                st.button(
                    "Known, do not show it again",
                    key=f"notes.known.{each.id}",
                    type="tertiary",
                    on_click=_close,
                    args=(each, None),
                )


def with_source(shown: Note) -> str:
    """Return a note as Markdown, its source behind it."""
    source = f"[{shown.source_name}]({shown.source})" if shown.source else shown.source_name
    return f"{shown.text} ({source})"


def _close(closed: Note, day: date | None) -> None:
    how = "Closed a note for this day" if day is not None else "A note is known and will not be shown again"
    actions.perform(Action(how, lambda diary, _sure: notices.close(diary, closed.id, day), toast=False))
