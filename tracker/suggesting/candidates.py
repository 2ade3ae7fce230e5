"""The foods that ways are made of: what the person eats, then the staples of the documents, then everyday foods."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracker.foods import Food, FoodTable, Portion
from tracker.nutrients import Amounts, scaled
from tracker.suggesting.edible import can_be_suggested, most_portions
from tracker.suggesting.exclusions import EVERYDAY, SINGLE_FOOD_GROUPS, Exclusions, head_of
from tracker.suggesting.gaps import NEEDS

# As many as the solver is measured with (`make bench`); the person's own come first.
MOST_CANDIDATES: Final = 400
# How much more energy a person would rather take in than try a food they do not eat. The foods they do eat cost a part
# of it, the less the more they are logged: one kcal for each place in that order.
UNFAMILIAR_KCAL: Final = 50.0

_KEYS: Final = ("energy_kcal", "water_g", *NEEDS)
_STAPLE: Final = 2
_STAPLE_GROUPS: Final = frozenset({"nuts", "seeds", "greens", "legumes", "fish", "seafood", "mushrooms"})
# Few shops sell mushrooms grown under UV light, and others have hardly any vitamin D: suggested to those who eat them.
_HARD_TO_FIND: Final = "uv-exposed"
# What most shops lack and most people never cook, so that nearly anything else comes first. Ours, by judgement.
_RARE: Final = re.compile(
    r"\b(?:carp|eel|sturgeon|whiting|purslane|dandelion|beet greens|broccoli rabe|lamb's lettuce|octopus|squid|crayfish"
    r"|morel|chanterelle|maitake|anchovies)\b"
)
RARE_KCAL: Final = 200.0
# Of these a meal has one between them.
_MAINS: Final = frozenset({"fish", "seafood", "meat"})
_MAIN: Final = "main"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A food that a way may have. Compared by its food alone.

    portion: its usual one. amounts: in one portion, of energy, which is known, of water, and of NEEDS, one of which is
    above 0. most: 1 or 2 portions. is_usual: the person eats it. unfamiliar_kcal: 0 to RARE_KCAL. course: of one course
    a way has one food. family: what it is a kind of ("salmon"), to tell ways apart.
    """

    food: Food
    portion: Portion
    amounts: Amounts
    most: int
    is_usual: bool
    unfamiliar_kcal: float
    course: str
    family: str

    def gives(self, need: str) -> float:
        """Return what one portion gives of one of NEEDS; what is unknown gives nothing."""
        return self.amounts[need] or 0.0

    @property
    def is_rare(self) -> bool:
        """Whether most shops lack it and the person does not eat it."""
        return self.unfamiliar_kcal >= RARE_KCAL

    @property
    def energy_kcal(self) -> float:
        """The energy of one portion, kcal."""
        return self.amounts["energy_kcal"] or 0.0


def candidates(
    table: FoodTable,
    usual: Sequence[Food],
    exclusions: Exclusions,
    *,
    everyday: bool = False,
) -> tuple[Candidate, ...]:
    """Return what ways can be made of, at most MOST_CANDIDATES, the person's own foods first.

    table: that all share, or the person's. usual: what the person eats, as it is now, the most logged first.
    everyday: after the staples the other everyday foods too, for when staples do not close a gap.
    """
    own = {food.id: food for food in usual}
    others = [food for food in table if _is_staple(food) and food.id not in own]
    if everyday:
        others += [food for food in table if _is_everyday(food) and not _is_staple(food) and food.id not in own]
    unfamiliar_kcal = {food_id: min(UNFAMILIAR_KCAL, float(place)) for place, food_id in enumerate(own)}
    found = (
        _candidate(food, unfamiliar_kcal.get(food.id))
        for food in exclusions.allowed((*own.values(), *others), table)
        if can_be_suggested(food)
    )
    return tuple([candidate for candidate in found if candidate is not None][:MOST_CANDIDATES])


def _is_staple(food: Food) -> bool:
    # A person's own food counts as staple too; it comes with what they eat.
    return (
        food.staple == _STAPLE
        and food.group in _STAPLE_GROUPS
        and not food.is_own
        and _HARD_TO_FIND not in food.name.casefold()
    )


def _is_everyday(food: Food) -> bool:
    return (
        food.staple >= EVERYDAY
        and food.group in SINGLE_FOOD_GROUPS
        and not food.is_own
        and _HARD_TO_FIND not in food.name.casefold()
    )


def _candidate(food: Food, usual_kcal: float | None) -> Candidate | None:
    """Return the candidate; None for a food without a sensible portion, without known energy, or of no help.

    usual_kcal: what it costs, though the person eats it; None for one they do not eat.
    """
    portion, most = food.usual_portion, most_portions(food)
    if portion is None or most == 0:
        return None
    amounts = scaled(food.per_100_g, portion.grams, _KEYS)
    if amounts["energy_kcal"] is None or not any(amounts[need] for need in NEEDS):
        return None
    # Only fish has so much vitamin D that an unknown amount could pass the upper limit.
    if food.group == "fish" and amounts["vitamin_d_ug"] is None:
        return None
    if usual_kcal is None:
        cost_kcal = RARE_KCAL if _RARE.search(food.name.casefold()) else UNFAMILIAR_KCAL
    else:
        cost_kcal = usual_kcal
    course = _MAIN if food.group in _MAINS else food.group
    return Candidate(food, portion, amounts, most, usual_kcal is not None, cost_kcal, course, head_of(food.name))
