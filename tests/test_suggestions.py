"""Suggestions from a diary and logging them, on both databases."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from sqlalchemy import event

from tests.builders import an_entry
from tests.suggesting.builders import eatable
from tracker.again import own_foods, suggestions
from tracker.again.gone import GoneError
from tracker.again.stars import star
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.foods import FoodTable
from tracker.own_food import own_food, own_portion
from tracker.settings import Settings
from tracker.store import Store
from tracker.suggest import Suggestion
from tracker.suggesting.exclusions import Exclusions
from tracker.suggesting.wishes import Wishes

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
EIGHT = datetime(2026, 11, 22, 20, tzinfo=BERLIN)
TABLE = FoodTable(
    {
        food.id: food
        for food in (
            eatable("Kale", 40.0, 150.0, 0.0, group="greens", staple=2),
            eatable("Spinach", 60.0, 150.0, 0.0, group="greens", staple=2),
            eatable("Trout", 200.0, 50.0, 14.0, group="fish", staple=2),
            eatable("Oatmeal", 160.0, 120.0, 0.0, group="grains", staple=1),
            eatable("Rye bread", 90.0, 60.0, 0.0, group="grains", staple=1),
        )
    }
)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the evening of Sunday, 22 November 2026."""
    with time_machine.travel(datetime(2026, 11, 22, 19, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    """Give a diary in which 100 mg of magnesium and all of vitamin D's target but 12 µg are eaten today."""
    diary = Diary(store, BERLIN)
    diary.log([had("Lunch", energy_kcal=900.0, magnesium_mg=300.0, vitamin_d_ug=25.0, water_g=900.0, fiber_g=24.0)])
    return diary


def had(food_id: str, days_ago: int = 0, **more: Any) -> Entry:
    at = EIGHT - timedelta(days=days_ago, hours=8)
    return an_entry(food_id=food_id, name=food_id, day=at.date(), at=at, **({"grams": 100.0} | more))


def found(diary: Diary, wishes: Wishes | None = None) -> Suggestion:
    return suggestions.suggestion(diary, TABLE, diary.day(TODAY), wishes)


def in_words(suggestion: Suggestion) -> list[str]:
    return [" + ".join(f"{food.amount:g} {food.food.name}" for food in way.foods) for way in suggestion.ways]


def test_what_the_person_logs_comes_before_the_staples(diary: Diary) -> None:
    assert in_words(found(diary))[:2] == ["1 Kale", "1 Spinach"]
    diary.log([had("Oatmeal", 1), had("Oatmeal", 2), had("Rye bread", 3)])
    assert in_words(found(diary))[:4] == ["1 Oatmeal", "2 Rye bread", "1 Kale", "1 Spinach"]


def test_stars_and_own_foods_with_a_portion_are_what_the_person_eats(diary: Diary) -> None:
    star(diary, "Rye bread")
    bar = {"energy_kcal": 200.0, "magnesium_mg": 100.0}
    own_foods.add(diary, own_food("My bar", bar, portions=(own_portion("bar", 100),)))
    own_foods.add(diary, own_food("No portion", bar))
    usual = [way for way in in_words(found(diary)) if "bar" in way or "bread" in way]
    assert sorted(usual) == ["1 My bar", "2 Rye bread"]
    assert "No portion" not in " ".join(in_words(found(diary)))


def test_the_standing_wishes_are_those_of_the_settings_unless_others_are_given(diary: Diary) -> None:
    diary.save_settings(replace(diary.settings, wishes=Wishes(Exclusions(("greens",)))))
    again = Diary(diary.store, BERLIN)
    assert in_words(found(again)) == ["2 Trout"]
    assert "1 Kale" in in_words(found(again, Wishes()))


def test_wishes_are_kept_with_the_settings(diary: Diary) -> None:
    wishes = Wishes(Exclusions(("nuts", "fish"), ("sr:11458",), vegan=True), 600.0)
    diary.save_settings(Settings(wishes=wishes))
    assert Diary(diary.store, BERLIN).settings.wishes == wishes


def test_a_way_is_logged_as_one_batch_and_one_undo_takes_it_back(diary: Diary) -> None:
    diary.log([had("Snack", water_g=0.0, vitamin_d_ug=0.0)])
    diary.delete([entry for entry in diary.entries(TODAY, TODAY + timedelta(days=1)) if entry.name == "Lunch"])
    way = found(diary).ways[0]
    assert len(way.foods) > 1
    change = suggestions.log_way(diary, TABLE, way, day=TODAY, at=EIGHT, meal="dinner")
    assert [(entry.name, entry.amount, entry.measure, entry.meal, entry.source) for entry in change.after] == [
        (food.food.name, food.amount, "serving", "dinner", "tap") for food in way.foods
    ]
    assert len({entry.batch_id for entry in change.after}) == 1
    assert change.after[0].batch_id is not None
    after = diary.day(TODAY)
    assert after.water.target == way.water_target
    assert after.totals["magnesium_mg"].amount == way.adds["magnesium_mg"].amount
    diary.undo(change)
    assert [entry.name for entry in diary.day(TODAY).entries] == ["Snack"]


def test_a_way_is_logged_with_the_nutrients_of_now(diary: Diary) -> None:
    bar = own_food("My bar", {"energy_kcal": 20.0, "magnesium_mg": 100.0}, portions=(own_portion("bar", 100),))
    own_foods.add(diary, bar)
    way = found(diary).ways[0]
    assert [food.food.name for food in way.foods] == ["My bar"]
    (kept,) = own_foods.own_foods(diary)
    own_foods.edit(diary, replace(kept, per_100_g={"energy_kcal": 20.0, "magnesium_mg": 30.0}))
    change = suggestions.log_way(diary, TABLE, way, day=TODAY, at=EIGHT, meal="dinner")
    assert [(entry.grams, entry.magnesium_mg) for entry in change.after] == [(100, 30)]
    own_foods.delete(diary, own_foods.own_foods(diary)[0])
    with pytest.raises(GoneError, match="My bar was deleted"):
        suggestions.log_way(diary, TABLE, way, day=TODAY, at=EIGHT, meal="dinner")
    assert len(diary.day(TODAY).entries) == 2


@pytest.mark.parametrize("number_of_days", [1, 85])
def test_what_is_read_does_not_grow_with_the_diary(diary: Diary, number_of_days: int) -> None:
    diary.log([had("Oatmeal", back) for back in range(1, number_of_days + 1)])
    day = diary.day(TODAY)
    assert diary.settings.wishes == Wishes()  # read once in the life of a diary
    statements: list[str] = []
    event.listen(diary.store.engine, "before_cursor_execute", lambda *call: statements.append(call[2]))
    suggestions.suggestion(diary, TABLE, day)
    selects = [statement for statement in statements if statement.lstrip().upper().startswith("SELECT")]
    assert len(selects) == 4  # usage and its last rows, stars, own foods, of which there are none
