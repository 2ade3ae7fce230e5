"""One way to close a gap: its foods, what they add, and the day after them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final

from tracker.entries import Entry, Meal, entry_of_food
from tracker.foods import Food, Portion
from tracker.intake import Day, day_intake
from tracker.nutrients import scaled, total
from tracker.suggesting.gaps import Gap, gap_of
from tracker.targets import WaterTarget

# What is told of a way, in this order.
ADDED_KEYS: Final = ("energy_kcal", "magnesium_mg", "vitamin_d_ug", "fiber_g", "water_g")


@dataclass(frozen=True, slots=True)
class WayFood:
    """One food of a way: `count` (1 or 2) of its usual portion.

    is_usual: the person eats it (logged lately, starred, or an own food). is_main: it gives a third or more of what is
    left of magnesium or vitamin D.
    """

    food: Food
    portion: Portion
    count: int
    is_usual: bool
    is_main: bool

    @property
    def amount(self) -> float:
        """How many of the portion's measure: two portions of "5 piece" are 10."""
        return self.count * self.portion.amount

    @property
    def measure(self) -> str:
        """The portion's measure, in the singular."""
        return self.portion.measure

    @property
    def grams(self) -> float:
        """What it weighs in all, g."""
        return self.count * self.portion.grams

    def amount_of(self, key: str) -> float | None:
        """Return what it adds of a nutrient; None is unknown."""
        return scaled(self.food.per_100_g, self.grams, (key,))[key]

    def entry(self, *, day: date, at: datetime, meal: Meal, food: Food | None = None) -> Entry:
        """Return the entry that logs it. food: the same food as it is now, where it may have changed."""
        return entry_of_food(
            food or self.food,
            grams=self.grams,
            amount=self.amount,
            measure=self.measure,
            day=day,
            at=at,
            meal=meal,
            source="tap",
        )


@dataclass(frozen=True, slots=True)
class Added:
    """What a way adds of one nutrient. amount: None when unknown of all its foods; at_least: unknown of some."""

    amount: float | None
    at_least: bool


@dataclass(frozen=True, slots=True)
class Way:
    """One way to close a gap.

    foods: 1 to 3, those that give most first. adds: by key of ADDED_KEYS. water_target: the day's target once it is
    eaten, by the same rule, for its fiber counts. left: what is left then; where all could be closed, of water alone.
    """

    foods: tuple[WayFood, ...]
    adds: Mapping[str, Added]
    water_target: WaterTarget
    left: Gap

    @property
    def is_usual(self) -> bool:
        """Whether the person eats all of its foods."""
        return all(food.is_usual for food in self.foods)


def way_of(day: Day, foods: Sequence[WayFood]) -> Way:
    """Return the way of these foods on a day, which is read again with them eaten: one rule for what was and will be.

    The activity and heat of the day stay as they are.
    """
    eaten_at = datetime.combine(day.day, time(), UTC)
    eaten = [food.entry(day=day.day, at=eaten_at, meal="snack") for food in foods]
    parts = day.water.target
    after = day_intake(
        day.day,
        (*day.entries, *eaten),
        day.targets,
        activity_ml=parts.activity_ml or 0.0,
        heat_ml=parts.heat_ml or 0.0,
    )
    adds = {key: _added([food.amount_of(key) for food in foods]) for key in ADDED_KEYS}
    return Way(tuple(foods), adds, after.water.target, gap_of(after))


def _added(amounts: Sequence[float | None]) -> Added:
    return Added(total(amounts), None in amounts)
