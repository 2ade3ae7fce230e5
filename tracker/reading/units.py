"""Units and household measures: their spellings, their sizes, and rules of thumb for foods without an own portion.

A unit has one canonical name ("g", "fl oz", "tbsp", "slice"). Weights are exact; the kitchen measures are the US
customary ones that USDA's household weights refer to (NIST Handbook 44, appendix C: 1 fl oz = 29.5735 mL), a pint is a
setting. A rule of thumb never comes before a food's own portion, and is marked approximate.
"""

from dataclasses import dataclass
from typing import Final

# Grams of one unit of weight. International avoirdupois pound, NIST Handbook 44, appendix C.
GRAMS: Final = {"g": 1.0, "kg": 1000.0, "mg": 0.001, "ug": 1e-6, "oz": 28.349523125, "lb": 453.59237}

# A pint is a setting: the US one (NIST Handbook 44, appendix C) or the imperial one (UK Weights and Measures Act 1985).
US_PINT_ML: Final = 473.2
IMPERIAL_PINT_ML: Final = 568.3

# Millilitres of one unit of volume; the pint is passed along where a volume is weighed.
MILLILITRES: Final = {
    "ml": 1.0,
    "cl": 10.0,
    "dl": 100.0,
    "l": 1000.0,
    "tsp": 4.92892,
    "tbsp": 14.78676,
    "fl oz": 29.57353,
    "cup": 236.58824,
    "pint": US_PINT_ML,
    "quart": 946.35295,
    "gallon": 3785.4118,
}

# Units of a dose; "mg" and "ug" are in GRAMS as well.
DOSE_UNITS: Final = ("mg", "ug", "iu")

# Units small enough that a thousand of them is an everyday amount.
SMALL_UNITS: Final = ("g", "ml", "mg", "ug", "iu")

SIZES: Final = ("small", "medium", "large")

_SPELLINGS: Final = {
    "g": "g|gr|grs|grm|grms|gm|gms|gram|grams|gramm|gramme|grammes",
    "kg": "kg|kgs|kilo|kilos|kilogram|kilograms|kilogramme|kilogrammes",
    "mg": "mg|mgs|milligram|milligrams|milligramme|milligrammes",
    "ug": "µg|μg|ug|mcg|mcgs|mkg|microgram|micrograms|microgramme|microgrammes",
    "iu": "iu|ius|i u|ie|ui|international unit|international units",
    "oz": "oz|ozs|ounce|ounces",
    "lb": "lb|lbs|pound|pounds",
    "ml": "ml|mls|cc|millilitre|millilitres|milliliter|milliliters",
    "cl": "cl|centilitre|centilitres|centiliter|centiliters",
    "dl": "dl|decilitre|decilitres|deciliter|deciliters",
    "l": "l|lt|lts|ltr|ltrs|litre|litres|liter|liters",
    "fl oz": "fl oz|floz|fl ozs|fl ounce|fl ounces|fluid oz|fluid ounce|fluid ounces",
    "cup": "cup|cups|cupful|cupfuls|c",
    "tbsp": "tbsp|tbsps|tbs|tblsp|tblsps|tbl|tablespoon|tablespoons|tablespoonful|tablespoonfuls|table spoon|table"
    " spoons",
    "tsp": "tsp|tsps|teaspoon|teaspoons|teaspoonful|teaspoonfuls|tea spoon|tea spoons",
    "pint": "pint|pints|pt|pts",
    "quart": "quart|quarts|qt|qts",
    "gallon": "gallon|gallons|gal",
    "small": "small|smallish|little|sml|sm",
    "medium": "medium|medium sized|medium size|med|regular|average|normal",
    "large": "large|big|lg",
    "extra large": "extra large|xl|jumbo",
    "piece": "piece|pieces|pc|pcs|whole",
    "handful": "handful|handfuls|handfull|handfulls|hand full|fistful|fistfuls",
    "can": "can|cans|tin|tins",
    "packet": "packet|packets|pack|packs|package|packages|pkt|pkg|sachet|sachets",
    "serving": "serving|servings|portion|portions|helping|helpings",
    "pot": "pot|pots|tub|tubs",
    "spoon": "spoon|spoons|spoonful|spoonfuls",
    "leaf": "leaf|leaves",
    "loaf": "loaf|loaves",
    "half": "halves",
    "pinch": "pinch|pinches",
    "patty": "patty|patties",
    "strip": "strip|strips|rasher|rashers",
    "floret": "floret|florets|floweret|flowerets",
    "kernel": "kernel|kernels",
    "box": "box|boxes",
    "bunch": "bunch|bunches",
    "glass": "glass|glasses|glas|tumbler|tumblers",
    "dash": "dash|dashes",
    "batch": "batch|batches",
    "radish": "radish|radishes",
}
_REGULAR: Final = (
    "mug bottle slice fillet bowl plate shot clove stalk stick sprig head ear spear wedge bar square scoop carton"
    " jar bag cube"
    " ball block link knob pat sheet ring segment bulb breast thigh drumstick wing steak chop rack pod rib roast"
    " container"
    " tray pouch cracker cookie biscuit jigger tablet capsule caplet softgel pill drop gummy splash drizzle crown"
    " sip gulp"
    " basket punnet ladle bucket keg pitcher jug flask cone roll"
)


def _singulars() -> dict[str, str]:
    """Return canonical name by spelling."""
    spellings = {spelling: name for name, texts in _SPELLINGS.items() for spelling in texts.split("|")}
    for name in _REGULAR.split():
        spellings[name] = spellings[f"{name}s"] = name
    return spellings


# Canonical name by every spelling, lower case, words parted by one space.
UNITS: Final = _singulars()

# Words that a supplement is counted in.
PILLS: Final = ("tablet", "capsule", "caplet", "softgel", "pill", "drop", "gummy")
PILL_WORDS: Final = frozenset(
    "tablet tablets tab tabs capsule capsules cap caps caplet caplets softgel softgels pill pills drop drops gummy"
    " gummies dose doses per".split()
)
# What a portion of anything is served in or counted by, also when it is named behind the food ("lentil soup, bowl").
VESSELS: Final = frozenset("can bottle glass mug cup carton packet pot box jar bowl plate handful serving".split())

# What liquids are served in: a number of them beside a drink may be multiplied by the size that is said.
CONTAINERS: Final = (
    "can",
    "bottle",
    "glass",
    "mug",
    "cup",
    "carton",
    "packet",
    "pot",
    "box",
    "jar",
    "bag",
    "pouch",
    "shot",
)


@dataclass(frozen=True, slots=True)
class Thumb:
    """A rule of thumb: one `measure` of a food of these groups is about so much.

    amount: grams, or millilitres of a drink. wet: only foods with at least half their weight water (True) or less
    (False).
    """

    measure: str
    groups: tuple[str, ...]
    amount: float
    source: str
    wet: bool | None = None


_PLATE_FOODS: Final = ("dishes", "grains", "legumes", "vegetables")
# Sizes of vessels are conventions: the usual nominal volumes of glass (250 mL, European Food Safety Authority's
# reference glass),
# mug, small bottle and can; portions of nuts and dried fruit are those of the NHS "5 A Day" and Eatwell pages.
THUMBS: Final = (
    Thumb("cup", ("drinks",), 240.0, "US label cup, 21 CFR 101.9(b)(5)(viii)"),
    Thumb("glass", ("drinks",), 250.0, "rule of thumb: a tumbler holds 250 mL"),
    Thumb("mug", ("drinks", "dishes"), 300.0, "rule of thumb: a mug holds 300 mL"),
    Thumb("bottle", ("drinks",), 500.0, "rule of thumb: a small bottle holds 500 mL"),
    Thumb("can", ("drinks",), 330.0, "standard beverage can, 330 mL"),
    Thumb("carton", ("drinks",), 250.0, "rule of thumb: a small drink carton holds 250 mL"),
    Thumb("shot", ("drinks",), 30.0, "rule of thumb: a shot is 30 mL"),
    Thumb("handful", ("nuts", "seeds"), 30.0, "rule of thumb: a handful of nuts is 30 g (NHS portion)"),
    Thumb("handful", ("fruit",), 30.0, "rule of thumb: a portion of dried fruit is 30 g (NHS 5 A Day)", wet=False),
    Thumb("handful", ("fruit",), 80.0, "rule of thumb: a portion of fruit is 80 g (NHS 5 A Day)", wet=True),
    Thumb("handful", ("greens",), 30.0, "rule of thumb: a handful of leaves is a loose US cup, about 30 g"),
    Thumb("bowl", ("dishes",), 300.0, "rule of thumb: a bowl of soup or stew is 300 g"),
    Thumb("bowl", ("grains", "legumes"), 250.0, "rule of thumb: a bowl of a cooked food is 250 g", wet=True),
    Thumb("bowl", ("grains",), 40.0, "rule of thumb: a bowl of breakfast cereal is 40 g before the milk", wet=False),
    Thumb("bowl", ("fruit",), 150.0, "rule of thumb: a small bowl of fruit is 150 g", wet=True),
    Thumb("plate", ("dishes",), 350.0, "rule of thumb: a plate of a main dish is 350 g"),
    Thumb("serving", ("vegetables", "greens", "mushrooms"), 80.0, "portion of vegetables, 80 g (NHS 5 A Day)"),
    Thumb("serving", ("fruit",), 80.0, "portion of fruit, 80 g (NHS 5 A Day)", wet=True),
    Thumb("serving", ("fruit",), 30.0, "portion of dried fruit, 30 g (NHS 5 A Day)", wet=False),
    Thumb("serving", ("nuts", "seeds"), 30.0, "portion of nuts, 30 g (NHS)"),
)
