"""Rules of thumb for foods without a weighed measure: what a usual portion of such a food weighs, and why.

Each rule is a pattern and its measures with grams and the reason, the usual one first. Names are tried first, then
categories, then groups; weights "in SR24" are those of the same kind of food there.
"""

import re
from typing import Final

from building.food import SourceFood
from building.staples import Portion

Measures = tuple[tuple[str, float, str], ...]
Rules = tuple[tuple[str, Measures], ...]

_SHOT: Final = (("shot", 42.0, "a US shot is 1.5 fl oz, 42 g of spirits"), ("fl oz", 28.0, "a fluid ounce of spirits"))
_SPOON: Final = (("tbsp", 15.0, "a tablespoon is 15 mL, at 1 g/mL"), ("tsp", 5.0, "a teaspoon is 5 mL, at 1 g/mL"))
_WATERY: Final = (
    ("cup", 240.0, "a US cup is 240 mL, at 1 g/mL"),
    ("mug", 300.0, "a mug is 300 mL"),
    ("glass", 250.0, "a glass is 250 mL"),
    ("fl oz", 29.6, "a fluid ounce at 1 g/mL"),
)
_JUICY: Final = (
    ("glass", 260.0, "a glass is 250 mL, at 1.04 g/mL as juices are"),
    ("cup", 250.0, "a US cup is 240 mL, at 1.04 g/mL"),
    ("fl oz", 31.0, "a fluid ounce at 1.04 g/mL"),
)
_SODA: Final = (
    ("can", 355.0, "a US can is 12 fl oz, at 1 g/mL"),
    ("glass", 250.0, "a glass is 250 mL"),
    ("cup", 240.0, "a US cup is 240 mL"),
    ("bottle", 500.0, "a small bottle is 500 mL"),
    ("fl oz", 29.6, "a fluid ounce at 1 g/mL"),
)
_MILKY: Final = (
    ("glass", 257.0, "a glass is 250 mL, at 1.03 g/mL as milk is"),
    ("cup", 247.0, "a US cup is 240 mL, at 1.03 g/mL"),
    ("mug", 309.0, "a mug is 300 mL, at 1.03 g/mL"),
    ("fl oz", 30.5, "a fluid ounce at 1.03 g/mL"),
)
_BEER: Final = (
    ("bottle", 330.0, "a European bottle is 330 mL"),
    ("can", 355.0, "a US can is 12 fl oz"),
    ("glass", 250.0, "a glass is 250 mL"),
    ("fl oz", 29.6, "a fluid ounce at 1 g/mL"),
)
_WINE: Final = (("glass", 148.0, "a US glass of wine is 5 fl oz"), ("fl oz", 29.6, "a fluid ounce at 1 g/mL"))
_COCKTAIL: Final = (
    ("glass", 150.0, "a cocktail with its melted ice is 150 mL"),
    ("fl oz", 29.6, "a fluid ounce at 1 g/mL"),
)
_CEREAL: Final = (("bowl", 40.0, "a bowl is 30 to 50 g"), ("cup", 35.0, "a cup in SR24 is 15 to 60 g"))
_POT: Final = (("pot", 125.0, "a European pot is 125 g"), ("cup", 245.0, "a US cup"))
_PORRIDGE: Final = (("cup", 240.0, "a cup of cooked cereal in SR24"), ("bowl", 240.0, "one cup"))
_SOUP: Final = (("bowl", 300.0, "a bowl of soup is 300 g"), ("cup", 245.0, "a cup of soup in SR24 is 240 to 250 g"))
_OUNCES: Final = ("serving", 85.0, "3 oz, USDA's reference amount")

#: Patterns over "group: name".
BY_NAME: Final[Rules] = (
    (r"^drinks: (brandy|gin|rum|scotch|tequila|vodka|whiskey)$|liqueur|^drinks: jagerbomb", _SHOT),
    (r"^drinks:.*\bwine\b|sangria|champagne", _WINE),
    (r"^drinks: (beer|.*malt beverage|hard (cider|seltzer)|michelada)", _BEER),
    (
        r"^drinks:.*(espresso|macchiato)",
        (("shot", 30, "a shot of espresso is 30 mL"), ("cup", 60, "a double shot is 60 mL")),
    ),
    (r"^drinks: (coffee|tea\b|chicory)", _WATERY),
    (r"^drinks:.*(juice|nectar|smoothie)", _JUICY),
    (r"^drinks:.*(water|energy drink|sports drink)", _SODA),
    (r"\b(cone|popsicle|creamsicle|fudgesicle|freezer pop|juice bar)\b", (("piece", 75, "one, ready to eat"),)),
    (r"(ice cream|frozen yogurt).*\b(bar|sandwich)\b", (("piece", 75, "one, ready to eat"),)),
    (r"sundae|banana split|milk ?shake|ice cream soda", (("serving", 170, "one from a counter"),)),
    (
        r"ice cream cake|cheesecake|(^sweets:.*\bpie\b(?!.*(shell|filling)))",
        (("slice", 120, "a slice of pie in SR24 is 95 to 155 g"),),
    ),
    (r"pie filling", (("tbsp", 16, "a tablespoon"), ("cup", 256, "a US cup"))),
    (r"pizza rolls", (("piece", 15, "a pizza roll"), ("serving", 85, "six pieces"))),
    (r"\bpizza\b", (("slice", 107, "an eighth of a 14-inch pizza in SR24"), ("pizza", 850, "a 14-inch pizza in SR24"))),
    (r"^grains:.*(\bbun\b|\brolls?\b|breadstick)", (("piece", 43, "a roll in SR24 is 28 to 57 g"),)),
    (r"^sweets:.*cookie", (("cookie", 15, "a medium cookie in SR24 is 10 to 16 g"),)),
    (r"(spaghetti|pasta|vodka|alfredo|marinara) sauce", (("serving", 125, "half a US cup"), ("cup", 250, "a US cup"))),
    (r"slider", (("burger", 60, "a slider with its bun"),)),
    (
        r"small patty|whopper jr|hamburger \(mc|cheeseburger \(mc",
        (("burger", 120, "a small burger in SR24 is 100 to 130 g"),),
    ),
    (
        r"large patty|whopper|quarter pounder|big mac|double",
        (("burger", 220, "a large burger in SR24 is 200 to 290 g"),),
    ),
    (
        r"burger\b(?!.*(patty, no bun|\(burger king))",
        (("burger", 170, "a burger with its bun in SR24 is 110 to 220 g"),),
    ),
    (
        r"crackers|crispbread|melba|rice cake",
        (("cracker", 5, "a cracker in SR24 is 3 to 9 g"), ("serving", 30, "six crackers")),
    ),
    (r"hot dog sandwich|corn dog|pig in", (("piece", 100, "a hot dog in its bun in SR24 is 98 g"),)),
    (
        r"english muffin(?!.*sandwich)",
        (("muffin", 57, "an English muffin in SR24 is 57 g"), ("half", 28, "half a muffin")),
    ),
    (r"(?<!on )bagel", (("bagel", 95, "a bagel in SR24 is 69 to 131 g"), ("half", 47, "half a bagel"))),
    (
        r"burrito bowl|taco or tostada salad",
        (("bowl", 350, "a bowl from a counter"), ("cup", 200, "a US cup of a mixed dish")),
    ),
    (r"burrito|chimichanga", (("burrito", 200, "a filled flour tortilla"), ("piece", 200, "a filled flour tortilla"))),
    (r"\btaco shell", (("shell", 13, "an empty shell in SR24 is 13 g"),)),
    (r"\btacos?\b", (("taco", 100, "a filled taco in SR24 is 69 to 171 g"),)),
    (
        r"quesadilla|enchilada|fajita|gordita|pupusa|tamale|calzone|empanada|turnover|hayacas",
        (("piece", 140, "one, filled"),),
    ),
    (
        r"^dishes:.*(sandwich|fillet biscuit| sub\b|\bwrap$|bruschetta)",
        (("sandwich", 180, "two slices of bread with their filling"),),
    ),
    (r"sushi", (("piece", 30, "one piece of sushi"), ("roll", 180, "six pieces"))),
    (r"dumpling(?!.*soup)|wonton,|gnocchi", (("piece", 25, "a small dumpling"), ("cup", 150, "a cup of small pieces"))),
    (
        r"taquito|egg roll|samosa|pierogi|knish|bao bun|spanakopita|vada",
        (("piece", 70, "an egg roll in SR24 is 64 to 89 g"),),
    ),
    (r"nuggets|tenders or strips", (("piece", 18, "a nugget in SR24 is 16 to 18 g"), _OUNCES)),
    (r"^meat:.*\bwings?\b", (("wing", 30, "the meat of a wing in SR24 is 21 to 34 g"), _OUNCES)),
    (r"^meat:.*(drumstick|thigh)", (("piece", 60, "the meat of a drumstick or thigh in SR24 is 44 to 62 g"), _OUNCES)),
    (r"^meat: .*\bbacon\b", (("slice", 8, "a cooked slice in SR24 is 8 g"), ("serving", 24, "three slices"))),
    (r"jerky", (("piece", 20, "a large piece in SR24 is 20 g"), ("serving", 28, "1 oz"))),
    (
        r"^(meat|legumes): .*(hot dog|sausage|bratwurst|knockwurst|chorizo|frankfurter)",
        (("link", 60, "a link in SR24 is 45 to 85 g"),),
    ),
    (r"croissant|brioche", (("piece", 57, "a medium croissant in SR24 is 57 g"),)),
    (r"doughnut holes", (("piece", 14, "a doughnut hole"),)),
    (r"^(grains|sweets): .*(muffin|scone|popover)", (("piece", 85, "a muffin in SR24 is 57 to 113 g"),)),
    (r"\bbiscuit|cornbread|hush puppy|johnnycake|spoonbread|corn pone", (("piece", 55, "one, medium"),)),
    (
        r"tortilla(?!.*chip)|chappatti|\bnaan|paratha|\bpita\b(?! chip)|\bpuri\b|injera|casabe|arepa",
        (("piece", 50, "one flat bread"),),
    ),
    (r"pancakes?\b(?!.*syrup)|crepe|dosa", (("pancake", 40, "a 4-inch pancake in SR24 is 38 g"), ("piece", 40, "one"))),
    (r"waffle", (("waffle", 35, "a frozen waffle in SR24 is 33 to 39 g"), ("piece", 35, "one"))),
    (r"french toast", (("slice", 60, "a slice in SR24 is 59 to 65 g"), ("stick", 24, "a stick"))),
    (
        r"^grains: (popcorn(?! chips))",
        (("cup", 10, "a cup in SR24 is 8 to 11 g"), ("bag", 28, "a US single bag is 1 oz")),
    ),
    (
        r"(?<!chocolate )chips\b|pretzel|snack mix|corn nuts|onion flavored rings|corn snacks",
        (("handful", 25, "a handful"), ("bag", 28, "a US single bag is 1 oz")),
    ),
    (
        r"^sweets: (candy|chocolate candy|dark chocolate candy|.*chocolate covered)",
        (("piece", 10, "a square or piece"), ("bar", 45, "a US bar is 40 to 50 g")),
    ),
    (r"chewing gum|cough drop", (("piece", 3, "one"),)),
    (
        r"^sweets: .*(syrup|icing|topping|jelly|jam\b|sugar|honey|molasses|sweet|marmalade|dip|sauce|spread|butter$)",
        (("tbsp", 20, "a tablespoon"), ("tsp", 7, "a teaspoon")),
    ),
    (r"whipped|creamer|sour cream|cream cheese|half and half|^dairy: cream", _SPOON),
    (r"cottage|ricotta", (("cup", 225, "a cup in SR24 is 210 to 246 g"), ("tbsp", 15, "a tablespoon"))),
    (r"^(dairy|sweets): .*(yogurt|pudding|custard|mousse|flan|trifle|gelatin|haupia|firni)", _POT),
    (r"protein powder|nutritional powder|powder mix", (("scoop", 30, "a scoop"), ("tbsp", 8, "a tablespoon"))),
    (r"^(nuts|seeds):.*(butter|tahini|paste)", (("tbsp", 16, "a tablespoon in SR24"), ("tsp", 5, "a teaspoon"))),
    (
        r"french fries|\bfries\b|potato tots|hash browns?|home fries",
        (("serving", 85, "3 oz"), ("cup", 140, "a US cup")),
    ),
    (
        r"potato, (baked|boiled|roasted)|^vegetables: (sweet )?potato$",
        (("medium", 170, "a medium baked potato in SR24 is 173 g"),),
    ),
    (
        r"\bsalad\b(?!.*dressing)|salad, (made|no)",
        (("bowl", 150, "a side bowl of salad"), ("cup", 100, "a US cup of salad")),
    ),
    (r"soup(y|,|$)|congee|ramen bowl", _SOUP),
    (
        r"^grains: (oatmeal|grits|cream of|cornmeal mush|.*cereal,( chocolate flavored,)? cooked)",
        _PORRIDGE,
    ),
    (r"^legumes: (tofu|.*meatless|vegetarian|veggie)", (("serving", 85, "3 oz"), ("piece", 70, "a patty or slice"))),
    (r"sprouts?(ed)?\b.*raw|fenugreek sprouts", (("cup", 85, "a cup of raw sprouts in SR24 is 33 to 104 g"),)),
    (
        r"^greens:.*(raw|young leaves|, leaves)|^greens: mixed|^vegetables:.*\bleaves\b.*raw",
        (("cup", 35, "a cup of raw leaves in SR24 is 20 to 55 g"),),
    ),
    (
        r"^vegetables: (tomato powder|.*\bdried$)",
        (("tbsp", 7, "a tablespoon of dried vegetable in SR24 is 2 to 8 g"),),
    ),
    (r"relish|tapenade|^vegetables: garlic", _SPOON),
    (r"^(vegetables|mushrooms):.*raw", (("cup", 110, "a cup of raw vegetables in SR24 is 70 to 150 g"),)),
    (
        r"^grains:(?!.*\b(bread|tortilla|cooked|fried)\b).*(\bflours?\b|: cornmeal,)",
        (("cup", 120, "a cup of flour or meal in SR24 is 100 to 140 g"), ("tbsp", 8, "a tablespoon")),
    ),
    (r"^grains: pasta.*\bdry$", (("cup", 100, "a cup of dry pasta in SR24 is 84 to 105 g"),)),
    (
        (
            r"^grains:(?!.*\b(bread|cooked|prepared|steamed)\b).*(\bgrain(,|$)|\buncooked|\bdry(,|$))|"
            r"^legumes:.*(, raw|\bdry)$"
        ),
        (("cup", 185, "a cup of uncooked grains or beans in SR24 is 170 to 205 g"), ("tbsp", 12, "a tablespoon")),
    ),
    (r"^fruit:.*dried|raisins", (("handful", 30, "a handful is 30 g"), ("cup", 140, "a cup of dried fruit in SR24"))),
    (r"^fruit:.*(canned|frozen|cocktail|sauce|syrup)", (("cup", 220, "a cup of fruit with its juice in SR24"),)),
    (
        r"^fruit:.*(berries|cherries|grapes|currants)",
        (("cup", 145, "a cup of berries in SR24 is 100 to 150 g"), ("handful", 70, "half a cup")),
    ),
)

#: Patterns over FNDDS categories and the shelves of SR Legacy.
BY_CATEGORY: Final[Rules] = (
    ("^Liquor", _COCKTAIL),
    ("Soft drinks|drinks$|water$", _SODA),
    ("^Coffee|^Tea$", _WATERY),
    ("juice|Fruit drinks|Smoothies", _JUICY),
    ("Cookies", (("cookie", 15, "a medium cookie in SR24 is 10 to 16 g"),)),
    ("Doughnuts", (("piece", 60, "one, medium"),)),
    ("Cakes and pies", (("slice", 75, "a slice of cake in SR24 is 50 to 95 g"),)),
    ("Ice cream", (("scoop", 66, "half a US cup"), ("cup", 133, "a cup in SR24 is 132 to 148 g"))),
    ("[Cc]ereal bars|Nutrition bars", (("bar", 40, "a bar in SR24 is 28 to 68 g"),)),
    ("Ready-to-eat cereal|Breakfast Cereals", _CEREAL),
    ("[Bb]reads|Baked Products", (("slice", 30, "a slice in SR24 is 25 to 38 g"), ("piece", 40, "a thick piece"))),
    ("Cold cuts", (("slice", 28, "a slice of 1 oz"), ("serving", 56, "two slices"))),
    (
        "Stir-fry|mixed dishes|Restaurant|Meals",
        (("plate", 300, "a plate of a main dish"), ("cup", 230, "a cup of a mixed dish")),
    ),
    ("Snacks", (("handful", 25, "a handful"), ("serving", 28, "1 oz"))),
)

#: The last resort, by group.
BY_GROUP: Final[dict[str, Measures]] = {
    "nuts": (("handful", 30, "a handful is 30 g"), ("tbsp", 8, "a tablespoon of chopped nuts")),
    "seeds": (("handful", 30, "a handful is 30 g"), ("tbsp", 10, "a tablespoon of seeds")),
    "greens": (("cup", 160, "a cup of cooked greens in SR24 is 130 to 190 g"),),
    "vegetables": (("cup", 160, "a cup of cooked vegetables in SR24 is 130 to 200 g"),),
    "mushrooms": (("cup", 155, "a cup of cooked mushrooms in SR24"),),
    "fish": (_OUNCES, ("fillet", 150, "a fillet in SR24 is 90 to 180 g")),
    "seafood": (_OUNCES, ("cup", 145, "a cup of cooked shrimp")),
    "legumes": (("cup", 175, "a cup of cooked beans in SR24 is 165 to 200 g"),),
    "grains": (("cup", 160, "a cup of cooked grain in SR24 is 140 to 200 g"),),
    "fruit": (("piece", 120, "a medium piece of fruit"), ("cup", 150, "a cup of cut fruit in SR24")),
    "dairy": (("slice", 28, "a slice of cheese is 1 oz"), ("cup", 113, "a cup of shredded cheese in SR24")),
    "eggs": (("egg", 50, "a large egg without its shell in SR24"),),
    "meat": (_OUNCES, ("piece", 100, "a palm-sized piece")),
    "fats": _SPOON,
    "sweets": (("piece", 40, "one piece"), ("tbsp", 20, "a tablespoon")),
    "drinks": _MILKY,
    "dishes": (("plate", 300, "a plate of a main dish"), ("cup", 230, "a cup of a mixed dish")),
    "other": _SPOON,
}

_BY_NAME: Final = tuple((re.compile(pattern, re.IGNORECASE), rows) for pattern, rows in BY_NAME)
_BY_CATEGORY: Final = tuple((re.compile(pattern), rows) for pattern, rows in BY_CATEGORY)


def rule_of_thumb(food: SourceFood) -> list[Portion]:
    """Return approximate portions by the first rule that fits the food's name, category or group; never empty."""
    text = f"{food.group}: {food.name}"
    named = (rows for pattern, rows in _BY_NAME if pattern.search(text))
    shelved = (rows for pattern, rows in _BY_CATEGORY if pattern.search(food.category))
    rows = next(named, None) or next(shelved, None) or BY_GROUP[food.group]
    return [Portion(measure, 1, grams, True, f"rule of thumb: {why}") for measure, grams, why in rows]
