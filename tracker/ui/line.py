"""One line logs a meal: a field for what was had, and the review of how it was understood.

Enter shows the review; nothing is saved before the person says so there. The field and the review are a fragment of
their own, so that answering a question redraws nothing else.
"""

from datetime import date
from typing import Final

import streamlit as st

from tracker.errors import TrackerError
from tracker.ui import actions, resources, review, review_rows, shell
from tracker.ui.text import plain

_LINE: Final = "line.text"
_BACK: Final = "line.back"
_NOTHING: Final = "line.nothing"
_MOST_CHARACTERS: Final = 5000
_PLACEHOLDER: Final = "30 g almonds, 2 cups cooked spinach"


@st.fragment(key="line")
def draw(day: date, fragment: str) -> None:
    """Draw the field and, once a line was entered, its review.

    What is saved is saved on `day`; the part of the page called `fragment` is drawn anew then.
    """
    with shell.explained():
        # Here and not in the callback, after which the browser empties the field.
        if _BACK in st.session_state:
            st.session_state[_LINE] = st.session_state.pop(_BACK)
        st.chat_input(_PLACEHOLDER, key=_LINE, max_chars=_MOST_CHARACTERS, on_submit=_read)
        nothing_in = st.session_state.pop(_NOTHING, None)
        if nothing_in is not None:
            st.info(f"Nothing to log in “{plain(nothing_in)}”.", icon=":material/info:")
        with st.container():
            review.draw(day, fragment, change_words)


def _read() -> None:
    """Read the line that was entered; its items join those that wait in the review."""
    line = str(st.session_state.get(_LINE) or "")
    actions.forget()
    try:
        found = review_rows.add(line, resources.diary())
    except TrackerError as error:
        st.session_state[_BACK] = line
        actions.fail(error, review.PLACE)
    else:
        if not found:
            st.session_state[_NOTHING] = line.strip()[:60]


def change_words() -> None:
    """Put the words of the review back into the field."""
    st.session_state[_BACK] = review_rows.take_words()
