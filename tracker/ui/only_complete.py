"""Whether means are over days marked complete alone: ?complete=1 in the address."""

from typing import Final

import streamlit as st

from tracker.ui import address

_KEY: Final = "weeks.complete"


def chosen() -> bool:
    """Return what the address says; no, when it says nothing that can be."""
    return address.chosen("complete", ("0", "1"), "0")[0] == "1"


def draw() -> bool:
    """Draw the switch and return what the address says."""
    st.session_state[_KEY] = chosen()
    st.toggle("Only days marked complete", key=_KEY, on_change=_picked)
    return chosen()


def _picked() -> None:
    address.write("complete", "1" if st.session_state[_KEY] else "0", "0")
