"""Which rows of the sources are left out of the table, and why.

The table holds what people eat and drink as such, each food once. A rule is a reason and patterns over USDA's own name, so
that the build can say how many rows each reason took.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from building.food import FNDDS, SourceFood

BABY: Final = "infant formula and baby food"

_PATTERNS: Final[dict[str, tuple[str, ...]]] = {
    BABY: (
        r"^\s*(infant|child) formula",
        r"^(baby|gerber|pediasure|zwieback)",
        r"\btoddler\b",
    ),
    "industrial fats, shortenings and animal fats by the drum": (
        r"\bindustrial\b",
        r"^shortening",
        r"^fat, (chicken|goose|duck|turkey|mutton|beef)",
        r"^(animal fat|table fat|oil or table fat|pork, (fresh, )?backfat|beef, .*suet|butter oil)",
        r"^fish oil, menhaden, fully",
        r"^oil, (babassu|cupu assu|nutmeg|oat|sheanut|teaseed|tomatoseed|ucuhuba|cooking and salad, enova|vegetable.*natreon)",
        r"^vegetable oil, palm kernel",
        r"^margarine, regular, (hard|liquid), ",
        r"^margarine-like spread, \(approximately 40% fat\), ",
        r"\bcommercial, .*\(hydrogenated\)",
        r"confectionery fat",
    ),
    "additives, leavening and parts of recipes": (
        r"^(leavening|rennin|desserts, rennin|polydextrose|yeast extract|pectin|cream of tartar|vital wheat|gums, seed)",
        r"^(seasoning mix|spices? mix|meat extender|frostings, glaze.*recipe)",
        r"soy protein (isolate|concentrate)|\bcrude protein basis\b|\(n x 5\.70\)|^(whey|soy meal),",
        r"\bas ingredient\b|\bfor use (on|with)\b|^breading or batter|^pie (crust|shell)(?!.*baked)",
        r"^beans, liquid from|\bclam\b.*, liquid$|^topping from|\btomato sauce, for\b",
    ),
    "parts that are not served": (
        r"giblets and neck|separable fat|\b(external|seam) fat\b|leaf fat|mechanically",
        r"\bskin only\b|^chicken skin|, skin \(|(?<!and )skin and breading( from|$)|skin and breading removed",
        r"^pork, fresh, (carcass|composite)|^pork, fresh, variety.*jowl|bacon, rendered fat",
        r"^(caribou, (eye|bone)|whale, beluga, eyes|whitefish, broad, head|owl)",
    ),
    "salted in cooking, where the plain food is listed": (
        r"\bboiled,( drained,)? with salt|\bboiled with salt",
        r"\bcooked,? ((with water|boiled|regular|unenriched|enriched|steamed|stir-fried), )*with (added )?salt",
        r"\b(baked|microwaved|steamed|prepared|oven|drained)\b.*, with salt\b",
        r"^(cereals|pasta|macaroni|spaghetti|noodles|rice)\b.*, (with (added )?salt|salt)$",
        r"^(rice|noodles|pasta).*\bwith salt\b",
        r"^potatoes.*\bskin,? with salt$",
        r"^(potato|squash|corn|sweet potato|pumpkin|lentils|soybeans|applesauce)\b.*, with salt\b",
    ),
    "mixes and concentrates, where the prepared food is listed": (
        (
            r"^(gravy|sauce|puddings?|soup|frostings?|cake|gelatin|desserts?|muffins?|pancakes|cocktail mix|corn pudding|bread|"
            r"dessert topping|pie fillings?|pasta mix|rice mix|spanish rice|yellow rice|egg custards|flan|coffeecake|biscuits)\b"
            r".*\b(dry|dehydrated|powder|powdered|mix)\b(?!.*\bprepared\b)"
        ),
        r"\b(dry|muffin|cake|brownie|biscuit|dressing|stuffing) mix\b(?!.*\bprepared\b)",
        r"(?<!frozen), (un|not )reconstituted|^cookies, brownies, dry mix",
        r"\bcondensed\b(?!.*(prepared|milk|sweetened))",
        r"frozen concentrate(?!.*\b(diluted|prepared))|frozen-concentrate",
        r"^macaroni and cheese dinner.*(dry|uncooked)|dry, unprepared",
    ),
    "frozen and unprepared, where the cooked food is listed": (
        r"(?-i:^[A-Z][^A-Z]*\bfrozen\b[^A-Z]*\bunprepared$)",
        r"refrigerated dough(?!.*baked)|ready-to-bake(?!.*(baked|tortilla))|^cookie, batter|^(puff pastry|phyllo).*ready-to-bake$",
    ),
    "trade lots, duplicates and superseded rows": (
        r"usda commodity(?!.*\))|^usda|^cereals.*usda commodity|egg mix, usda",
        r"^egg, .*\b(frozen|glucose reduced)",
        r"analyzed prior to|duplicate, do not use|see new product|ground beef calculator|composite character",
        r"water, tap, (municipal|well|drinking)|^cabbage, common.*(harvest|stored)|\bformerly\b|\bproducer, 3\.7|kellogg's raisin bran, duplicate",
    ),
    "imports and classes of one meat": (
        r"^(lamb|beef).*\b(australian|new zealand), imported",
        r"^turkey, (fryer-roasters|young hen|young tom|retail parts)",
        r"^chicken, (roasting|stewing|capons)",
        r"^pork, (cured, ham -- water added|cured, ham with natural juices|cured, ham and water product|.*\benhanced\b)",
        r"^(emu|ostrich), (?!ground|top loin|fan)",
    ),
    "regional and syrup variants of one fruit": (
        r"^(grapefruit, raw, .*(california|florida|arizona)|oranges, raw, (california|florida))",
        r"\bextra (heavy|light) syrup\b",
    ),
    "vegetables twice cooked in fat": (
        r"\b(frozen|canned|reduced sodium), cooked(,)? (with oil|fat added)$",
        r"\bfrom (canned|frozen), fat added$|\bNS as to fat\b",
    ),
}
_RULES: Final = tuple((reason, re.compile("|".join(parts), re.IGNORECASE)) for reason, parts in _PATTERNS.items())

_MEAT: Final = re.compile(r"^(Beef|Pork|Lamb|Veal)\b")
_TRIM: Final = re.compile(r', trimmed (to )?[01](/[0-9])?" fat')
_GRADE: Final = re.compile(r", (?:USDA )?(all grades|choice|select|prime)\b")
_GRADES: Final = ("all grades", "choice", "select", "prime")

# A row with the first word is a near-twin of the row with the second, which stays.
_TWIN_WORDS: Final = (
    ("separable lean only", "separable lean and fat"),
    ("unenriched", "enriched"),
    ("with calcium propionate", "without calcium propionate"),
    ("white corn", "yellow corn"),
    ("made with margarine", "made with butter"),
    ("without added vitamin D", "with added vitamin D"),
)


def leave_out(foods: Iterable[SourceFood]) -> tuple[list[SourceFood], Counter[str]]:
    """Return the foods that stay and how many each reason took; a food named by hand always stays."""
    taken: Counter[str] = Counter()
    stay: list[SourceFood] = []
    for food in foods:
        reason = None if food.by_hand else reason_to_omit(food)
        if reason:
            taken[reason] += 1
        else:
            stay.append(food)
    thinnings: tuple[tuple[str, Callable[[Sequence[SourceFood]], set[int]]], ...] = (
        ("grades and trims of one cut of meat", grades_of_one_cut),
        ("near-twins in one word", twins_in_one_word),
        ("unspecified, beside a specific row", unspecified),
    )
    for reason, find in thinnings:
        gone = find(stay)
        kept = [food for food in stay if food.by_hand or id(food) not in gone]
        taken[reason] += len(stay) - len(kept)
        stay = kept
    return stay, taken


def reason_to_omit(food: SourceFood) -> str | None:
    """Return why a food is left out, None if it stays."""
    if food.number.startswith("03") or food.category.startswith(("Baby", "Formula")):
        return BABY
    return next((reason for reason, pattern in _RULES if pattern.search(food.source_name)), None)


def grades_of_one_cut(foods: Sequence[SourceFood]) -> set[int]:
    """Return the rows beside which the same cut stands in a better grade or trim: all grades first, least fat left on."""
    best: dict[str, tuple[tuple[int, str], SourceFood]] = {}
    for food in foods:
        cut, rank = cut_of(food.source_name)
        if cut and (cut not in best or rank < best[cut][0]):
            best[cut] = (rank, food)
    kept = {id(food) for _, food in best.values()}
    return {id(food) for food in foods if cut_of(food.source_name)[0] and id(food) not in kept}


def cut_of(name: str) -> tuple[str, tuple[int, str]]:
    """Return a meat's name without trim and grade, and its rank (lowest is best); the name is empty without either."""
    trim, grade = _TRIM.search(name), _GRADE.search(name)
    if not _MEAT.match(name) or not (trim or grade):
        return "", (0, "")
    cut = _GRADE.sub("", _TRIM.sub("", name)).lower()
    return cut, (_GRADES.index(grade[1]) if grade else 0, trim[0] if trim else "")


def twins_in_one_word(foods: Sequence[SourceFood]) -> set[int]:
    """Return the rows that differ from another row only in a word of which the table needs one form."""
    names = {_plain(food.source_name) for food in foods}
    gone = set()
    for food in foods:
        name = _plain(food.source_name)
        if any(word in name and name.replace(word, instead) in names for word, instead in _TWINS):
            gone.add(id(food))
    return gone


def _plain(name: str) -> str:
    return _GRADE.sub("", _TRIM.sub("", name)).lower()


_TWINS: Final = tuple((word.lower(), instead.lower()) for word, instead in _TWIN_WORDS)


def unspecified(foods: Sequence[SourceFood]) -> set[int]:
    """Return the FNDDS rows that leave something open though a better row stands beside them.

    That is "NS as to form" beside a sibling of the same beginning, and "NFS" beside a sibling with the very same values or
    beside a food that was given this name by hand.
    """
    survey = [food for food in foods if food.source == FNDDS]
    heads = Counter(_head(food) for food in survey)
    values = Counter((_head(food), *food.amounts.values()) for food in survey)
    by_hand = {name.lower() for food in foods if food.by_hand for name in (food.name, *food.also)}
    gone = set()
    for food in survey:
        name = food.source_name
        twin = values[(_head(food), *food.amounts.values())] > 1
        open_though_said = " NS as to" in name and heads[_head(food)] > 1
        nfs_though_said = name.endswith(", NFS") and (twin or name.removesuffix(", NFS").lower() in by_hand)
        if open_though_said or nfs_though_said:
            gone.add(id(food))
    return gone


def _head(food: SourceFood) -> str:
    return food.source_name.split(", ")[0]
