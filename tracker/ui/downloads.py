"""Tables to take along: a button for each, whose file is made when it is pressed."""

from collections.abc import Callable, Mapping
from functools import partial

import streamlit as st


def draw(stem: str, files: Mapping[str, Callable[[], str]]) -> None:
    """Draw a button for each CSV, side by side.

    stem: what the names of the files begin with. files: the name of each table and what makes its text.
    """
    with st.container(horizontal=True, gap="small"):
        for name, make in files.items():
            st.download_button(
                f"{name} (CSV)",
                partial(_file, make),
                file_name=f"{stem}-{name.lower()}.csv",
                mime="text/csv",
                key=f"downloads.{name.lower()}",
                icon=":material/download:",
                type="tertiary",
                on_click="ignore",
            )


def _file(make: Callable[[], str]) -> bytes:
    """Return a file that spreadsheets read as UTF-8, which they take for something else without the mark in front."""
    return make().encode("utf-8-sig")
