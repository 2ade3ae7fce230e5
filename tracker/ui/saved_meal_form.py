"""The fields of a saved meal: its name, and of each part its amount or that it is to go."""

from dataclasses import replace
from typing import Final

import streamlit as st

from tracker.errors import RefusedError
from tracker.saved_meal import MealPart, SavedMeal
from tracker.ui.amounts import weigh
from tracker.ui.text import measure_words, plain, typed

_GRAM: Final = "g"


def draw(meal: SavedMeal) -> None:
    """Draw the fields inside a form, filled with what is saved; what is being typed stays."""
    st.session_state.setdefault(_key("name", meal), meal.name)
    st.text_input("Name", key=_key("name", meal), width=300)
    with st.grid(2, min_column_width=140, gap="xsmall", vertical_alignment="bottom"):
        for index, part in enumerate(meal.parts):
            st.session_state.setdefault(_key(f"amount.{index}", meal), typed(part.amount))
            name = f"{plain(part.name)}, {plain(measure_words(part.measure))}"
            st.text_input(name, key=_key(f"amount.{index}", meal))
            st.checkbox(f"Remove {plain(part.name)}", key=_key(f"remove.{index}", meal), wrap=True)


def read(meal: SavedMeal) -> SavedMeal:
    """Return the meal as the form shows it. Raises RefusedError when a field says nothing that can be."""
    parts = [_read_part(index, part, meal) for index, part in enumerate(meal.parts)]
    return replace(meal, name=_typed("name", meal), parts=tuple(part for part in parts if part is not None))


def changed_words(meal: SavedMeal) -> str:
    """Return what was typed over what is saved, to be typed again: "name porridge, 60 g Oats"."""
    changed = [] if _typed("name", meal) == meal.name else [f"name {_typed('name', meal)}"]
    for index, part in enumerate(meal.parts):
        if _is_removed(index, meal):
            changed.append(f"without {part.name}")
        elif _typed(f"amount.{index}", meal) != typed(part.amount):
            changed.append(f"{_typed(f'amount.{index}', meal)} {part.measure} {part.name}")
    return ", ".join(changed) or "nothing new"


def _read_part(index: int, part: MealPart, meal: SavedMeal) -> MealPart | None:
    """Return a part as the form shows it; None when it is to go. One left alone stays exactly as it was."""
    if _is_removed(index, meal):
        return None
    text = _typed(f"amount.{index}", meal)
    if text == typed(part.amount):
        return part
    measures = {part.measure: part.grams / part.amount, _GRAM: 1.0} if part.grams else {part.measure: 1.0}
    try:
        said = weigh(text, part.measure, measures, None)
        if part.grams:
            return part.resized(said.amount, said.measure, said.grams)
        if said.measure != part.measure:
            raise RefusedError(f"Write a number of {part.measure}.")
    except RefusedError as error:
        raise RefusedError(f"{part.name}: {error}") from None
    # A pill, or an imported row, has no weight to go by.
    return part.scaled(said.amount / part.amount)


def _is_removed(index: int, meal: SavedMeal) -> bool:
    return bool(st.session_state.get(_key(f"remove.{index}", meal)))


def _typed(field: str, meal: SavedMeal) -> str:
    return str(st.session_state.get(_key(field, meal)) or "")


def _key(field: str, meal: SavedMeal) -> str:
    # Another form once the meal was changed, here or in another window.
    return f"meals.{field}.{meal.id}.{meal.version}"
