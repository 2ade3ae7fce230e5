"""Amounts as they are read, and people's words made harmless.

Names come from the food table, from files and from people. On the screen they are text, never markup: `plain` for
whatever streamlit reads as Markdown, `html` for what goes into an HTML element.
"""

import html as _html
import re
from datetime import date, timedelta
from typing import Final

from tracker.nutrients import NUTRIENTS, fl_oz_from_ml, iu_from_ug

WATER: Final = "water"
# Every punctuation sign that CommonMark lets be escaped; Markdown, directives (:red[x]) and formulas need one of them.
_MARKUP: Final = re.compile(r"([!-/:-@\[-`{-~])")
# Codes (:tada:, :material/home:) and addresses become icons and links after escapes are gone: their parts are kept
# apart.
_CODE: Final = re.compile(r"(?<=[:@])(?=\S)|(?<=www)(?=\.)", re.IGNORECASE)
_WORD_JOINER: Final = "\u2060"


def plain(text: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    one_line = " ".join(text.split())
    return _MARKUP.sub(r"\\\1", _CODE.sub(_WORD_JOINER, one_line))


def html(text: str) -> str:
    """Return text that HTML shows as it is, also inside an attribute."""
    return _html.escape(text, quote=True)


def number(value: float, decimals: int = 0) -> str:
    """Return a number with a thousands comma; what rounds to nothing is 0, never -0."""
    return f"{round(value, decimals) + 0.0:,.{decimals}f}"


def typed(value: float) -> str:
    """Return an amount as a person types it: at most three decimals, none that are zero."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) < 1e15 else f"{value:g}"


def amount(key: str, value: float | None) -> str:
    """Return an amount of a nutrient, or of WATER in mL, with its unit; unknown is said, never 0. Vitamin D in IU."""
    if value is None:
        return "unknown"
    if key == WATER:
        return f"{number(value)} mL"
    if key == "vitamin_d_ug":
        return f"{number(iu_from_ug(value))} IU"
    nutrient = NUTRIENTS[key]
    return f"{number(value, nutrient.decimals)} {nutrient.unit}"


def second_unit(key: str, value: float) -> str:
    """Return the same amount in its other unit, in brackets, where it has two: fl oz beside mL, µg beside IU."""
    if key == WATER:
        return f"({number(fl_oz_from_ml(value))} fl oz)"
    return f"({number(value, 1)} µg)" if key == "vitamin_d_ug" else ""


def both_units(key: str, value: float | None) -> str:
    """Return an amount in both of its units, where it has two."""
    return "unknown" if value is None else f"{amount(key, value)} {second_unit(key, value)}".rstrip()


def label(key: str) -> str:
    """Return the name of a nutrient, or of WATER."""
    return "Water" if key == WATER else NUTRIENTS[key].label


def day_name(day: date, today: date) -> str:
    """Return a day in words: with "Today" or "Yesterday" where it is one."""
    words = f"{day:%A} {day.day} {day:%B}"
    if day == today:
        return f"Today, {words}"
    if day == today - timedelta(days=1):
        return f"Yesterday, {words}"
    return f"{words} {day.year}"
