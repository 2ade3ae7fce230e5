"""What is offered before anything is typed, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.builders import a_supplement, an_entry
from tests.line_reader import a_food
from tracker.again import meals, own_foods
from tracker.again.gone import GoneError
from tracker.again.habits import habits, person_food
from tracker.again.offers import Offers, log_habit, log_meal, offers
from tracker.again.stars import star
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.foods import TAP_WATER_ID, FoodTable
from tracker.own_food import own_food, own_portion
from tracker.store import Store

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
EIGHT = datetime(2026, 11, 22, 8, tzinfo=BERLIN)
TABLE = FoodTable(
    {
        food_id: replace(a_food(food_id, ("cup", 80.0)), id=food_id)
        for food_id in ("Oats", "Kale", "Apple", "Milk", TAP_WATER_ID)
    }
)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(datetime(2026, 11, 22, 8, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def had(food_id: str, days_ago: int = 1, meal: str = "breakfast", amount: float = 1.0) -> Entry:
    at = EIGHT - timedelta(days=days_ago)
    return an_entry(food_id=food_id, name=food_id, meal=meal, day=at.date(), at=at, amount=amount, grams=80 * amount)


def offered(diary: Diary, meal: Any = "breakfast", most_foods: int = 8, most_meals: int = 3) -> Offers:
    return offers(diary, TABLE, TODAY, meal, most_foods=most_foods, most_meals=most_meals)


def test_an_empty_diary_offers_nothing(diary: Diary) -> None:
    assert not offered(diary)


def test_there_are_never_more_than_asked_for(diary: Diary) -> None:
    diary.log([had("Oats"), had("Oats", 2), had("Kale"), had("Apple")])
    for name in ("a", "b", "c"):
        meals.save(diary, name, [had("Oats")])
    found = offered(diary, most_foods=2, most_meals=1)
    assert (found.foods[0].food.name, len(found.foods), len(found.meals)) == ("Oats", 2, 1)


def test_saved_meals_whose_foods_are_usual_at_this_meal_come_first(diary: Diary) -> None:
    diary.log([had("Oats"), had("Milk"), had("Kale", meal="dinner")])
    meals.save(diary, "a salad", [had("Kale")])
    meals.save(diary, "b pills", [a_supplement()])
    meals.save(diary, "c mixed", [had("Oats"), had("Kale")])
    meals.save(diary, "z porridge", [had("Oats"), had("Milk"), a_supplement()])
    assert [meal.name for meal in offered(diary).meals] == ["z porridge", "a salad", "b pills"]
    assert [meal.name for meal in offered(diary, "dinner").meals] == ["a salad", "b pills", "c mixed"]


def test_the_day_before_is_that_of_the_day_shown_and_of_this_meal_only(diary: Diary) -> None:
    diary.log([had("Oats", 1), had("Kale", 1, "dinner"), had("Apple", 2), had("Milk", 0)])
    assert [entry.name for entry in offered(diary).day_before] == ["Oats"]
    assert offered(diary, "snack").day_before == ()


def test_tap_water_and_foods_of_unknown_amount_are_left_out(diary: Diary) -> None:
    diary.log([had(TAP_WATER_ID), had("Oats")])
    own_foods.add(diary, own_food("Unmeasured", {}))
    assert [habit.food.id for habit in offered(diary).foods] == ["Oats"]
    star(diary, TAP_WATER_ID)
    assert [habit.food.id for habit in offered(diary).foods] == [TAP_WATER_ID, "Oats"]


def test_own_foods_are_found_over_the_table_that_all_share(diary: Diary) -> None:
    bar = own_food("Bar", {"magnesium_mg": 100.0}, portions=(own_portion("bar", 50),))
    own_foods.add(diary, bar)
    assert [habit.food.name for habit in habits(diary, TABLE, "breakfast")] == ["Bar"]
    found = [person_food(diary, TABLE, food_id) for food_id in (bar.id, "Oats", "own:gone", "gone")]
    assert [food and food.name for food in found] == ["Bar", "Oats", None, None]


def test_a_star_of_another_meal_brings_its_last_amount_along(diary: Diary) -> None:
    diary.log([had("Kale", 3, "dinner", amount=2), had("Kale", 2, "dinner", amount=3), had("Oats")])
    star(diary, "Kale")
    found = offered(diary).foods
    assert [(habit.food.name, habit.count, habit.amount, habit.grams) for habit in found] == [
        ("Oats", 1, 1, 80),
        ("Kale", 0, 3, 240),
    ]


@pytest.mark.parametrize("number_of_days", [1, 85])
def test_what_is_read_does_not_grow_with_the_diary(diary: Diary, number_of_days: int) -> None:
    """The rows asked for, not the time they take: the same statements whatever was logged."""
    from sqlalchemy import event

    diary.log([had("Oats", back) for back in range(1, number_of_days + 1)])
    diary.today()  # the settings are read once between changes
    statements: list[str] = []
    event.listen(diary.store.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    offered(diary)
    selects = [statement for statement in statements if statement.lstrip().upper().startswith("SELECT")]
    assert len(selects) == 5  # usage and its last rows, stars, saved meals, of which there are none, the day before


def test_a_tap_logs_the_amount_offered_with_the_nutrients_of_now(diary: Diary) -> None:
    bar = own_food("Bar", {"magnesium_mg": 100.0}, portions=(own_portion("bar", 50),))
    own_foods.add(diary, bar)
    (habit,) = offered(diary).foods
    (kept,) = own_foods.own_foods(diary)
    own_foods.edit(diary, replace(kept, per_100_g={"magnesium_mg": 30.0}))
    change = log_habit(diary, TABLE, habit, day=TODAY, at=EIGHT, meal="lunch")
    assert [(entry.amount, entry.grams, entry.magnesium_mg, entry.meal) for entry in change.after] == [
        (1, 50, 15, "lunch")
    ]
    own_foods.delete(diary, own_foods.own_foods(diary)[0])
    with pytest.raises(GoneError, match="Bar was deleted in another window"):
        log_habit(diary, TABLE, habit, day=TODAY, at=EIGHT, meal="lunch")


def test_a_saved_meal_is_logged_as_it_is_now(diary: Diary) -> None:
    meals.save(diary, "my porridge", [had("Oats"), had("Milk")])
    (seen,) = offered(diary).meals
    meals.edit(diary, replace(seen, parts=seen.parts[:1]))
    assert [entry.name for entry in log_meal(diary, seen, day=TODAY, at=EIGHT, of="lunch").after] == ["Oats"]
    meals.delete(diary, meals.saved_meals(diary)[0])
    with pytest.raises(GoneError):
        log_meal(diary, seen, day=TODAY, at=EIGHT, of="lunch")
