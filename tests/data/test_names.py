"""Names as people say them."""

import pytest

from building.food import FNDDS
from building.names import parts_of, quieten, spoken_name
from tests.data.builders import source_food


@pytest.mark.parametrize(
    ("usda", "spoken"),
    [
        ("Fish, salmon, Atlantic, farmed, cooked, dry heat", "Salmon, Atlantic, farmed, cooked"),
        ("Crustaceans, shrimp, mixed species, cooked, moist heat", "Shrimp, cooked"),
        ("Nuts, almonds, dry roasted, without salt added", "Almonds, dry roasted, unsalted"),
        ("Spices, pepper, black", "Pepper, black"),
        ("Spinach, cooked, boiled, drained, without salt", "Spinach, cooked"),
        ("Beans, kidney, red, mature seeds, cooked, boiled, without salt", "Kidney beans, red, cooked"),
        ("Beans, kidney, red, mature seeds, raw", "Kidney beans, red, dry"),
        ("Beans, kidney, mature seeds, sprouted, raw", "Kidney beans, sprouted, raw"),
        ("Beans, snap, green, raw", "Green beans, raw"),
        ("Squash, winter, butternut, cooked, baked, without salt", "Butternut squash, cooked, baked"),
        ("Oil, olive, salad or cooking", "Olive oil"),
        ("Fish oil, cod liver", "Cod liver oil"),
        (
            "Chicken, broilers or fryers, breast, meat only, cooked, roasted",
            "Chicken breast, without skin, cooked, roasted",
        ),
        ("Beef, ground, 80% lean meat / 20% fat, raw", "Ground beef, 80% lean, raw"),
        ("Beef, variety meats and by-products, liver, cooked, braised", "Beef liver, cooked, braised"),
        (
            'Beef, chuck, blade roast, separable lean and fat, trimmed to 0" fat, all grades, cooked, braised',
            "Beef, chuck, blade roast, cooked, braised",
        ),
        ("Fast foods, hamburger; single, regular patty; plain", "Hamburger, single, regular patty, plain, fast food"),
        ("Restaurant, Chinese, kung pao chicken", "Kung pao chicken, Chinese restaurant"),
        ("Cereals ready-to-eat, KELLOGG, KELLOGG'S SPECIAL K", "Kellogg's Special K"),
        ("Cereals ready-to-eat, GENERAL MILLS, CHEERIOS", "Cheerios, General Mills"),
        ("Candies, MARS SNACKFOOD US, SNICKERS Bar", "Snickers Bar"),
        ("Candies, butterscotch", "Candy, butterscotch"),
        ("McDONALD'S, Egg McMUFFIN", "McDonald's, Egg McMuffin"),
        ("Sunflower seed kernels, oil roasted, without salt", "Sunflower seed kernels, oil roasted, without salt"),
    ],
)
def test_names_of_the_releases(usda, spoken):
    assert spoken_name(source_food(usda)) == spoken


@pytest.mark.parametrize(
    ("usda", "spoken"),
    [
        ("Spinach, fresh, cooked, no added fat", "Spinach, cooked"),
        ("Spinach, fresh, cooked, fat added", "Spinach, cooked, with added fat"),
        ("Milk, NFS", "Milk"),
        ("Potato, NS as to fat", "Potato"),
        ("Fish, cod, baked or broiled", "Cod, baked or grilled"),
        ("Fish, raw", "Fish, raw"),
        ("Soybean curd, deep fried", "Tofu, deep fried"),
        ("Orange juice, 100%, freshly squeezed", "Orange juice, freshly squeezed"),
        ("Chicken breast, stewed, skin not eaten", "Chicken breast, stewed, without skin"),
    ],
)
def test_names_of_the_survey(usda, spoken):
    assert spoken_name(source_food(usda, source=FNDDS)) == spoken


@pytest.mark.parametrize(
    ("loud", "quiet"),
    [
        ('PIZZA HUT 14" Cheese Pizza', 'Pizza Hut 14" Cheese Pizza'),
        ("V8 SPLASH", "V8 Splash"),
        ("MORI-NU, Tofu", "Mori-Nu, Tofu"),
        ("M&M'S Peanut", "M&M's Peanut"),
        ("T.G.I. FRIDAY'S", "T.G.I. Friday's"),
        ("with BBQ sauce", "with BBQ sauce"),
    ],
)
def test_brands_are_not_shouted(loud, quiet):
    assert quieten(loud) == quiet


def test_commas_within_parentheses_do_not_part_a_name():
    assert parts_of("Spirits (gin, rum), 80 proof") == ["Spirits (gin, rum)", "80 proof"]
