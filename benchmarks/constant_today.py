"""The Today page without diary and food table: what is left is the cost of drawing it.

The parts of the page are the app's own; what they read is constant and never changes, so that all is worked out once.
"""

from datetime import date, datetime
from functools import lru_cache
from types import SimpleNamespace
from typing import Any, Final
from zoneinfo import ZoneInfo

from tracker.again.habits import Habit
from tracker.again.notices import Beside
from tracker.again.offers import Offers
from tracker.diary import Settings
from tracker.entries import MEALS, Entry, entry_of_food
from tracker.foods import Food, FoodTable, load_foods
from tracker.intake import Day, day_intake
from tracker.overlay import Foods
from tracker.targets import Targets
from tracker.ui import again_taps, resources, shell, today

ZONE: Final = ZoneInfo("Europe/Berlin")
ENTRIES_A_DAY: Final = 20
_DAY: Final = date(2026, 11, 22)
_FOODS: Final = Foods.of(FoodTable({}))


@lru_cache(maxsize=1)
def _foods() -> list[Food]:
    """Return the foods of a day: everyday ones with a portion, from all over the table."""
    everyday = [food for food in load_foods() if food.staple == 2 and food.portions]
    return everyday[:: len(everyday) // ENTRIES_A_DAY][:ENTRIES_A_DAY]


def entries_of(day: date) -> list[Entry]:
    """Return ENTRIES_A_DAY entries on a day, each of a food in its usual portion."""
    return [
        entry_of_food(
            food,
            grams=food.portions[0].grams,
            amount=food.portions[0].amount,
            measure=food.portions[0].measure,
            day=day,
            at=datetime(day.year, day.month, day.day, 8 + number % 12, tzinfo=ZONE),
            meal=MEALS[number % len(MEALS)],
        )
        for number, food in enumerate(_foods())
    ]


def start(entries: int) -> None:
    """Run the shell with constants in place of what it reads; they are made on the first run of the process."""
    if resources.diary.__module__ != __name__:
        _replace_what_is_read(day_intake(_DAY, entries_of(_DAY)[:entries], Targets()))
    shell.start()


def _replace_what_is_read(day: Day) -> None:
    now = datetime(2026, 11, 22, 12, 0, tzinfo=ZONE)
    diary = SimpleNamespace(
        edition="the only one",
        settings=Settings(),
        zone=ZONE,
        today=lambda: _DAY,
        now=lambda: now,
        day=lambda _: day,
        usage=dict,
        is_empty=lambda: not day.entries,
    )

    def constant_diary() -> Any:
        return diary

    parts: tuple[Any, Any, Any] = (resources, again_taps, today)
    resources_, again_taps_, today_ = parts
    resources_.diary = constant_diary
    resources_.shared_foods = lambda: _FOODS
    resources_.foods = lambda *_: _FOODS
    offered = _offers(day)
    again_taps_.offers = lambda *_, **__: offered
    today_.beside = lambda *_: Beside()


def _offers(day: Day) -> Offers:
    """Return what a diary filled with this day offers at its meal: as many foods, and the meal of the day before."""
    habits = [
        Habit(food, 1, starred=False, amount=entry.amount, measure=entry.measure, grams=entry.grams)
        for food, entry in zip(_foods(), day.entries, strict=False)
    ]
    lunch = tuple(entry for entry in day.entries if entry.meal == "lunch")
    return Offers(tuple(habits[: len(lunch)]), (), lunch)
