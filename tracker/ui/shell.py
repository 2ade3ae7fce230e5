"""The frame around every page: its settings, the way in, and failures said in one sentence.

A fresh server that is first opened at /weeks runs pages/weeks.py without app.py, so without navigation and gate. Each
page therefore begins with `enter`, which sends such a session through app.py and back, with the parameters of its
address.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import streamlit as st

from tracker.errors import TrackerError
from tracker.ui import address
from tracker.ui.text import plain

_THROUGH: Final = "shell.through"
_NOTED: Final = "shell.noted"
# A file of ours: icons by name are fetched from a font server.
_ICON: Final = Path(__file__).parent / "drop.svg"
_LOG: Final = logging.getLogger(__name__)


def start() -> None:
    """Run the page that the address asks for; all of app.py."""
    st.set_page_config(page_title="Water, magnesium, vitamin D", page_icon=str(_ICON), layout="centered")
    page = st.navigation(
        [
            st.Page("pages/today.py", title="Today", icon=":material/today:", default=True),
            st.Page("pages/weeks.py", title="Weeks", icon=":material/compare_arrows:"),
            st.Page("pages/foods.py", title="Foods", icon=":material/nutrition:"),
            st.Page("pages/targets.py", title="Targets", icon=":material/flag:"),
            st.Page("pages/about.py", title="About", icon=":material/info:"),
        ],
        position="top",
    )
    st.session_state[_THROUGH] = True
    noted = st.session_state.pop(_NOTED, None)
    if noted is not None:
        path, parameters = noted
        st.switch_page(path, query_params=parameters)
    page.run()


def enter(path: str) -> None:
    """Send a session that has not been through app.py there and back to `path`; the first call of every page."""
    if _THROUGH not in st.session_state:
        st.session_state[_NOTED] = (path, st.query_params.to_dict())
        st.switch_page("app.py")
    address.note()


@contextmanager
def explained() -> Iterator[None]:
    """Say on the page what went wrong inside the block; what is drawn before and after it stays.

    An error without a sentence of its own is written to the server's log and not shown in detail.
    """
    try:
        yield
    except TrackerError as error:
        st.error(plain(str(error)), icon=":material/error:")
    except Exception:  # noqa: BLE001  # the last resort: whatever it was is logged, and the page lives on
        _LOG.exception("A part of a page failed")
        st.error(
            "This part of the page failed; the app's log says why. What you saved is safe. Reload to try again.",
            icon=":material/error:",
        )
