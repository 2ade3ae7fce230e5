"""States of a food in a line: said ("raw", "with skin") they choose the food, unsaid they may leave two foods open."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Final

from tracker.foods import Food
from tracker.search import normalised_words
from tracker.words import COOKED_WORDS

_UNCOOKED: Final = re.compile(r"\braw\b|\buncooked\b|\bdry\b(?! (?:roast|heat))")
_HEATED: Final = re.compile(
    r"\b(?:cooked|boiled|baked|roasted|grilled|broiled|steamed|fried|stewed|braised|canned|toasted|poached)\b"
)
_WITH_SKIN: Final = re.compile(r"(?:with|meat and|flesh and|and) skin|skin eaten|unpeeled|, skin\b(?! not)")
_WITHOUT_SKIN: Final = re.compile(
    r"without skin|meat only|flesh only|skin not eaten|skinless|\bpeeled\b|no skin|skin removed"
)
_SKIN_ONLY: Final = re.compile(r"^[^,|]*,(?: baked,)? skin\b(?! (?:not|eaten|and))|\bskins\b")
_SALTED: Final = re.compile(r"(?<!un)\bsalted\b|with salt\b|salt added")
_UNSALTED: Final = re.compile(r"\bunsalted\b|without salt|no salt")
_SWEETENED: Final = re.compile(r"\bsweetened\b|with sugar|sugar added")


@dataclass(frozen=True, slots=True)
class _Rule:
    """What a food may not be called (`forbidden`) and must be called (`needed`) when the line says one of `words`."""

    words: frozenset[str]
    forbidden: re.Pattern[str]
    needed: re.Pattern[str] | None = None
    groups: tuple[str, ...] = ()


_RULES: Final = (
    _Rule(frozenset(("skin",)), _WITHOUT_SKIN),
    _Rule(frozenset(("skin",)), _SKIN_ONLY),
    _Rule(frozenset(("skin",)), _WITHOUT_SKIN, _WITH_SKIN, ("meat", "fish")),
    _Rule(frozenset(("skinless",)), _WITH_SKIN),
    _Rule(frozenset(("raw", "uncooked")), _HEATED),
    _Rule(COOKED_WORDS - {"prepared", "heated"}, _UNCOOKED),
    _Rule(frozenset(("unsalted",)), _SALTED),
    _Rule(frozenset(("salted",)), _UNSALTED),
    _Rule(frozenset(("unsweetened",)), _SWEETENED),
)
# Leaves and vegetables eaten both raw and cooked weigh several times as much by the cup when cooked; these are eaten
# raw.
_EATEN_RAW: Final = frozenset(
    "lettuce cucumber tomato celery onion radish arugula watercress sprout parsley cilantro basil scallion endive"
    " pepper romaine"
    " salad avocado olive pickle gherkin herb".split()
)
_STATED: Final = (
    frozenset("raw fresh canned frozen dried dry fried pickled uncooked baby salad leaf shredded grated".split())
    | COOKED_WORDS
)
_CRUSHED: Final = frozenset(("mashed", "pureed", "crushed", "blended"))  # changes no fruit
_BOILED: Final = ("grains", "legumes")
_DRY: Final = frozenset("dry raw uncooked dried".split())
_DRY_KINDS: Final = frozenset("rolled flake flaked steel instant quick bran flour germ".split())
_FILLED: Final = ("greens", "vegetables", "mushrooms")


def contradicts(food: Food, asked: Collection[str]) -> bool:
    """Whether a food is plainly not in the state that the words (in normal form) say."""
    said = frozenset(asked)
    text = f"{food.name.lower()} | {food.source_name.lower()}"
    named = frozenset(normalised_words(food.name)) - {"skin"}
    for rule in _RULES:
        if rule.words.isdisjoint(said) or (rule.groups and food.group not in rule.groups):
            continue
        if rule.forbidden.search(text) and named.isdisjoint(said & rule.words):
            return True
        if rule.needed is not None and not rule.needed.search(text):
            return True
    return False


def answered(food: Food) -> frozenset[str]:
    """Return words a food answers to by USDA's description of it, although no name says them."""
    text = f"{food.name.lower()} | {food.source_name.lower()}"
    words = {"skinless"} if _WITHOUT_SKIN.search(text) else set()
    if food.group == "fruit":
        words |= _CRUSHED
    if food.group in ("fruit", "vegetables") or _WITH_SKIN.search(text):
        words.add("skin")
    return frozenset(words)


def twins(food: Food, asked: Iterable[str], others: Iterable[Food]) -> list[Food]:
    """Return the foods that may be meant as well, because the line says neither raw nor cooked (of a grain: nor dry).

    others: the next best foods, in order.
    """
    words = frozenset(asked)
    name = frozenset(normalised_words(food.name))
    if food.group in _BOILED:
        if not name & _DRY or words & (_DRY | _DRY_KINDS):
            return []
        return [
            other
            for other in others
            if other.group == food.group and other.staple and "cooked" in normalised_words(other.name)
        ][:1]
    if food.group not in _FILLED or words & (_STATED | _EATEN_RAW):
        return []
    head = food.name.partition(",")[0]
    return [
        other
        for other in others
        if other.staple and other.group == food.group and other.name.partition(",")[0] == head and other.id != food.id
    ]
