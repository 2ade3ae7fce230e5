"""Reading the two packages."""

from pathlib import Path

import pytest

from building.food import FNDDS, LEGACY
from building.sources import SourceError, food_of_xml, foods_of_csv, read_sr24, verify

SPINACH = b"""<food uid="11457" name="Spinach, raw"><measure amount="1.0" name="cup" grams="30.0"/>
<nutrient amount="91.4" name="Water"/><nutrient amount="79.0" name="Magnesium"/>
<nutrient amount="0.0" name="Vitamin D"/>
<nutrient amount="9377.0" name="Vitamin A"/></food>"""


def test_a_nutrient_without_an_element_is_unknown_and_zero_is_zero():
    food = food_of_xml(SPINACH)
    assert (food.number, food.source_name) == ("11457", "Spinach, raw")
    assert food.amounts["magnesium_mg"] == 79
    assert food.amounts["vitamin_d_ug"] == 0
    assert food.amounts["potassium_mg"] is None
    assert [(measure.amount, measure.text, measure.grams) for measure in food.measures] == [(1, "cup", 30)]


def test_vitamin_d_comes_in_iu_and_is_kept_in_micrograms():
    salmon = b'<food uid="15236" name="Salmon"><nutrient amount="441.0" name="Vitamin D"/></food>'
    assert food_of_xml(salmon).amounts["vitamin_d_ug"] == pytest.approx(11.025)  # 441 / 40


def test_branded_rows_are_passed_over_and_empty_cells_are_unknown():
    header = (
        "foodName,data_type,food_category,Energy,Protein,Total fat,Carbohydrate,Fiber,Magnesium,Vitamin D (D2 + D3),"
        "Calcium,Phosphorus,Potassium,Sodium"
    )
    lines = [
        header,
        "Hemp,sr_legacy_food,Nut and Seed Products,553,31.56,48.75,8.67,4,700,,70,1650,1200,5",
        "Brand bar,branded_food,Bars,400,1,1,1,1,1,1,1,1,1,1",
        '"Kale, raw",survey_fndds_food,Other dark green vegetables,43,2.92,1.49,4.42,4.1,33,0,254,55,348,53',
    ]
    hemp, kale = foods_of_csv(iter(lines))
    assert (hemp.source, kale.source) == (LEGACY, FNDDS)
    assert hemp.amounts["vitamin_d_ug"] is None
    assert kale.amounts["vitamin_d_ug"] == 0
    assert kale.amounts["water_g"] is None


def test_a_file_that_is_not_the_expected_one_is_refused_in_a_sentence(tmp_path: Path):
    package = tmp_path / "cronometer.deb"
    package.write_bytes(b"not a package")
    with pytest.raises(SourceError, match=r"is not the expected file: its sha256 is [0-9a-f]{64}"):
        verify(package, "0" * 64)


def test_a_file_that_is_absent_or_no_package_is_refused_in_a_sentence(tmp_path: Path):
    with pytest.raises(SourceError, match="cannot be read: No such file"):
        verify(tmp_path / "absent.deb", "0" * 64)
    broken = tmp_path / "broken.deb"
    broken.write_bytes(b"!<arch>\n")
    with pytest.raises(SourceError, match="cannot be unpacked"):
        read_sr24(broken)
