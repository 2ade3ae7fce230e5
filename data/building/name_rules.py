"""The words that names.py changes: tables only."""

import re
from typing import Final

#: Leading parts that name a shelf or a company's letterhead, not a food.
SHELVES: Final = frozenset(
    """alcoholic beverage|alcoholic beverages|baby food|beverage|beverages|bread stuffing mix|carbonated beverage|campbell soup company|candies|
    cereal ready-to-eat|cereals|cereals ready to eat|cereals ready-to-eat|conagra|continental mills|cpc food service|
    crustaceans|entrees|fast food|fast foods|fish|formulated bar|franchise associates|frozen novelites|frozen novelties|
    game meat|general mills|george weston bakeries|interstate brands corp|kellogg|kraft foods|m&m mars|mars snackfood us|
    martha white foods|mckee baking|mollusks|nabisco|nestle|nuts|poultry food products|quaker oats|ready-to-eat|restaurant|
    sandwiches and burgers|seeds|side dishes|snack|snacks|spices|toaster pastries|vitasoy usa|hershey|e.j. brach's|
    campbell soup company.|the original|pastry|heinz|lipton""".replace("\n    ", "").split("|")
)
#: Shelves that stay unless a maker or a food in capitals follows.
BRANDED_SHELVES: Final = {"candies": "Candy", "toaster pastries": "Toaster pastry", "snack": "", "pastry": "Pastry"}
#: Shelves after which the next part is a word of its own, not a description.
PLACES: Final = {
    "fast food": "fast food",
    "fast foods": "fast food",
    "general mills": "General Mills",
    "nestle": "Nestle",
}

#: Parts of a name that tell a laboratory something and a person nothing.
NOISE: Final = frozenset(
    """all areas|all classes|all commercial varieties|all flavors|all grades|all types|all varieties|analyzed 2006|
    broilers or fryers|broiler|choice|commercial|commercially prepared|composite of cuts|composite of trimmed retail cuts|
    domestic|dry heat|fluid|fresh|fresh or frozen|includes usda commodity|kernels|mixed species|moist heat|nfs|prime|
    ready to serve|ready-to serve|ready-to-drink|ready-to-eat|ready-to-serve|regular pack|salad or cooking|select|
    separable lean and fat|shelf stable|single brand|solids|table|total can contents|usda choice|
    variety meats and by-products|without added ascorbic acid|with added ascorbic acid|year round average|unspecified|
    skin not eaten or removed|sulfured|plain or vegetarian|solid|as purchased|tv|home baked style|regular and quick|whole classes|
    ready to microwave|ready to eat|as served in restaurant""".replace("\n    ", "").split("|")
)

#: Parts that stand for other words; an empty one is dropped.
REWORD: Final = {
    "separable lean only": "lean only",
    "lean only eaten": "lean only",
    "lean and fat eaten": "",
    "drained solids": "drained",
    "drained solid": "drained",
    "drained soilds": "drained",
    "draiend solids": "drained",
    "solids and liquids": "with liquid",
    "solids and liquid": "with liquid",
    "prepared-from-recipe": "homemade",
    "prepared-by-recipe": "homemade",
    "prepared from recipe": "homemade",
    "home-prepared": "homemade",
    "home prepared": "homemade",
    "home recipe": "homemade",
    "restaurant-prepared": "",
    "without salt added": "unsalted",
    "without added salt": "unsalted",
    "no salt added": "unsalted",
    "with salt added": "salted",
    "with added vitamin a and vitamin d": "fortified",
    "with added vitamin d": "fortified with vitamin D",
    "without added vitamin a and vitamin d": "not fortified",
    "without added vitamin d": "not fortified",
    "prepared with equal volume water": "prepared with water",
    "prepared with equal volume milk": "prepared with milk",
    "prepared with tap water": "",
    "no added fat": "",
    "fat added": "with added fat",
    "skin eaten": "with skin",
    "skin not eaten": "without skin",
    "flesh and skin": "with skin",
    "meat and skin": "with skin",
    "meat and skin with breading": "with skin and breading",
    "meat and skin and breading": "with skin and breading",
    "meat only": "without skin",
    "peel eaten": "with skin",
    "peel not eaten": "without skin",
    "baked or broiled": "baked or grilled",
    "cooked in skin": "",
    "flesh": "without skin",
    "immature seeds": "fresh",
    "mature seeds": "",
    "mature cooked": "cooked",
    "cooked simmered": "cooked",
    "boiled with salt": "",
    "cooked without skin": "cooked",
    "dry form": "dry",
    "from dried": "cooked",
    "from canned": "canned",
    "from frozen": "frozen",
    "with condiments": "with condiments",
}


def _compiled(rules: tuple[tuple[str, str], ...]) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern, re.IGNORECASE), text) for pattern, text in rules)


#: Rewrites of USDA's order of words into everyday order, for the releases; applied in turn to the joined name.
ORDER: Final = _compiled(
    (
        (r"^beans, snap, green variety", "Green beans"),
        (r"^beans, snap, (green|yellow)", r"\1 beans"),
        (r"^beans, snap", "Green beans"),
        (r"^beans, red, kidney", "Kidney beans, red"),
        (r"^beans, black turtle( soup)?", "Black turtle beans"),
        (r"^beans, cranberry \(roman\)", "Cranberry beans"),
        (
            (
                r"^beans, (adzuki|baked|black|cranberry|fava|french|great northern|kidney|lima|mung|navy|pink|pinto|shellie|"
                r"small white|white|yellow|chili)\b"
            ),
            r"\1 beans",
        ),
        (r"^peas, green, split", "Split peas"),
        (r"^peas, (green|split)", r"\1 peas"),
        (r"^peas, edible-podded", "Snow peas (edible-podded)"),
        (r"^cowpeas \(blackeyes\)", "Black-eyed peas (cowpeas)"),
        (r"^cowpeas, common \([^)]*\)", "Black-eyed peas (cowpeas)"),
        (r"^broadbeans \(fava beans\)", "Broad beans (fava beans)"),
        (r"^broadbeans", "Broad beans (fava beans)"),
        (r"^chickpeas \([^)]*\)", "Chickpeas"),
        (r"^pigeon ?peas( \(red gram\))?", "Pigeon peas"),
        (r"^soybeans, green", "Green soybeans"),
        (r"^corn, sweet, (yellow|white)", r"Sweet corn, \1"),
        (r"^squash, (summer|winter), zucchini|^squash, zucchini, baby", "Zucchini"),
        (
            r"^squash, (summer|winter), (acorn|butternut|hubbard|spaghetti|scallop|crookneck and straightneck)",
            r"\2 squash",
        ),
        (r"^squash, (summer|winter)", r"\1 squash"),
        (r"^tomato products, canned, (paste|puree|sauce)", r"Tomato \1, canned"),
        (r"^tomatoes, red, ripe", "Tomatoes"),
        (r"^potatoes,( frozen,)? french fried", "French fries"),
        (r"^potato, french fried in vegetable oil", "French fries"),
        (r"^potatoes, hash(ed)? browns?", "Hash browns"),
        (r"^potato(es)?, mashed", "Mashed potatoes"),
        (r"^peppers, sweet, (green|red|yellow)", r"Bell peppers, \1"),
        (r"^peppers, hot chili, (green|red)", r"Chili peppers, \1"),
        (r"^peppers, (ancho|hungarian|jalapeno|pasilla|serrano)", r"\1 peppers"),
        (r"^onions, spring or scallions", "Spring onions (scallions)"),
        (r"^cabbage, chinese \(pak-choi\)", "Bok choy"),
        (r"^cabbage, chinese \(pe-tsai\)", "Napa cabbage (pe-tsai)"),
        (r"^cabbage, common \([^)]*\)", "Cabbage"),
        (r"^lettuce, cos or romaine", "Lettuce, romaine"),
        (r"^radishes, oriental", "Daikon radish"),
        (r"^balsam-pear \(bitter gourd\)", "Bitter gourd"),
        (r"^yambean \(jicama\)", "Jicama"),
        (r"^waxgourd, \([^)]*\)", "Wax gourd"),
        (r"^waterchestnuts, chinese", "Water chestnuts"),
        (r"^coriander \(cilantro\) leaves", "Cilantro (coriander leaves)"),
        (r"^artichokes, \(globe or french\)", "Artichokes"),
        (r"^catsup", "Ketchup"),
        (r"^seaweed, laver", "Seaweed, nori (laver)"),
        (r"^brazilnuts", "Brazil nuts"),
        (r"^hazelnuts or filberts", "Hazelnuts"),
        (r"^(mutton|hickory|pili|ginkgo|beech|butter)nuts", r"\1nuts"),
        (r"^fish oil, (.*)", r"\1 oil"),
        (r"^oil, vegetable, soybean", "Soybean oil"),
        (r"^oil, corn, peanut, and olive", "Corn, peanut and olive oil"),
        (r"^oil, (?!whale|walrus|beluga|bearded|spotted|pam\b)([^,]+), (.*)", r"\1 oil, \2"),
        (r"^oil, (?!whale|walrus|beluga|bearded|spotted|pam\b)([^,]+)$", r"\1 oil"),
        (r"^(chicken|turkey|duck|goose), dark meat, (thigh|drumstick)", r"\1 \2"),
        (
            r"^(chicken|turkey|duck|goose|quail|pheasant), (all classes, )?(breast|thigh|drumstick|wing|leg|back|neck)s?\b",
            r"\1 \3",
        ),
        (
            (
                r"^(chicken|turkey|duck|goose|beef|pork|lamb|veal)(, capons|, domesticated)?, (liver|heart|gizzard|giblets|kidneys|"
                r"tongue|brain|lungs|pancreas|spleen|thymus|feet|ears|stomach|tail|tripe)\b"
            ),
            r"\1 \3",
        ),
        (r"^(beef|pork|lamb|veal|chicken|turkey|bison|deer|elk|emu|ostrich)(, [^,]*)?, ground\b", r"Ground \1\2"),
        (r"(\d+)% lean( meat)? / (\d+)% fat", r"\1% lean"),
        (r"\(approximately (\d+% fat)\)", r"\1"),
        (r"^egg, (white|yolk)", r"Egg \1"),
        (r"^(cheese(?: food| product| spread)?), pasteurized process", r"\1, processed"),
        (r"^cheese, cottage", "Cottage cheese"),
        (r"^cheese, cream\b", "Cream cheese"),
        (r"\b(\d)% milkfat\b", r"\1%"),
        (r"^cream, sour", "Sour cream"),
        (r"^liqueur, coffee\b", "Coffee liqueur"),
        (r"^distilled, all \(gin, rum, vodka, whiskey\)", "Spirits (gin, rum, vodka, whiskey)"),
        (r"^distilled, (gin|rum|vodka|whiskey)", r"\1"),
        (r"^rice \(sake\)", "Sake (rice wine)"),
        (r"^amber, hard cider", "Hard cider, amber"),
        (r"^wine, all$", "Wine"),
        (r"^malt beer", "Malt beer"),
        (r", prepared from item \d+", ", homemade"),
        (r"^low calorie, (cola|other)", r"Diet soda, \1"),
        (r"^low calorie, ", "Diet soda, "),
        (r"^carbonated, (orange)$", "Orange soda"),
        (r"^carbonated, ", ""),
        (r"^orange$", "Orange soda"),
        (r"^pepper-type", "Pepper-type soda"),
        (r"^reduced sugar, cola", "Cola, reduced sugar"),
        (r"^puddings?,", "Pudding,"),
        (r"^syrups,", "Syrup,"),
        (r"^ice creams,", "Ice cream,"),
        (r"^frostings,", "Frosting,"),
        (r"^desserts, ", ""),
        (r"^toppings,", "Topping,"),
        (r"^sugars,", "Sugar,"),
        (r"^sweeteners,", "Sweetener,"),
        (r"^candies,", "Candy,"),
        (r"^plums, dried \(prunes\)", "Prunes"),
        (r"^tangerines, \(mandarin oranges\)", "Tangerines (mandarin oranges)"),
        (r"^noodles, japanese, (soba|somen)", r"\1 noodles"),
        (r"^noodles, egg", "Egg noodles"),
        (r"^pasta, (cooked|dry), enriched(, unsalted)?$", r"Pasta, \1"),
        (r"^tofu, raw, (firm|regular)", r"Tofu, \1"),
        (r"^peanuts, (spanish|valencia|virginia|all types)", r"Peanuts, \1"),
        (r"^buffalo, water", "Water buffalo"),
        (r"^boar, wild", "Wild boar"),
        (r"^deer( \(venison\))?", "Venison (deer)"),
        (r"^water convolvulus", "Water spinach"),
        (r"^swamp cabbage", "Water spinach (swamp cabbage)"),
        (r"^spaghettios, (spaghettio)", r"\1"),
        (r"^archway home style cookies, ", "Archway cookies, "),
        (r"^crackers, standard snack-type", "Crackers, snack type"),
        (r"^corn-based, extruded, (chips|cones|puffs or twists)", r"Corn \1"),
        (r"^corn-based, extruded, ", "Corn snack, "),
        (r"^ice type, ", "Ice pop, "),
        (r"^ice pop, pop", "Ice pop"),
        (r"^(juice type), ", "Juice bar, "),
        (r"^formulated, wheat-based", "Wheat-based nuts"),
        (r"^salad dressing, mayonnaise", "Mayonnaise"),
        (r"^kentucky fried chicken, ", "KFC, "),
        (r"^(pizza chain|pizza), 14\"? pizza", 'Pizza, 14"'),
        (r"\(includes [^)]*\)|\(include [^)]*\)|\(ribs \d+- ?\d+\)|\(liquid (expressed )?from[^)]*\)", ""),
        (
            r"\((low.moisture|bulb and lower.leaf.portion|decorticated|glandless|all flavors|fat free (or|and) skim)\)",
            "",
        ),
        (r"\(European type, such as Thompson seedless\)", ""),
        (r"\(peach and [^)]*\)|\(pineapple and [^)]*\)|\(prune and [^)]*\)", ""),
        (r"Nfs \(45-59%[^)]*\)", ""),
        (r" - CY\d+\w", ""),
        (r"\\", ""),
        (r", Product Code #?[\d-]+", ""),
        (r", frozen, unpre(pa|ap)red$", ""),
        (r", canned, unprepared$", ", canned"),
        (r", \((?=[^)]*\)(,|$))", " ("),
        (r", with aspartame and acesulfame potassium sweetener", ""),
        (r" International Coffees", ""),
    )
)

#: The same for FNDDS, whose names are nearly everyday names already.
FNDDS_ORDER: Final = _compiled(
    (
        (r"\s*\bNS as to [^,]*", ""),
        (r"\bNFS\b", ""),
        (r"^fish, (?=(?!raw|canned|smoked|pickled|stick|cake|white|dried|tofu|baked|fried|steamed)\w)", ""),
        (r"^fish, stick", "Fish stick"),
        (r"^fish, cake or patty", "Fish cake or patty"),
        (r"^soybean curd cheese", "Tofu, fermented (soybean curd cheese)"),
        (r"^soybean curd", "Tofu"),
        (r"^bluberries", "Blueberries"),
        (r"^turrnip", "Turnip"),
        (r"^water chesnut", "Water chestnut"),
        (r"^dried, fruit", "Dried fruit"),
        (r"^christophine", "Chayote (christophine)"),
        (r"^broccoflower", "Broccoflower (green cauliflower)"),
        (r"^blackeyed peas", "Black-eyed peas"),
        (r"^muffin, english", "English muffin"),
        (r"^potato, french fries", "French fries"),
        (r"^potato, hash brown", "Hash browns"),
        (r"^potato, mashed", "Mashed potatoes"),
        (r"^potato, home fries", "Home fries"),
        (r"^peppers, sweet, (green|red)", r"Bell peppers, \1"),
        (r"^peppers, (green|red)", r"Bell peppers, \1"),
        (r"^cabbage, chinese", "Chinese cabbage"),
        (r"^cabbage, green", "Cabbage"),
        (r"^walnuts, excluding honey roasted", "Walnuts"),
        (r"^prune, dried", "Prunes"),
        (r"fat free \(skim\)", "skim"),
        (r"^tea, hot, (leaf, )?", "Tea, "),
        (r"^coconut water, unsweetened", "Coconut water"),
        (r", canned, cooked\b(?!.* (oil|fat))", ", canned"),
        (r"^yogurt, (greek, )?(low fat|nonfat|whole) milk, (.*)", r"Yogurt, \1\3, \2"),
        (r"^lettuce, arugula", "Arugula"),
        (r"^seaweed, dried", "Seaweed, dried"),
        (r"^cheese, cottage( cheese)?", "Cottage cheese"),
        (r"^(beef|pork|lamb|veal|chicken|turkey|ham), ground", r"Ground \1"),
        (r"^meat, ground", "Ground meat"),
        (r"^egg, (white|yolk)( only)?", r"Egg \1"),
        (r"^wine, rice", "Sake (rice wine)"),
        (r"^(lettuce|spinach|kale|broccoli|carrots|corn|green beans|collards|cauliflower), (fresh), ", r"\1, "),
        (r"^roll, sour dough|^bread, sour dough", "Sourdough bread"),
        (r"^bread, egg, challah", "Challah bread"),
        (r"^liver, (beef|chicken)", r"\1 liver"),
        (r"^beef, bacon", "Beef bacon"),
        (r"^coffee, cafe", "Coffee, cafe"),
        (r", 100%(?=,|$)", ""),
    )
)

#: Words in capitals that stay so.
CAPITALS: Final = frozenset("USDA BBQ BLT UHT DHA ARA EAS MSG KFC AMP NOS XS V8 M&M II US CLIF TV JR T.G.I PB".split())
#: Brand names in capitals or misspelt whose everyday form no rule gives.
BRANDS: Final = _compiled(
    (
        (r"\bMcDO(NALD|ANLD)'S\b", "McDonald's"),
        (r"\bMcDONALDLAND\b", "McDonaldland"),
        (r"\bMc(CHICKEN|FLURRY|GRIDDLES|GRILL|MUFFIN|NUGGETS)\b", r"Mc\1"),
        (r"\bWend'ys\b", "Wendy's"),
        (r"\bKellog's\b", "Kellogg's"),
        (r"\bLATINO\b", "Latino"),
        (r"\bM&M'?S\b", "M&M's"),
        (r"\bMINIs\b", "Minis"),
        (r"\b5TH\b", "5th"),
        (r"\bSPAGHETTIOS\b", "SpaghettiOs"),
        (r"\bSpaghettiO's\b", "SpaghettiOs"),
        (r"\bCRANBERRY\b", "Cranberry"),
    )
)
