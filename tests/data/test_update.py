"""Newer values for foods that two releases name alike."""

import pytest

from building.food import LEGACY
from building.update import update_from_legacy
from tests.data.builders import source_food

OLD = {
    "water_g": 50.0, "energy_kcal": 200.0, "protein_g": 20.0, "fat_g": 10.0, "carbohydrate_g": 18.0, "ash_g": 2.0,
    "magnesium_mg": 30.0, "vitamin_d_ug": 1.0,
}  # fmt: skip


def updated(**newer):
    food = source_food("Pie, APPLE", **OLD)
    left = update_from_legacy([food], [source_food("Pie, apple", source=LEGACY, **newer)])
    assert left == []
    return food.amounts


def test_a_newer_value_replaces_and_a_missing_one_does_not():
    amounts = updated(magnesium_mg=33.0, vitamin_d_ug=None)
    assert (amounts["magnesium_mg"], amounts["vitamin_d_ug"]) == (33.0, 1.0)


def test_energy_that_only_went_through_kilojoules_stays():
    assert updated(energy_kcal=200.02)["energy_kcal"] == 200.0
    assert updated(energy_kcal=189.05)["energy_kcal"] == 189.05


def test_water_follows_when_the_newer_parts_no_longer_fit_it():
    assert updated(carbohydrate_g=28.0)["water_g"] == pytest.approx(40.0)
    assert updated(carbohydrate_g=18.4)["water_g"] == 50.0


def test_rows_of_another_name_are_left_over():
    hemp = source_food("Seeds, hemp seed, hulled", source=LEGACY)
    assert update_from_legacy([source_food("Pie, apple")], [hemp]) == [hemp]
