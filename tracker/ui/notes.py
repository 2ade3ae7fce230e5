"""Small print that can be read: st.caption pales text and links below a contrast of 4.5 to 1."""

import streamlit as st


def note(text: str) -> None:
    """Draw a note in small type at full contrast. text: Markdown of ours, never of people."""
    st.markdown(f":small[{text}]")
