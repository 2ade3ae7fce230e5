"""Figures as they are typed from a label, in text fields.

A number field of the browser drops a decimal comma without a word: "1,5" becomes 15, also where people write it so.
Vitamin D stands on labels in two units, so a field for it goes with the choice of one.
"""

import re
from typing import Final

from tracker.errors import RefusedError
from tracker.nutrients import NUTRIENTS, ug_from_iu
from tracker.quantities import find_quantity
from tracker.ui.text import shown_in
from tracker.units import in_unit

IU: Final = "IU"
UG: Final = "µg"
# What float() reads as it is meant, with a decimal point or comma; "1,234" is not among it.
_FIGURE: Final = re.compile(r"[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?|[+-]?(nan|inf|infinity)", re.IGNORECASE)
_EITHER: Final = re.compile(r"[+-]?[1-9]\d{0,2},\d{3}")
_MOST_QUOTED: Final = 40
_ANY_NUMBER: Final = "a number such as 12 or 0.5"
# Of what is counted: years, minutes, how often a day. That it is whole, the domain says.
WHOLE: Final = "a whole number such as 12"


def read_figure(text: str, name: str, unit: str = "", *, example: str = _ANY_NUMBER) -> float | None:
    """Return the figure in a field; None when the field is blank, which is unknown and not 0.

    name: of the field, for the sentence. unit: what it is in; it may stand behind the figure. example: what to write.
    Raises RefusedError when it is no figure or can be read in two ways. Whether it can be (less than zero, not finite)
    is not looked at.
    """
    said = text.strip()
    if not said:
        return None
    bare = said.removesuffix(unit).strip() if unit else said
    if _EITHER.fullmatch(bare):
        raise RefusedError(
            f"{name}: is “{bare}” {bare.replace(',', '')} or {bare.replace(',', '.')}? Write it like one of these."
        )
    if _FIGURE.fullmatch(bare):
        return float(bare.replace(",", "."))
    quantity, rest = find_quantity(bare)
    if quantity is None or rest or quantity.unit or quantity.question:
        unit_words = f" in {unit}" if unit else ""
        raise RefusedError(f"{name}: “{said[:_MOST_QUOTED]}” is not a figure{unit_words}. Write {example}.")
    return quantity.amount


def read_vitamin_d(text: str, unit: str) -> float | None:
    """Return the vitamin D in a field, µg; None when the field is blank.

    unit: IU or UG as chosen beside it, blank when neither is. Raises RefusedError as `read_figure` does, and for a
    figure without a unit.
    """
    value = read_figure(text, NUTRIENTS["vitamin_d_ug"].label, unit)
    if value is not None and not unit:
        raise RefusedError("Vitamin D: choose whether the figure is in IU or in µg.")
    return value if value is None or unit == UG else ug_from_iu(value)


def read_nutrient(key: str, text: str, vitamin_d_unit: str) -> float | None:
    """Return the amount of a nutrient in a field, in the nutrient's own unit; None when the field is blank.

    vitamin_d_unit: as for `read_vitamin_d`; for any other nutrient it does not matter. Raises RefusedError.
    """
    if key == "vitamin_d_ug":
        return read_vitamin_d(text, vitamin_d_unit)
    nutrient = NUTRIENTS[key]
    return read_figure(text, nutrient.label, nutrient.unit)


def vitamin_d_shown(vitamin_d_ug: float) -> tuple[str, str]:
    """Return vitamin D as it stands in its field, and the unit beside it: the one the person wants first."""
    unit = shown_in().vitamin_d
    return shown(in_unit(vitamin_d_ug, unit)), unit


def shown(value: float | None) -> str:
    """Return a figure as it stands in its field: at most six digits, blank when unknown."""
    return "" if value is None else f"{value:.6g}"
