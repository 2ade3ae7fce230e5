"""The units amounts are shown in: a matter of the screen alone, what is stored stays in mL, g and µg.

Whatever is shown in a unit and typed back in it is the same amount again, but for the last bits of a float.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from tracker.nutrients import fl_oz_from_ml, iu_from_ug, ml_from_fl_oz, ug_from_iu
from tracker.reading.units import GRAMS

VolumeUnit = Literal["mL", "fl oz"]
VitaminDUnit = Literal["IU", "µg"]
WeightUnit = Literal["g", "oz"]
Unit = VolumeUnit | VitaminDUnit | WeightUnit


@dataclass(frozen=True, slots=True)
class Units:
    """The unit a person wants first of each pair."""

    volume: VolumeUnit = "mL"
    vitamin_d: VitaminDUnit = "IU"
    weight: WeightUnit = "g"


# The other unit of those that are shown in both.
OTHER_UNIT: Final[Mapping[Unit, Unit]] = {"mL": "fl oz", "fl oz": "mL", "IU": "µg", "µg": "IU"}


def in_unit(stored: float, unit: Unit) -> float:
    """Return an amount as it is stored (mL, µg of vitamin D, g) in a unit."""
    match unit:
        case "fl oz":
            return fl_oz_from_ml(stored)
        case "IU":
            return iu_from_ug(stored)
        case "oz":
            return stored / GRAMS["oz"]
    return stored


def from_unit(shown: float, unit: Unit) -> float:
    """Return an amount in a unit as it is stored: mL, µg of vitamin D, g."""
    match unit:
        case "fl oz":
            return ml_from_fl_oz(shown)
        case "IU":
            return ug_from_iu(shown)
        case "oz":
            return shown * GRAMS["oz"]
    return shown
