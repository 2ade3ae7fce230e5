"""Rows that open where they stand, the one opened last in the address, which is its link: ?food=<own id>, ?meal=<id>.

A row is one element until it is opened, and draws what it holds only then.
"""

from collections.abc import Collection
from typing import Final

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from tracker.ui import address

FOOD: Final = "food"
MEAL: Final = "meal"
SUPPLEMENT: Final = "supplement"
# Stands in the address for the form of a new food; no id is so short.
NEW: Final = "new"
# The view of the page that rows stand in; the address names it, so that it stays when a row is closed.
_VIEW: Final = {"view": "mine"}


def row(kind: str, row_id: str, label: str, icon: str | None = None) -> DeltaGenerator | None:
    """Draw a row; return the container to draw what it holds, None while it is closed.

    kind: FOOD, MEAL or SUPPLEMENT. label: Markdown, with people's words escaped.
    """
    key = _key(kind, row_id)
    # Set anew each time: a row whose label changes is another one to the browser, and would close.
    st.session_state[key] = st.session_state.get(key, st.query_params.get(kind) == row_id)
    expander = st.expander(label, key=key, icon=icon, on_change=_note, args=(kind, row_id))
    return expander if expander.open else None


def close(kind: str, row_id: str) -> None:
    """Close a row, from a callback."""
    st.session_state[_key(kind, row_id)] = False
    _note(kind, row_id)


def is_lost(kind: str, ids: Collection[str]) -> bool:
    """Whether the address names a row of that kind that is not there."""
    asked = st.query_params.get(kind)
    return asked is not None and asked != NEW and asked not in ids


@address.changing()
def _note(kind: str, row_id: str) -> None:
    """Put the row that was just opened into the address, or take the one out that was closed."""
    others = {
        name: text for name, text in st.query_params.to_dict().items() if name not in {FOOD, MEAL, SUPPLEMENT, *_VIEW}
    }
    if st.session_state.get(_key(kind, row_id)):
        st.query_params.from_dict(others | _VIEW | {kind: row_id})
    elif st.query_params.get(kind) == row_id:
        st.query_params.from_dict(others | _VIEW)


def _key(kind: str, row_id: str) -> str:
    return f"foods.row.{kind}.{row_id}"
