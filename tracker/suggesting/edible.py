"""Which foods can be suggested to anybody, and how much of one.

The table has all that USDA measured: dry beans, flours, raw meat, spices. And some foods that people do eat should not
be urged on a person by a program: what is known against each is said beside it.
"""

import re
from functools import lru_cache
from typing import Final

from tracker.foods import Food
from tracker.targets import ALCOHOLIC_G_PER_100_G

# The most of one food at once, g, by group; no authority sets these. Two handfuls of nuts; two or three spoonfuls of
# seeds; one large fillet or steak; two slices of cheese or two pots of yogurt are below. Elsewhere two cups.
MOST_G: Final = {
    "nuts": 60.0,
    "seeds": 30.0,
    "fish": 220.0,
    "seafood": 220.0,
    "meat": 220.0,
    "eggs": 125.0,
    "sweets": 45.0,
}
MOST_G_ELSE: Final = 400.0
MOST_DRINK_G: Final = 550.0

# Fats: a spoonful of cod liver oil is a pill by another name, with its vitamin A, and other fats have nothing to give.
# Other: spices, sauces, powders, by weights nobody eats; a person's own foods stand in this group too and stay.
_NEVER_GROUPS: Final = frozenset({"fats", "other"})
# Of drinks only milks: the others have little of either, and fluid is the person's to choose.
_MILK: Final = re.compile(r"\b(?:milk|buttermilk|kefir|soymilk)\b")
_SWEETENED: Final = re.compile(
    r"\b(?:chocolate|cocoa|coffee|tea|latte|shake|malted|eggnog|condensed|evaporated|dry|powder)"
)
# Not eaten as such. "Dry roasted" is; oats and cereals are weighed dry and eaten with milk.
_UNCOOKED: Final = {
    "legumes": r"dry(?! roasted)|dried|raw|uncooked|unprepared|flour|meal|frozen",
    "grains": r"flour|meal|dry mix|uncooked|unprepared|unpopped|kernels|raw|gluten|dough|(?<!oats, )\bdry\b",
    "meat": r"raw|uncooked|unprepared",
    "fish": r"raw|uncooked|unprepared",
    "seafood": r"raw|uncooked|unprepared",
    "eggs": r"raw|dried|powder",
    # Raw morels are poisonous, raw shiitake can cause a rash; chanterelles and maitake are not eaten raw either.
    "mushrooms": r"(?:morel|shiitake|chanterelle|maitake|oyster|straw)\w*, raw|dried",
    "nuts": r"flour|meal|acorn|raw, unpeeled",
    # Poppy seeds carry opium alkaloids: EFSA 2018, doi:10.2903/j.efsa.2018.5243
    "seeds": r"flour|meal|cottonseed|safflower|sisymbrium|poppy",
    "vegetables": r"dehydrated|powder|freeze-dried|dried",
    "fruit": r"dehydrated|powder",
}
_NOT_AS_SUCH: Final = {group: re.compile(rf"\b(?:{words})\b") for group, words in _UNCOOKED.items()}
_BETTER_NOT: Final = re.compile(
    # 30 g have several times the upper limit of selenium, 400 µg: NIH ODS, https://ods.od.nih.gov/factsheets/Selenium-Consumer
    r"\bbrazil ?nuts?\b"
    # Highest in mercury: https://www.fda.gov/food/consumers/advice-about-eating-fish
    r"|\b(?:king mackerel|mackerel, king|marlin|orange roughy|roughy|shark|swordfish|tilefish|bigeye)\b"
    # A luxury in spoonfuls, mostly salt; organ meats by the cup give several times the limit of vitamin A.
    r"|\b(?:caviar|roe|liver|giblets|brain|kidneys?, cooked)\b"
)
_HERBS: Final = re.compile(
    r"\b(?:basil|mint|cilantro|coriander|parsley|dill|thyme|chives?|garlic|ginger|spearmint|peppermint)\b"
)


def can_be_suggested(food: Food) -> bool:
    """Whether a food may be suggested at all, to somebody who eats it: never alcohol, oils, spices or what is raw."""
    if food.is_own:
        return food.group != "fats" and not _is_alcoholic(food) and (not food.is_drink or _is_milk(food))
    if food.is_drink:
        return _is_milk(food) and not _is_alcoholic(food)
    return food.group not in _NEVER_GROUPS and _is_eaten_as_such(food.group, food.name)


@lru_cache(maxsize=1024)
def _is_eaten_as_such(group: str, name: str) -> bool:
    name = name.casefold()
    if _BETTER_NOT.search(name) or _HERBS.search(name):
        return False
    not_as_such = _NOT_AS_SUCH.get(group)
    return not_as_such is None or not_as_such.search(name) is None


def most_portions(food: Food) -> int:
    """Return how many of its usual portions, 0 to 2, are a reasonable weight at once; 0 too when it has none."""
    portion = food.usual_portion
    if portion is None:
        return 0
    most_g = MOST_DRINK_G if food.is_drink else MOST_G.get(food.group, MOST_G_ELSE)
    return min(2, int(most_g // portion.grams))


def _is_milk(food: Food) -> bool:
    name = food.name.casefold()
    return _MILK.search(name) is not None and _SWEETENED.search(name) is None


def _is_alcoholic(food: Food) -> bool:
    return (food.per_100_g.get("alcohol_g") or 0.0) >= ALCOHOLIC_G_PER_100_G
