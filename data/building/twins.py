"""The same food in two sources: which row stays, and what the other leaves behind.

Two rows are twins when the words that tell foods apart are the same and the energy agrees. A food named by hand stays,
and any of its names counts. Otherwise the newer source stays, but never a cooked vegetable with the cook's salt beside
one without.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from building.apart import SALTLESS, hands_on, told_apart
from building.food import FNDDS, LEGACY, SR24, SourceFood

_FILLER: Final = frozenset(
    """a and or of the with in fresh boiled drained plain regular no added fat without salt unsalted all type variety
    varieties commercial commercially mixed species meat ready eat serve prepared kernel mature seed class home
    table fluid bottled brewed stick unroasted whole unprepared""".split()
)
_WITH_WATER: Final = re.compile(r"\bwith (tap |boiling )?water\b", re.IGNORECASE)
#: Groups whose names leave the raw or dried state unsaid.
_RAW_UNSAID: Final = frozenset({"fruit", "vegetables", "greens", "mushrooms", "nuts", "seeds", "drinks"})
_DRY_UNSAID: Final = frozenset({"nuts", "seeds"})
#: Groups whose foods are cooked when nothing is said.
_MEANT_COOKED: Final = frozenset({"legumes", "grains", "meat", "fish", "seafood"})
_STATES: Final = re.compile(
    r"\b(raw|dry|dried|uncooked|canned|smoked|pickled|salted|cured|jerky|flour|bread|fried|coated)\b"
)
_SAME: Final = {
    "steamed": "cooked", "baked": "cooked", "broiled": "cooked", "roasted": "cooked", "grilled": "cooked",
    "uncooked": "raw", "lowfat": "low", "nonfat": "skim", "dried": "dry", "soymilk": "soy milk",
}  # fmt: skip
_RANK: Final = {FNDDS: 0, LEGACY: 1, SR24: 2}
_MOST_SALT_MG: Final = 60.0  # sodium of a cooked plant food beyond what plants have of their own, per 100 g
_ENERGY_APART: Final = 0.25
_ENERGY_APART_KCAL: Final = 15.0
_COOKED_FAT_KCAL: Final = 45.0  # about 5 g of fat: a vegetable cooked "with or without fat" beside one without

Key = tuple[str, ...]


def key_of(name: str, group: str) -> Key:
    """Return the sorted words that tell this food from another of its group; equal keys may be one food.

    >>> key_of("Spinach, cooked, boiled, drained, without salt", "greens") == key_of("Spinach, fresh, cooked", "greens")
    True
    """
    unsaid = set(_FILLER)
    if group in _RAW_UNSAID:
        unsaid.add("raw")
    if group in _DRY_UNSAID:
        unsaid.add("dry")
    words = (
        _SAME.get(word, word)
        for word in re.findall(r"[a-z0-9%/]+", _WITH_WATER.sub("", name).lower().replace("'s", "s"))
    )
    return tuple(sorted({singular(word) for word in words} - unsaid))


def singular(word: str) -> str:
    """Return an English word without its plural ending, well enough for food names."""
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("oes", "ches", "shes", "xes", "sses")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us")) and len(word) > 3:
        return word[:-1]
    return word


def merge_twins(foods: Sequence[SourceFood], usda_name: dict[str, str]) -> tuple[list[SourceFood], int]:
    """Return the foods with each kind once, and how many rows were merged away.

    usda_name: the readable form of USDA's name by food id, for those that were named by hand. The row that stays takes
    the other's name into `also` and, if it has none, its household measures.
    """
    by_key: dict[Key, list[SourceFood]] = defaultdict(list)
    for food in foods:
        for key in _keys(food, usda_name[food.id]):
            by_key[key].append(food)
    gone: dict[int, SourceFood] = {}
    for key in sorted(by_key):
        alike = [food for food in by_key[key] if id(food) not in gone]
        for keeper in sorted(alike, key=_preference):
            for other in _twins_of(keeper, alike, gone):
                gone[id(other)] = keeper
                _inherit(keeper, other)
    return [food for food in foods if id(food) not in gone], len(gone)


def _keys(food: SourceFood, usda_name: str) -> Iterable[Key]:
    """Return every key a food answers to; one named without a state that is eaten cooked answers as cooked too."""
    names = [usda_name]
    if food.by_hand:
        names += [food.name, *food.also]
    if food.group in _MEANT_COOKED and (food.by_hand or food.source == FNDDS) and not _STATES.search(" ".join(names)):
        names += [f"{name}, cooked" for name in names]
    return dict.fromkeys(key for name in names if (key := key_of(name, food.group)))


def _twins_of(keeper: SourceFood, alike: Sequence[SourceFood], gone: dict[int, SourceFood]) -> Iterable[SourceFood]:
    if id(keeper) in gone:
        return []
    return [
        other
        for other in sorted(alike, key=_preference)
        if other is not keeper and id(other) not in gone and not other.by_hand
        and _preference(keeper) < _preference(other) and same_food(keeper, other)
    ]  # fmt: skip


def _preference(food: SourceFood) -> tuple[bool, int, bool, int, str, str]:
    return (not food.by_hand, -food.staple, _salted(food), _RANK[food.source], food.source_name, food.number)


def _salted(food: SourceFood) -> bool:
    """Whether it is a plant food with more sodium than plants have of their own."""
    return food.group in SALTLESS and (food.amounts["sodium_mg"] or 0.0) > _MOST_SALT_MG


def same_food(one: SourceFood, other: SourceFood) -> bool:
    """Whether two rows with equal keys agree in group and energy, within a quarter or 15 kcal.

    FNDDS's cooked vegetables average those cooked with and without fat: they may be 45 kcal off.
    """
    first, second = one.amounts["energy_kcal"], other.amounts["energy_kcal"]
    if one.source_name == other.source_name or (one.source != other.source and one.name.lower() == other.name.lower()):
        return True
    if told_apart(one, other):
        return False
    if one.source != other.source and _named_alike(one, other):
        return True
    if one.group != other.group or first is None or second is None:
        return False
    if _says_raw(one) != _says_raw(other) and (_says_cooked(one) or _says_cooked(other)):
        return False
    least = _COOKED_FAT_KCAL if one.group in SALTLESS and FNDDS in (one.source, other.source) else _ENERGY_APART_KCAL
    return abs(first - second) <= max(least, _ENERGY_APART * max(first, second))


def _named_alike(one: SourceFood, other: SourceFood) -> bool:
    return one.by_hand and other.name.lower() in (name.lower() for name in one.also)


def _says_raw(food: SourceFood) -> bool:
    return bool(re.search(r"\b(raw|unprepared)\b", food.source_name, re.IGNORECASE))


def _says_cooked(food: SourceFood) -> bool:
    names = f"{food.name} {food.source_name}"
    return bool(re.search(r"\b(cooked|baked|boiled|broiled|roasted|braised|grilled)\b", names, re.IGNORECASE))


def _inherit(keeper: SourceFood, other: SourceFood) -> None:
    keeper.also.extend(name for name in (other.name, *other.also) if name not in keeper.also and hands_on(keeper, name))
    if not keeper.measures:
        keeper.measures = other.measures
