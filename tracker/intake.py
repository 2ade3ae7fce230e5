"""Entries -> the totals of a day and of a week, with how much of them is known.

A total over entries of which some lack the value is "at least". Completeness is the share of the day's energy that
comes from entries with a value; where energy cannot tell, the share of entries. What a supplement's label leaves out is
unknown but does not make a total "at least".
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from tracker.conditions import DayCondition
from tracker.entries import Entry
from tracker.marks import NOT_TRACKED, Mark
from tracker.nutrients import DIARY_KEYS, total
from tracker.targets import ALCOHOLIC_G_PER_100_G, State, Targets, WaterTarget, state_of, water_target

# Counted water, mL, beside the nutrients of an entry; not all of "water_g" counts.
COUNTED_WATER: Final = "water"
# The three numbers people open the app for.
METERS: Final = (COUNTED_WATER, "magnesium_mg", "vitamin_d_ug")

# What an entry is to the water target: its kind, alcoholic drinks apart.
Part = Literal["food", "drink", "alcoholic", "supplement"]
_NOT_DRUNK: Final[frozenset[Part]] = frozenset({"food", "supplement"})


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


class Tally(NamedTuple):
    """What some entries give of one nutrient, before it is judged how much of it is known.

    food, supplement: sums, None when nothing is known. eaten: how many food and drink entries; lacking: how many of
    them have no value. energy_kcal: of all eaten. lacking_kcal: of those that lack the value; None when the energy of
    one of these is unknown. A plain tuple, because a year of days has thousands.
    """

    food: float | None
    supplement: float | None
    eaten: int
    lacking: int
    energy_kcal: float | None
    lacking_kcal: float | None

    @property
    def amount(self) -> float | None:
        """All of it; None when nothing is known."""
        return _plus(self.food, self.supplement)

    def judged(self) -> NutrientTotal:
        """Return the total with how much of it is known."""
        food, supplement, _, lacking, _, _ = self
        amount = _plus(food, supplement)
        known_share = 0.0 if amount is None else self._known_share() if lacking else 1.0
        return NutrientTotal(amount, known_share, lacking > 0, food, supplement)

    def _known_share(self) -> float:
        """Return the share of what was eaten and drunk that has a value: of its energy, else of its number."""
        if not self.energy_kcal or self.lacking_kcal is None:
            return 1.0 - self.lacking / self.eaten
        return max(0.0, 1.0 - self.lacking_kcal / self.energy_kcal)


def _plus(one: float | None, other: float | None) -> float | None:
    """Return what `nutrients.total` returns of two amounts; of two the sum is exact before rounding anyway."""
    if one is None or other is None:
        return other if one is None else one
    return one + other


def joined(tallies: Iterable[Tally]) -> Tally:
    """Return the tally of the entries of all of them; of none, that of no entries."""
    food: float | None = None
    supplement: float | None = None
    eaten = lacking = 0
    energy_kcal: float | None = None
    lacking_kcal: float | None = 0.0
    for one in tallies:
        food, supplement = _plus(food, one[0]), _plus(supplement, one[1])
        eaten, lacking = eaten + one[2], lacking + one[3]
        energy_kcal = _plus(energy_kcal, one[4])
        lacking_kcal = None if lacking_kcal is None or one[5] is None else lacking_kcal + one[5]
    return Tally(food, supplement, eaten, lacking, energy_kcal, lacking_kcal)


@dataclass(frozen=True, slots=True)
class DayTotals:
    """What a day comes to, without its entries.

    totals: by nutrient, at least energy, fiber, magnesium and vitamin D. has_entries: of any kind; has_food: a food or
    supplement among them. mark: how the person marked the day.
    """

    day: date
    totals: Mapping[str, NutrientTotal]
    water: WaterTotal
    states: Mapping[str, State]
    targets: Targets
    has_entries: bool
    has_food: bool
    mark: Mark | None = None

    @property
    def logged_for_water(self) -> bool:
        """Whether the day counts in means of water: it has any entry and is not marked "not tracked"."""
        return self.has_entries and self.mark != NOT_TRACKED

    @property
    def logged_for_nutrients(self) -> bool:
        """Whether the day counts in means of nutrients: it has a food or supplement entry and is not "not tracked"."""
        return self.has_food and self.mark != NOT_TRACKED

    def logged_for(self, key: str) -> bool:
        """Whether the day counts in means of COUNTED_WATER or of a nutrient."""
        return self.logged_for_water if key in {COUNTED_WATER, "water_g"} else self.logged_for_nutrients


@dataclass(frozen=True, slots=True)
class Day(DayTotals):
    """Everything the screen shows of one day. entries: oldest moment first. condition: None where it was not asked."""

    entries: tuple[Entry, ...] = ()
    condition: DayCondition | None = None


def day_intake(
    day: date,
    entries: Iterable[Entry],
    targets: Targets,
    *,
    mark: Mark | None = None,
    activity_ml: float = 0.0,
    heat_ml: float = 0.0,
) -> Day:
    """Return the totals of the entries, which are all of one day; their order does not matter to any number."""
    kept = tuple(sorted(entries, key=lambda entry: (entry.at, entry.id)))
    totals = {key: nutrient_total(kept, key) for key in DIARY_KEYS}
    parts = [(part_of(entry), entry) for entry in kept]

    def water_of(wanted: Collection[Part]) -> Tally:
        return tally([entry for part, entry in parts if part in wanted], "water_g")

    target = water_target(targets.water, totals["fiber_g"].amount, activity_ml, heat_ml)
    water = water_total(water_of, targets, target)
    has_food = any(entry.kind != "drink" for entry in kept)
    states = day_states(totals, water, targets)
    return Day(day, totals, water, states, targets, bool(kept), has_food, mark, kept)


def nutrient_total(entries: Sequence[Entry], key: str) -> NutrientTotal:
    """Return the total of one nutrient of DIARY_KEYS over entries."""
    return tally(entries, key).judged()


def tally(entries: Sequence[Entry], key: str) -> Tally:
    """Return what entries give of one nutrient of DIARY_KEYS."""
    # In one pass, because two weeks on a page ask a few hundred times.
    food: list[float] = []
    supplement: list[float] = []
    energy_kcal: list[float | None] = []
    lacking_kcal: list[float | None] = []
    for entry in entries:
        amount = entry.amount_of(key)
        if entry.kind == "supplement":
            if amount is not None:
                supplement.append(amount)
            continue
        energy_kcal.append(entry.energy_kcal)
        if amount is None:
            lacking_kcal.append(entry.energy_kcal)
        else:
            food.append(amount)
    return Tally(
        food=total(food),
        supplement=total(supplement),
        eaten=len(energy_kcal),
        lacking=len(lacking_kcal),
        energy_kcal=total(energy_kcal),
        lacking_kcal=None if None in lacking_kcal else total(lacking_kcal) or 0.0,
    )


def is_alcoholic(entry: Entry) -> bool:
    """Whether a drink has 2 g of alcohol per 100 g or more; unknown alcohol counts as none."""
    if entry.kind != "drink" or not entry.alcohol_g or not entry.grams:
        return False
    # Without a division, which rounds: the store asks the same of the database.
    return 100.0 * entry.alcohol_g >= ALCOHOLIC_G_PER_100_G * entry.grams


def part_of(entry: Entry) -> Part:
    """Return what an entry is to the water target."""
    return "alcoholic" if is_alcoholic(entry) else entry.kind


def counted_water_ml(entry: Entry, targets: Targets) -> float | None:
    """Return what one entry gives towards the water target, mL; None when its water is unknown."""
    return entry.water_g if part_of(entry) in counted_parts(targets) else 0.0


def counted_parts(targets: Targets) -> frozenset[Part]:
    """Return what counts towards the water target."""
    return _drinks(targets) | _NOT_DRUNK if targets.water_counts == "all" else _drinks(targets)


def _drinks(targets: Targets) -> frozenset[Part]:
    return frozenset({"drink", "alcoholic"}) if targets.alcoholic_drinks_count else frozenset({"drink"})


def water_total(water_of: Callable[[Collection[Part]], Tally], targets: Targets, target: WaterTarget) -> WaterTotal:
    """Return a day's water. water_of: gives the tally of "water_g" over the entries of these parts."""
    counted = water_of(counted_parts(targets)).judged()
    return WaterTotal(
        drinks_ml=water_of(_drinks(targets)).amount,
        food_ml=water_of(_NOT_DRUNK).amount,
        alcoholic_ml=None if targets.alcoholic_drinks_count else water_of({"alcoholic"}).amount,
        counted_ml=counted.amount,
        at_least=counted.at_least,
        known_share=counted.known_share,
        target=target,
    )


def day_states(totals: Mapping[str, NutrientTotal], water: WaterTotal, targets: Targets) -> dict[str, State]:
    """Return the state of each of METERS."""
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
