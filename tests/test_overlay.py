"""A person's own foods and saved meals in the search and in the line, over the table that all share."""

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY, NOON, a_supplement, an_entry
from tests.line_reader import only
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.parse import Item, entries_of_item
from tracker.saved_meal import SavedMeal, saved_meal

ODD_NAMES = (
    "Half & Half 2% (Aldi)",
    "50/50 mix",
    "Bread and butter, with jam",
    "Vitamin D milk",
    "Magnesium 200 mg drink",
    "Cup of joy",
    "2 x 250 ml shake",
    "Müsli’s best",
    "<b>bold</b> bar",
    "$x$ :red[bar]",
    "O'Brien's \"soup\"",
    "Robert'); DROP TABLE entry;--",
    "7-grain thing; no. 3",
    "half a dozen",
    "No breakfast",
    "+1 energy",
)


@cache
def shared() -> Foods:
    return Foods.of(load_foods())


def a_bar(name: str, **more) -> OwnFood:
    portions = (own_portion("bar", 50),)
    return own_food(name, {"energy_kcal": 400, "magnesium_mg": 100}, **({"portions": portions} | more))


def porridge(name: str = "my porridge") -> SavedMeal:
    parts = [
        an_entry(name="Oats", amount=0.5, grams=40.0, magnesium_mg=55.0),
        an_entry(name="Milk", kind="drink", grams=160.0, magnesium_mg=20.0),
        a_supplement(vitamin_d_ug=25.0),
    ]
    return saved_meal(name, parts)


def read(line: str, *own: OwnFood, meals: tuple[SavedMeal, ...] = ()) -> list[Item]:
    return shared().with_own(own, meals).reader.read(line)


def test_without_anything_own_nothing_is_laid_over() -> None:
    assert shared().with_own((), ()) is shared()


# Own foods


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("line", ["30 g {}", "{} 30 g", "30 g my {}", "200 ml milk; 30 g {}"])
def test_an_own_food_is_found_in_a_line_by_its_name_whatever_it_is_made_of(name: str, line: str) -> None:
    food = a_bar(name)
    item = read(line.format(name), food)[-1]
    assert (item.status, item.food_id, item.grams, item.name) == ("ready", food.id, 30, name)
    assert item.nutrients is not None
    assert item.nutrients["magnesium_mg"] == 30
    assert item.nutrients["fiber_g"] is None


def test_an_own_food_is_counted_by_its_own_portions() -> None:
    assert only(read("2 bars protein crunch xy", a_bar("Protein crunch xy"))).grams == 100
    assert only(read("half a bar protein crunch xy", a_bar("Protein crunch xy"))).grams == 25
    asked = only(read("protein crunch xy", a_bar("Protein crunch xy")))
    assert (asked.status, asked.amount, asked.measure, asked.grams) == ("ask", 1, "bar", 50)


def test_an_own_food_of_the_same_name_comes_before_the_tables() -> None:
    food = a_bar("Spinach, cooked")
    assert only(read("100 g spinach, cooked", food)).food_id == food.id
    assert only(read("100 g spinach, raw", food)).name == "Spinach, raw"


def test_a_plain_word_still_means_the_plain_food() -> None:
    own = (a_bar("Milk chocolate Xy"), a_bar("Milk, lactose-free Xy"), a_bar("Egg salad Xy"))
    for line, name in (("200 ml milk", "Milk, whole"), ("2 boiled eggs", "Egg, boiled")):
        item = only(read(line, *own))
        assert (item.status, item.name) == ("ready", name)


def test_an_own_food_named_like_a_supplement_is_the_food_and_its_dose_is_asked_about() -> None:
    food = a_bar("Magnesium")
    assert only(read("30 g magnesium", food)).food_id == food.id
    assert only(read("magnesium 200 mg", food)).status == "ask"
    assert only(read("vitamin d3 1000 IU", food)).kind == "supplement"


def test_an_own_drink_is_a_drink() -> None:
    item = only(read("300 ml my fizz", a_bar("Fizz", group="drinks", portions=())))
    assert (item.kind, item.grams, item.status) == ("drink", 300, "ready")


def test_the_search_finds_own_foods_while_they_are_typed_and_keeps_the_tables_order() -> None:
    food = a_bar("Crunchola deluxe")
    index = shared().with_own((food,), ()).index
    for text in ("crunchola", "crunch", "deluxe crunchola", "crunchloa"):
        assert index.search(text, 5)[0].food.id == food.id
    for text in ("milk", "spinach", "almonds raw", "xyzzy", ""):
        assert [hit.food for hit in index.search(text, 8)] == [hit.food for hit in shared().index.search(text, 8)]
    assert len(index.search("crunch", 1)) == 1


def test_an_own_food_that_lacks_a_word_is_not_shown_before_one_of_the_table_that_has_all() -> None:
    index = shared().with_own((a_bar("Dark matter Xy"), a_bar("Almonde Xy")), ()).index
    assert index.search("dark chocolate", 5)[0].food.name == "Dark chocolate"
    assert "Almonde Xy" not in [hit.food.name for hit in index.search("almonds", 200, partial=False)]


def test_the_table_has_own_foods_by_id_and_the_shared_one_stays_as_it_was() -> None:
    food = a_bar("Crunchola deluxe")
    foods = shared().with_own((food,), ())
    assert foods.table.get(food.id) == food.as_food()
    assert shared().table.get(food.id) is None
    assert shared().reader.book.get("crunchola deluxe") is None


# Saved meals


@pytest.mark.parametrize(
    ("line", "factor"),
    [
        ("my porridge", 1),
        ("My Porridge", 1),
        ("half my porridge", 0.5),
        ("1/2 my porridge", 0.5),
        ("½ my porridge", 0.5),
        ("2 x my porridge", 2),
        ("2x my porridge", 2),
        ("my porridge x2", 2),
        ("2 my porridge", 2),
        ("one and a half my porridge", 1.5),
        ("a serving of my porridge", 1),
        ("300 g my porridge", 1.5),
        ("i had my porridge", 1),
        ("breakfast: my porridge", 1),
    ],
)
def test_a_saved_meal_is_read_by_name_and_scaled(line: str, factor: float) -> None:
    item = only(read(line, meals=(porridge(),)))
    assert (item.status, item.kind, item.food_id, item.name) == ("ready", "meal", None, "my porridge")
    assert (item.amount, item.measure, item.grams) == (factor, "x", 200 * factor)
    assert item.nutrients is not None
    assert item.nutrients["magnesium_mg"] == 75 * factor
    entries = entries_of_item(item, shared().table, day=FRIDAY, at=NOON, meal="breakfast")
    assert [entry.magnesium_mg for entry in entries] == [55 * factor, 20 * factor, None]
    assert only(read(f"{item.amount} {item.measure} {item.name}", meals=(porridge(),))).grams == item.grams


@pytest.mark.parametrize(
    "line",
    [
        "a cup of my porridge",
        "300 my porridge",
        "some my porridge",
        "0 my porridge",
        "-2 my porridge",
        "2-3 my porridge",
    ],
)
def test_how_much_of_a_saved_meal_is_asked_when_it_is_not_plain(line: str) -> None:
    item = only(read(line, meals=(porridge(),)))
    assert (item.status, item.kind, item.confirmable) == ("ask", "meal", False)
    assert item.amount is not None


def test_an_implausible_number_of_times_is_to_be_confirmed() -> None:
    item = only(read("4000 g my porridge", meals=(porridge(),)))
    assert (item.status, item.confirmable) == ("ask", True)
    assert only(read("2e6 kg my porridge", meals=(porridge(),))).status == "ask"


@pytest.mark.parametrize("name", [*ODD_NAMES, "breakfast", "usual", "porridge", "Smoothie no. 2", "2 eggs on toast"])
@pytest.mark.parametrize(("line", "factor"), [("{}", 1), ("half my {}", 0.5), ("2 x {}", 2), ("1 apple; {}", 1)])
def test_a_saved_meal_is_found_whatever_its_name_is_made_of(name: str, line: str, factor: float) -> None:
    item = read(line.format(name), meals=(porridge(name),))[-1]
    assert (item.status, item.kind, item.name, item.amount) == ("ready", "meal", name, factor)


def test_a_saved_meal_stands_beside_other_items() -> None:
    items = read("half my porridge and 200 ml milk, a banana", meals=(porridge(),))
    assert [(item.status, item.kind) for item in items] == [("ready", "meal"), ("ready", "drink"), ("ready", "food")]


def test_a_name_shared_with_a_food_is_the_meal_unless_an_amount_in_a_unit_is_said() -> None:
    meals = (porridge("Milk, whole"),)
    assert only(read("milk, whole", meals=meals)).kind == "meal"
    assert only(read("2 x milk, whole", meals=meals)).kind == "meal"
    assert only(read("200 ml milk, whole", meals=meals)).kind == "drink"


names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=30).filter(
    str.strip
)


@given(names, names)
def test_any_name_can_be_laid_over_and_no_line_with_it_raises(food_name: str, meal_name: str) -> None:
    foods = shared().with_own((a_bar(food_name),), (porridge(meal_name),))
    for line in (food_name, f"30 g {food_name}", f"half {meal_name}", f"2 x my {meal_name}, 30 g almonds"):
        for item in foods.reader.read(line):
            assert (item.status == "ready") == (item.reason is None)
    assert any(hit.food.name == "Almonds" for hit in foods.index.search("almonds", 5))
