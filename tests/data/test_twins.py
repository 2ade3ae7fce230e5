"""The same food in two sources stands once."""

import pytest

from building.food import FNDDS
from building.twins import key_of, merge_twins, singular
from tests.data.builders import source_food


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ("Spinach, cooked", "Spinach, fresh, cooked, no added fat", "greens"),
        ("Apples, raw, with skin", "Apple, raw, skin", "fruit"),
        ("Almonds, unroasted", "Almonds", "nuts"),
        ("Cod, baked", "Cod, grilled", "fish"),
    ],
)
def test_words_that_tell_nothing_apart_do_not_count(one, other, group):
    assert key_of(one, group) == key_of(other, group)


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ("Spinach, raw", "Spinach, cooked", "greens"),
        ("Salmon, raw", "Salmon", "fish"),
        ("Peaches, canned", "Peaches, dried", "fruit"),
        ("Black beans, dry", "Black beans, canned", "legumes"),
        ("Milk, whole", "Milk, skim", "drinks"),
    ],
)
def test_states_stay_apart(one, other, group):
    assert key_of(one, group) != key_of(other, group)


@pytest.mark.parametrize(
    ("plural", "word"),
    [
        ("berries", "berry"),
        ("tomatoes", "tomato"),
        ("peaches", "peach"),
        ("nuts", "nut"),
        ("swiss", "swiss"),
        ("peas", "pea"),
    ],
)
def test_plurals_of_food_words(plural, word):
    assert singular(plural) == word


def merged(*foods):
    return merge_twins(foods, {food.id: food.name for food in foods})[0]


def test_the_newer_row_stays_and_inherits_the_name_and_the_measures():
    old = source_food("Carrots, raw", group="vegetables", energy_kcal=41.0, measures=[(1, "cup", 128)])
    new = source_food("Carrot, raw", source=FNDDS, group="vegetables", energy_kcal=48.0)
    (food,) = merged(old, new)
    assert food is new
    assert food.also == ["Carrots, raw"]
    assert food.measures == old.measures


def test_a_vegetable_cooked_with_salt_gives_way_to_the_plain_one():
    plain = source_food("Kale, cooked", group="greens", energy_kcal=28.0, sodium_mg=23.0)
    salted = source_food("Kale, fresh, cooked", source=FNDDS, group="greens", energy_kcal=42.0, sodium_mg=190.0)
    assert merged(plain, salted) == [plain]


def test_a_food_named_by_hand_stays_whatever_stands_beside_it():
    staple = source_food("Beef, roast", group="meat", energy_kcal=206.0, by_hand=True, staple=1, also=["beef"])
    other = source_food("Beef", source=FNDDS, group="meat", energy_kcal=250.0)
    assert merged(staple, other) == [staple]


def test_a_food_named_by_hand_stays_though_it_is_no_staple_and_older():
    by_hand = source_food("Cheese fondue", group="other", energy_kcal=228.0, by_hand=True)
    newer = source_food("Cheese fondue, plain", source=FNDDS, group="other", energy_kcal=230.0)
    assert merged(newer, by_hand) == [by_hand]


def test_rows_that_differ_in_energy_are_two_foods():
    light = source_food("Cream", group="dairy", energy_kcal=195.0)
    heavy = source_food("Cream, plain", group="dairy", energy_kcal=340.0)
    assert len(merged(light, heavy)) == 2


def test_raw_is_never_merged_into_cooked():
    staple = source_food(
        "Broccoli, cooked", group="vegetables", energy_kcal=35.0, by_hand=True, staple=1, also=["broccoli, plain"]
    )
    raw = source_food("Broccoli, raw", source=FNDDS, group="vegetables", energy_kcal=34.0)
    assert len(merged(staple, raw)) == 2


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ("Chicken breast, meat only, roasted", "Chicken breast, meat and skin, roasted", "meat"),
        ("Popcorn, caramel-coated, with peanuts", "Popcorn, caramel-coated, without peanuts", "grains"),
        ("Black beans", "Black beans with meat", "legumes"),
        ("Crackers, wheat", "Crackers, whole-wheat", "grains"),
        ("Spinach, raw", "Water spinach, raw", "greens"),
        ("Apricots, canned, with skin", "Apricots, canned, without skin", "fruit"),
        ("Pompano, baked", "Pompano, steamed", "fish"),
        ("Peanuts, oil-roasted, with salt", "Peanuts, oil-roasted, without salt", "nuts"),
    ],
)
def test_what_one_has_and_the_other_has_not_is_never_merged(one, other, group):
    foods = [source_food(name, group=group, energy_kcal=150.0) for name in (one, other)]
    assert len(merged(*foods)) == 2
    assert len(merged(*reversed(foods))) == 2


def test_a_merged_row_hands_on_no_name_of_another_way_of_cooking():
    chop = source_food("Lamb, broiled", group="meat", energy_kcal=300.0, by_hand=True, also=["lamb, cooked"])
    roast = source_food("Lamb, roasted", source=FNDDS, group="meat", energy_kcal=300.0)
    kale = source_food("Kale, cooked", group="greens", energy_kcal=28.0)
    oily = source_food("Kale, cooked, with added fat", group="greens", energy_kcal=40.0)
    assert [food.also for food in merged(chop, roast)] == [["lamb, cooked"]]
    assert [food.also for food in merged(kale, oily)] == [[]]


def test_salt_that_only_a_label_tells_keeps_two_rows_apart():
    plain = source_food("Beans, canned", group="legumes", energy_kcal=94.0, sodium_mg=343.0)
    unsalted = source_food("Beans, canned, unsalted", group="legumes", energy_kcal=94.0, sodium_mg=1.0)
    alike = source_food("Beans, canned, no salt", group="legumes", energy_kcal=94.0, sodium_mg=300.0)
    assert len(merged(plain, unsalted)) == 2
    assert len(merged(plain, alike)) == 1


def test_a_survey_food_without_a_state_is_the_cooked_one():
    cooked = source_food("Herring, cooked", group="fish", energy_kcal=203.0, by_hand=True, staple=2)
    unsaid = source_food("Herring", source=FNDDS, group="fish", energy_kcal=210.0)
    raw = source_food("Herring, raw", group="fish", energy_kcal=158.0)
    assert merged(cooked, unsaid, raw) == [cooked, raw]
