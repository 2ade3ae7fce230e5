"""What keeps two rows of nearly the same words apart, and which names of a merged row are not handed on.

The words by which twins are found leave much unsaid. Here stands what must not be lost with it: what one row denies
and the other has, states that exclude each other, and words that make another food as soon as only one of the two rows
says them.
"""

import re
from typing import Final

from building.food import SourceFood

#: Plant foods whose salt is the cook's, not the food's: there "with salt" and "without salt" are one food.
SALTLESS: Final = frozenset({"vegetables", "greens", "legumes", "grains", "mushrooms"})

_ASIDE: Final = re.compile(r"\(includes [^)]*\)")
_SKINLESS: Final = re.compile(r"\b(meat only|skinless|skin not eaten)\b")
_DENIED: Final = re.compile(r"\b(?:without|no) (?:added )?(\w+)(?: (?:and|or) (\w+))?")
_DENIED_FOR_NOTHING: Final = frozenset({"fat", "salt", "ascorbic", "added"})

_OPPOSITES: Final = tuple(
    (re.compile(one), re.compile(other))
    for one, other in (
        (r"(?<!un)sweetened", r"unsweetened"),
        (r"\bwhole\b", r"\b(low ?-?fat|reduced[ -]fat|nonfat|skim|fat free)\b"),
        (r"(?<!un)salted\b|\bwith salt|\bsalt added", r"\bunsalted|\bwithout salt|\bno salt"),
    )
)
_DRY_HEAT: Final = re.compile(r"\b(baked|roasted|broiled|grilled|fried|deep fried)\b")
_WET_HEAT: Final = re.compile(r"\b(boiled|steamed|poached|stewed|braised|simmered)\b")

#: Another food as soon as only one of two rows says it.
_SAID_BY_ONE: Final = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(with|and|no) meat\b|, meat$",
        r"\bwhole[ -]?(wheat|grain)|\bgraham\b",
        r"\bwater spinach|\bcress\b",
        r"\bbaked beans?\b|\bbeans, baked\b",
        r"\btoast sticks\b|\bbaked chips\b|\bchips, baked\b",
        r"\bsesame seed kernels|\bseeds, whole, roasted",
        r"(\blima beans|\bfava beans\)|\(cowpeas\)), fresh\b",
    )
)
_LABELLED_SALTLESS: Final = re.compile(r"\bunsalted\b|\bno salt\b|\bwithout salt added\b|\blow sodium\b")
_SALT_APART_MG: Final = 100.0  # sodium in 100 g by which an unsalted food is another than one that leaves it unsaid

_COOKS_TOUCH: Final = re.compile(r"\bwith (added )?(fat|salt|oil)\b|\b(fat|salt) added\b", re.IGNORECASE)
_METHODS: Final = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(roast|roasted|baked)\b",
        r"\b(broiled|grilled)\b",
        r"\b(boiled|steamed|poached)\b",
        r"\b(stewed|braised)\b",
        r"\b(fried|sauteed)\b",
    )
)


def told_apart(one: SourceFood, other: SourceFood) -> bool:
    """Whether the words of two rows, or their salt, make them two foods."""
    first, second = _said(one), _said(other)
    names = one.name.lower(), other.name.lower()
    return (
        _denies(first, second)
        or _denies(second, first)
        or _opposed(first, second, _OPPOSITES[:2] if one.group in SALTLESS else _OPPOSITES)
        or _opposed(*names, ((_DRY_HEAT, _WET_HEAT),))
        or any(bool(pattern.search(first)) != bool(pattern.search(second)) for pattern in _SAID_BY_ONE)
        or _salt_apart(one, other)
    )


def hands_on(keeper: SourceFood, name: str) -> bool:
    """Whether a merged row's name is one for the row that stays: no cook's fat or salt, no other way of cooking."""
    own = {pattern for pattern in _METHODS if pattern.search(keeper.name)}
    others = {pattern for pattern in _METHODS if pattern.search(name)}
    return not _COOKS_TOUCH.search(name) and not (own and others and not own & others)


def _said(food: SourceFood) -> str:
    return _SKINLESS.sub("without skin", _ASIDE.sub("", f"{food.name}, {food.source_name}".lower()))


def _denies(one: str, other: str) -> bool:
    """Whether one text is without what the other has."""
    denied = _denied(one) - _DENIED_FOR_NOTHING
    return bool(denied & (set(re.findall(r"\w+", other)) - _denied(other)))


def _denied(text: str) -> set[str]:
    return {word for match in _DENIED.finditer(text) for word in match.groups() if word}


def _opposed(one: str, other: str, pairs: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]) -> bool:
    return any(
        (_says_first(one, *pair) and pair[1].search(other)) or (pair[1].search(one) and _says_first(other, *pair))
        for pair in pairs
    )


def _says_first(text: str, first: re.Pattern[str], second: re.Pattern[str]) -> bool:
    return bool(first.search(text)) and not second.search(text)


def _salt_apart(one: SourceFood, other: SourceFood) -> bool:
    labelled = [bool(_LABELLED_SALTLESS.search(food.source_name.lower())) for food in (one, other)]
    first, second = one.amounts["sodium_mg"], other.amounts["sodium_mg"]
    if labelled[0] == labelled[1] or first is None or second is None:
        return False
    return abs(first - second) > _SALT_APART_MG
