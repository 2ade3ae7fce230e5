"""Choices that are kept in the address, so that what a page shows is a link.

The address is read when the page is drawn and written by callbacks; the default choice is left out of it.
"""

from collections.abc import Collection, Iterator, Mapping
from contextlib import contextmanager
from typing import Final

import streamlit as st

from tracker.ui.text import plain

_SHOWN: Final = "address.shown"


def note() -> None:
    """Keep what the address says, which is what the page shows; called as each page begins."""
    st.session_state[_SHOWN] = st.query_params.to_dict()


@contextmanager
def changing() -> Iterator[None]:
    """Decorate a callback that reads and writes the address.

    A choice made quickly after another one comes with the address from before both, because the browser had not been
    told of the first: what the page shows is put back, so that the first choice is not lost.
    """
    shown = st.session_state.get(_SHOWN)
    if shown is not None and st.query_params.to_dict() != shown:
        st.query_params.from_dict(shown)
    yield
    note()


def draw_choice(
    name: str, parameter: str, words: Mapping[str, str], otherwise: str, drops: Collection[str] = ()
) -> str:
    """Draw a choice of a few, with a sentence when the address asks for another, and return the one in the address.

    name: what is chosen, for screen readers. words: what each value of the parameter is called. otherwise: the default.
    drops: parameters that another choice takes out of the address.
    """
    value, problem = chosen(parameter, words, otherwise)
    key = f"address.{parameter}"
    st.session_state[key] = value
    st.segmented_control(
        name,
        list(words),
        key=key,
        required=True,
        # In its own colour the chosen one has too little contrast on the dark theme; its frame tells it apart.
        format_func=lambda one: f":gray[{words[one]}]",
        label_visibility="collapsed",
        on_change=_picked,
        args=(parameter, otherwise, drops),
    )
    if problem:
        st.info(plain(problem), icon=":material/link:")
    return value


def chosen(parameter: str, allowed: Collection[str], otherwise: str) -> tuple[str, str | None]:
    """Return what the address says for a parameter, and a sentence when that is none of what is allowed.

    otherwise: of `allowed`, when the address says nothing or nothing that can be. The sentence is plain text.
    """
    text = st.query_params.get(parameter, otherwise)
    return (text, None) if text in allowed else (otherwise, none_of(text, parameter, allowed, otherwise))


def none_of(text: str, parameter: str, allowed: Collection[str], otherwise: str) -> str:
    """Return the sentence for a text that is none of what is allowed, and what is shown instead; plain text."""
    *others, last = allowed
    return f"{text[:40]!r} is no {parameter} of this page: {', '.join(others)} or {last}. Here is {otherwise}."


@changing()
def write(parameter: str, value: str, otherwise: str) -> None:
    """Write a choice into the address, from a callback; nothing where it is the default."""
    if value == otherwise:
        st.query_params.pop(parameter, None)
    else:
        st.query_params[parameter] = value


@changing()
def _picked(parameter: str, otherwise: str, drops: Collection[str]) -> None:
    value = st.session_state[f"address.{parameter}"] or otherwise
    if drops:
        # In one step, so that the way back has one step too.
        kept = {name: text for name, text in st.query_params.to_dict().items() if name not in {parameter, *drops}}
        st.query_params.from_dict(kept if value == otherwise else kept | {parameter: value})
    else:
        write(parameter, value, otherwise)
