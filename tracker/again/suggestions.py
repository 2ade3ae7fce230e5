"""Verbs of suggestions: what would close the gap of a day from what the person eats, and logging one of the ways."""

from datetime import date, datetime

from tracker.again.gone import GoneError
from tracker.again.habits import MOST_USED
from tracker.again.own_foods import own_foods
from tracker.again.stars import starred
from tracker.changes import Change
from tracker.diary import Diary
from tracker.entries import Entry, Meal
from tracker.foods import Food, FoodTable
from tracker.intake import Day
from tracker.suggest import Suggestion, suggest
from tracker.suggesting.ways import Way
from tracker.suggesting.wishes import Wishes


def suggestion(diary: Diary, table: FoodTable, day: Day, wishes: Wishes | None = None) -> Suggestion:
    """Return what would close the gap of a day.

    table: that all share, or the person's. day: as `Diary.day` gives it. wishes: those of the person's settings unless
    others are given. What it reads does not grow with the diary. Raises a child of DatabaseError.
    """
    return suggest(day, table, _eaten(diary, table), diary.settings.wishes if wishes is None else wishes)


def log_way(
    diary: Diary, table: FoodTable, way: Way, *, day: date, at: datetime, meal: Meal, sure: bool = False
) -> Change:
    """Log all foods of a way as one batch, with the amounts they were suggested with and the nutrients they have now.

    table: that all share, or the person's. Raises GoneError for an own food deleted meanwhile, or as `Diary.log` does.
    """
    own = _own(diary)
    entries: list[Entry] = []
    for part in way.foods:
        food = own.get(part.food.id) if part.food.is_own else table.get(part.food.id)
        if food is None:
            raise GoneError(part.food.name)
        entries.append(part.entry(day=day, at=at, meal=meal, food=food))
    return diary.log(entries, sure=sure)


def _eaten(diary: Diary, table: FoodTable) -> tuple[Food, ...]:
    """Return what the person eats: what they log lately, the starred first, then other stars and own foods."""
    used, stars, own = diary.usage(MOST_USED), starred(diary), _own(diary)
    ids = dict.fromkeys((*(food_id for food_id in used if food_id in stars), *used, *stars, *own))
    found = (own.get(food_id) or table.get(food_id) for food_id in ids)
    return tuple(food for food in found if food is not None)


def _own(diary: Diary) -> dict[str, Food]:
    return {food.id: food.as_food() for food in own_foods(diary)}
