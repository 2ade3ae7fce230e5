"""The two files as they are shipped."""

import csv
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tracker.foods import GROUPS, load_foods

ROOT = Path(__file__).resolve().parents[2]
CHECK = ROOT.parent / "shared" / "check_foods.py"
TABLE = load_foods()
FOODS = list(TABLE)
BY_NAME = {food.name: food for food in FOODS}


def test_the_loader_finds_no_problem():
    assert TABLE.problems == ()


def test_there_are_thousands_of_foods_and_hundreds_of_staples():
    assert 7_000 <= len(FOODS) <= 9_500
    assert 250 <= sum(food.staple > 0 for food in FOODS) <= 600
    assert {food.group for food in FOODS} == set(GROUPS)


def test_every_name_stands_once_and_none_is_shouted():
    twice = [name for name, count in Counter(food.name.lower() for food in FOODS).items() if count > 1]
    assert twice == []
    assert [food.name for food in FOODS if re.search(r"\b[A-Z]{6,}\b", food.name)] == []
    assert [
        food.name
        for food in FOODS
        if re.search(r"^(Fish|Nuts|Seeds|Spices|Snacks|Beverages), (?!raw|canned|smoked|pickled|white|tofu)", food.name)
    ] == []


def test_ids_are_a_number_of_usda_or_a_slug():
    assert [food.id for food in FOODS if not re.fullmatch(r"sr:\d{5}|[a-z0-9]+(-[a-z0-9]+)*", food.id)] == []


def test_every_food_has_a_portion_and_every_rule_of_thumb_is_marked():
    assert [food.name for food in FOODS if food.usual_portion is None] == []
    unmarked = [
        food.name
        for food in FOODS
        for row in food.portions
        if row.source.startswith("rule of thumb") and not row.approximate
    ]
    assert unmarked == []
    assert [food.name for food in FOODS for row in food.portions if not row.source] == []


def test_every_staple_has_a_portion_besides_grams_and_ounces_that_one_would_eat():
    for food in FOODS:
        if food.staple:
            words = {row.measure.split(",")[0] for row in food.portions}
            assert words - {"g", "oz", "ml", "lb"}, food.name
            assert food.usual_portion is not None
            assert 0.5 <= food.usual_portion.grams <= 600, food.name


def test_no_measure_of_a_food_is_listed_twice():
    for food in FOODS:
        assert len({row.measure for row in food.portions}) == len(food.portions), food.name


@pytest.mark.parametrize(
    ("food_id", "magnesium_mg", "water_g"),
    # USDA FoodData Central, SR Legacy, per 100 g.
    [("sr:11457", 79, 91.4), ("sr:12061", 270, 4.41), ("sr:14411", 1, 99.9), ("sr:09040", 27, 74.91)],
)
def test_anchors_against_usda(food_id, magnesium_mg, water_g):
    amounts = TABLE.foods[food_id].per_100_g
    assert amounts["magnesium_mg"] == pytest.approx(magnesium_mg, rel=0.1)
    assert amounts["water_g"] == pytest.approx(water_g, abs=2)


@pytest.mark.parametrize("food_id", ["sr:14411", "sr:14555", "sr:14121"])
def test_plain_water_is_all_water_so_that_four_bottles_of_half_a_litre_are_two_litres(food_id):
    assert TABLE.foods[food_id].per_100_g["water_g"] == 100.0


def test_cod_liver_oil_has_its_ten_thousand_units():
    oil = TABLE.foods["sr:04589"]
    assert oil.per_100_g["vitamin_d_ug"] == pytest.approx(250)  # 10,000 IU / 40
    assert oil.group == "fats"


@pytest.mark.parametrize("word", ["spinach", "broccoli", "kale", "lentils", "almonds"])
def test_a_plain_food_has_no_crowd_of_near_twins(word):
    plain = re.compile(
        rf"^{word}(, (raw|cooked|boiled|steamed|plain|dry|canned|frozen|frozen, cooked))?$", re.IGNORECASE
    )
    alike = [food.name for food in FOODS if plain.match(food.name)]
    assert 1 <= len(alike) <= 5, alike


def test_what_is_drunk_is_a_drink_and_what_is_not_is_not():
    groups = {food.id: food.group for food in FOODS}
    assert groups["sr:14411"] == "drinks"
    assert not [
        food.name
        for food in FOODS
        if food.group == "drinks" and re.search(r"\bsoups?\b|yogurt,", food.name, re.IGNORECASE)
    ]
    assert not [
        food.name
        for food in FOODS
        if food.group != "drinks" and re.match(r"(orange|apple|grape) juice(,|$)", food.name, re.IGNORECASE)
    ]


def test_alcohol_is_blank_except_where_it_was_measured_or_derived():
    wine = [food for food in FOODS if food.name.lower().startswith("wine, red")]
    assert wine
    assert all((food.per_100_g["alcohol_g"] or 0) > 8 for food in wine)
    survey = [food for food in FOODS if food.source == "USDA FNDDS" and food.group not in ("drinks", "sweets")]
    assert all(food.per_100_g["alcohol_g"] is None for food in survey)


def test_no_food_weighs_more_than_itself():
    for food in FOODS:
        parts = [food.per_100_g[key] or 0.0 for key in ("water_g", "protein_g", "fiber_g", "alcohol_g")]
        assert sum(parts) <= 103, food.name


def test_every_hand_written_row_became_a_food_of_that_name():
    for path in sorted((ROOT / "data").glob("staples_*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                food = BY_NAME.get(row["name"])
                assert food is not None, row["name"]
                assert (food.group, food.staple) == (row["group"], int(row["staple"])), row["name"]


def test_the_files_are_small():
    assert sum((ROOT / "data" / name).stat().st_size for name in ("foods.csv", "portions.csv")) < 3_000_000


@pytest.mark.skipif(not CHECK.exists(), reason="the official values are beside the project only where it is developed")
def test_the_table_agrees_with_the_official_values():
    done = subprocess.run(
        [sys.executable, str(CHECK), str(ROOT / "data" / "foods.csv")], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout
