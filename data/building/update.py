"""Newer values for foods that two releases name alike."""

from collections.abc import Sequence
from typing import Final

from building.food import SourceFood

#: Columns that SR Legacy brings up to date; it has no water, ash, alcohol or caffeine in the package we read.
_UPDATED: Final = (
    "energy_kcal",
    "protein_g",
    "fat_g",
    "carbohydrate_g",
    "fiber_g",
    "magnesium_mg",
    "vitamin_d_ug",
    "calcium_mg",
    "phosphorus_mg",
    "potassium_mg",
    "sodium_mg",
)
_MACROS: Final = ("protein_g", "fat_g", "carbohydrate_g")
_PARTS: Final = (*_MACROS, "water_g", "ash_g")
# Parts of SR24's rows add up to 100 g within this; beyond it the old water belongs to a different sample.
_LEAST_SHIFT_G: Final = 1.0


def update_from_legacy(foods: Sequence[SourceFood], legacy: Sequence[SourceFood]) -> list[SourceFood]:
    """Bring `foods` up to date in place with the rows of `legacy` that have their name; return the rows left over.

    A value that the newer release lacks stays. When the newer protein, fat and carbohydrate no longer add up to 100 g
    with the older water, water is taken again by difference, so that one row never mixes two samples.
    """
    newer = {food.source_name.lower(): food for food in legacy}
    names = {food.source_name.lower() for food in foods}
    for food in foods:
        if update := newer.get(food.source_name.lower()):
            _update(food, update)
    return [food for food in legacy if food.source_name.lower() not in names]


def _update(food: SourceFood, newer: SourceFood) -> None:
    before = _sum_of_parts(food)
    for column in _UPDATED:
        value = newer.amounts[column]
        if value is None:
            continue
        old = food.amounts[column]
        if column == "energy_kcal" and old is not None and abs(old - value) < 1:
            continue  # the package converts energy to kJ and back: 717 comes as 717.02
        food.amounts[column] = value
    after = _sum_of_parts(food)
    water = food.amounts["water_g"]
    if before is not None and after is not None and water is not None and abs(after - before) > _LEAST_SHIFT_G:
        food.amounts["water_g"] = min(100.0, max(0.0, water - (after - before)))


def _sum_of_parts(food: SourceFood) -> float | None:
    parts = [food.amounts[part] for part in _PARTS]
    return None if None in parts else sum(part for part in parts if part is not None)
