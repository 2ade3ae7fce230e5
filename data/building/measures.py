"""USDA's own household measures, in words a person types."""

import re
from collections.abc import Iterable, Sequence
from typing import Final

from building.food import Measure, SourceFood
from building.staples import Portion
from building.twins import singular

SOURCE: Final = "USDA SR24 household measure"

# Yields of a kitchen, units every food has anyway, and lots nobody eats at once.
_DROP: Final = re.compile(
    r"yields?\b|refuse|cubic inch|raw pr g|^(oz|lb|g|ml|l)\b(?! \()|\blb\b|gallon|portion, amount to make|undiluted|"
    r"recipe|unthawed|bone removed|^unit\b|cracked|ready-to-cook|NFS|^fl oz cup|serving 100 ml|crust, single|"
    r"average weight|^grams\b|ckd pr g",
    re.IGNORECASE,
)
# What a label or USDA's own tables added to a measure without changing what it is.
_NOISE: Final = re.compile(
    r"\(approximate weight[^)]*\)|\((1 package|l serving|1 (NLEA )?serving for adults)\)|(?<=\w) 1 (NLEA )?serving$|"
    r"\bnet weight, |\btotal can contents\b|, total$|\b\d{3} x \d{3}\b|\bin packages? of [\d and]+\b|"
    r"\b20\d\d label\b|\b[\w']+ label 20\d\d\b|\bfrom 19\d{3}\b|(?<=fl oz) size\b( cup)?|"
    r" 1 cracker = .*| 1 pie$",
    re.IGNORECASE,
)
_SPELLED: Final = tuple(
    (re.compile(pattern, re.IGNORECASE), text)
    for pattern, text in (
        (r"\btablespoons?\b|\btbsps?\b|\btbso\b", "tbsp"),
        (r"\bteaspoons?\b", "tsp"),
        (r"\bfluid ounces?\b|\blf oz\b", "fl oz"),
        (r"\bNLEA serving( size)?\b", "serving"),
        (r"^(each|individual) (?=\w)|^\d+ oz (?=container)|\bmicrowaveable ", ""),
        (r"^(each|item|individual)\b(?! (serving|container|packet|pkg)).*", "piece"),
        (r"^jigger\b.*", "shot"),
        (r"\s*\( ?(\d+ )?servings? ?\)|\s*\((8 fl oz|1 oz|303 x 406|serving =[^)]*)\)|(?<=cup) 8 fl oz", ""),
    )
)
_SHARE_OF: Final = re.compile(r"serving (\d+)(?:/(\d+))? (cups?|tbsp|tsp|fl oz|slices?|pieces?|bars?|cookies?)")
_SIZE: Final = re.compile(r"\b(extra large|extra small|small|medium|large|mini|jumbo)\b")
#: Measures whose size is said behind them ("slice, large"); of all others the size is the measure ("large").
_SIZED: Final = re.compile(
    r"^(bag|bar|bottle|can|container|cup|fl oz|glass|leaf|order|package|piece|serving|slice|spear|strip)\b"
)
_DETAIL: Final = re.compile(
    r"^(bag|bar|bottle|box|can|container|cup|jar|package|packet|piece|serving|slice|tbsp|tsp) (?!or\b|with\b)(?=[\w.])"
)
_NOT_SAID: Final = re.compile(r'"|\bdia\b|diameter|^approx|^about|\bin\.')
_IRREGULAR: Final = {
    "cookies": "cookie", "brownies": "brownie", "halves": "half", "items": "piece", "leaves": "leaf", "loaves": "loaf",
    "pies": "pie",
}  # fmt: skip
_LONGEST: Final = 32
_MOST_G: Final = 1200.0
_USUAL_MOST_G: Final = 400.0
# A household measure that prepares or stores rather than serves comes last.
_STORED: Final = re.compile(
    r"^(package|can|jar|head|bunch|roast|stick|loaf|pie|pizza|quart|box|bag)\b|crumb|crushed|ground|sifted|packed"
)
_SAME_WEIGHT: Final = 0.01
_REFERENCE_G: Final = 85.0  # 3 oz of meat or fish, USDA's reference amount


def household(food: SourceFood) -> list[Portion]:
    """Return USDA's measures of a food in plain words, each once, those nobody eats at once last."""
    portions: dict[str, Portion] = {}
    for measure in food.measures:
        amount, text = plain_measure(measure.amount, measure.text)
        if text and 0 < measure.grams <= _MOST_G and amount > 0:
            portions.setdefault(text, Portion(text, amount, measure.grams, False, SOURCE))
    found = sorted(portions.values(), key=is_stored)
    if any(row.measure.startswith("serving") for row in found):
        return found
    return _ounces(food, food.measures, found) + found


def is_stored(row: Portion) -> bool:
    """Whether a measure is what one buys rather than what one eats: a package, a can, more than 400 g."""
    return not row.approximate and (row.grams > _USUAL_MOST_G or bool(_STORED.search(row.measure)))


def _ounces(food: SourceFood, measures: Sequence[Measure], found: Sequence[Portion]) -> list[Portion]:
    """Return USDA's "3 oz" as a serving, for meat and fish also for "1 oz"; elsewhere "1 oz" if it stands alone."""
    ounces = [measure for measure in measures if measure.text == "oz" and measure.grams > 0]
    if not ounces:
        return []
    if food.group in ("meat", "fish", "seafood") and not any(row.grams < _USUAL_MOST_G for row in found):
        return [Portion("serving", 1, _REFERENCE_G, False, "3 oz, USDA's reference amount")]
    if ounces[0].amount > 1 or not found:
        return [Portion("serving", 1, round(ounces[0].grams, 1), False, f"{SOURCE}, {ounces[0].amount:g} oz")]
    return []


def plain_measure(amount: float, text: str) -> tuple[float, str]:
    """Return amount and measure in short, lower-case, singular words; an empty measure is one to leave out.

    >>> plain_measure(1, "cup (8 fl oz)")
    (1, 'cup')
    >>> plain_measure(1, "serving 1/2 cup")
    (0.5, 'cup')
    >>> plain_measure(1, 'potato medium (2-1/4" to 3-1/4" dia)')
    (1, 'medium')
    """
    text = text.strip()
    if _DROP.search(text):
        return amount, ""
    if text == f"package ({amount:g} oz)":  # USDA counted the ounces, the weight is one package's
        amount = 1
    text = " ".join(_NOISE.sub("", text).split())
    for pattern, spelled in _SPELLED:
        text = pattern.sub(spelled, text)
    text = text.lower()
    if share := _SHARE_OF.fullmatch(text):
        return amount * int(share[1]) / int(share[2] or 1), _one(share[3])
    text = _DETAIL.sub(r"\1, ", re.sub(r"\s*\(([^)]*)\)", lambda match: f", {match[1].strip()}", text))
    parts = [part.strip() for part in text.split(",")]
    text = _named_by_size([part for part in parts if part and not _NOT_SAID.search(part)])
    return (amount, text) if len(text) <= _LONGEST and text not in ("oz", "g", "lb") else (amount, "")


def _one(word: str) -> str:
    """Return a measure's word in the singular; several words stay as they are."""
    return _IRREGULAR.get(word) or (singular(word) if word.isalpha() else word)


def without_doubles(rows: Iterable[Portion]) -> list[Portion]:
    """Return the rows without those that say nothing new: the same first word at the same weight, in other detail.

    Of "can" and "can, 2 oz" at 45 g the plain one stays, in the place of the first; two details ("cup, packed" and
    "cup, chopped") both stay.
    """
    kept: list[Portion] = []
    for row in rows:
        at = next((place for place, other in enumerate(kept) if doubles(row, other)), None)
        if at is None:
            kept.append(row)
        elif len(_words(row)) == 1 < len(_words(kept[at])):
            kept[at] = row
    return kept


def doubles(one: Portion, other: Portion) -> bool:
    """Whether two rows begin with the same word, weigh the same, and do not differ in what they say behind it."""
    first, second = _words(one), _words(other)
    same_words = first[0] == second[0] and (1 in (len(first), len(second)) or set(first) == set(second))
    return same_words and abs(one.grams / one.amount * other.amount / other.grams - 1) < _SAME_WEIGHT


def _words(row: Portion) -> list[str]:
    return [_one(word) for word in re.findall(r"[^\W_][\w./'-]*", row.measure)]


def _named_by_size(parts: Sequence[str]) -> str:
    """Return the parts as one measure: "potato medium" is a medium one, "slices" a slice."""
    if not parts:
        return ""
    first = _one(parts[0])
    size = _SIZE.search(", ".join(parts))
    if size and not _SIZED.match(first):
        return size[1]
    return ", ".join([first, *parts[1:]])
