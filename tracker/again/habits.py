"""What a person has again and again: the foods of a meal with their last amounts, and the meals of another day."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from tracker.again.meals import saved_meals
from tracker.again.own_foods import own_foods
from tracker.again.stars import starred
from tracker.diary import Diary
from tracker.entries import MEALS, Entry, Meal, Usage, entry_of_food
from tracker.foods import OWN_PREFIX, Food, FoodTable
from tracker.overlay import Foods

# As many foods as are looked at for a screen with room for a dozen; most people have fewer habits.
MOST_USED: Final = 200


@dataclass(frozen=True, slots=True)
class Habit:
    """A food to log with one tap.

    amount, measure, grams: as logged last, at this meal if it was, else its usual portion; None when neither is known
    and the amount must be asked. count: how often it was logged at this meal lately.
    """

    food: Food
    count: int
    starred: bool
    amount: float | None = None
    measure: str | None = None
    grams: float | None = None

    def entry(self, *, day: date, at: datetime, meal: Meal) -> Entry | None:
        """Return the entry that a tap logs; None when the amount must be asked first."""
        if self.amount is None or self.measure is None or self.grams is None:
            return None
        return entry_of_food(
            self.food,
            grams=self.grams,
            amount=self.amount,
            measure=self.measure,
            day=day,
            at=at,
            meal=meal,
            source="tap",
        )


def foods_of(diary: Diary, shared: Foods) -> Foods:
    """Return what finds foods for this person: their own foods and saved meals over the table all share.

    Reads them from the diary anew, so make it once for each run. Raises a child of DatabaseError.
    """
    return shared.with_own(own_foods(diary), saved_meals(diary))


def habits(
    diary: Diary, table: FoodTable, meal: Meal, limit: int = 12, *, at_meal: Mapping[str, Usage] | None = None
) -> tuple[Habit, ...]:
    """Return the foods to offer before anything is typed, from the last USAGE_DAYS days.

    First starred foods logged at this meal, most first; then starred ones that were not logged at all, such as a new
    own food; then others logged at this meal, most first; starred foods of other meals last. table: that all share, or
    the person's; foods that neither it nor the person has any more are left out. at_meal: `Diary.usage` of MOST_USED
    foods at this meal, where it was read already.
    """
    stars = starred(diary)
    at_meal = diary.usage(MOST_USED, meal) if at_meal is None else at_meal
    of_others = stars.keys() - at_meal.keys()
    anywhere = diary.usage(MOST_USED, food_ids=of_others) if of_others else {}
    ids = dict.fromkeys((*at_meal, *stars))

    def rank(food_id: str) -> int:
        if food_id in at_meal:
            return 0 if food_id in stars else 2
        return 3 if food_id in anywhere else 1

    ranked = sorted(ids, key=rank)  # stable: most logged, then newest star, within each rank
    own = _own_foods_among(diary, table, ranked)
    found = ((own.get(food_id) or table.get(food_id), food_id) for food_id in ranked)
    offered = [
        _habit(food, at_meal.get(food_id), anywhere.get(food_id), food_id in stars)
        for food, food_id in found
        if food is not None
    ]
    return tuple(offered[:limit])


def person_food(diary: Diary, table: FoodTable, food_id: str) -> Food | None:
    """Return a food of the table or an own one as it is now; None when it is gone. table: that all share."""
    return _own_foods_among(diary, table, (food_id,)).get(food_id) or table.get(food_id)


def _own_foods_among(diary: Diary, table: FoodTable, ids: Iterable[str]) -> dict[str, Food]:
    """Return the person's own foods by id if the table lacks one of these; else none, without asking the diary."""
    if not any(food_id.startswith(OWN_PREFIX) and table.get(food_id) is None for food_id in ids):
        return {}
    return {food.id: food.as_food() for food in own_foods(diary)}


def _habit(food: Food, here: Usage | None, anywhere: Usage | None, is_starred: bool) -> Habit:
    count = here.count if here is not None else 0
    last = here or anywhere
    if last is not None:
        return Habit(food, count, is_starred, last.amount, last.measure, last.grams)
    usual = food.usual_portion
    if usual is not None:
        return Habit(food, count, is_starred, usual.amount, usual.measure, usual.grams)
    return Habit(food, count, is_starred)


def meals_of(diary: Diary, day: date) -> Mapping[Meal, tuple[Entry, ...]]:
    """Return the entries of a day by meal, in the order of the day, to untick some and `Diary.copy` the others.

    Meals without entries are left out.
    """
    entries = diary.entries(day, day + timedelta(days=1)) if day < date.max else ()
    by_meal = {meal: tuple(entry for entry in entries if entry.meal == meal) for meal in MEALS}
    return {meal: found for meal, found in by_meal.items() if found}
