"""A person's own food: entered from a label, kept per 100 g like the foods of the table, blank = unknown."""

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from tracker.entries import new_id, refuse_impossible_amount, refuse_impossible_grams, refuse_impossible_name
from tracker.errors import RefusedError
from tracker.foods import GROUPS, MOST_G_PER_100_G, OWN_PREFIX, OWN_SOURCE, Food, Portion
from tracker.nutrients import NUTRIENTS, Amounts, iu_from_ug, total
from tracker.reading.units import GRAMS, UNITS

# Pure fat has 902 kcal (USDA, lard), nothing eaten has more; a larger figure is mostly kilojoules.
MOST_KCAL_PER_100_G: Final = 910.0
# Shares of a food that do not overlap (fiber is part of neither water nor protein).
_SHARES: Final = ("water_g", "protein_g", "fiber_g", "alcohol_g")
# The most that any food of data/foods.csv has in 100 g, and which; more is often a slip of the unit. Not of protein and
# fiber, of which powders on sale are nearly made.
MOST_OF_ANY_FOOD: Final[Mapping[str, tuple[float, str]]] = {
    "magnesium_mg": (781.0, "crude rice bran"),  # sr:20060
    "vitamin_d_ug": (250.0, "cod liver oil"),  # sr:04589
    "calcium_mg": (3333.0, "a fortified cereal"),  # sr:08077
    "potassium_mg": (6300.0, "freeze-dried parsley"),  # sr:11625
    "sodium_mg": (38_758.0, "salt"),  # sr:02047
    "alcohol_g": (42.5, "spirits of 50 % by volume"),  # sr:14533
    "caffeine_mg": (2240.0, "instant tea powder"),  # sr:14375
}
# kcal of a gram: Regulation (EU) No 1169/2011, annex XIV; https://eur-lex.europa.eu/eli/reg/2011/1169/oj. A label may
# count fiber like starch, which is more.
_KCAL_PER_G: Final = {"protein_g": 4.0, "alcohol_g": 7.0}
_MOST_KCAL_PER_G: Final = _KCAL_PER_G | {"fiber_g": 4.0, "water_g": 0.0}
_KCAL_PER_G_FAT: Final = 9.0
# How far the energy of a food may lie outside what its parts allow. No food of data/foods.csv lies further: gelatin
# 7 kcal below, where parts were rounded, a salmon 50 above, where they were measured on different fish.
_KCAL_TOO_LOW: Final = 10.0
_KCAL_TOO_HIGH: Final = 51.0
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


def unlikely(per_100_g: Amounts) -> str | None:
    """Return a question about a figure that is possible but more often a slip; None when all look right.

    Held against the foods all share: no figure of data/foods.csv is asked about. What is unknown is not.
    """
    for key, (most, food) in MOST_OF_ANY_FOOD.items():
        value = per_100_g.get(key)
        if value is not None and value > most:
            name = NUTRIENTS[key].label
            return (
                f"{_said(key, value)} {name[0].lower()}{name[1:]} in 100 g is more than any food of the table has: "
                f"{food} has the most, {_said(key, most)}. Is that right?"
            )
    energy_kcal = per_100_g.get("energy_kcal")
    return None if energy_kcal is None else _unlikely_energy(energy_kcal, per_100_g)


def _unlikely_energy(energy_kcal: float, per_100_g: Amounts) -> str | None:
    least = total((per_100_g.get(key) or 0.0) * kcal for key, kcal in _KCAL_PER_G.items()) or 0.0
    if energy_kcal < least - _KCAL_TOO_LOW:
        return (
            f"{energy_kcal:,.0f} kcal in 100 g is less than its protein and alcohol give, {least:,.0f}. Is that right?"
        )
    known = {key: per_100_g.get(key) or 0.0 for key in _MOST_KCAL_PER_G}
    rest_g = max(0.0, 100.0 - sum(known.values()))
    most = rest_g * _KCAL_PER_G_FAT + sum(known[key] * kcal for key, kcal in _MOST_KCAL_PER_G.items())
    if energy_kcal > most + _KCAL_TOO_HIGH:
        return f"{energy_kcal:,.0f} kcal is more than 100 g with that much water can give, {most:,.0f}. Is that right?"
    return None


def _said(key: str, value: float) -> str:
    if key == "vitamin_d_ug":
        return f"{iu_from_ug(value):,.0f} IU ({value:,.0f} µg)"
    return f"{value:,.{NUTRIENTS[key].decimals}f} {NUTRIENTS[key].unit}"


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
    return replace(
        food,
        name=" ".join(food.name.split()),
        per_100_g={key: food.per_100_g.get(key) for key in NUTRIENTS},
        portions=tuple(_checked_portions(food.portions)),
    )


def _checked_portions(portions: Iterable[Portion]) -> Iterator[Portion]:
    """Yield the portions as they will be read. Raises RefusedError if one cannot be."""
    names = set()
    for portion in portions:
        refuse_impossible_name(portion.measure, "A portion")
        refuse_impossible_amount(portion.amount)
        refuse_impossible_grams(portion.grams)
        new = own_portion(portion.measure, portion.grams, portion.amount)
        if UNITS.get(new.measure) in GRAMS:
            raise RefusedError(f"“{new.measure}” is a weight; name a portion after what is counted, such as slice.")
        if new.measure in names:
            raise RefusedError(f"There are two portions called “{new.measure}”; give one of them another name.")
        names.add(new.measure)
        yield new


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
            figure = f"{value:,.1f}".removesuffix(".0")
            raise RefusedError(f"{figure} {nutrient.unit} {nutrient.label} in 100 g is more than the food itself.")
    if (total(per_100_g.get(key) for key in _SHARES) or 0.0) > MOST_G_PER_100_G:
        raise RefusedError("Water, protein, fiber and alcohol together are more than the food itself.")
