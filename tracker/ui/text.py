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

from tracker.diary import Diary
from tracker.errors import TrackerError
from tracker.nutrients import NUTRIENTS
from tracker.units import OTHER_UNIT, Unit, Units, in_unit

WATER: Final = "water"
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
# Measures of data/portions.csv, and of supplements, that are counted in the plural. Sizes ("2 medium") and
# abbreviations ("2 tbsp") stay; so does a word that is not here, as a plural made by rule can be wrong.
_COUNTED: Final = frozenset(
    """bag bagel bar biscuit block bottle bowl breast brownie burger burrito cake can capsule chip chop container cookie
    cracker croissant cube cup dose drop drumstick egg fillet frankfurter glass gummy half handful head jar leaf leg
    link meal muffin mug nut package packet pancake pastry patty pepper pie piece pill pizza plate portion pot quart
    roll sandwich sausage scoop serving shot slice softgel spear splash sprig stalk steak stick strip tablet taco thigh
    waffle wedge wing""".split()
)
# From here on an ounce more or less is within what anybody pours.
_MANY_OUNCES: Final = 20.0
_ODD_PLURALS: Final = {"half": "halves", "leaf": "leaves"}


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
    if key == WATER:
        return shown_in().volume
    return shown_in().vitamin_d if key == "vitamin_d_ug" else None


def in_shown_unit(key: str, value: float) -> float:
    """Return an amount, as it is stored, in the unit it is shown in, for a chart or a field."""
    unit = unit_of(key)
    return value if unit is None else in_unit(value, unit)


def unit_words(key: str) -> str:
    """Return the unit that WATER or a nutrient is shown in: "mL", "IU", "mg"."""
    return unit_of(key) or NUTRIENTS[key].unit


def number(value: float, decimals: int = 0) -> str:
    """Return a number with a thousands comma; what rounds to nothing is 0, never -0."""
    return f"{round(value, decimals) + 0.0:,.{decimals}f}"


def typed(value: float) -> str:
    """Return an amount as a person types it: at most three decimals, none that are zero."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"


def measure_words(measure: str) -> str:
    """Return a measure as it is read: millilitres as in the meters."""
    return "mL" if measure == "ml" else measure


def said(amount: float, measure: str) -> str:
    """Return an amount with its measure as it is read: "1 cup", "2 cups, sliced", "250 mL", "2 tbsp"."""
    if measure == "ml" and shown_in().volume != "mL":
        return _in_words(amount, shown_in().volume)
    if measure == "g" and shown_in().weight != "g":
        return weight_words(amount)
    noun, comma, rest = measure.partition(",")
    words = _plural(noun) + comma + rest if amount > 1 and noun in _COUNTED else measure_words(measure)
    return f"{typed(amount)} {words}"


def _plural(noun: str) -> str:
    if noun in _ODD_PLURALS:
        return _ODD_PLURALS[noun]
    if noun.endswith("y"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "ch")) else f"{noun}s"


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
    if value is None:
        return "unknown"
    unit = unit_of(key)
    if unit is not None:
        return _in_words(value, unit)
    nutrient = NUTRIENTS[key]
    return f"{number(value, nutrient.decimals)} {nutrient.unit}"


def second_unit(key: str, value: float) -> str:
    """Return the same amount in its other unit, in brackets, where it has two: fl oz beside mL, µg beside IU."""
    unit = unit_of(key)
    if unit is None:
        return ""
    other = OTHER_UNIT[unit]
    return f"({number(in_unit(value, other), 1 if other == 'µg' else 0)} {other})"


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
    unit = shown_in().weight
    return _in_words(grams, unit) if unit == "oz" else f"{number(grams, decimals).removesuffix('.0')} g"


def weight_beside(grams: float | None, measure: str, about: str = "") -> str:
    """Return what stands behind an amount, " (30 g)"; nothing where it is unknown or the amount says as much already.

    about: before the weight, where it is a rule of thumb. A volume is not weighed: 16 fl oz are 16.7 oz, which would
    read like a mistake.
    """
    if grams is None or measure in {"g", "ml", "fl oz", shown_in().weight}:
        return ""
    return f" ({about}{weight_words(grams)})"


def _in_words(value: float, unit: Unit) -> str:
    """Return an amount, as it is stored, in a unit: few of the larger ounces have a decimal."""
    shown = in_unit(value, unit)
    if unit in {"fl oz", "oz"}:
        return f"{number(shown, 0 if abs(shown) >= _MANY_OUNCES else 1).removesuffix('.0')} {unit}"
    return f"{number(shown, 1 if unit == 'µg' else 0)} {unit}"


def both_units(key: str, value: float | None) -> str:
    """Return an amount in both of its units, where it has two."""
    return "unknown" if value is None else f"{amount(key, value)} {second_unit(key, value)}".rstrip()


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
