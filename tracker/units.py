"""The units amounts are shown in: a matter of the screen alone, what is stored stays in mL, g and µg.

Whatever is shown in a unit and typed back in it is the same amount again, but for the last bits of a float. An ounce is
the one that a line is read in (`reading.units`): a bottle of 500 mL is 16.9 fl oz everywhere, as it says itself,
where the round 30 mL of US labels (21 CFR 101.9) would make it 16.7.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from tracker.nutrients import iu_from_ug, ug_from_iu
from tracker.reading.units import GRAMS, MILLILITRES

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
            return stored / MILLILITRES["fl oz"]
        case "IU":
            return iu_from_ug(stored)
        case "oz":
            return stored / GRAMS["oz"]
    return stored


def from_unit(shown: float, unit: Unit) -> float:
    """Return an amount in a unit as it is stored: mL, µg of vitamin D, g."""
    match unit:
        case "fl oz":
            return shown * MILLILITRES["fl oz"]
        case "IU":
            return ug_from_iu(shown)
        case "oz":
            return shown * GRAMS["oz"]
    return shown
