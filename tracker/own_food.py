"""A person's own food: entered from a label, kept per 100 g like the foods of the table, blank = unknown."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from tracker.entries import new_id, refuse_impossible_amount, refuse_impossible_grams, refuse_impossible_name
from tracker.errors import RefusedError
from tracker.foods import GROUPS, MOST_G_PER_100_G, OWN_PREFIX, OWN_SOURCE, Food, Portion
from tracker.nutrients import NUTRIENTS, Amounts, total

# Pure fat has 902 kcal (USDA, lard), nothing eaten has more; a larger figure is mostly kilojoules.
MOST_KCAL_PER_100_G: Final = 910.0
# Shares of a food that do not overlap (fiber is part of neither water nor protein).
_SHARES: Final = ("water_g", "protein_g", "fiber_g", "alcohol_g")
_MOST_PER_100_G: Final = {"_g": MOST_G_PER_100_G, "_mg": 1e3 * MOST_G_PER_100_G, "_ug": 1e6 * MOST_G_PER_100_G}


@dataclass(frozen=True, slots=True)
class OwnFood:
    """A food of one person.

    id: begins with OWN_PREFIX, so that it is never one of the table's. group: one of GROUPS; of "drinks" it is drunk.
    per_100_g: by key of NUTRIENTS, None or absent is unknown. portions: the first is the usual one. version: grows by
    one with each change. updated_at: None until saved.
    """

    id: str
    name: str
    per_100_g: Amounts
    group: str = "other"
    portions: tuple[Portion, ...] = ()
    version: int = 1
    updated_at: datetime | None = None

    def as_food(self) -> Food:
        """Return it as the search, the line and `entry_of_food` know foods; as likely meant as an everyday one."""
        amounts = {key: self.per_100_g.get(key) for key in NUTRIENTS}
        # In lower case: words in capitals would read as the brands of USDA's names, which rank lower.
        return Food(
            self.id, self.name, (), self.group, OWN_SOURCE, self.name.lower(), 2, amounts, portions=self.portions
        )


def own_food(name: str, per_100_g: Amounts, *, group: str = "other", portions: tuple[Portion, ...] = ()) -> OwnFood:
    """Return a new own food that can be saved. Raises RefusedError, in one sentence, if it cannot.

    per_100_g: see `per_100_g_of_label`; what it lacks is unknown.
    """
    return checked(OwnFood(OWN_PREFIX + new_id(), name, per_100_g, group, portions))


def own_portion(measure: str, grams: float, amount: float = 1.0) -> Portion:
    """Return a measure of an own food: `amount` `measure` weigh `grams` g."""
    return Portion(" ".join(measure.lower().split()), amount, grams, False, OWN_SOURCE)


def per_100_g_of_label(amounts: Amounts, serving_g: float | None = None) -> dict[str, float | None]:
    """Return amounts per 100 g from a label.

    amounts: as printed, by key of NUTRIENTS; blank (None or absent) stays unknown, 0 is zero. serving_g: what the
    serving that the label speaks of weighs, g; None if the label is per 100 g. Raises RefusedError for a serving
    without weight and for a figure that cannot be.
    """
    if serving_g is not None:
        refuse_impossible_grams(serving_g)
    factor = 1.0 if serving_g is None else 100.0 / serving_g
    per_100_g: dict[str, float | None] = {}
    for key in NUTRIENTS:
        value = amounts.get(key)
        per_100_g[key] = None if value is None else value * factor
    _refuse_impossible_amounts(per_100_g)
    return per_100_g


def checked(food: OwnFood) -> OwnFood:
    """Return the food as it will be read once it is saved: single blanks in its name, every key of NUTRIENTS.

    Raises RefusedError, in one sentence, if the name, a figure or a portion cannot be saved.
    """
    refuse_impossible_name(food.name, "A food")
    if not food.id.startswith(OWN_PREFIX):
        raise RefusedError(f"{food.name} is a food of the table; only your own foods can be changed.")
    if food.group not in GROUPS:
        raise RefusedError(f"There is no group of foods called {food.group[:40]!r}.")
    _refuse_impossible_amounts(food.per_100_g)
    for portion in food.portions:
        refuse_impossible_name(portion.measure, "A portion")
        refuse_impossible_amount(portion.amount)
        refuse_impossible_grams(portion.grams)
    return replace(
        food,
        name=" ".join(food.name.split()),
        per_100_g={key: food.per_100_g.get(key) for key in NUTRIENTS},
        portions=tuple(own_portion(portion.measure, portion.grams, portion.amount) for portion in food.portions),
    )


def _refuse_impossible_amounts(per_100_g: Mapping[str, float | None]) -> None:
    for key, value in per_100_g.items():
        if value is None:
            continue
        nutrient = NUTRIENTS.get(key)
        if nutrient is None:
            raise RefusedError(f"{key[:40]!r} is no nutrient this app knows.")
        if not math.isfinite(value):
            raise RefusedError(f"{nutrient.label} must be a number, or blank if the label does not say.")
        if value < 0:
            raise RefusedError(f"{nutrient.label} cannot be less than zero.")
        if key == "energy_kcal" and value > MOST_KCAL_PER_100_G:
            raise RefusedError(f"{value:,.0f} kcal in 100 g cannot be, pure fat has 902: is the figure in kJ?")
        most = next((most for unit, most in _MOST_PER_100_G.items() if key.endswith(unit)), math.inf)
        if value > most:
            raise RefusedError(f"{value:,.4g} {nutrient.unit} {nutrient.label} in 100 g is more than the food itself.")
    if (total(per_100_g.get(key) for key in _SHARES) or 0.0) > MOST_G_PER_100_G:
        raise RefusedError("Water, protein, fiber and alcohol together are more than the food itself.")
