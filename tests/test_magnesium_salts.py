"""The magnesium in the weight of a salt, against atomic weights, printed shares and the facts the table comes from."""

import csv
import re
from pathlib import Path

import pytest

from tracker.errors import RefusedError
from tracker.magnesium_salts import SALTS, elemental_mg

FACTS = Path(__file__).resolve().parents[2] / "shared" / "science" / "mg_salts.csv"
# Standard atomic weights (conventional), https://www.ciaaw.org/abridged-atomic-weights.htm
WEIGHTS = {"Mg": 24.305, "C": 12.011, "H": 1.008, "O": 15.999, "N": 14.007, "S": 32.06, "Cl": 35.45}
BY_NAME = {salt.name: salt for salt in SALTS}


@pytest.mark.parametrize("salt", SALTS, ids=lambda salt: salt.name)
def test_the_molar_mass_is_the_sum_over_the_formula(salt) -> None:
    counts = {element: int(count or 1) for element, count in re.findall(r"([A-Z][a-z]?)(\d*)", salt.formula)}
    assert salt.molar_mass == pytest.approx(
        sum(WEIGHTS[element] * count for element, count in counts.items()), abs=0.05
    )
    assert salt.atoms == counts["Mg"]


@pytest.mark.parametrize(
    ("name", "salt_mg", "magnesium_mg"),
    [
        ("oxide", 400, 241.3),  # DailyMed: "400 mg = 241.3 mg"
        ("citrate", 500, 80.8),
        ("bisglycinate (glycinate)", 1350, 190.3),  # a shop's page: 190 mg of 1350 mg
        ("chloride hexahydrate", 500, 59.8),
        ("hydroxide", 500, 208.4),
    ],
)
def test_the_magnesium_of_a_salt_is_its_share_of_the_weight(name: str, salt_mg: float, magnesium_mg: float) -> None:
    assert elemental_mg(BY_NAME[name], salt_mg) == pytest.approx(magnesium_mg, abs=0.1)


@pytest.mark.parametrize("salt_mg", [0, -1, float("nan"), float("inf")])
def test_a_weight_that_is_none_is_refused(salt_mg: float) -> None:
    with pytest.raises(RefusedError):
        elemental_mg(SALTS[0], salt_mg)


@pytest.mark.skipif(not FACTS.exists(), reason="the facts lie beside the project")
def test_every_salt_of_the_facts_is_there_with_its_share() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        facts = {row["formula_as_counted"]: float(row["elemental_fraction"]) for row in csv.DictReader(file)}
    assert {salt.formula: round(salt.share, 4) for salt in SALTS} == pytest.approx(facts, abs=0.0002)


def test_names_stand_once() -> None:
    assert len(BY_NAME) == len(SALTS) == 22
