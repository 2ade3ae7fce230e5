"""What is left out of the table."""

import pytest

from building.food import FNDDS
from building.omit import leave_out, reason_to_omit
from tests.data.builders import source_food


@pytest.mark.parametrize(
    "name",
    [
        "Infant formula, MEAD JOHNSON, ENFAMIL, with iron, powder",
        "Oil, industrial, soy, refined, for woks and light frying",
        "Shortening, household, soybean (hydrogenated) and palm",
        "Leavening agents, baking soda",
        "Chicken, broilers or fryers, meat and skin and giblets and neck, raw",
        "Pork, fresh, separable fat, cooked",
        "Kale, cooked, boiled, drained, with salt",
        "Potatoes, baked, flesh, with salt",
        "Soup, tomato, canned, condensed",
        "Pudding, vanilla, dry mix",
        "Asparagus, frozen, unprepared",
        "Orange juice, frozen concentrate, unsweetened, undiluted",
        "Broccoli, cooked, as ingredient",
        "Avocado, for use on a sandwich",
        "USDA Commodity, beef, ground, raw",
        "Lamb, New Zealand, imported, frozen, rib, raw",
        "Salmon, red, canned (Alaska Native) - DUPLICATE, DO NOT USE",
    ],
)
def test_what_nobody_eats_as_such_is_left_out(name):
    assert reason_to_omit(source_food(name)) is not None


@pytest.mark.parametrize(
    "name",
    [
        "Kale, cooked, boiled, drained, without salt",
        "Nuts, almonds, dry roasted, with salt added",
        "Butter, salted",
        "Soup, tomato, canned, prepared with equal volume water",
        "Milk, canned, condensed, sweetened",
        "Puddings, vanilla, dry mix, regular, prepared with whole milk",
        "Orange juice, frozen concentrate, unsweetened, diluted with 3 volume water",
        "Fish oil, cod liver",
        "Oil, olive, salad or cooking",
        "Salt, table",
        "Broccoli, frozen, chopped, cooked, boiled, drained, without salt",
        "MORNINGSTAR FARMS Grillers Original, frozen, unprepared",
        "Mushrooms, portabella, exposed to ultraviolet light, raw",
    ],
)
def test_what_people_eat_stays(name):
    assert reason_to_omit(source_food(name)) is None


def kept(*names, source="USDA SR24", by_hand=()):
    foods = [source_food(name, source=source, by_hand=name in by_hand, energy_kcal=1.0 * len(name)) for name in names]
    return [food.source_name for food in leave_out(foods)[0]]


def test_one_grade_and_one_trim_of_a_cut_stay():
    cut = "Beef, chuck, blade roast, separable lean and fat, trimmed to {} fat, {}, raw"
    rows = [cut.format(trim, grade) for trim in ('0"', '1/8"') for grade in ("choice", "all grades", "select")]
    assert kept(*rows) == [cut.format('0"', "all grades")]


def test_a_lean_row_goes_when_the_whole_cut_is_there_and_stays_when_it_is_not():
    whole, lean = "Pork, loin, separable lean and fat, raw", "Pork, loin, separable lean only, raw"
    assert kept(whole, lean) == [whole]
    assert kept(lean) == [lean]


def test_an_open_question_goes_when_a_sibling_answers_it():
    unsaid, fresh = "Spinach, NS as to form, cooked", "Spinach, fresh, cooked, no added fat"
    assert kept(unsaid, fresh, source=FNDDS) == [fresh]
    assert kept(unsaid, source=FNDDS) == [unsaid]


def test_a_food_named_by_hand_is_never_left_out():
    assert kept("Leavening agents, yeast, baker's", by_hand=("Leavening agents, yeast, baker's",))


def test_a_food_named_by_hand_is_no_near_twin():
    whole, lean = "Pork, loin, separable lean and fat, raw", "Pork, loin, separable lean only, raw"
    assert kept(whole, lean, by_hand=(lean,)) == [whole, lean]
