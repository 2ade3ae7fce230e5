"""What is left out, and what a name gives away."""

import pytest

from tests.line_reader import a_food
from tests.suggesting.builders import shipped_table
from tracker.foods import Food, FoodTable
from tracker.suggesting.edible import can_be_suggested
from tracker.suggesting.exclusions import VEGAN_GROUPS, WORDS, ExclusionError, Exclusions

NO_TABLE = FoodTable({})


@pytest.mark.parametrize(
    ("text", "groups", "is_vegan"),
    [
        ("", (), False),
        ("none", (), False),
        ("vegan", (), True),
        ("nuts", ("nuts",), False),
        (" Nuts ,  seeds", ("nuts", "seeds"), False),
        ("seeds,nuts", ("nuts", "seeds"), False),
        ("vegan, nuts", ("nuts",), True),
        # Who eats no fish eats no seafood either, unless they say otherwise; the other way round they may.
        ("fish", ("fish", "seafood"), False),
        ("shellfish", ("seafood",), False),
        ("vegetarian", ("fish", "seafood", "meat"), False),
        ("beans", ("legumes",), False),
        ("peanuts", ("nuts",), False),
        ("milk", ("dairy",), False),
    ],
)
def test_words_are_read_as_people_mean_them(text: str, groups: tuple[str, ...], is_vegan: bool) -> None:
    read = Exclusions.parse(text)
    assert (set(read.groups), read.vegan, read.food_ids) == (set(groups), is_vegan, ())
    assert Exclusions.parse(",".join(read.words)) == read
    assert bool(read) is bool(groups or is_vegan)


@pytest.mark.parametrize("text", ["glue", "nuts, glue", "sr:11458"])
def test_an_unknown_word_is_refused_in_one_sentence_that_lists_the_words(text: str) -> None:
    with pytest.raises(ExclusionError) as refused:
        Exclusions.parse(text)
    sentence = str(refused.value)
    assert all(word in sentence for word in WORDS)
    assert sentence.count(". ") == 0
    assert sentence.endswith(".")


def test_a_food_is_left_out_by_its_id_where_the_table_is_known() -> None:
    table = shipped_table()
    read = Exclusions.parse("sr:11458, nuts", table)
    assert (read.groups, read.food_ids) == (("nuts",), ("sr:11458",))
    assert Exclusions.parse(", ".join(read.words), table) == read


def test_a_group_that_is_none_is_refused() -> None:
    with pytest.raises(ExclusionError):
        Exclusions(("plastics",))


@pytest.mark.parametrize(
    ("without", "group", "name", "is_left"),
    [
        ("nuts", "nuts", "Almonds", False),
        ("nuts", "nuts", "Peanuts", False),
        ("nuts", "legumes", "Peanut spread, reduced sugar", False),
        ("nuts", "grains", "Bread, nut", False),
        ("nuts", "grains", "Muesli", False),
        ("nuts", "seeds", "Pumpkin seeds", True),
        ("nuts", "greens", "Spinach, cooked", True),
        ("meat", "legumes", "Pinto beans with meat", False),
        ("meat", "legumes", "Refried beans with pork", False),
        ("meat", "greens", "Lamb's lettuce", True),
        ("meat", "vegetables", "Eggplant, cooked", True),
        ("eggs", "vegetables", "Eggplant, cooked", True),
        ("eggs", "grains", "Egg noodles, cooked", False),
        ("dairy", "greens", "Spinach, creamed", False),
        ("dairy", "drinks", "Milk, whole", False),
        ("dairy", "nuts", "Peanut butter, smooth", True),
        ("dairy", "drinks", "Soy milk, with added calcium", True),
        ("dairy", "drinks", "Oat milk", True),
        ("dairy", "drinks", "Almond milk, unsweetened", True),
        ("dairy", "drinks", "Coconut milk drink", True),
        ("dairy", "drinks", "Rice drink", True),
        ("dairy", "drinks", "Rice pudding with milk", False),
        ("dairy", "drinks", "Chocolate soy milk with cream", False),
        ("nuts", "drinks", "Almond milk, unsweetened", False),
        ("legumes", "drinks", "Soy milk", False),
        ("dairy", "greens", "Butterhead lettuce", True),
        ("dairy", "vegetables", "Mashed potatoes with butter", False),
        ("fish", "seafood", "Shrimp, cooked", False),
        ("fish", "mushrooms", "Mushrooms, oyster, cooked", True),
        ("shellfish", "fish", "Salmon, smoked", True),
        ("vegan", "fish", "Salmon, smoked", False),
        ("vegan", "dairy", "Cheese, feta", False),
        ("vegan", "drinks", "Soy milk", False),
        ("vegan", "legumes", "Tofu, firm", True),
        ("vegan", "legumes", "Baked beans, canned, with pork", False),
        ("vegan", "nuts", "Almonds, honey roasted", False),
        ("vegan", "grains", "Bread, egg", False),
        ("vegan", "grains", "Granola", False),
        ("vegan", "grains", "Muesli", False),
        ("vegan", "grains", "Bagel", False),
        ("vegan", "grains", "Sweet rolls", False),
        ("vegan", "grains", "White bread", True),
        ("eggs", "grains", "Bagel", True),
        ("vegan", "fruit", "Banana", True),
        # With any exclusion: of a mixture, a dish, a sweet nobody knows what is in it.
        ("seeds", "nuts", "Mixed nuts", False),
        ("seeds", "dishes", "Pizza", False),
        ("seeds", "sweets", "Dark chocolate", False),
        ("seeds", "other", "Sauce", False),
        ("seeds", "fats", "Olive oil", False),
        ("", "dishes", "Pizza", True),
        ("none", "sweets", "Dark chocolate", True),
    ],
)
def test_doubt_leaves_out(without: str, group: str, name: str, is_left: bool) -> None:
    food = a_food(name, ("cup", 100.0), group=group)
    assert (Exclusions.parse(without).allowed([food], NO_TABLE) == [food]) is is_left


def test_with_an_exclusion_only_everyday_foods_of_the_table_remain() -> None:
    burger = a_food("Garden burger", ("piece", 70.0), group="legumes", staple=0)
    label = a_food("My bar", ("piece", 70.0), group="nuts", staple=2, id="own:bar")
    assert Exclusions().allowed([burger, label], NO_TABLE) == [burger, label]
    assert Exclusions.parse("fish").allowed([burger, label], NO_TABLE) == []


def test_vitamin_d_that_was_added_to_a_plant_is_not_vegan_for_certain() -> None:
    def food(group: str, ug: float | None) -> Food:
        return a_food("Something", group=group, per_100_g={"vitamin_d_ug": ug})

    flakes, plain, blank, mushrooms = (
        food("grains", 5.0),
        food("grains", 0.0),
        food("grains", None),
        food("mushrooms", 5.0),
    )
    foods = [flakes, plain, blank, mushrooms]
    assert Exclusions.parse("vegan").allowed(foods, NO_TABLE) == [plain, blank, mushrooms]
    assert Exclusions.parse("dairy").allowed(foods, NO_TABLE) == foods


def test_a_single_food_takes_along_what_is_called_after_it() -> None:
    almonds, butter = a_food("Almonds", group="nuts", id="a"), a_food("Almond butter", group="nuts")
    cashews = a_food("Cashews", group="nuts")
    table = FoodTable({"a": almonds})
    assert Exclusions(food_ids=("a",)).allowed([almonds, butter, cashews], table) == [cashews]
    # A food that is gone from the table leaves out nothing more.
    assert Exclusions(food_ids=("gone",)).allowed([almonds, cashews], table) == [almonds, cashews]


def test_no_food_of_the_table_slips_through_what_it_names() -> None:
    table = shipped_table()
    vegan = Exclusions.parse("vegan").allowed(table, table)
    assert {food.group for food in vegan} <= VEGAN_GROUPS
    assert len(vegan) > 100
    said = ("milk", "cheese", "egg ", "meat", "pork", "chicken", "fish", "beef", "honey,", "bacon")
    assert [food.name for food in vegan if any(word in f"{food.name.lower()} " for word in said)] == []
    no_nuts = Exclusions.parse("nuts").allowed(table, table)
    nuts = ("almond", "peanut", "walnut", "cashew", "hazelnut", "pecan", "pistachio", "granola")
    assert [food.name for food in no_nuts if any(word in food.name.lower() for word in nuts)] == []


@pytest.mark.parametrize(
    ("name", "can_be"),
    [
        ("Spinach, cooked", True),
        ("Almonds", True),
        ("Tofu, firm", True),
        ("Oats, dry", True),
        ("Milk, whole", True),
        ("Soy milk, with added calcium and vitamin D", True),
        ("Dark chocolate", True),
        ("Cod liver oil", False),
        ("Brazil nuts", False),
        ("Swordfish, cooked", False),
        ("Caviar", False),
        ("Poppy seeds", False),
        ("Salmon, sockeye, raw", False),
        ("Egg, raw", False),
        ("Lentils, dry", False),
        ("Chickpea flour (besan)", False),
        ("Mushrooms, morel, raw", False),
        ("Mushrooms, white, raw", True),
        ("Parsley", False),
        ("Beef liver, pan-fried", False),
        ("Kidney beans, cooked", True),
        ("Beer", False),
        ("Wine, red", False),
        ("Coffee, brewed", False),
        ("Cola", False),
        ("Tap water", False),
        ("Orange juice", False),
        ("Peanut sauce", False),
    ],
)
def test_what_nobody_should_be_urged_to_eat_is_never_suggested(name: str, can_be: bool) -> None:
    food = next(food for food in shipped_table() if food.name == name)
    assert can_be_suggested(food) is can_be


@pytest.mark.parametrize(
    ("group", "alcohol_g", "can_be"), [("other", None, True), ("fats", None, False), ("drinks", 5.0, False)]
)
def test_an_own_food_is_what_its_label_says(group: str, alcohol_g: float | None, can_be: bool) -> None:
    food = a_food("My milk", group=group, id="own:x", per_100_g={"alcohol_g": alcohol_g})
    assert can_be_suggested(food) is can_be
