"""Writing the two files."""

from pathlib import Path

import pytest

from building.output import number, write_foods, write_portions
from building.staples import Portion
from tests.data.builders import source_food
from tracker.foods import load_foods


@pytest.mark.parametrize(
    ("value", "decimals", "text"),
    [
        (None, 2, ""),
        (0.0, 2, "0"),
        (91.4000001, 2, "91.4"),
        (189.05353728, 1, "189.1"),
        (0.025, 3, "0.025"),
        (11.025, 3, "11.03"),
        (1340.26, 2, "1340"),
        (100.0, 2, "100"),
        (-0.0, 2, "0"),
    ],
)
def test_numbers_are_short_and_blank_is_unknown(value, decimals, text):
    assert number(value, decimals) == text


def test_the_loader_reads_what_the_build_wrote_without_a_problem(tmp_path: Path):
    food = source_food("Nuts, almonds", group="nuts", staple=2, water_g=4.41, energy_kcal=579.0, magnesium_mg=270.0)
    food.id, food.name, food.also = "sr:12061", "Almonds", ["almond", "badam"]
    write_foods(tmp_path / "foods.csv", [food])
    write_portions(tmp_path / "portions.csv", {food.id: [Portion("handful", 1, 30, True, "rule of thumb")]})
    table = load_foods(tmp_path)
    assert table.problems == ()
    assert table.foods["sr:12061"].also == ("almond", "badam")
    assert table.foods["sr:12061"].per_100_g["vitamin_d_ug"] is None
    assert table.foods["sr:12061"].portions[0].grams_each == 30


def test_the_order_of_the_foods_does_not_change_the_bytes(tmp_path: Path):
    one, other = source_food("Almonds"), source_food("Walnuts")
    write_foods(tmp_path / "a.csv", [one, other])
    write_foods(tmp_path / "b.csv", [other, one])
    assert (tmp_path / "a.csv").read_bytes() == (tmp_path / "b.csv").read_bytes()
    assert b"\r" not in (tmp_path / "a.csv").read_bytes()
