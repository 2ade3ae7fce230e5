"""What to offer before anything is typed: a meal's usual foods, saved meals, and the same meal of the day before."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final

from tracker.again import meals
from tracker.again.habits import MOST_USED, Habit, habits, person_food
from tracker.changes import Change
from tracker.diary import Diary
from tracker.entries import Entry, Meal, Usage
from tracker.errors import RefusedError
from tracker.foods import TAP_WATER_ID, FoodTable
from tracker.saved_meal import SavedMeal

_ONE_DAY: Final = timedelta(days=1)


class GoneError(RefusedError):
    """What was offered is not the person's any more: it was deleted after the page was drawn."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} was deleted in another window, so nothing was logged.")


@dataclass(frozen=True, slots=True)
class Offers:
    """What one tap logs at a meal of a day. day_before: entries of the same meal the day before, oldest first."""

    foods: tuple[Habit, ...]
    meals: tuple[SavedMeal, ...]
    day_before: tuple[Entry, ...]

    def __bool__(self) -> bool:
        """Whether there is anything to offer."""
        return bool(self.foods or self.meals or self.day_before)


def offers(diary: Diary, table: FoodTable, day: date, meal: Meal, *, most_foods: int, most_meals: int) -> Offers:
    """Return what to offer for a meal of a day; what it costs does not grow with the diary.

    table: that all share, or the person's. Left out are foods whose amount is not known, and tap water unless starred:
    it has taps of its own. Saved meals whose foods are all usual at this meal come first, then by name.
    """
    at_meal = diary.usage(MOST_USED, meal)
    usual = habits(diary, table, meal, MOST_USED, at_meal=at_meal)
    foods = [habit for habit in usual if habit.grams is not None and (habit.starred or habit.food.id != TAP_WATER_ID)]
    saved = sorted(meals.saved_meals(diary), key=lambda saved: not _is_usual(saved, at_meal))
    before = _same_meal(diary.entries(day - _ONE_DAY, day), meal)
    return Offers(tuple(foods[:most_foods]), tuple(saved[:most_meals]), before)


def _is_usual(saved: SavedMeal, at_meal: Mapping[str, Usage]) -> bool:
    """Whether every food of a saved meal is logged at this meal; one of supplements alone is not."""
    ids = {part.food_id for part in saved.parts if part.food_id is not None}
    return bool(ids) and ids <= at_meal.keys()


def _same_meal(entries: Iterable[Entry], meal: Meal) -> tuple[Entry, ...]:
    return tuple(entry for entry in entries if entry.meal == meal)


def log_habit(
    diary: Diary, table: FoodTable, habit: Habit, *, day: date, at: datetime, meal: Meal, sure: bool = False
) -> Change:
    """Log a food with the amount it was offered with and the nutrients it has now.

    Raises GoneError for an own food deleted meanwhile, or as `Diary.log` does.
    """
    food = person_food(diary, table, habit.food.id)
    entry = None if food is None else replace(habit, food=food).entry(day=day, at=at, meal=meal)
    if entry is None:
        raise GoneError(habit.food.name)
    return diary.log([entry], sure=sure)


def log_meal(diary: Diary, offered: SavedMeal, *, day: date, at: datetime, of: Meal, sure: bool = False) -> Change:
    """Log a saved meal as it is now, as one batch.

    Raises GoneError for one deleted meanwhile, or as `tracker.again.meals.log` does.
    """
    saved = next((saved for saved in meals.saved_meals(diary) if saved.id == offered.id), None)
    if saved is None:
        raise GoneError(offered.name)
    return meals.log(diary, saved, day=day, at=at, of=of, sure=sure)
