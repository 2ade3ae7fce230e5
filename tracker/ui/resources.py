"""What a run of a page works with: the diary of this person, the food table and the search index.

The database connection, the table and the index are made once a process; a Diary is made for each run, because it is
cheap and knows the clock of this browser. What cannot be opened is tried again on the next run, so that a repaired
file needs no restart.
"""

import os

import streamlit as st

from tracker import days
from tracker.diary import Diary
from tracker.foods import FoodTable, load_foods
from tracker.search import FoodIndex
from tracker.store import Store, open_store
from tracker.store.address import ENVIRONMENT_VARIABLE


def diary() -> Diary:
    """Return the diary of the one local person, on the clock of this browser. Raises a child of DatabaseError."""
    return Diary(_store(os.environ.get(ENVIRONMENT_VARIABLE)), days.time_zone(st.context.timezone))


# The address is in the key so that a process told of another diary never meets the connection to the first.
@st.cache_resource(show_spinner=False, max_entries=4)
def _store(url: str | None) -> Store:
    return open_store(url)


@st.cache_resource(show_spinner=False)
def food_table() -> FoodTable:
    """Return all foods. Raises FoodFileError when the file cannot be read at all."""
    return load_foods()


@st.cache_resource(show_spinner=False)
def food_index() -> FoodIndex:
    """Return the search index over all foods. Raises FoodFileError when the table cannot be read."""
    return FoodIndex(food_table())
