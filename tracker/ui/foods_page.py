"""The Foods page: what a person added to the table all share."""

import streamlit as st


def draw() -> None:
    """Draw the page."""
    st.title("Foods", anchor=False)
