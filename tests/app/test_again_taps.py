"""What is eaten again is one tap: the foods of the meal, saved meals, the same meal of the day before."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import a_supplement, an_entry
from tracker.again import meals, own_foods, stars
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.own_food import own_food, own_portion

NewApp = Callable[..., AppTest]
SPINACH, OATMEAL, BLUEBERRIES, TAP_WATER = "sr:11458", "sr:08121", "sr:09050", "sr:14411"


def had(diary: Diary, days_ago: int = 1, **changes: Any) -> Entry:
    """Return a breakfast entry of some days ago, not saved yet."""
    day = diary.today() - timedelta(days=days_ago)
    at = datetime(day.year, day.month, day.day, 7, 30, tzinfo=diary.zone)
    return an_entry(**({"day": day, "at": at, "meal": "breakfast"} | changes))


def at_breakfast(app: AppTest) -> AppTest:
    """Run the app and choose breakfast, whatever the time of day is."""
    app.run()
    assert not app.exception
    return app.button_group(key="again.meal").set_value("breakfast").run()


def taps(app: AppTest) -> list[str]:
    """Return what the taps say, without escapes."""
    return [button.label.replace("\\", "") for button in app.button if (button.key or "").startswith("again.")]


def entries_of(diary: Diary, day: date | None = None) -> tuple[Entry, ...]:
    return diary.day(day or diary.today()).entries


def test_somebody_new_sees_nothing_of_it(new_app: NewApp):
    app = new_app().run()
    assert "again.meal" not in [each.key for each in app.button_group]
    assert taps(app) == []


def test_the_foods_of_the_meal_are_offered_with_their_last_amounts_starred_first(new_app: NewApp, diary: Diary):
    diary.log([had(diary, 3), had(diary, 2, amount=2.0, grams=360.0), had(diary, 2, food_id=OATMEAL)])
    diary.log([had(diary, 2, food_id=BLUEBERRIES, meal="dinner")])
    app = at_breakfast(new_app())
    assert taps(app) == ["Spinach, cooked · 2 cups", "Oatmeal, cooked · 1 cup"]
    stars.star(diary, OATMEAL)
    assert taps(app.run()) == ["Oatmeal, cooked · 1 cup", "Spinach, cooked · 2 cups"]
    assert [app.button(f"again.food.{food_id}").icon for food_id in (OATMEAL, SPINACH)] == [":material/star:", ""]
    app.button_group(key="again.meal").set_value("dinner").run()
    assert taps(app) == ["Blueberries · 1 cup", "Oatmeal, cooked · 1 cup"]


def test_one_tap_logs_a_food_on_the_day_shown_and_one_undoes_it(new_app: NewApp, diary: Diary):
    diary.log([had(diary, 5, amount=2.0, grams=360.0)])
    day = diary.today() - timedelta(days=2)
    app = at_breakfast(new_app(day=day.isoformat()))
    app.button(f"again.food.{SPINACH}").click().run()
    (entry,) = entries_of(diary, day)
    assert (entry.amount, entry.measure, entry.grams, entry.source, entry.meal) == (2, "cup", 360, "tap", "breakfast")
    assert (entry.at.astimezone(diary.zone).date(), entry.at.astimezone(diary.zone).hour) == (day, 8)
    assert entry.magnesium_mg == pytest.approx(3.6 * 87, rel=0.02)  # USDA: 87 mg in 100 g
    assert "Added 2 cups Spinach, cooked<" in words_of(app)
    app.button("actions.undo").click().run()
    assert entries_of(diary, day) == ()


def test_an_own_food_is_logged_with_the_nutrients_it_has_now(new_app: NewApp, diary: Diary):
    bar = own_food("Bar", {"magnesium_mg": 100.0}, portions=(own_portion("bar", 50),))
    own_foods.add(diary, bar)
    app = at_breakfast(new_app())
    assert taps(app) == ["Bar · 1 bar"]
    (saved,) = own_foods.own_foods(diary)
    own_foods.edit(diary, replace(saved, per_100_g={"magnesium_mg": 300.0}))
    app.button(f"again.food.{bar.id}").click().run()
    assert [entry.magnesium_mg for entry in entries_of(diary)] == [150]


@pytest.mark.parametrize("what", ["food", "meal"])
def test_what_was_deleted_in_another_window_is_not_logged_and_that_is_said(new_app: NewApp, diary: Diary, what: str):
    diary.log([had(diary, 5)])
    if what == "food":
        own_foods.add(diary, own_food("Bar", {}, portions=(own_portion("bar", 50),)))
    else:
        meals.save(diary, "Bar", [had(diary)])
    app = at_breakfast(new_app())
    if what == "food":
        own_foods.delete(diary, own_foods.own_foods(diary)[0])
    else:
        meals.delete(diary, meals.saved_meals(diary)[0])
    next(button for button in app.button if button.label.startswith("Bar")).click().run()
    assert not app.exception
    assert [error.value for error in app.error] == ["Bar was deleted in another window, so nothing was logged\\."]
    assert entries_of(diary) == ()


def test_a_saved_meal_is_one_tap_and_one_undo(new_app: NewApp, diary: Diary):
    meals.save(diary, "my porridge", [had(diary, magnesium_mg=55.0), a_supplement(vitamin_d_ug=25.0)])
    diary.log([had(diary, 5)])
    app = at_breakfast(new_app())
    next(button for button in app.button if button.label == "my porridge").click().run()
    found = entries_of(diary)
    assert sorted((entry.name, entry.magnesium_mg, entry.vitamin_d_ug) for entry in found) == [
        ("A pill", None, 25),
        ("Spinach, cooked", 55, None),
    ]
    assert {entry.meal for entry in found} == {"breakfast"}
    assert "Added my porridge" in words_of(app)
    app.button("actions.undo").click().run()
    assert entries_of(diary) == ()


def test_the_same_meal_of_the_day_before_is_copied_as_it_was_as_one(new_app: NewApp, diary: Diary):
    diary.log(
        [
            had(diary, name="Oatmeal, cooked", magnesium_mg=61.0),
            had(diary, name="Milk, whole", kind="drink", measure="ml", amount=200.0),
            replace(a_supplement(vitamin_d_ug=25.0), day=had(diary).day, at=had(diary).at, meal="breakfast"),
            had(diary, name="Soup", meal="dinner"),
        ]
    )
    app = at_breakfast(new_app())
    before = app.button("again.before")
    assert before.label.startswith("Yesterday’s breakfast\\: ")
    assert set(before.label.replace("\\", "").partition(": ")[2].split(", ")) == {"Oatmeal", "Milk", "A pill"}
    before.click().run()
    found = entries_of(diary)
    assert sorted(entry.name for entry in found) == ["A pill", "Milk, whole", "Oatmeal, cooked"]
    assert {(entry.source, entry.meal) for entry in found} == {("copy", "breakfast")}
    assert len({entry.batch_id for entry in found} - {None}) == 1
    assert {entry.name: entry.magnesium_mg for entry in found}["Oatmeal, cooked"] == 61
    assert "Copied yesterday’s breakfast" in words_of(app)
    app.button("actions.undo").click().run()
    assert entries_of(diary) == ()


def test_nothing_is_offered_to_copy_when_the_day_before_had_no_such_meal(new_app: NewApp, diary: Diary):
    diary.log([had(diary, 1, meal="dinner"), had(diary, 2)])
    app = at_breakfast(new_app())
    assert "again.before" not in {button.key for button in app.button}


def test_the_day_before_another_day_is_called_by_its_name(new_app: NewApp, diary: Diary):
    diary.log([had(diary, 3, meal="snack")])
    app = new_app(day=(diary.today() - timedelta(days=2)).isoformat()).run()
    app.button_group(key="again.meal").set_value("snack").run()
    weekday = f"{diary.today() - timedelta(days=3):%A}"
    assert app.button("again.before").label == f"{weekday}’s snacks\\: Spinach"


def test_the_taps_stay_few(new_app: NewApp, diary: Diary):
    ids = (SPINACH, OATMEAL, BLUEBERRIES, "sr:01129", "sr:09200", "sr:11090", "sr:11124", "sr:11233", "sr:12061")
    diary.log([had(diary, food_id=food_id) for food_id in ids])
    for number in range(5):
        meals.save(diary, f"meal {number}", [had(diary)])
    keys = [button.key or "" for button in at_breakfast(new_app()).button]
    counts = [sum(key.startswith(start) for key in keys) for start in ("again.food", "again.meal", "again.before")]
    assert counts == [8, 3, 1]


def test_tap_water_has_taps_of_its_own(new_app: NewApp, diary: Diary):
    diary.log([had(diary, 3, food_id=TAP_WATER, kind="drink"), had(diary, 3)])
    app = at_breakfast(new_app())
    assert len(taps(app)) == 1
    stars.star(diary, TAP_WATER)
    assert len(taps(app.run())) == 2


def test_names_of_people_are_text_and_a_long_one_leaves_room_for_the_amount(new_app: NewApp, diary: Diary):
    own_foods.add(diary, own_food("*x* :red[y] " + "long " * 30, {}, portions=(own_portion("bar " * 40, 50),)))
    (tap,) = [tap for tap in at_breakfast(new_app()).button if (tap.key or "").startswith("again.food")]
    assert tap.label.startswith("\\*x\\* ")
    assert ":red[" not in tap.label
    assert "… · 1 bar bar" in tap.label
    assert len(tap.label.replace("\\", "")) < 45
