"""Ash, alcohol and water of foods whose source gives none."""

import pytest

from building.food import FNDDS, LEGACY
from building.water import alcohol, ash, derive_water, fit_ash, water
from tests.data.builders import source_food

MINERALS = {"sodium_mg": 79.0, "potassium_mg": 558.0, "calcium_mg": 99.0, "magnesium_mg": 79.0, "phosphorus_mg": 49.0}


def test_the_fit_recovers_the_coefficients_that_made_the_ash():
    made_with = {"sodium_mg": 2.5, "potassium_mg": 1.75, "calcium_mg": 2.0, "magnesium_mg": 3.0, "phosphorus_mg": 1.25}
    foods = []
    for index in range(1, 9):
        minerals = {mineral: float(100 * index**power % 977) for power, mineral in enumerate(made_with, start=1)}
        total = sum(made_with[mineral] * minerals[mineral] / 1000 for mineral in made_with)
        foods.append(source_food(f"Food {index}", **minerals, ash_g=total))
    foods.append(source_food("Salt, table", **dict.fromkeys(MINERALS, 9999.0), ash_g=0.0))
    foods.append(source_food("Half known", sodium_mg=1.0, ash_g=50.0))
    assert fit_ash(foods) == made_with


def test_ash_of_spinach_is_near_the_measured_one():
    assert ash(MINERALS) == pytest.approx(1.72, abs=0.15)  # SR24 measures 1.72 g


def test_ash_is_unknown_when_a_mineral_is():
    assert ash({**MINERALS, "calcium_mg": None}) is None


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        # red wine: 85 kcal, 0.07 g protein, 2.61 g carbohydrate -> (85 - 0.28 - 10.44) / 6.93
        ({"energy_kcal": 85.0, "protein_g": 0.07, "fat_g": 0.0, "carbohydrate_g": 2.61}, 10.72),
        ({"energy_kcal": 40.0, "protein_g": 0.0, "fat_g": 0.0, "carbohydrate_g": 10.5}, 0.0),
        ({"energy_kcal": None, "protein_g": 0.0, "fat_g": 0.0, "carbohydrate_g": 1.0}, None),
        ({"energy_kcal": 40.0, "protein_g": None, "fat_g": 0.0, "carbohydrate_g": 1.0}, None),
    ],
)
def test_alcohol_is_the_energy_that_nothing_else_explains(amounts, expected):
    assert alcohol(amounts) == (None if expected is None else pytest.approx(expected, abs=0.01))


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ((2.9, 0.4, 3.6, 1.7, None), 91.4),
        ((0.1, 0.0, 2.6, 0.3, 10.6), 86.4),
        ((60.0, 30.0, 12.0, 1.0, None), 0.0),
        ((2.9, 0.4, None, 1.7, None), None),
    ],
)
def test_water_is_what_is_left_of_a_hundred_grams(parts, expected):
    amounts = dict(zip(("protein_g", "fat_g", "carbohydrate_g", "ash_g", "alcohol_g"), parts, strict=True))
    assert water(amounts) == (None if expected is None else pytest.approx(expected))


@pytest.mark.parametrize(
    ("source", "name", "category", "has_alcohol"),
    [
        (FNDDS, "Beer", "Beer", True),
        (FNDDS, "Rum and cola", "Liquor and cocktails", True),
        (FNDDS, "Beer, nonalcoholic", "Fruit drinks", False),
        (LEGACY, "Beverages, AMBER, hard cider", "Beverages", True),
        (LEGACY, "Beverages, ginger ale", "Beverages", False),
    ],
)
def test_alcohol_is_derived_only_where_alcohol_is_drunk(source, name, category, has_alcohol):
    amounts = {**MINERALS, "energy_kcal": 60.0, "protein_g": 0.5, "fat_g": 0.0, "carbohydrate_g": 4.0}
    food = source_food(name, source=source, category=category, **amounts)
    derive_water(food)
    assert (food.amounts["alcohol_g"] is not None) == has_alcohol


def test_a_food_of_sr24_keeps_its_own_water():
    food = source_food("Spinach, raw", water_g=91.4, protein_g=50.0, fat_g=0.0, carbohydrate_g=0.0, **MINERALS)
    derive_water(food)
    assert food.amounts["water_g"] == 91.4
