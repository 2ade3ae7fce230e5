"""Portions: by hand, of USDA, of a twin, by rule of thumb."""

import pytest

from building.food import FNDDS
from building.portions import Portions
from building.staples import Portion
from building.thumb import BY_GROUP, rule_of_thumb
from tests.data.builders import source_food
from tracker.foods import GROUPS

HANDFUL = Portion("handful", 1, 30, True, "rule of thumb: a handful of nuts is 30 g")


def found(food, sources=(), by_hand=()):
    return [(row.measure, row.grams, row.approximate) for row in Portions(sources, dict(by_hand)).of(food)]


def test_hand_written_portions_come_first_and_no_measure_twice():
    almonds = source_food("Almonds", group="nuts", measures=[(1, "cup", 143), (1, "handful", 25)])
    assert found(almonds, by_hand={almonds.id: [HANDFUL]}.items()) == [("handful", 30, True), ("cup", 143, False)]


def test_what_is_written_by_hand_makes_usdas_doubles_needless():
    tomato = source_food(
        "Tomato", group="vegetables", measures=[(1, "cherry", 17), (2, "handfuls", 60), (1, "cup", 180)]
    )
    by_hand = {tomato.id: [Portion("cherry tomato", 1, 17, False, "USDA"), HANDFUL]}
    assert found(tomato, by_hand=by_hand.items()) == [
        ("cherry tomato", 17, False),
        ("handful", 30, True),
        ("cup", 180, False),
    ]


def test_a_survey_food_weighs_by_the_cup_what_its_twin_weighs():
    plain = source_food("Kale, cooked, boiled, drained, without salt", group="greens", measures=[(1, "cup", 130)])
    oily = source_food("Kale, cooked with oil", source=FNDDS, group="greens")
    portions = Portions([plain], {}).of(oily)
    assert [(row.measure, row.grams, row.approximate) for row in portions] == [("cup", 130, False)]
    assert portions[0].source.endswith("of Kale, cooked, boiled, drained, without salt")


def test_a_drink_gets_a_glass_at_its_own_density():
    milk = source_food("Milk", group="drinks", measures=[(1, "cup", 244), (1, "fl oz", 30.5)])
    rows = {row.measure: row for row in Portions((), {}).of(milk)}
    assert rows["glass"].grams == pytest.approx(250 / 29.57 * 30.5, abs=0.1)
    assert rows["glass"].approximate
    assert not rows["cup"].approximate


def test_a_glass_of_wine_is_five_ounces():
    wine = source_food("Wine, red, Syrah", group="drinks", measures=[(1, "fl oz", 29.4)])
    assert found(wine)[0] == ("glass", pytest.approx(147, abs=0.1), True)


def test_what_is_only_sold_gets_a_rule_of_thumb_before_it():
    cheese = source_food("Cheese, tilsit", group="dairy", measures=[(1, "package (6 oz)", 170)])
    assert found(cheese)[0] == ("slice", 28, True)
    assert found(cheese)[-1] == ("package, 6 oz", 170, False)


@pytest.mark.parametrize(
    ("group", "category", "name", "measure", "least", "most"),
    [
        ("drinks", "Coffee", "Coffee, Latte", "cup", 230, 250),
        ("drinks", "Liquor and cocktails", "Gin", "shot", 40, 45),
        ("drinks", "Liquor and cocktails", "Mojito", "glass", 120, 200),
        ("drinks", "Beer", "Beer, light", "bottle", 325, 340),
        ("drinks", "Soft drinks", "Soft drink, cola", "can", 330, 370),
        ("dishes", "Soups, broth-based", "Soup, beef", "bowl", 250, 350),
        ("dishes", "Pizza", "Pizza, cheese, thin crust", "slice", 90, 130),
        ("dishes", "Egg/breakfast sandwiches", "Egg burrito", "burrito", 150, 250),
        ("dishes", "Burritos and tacos", "Taco, fish", "taco", 70, 170),
        ("dishes", "Meat mixed dishes", "Beef and noodles with gravy", "plate", 250, 400),
        ("sweets", "Cookies and brownies", "Cookie, peanut butter sandwich", "cookie", 10, 20),
        ("sweets", "Ice cream and frozen dairy desserts", "Ice cream sandwich, vanilla", "piece", 50, 100),
        ("sweets", "Ice cream and frozen dairy desserts", "Ice cream, fried", "scoop", 60, 75),
        ("grains", "Rolls and buns", "Roll, white, hamburger bun", "piece", 40, 60),
        ("grains", "Bagels and English muffins", "English muffin, rye", "muffin", 50, 65),
        ("grains", "Ready-to-eat cereal, lower sugar (=<21.2g/100g)", "Cereal, oat squares", "bowl", 30, 50),
        ("grains", "Oatmeal", "Oatmeal, multigrain", "cup", 230, 250),
        ("grains", "Yeast breads", "Bread, barley", "slice", 25, 40),
        ("dairy", "Yogurt, regular", "Yogurt, whole milk, fruit", "pot", 125, 125),
        ("fruit", "Peaches and nectarines", "Peach, canned, in syrup", "cup", 200, 250),
        ("grains", "", "Amaranth grain, uncooked", "cup", 170, 205),
        ("grains", "", "Rice flour, white", "cup", 100, 160),
        ("legumes", "", "Lentils, pink or red, raw", "cup", 170, 205),
        ("greens", "", "Fireweed, young leaves", "cup", 20, 55),
        ("vegetables", "", "Pinto beans, sprouted, raw", "cup", 33, 104),
        ("greens", "", "Dock, cooked", "cup", 130, 190),
        ("other", "Dips, gravies, other sauces", "Gravy, vegetarian", "tbsp", 15, 15),
    ],
)
def test_rules_of_thumb_begin_with_what_one_serving_is(group, category, name, measure, least, most):
    usual = rule_of_thumb(source_food(name, source=FNDDS, group=group, category=category))[0]
    assert usual.measure == measure
    assert least <= usual.grams <= most
    assert usual.approximate
    assert usual.source.startswith("rule of thumb: ")


def test_every_group_has_a_last_resort():
    assert set(BY_GROUP) == set(GROUPS)
