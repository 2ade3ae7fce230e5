"""Twelve weeks of plausible meals for a first look and for pictures.

Nobody's real data: one made-up person who learns to eat more greens, beans, seeds and fish. The same diary on the same
day, whatever the machine.
"""

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from tracker import days
from tracker.diary import Diary
from tracker.entries import Entry, Meal, entry_of_supplement
from tracker.errors import RefusedError
from tracker.foods import TAP_WATER_ID, FoodTable
from tracker.nutrients import ug_from_iu
from tracker.parse import LineReader, entry_of_item

WEEKS: Final = 12
_SEED: Final = 2026
_SHARE_OF_DAYS_SKIPPED: Final = 0.06
# The person eats like the first lines in the beginning and like the last ones in the end.
_MENU: Final[dict[Meal, tuple[str, ...]]] = {
    "breakfast": (
        "2 slices white bread, 1 tbsp butter, 2 tbsp jam; 1 cup coffee",
        "1 cup corn flakes with 200 ml whole milk; 1 cup coffee",
        "2 boiled eggs, 1 slice whole wheat bread; 1 cup black tea",
        "1 cup oatmeal with 200 ml whole milk, 1 banana; 1 cup coffee",
        "150 g plain yogurt with 1 tbsp ground flaxseed, 100 g blueberries; 1 cup green tea",
    ),
    "lunch": (
        "1 slice pizza; 330 ml cola",
        "2 slices white bread, 2 slices cheddar cheese; 1 apple",
        "200 g cooked pasta, 100 g tomato sauce; 250 ml water",
        "1 cup white rice, 150 g chicken breast, 100 g broccoli; 300 ml water",
        "150 g cooked lentils, 1 slice whole wheat bread, 1 tomato; 300 ml water",
    ),
    "snack": (
        "1 apple",
        "30 g potato chips",
        "1 banana",
        "20 g dark chocolate",
        "20 g almonds; 250 ml water",
    ),
    "dinner": (
        "150 g ground beef, 200 g mashed potatoes; 330 ml beer",
        "200 g cooked pasta, 30 g cheddar cheese; 150 ml red wine",
        "150 g chicken breast, 200 g boiled potatoes; 250 ml water",
        "120 g cod, 1 cup white rice, 100 g green beans; 300 ml water",
        "120 g baked salmon, 150 g cooked spinach, 1 boiled potato; 300 ml water",
    ),
}
# Taken more often as the weeks go by: name, nutrient, dose, its unit on the label, amount of the nutrient.
_SUPPLEMENTS: Final = (
    ("Magnesium citrate", "magnesium_mg", 100.0, "mg", 100.0),
    ("Vitamin D3", "vitamin_d_ug", 800.0, "IU", ug_from_iu(800.0)),
)


class DemoRefusedError(RefusedError):
    """The diary has entries of its own, which made-up ones must not be mixed with."""

    def __init__(self) -> None:
        super().__init__(
            "The diary is not empty: a demo is only filled into an empty one. Name another database with --db."
        )


def fill_with_demo(diary: Diary, table: FoodTable, reader: LineReader) -> int:
    """Fill an empty diary with the twelve weeks that end today; return how many entries were saved.

    Raises DemoRefusedError if the diary has any entry.
    """
    if not diary.is_empty():
        raise DemoRefusedError
    today = diary.today()
    entries = list(_demo_entries(diary, table, reader, today))
    diary.log(entries, sure=True)
    return len(entries)


def _demo_entries(diary: Diary, table: FoodTable, reader: LineReader, today: date) -> Iterator[Entry]:
    chance = random.Random(_SEED)
    first = today - timedelta(weeks=WEEKS)
    now = diary.now()
    for offset in range(WEEKS * 7 + 1):
        day = first + timedelta(days=offset)
        progress = offset / (WEEKS * 7)
        skipped = chance.random() < _SHARE_OF_DAYS_SKIPPED
        entries = list(_day_of_meals(diary, table, reader, day, progress, chance))
        if day == today:
            yield from _so_far(entries, now)
        elif not skipped:
            yield from entries


def _so_far(entries: Sequence[Entry], now: datetime) -> Iterator[Entry]:
    """Yield what is eaten by now; breakfast and a first glass of water are there however early it is."""
    first_glass = min((entry for entry in entries if entry.food_id == TAP_WATER_ID), key=lambda entry: entry.at)
    for entry in entries:
        if entry.at <= now:
            yield entry
        elif entry is first_glass:
            yield replace(entry, at=now, meal=days.meal_at(now.time()))
        elif entry.meal == "breakfast" and entry.food_id != TAP_WATER_ID:
            yield replace(entry, at=now)


def _day_of_meals(
    diary: Diary, table: FoodTable, reader: LineReader, day: date, progress: float, chance: random.Random
) -> Iterator[Entry]:
    for meal, lines in _MENU.items():
        place = progress * (len(lines) - 1) + chance.gauss(0, 1.2)
        line = lines[min(len(lines) - 1, max(0, round(place)))]
        at = days.usual_moment(day, meal, diary.zone)
        for item in reader.read(line):
            yield entry_of_item(item, table, day=day, at=at, meal=meal)
    for hour in sorted(chance.sample((9, 10, 11, 14, 15, 17, 18, 20), chance.randint(1, 2 + round(2 * progress)))):
        at = days.moment(day, time(hour, chance.randrange(0, 60, 5)), diary.zone)
        for item in reader.read("250 ml water"):
            yield entry_of_item(item, table, day=day, at=at, meal=days.meal_at(at.time()))
    for name, key, amount, measure, given in _SUPPLEMENTS:
        if chance.random() < progress / 2:
            at = days.moment(day, time(20, 30), diary.zone)
            yield entry_of_supplement(name, {key: given}, amount=amount, measure=measure, day=day, at=at, meal="dinner")
