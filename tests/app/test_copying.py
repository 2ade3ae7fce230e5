"""A day or a meal is copied through one dialog, with boxes to untick and one undo, or kept as a saved meal."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import a_supplement, an_entry
from tracker.again import meals
from tracker.diary import Diary
from tracker.entries import Entry

NewApp = Callable[..., AppTest]


def on(entry: Entry, diary: Diary, days_ago: int, meal: str, hour: int) -> Entry:
    day = diary.today() - timedelta(days=days_ago)
    at = datetime(day.year, day.month, day.day, hour, 15, tzinfo=diary.zone)
    changes: dict[str, Any] = {"day": day, "at": at, "meal": meal}
    return replace(entry, **changes)


def a_day(diary: Diary, days_ago: int = 1) -> date:
    """Log oats, milk and a pill at breakfast and soup, of which nothing is known, at dinner; return the day."""
    diary.log(
        [
            on(an_entry(name="Oats", magnesium_mg=55.0, water_g=30.0), diary, days_ago, "breakfast", 7),
            on(an_entry(name="Milk", kind="drink", magnesium_mg=25.0, water_g=220.0), diary, days_ago, "breakfast", 8),
            on(a_supplement(vitamin_d_ug=25.0), diary, days_ago, "breakfast", 9),
            on(an_entry(name="Soup *of* <b>Ann</b>"), diary, days_ago, "dinner", 19),
        ]
    )
    return diary.today() - timedelta(days=days_ago)


def totals(diary: Diary, day: date) -> dict[str, float | None]:
    of = diary.day(day)
    return {
        "magnesium_mg": of.totals["magnesium_mg"].amount,
        "vitamin_d_ug": of.totals["vitamin_d_ug"].amount,
        "water_ml": of.water.counted_ml,
        "at least": of.totals["magnesium_mg"].at_least,
    }


def names(diary: Diary, day: date) -> list[str]:
    return sorted(entry.name for entry in diary.day(day).entries)


def boxes(app: AppTest) -> list[str]:
    return [box.label.replace("\\", "") for box in app.checkbox]


def pressed(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


@pytest.mark.parametrize(("shown", "button"), [("yesterday", "copying.this"), ("today", "copying.another")])
def test_a_day_is_copied_with_two_clicks_and_one_undo(new_app: NewApp, diary: Diary, shown: str, button: str):
    yesterday, today = a_day(diary), diary.today()
    app = new_app(**({"day": yesterday.isoformat()} if shown == "yesterday" else {})).run()
    pressed(app, button)
    assert boxes(app) == ["Oats · 1 cup", "Milk · 1 cup", "A pill · 1 mg", "Soup *of* <b>Ann</b> · 1 cup"]
    assert all(box.value for box in app.checkbox)
    assert app.checkbox[3].label.startswith("Soup \\*of\\* \\<b\\>Ann")
    assert app.button("copying.copy").label == "Copy 4 entries"
    pressed(app, "copying.copy")
    assert list(app.checkbox) == []
    found = diary.day(today).entries
    assert [(entry.name, entry.meal, f"{entry.at:%H:%M}") for entry in found] == [
        ("Oats", "breakfast", "07:15"),
        ("Milk", "breakfast", "08:15"),
        ("A pill", "breakfast", "09:15"),
        ("Soup *of* <b>Ann</b>", "dinner", "19:15"),
    ]
    assert {entry.source for entry in found} == {"copy"}
    assert len({entry.batch_id for entry in found} - {None}) == 1
    for day in (yesterday, today):
        assert totals(diary, day) == {"magnesium_mg": 80, "vitamin_d_ug": 25, "water_ml": 250, "at least": True}
    assert f"Copied 4 entries to {today:%A} {today.day} {today:%B}<" in words_of(app)
    pressed(app, "actions.undo")
    assert diary.day(today).entries == ()
    assert len(diary.day(yesterday).entries) == 4


def test_an_empty_day_offers_the_day_before_and_a_full_one_itself(new_app: NewApp, diary: Diary):
    app = new_app().run()
    assert "copying.this" not in {button.key for button in app.button}
    assert app.button("copying.another").label == "Copy from yesterday"
    day = a_day(diary, 3)
    assert new_app(day=day.isoformat()).run().button("copying.another").label == "Copy from another day"
    other = new_app(day=(day + timedelta(days=1)).isoformat()).run()
    assert other.button("copying.another").label == "Copy from the day before"


def test_what_is_unticked_is_not_copied(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    next(box for box in app.checkbox if box.label.startswith("Soup")).uncheck().run()
    next(box for box in app.checkbox if box.label.startswith("Milk")).uncheck().run()
    assert app.button("copying.copy").label == "Copy 2 entries"
    pressed(app, "copying.copy")
    assert names(diary, diary.today()) == ["A pill", "Oats"]


def test_all_are_unticked_and_ticked_at_once_and_none_cannot_be_copied(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(pressed(new_app().run(), "copying.another"), "copying.all")
    assert not any(box.value for box in app.checkbox)
    assert (app.button("copying.copy").label, app.button("copying.copy").disabled) == ("Copy 0 entries", True)
    app.checkbox[0].check().run()
    assert app.button("copying.copy").label == "Copy 1 entry"
    pressed(app, "copying.all")
    assert all(box.value for box in app.checkbox)


def test_boxes_are_ticked_anew_when_the_dialog_is_opened_again(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    app.checkbox[0].uncheck().run()
    pressed(app, "copying.another")
    assert all(box.value for box in app.checkbox)


def test_the_source_and_the_target_can_be_any_day_and_meal(new_app: NewApp, diary: Diary):
    long_ago, target = a_day(diary, 40), diary.today() - timedelta(days=6)
    app = pressed(new_app().run(), "copying.another")
    assert "Nothing is logged on" in words_of(app)
    assert app.button("copying.copy").disabled
    app.date_input("copying.from").set_value(long_ago).run()
    assert len(boxes(app)) == 4
    app.selectbox("copying.what").set_value("breakfast").run()
    assert boxes(app) == ["Oats · 1 cup", "Milk · 1 cup", "A pill · 1 mg"]
    app.date_input("copying.onto").set_value(target).run()
    app.selectbox("copying.as").set_value("snack").run()
    pressed(app, "copying.copy")
    assert [entry.meal for entry in diary.day(target).entries] == ["snack"] * 3
    words = words_of(app)
    assert words.count(f"Copied 3 entries to {target:%A} {target.day} {target:%B}, snack<") == 1


def test_a_meal_without_entries_is_said_to_be_empty(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    app.selectbox("copying.what").set_value("lunch").run()
    assert "Nothing is logged for lunch on" in words_of(app)


@pytest.mark.parametrize("field", ["copying.from", "copying.onto"])
def test_a_cleared_day_is_asked_for_and_nothing_is_copied(new_app: NewApp, diary: Diary, field: str):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    app.date_input(field).set_value(None).run()
    assert not app.exception
    if field == "copying.from":
        assert "Choose a day to copy from" in words_of(app)
    else:
        pressed(app, "copying.copy")
        assert "Choose a day to copy onto" in words_of(app)
        assert app.checkbox
    assert diary.day(diary.today()).entries == ()


def test_today_goes_onto_tomorrow_which_is_asked_about_first(new_app: NewApp, diary: Diary):
    today = a_day(diary, 0)
    app = pressed(pressed(new_app().run(), "copying.this"), "copying.copy")
    tomorrow = today + timedelta(days=1)
    assert diary.day(tomorrow).entries == ()
    assert "is in the future" in words_of(app)
    assert app.checkbox
    pressed(app, "actions.no")
    assert "is in the future" not in words_of(app)
    pressed(pressed(app, "copying.copy"), "actions.sure")
    assert names(diary, tomorrow) == names(diary, today)
    assert list(app.checkbox) == []
    assert f"Copied 4 entries to {tomorrow:%A}" in words_of(app)


def test_a_question_goes_when_something_else_is_chosen(new_app: NewApp, diary: Diary):
    a_day(diary, 0)
    app = pressed(pressed(new_app().run(), "copying.this"), "copying.copy")
    app.checkbox[0].uncheck().run()
    assert "is in the future" not in words_of(app)


def test_an_entry_deleted_in_another_window_meanwhile_is_no_error(new_app: NewApp, diary: Diary):
    yesterday = a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    diary.delete([entry for entry in diary.day(yesterday).entries if entry.name == "Milk"])
    app.checkbox[0].uncheck().run()
    assert not app.exception
    assert boxes(app) == ["Oats · 1 cup", "A pill · 1 mg", "Soup *of* <b>Ann</b> · 1 cup"]
    diary.delete(diary.day(yesterday).entries)
    pressed(app, "copying.copy")
    assert not app.error


def test_the_dialog_is_of_the_day_it_was_opened_on(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    pressed(app, "day.before")
    assert list(app.checkbox) == []


def test_a_dialog_left_for_another_page_is_gone_on_the_way_back(new_app: NewApp, diary: Diary):
    a_day(diary)
    app = pressed(new_app().run(), "copying.another")
    app.switch_page("pages/weeks.py").run()
    app.switch_page("pages/today.py").run()
    assert not app.exception
    assert (list(app.checkbox), list(app.error)) == ([], [])
    assert "copying.another" in {button.key for button in app.button}


@pytest.mark.parametrize("pressed_last", ["copy", "menu"])
def test_a_diary_removed_meanwhile_is_said_and_nothing_fails(
    new_app: NewApp, diary: Diary, diary_url: str, pressed_last: str
):
    app = new_app(day=a_day(diary).isoformat()).run()
    if pressed_last == "copy":
        pressed(app, "copying.this")
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    if pressed_last == "copy":
        pressed(app, "copying.copy")
    else:
        app.menu_button("copying.menu.dinner").click("copy").run()
    assert not app.exception
    assert app.error


def test_the_menu_of_a_meal_copies_that_meal(new_app: NewApp, diary: Diary):
    yesterday = a_day(diary)
    app = new_app(day=yesterday.isoformat()).run()
    assert {menu.key for menu in app.menu_button} == {"copying.menu.breakfast", "copying.menu.dinner"}
    app.menu_button("copying.menu.dinner").click("copy").run()
    assert boxes(app) == ["Soup *of* <b>Ann</b> · 1 cup"]
    pressed(app, "copying.copy")
    assert [(entry.name, entry.meal) for entry in diary.day(diary.today()).entries] == [
        ("Soup *of* <b>Ann</b>", "dinner")
    ]


@pytest.mark.parametrize(
    ("name", "mine"), [("my porridge", "my porridge"), (" <b>Porridge</b> ", "my <b>Porridge</b>")]
)
def test_a_meal_is_saved_under_a_name_and_can_be_typed(new_app: NewApp, diary: Diary, name: str, mine: str):
    yesterday = a_day(diary)
    app = new_app(day=yesterday.isoformat()).run()
    app.menu_button("copying.menu.breakfast").click("save").run()
    app.checkbox[2].uncheck().run()
    app.text_input("copying.name").set_value(name)
    pressed(app, "copying.save")
    (saved,) = meals.saved_meals(diary)
    assert saved.name == name.strip()
    assert [(part.name, part.nutrients["magnesium_mg"]) for part in saved.parts] == [("Oats", 55), ("Milk", 25)]
    assert f"“{mine}”" in app.toast[0].value.replace("\\", "")
    assert f"“half {mine}”" in app.toast[0].value.replace("\\", "")
    assert list(app.checkbox) == []
    pressed(app, "actions.undo")
    assert meals.saved_meals(diary) == ()


@pytest.mark.parametrize(
    ("name", "said"),
    [("My  Porridge", "You already have a saved meal called My Porridge."), ("  ", "A saved meal needs a name.")],
)
def test_a_name_that_cannot_be_gets_a_sentence_and_nothing_is_lost(new_app: NewApp, diary: Diary, name: str, said: str):
    yesterday = a_day(diary)
    meals.save(diary, "my porridge", [an_entry()])
    app = new_app(day=yesterday.isoformat()).run()
    app.menu_button("copying.menu.breakfast").click("save").run()
    app.checkbox[0].uncheck().run()
    app.text_input("copying.name").set_value(name)
    pressed(app, "copying.save")
    assert [error.value.replace("\\", "") for error in app.error] == [said]
    assert (app.text_input("copying.name").value, app.checkbox[0].value) == (name, False)
    assert len(meals.saved_meals(diary)) == 1
