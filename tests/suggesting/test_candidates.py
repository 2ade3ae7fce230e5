"""Which foods ways are made of, in which portions, and at what cost."""

import pytest

from tests.suggesting.builders import eatable, shipped_table
from tracker.foods import Food, FoodTable
from tracker.suggesting.candidates import MOST_CANDIDATES, Candidate, candidates
from tracker.suggesting.exclusions import Exclusions

NOTHING = Exclusions()


def found(*foods: Food, usual: tuple[Food, ...] = (), exclusions: Exclusions = NOTHING) -> list[Candidate]:
    return list(candidates(FoodTable({food.id: food for food in foods}), usual, exclusions))


def a_staple(name: str, group: str = "greens", kcal: float | None = 40.0, mg: float | None = 50.0, **more) -> Food:
    return eatable(name, kcal, mg, more.pop("ug", None), group=group, staple=2, **more)


def test_what_the_person_eats_comes_first_and_costs_less_than_a_staple() -> None:
    kale, spinach = a_staple("Kale"), a_staple("Spinach")
    pasta, rice = (eatable(name, 200.0, 30.0, 0.0, group="grains") for name in ("Pasta", "Rice"))
    usual = found(kale, spinach, pasta, rice, usual=(rice, kale))
    assert [(one.food.name, one.is_usual, one.unfamiliar_kcal) for one in usual] == [
        ("Rice", True, 0.0),
        ("Kale", True, 1.0),
        ("Spinach", False, 50.0),
    ]


def test_the_hundredth_food_a_person_eats_costs_no_more_than_an_unknown_one() -> None:
    eaten = tuple(eatable(f"Food {number}", 100.0, 10.0, None, group="grains") for number in range(100))
    assert max(one.unfamiliar_kcal for one in found(usual=eaten)) == 50.0


@pytest.mark.parametrize(
    ("food", "most"),
    [
        (a_staple("Spinach", grams=180.0), 2),
        (a_staple("Kale", grams=230.0), 1),
        (a_staple("Cabbage", grams=450.0), 0),
        (a_staple("Almonds", "nuts", grams=30.0), 2),
        (a_staple("Walnut halves", "nuts", grams=100.0), 0),
        (a_staple("Chia seeds", "seeds", grams=12.0), 2),
        (a_staple("Sesame", "seeds", grams=160.0, measure="cup"), 0),
        (a_staple("Salmon", "fish", ug=1.0, grams=178.0), 1),
        (a_staple("Sardines", "fish", ug=1.0, grams=92.0), 2),
    ],
)
def test_whole_usual_portions_stay_within_a_weight_that_people_eat(food: Food, most: int) -> None:
    assert [one.most for one in found(food)] == ([most] if most else [])


@pytest.mark.parametrize(
    "food",
    [
        a_staple("No energy known", kcal=None),
        a_staple("Nothing known", mg=None),
        a_staple("Nothing in it", mg=0.0, ug=0.0),
        a_staple("Fish of unknown vitamin D", "fish"),
        a_staple("Purslane juice", "drinks"),
        a_staple("Bread", "grains"),
        a_staple("Mushrooms, UV-exposed", "mushrooms", ug=10.0),
        eatable("Everyday greens", 40.0, 50.0, None, group="greens", staple=1),
    ],
)
def test_what_is_no_staple_or_of_no_known_help_is_no_candidate(food: Food) -> None:
    assert found(food) == []


def test_a_food_without_a_portion_is_no_candidate() -> None:
    food = a_staple("Kale")
    bare = Food(**{name: getattr(food, name) for name in food.__dataclass_fields__} | {"portions": ()})
    assert found(bare) == []


def test_mushrooms_grown_under_uv_light_are_there_for_who_eats_them() -> None:
    mushrooms = a_staple("Mushrooms, UV-exposed", "mushrooms", ug=10.0)
    assert [one.food for one in found(mushrooms, usual=(mushrooms,))] == [mushrooms]


def test_a_fish_seafood_and_meat_are_one_course() -> None:
    foods = [a_staple("Salmon", "fish", ug=1.0), a_staple("Mussels", "seafood"), a_staple("Kale")]
    assert [one.course for one in found(*foods)] == ["main", "main", "greens"]


def test_the_kind_of_a_food_is_its_name_before_the_comma() -> None:
    assert [one.family for one in found(a_staple("Spinach, frozen, cooked"), a_staple("Swiss chard"))] == [
        "spinach",
        "swiss chard",
    ]


def test_there_are_never_more_than_were_measured() -> None:
    eaten = tuple(eatable(f"Food {number}", 100.0, 10.0, None, group="grains") for number in range(500))
    assert len(found(usual=eaten)) == MOST_CANDIDATES


def test_every_staple_of_the_table_is_something_to_eat() -> None:
    table = shipped_table()
    staples = candidates(table, (), NOTHING)
    assert len(staples) > 100
    assert {one.food.group for one in staples} == {
        "nuts",
        "seeds",
        "greens",
        "legumes",
        "fish",
        "seafood",
        "mushrooms",
    }
    strange = ("liver oil", "raw", "dry", "dried", "flour", "brazil", "caviar", "swordfish", "poppy", "uv-")
    raw_is_eaten = ("mushrooms", "greens")
    assert [
        one.food.name
        for one in staples
        if any(word in one.food.name.lower() for word in strange)
        and not (one.food.group in raw_is_eaten and "raw" in one.food.name)
    ] == ["Coconut, dried, unsweetened"]
    assert all(one.portion.grams * one.most <= 400 for one in staples)
