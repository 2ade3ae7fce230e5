"""What the words of a food's name weigh in a search.

A name reads from the thing to its state: "Salmon, Atlantic, farmed, cooked". The last noun before the first comma is
the head, the thing itself. Words before the comma make it another thing ("Almond milk"), words behind it tell the kind
or the state, words behind "with" what else is in it. A word of the name that the query lacks costs its weight.
"""

import re
from collections.abc import Collection, Mapping
from functools import cache
from typing import Final

from tracker.foods import Food
from tracker.words import COOKED_WORDS, normalised_words

BEFORE_COMMA: Final = 3.0
BEHIND_COMMA: Final = 1.0
SHELF: Final = 1.0
BEHIND_WITH: Final = 2.0
IN_BRACKETS: Final = 0.4
PLAIN: Final = 0.2
MOST: Final = 12.0  # a long name is no worse than a different food

STAPLE: Final = {2: 4.5, 1: 4.0, 0: 0.0}

_BRAND: Final = re.compile(r"\b[A-Z]{4,}")  # USDA writes brands in capitals
_BRACKETS: Final = re.compile(r"\(([^)]*)\)?")
_LINKS: Final = frozenset("with w/ and or in from of made on for & without".split())

# Words that tell nothing a plain food would not be; the second, only behind the comma ("Pumpkin seeds" are no pumpkin).
_PLAIN_WORDS: Final = frozenset(
    "all average brewed drained fluid long medium mature nf nfs plain prepared ready regular tap unsalted unsweetened "
    "whole".split()
)
_PLAIN_BEHIND: Final = frozenset("cow grain kernel seed solid type variety".split())
# Heads that are a shelf, not a food: in "Cheese, paneer" what stands behind the comma is the thing.
_SHELVES: Final = frozenset(
    "bean candy cheese cookie crustacean fish game mollusk mushroom sausage seaweed spice squash".split()
)
# Groups that are meant as eaten when no state is named: cooked, not raw or dry.
_EATEN_COOKED: Final = frozenset(("legumes", "grains", "meat", "fish", "seafood", "eggs"))
_EATEN_EITHER: Final = frozenset(("vegetables", "greens", "mushrooms"))

_AS_COOKED: Final = dict.fromkeys(COOKED_WORDS, 0.2) | {
    "raw": 2.5,
    "dry": 2.5,
    "dried": 2.5,
    "uncooked": 2.5,
    "fresh": 0.3,
}
_EITHER: Final = dict.fromkeys(COOKED_WORDS, 0.3) | {"raw": 0.2, "fresh": 0.1, "dried": 2.5, "dry": 2.5}
_AS_BOUGHT: Final = dict.fromkeys(COOKED_WORDS, 1.5) | {
    "raw": 0.1,
    "fresh": 0.1,
    "roasted": 0.6,
    "dry": 0.5,
    "dried": 1.5,
}
_PROCESSED: Final = {
    "canned": 1.2,
    "frozen": 0.9,
    "fried": 1.5,
    "breaded": 2.0,
    "battered": 2.0,
    "pickled": 2.0,
    "smoked": 1.5,
    "salted": 0.8,
    "powder": 3.0,
    "instant": 1.5,
    "decaf": 1.5,
    "sweetened": 1.5,
    "flavored": 1.5,
    "diet": 2.0,
    "imitation": 3.0,
    "substitute": 3.0,
    "condensed": 2.5,
}


@cache
def _state_weights(group: str) -> Mapping[str, float]:
    states = _AS_COOKED if group in _EATEN_COOKED else _EITHER if group in _EATEN_EITHER else _AS_BOUGHT
    return dict.fromkeys(_PLAIN_WORDS, PLAIN) | _PROCESSED | states


def weighed_words(title: str, group: str) -> tuple[dict[str, float], str | None]:
    """Return the normal words of a name with their weights in points, and the head word (None if it has no words)."""
    states = _state_weights(group)
    brackets = ""
    if "(" in title:
        brackets = " ".join(_BRACKETS.findall(title))
        title = _BRACKETS.sub(" ", title)
    first, _, behind = title.partition(",")
    thing, company = _parted(first)
    words = normalised_words(thing)
    weights = {word: states.get(word, BEFORE_COMMA) for word in words}
    head = next((word for word in reversed(words) if word not in states), words[-1] if words else None)
    _weigh(weights, company, BEHIND_WITH, states)
    if behind:
        kind, company = _parted(behind)
        if head in _SHELVES and len(words) == 1:
            weights[head] = SHELF
            head = next(iter(normalised_words(kind)), head)
        _weigh(weights, kind, BEHIND_COMMA, states)
        _weigh(weights, company, BEHIND_WITH, states)
    _weigh(weights, brackets, IN_BRACKETS, states)
    total = sum(weights.values())
    if total > MOST:
        weights = {word: weight * MOST / total for word, weight in weights.items()}
    return weights, head


def _weigh(weights: dict[str, float], part: str, most: float, states: Mapping[str, float]) -> None:
    """Add the words of a part of the name that are not weighed yet."""
    if part:
        for word in normalised_words(part):
            if word not in weights:
                weight = PLAIN if word in _PLAIN_BEHIND else states.get(word, most)
                weights[word] = min(most, weight)


def _parted(text: str) -> tuple[str, str]:
    """Part a text before its first linking word, if it does not begin with one."""
    words = text.split()
    if _LINKS.isdisjoint(words):
        return text, ""
    link = next((place for place, word in enumerate(words) if word in _LINKS), 0)
    return (" ".join(words[:link]), " ".join(words[link:])) if link else (text, "")


_GROUP_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    "nuts": ("nut",),
    "seeds": ("seed",),
    "greens": ("vegetable", "green"),
    "vegetables": ("vegetable",),
    "mushrooms": ("mushroom", "vegetable"),
    "fish": ("fish",),
    "seafood": ("seafood", "shellfish"),
    "legumes": ("legume", "pulse"),
    "grains": ("grain",),
    "fruit": ("fruit",),
    "dairy": ("dairy",),
    "eggs": ("egg",),
    "meat": ("meat",),
    "drinks": ("drink",),
}
_UNSWEETENED_KCAL: Final = 5.0  # per 100 g: a drink with less has no sugar in it
_AS_GROWN: Final = frozenset(("nuts", "seeds", "fruit", "vegetables", "greens", "mushrooms"))
_CHANGED: Final = COOKED_WORDS | frozenset(
    "canned frozen fried dried dry pickled juice salted candied smoked powder".split()
)


def implied_words(food: Food, words: Collection[str]) -> tuple[str, ...]:
    """Return words a food answers to although its name need not say them: its group, and the state that goes unsaid.

    words: those of its name, in normal form.
    """
    implied = list(_GROUP_WORDS.get(food.group, ()))
    if food.group in _AS_GROWN and _CHANGED.isdisjoint(words):
        implied += ["raw", "fresh", "unsalted"]
    if food.group in ("legumes", "grains") and ("raw" in words or "dry" in words):
        implied += ["raw", "dry", "dried", "uncooked"]
    elif "raw" in words:
        implied += ["fresh", "uncooked"]
    if food.staple:
        implied.append("plain")
    if food.group == "dairy" and "plain" in words:
        implied.append("unsweetened")
    energy_kcal = food.per_100_g.get("energy_kcal")
    if food.group == "drinks" and energy_kcal is not None and energy_kcal <= _UNSWEETENED_KCAL:
        implied.append("unsweetened")
        if "coffee" in words:
            implied.append("black")
    return tuple(implied)


def static_score(food: Food) -> float:
    """Return the points of a food for being what people eat every day; a mixed dish and a brand have fewer."""
    points = STAPLE[food.staple]
    if food.group == "dishes":
        points -= 2.0
    if _BRAND.search(food.source_name):
        points -= 2.0
    return points
