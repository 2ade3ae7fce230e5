"""Entries -> the totals of a day and of a week, with how much of them is known.

A total over entries of which some lack the value is "at least". Completeness is the share of the day's energy that
comes from entries with a value; where energy cannot tell, the share of entries. What a supplement's label leaves out is
unknown but does not make a total "at least".
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from tracker.entries import Entry
from tracker.nutrients import DIARY_KEYS, total
from tracker.targets import ALCOHOLIC_G_PER_100_G, State, Targets, WaterTarget, state_of, water_target

# The three numbers people open the app for.
METERS: Final = ("water", "magnesium_mg", "vitamin_d_ug")


@dataclass(frozen=True, slots=True)
class NutrientTotal:
    """A day's total of one nutrient.

    amount: None when nothing is known. food: from food and drink; supplement: from supplements; each None when unknown.
    known_share: 0 to 1. at_least: a food or drink entry lacks the value, so the true total may be higher.
    """

    amount: float | None
    known_share: float
    at_least: bool
    food: float | None
    supplement: float | None


@dataclass(frozen=True, slots=True)
class WaterTotal:
    """A day's water, mL (1 g of water is taken as 1 mL).

    drinks_ml, food_ml: water in drinks and in food. alcoholic_ml: water in alcoholic drinks: counts nothing unless
    set otherwise and is not part of drinks_ml. counted_ml: what is held against the target. None is unknown.
    at_least and known_share are of the entries that count.
    """

    drinks_ml: float | None
    food_ml: float | None
    alcoholic_ml: float | None
    counted_ml: float | None
    at_least: bool
    known_share: float
    target: WaterTarget


@dataclass(frozen=True, slots=True)
class Day:
    """Everything the screen shows of one day."""

    day: date
    entries: tuple[Entry, ...]
    totals: Mapping[str, NutrientTotal]
    water: WaterTotal
    states: Mapping[str, State]
    targets: Targets

    @property
    def logged_for_water(self) -> bool:
        """Whether the day counts in means of water: it has any entry."""
        return bool(self.entries)

    @property
    def logged_for_nutrients(self) -> bool:
        """Whether the day counts in means of nutrients: it has a food or supplement entry."""
        return any(entry.kind != "drink" for entry in self.entries)


def day_intake(
    day: date, entries: Iterable[Entry], targets: Targets, *, activity_ml: float = 0.0, heat_ml: float = 0.0
) -> Day:
    """Return the totals of the entries, which are all of one day; their order does not matter to any number."""
    kept = tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))
    totals = {key: nutrient_total(kept, key) for key in DIARY_KEYS}
    target = water_target(targets.water, totals["fiber_g"].amount, activity_ml, heat_ml)
    water = _water_total(kept, targets, target)
    return Day(day, kept, totals, water, _states(totals, water, targets), targets)


def nutrient_total(entries: Sequence[Entry], key: str) -> NutrientTotal:
    """Return the total of one nutrient of DIARY_KEYS over entries."""
    food, supplement = [], []
    lacking: list[Entry] = []
    for entry in entries:
        value = entry.amount_of(key)
        if entry.kind == "supplement":
            supplement.append(value)
        elif value is None:
            lacking.append(entry)
        else:
            food.append(value)
    sums = total(food), total(supplement)
    amount = total(sums)
    if amount is None:
        known_share = 0.0
    elif lacking:
        known_share = _known_share(entries, lacking)
    else:
        known_share = 1.0
    return NutrientTotal(amount, known_share, bool(lacking), *sums)


def _known_share(entries: Sequence[Entry], lacking: Sequence[Entry]) -> float:
    """Return the share of what was eaten and drunk that is not `lacking`: of its energy, else of its number."""
    eaten = [entry for entry in entries if entry.kind != "supplement"]
    energy_kcal = total(entry.energy_kcal for entry in eaten)
    lacking_kcal = [entry.energy_kcal for entry in lacking]
    if not energy_kcal or None in lacking_kcal:
        return 1.0 - len(lacking) / len(eaten)
    return max(0.0, 1.0 - (total(lacking_kcal) or 0.0) / energy_kcal)


def is_alcoholic(entry: Entry) -> bool:
    """Whether a drink has 2 g of alcohol per 100 g or more; unknown alcohol counts as none."""
    if entry.kind != "drink" or not entry.alcohol_g or not entry.grams:
        return False
    return 100.0 * entry.alcohol_g / entry.grams >= ALCOHOLIC_G_PER_100_G


def counted_water_ml(entry: Entry, targets: Targets) -> float | None:
    """Return what one entry gives towards the water target, mL; None when its water is unknown."""
    if entry.kind == "drink":
        return 0.0 if is_alcoholic(entry) and not targets.alcoholic_drinks_count else entry.water_g
    return entry.water_g if targets.water_counts == "all" else 0.0


def _water_total(entries: Sequence[Entry], targets: Targets, target: WaterTarget) -> WaterTotal:
    uncounted = [] if targets.alcoholic_drinks_count else [entry for entry in entries if is_alcoholic(entry)]
    drinks = [entry for entry in entries if entry.kind == "drink" and entry not in uncounted]
    eaten = [entry for entry in entries if entry.kind != "drink"]
    counted = nutrient_total([*drinks, *eaten] if targets.water_counts == "all" else drinks, "water_g")
    return WaterTotal(
        drinks_ml=total(entry.water_g for entry in drinks),
        food_ml=total(entry.water_g for entry in eaten),
        alcoholic_ml=total(entry.water_g for entry in uncounted),
        counted_ml=counted.amount,
        at_least=counted.at_least,
        known_share=counted.known_share,
        target=target,
    )


def _states(totals: Mapping[str, NutrientTotal], water: WaterTotal, targets: Targets) -> dict[str, State]:
    magnesium, vitamin_d = totals["magnesium_mg"], totals["vitamin_d_ug"]
    return {
        "water": state_of(
            water.counted_ml,
            water.target.target_ml,
            against_limit=water.counted_ml,
            limit=water.target.target_ml if water.target.is_limit else None,
        ),
        "magnesium_mg": state_of(
            magnesium.amount,
            targets.magnesium_mg,
            against_limit=magnesium.supplement,
            limit=targets.magnesium_supplement_limit_mg,
        ),
        "vitamin_d_ug": state_of(
            vitamin_d.amount,
            targets.vitamin_d_ug,
            against_limit=vitamin_d.amount,
            limit=targets.vitamin_d_limit_ug,
        ),
    }
