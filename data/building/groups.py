"""The shelf of each food: one of the groups of the table."""

import re
from typing import Final

from building.food import FNDDS, LEGACY, SourceFood

#: SR24's food groups, the first two digits of an NDB number; the later numbers (35, 42 to 48) are of every kind.
_BY_PREFIX: Final = {
    "01": "dairy", "02": "other", "04": "fats", "05": "meat", "06": "dishes", "07": "meat", "08": "grains", "09": "fruit",
    "10": "meat", "11": "vegetables", "12": "nuts", "13": "meat", "14": "drinks", "15": "fish", "16": "legumes", "17": "meat",
    "18": "grains", "19": "sweets", "20": "grains", "21": "dishes", "22": "dishes", "23": "meat", "25": "sweets", "27": "dishes",
    "31": "drinks", "36": "dishes", "80": "meat", "83": "fish", "90": "seafood", "93": "meat",
}  # fmt: skip
_BY_LEGACY: Final = {
    "Baked Products": "grains", "Beef Products": "meat", "Beverages": "drinks", "Breakfast Cereals": "grains",
    "Cereal Grains and Pasta": "grains", "Dairy and Egg Products": "dairy", "Fast Foods": "dishes", "Fats and Oils": "fats",
    "Finfish and Shellfish Products": "fish", "Fruits and Fruit Juices": "fruit", "Lamb, Veal, and Game Products": "meat",
    "Legumes and Legume Products": "legumes", "Meals, Entrees, and Side Dishes": "dishes", "Nut and Seed Products": "nuts",
    "Pork Products": "meat", "Poultry Products": "meat", "Restaurant Foods": "dishes", "Sausages and Luncheon Meats": "meat",
    "Snacks": "sweets", "Soups, Sauces, and Gravies": "dishes", "Spices and Herbs": "other", "Sweets": "sweets",
    "Vegetables and Vegetable Products": "vegetables",
}  # fmt: skip

Rules = tuple[tuple[str, re.Pattern[str]], ...]


def _compiled(rules: tuple[tuple[str, str], ...]) -> Rules:
    return tuple((group, re.compile(pattern, re.IGNORECASE)) for group, pattern in rules)


#: FNDDS categories by a word in them; the first that matches decides.
_BY_CATEGORY: Final = _compiled(
    (
        ("dishes", r"dish|sandwich|burger|burrito|pizza|nachos|soup|egg rolls|fried rice|stir-fry|macaroni and cheese"),
        ("dishes", r"turnovers|nuggets|coleslaw|pancakes"),
        ("grains", r"ready-to-eat cereal|oatmeal|grits"),
        ("other", r"pasta sauces|condiments|dips|protein and nutritional"),
        ("drinks", r"milk(?!.*dessert)|juice|beer|wine|liquor|coffee|^tea$|drinks|water|smoothies"),
        ("dairy", r"cheese|yogurt|^cream|sour cream"),
        ("eggs", r"^eggs"),
        ("fats", r"butter|margarine|mayonnaise|salad dressings"),
        ("fish", r"^fish$"),
        ("seafood", r"^shellfish$"),
        ("meat", r"beef|pork|bacon|chicken|turkey|lamb|liver|cold cuts|frankfurters|sausages"),
        ("nuts", r"^nuts"),
        ("legumes", r"beans, peas|soy and meat"),
        ("greens", r"spinach|dark green|lettuce|cabbage"),
        ("sweets", r"cakes|cookie|candy|doughnut|ice cream|jam|pudding|gelatin|sugar|bars"),
        ("grains", r"bread|rolls|bagel|biscuit|cracker|tortillas|cereal|rice|pasta|popcorn|chip|pretzel"),
        ("fruit", r"apple|banana|berries|citrus fruit|fruit|grapes|mango|melon|peach|pear|pineapple|strawberr"),
        ("vegetables", r"vegetable|potato|tomato|carrot|corn|onion|broccoli|string beans|olives|starchy"),
    )
)
#: Foods of the shelves that hold every kind, by the words of their name.
_BY_NAME: Final = _compiled(
    (
        ("drinks", r"^(?!frozen).*\bjuice\b(?! (type|bar))|\bdrink\b(?!.*(powder|dry|mix))|beverage(?!.*(powder|mix))|^tea\b(?!.*dry)|^wine|sake"),
        ("drinks", r"^milk, (butter|imit|fluid)|ensure plus|fluid replacement|^beer"),
        ("other", r"powder|\bmix\b|sauce|gravy|salad dressing seasoning|celery flakes|whipped cream substitute|cream substitute"),
        ("dishes", r"^(stew|soup|tamales|acorn stew|corned beef and|agutuk|eggs, scrambled|mush)|soup,|stew/soup"),
        ("legumes", r"meatless|soyburger|vegetarian|tofu yogurt|bean|papad|vermicelli, made from soy"),
        ("fats", r"salad dressing|margarine|mayonnaise|^oil\b|oil-butter|spread, reduced|creamy dressing|blubber|butter spread"),
        ("sweets", r"cand(y|ies)|ice cream|frozen|jam|jell|pie filling|syrup|sweetener|chewing gum|granola bar|breakfast bar|ice type|topping|milk dessert|pudding|juice type"),
        ("dairy", r"cheese|yogurt"),
        ("grains", r"^cereal|ready-to-eat|bread|cornmeal|corn,|tortilla|chips|popcorn|pretzel|rice|rolls|millet|oat|muesli|familia|amaranth|frybread|weetabix|nestum|wheat|flakes|post|alpha-bits|piki"),
        ("nuts", r"peanut|nuts?\b|acorn"),
        ("fish", r"^fish|salmon|whitefish|halibut|lingcod|herring|smelt|sheefish|blackfish|pike|trout|devilfish"),
        ("seafood", r"octopus|chiton|cockles|ascidian|tunicate|sea cucumber|jellyfish"),
        ("meat", r"meat|bologna|frankfurter|sausage|ham\b|bacon|pork|beef|turkey|pheasant|quail|dove|caribou|bear|elk|moose|seal|sea lion|walrus|whale|squirrel|deer|buffalo|mutton|duck"),
        ("fruit", r"berr(y|ies)|cherries|plums|melon|rose hips|pricklypear|prickly pear"),
        ("greens", r"leaves|lambsquarters|turnip greens|mustard|cabbage"),
        ("vegetables", r"pickled|tomato|vegetables|sauerkraut|radish|eggplant|palm hearts|turnip|squash|roots|shoots|nettles|potato|agave|seedlings|tuber"),
    )
)  # fmt: skip
#: Words of a name that decide against the shelf: (groups it may be in now, pattern, group then).
_EXCEPTIONS: Final = tuple(
    (frozenset(where.split()), re.compile(pattern, re.IGNORECASE), group)
    for where, pattern, group in (
        ("dairy", r"^eggs?\b(?!nog)|egg substitute", "eggs"),
        ("dairy", r"^(butter|ghee)\b", "fats"),
        ("dairy", r"^(milk\b(?!.*\b(dry|condensed|canned|dessert|dried)\b)|eggnog|kefir|milk ?shakes?|shake\b)", "drinks"),
        ("dairy", r"^(ice creams?|(fat free|light) ice cream|dessert topping|milk dessert)\b", "sweets"),
        ("dairy", r"powder(?!.*(cream|cheese))|^nutritional supplement", "other"),
        ("drinks", r"^milk, (condensed|evaporated|canned|dry)(?!.*reconstituted)", "dairy"),
        ("drinks", r"^coconut (cream|milk, used)", "other"),
        ("legumes", r"^ensure", "drinks"),
        ("vegetables", r"^(?!.*\bsauce\b).*mushroom(?!.*soup)|^fungi|cloud ears|jew's ear|pepeao", "mushrooms"),
        ("vegetables", r"\bjuice\b(?!,? (pack|drained))(?!.*(packed in|in tomato juice))", "drinks"),
        (
            "vegetables",
            (
                r"^(spinach(?! souffle)|kale|chard|collards|lettuce|arugula|cress|watercress|endive|mustard (greens|spinach)|"
                r"turnip greens(?! and)|beet greens|dandelion|chicory(, witloof| greens)|parsley|coriander|cilantro|cabbage|"
                r"amaranth leaves|bok choy|pak-choi|radicchio|purslane|sorrel|dock|lambsquarters|grape leaves|pumpkin leaves|"
                r"sweet potato leaves|taro leaves|vinespinach|new zealand spinach|swamp cabbage|water (spinach|convolvulus)|jute|"
                r"escarole|broccoli raab|rapini|malabar|drumstick leaves|cornsalad|garland|chrysanthemum|napa|chinese cabbage)"
            ),
            "greens",
        ),
        ("vegetables", r"^(soybeans, green|edamame|lima beans|cowpeas(?!, (leafy|young))|black-?eyed|beans, pinto|broad ?beans)", "legumes"),
        ("vegetables dishes", r"^(catsup|ketchup|pickle relish|salsa|wasabi)", "other"),
        ("greens", r"^(greens with|caesar salad)|spinach souffle", "dishes"),
        ("vegetables", r"^(potato salad|coleslaw|corn pudding|fried stuffed|stewed potatoes|spinach souffle)", "dishes"),
        ("vegetables", r"^avocado", "fruit"),
        ("nuts", r"\bseeds?\b|sesame|tahini|flax|chia|hemp|cottonseed|sisymbrium", "seeds"),
        ("nuts", r"coconut water", "drinks"),
        ("legumes", r"^(peanuts?|peanut butter)\b(?!.*(flour|spread))", "nuts"),
        ("legumes", r"^(soymilk|soy milk)|soymilk|^silk (?!.*(yogurt|creamer))", "drinks"),
        ("legumes", r"^soy sauce", "other"),
        ("legumes", r"^silk .*yogurt", "dairy"),
        ("legumes drinks", r"^frozen dessert, non-dairy", "sweets"),
        (
            "fish",
            (
                r"^(crustaceans|mollusks|crab|lobster|shrimp|oyster|clam|squid|octopus|mussel|scallop|abalone|snail|cuttlefish|"
                r"conch|whelk|imitation crab|jellyfish|crayfish)"
            ),
            "seafood",
        ),
        ("fish", r"tuna salad|salmon nuggets|gefilte", "dishes"),
        ("seafood", r"^(frog legs|turtle)", "meat"),
        ("seafood", r"cocktail|scampi", "dishes"),
        ("fruit", r"\b(juice|nectar)\b(?!,? (pack|packed|drained))", "drinks"),
        ("fruit", r"^olives|^plantain|^rhubarb", "vegetables"),
        ("fruit", r"pie filling|candied fruit|chocolate covered", "sweets"),
        (
            "grains",
            (
                r"^(cake|cookies?\b|brownies?|pie\b|doughnuts?|danish|coffeecake|eclairs?|cream puff|toaster pastr|sweet rolls?|"
                r"strudel|ice cream cone|archway|cinnamon buns|cheesecake|glutino.*(cookies|wafers)|snack, (balance|mixed)|"
                r"kellogg's.*(pop.?tarts|nutri-grain cereal bars)|milk and cereal bar|puff|phyllo)|south beach|snack cake|eclair"
            ),
            "sweets",
        ),
        ("sweets", r"(potato|tortilla|corn|taro|plantain|pita|bagel|soy|vegetable|yucca).{0,12}chips|sunchips|sun chips", "grains"),
        ("sweets", r"^(snacks?, )?(popcorn|pretzels|rice cakes?|corn-based|crackers|corn cakes|cornnuts|crisped|oriental mix)", "grains"),
        ("sweets", r"\b(chex mix|doo dads|sesame sticks|potato sticks|rice cracker|shrimp cracker|pretzel, hard)|^croissant|chips", "grains"),
        ("sweets", r"beef (jerky|sticks)|pork skins|meat-based", "meat"),
        ("sweets", r"^(snacks, )?trail mix|peas, roasted", "nuts"),
        ("drinks", r"\bpowder(?!.*prepared)|\bdry\b(?!.*(wine|prepared|reconstituted))|concentrate(?!.*(diluted|prepared))|\bmix\b(?!.*prepared)", "other"),
        ("drinks", r"^(lemon|lime) juice|pace,|tofu|sandwich|whiskey sour mix|margarita mix", "other"),
        ("other", r"^tofu", "legumes"),
        (
            "dishes",
            (
                r"^(sauce|gravy|dip)\b|^(?!.*\b(with|and|no)\b).*(gravy|salsa|sauce|dressing|syrup|honey)$|italian sauce|^pace, |"
                r"campbell.*gravy"
            ),
            "other",
        ),
        ("dishes", r"vanilla.*ice cream|sundae|(shake|milkshake)$|ice cream|frosty", "sweets"),
        ("dishes", r"^soup.*beverage", "drinks"),
        ("other", r"^(oats|wheat (germ|bran)|cereal, oat)", "grains"),
        ("other", r"^(cilantro|parsley), raw", "greens"),
        ("other", r"^(seaweed|vegetable mixture|garlic|peppers|pimiento|onion.*raw)", "vegetables"),
        ("other", r"^hummus|^natto|^miso$", "legumes"),
        ("meat", r"^vegetarian|meatless", "legumes"),
        ("eggs", r"egg salad|huevos|benedict|deviled|creamed|souffle|omelet or", "dishes"),
        ("fats", r"^peanut butter", "nuts"),
    )
)  # fmt: skip


def group_of(food: SourceFood) -> str:
    """Return the group of a food from its source's shelf and the words of its names; the first exception decides."""
    group = _shelf(food)
    for name in (food.source_name, food.name):
        for where, pattern, then in _EXCEPTIONS:
            if group in where and pattern.search(name):
                return _tofu_is_no_drink(name, then)
    return group


def _tofu_is_no_drink(name: str, group: str) -> str:
    return "legumes" if group == "drinks" and "tofu" in name.lower() else group


def _shelf(food: SourceFood) -> str:
    if food.source == FNDDS:
        shelf = _first(_BY_CATEGORY, food.category)
    elif food.source == LEGACY:
        shelf = _BY_LEGACY.get(food.category)
    else:
        shelf = _BY_PREFIX.get(food.number[:2])
    return shelf or _first(_BY_NAME, food.source_name) or "other"


def _first(rules: Rules, text: str) -> str | None:
    return next((group for group, pattern in rules if pattern.search(text)), None)
