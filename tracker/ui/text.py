"""Amounts as they are read, and people's words made harmless.

Names come from the food table, from files and from people. On the screen they are text, never markup: `plain` for
whatever streamlit reads as Markdown, `html` for what goes into an HTML element. Amounts read in the units the person
chose (`shown_in`); every page gets them here, so that none has to ask.
"""

import html as _html
import re
from contextvars import ContextVar
from datetime import date, timedelta
from typing import Final

import streamlit as st

from tracker import amount_words
from tracker.diary import Diary
from tracker.errors import TrackerError
from tracker.nutrients import NUTRIENTS
from tracker.units import Unit, Units, in_unit

WATER: Final = amount_words.WATER
_DIARY: Final = "text.diary"
# Of this run: a thread serves one browser session only, and a page has hundreds of amounts.
_followed: Final[ContextVar[Diary | None]] = ContextVar("followed", default=None)
_DEFAULT: Final = Units()
# The signs that Markdown, directives (:red[x]), HTML and formulas need; others stay, for a label is also read aloud.
_MARKUP: Final = re.compile(r"([!#$&()*+\-./:<=>@\[-`{-~])")
# Codes (:tada:, :material/home:) and addresses become icons and links after escapes are gone: their parts are kept
# apart.
_CODE: Final = re.compile(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER: Final = "\u2060"

number = amount_words.number
typed = amount_words.typed
measure_words = amount_words.measure_words


def plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    one_line = " ".join(text.split())
    return _MARKUP.sub(r"\\\1", _CODE.sub(_WORD_JOINER, one_line))


def html(text: str) -> str:
    """Return text that HTML shows as it is, also inside an attribute."""
    return _html.escape(text, quote=True)


def follow(diary: Diary) -> None:
    """Read amounts, in this browser session, in the units of this diary's person."""
    _followed.set(diary)
    if st.runtime.exists():
        st.session_state[_DIARY] = diary


def shown_in() -> Units:
    """Return the units of the person of this session; the default ones where nobody is known."""
    diary = _followed.get()
    if diary is None and st.runtime.exists():
        # A callback, on a thread of its own that has opened no diary yet.
        diary = st.session_state.get(_DIARY)
    try:
        return _DEFAULT if diary is None else diary.settings.units
    except TrackerError:
        return _DEFAULT


def unit_of(key: str) -> Unit | None:
    """Return the unit that WATER or a nutrient is shown in, when the person can choose it; else None."""
    return amount_words.unit_of(key, shown_in())


def in_shown_unit(key: str, value: float) -> float:
    """Return an amount, as it is stored, in the unit it is shown in, for a chart or a field."""
    unit = unit_of(key)
    return value if unit is None else in_unit(value, unit)


def unit_words(key: str) -> str:
    """Return the unit that WATER or a nutrient is shown in: "mL", "IU", "mg"."""
    return unit_of(key) or NUTRIENTS[key].unit


def said(amount: float, measure: str) -> str:
    """Return an amount with its measure as it is read: "1 cup", "2 cups, sliced", "250 mL", "2 tbsp"."""
    return amount_words.said(amount, measure, shown_in())


def shortened(text: str, most: int) -> str:
    """Return text of at most `most` characters on one line; what is cut off ends in "…"."""
    one_line = " ".join(text.split())
    return one_line if len(one_line) <= most else f"{one_line[: most - 1].rstrip(' ,')}…"


def date_words(day: date) -> str:
    """Return a day in words, without the year: "Sunday 22 November"."""
    return f"{day:%A} {day.day} {day:%B}"


def day_called(day: date, today: date) -> str:
    """Return what people call a day: "yesterday", "Friday" within a week of today, else "13 November"."""
    distance = (day - today).days
    if abs(distance) <= 1:
        return ("yesterday", "today", "tomorrow")[distance + 1]
    return f"{day:%A}" if abs(distance) < 7 else f"{day.day} {day:%B}"


def amount(key: str, value: float | None) -> str:
    """Return an amount of a nutrient, or of WATER in mL, with the unit it is shown in; unknown is said, never 0."""
    return amount_words.amount_words(key, value, shown_in())


def second_unit(key: str, value: float) -> str:
    """Return the same amount in its other unit, in brackets, where it has two: fl oz beside mL, µg beside IU."""
    return amount_words.second_unit(key, value, shown_in())


def volume_said(volume_ml: float) -> tuple[float, str]:
    """Return a volume as it is tapped and logged: an amount and its measure, in the unit volumes are shown in.

    What was typed in fl oz and kept in mL is the same fl oz again.
    """
    unit = shown_in().volume
    return (volume_ml, "ml") if unit == "mL" else (round(in_unit(volume_ml, unit), 2), unit)


def volume_words(volume_ml: float) -> str:
    """Return a volume that a person chose, of a glass or a tap, with all its digits: "250 mL", "25.4 fl oz"."""
    return amount(WATER, volume_ml) if shown_in().volume == "mL" else said(*volume_said(volume_ml))


def weight_words(grams: float, decimals: int = 0) -> str:
    """Return what something weighs, in the unit weights are shown in: "30 g", "1.1 oz". decimals: of grams, at most."""
    return amount_words.weight_words(grams, shown_in(), decimals)


def weight_beside(grams: float | None, measure: str, about: str = "") -> str:
    """Return what stands behind an amount, " (30 g)"; nothing where it is unknown or the amount says as much already.

    about: before the weight, where it is a rule of thumb. A volume is not weighed: 16 fl oz are 16.7 oz, which would
    read like a mistake.
    """
    if grams is None or measure in {"g", "ml", "fl oz", shown_in().weight}:
        return ""
    return f" ({about}{weight_words(grams)})"


def both_units(key: str, value: float | None) -> str:
    """Return an amount in both of its units, where it has two."""
    return amount_words.both_units(key, value, shown_in())


def label(key: str) -> str:
    """Return the name of a nutrient, or of WATER."""
    return "Water" if key == WATER else NUTRIENTS[key].label


def day_name(day: date, today: date) -> str:
    """Return a day in words: with "Today" or "Yesterday" where it is one."""
    words = date_words(day)
    if day == today:
        return f"Today, {words}"
    if day == today - timedelta(days=1):
        return f"Yesterday, {words}"
    return f"{words} {day.year}"
