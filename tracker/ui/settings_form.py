"""Units and clock on the Targets page: they change what is shown, never what is stored."""

from dataclasses import replace
from functools import cache
from typing import Any, Final
from zoneinfo import available_timezones

import streamlit as st

from tracker.errors import TrackerError
from tracker.settings import PINTS_ML, Settings
from tracker.ui import glasses, resources
from tracker.ui.notes import note
from tracker.ui.text import html, plain, volume_words
from tracker.units import Units

_PLACE: Final = "settings"
_GLASS: Final = f"{_PLACE}.glass"
_BEFORE: Final = "settings_form.before"
_DONE: Final = "settings_form.done"
_FAILED: Final = "settings_form.failed"
_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def draw(settings: Settings) -> None:
    """Draw all settings, filled with what is saved; nothing is saved before the button is pressed."""
    for name, value in _choices(settings).items():
        st.session_state.setdefault(_key(name), value)
    with st.form("settings", border=False):
        with st.grid(3, min_column_width=170):
            st.radio("Volumes first in", ["mL", "fl oz"], key=_key("volume"), horizontal=True)
            st.radio("Vitamin D first in", ["IU", "µg"], key=_key("vitamin_d"), horizontal=True)
            st.radio("Weights in", ["g", "oz"], key=_key("weight"), horizontal=True)
        st.radio("A pint is", list(PINTS_ML), key=_key("pint"), format_func=_pint_words, horizontal=True)
        with st.container(horizontal=True):
            glasses.draw(_GLASS, settings)
        with st.grid(3, min_column_width=170):
            st.selectbox("A day starts at", range(24), key=_key("start"), format_func=lambda hour: f"{hour:02d}:00")
            st.selectbox("A week starts on", range(7), key=_key("weekday"), format_func=_WEEKDAYS.__getitem__)
            st.selectbox("Time zone", _zones(settings.time_zone), key=_key("zone"), format_func=_zone_words)
        note("They change what is shown, never what is stored. A snack at 01:30 belongs to the day before.")
        st.form_submit_button("Set units and clock", key="settings.save", on_click=_save)
    _draw_outcome()


def _draw_outcome() -> None:
    """Draw how the last save went, right below its button."""
    failed = st.session_state.pop(_FAILED, None)
    if failed is not None:
        st.error(plain(failed), icon=":material/error:")
    elif _DONE in st.session_state:
        with st.container(horizontal=True, vertical_alignment="center"):
            st.html(f'<span role="status">{html(st.session_state[_DONE])}</span>', width="content")
            if _BEFORE in st.session_state:
                st.button("Undo", key="settings.undo", icon=":material/undo:", type="tertiary", on_click=_undo)


def _save() -> None:
    st.session_state.pop(_DONE, None)
    try:
        diary = resources.diary()
        before = diary.settings
        after = _typed(before)
        if after != before:
            diary.save_settings(after)
    except TrackerError as error:
        st.session_state[_FAILED] = str(error)
        return
    _forget()
    st.session_state[_BEFORE] = before
    st.session_state[_DONE] = _changes(before, after)
    if after == before:
        del st.session_state[_BEFORE]


def _undo() -> None:
    before: Settings = st.session_state.pop(_BEFORE)
    try:
        resources.diary().save_settings(before)
    except TrackerError as error:
        st.session_state[_FAILED] = str(error)
        return
    _forget()
    st.session_state[_DONE] = "Undone: units and clock are as they were before."


def _typed(before: Settings) -> Settings:
    """Return the settings as the form shows them. Raises RefusedError for a glass that cannot be."""
    chosen: dict[str, Any] = {name: st.session_state[_key(name)] for name in _choices(before)}
    return replace(
        glasses.read(_GLASS, before),
        units=Units(chosen["volume"], chosen["vitamin_d"], chosen["weight"]),
        pint_ml=chosen["pint"],
        day_start_hour=chosen["start"],
        first_weekday=chosen["weekday"],
        time_zone=chosen["zone"],
    )


def _choices(settings: Settings) -> dict[str, Any]:
    """Return by field what it shows before anything is chosen; glasses have fields of their own."""
    return {
        "volume": settings.units.volume,
        "vitamin_d": settings.units.vitamin_d,
        "weight": settings.units.weight,
        "pint": settings.pint_ml,
        "start": settings.day_start_hour,
        "weekday": settings.first_weekday,
        "zone": settings.time_zone,
    }


def _changes(before: Settings, after: Settings) -> str:
    pairs = [
        ("volumes", before.units.volume, after.units.volume),
        ("vitamin D", before.units.vitamin_d, after.units.vitamin_d),
        ("weights", before.units.weight, after.units.weight),
        ("pint", _pint_words(before.pint_ml), _pint_words(after.pint_ml)),
        ("glasses", _glasses_words(before), _glasses_words(after)),
        ("the day starts at", f"{before.day_start_hour:02d}:00", f"{after.day_start_hour:02d}:00"),
        ("the week starts on", _WEEKDAYS[before.first_weekday], _WEEKDAYS[after.first_weekday]),
        ("time zone", _zone_words(before.time_zone), _zone_words(after.time_zone)),
    ]
    changed = "; ".join(f"{what} {was} → {will}" for what, was, will in pairs if was != will)
    return f"Saved: {changed}" if changed else "Nothing was changed."


def _glasses_words(settings: Settings) -> str:
    return ", ".join(volume_words(glass_ml) for glass_ml in settings.glasses_ml)


def _pint_words(pint_ml: float) -> str:
    return f"{pint_ml:.0f} mL ({PINTS_ML[pint_ml]})"


def _zone_words(name: str) -> str:
    return name.replace("_", " ") if name else "that of this browser"


def _zones(chosen: str) -> list[str]:
    names = _all_zones()
    return ["", *([] if not chosen or chosen in names else [chosen]), *names]


@cache
def _all_zones() -> tuple[str, ...]:
    """Return the names of places; the rest are aliases and offsets."""
    return tuple(sorted(name for name in available_timezones() if "/" in name and not name.startswith("Etc/")))


def _forget() -> None:
    """Let the fields begin anew with what is saved."""
    for key in [key for key in st.session_state if str(key).startswith(f"{_PLACE}.")]:
        del st.session_state[key]


def _key(name: str) -> str:
    return f"{_PLACE}.{name}"
