"""What stays open although food and amount were found: a measure passed over, a count of parts, a state not said."""

from typing import Final

from tracker.reading.line_words import DESCRIPTIONS
from tracker.reading.matching import Match
from tracker.reading.phrase import Reading
from tracker.reading.portions import differ
from tracker.reading.states import twins
from tracker.reading.two_amounts import weigh
from tracker.reading.weighing import Weighed
from tracker.search import normalised_words

# Measures filled with what collapses when it is cooked.
_HEAPS: Final = ("cup", "bowl", "plate", "dl", "ml", "l", "cl", "pint", "mug", "fl oz")
# What a number in front may count inside a dish.
_INGREDIENTS: Final = ("egg", "bean", "cheese", "grain", "layer", "course", "meat", "seed")
_DRUNK_BY: Final = ("cup", "mug", "glass", "pint", "bottle")


def is_passed_over(rest: Reading, match: Match) -> bool:
    """Whether a measure that no portion answers to was read as an idle word of the name: "1 orange slice"."""
    if match.food is None or match.full_name:
        return False
    written = normalised_words(" ".join(rest.unit_words))
    return not set(written) <= set(normalised_words(match.food.name))


def part_of_name(reading: Reading) -> str | None:
    """Return a question when the number may be of what is inside ("2 egg omelette", "4 cheese pizza")."""
    bare = len(reading.quantities) == 1 and reading.quantities[0].unit is None and reading.quantities[0].amount > 1
    first, last = reading.words[:1], reading.words[-1:]
    if (
        bare
        and not reading.number_last
        and first != last
        and first[0] in _INGREDIENTS
        and not last[0].endswith("s")
        and last[0] not in DESCRIPTIONS
    ):
        return f"One {' '.join(reading.words[1:])} of {reading.quantities[0].amount:g}, or so many?"
    return None


def state_doubt(reading: Reading, match: Match, weighed: Weighed, pint_ml: float) -> str | None:
    """Return a question when a state is not said and a cup of one weighs far more than a cup of the other."""
    food = match.food
    if food is not None and "powder" in normalised_words(food.name) and _is_served(reading):
        return f"{food.name}, or the drink made of it?"
    if food is None or match.full_name or weighed.grams is None or reading.quantities[0].unit not in _HEAPS:
        return None
    for twin in twins(food, normalised_words(" ".join(reading.words)), match.others):
        grams = weigh(reading, twin, pint_ml).grams
        if grams is not None and differ(grams, weighed.grams):
            return f"{food.name} ({weighed.grams:.3g} g) or {twin.name} ({grams:.3g} g)?"
    return None


def _is_served(reading: Reading) -> bool:
    """Whether what is said is a drink by its vessel and by its name: "a cup of cocoa"."""
    return reading.quantities[0].unit in _DRUNK_BY and "powder" not in normalised_words(" ".join(reading.words))
