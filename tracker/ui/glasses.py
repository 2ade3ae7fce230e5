"""The fields of a person's own glasses: one that must be there, and more that may be left empty.

They are text, see `figures`, in the unit volumes are shown in; another unit is another field.
"""

from dataclasses import replace
from typing import Final

import streamlit as st

from tracker.errors import RefusedError
from tracker.settings import MOST_GLASSES, Settings, whole
from tracker.ui.figures import read_figure, shown
from tracker.ui.text import WATER, unit_words, volume_said, volume_words
from tracker.units import from_unit

# A small shot glass; less is more often ounces in a field of millilitres.
_LEAST_ML: Final = 20.0
_NAMES = ("My glass", "Another glass", "A third glass", "A fourth glass")


def draw(place: str, settings: Settings) -> None:
    """Draw the fields, filled with what is saved; one more than there are glasses. place: names them."""
    for index in range(min(MOST_GLASSES, len(settings.glasses_ml) + 1)):
        st.session_state.setdefault(_key(place, index), _seed(settings, index))
        st.text_input(f"{_NAMES[index]}, {unit_words(WATER)}", key=_key(place, index), width=150)


def read(place: str, settings: Settings) -> Settings:
    """Return the settings with the glasses as they are typed; an empty one goes, and the next moves up.

    Raises RefusedError, in one sentence, when a field says nothing that can be, or all are empty.
    """
    glasses_ml = [size_ml for index in range(MOST_GLASSES) if (size_ml := _read(place, settings, index)) is not None]
    if not glasses_ml:
        raise RefusedError("Say how much your glass holds: with none at all there would be nothing to tap.")
    return replace(settings, own_glass_ml=glasses_ml[0], more_glasses_ml=tuple(glasses_ml[1:]))


def forget(place: str) -> None:
    """Let the fields begin anew with what is saved."""
    for index in range(MOST_GLASSES):
        st.session_state.pop(_key(place, index), None)


def _read(place: str, settings: Settings, index: int) -> float | None:
    seed = _seed(settings, index)
    text = str(st.session_state.get(_key(place, index), seed))
    if text == seed:
        # A field shows few digits; one that was left alone keeps all it has.
        return settings.glasses_ml[index] if index < len(settings.glasses_ml) else None
    unit = unit_words(WATER)
    size = read_figure(text, _NAMES[index], unit)
    if size is None:
        return None
    # Fine enough to be the same fl oz again, coarse enough to be read in mL.
    size_ml = float(whole("Your glass", size)) if unit == "mL" else round(from_unit(size, "fl oz"), 2)
    if 0 < size_ml < _LEAST_ML:
        raise RefusedError(f"A glass of {volume_words(size_ml)} holds no more than a sip: is the figure in {unit}?")
    return size_ml


def _seed(settings: Settings, index: int) -> str:
    glasses_ml = settings.glasses_ml
    return shown(volume_said(glasses_ml[index])[0]) if index < len(glasses_ml) else ""


def _key(place: str, index: int) -> str:
    more = f".{index}" if index else ""
    return f"{place}{more}" if unit_words(WATER) == "mL" else f"{place}{more}.oz"
