"""Water, ash and alcohol of foods whose source gives none of the three.

Carbohydrate in USDA's tables is what is left of 100 g after water, protein, fat, ash and alcohol, so water follows from
the other five. Ash is what the minerals leave when a food is burnt; a linear fit on SR24, where ash is measured, gives
it from five minerals. Alcohol follows from the energy that protein, fat and carbohydrate do not explain, in alcoholic
drinks only.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Final

import numpy

from building.food import FNDDS, LEGACY, Amounts, SourceFood

#: Grams of ash for a gram of each mineral: least squares through the origin over the foods of SR24 that have all six
#: values, leavening and table salt left out. The build stops when the fit on its source gives anything else.
ASH_G_PER_G: Final = {
    "sodium_mg": 2.352,
    "potassium_mg": 1.954,
    "calcium_mg": 2.337,
    "magnesium_mg": 3.633,
    "phosphorus_mg": 0.996,
}
_NOT_FITTED: Final = ("Leavening", "Salt, table")

#: Where energy beyond protein, fat and carbohydrate is alcohol: categories of FNDDS, names of SR Legacy.
ALCOHOLIC: Final = frozenset({"Beer", "Wine", "Liquor and cocktails"})
_ALCOHOLIC_NAME: Final = re.compile(
    r"^alcoholic beverage|^beverages,.*\b(beer|wine|liquor|hard cider)\b", re.IGNORECASE
)
_KCAL_PER_G: Final = {"protein_g": 4.0, "fat_g": 9.0, "carbohydrate_g": 4.0}  # Atwater's general factors
_KCAL_PER_G_ALCOHOL: Final = 6.93  # USDA Handbook 74

#: Plain water: tap, bottled, sparkling. A mL of a drink is taken as 1 g and a g of water as 1 mL; so that 500 mL of
#: water are 500 mL, the salts in it (0.02 to 0.1 g in 100 g, less than a mL is short of 1 g at room temperature) are
#: not taken off.
PLAIN_WATER_IDS: Final = ("sr:14411", "sr:14555", "sr:14121")


def fit_ash(foods: Iterable[SourceFood]) -> dict[str, float]:
    """Return the coefficients of ASH_G_PER_G as fitted on `foods`, to three decimals."""
    rows = [
        [food.amounts[mineral] for mineral in ASH_G_PER_G] + [food.amounts["ash_g"]]
        for food in foods
        if not food.source_name.startswith(_NOT_FITTED)
    ]
    known = numpy.array([row for row in rows if None not in row], dtype=float)
    fitted = numpy.linalg.lstsq(known[:, :-1] / 1000, known[:, -1], rcond=None)[0]
    return {mineral: round(float(value), 3) for mineral, value in zip(ASH_G_PER_G, fitted, strict=True)}


def make_plain_water_whole(foods: Iterable[SourceFood]) -> None:
    """Give plain water 100 g of water in 100 g."""
    for food in foods:
        if food.id in PLAIN_WATER_IDS:
            food.amounts["water_g"] = 100.0


def ash(amounts: Mapping[str, float | None]) -> float | None:
    """Return g of ash per 100 g from the minerals, None when one of them is unknown."""
    total = 0.0
    for mineral, grams in ASH_G_PER_G.items():
        amount = amounts[mineral]
        if amount is None:
            return None
        total += grams * amount / 1000
    return total


def alcohol(amounts: Mapping[str, float | None]) -> float | None:
    """Return g of alcohol per 100 g of an alcoholic drink from its energy, None when a part is unknown."""
    energy = amounts["energy_kcal"]
    if energy is None:
        return None
    for nutrient, factor in _KCAL_PER_G.items():
        amount = amounts[nutrient]
        if amount is None:
            return None
        energy -= factor * amount
    return max(0.0, energy / _KCAL_PER_G_ALCOHOL)


def water(amounts: Mapping[str, float | None]) -> float | None:
    """Return g of water per 100 g by difference, at least 0; None when a part other than alcohol is unknown.

    Unknown alcohol counts as none: it is unknown only where a source that lists no alcohol has no alcoholic drink.
    """
    left = 100.0 - (amounts["alcohol_g"] or 0.0)
    for part in ("protein_g", "fat_g", "carbohydrate_g", "ash_g"):
        amount = amounts[part]
        if amount is None:
            return None
        left -= amount
    return max(0.0, left)


def derive_water(food: SourceFood) -> None:
    """Give a food of SR Legacy or FNDDS its derived ash, alcohol and water; foods of SR24 keep their own."""
    if food.source not in (LEGACY, FNDDS):
        return
    derived: Amounts = food.amounts
    if food.category in ALCOHOLIC or (food.source == LEGACY and _ALCOHOLIC_NAME.search(food.source_name)):
        derived["alcohol_g"] = alcohol(derived)
    derived["ash_g"] = ash(derived)
    derived["water_g"] = water(derived)
