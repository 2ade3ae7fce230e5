"""The one vocabulary of nutrients: key, label, unit, decimals.

Keys are the columns of data/foods.csv (there: amounts per 100 g of edible food) and of the diary (there: amounts of the
whole entry). An amount is a float or None; None means unknown and is never read as zero.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

# 1 µg of vitamin D = 40 IU: Institute of Medicine, Dietary Reference Intakes, 1997,
# http://books.nap.edu/openbook.php?record_id=1577&page=73
IU_PER_UG_VITAMIN_D: Final = 40.0

Amounts = Mapping[str, float | None]


@dataclass(frozen=True, slots=True)
class Nutrient:
    """One nutrient as it is named and shown.

    key: column name, ends in its unit. unit: as shown on the screen. decimals: digits shown after the point.
    """

    key: str
    label: str
    unit: str
    decimals: int = 0


# In the order of the columns of data/foods.csv.
NUTRIENTS: Final = {
    nutrient.key: nutrient
    for nutrient in (
        Nutrient("water_g", "Water", "g"),
        Nutrient("energy_kcal", "Energy", "kcal"),
        Nutrient("protein_g", "Protein", "g", 1),
        Nutrient("fiber_g", "Fiber", "g", 1),
        Nutrient("magnesium_mg", "Magnesium", "mg"),
        Nutrient("vitamin_d_ug", "Vitamin D", "µg", 1),
        Nutrient("calcium_mg", "Calcium", "mg"),
        Nutrient("potassium_mg", "Potassium", "mg"),
        Nutrient("sodium_mg", "Sodium", "mg"),
        Nutrient("alcohol_g", "Alcohol", "g", 1),
        Nutrient("caffeine_mg", "Caffeine", "mg"),
    )
}

# What a diary entry keeps of its food.
DIARY_KEYS: Final = (
    "water_g",
    "energy_kcal",
    "fiber_g",
    "magnesium_mg",
    "vitamin_d_ug",
    "calcium_mg",
    "potassium_mg",
    "sodium_mg",
    "alcohol_g",
)


def iu_from_ug(vitamin_d_ug: float) -> float:
    """Return international units for an amount of vitamin D in µg."""
    return vitamin_d_ug * IU_PER_UG_VITAMIN_D


def ug_from_iu(vitamin_d_iu: float) -> float:
    """Return µg for an amount of vitamin D in international units."""
    return vitamin_d_iu / IU_PER_UG_VITAMIN_D


def scaled(per_100_g: Amounts, grams: float, keys: Iterable[str] = DIARY_KEYS) -> dict[str, float | None]:
    """Return the amounts in `grams` of a food from its amounts per 100 g; what is unknown stays None."""
    amounts: dict[str, float | None] = {}
    for key in keys:
        value = per_100_g.get(key)
        amounts[key] = None if value is None else value * grams / 100.0
    return amounts


def total(values: Iterable[float | None]) -> float | None:
    """Return the sum of the known values; None when there is none.

    The sum does not depend on the order of the values (it is exact before the last rounding).
    """
    known = [value for value in values if value is not None]
    return math.fsum(known) if known else None
