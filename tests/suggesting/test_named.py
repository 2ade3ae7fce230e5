"""Foods that are left out by what people call them."""

import pytest

from tests.suggesting.builders import shipped_table
from tracker.search import FoodIndex
from tracker.suggesting.named import NoFoodError, exclusions_of


@pytest.fixture(scope="module")
def index() -> FoodIndex:
    return FoodIndex(shipped_table())


def heads_of(food_ids: tuple[str, ...]) -> set[str]:
    return {shipped_table().foods[food_id].name.partition(",")[0] for food_id in food_ids}


@pytest.mark.parametrize(
    ("text", "groups", "is_vegan", "heads"),
    [
        ("", (), False, set()),
        ("none", (), False, set()),
        ("almonds", (), False, {"Almonds"}),
        ("tofu, Swiss  chard", (), False, {"Tofu", "Swiss chard"}),
        ("tofu;Swiss chard; nuts ;", ("nuts",), False, {"Tofu", "Swiss chard"}),
        ("VEGAN; spinach", (), True, {"Spinach"}),
        ("sr:11458", (), False, {"Spinach"}),
        ("spinach, spinach", (), False, {"Spinach"}),
        ("rice", (), False, {"White rice", "Brown rice", "Wild rice", "Rice milk"}),
        ("gluten, lactose; soy", ("legumes", "grains", "dairy"), False, set()),
    ],
)
def test_names_and_groups_are_read_with_commas_or_semicolons_between(
    index: FoodIndex, text: str, groups: tuple[str, ...], is_vegan: bool, heads: set[str]
) -> None:
    read = exclusions_of(text, shipped_table(), index)
    assert (read.groups, read.vegan, heads_of(read.food_ids)) == (groups, is_vegan, heads)


@pytest.mark.parametrize(("text", "word"), [("qwxzy", "qwxzy"), ("tofu; qwxzy", "qwxzy"), ("q" * 60, "q" * 39 + "…")])
def test_what_is_no_food_is_named_in_one_sentence(index: FoodIndex, text: str, word: str) -> None:
    with pytest.raises(NoFoodError) as refused:
        exclusions_of(text, shipped_table(), index)
    assert str(refused.value) == f"No food is called “{word}”: write names with commas between, such as tofu."


@pytest.mark.parametrize(
    ("word", "meant"),
    [("vegn", "vegan"), ("Nutz", "nuts"), ("almnds", "almonds"), ("veganism", "vegan"), ("spinich", "spinach")],
)
def test_a_slip_is_asked_about_and_never_guessed_at(index: FoodIndex, word: str, meant: str) -> None:
    with pytest.raises(NoFoodError) as refused:
        exclusions_of(word, shipped_table(), index)
    assert str(refused.value) == f"No food is called “{word}”: did you mean {meant}?"


@pytest.mark.parametrize("word", ["fructose", "casein", "luna", "reduced"])
def test_a_word_of_a_name_that_is_not_what_the_food_is_names_none(index: FoodIndex, word: str) -> None:
    with pytest.raises(NoFoodError):
        exclusions_of(word, shipped_table(), index)


def test_without_bread_there_is_none_of_any_kind(index: FoodIndex) -> None:
    table = shipped_table()
    left = exclusions_of("bread", table, index).allowed(table, table)
    assert [food.name for food in left if " bread" in f" {food.name.casefold()}"] == []
    assert "Oats, dry" in [food.name for food in left]


def test_the_short_name_of_a_food_that_is_left_out_by_now_means_that_food(index: FoodIndex) -> None:
    salmon = [food.id for food in shipped_table() if food.name in ("Salmon, smoked", "Salmon, poached or steamed")]
    assert exclusions_of("salmon", shipped_table(), index, salmon).food_ids == tuple(sorted(salmon))
    assert exclusions_of("tofu", shipped_table(), index, salmon).food_ids != tuple(sorted(salmon))
