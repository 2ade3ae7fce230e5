"""The shelf of each food."""

import pytest

from building.food import FNDDS, LEGACY
from building.groups import group_of
from tests.data.builders import source_food


@pytest.mark.parametrize(
    ("number", "name", "group"),
    [
        ("01077", "Milk, whole, 3.25% milkfat, with added vitamin D", "drinks"),
        ("01116", "Yogurt, plain, whole milk, 8 grams protein per 8 ounce", "dairy"),
        ("01123", "Egg, whole, raw, fresh", "eggs"),
        ("01001", "Butter, salted", "fats"),
        ("01089", "Milk, dry, whole, with added vitamin D", "dairy"),
        ("04589", "Fish oil, cod liver", "fats"),
        ("06168", "Sauce, ready-to-serve, pepper, TABASCO", "other"),
        ("06559", "Soup, tomato, canned, prepared with equal volume water", "dishes"),
        ("09206", "Orange juice, raw", "drinks"),
        ("09037", "Avocados, raw, all commercial varieties", "fruit"),
        ("09354", "Pineapple, canned, juice pack, solids and liquids", "fruit"),
        ("11457", "Spinach, raw", "greens"),
        ("11998", "Mushrooms, portabella, exposed to ultraviolet light, raw", "mushrooms"),
        ("11540", "Tomato juice, canned, with salt added", "drinks"),
        ("11450", "Soybeans, green, raw", "legumes"),
        ("12061", "Nuts, almonds", "nuts"),
        ("12036", "Seeds, sunflower seed kernels, dried", "seeds"),
        ("12119", "Nuts, coconut water (liquid from coconuts)", "drinks"),
        ("14209", "Coffee, brewed from grounds, prepared with tap water", "drinks"),
        ("14214", "Coffee, instant, regular, powder", "other"),
        ("15149", "Crustaceans, shrimp, mixed species, raw", "seafood"),
        ("15236", "Fish, salmon, Atlantic, farmed, raw", "fish"),
        ("16120", "Soymilk, original and vanilla, unfortified", "drinks"),
        ("16126", "Tofu, firm, prepared with calcium sulfate and magnesium chloride (nigari)", "legumes"),
        ("16087", "Peanuts, all types, raw", "nuts"),
        ("18069", "Bread, white, commercially prepared (includes soft bread crumbs)", "grains"),
        ("18151", "Cookies, brownies, commercially prepared", "sweets"),
        ("19411", "Snacks, potato chips, plain, salted", "grains"),
        ("19904", "Chocolate, dark, 70-85% cacao solids", "sweets"),
        ("20036", "Rice, brown, long-grain, raw", "grains"),
    ],
)
def test_foods_of_sr24(number, name, group):
    assert group_of(source_food(name, number=number)) == group


@pytest.mark.parametrize(
    ("category", "name", "group"),
    [
        ("Milk, whole", "Milk, whole", "drinks"),
        ("Plant-based milk", "Almond milk, unsweetened", "drinks"),
        ("Soups, broth-based", "Soup, lentil", "dishes"),
        ("Ready-to-eat cereal, higher sugar (>21.2g/100g)", "Cereal, granola", "grains"),
        ("Seafood mixed dishes", "Fish curry", "dishes"),
        ("Meat mixed dishes", "Beef and noodles with gravy", "dishes"),
        ("Shellfish", "Clams, raw", "seafood"),
        ("Vegetable juice", "Carrot juice, 100%", "drinks"),
        ("Other vegetables and combinations", "Avocado, raw", "fruit"),
        ("Nuts and seeds", "Chia seeds", "seeds"),
        ("Eggs and omelets", "Egg salad, made with mayonnaise", "dishes"),
    ],
)
def test_foods_of_the_survey(category, name, group):
    assert group_of(source_food(name, source=FNDDS, category=category)) == group


def test_a_beverage_powder_of_sr_legacy_is_no_drink():
    food = source_food("Beverages, Whey protein powder isolate", source=LEGACY, category="Beverages")
    assert group_of(food) == "other"
