"""Loading the food table: what is kept, what is reported, what is refused."""

from pathlib import Path

import pytest

from tracker.foods import FOOD_COLUMNS, GROUPS, PORTION_COLUMNS, TAP_WATER_ID, FoodFileError, load_foods
from tracker.nutrients import NUTRIENTS

ALMONDS = "almonds,Almonds,mandeln|badam,nuts,USDA,Almonds,2,4.4,579,21.2,12.5,270,0,269,733,1,0,"
SALMON = "salmon,Salmon,,fish,USDA,Salmon,2,59.6,206,22.1,0,30,,15,384,61,0,0"
HANDFUL = "almonds,handful,1,30,1,rule of thumb"


def write(folder: Path, foods: list[str], portions: list[str], header: str = ",".join(FOOD_COLUMNS)) -> Path:
    (folder / "foods.csv").write_text("\n".join([header, *foods]) + "\n", encoding="utf-8")
    (folder / "portions.csv").write_text("\n".join([",".join(PORTION_COLUMNS), *portions]) + "\n", encoding="utf-8")
    return folder


def test_a_food_is_read_with_its_values_names_and_portions(tmp_path: Path) -> None:
    table = load_foods(write(tmp_path, [ALMONDS, SALMON], [HANDFUL, "almonds,cup,1,143,0,USDA"]))
    almonds = table.foods["almonds"]
    assert almonds.also == ("mandeln", "badam")
    assert almonds.per_100_g["magnesium_mg"] == 270
    assert [portion.measure for portion in almonds.portions] == ["handful", "cup"]
    assert almonds.usual_portion is not None
    assert almonds.usual_portion.approximate
    assert table.problems == ()


def test_a_blank_nutrient_stays_unknown_and_a_zero_stays_zero(tmp_path: Path) -> None:
    table = load_foods(write(tmp_path, [ALMONDS, SALMON], []))
    assert table.foods["salmon"].per_100_g["vitamin_d_ug"] is None
    assert table.foods["almonds"].per_100_g["vitamin_d_ug"] == 0
    assert table.foods["almonds"].per_100_g["caffeine_mg"] is None


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        (ALMONDS, "stands twice"),
        (SALMON.replace("fish", "poultry", 1).replace("salmon", "other"), "unknown group 'poultry'"),
        (SALMON.replace("salmon", "other").replace("59.6", "-59.6"), "water_g is -59.6"),
        (SALMON.replace("salmon", "other").replace("59.6", "159.6"), "more than the food itself"),
        (SALMON.replace("salmon", "other").replace("59.6", "nan"), "water_g is nan"),
        (SALMON.replace("salmon", "other").replace("59.6", "much"), "not a number"),
        (SALMON.replace("salmon", "other").replace("USDA,Salmon,2", "USDA,Salmon,3"), "staple is '3'"),
        (SALMON.replace("salmon", "", 1), "no id or no name"),
        ("short,row", "2 cells"),
    ],
)
def test_a_row_that_cannot_be_right_is_left_out_and_reported_with_its_line(
    tmp_path: Path, row: str, complaint: str
) -> None:
    table = load_foods(write(tmp_path, [ALMONDS, row, SALMON], []))
    assert list(table.foods) == ["almonds", "salmon"]
    (problem,) = table.problems
    assert (problem.file, problem.line) == ("foods.csv", 3)
    assert complaint in problem.what


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("almonds,cup,0,143,0,USDA", "above zero"),
        ("almonds,cup,1,inf,0,USDA", "above zero"),
        ("almonds,cup,one,143,0,USDA", "not a number"),
        ("almonds,cup,1,143,maybe,USDA", "approximate is 'maybe'"),
        ("almonds,cup,1,143,0,", "no source"),
        ("walnuts,cup,1,143,0,USDA", "no food has the id 'walnuts'"),
    ],
)
def test_a_portion_that_cannot_be_right_is_left_out_and_reported(tmp_path: Path, row: str, complaint: str) -> None:
    table = load_foods(write(tmp_path, [ALMONDS], [HANDFUL, row]))
    assert [portion.measure for portion in table.foods["almonds"].portions] == ["handful"]
    (problem,) = table.problems
    assert (problem.file, problem.line) == ("portions.csv", 3)
    assert complaint in problem.what


def test_an_unknown_column_is_reported_and_does_not_shift_the_others(tmp_path: Path) -> None:
    header = "colour," + ",".join(FOOD_COLUMNS)
    table = load_foods(write(tmp_path, ["brown," + ALMONDS], [], header))
    assert table.foods["almonds"].per_100_g["magnesium_mg"] == 270
    assert [str(problem) for problem in table.problems] == ["foods.csv, line 1: unknown column 'colour'"]


def test_a_table_without_a_column_is_refused(tmp_path: Path) -> None:
    write(tmp_path, [], [], ",".join(FOOD_COLUMNS[:-1]))
    with pytest.raises(FoodFileError, match=r"foods\.csv cannot be read: it has no column 'caffeine_mg'\."):
        load_foods(tmp_path)


def test_an_absent_or_damaged_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(FoodFileError, match="the file is not there"):
        load_foods(tmp_path)
    write(tmp_path, [ALMONDS], [])
    (tmp_path / "foods.csv").write_bytes(b"\xff\xfe\x00garbage")
    with pytest.raises(FoodFileError, match=r"cannot be read: it is damaged: it is not UTF-8 text\.$"):
        load_foods(tmp_path)
    (tmp_path / "foods.csv").write_text(",".join(FOOD_COLUMNS) + '\n"almonds', encoding="utf-8")
    with pytest.raises(FoodFileError, match=r"it is damaged: its rows cannot be told apart\.$"):
        load_foods(tmp_path)


def test_the_shipped_table_has_no_problem_and_is_large_enough() -> None:
    table = load_foods()
    assert table.problems == ()
    assert len(table) >= 7000
    assert {food.group for food in table} == set(GROUPS)
    for food in table:
        assert food.per_100_g.keys() == NUTRIENTS.keys()


def test_every_staple_has_a_portion_besides_grams_and_ounces() -> None:
    staples = [food for food in load_foods() if food.staple]
    assert len(staples) >= 250
    universal = {"g", "oz", "ounce", "lb", "kg"}
    assert [food.name for food in staples if not {p.measure for p in food.portions} - universal] == []


def test_the_water_of_the_one_tap_buttons_is_plain_water() -> None:
    water = load_foods().foods[TAP_WATER_ID]
    assert water.is_drink
    assert water.per_100_g["water_g"] == pytest.approx(100, abs=0.2)
    assert water.per_100_g["energy_kcal"] == 0
