"""The hand-written files."""

from pathlib import Path

import pytest

from building.food import FNDDS, LEGACY
from building.staples import StapleError, apply_staples
from tests.data.builders import source_food

HEADER = "source_id,name,also,group,staple\n"
PORTIONS = "source_id,measure,amount,grams,approximate,source\n"


def foods():
    return [
        source_food("Nuts, almonds", number="12061", id="sr:12061"),
        source_food("Seeds, hemp seed, hulled", source=LEGACY),
        source_food("Spinach, creamed", source=FNDDS),
    ]


def apply(folder: Path, rows: str, portions: str = ""):
    (folder / "staples_a.csv").write_text(HEADER + rows, encoding="utf-8")
    (folder / "staple_portions_a.csv").write_text(PORTIONS + portions, encoding="utf-8")
    sources = foods()
    return sources, apply_staples(folder, sources, [source_food("Nuts, Almonds", source=LEGACY), sources[1]])


def test_a_row_gives_its_food_name_other_names_group_and_rank(tmp_path: Path):
    (almonds, _, _), portions = apply(
        tmp_path, "sr:12061,Almonds,almond| raw almond,nuts,2\n", "sr:12061,handful,1,30,1,rule of thumb\n"
    )
    assert (almonds.name, almonds.also, almonds.group, almonds.staple) == (
        "Almonds",
        ["almond", "raw almond"],
        "nuts",
        2,
    )
    assert almonds.by_hand
    assert portions["sr:12061"][0].approximate


def test_a_name_of_sr_legacy_finds_the_row_that_took_its_values(tmp_path: Path):
    (almonds, hemp, spinach), _ = apply(
        tmp_path,
        '"legacy:Nuts, almonds",Almonds,,nuts,2\n"legacy:Seeds, hemp seed, hulled",Hemp,,seeds,2\n'
        '"fndds:Spinach, creamed",Creamed spinach,,dishes,0\n',
    )
    assert [food.name for food in (almonds, hemp, spinach)] == ["Almonds", "Hemp", "Creamed spinach"]
    assert spinach.by_hand
    assert spinach.staple == 0


@pytest.mark.parametrize(
    ("rows", "portions", "complaint"),
    [
        ("sr:99999,Almonds,,nuts,2\n", "", "staples_a.csv, line 2: no food of the sources is 'sr:99999'"),
        ("sr:12061,A,,nuts,2\nsr:12061,B,,nuts,2\n", "", "line 3: 'sr:12061' is taken by staples_a.csv, line 2"),
        ('sr:12061,A,,nuts,2\n"fndds:Spinach, creamed",a,,nuts,2\n', "", "line 3: 'a' is taken by"),
        ("sr:12061,A,,nuts,3\n", "", "line 2: staple is '3'"),
        ("", "sr:1,cup,1,30,0,x\n", "staple_portions_a.csv, line 2: no food of the sources is 'sr:1'"),
        ("", "sr:12061,cup,1,0,0,x\n", "line 2: a portion needs"),
        ("", "sr:12061,cup,one,30,0,x\n", "line 2: could not convert"),
        ("", "sr:12061,cup,1,30,0,\n", "line 2: a portion needs"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_file_and_line(tmp_path: Path, rows, portions, complaint):
    with pytest.raises(StapleError) as error:
        apply(tmp_path, rows, portions)
    assert complaint in str(error.value)


def test_absent_files_are_no_staples(tmp_path: Path):
    assert apply_staples(tmp_path, foods(), []) == {}
