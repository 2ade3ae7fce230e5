"""What narrows and orders the list of all foods: words, group, nutrient, basis, and what only is shown.

Every choice stands in the address; the fields show what it says.
"""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from tracker.foods import GROUPS
from tracker.ui import address, foods_address
from tracker.ui.foods_address import ANY_GROUP, EVERYDAY, MATCH, NAME, ONLY_WORDS, PER_WORDS, WHOLE, Asked
from tracker.ui.own_food_form import GROUP_WORDS
from tracker.ui.text import WATER, label

_ORDER_WORDS: Final = {MATCH: "Best match", NAME: "Name, A to Z"}
# As on a label's form, but shorter where it is seen often.
GROUP_NAMES: Final = {group: GROUP_WORDS[group] for group in GROUPS} | {"drinks": "Drinks"}
_GROUP_CHOICES: Final = {ANY_GROUP: "All groups"} | GROUP_NAMES


def shown_key(key: str) -> str:
    """Return the key under which amounts of a nutrient are shown: the water of a food in mL."""
    return WATER if key == "water_g" else key


def draw(asked: Asked) -> None:
    """Draw the fields."""
    _seed("q", asked.words)
    st.text_input(
        "Find foods",
        key=_key("q"),
        type="search",
        # Longer than between the letters of most people: what is written into the address is a step of the way back.
        live="350ms",
        placeholder="Its name, for example cooked spinach",
        label_visibility="collapsed",
        on_change=_typed,
    )
    by, otherwise = foods_address.orders(asked.words), foods_address.default_order(asked.words)
    with st.grid(3, min_column_width=130, gap="xsmall"):
        _draw_choice("group", "Group", _GROUP_CHOICES, asked.group or ANY_GROUP, ANY_GROUP)
        names = {one: _ORDER_WORDS.get(one) or label(shown_key(one)) for one in by}
        _draw_choice("by", "Ranked by", names, asked.by, otherwise)
        _draw_choice("per", "Amounts in", PER_WORDS, asked.per, foods_address.PORTION)
    if set(st.session_state.get(_key("only"), ())) != asked.only:
        st.session_state[_key("only")] = [one for one in ONLY_WORDS if one in asked.only]
    st.pills(
        "Only",
        list(ONLY_WORDS),
        key=_key("only"),
        selection_mode="multi",
        # In its own colour a chosen one has too little contrast on the dark theme; its frame tells it apart.
        format_func=lambda one: f":gray[{ONLY_WORDS[one]}]",
        label_visibility="collapsed",
        on_change=_narrowed,
    )


def _draw_choice(name: str, title: str, words: Mapping[str, str], value: str, otherwise: str) -> None:
    _seed(name, value)
    st.selectbox(
        title,
        list(words),
        key=_key(name),
        format_func=words.__getitem__,
        on_change=_chosen,
        args=(name, otherwise),
    )


def _seed(name: str, value: str) -> None:
    """Show what the address says; a field that says so already is left alone, for somebody may be typing in it."""
    if st.session_state.get(_key(name)) != value:
        st.session_state[_key(name)] = value


@address.changing()
def _typed() -> None:
    """Write the words into the address; an order chosen by relevance goes with the words it belonged to.

    Words are looked for in the whole table: the everyday foods that the page begins with go with the first word and
    come back after the last.
    """
    typed, before = str(st.session_state[_key("q")] or ""), foods_address.asked()
    words, changes = typed.strip(), dict[str, str | None]()
    if before.by == MATCH:
        changes["by"] = None
    if words and not before.words.strip() and before.only == {EVERYDAY}:
        changes["only"] = WHOLE
    elif not words and before.words.strip() and "only" not in st.query_params:
        changes["only"] = EVERYDAY
    foods_address.write(q=typed if words else None, food=None, **changes)


def _chosen(name: str, otherwise: str) -> None:
    value = st.session_state[_key(name)]
    foods_address.write(**{name: None if value == otherwise else value}, food=None)


@address.changing()
def _narrowed() -> None:
    """Write what only is shown; what a person ate or starred is shown whole, not the everyday foods of it."""
    chosen, before = set(st.session_state[_key("only")]), foods_address.asked()
    if before.only == {EVERYDAY} and not before.words.strip() and len(chosen) > 1:
        chosen.discard(EVERYDAY)
    foods_address.write(only=",".join(one for one in ONLY_WORDS if one in chosen) or WHOLE, food=None)


def _key(name: str) -> str:
    return f"foods.list.{name}"
