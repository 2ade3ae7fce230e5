"""Candidates made for the tests of suggestions, and days with something left."""

from datetime import date
from functools import cache
from typing import Any

from tests.builders import FRIDAY, an_entry
from tests.line_reader import a_food
from tracker.foods import Food, FoodTable, load_foods
from tracker.intake import Day, day_intake
from tracker.suggesting.candidates import Candidate
from tracker.targets import Targets


def eatable(name: str, kcal: float | None, mg: float | None, ug: float | None, **more: Any) -> Food:
    """Return a food whose usual portion, one serving, weighs 100 g and gives these amounts."""
    amounts = {"energy_kcal": kcal, "magnesium_mg": mg, "vitamin_d_ug": ug, "water_g": 60.0, "fiber_g": 2.0}
    amounts |= more.pop("amounts", {})
    grams = more.pop("grams", 100.0)
    per_100_g = {key: None if value is None else value * 100.0 / grams for key, value in amounts.items()}
    return a_food(name, (more.pop("measure", "serving"), grams), per_100_g=per_100_g, **more)


def candidate(name: str, kcal: float, mg: float | None, ug: float | None, **more: Any) -> Candidate:
    """Return a candidate that gives these amounts in one portion; unless said otherwise a course of its own."""
    own = {key: more.pop(key) for key in ("most", "is_usual", "unfamiliar_kcal", "course", "family") if key in more}
    food = eatable(name, kcal, mg, ug, **more)
    portion = food.portions[0]
    amounts = {key: None if value is None else value * portion.grams / 100.0 for key, value in food.per_100_g.items()}
    usual: dict[str, Any] = {"most": 2, "is_usual": False, "unfamiliar_kcal": 0.0, "course": name, "family": name}
    return Candidate(food, portion, amounts, **(usual | own))


def a_day(mg_left: float, ug_left: float, targets: Targets | None = None, day: date = FRIDAY, **more: Any) -> Day:
    """Return a day of one lunch after which so much of the targets is left; nothing is known of what is None."""
    targets = targets or Targets()
    activity_ml, heat_ml = more.pop("activity_ml", 0.0), more.pop("heat_ml", 0.0)
    eaten: dict[str, Any] = {
        "magnesium_mg": targets.magnesium_mg - mg_left,
        "vitamin_d_ug": targets.vitamin_d_ug - ug_left,
        "energy_kcal": 1200.0,
        "water_g": 1200.0,
        "fiber_g": 18.0,
    }
    lunch = an_entry(**(eaten | more), name="Lunch", food_id="lunch", grams=1500.0)
    return day_intake(day, [lunch], targets, activity_ml=activity_ml, heat_ml=heat_ml)


@cache
def shipped_table() -> FoodTable:
    """Return the shipped food table."""
    return load_foods()
