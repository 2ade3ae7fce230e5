"""What a run of a page works with: the diary of this person, and what finds their foods.

The database connection and what finds the foods of the table are made once a process; a Diary is made for each run,
because it is cheap and knows the clock of this browser. What cannot be opened is tried again on the next run, so that
a repaired file needs no restart.
"""

import os
from collections.abc import Sequence

import streamlit as st

from tracker import days
from tracker.again.habits import foods_of
from tracker.diary import Diary
from tracker.food_columns import FoodColumns
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.own_food import OwnFood
from tracker.store import Store, open_store
from tracker.store.address import ENVIRONMENT_VARIABLE
from tracker.ui.text import follow


def diary() -> Diary:
    """Return the diary of the one local person, on their clock or that of this browser.

    Amounts of this session read in its units from here on. Raises a child of DatabaseError.
    """
    opened = Diary(_store(os.environ.get(ENVIRONMENT_VARIABLE)), days.time_zone(st.context.timezone))
    follow(opened)
    return opened


# The address is in the key so that a process told of another diary never meets the connection to the first.
@st.cache_resource(show_spinner=False, max_entries=4)
def _store(url: str | None) -> Store:
    return open_store(url)


@st.cache_resource(show_spinner=False)
def shared_foods() -> Foods:
    """Return what finds the foods of the table, which all share. Raises FoodFileError when it cannot be read."""
    return Foods.of(load_foods())


def foods(of: Diary | None = None) -> Foods:
    """Return what finds foods for this person: their own foods and saved meals over the table.

    of: the diary of this run, when there is one already. Reads what is the person's own anew at each call. Raises
    FoodFileError when the table cannot be read at all, or a child of DatabaseError.
    """
    return foods_of(diary() if of is None else of, shared_foods())


def food_columns(own: Sequence[OwnFood]) -> FoodColumns:
    """Return the figures of all foods, to rank them by: of the table that all share, and of a person's own foods.

    own: as they were just read. Raises FoodFileError when the table cannot be read at all.
    """
    return _columns_with(" ".join(f"{food.id} {food.version} {food.updated_at}" for food in own), own)


@st.cache_resource(show_spinner=False)
def _shared_columns() -> FoodColumns:
    return FoodColumns.of(shared_foods().table)


# Not by person: by the state of the foods, so that a change made by another process is another key.
@st.cache_resource(show_spinner=False, max_entries=8)
def _columns_with(state: str, _own: Sequence[OwnFood]) -> FoodColumns:  # noqa: ARG001  # it is the key
    return _shared_columns().with_own(food.as_food() for food in _own)
