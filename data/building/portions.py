"""The portions of each food: by hand first, then USDA's measures, else a rule of thumb that says so."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from building import measures, thumb, twins
from building.food import FNDDS, SR24, SourceFood
from building.names import spoken_name
from building.staples import Portion

_CUP_ML: Final = 236.6  # US customary cup
_FL_OZ_ML: Final = 29.57
_GLASS_ML: Final = 250.0

# What a dish of the survey adds to the plain food without changing what a cup of it weighs.
_COOKS_TOUCH: Final = re.compile(
    r",? ?(cooked )?with (oil|added fat|butter or margarine)|, made with \w+|, lightly salted|, salted|, unsalted|, flavored$",
)


class Portions:
    """Finds portions; knows the household measures of every food of SR24, also of those left out of the table."""

    def __init__(self, sources: Iterable[SourceFood], by_hand: Mapping[str, Sequence[Portion]]) -> None:
        self._by_hand = by_hand
        self._measured: dict[twins.Key, SourceFood] = {}
        for food in sources:
            if food.source == SR24 and food.measures:
                for name in (spoken_name(food), *([food.name, *food.also] if food.by_hand else [])):
                    self._measured.setdefault(twins.key_of(name, food.group), food)

    def of(self, food: SourceFood) -> list[Portion]:
        """Return the portions of a food, its usual one first; never empty."""
        own = measures.household(food) or self._of_twin(food)
        by_hand = list(self._by_hand.get(food.id, ()))
        words = {row.measure for row in by_hand}
        found = by_hand + [
            row
            for row in measures.without_doubles(own)
            if row.measure not in words and not any(measures.doubles(row, other) for other in by_hand)
        ]
        if food.group == "drinks" and not by_hand:
            found = with_volumes(found, food)
        if all(measures.is_stored(row) for row in found):
            usual = thumb.rule_of_thumb(food)
            found = usual + [row for row in found if row.measure not in {rule.measure for rule in usual}]
        return found

    def _of_twin(self, food: SourceFood) -> list[Portion]:
        """Return the measures of the SR24 food that weighs the same by the cup, marked as of that food."""
        if food.source != FNDDS:
            return []
        key = twins.key_of(_COOKS_TOUCH.sub(" cooked" if "cooked with" in food.name else "", food.name), food.group)
        twin = self._measured.get(key)
        if twin is None:
            return []
        source = f"{measures.SOURCE} of {twin.source_name}"
        return [
            Portion(row.measure, row.amount, row.grams, row.approximate, source) for row in measures.household(twin)
        ]


def with_volumes(found: list[Portion], food: SourceFood) -> list[Portion]:
    """Add a glass, a cup and a fluid ounce to a drink whose density a measure of USDA tells; wine gets its own glass."""
    weights = {row.measure: row.grams / row.amount for row in found}
    density = weights["fl oz"] / _FL_OZ_ML if "fl oz" in weights else weights.get("cup", 0.0) / _CUP_ML
    if not 0.8 < density < 1.4:
        return found
    wine = re.match(r"wine|sake|champagne", food.name, re.IGNORECASE)
    spirit = re.match(r"(spirits|gin|rum|vodka|whiskey|tequila|brandy)\b", food.name, re.IGNORECASE)
    glass = 5 * _FL_OZ_ML if wine else _GLASS_ML
    wanted = [
        ("glass", glass, f"a glass of {glass:.0f} mL"),
        ("cup", _CUP_ML, "a US cup"),
        ("fl oz", _FL_OZ_ML, "a fluid ounce"),
    ]
    added = [
        Portion(
            measure,
            1,
            round(ml * density, 1),
            measure == "glass",
            f"{why} at {density:.2f} g/mL, from {measures.SOURCE}",
        )
        for measure, ml, why in (wanted[2:] if spirit else wanted)
        if measure not in weights
    ]
    return added + found if set(weights) == {"fl oz"} and not spirit else found + added
