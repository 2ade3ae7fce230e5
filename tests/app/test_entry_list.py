"""A row says its entry as people say it, tells what an edit changed, and holds a star for its food."""

from collections.abc import Callable
from datetime import time
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import an_entry
from tracker.again.stars import star, starred
from tracker.diary import Diary

NewApp = Callable[..., AppTest]


def opened(new_app: NewApp, diary: Diary, **changes: Any) -> tuple[AppTest, str]:
    """Return the app with the row of one entry of today opened, and the id of that entry."""
    at = diary.now().replace(hour=12, minute=30, second=0)
    (entry,) = diary.log([an_entry(**({"day": diary.today(), "at": at} | changes))]).after
    app = new_app()
    app.session_state[f"entries.row.{entry.id}"] = True
    app.run()
    assert not app.exception
    return app, entry.id


@pytest.mark.parametrize(
    ("amount", "measure", "said"),
    [
        (2.0, "cup", "2 cups (180 g)"),
        (1.0, "cup", "1 cup (180 g)"),
        (2.0, "tbsp", "2 tbsp (180 g)"),
        (250.0, "ml", "250 mL ·"),
    ],
)
def test_a_row_says_its_amount_as_people_do(new_app: NewApp, diary: Diary, amount: float, measure: str, said: str):
    app, _ = opened(new_app, diary, amount=amount, measure=measure)
    assert said in app.expander[1].label.replace("\\", "")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("amount", "2", "Changed Spinach, cooked: 1 cup → 2 cups"),
        ("amount", "90 g", "Changed Spinach, cooked: 1 cup → 90 g"),
        ("time", time(13, 5), "Changed Spinach, cooked: 12:30 → 13:05"),
        ("meal", "dinner", "Changed Spinach, cooked: lunch → dinner"),
    ],
)
def test_an_edit_says_what_it_changed(new_app: NewApp, diary: Diary, field: str, value: Any, said: str):
    app, entry_id = opened(new_app, diary)
    kind = {"amount": app.text_input, "time": app.time_input, "meal": app.selectbox}[field]
    kind(f"entries.{field}.{entry_id}").set_value(value)
    app.button(f"entries.save.{entry_id}").click().run()
    assert said in words_of(app)
    app.button("actions.undo").click().run()
    assert f"Undone: {said}" in words_of(app)
    (entry,) = diary.day(diary.today()).entries
    assert (entry.amount, entry.meal, f"{entry.at:%H:%M}") == (1, "lunch", "12:30")


def test_saving_a_row_in_which_nothing_was_changed_says_so_and_saves_nothing(new_app: NewApp, diary: Diary):
    app, entry_id = opened(new_app, diary)
    app.button(f"entries.save.{entry_id}").click().run()
    assert [toast.value.replace("\\", "") for toast in app.toast] == ["Nothing was changed in Spinach, cooked"]
    assert [entry.version for entry in diary.day(diary.today()).entries] == [1]
    assert "actions.undo" not in {button.key for button in app.button}
    assert list(app.text_input) == [field for field in app.text_input if entry_id not in (field.key or "")]


def test_a_food_is_starred_and_unstarred_in_its_row_and_what_was_typed_stays(new_app: NewApp, diary: Diary):
    app, entry_id = opened(new_app, diary)
    app.text_input(f"entries.amount.{entry_id}").set_value("7")
    app.button(f"entries.star.{entry_id}").click().run()
    assert list(starred(diary)) == ["sr:11458"]
    assert "Starred Spinach, cooked" in words_of(app)
    assert app.text_input(f"entries.amount.{entry_id}").value == "7"
    assert app.button(f"entries.star.{entry_id}").label == "Starred"
    app.button(f"entries.star.{entry_id}").click().run()
    assert list(starred(diary)) == []
    app.button("actions.undo").click().run()
    assert list(starred(diary)) == ["sr:11458"]


def test_a_star_taken_away_in_another_window_is_no_error(new_app: NewApp, diary: Diary):
    app, entry_id = opened(new_app, diary)
    star(diary, "sr:11458")
    app.button(f"entries.star.{entry_id}").click().run()
    assert not app.exception
    assert list(starred(diary)) == ["sr:11458"]


@pytest.mark.parametrize("food_id", [None, "gone from the table"])
def test_what_is_no_food_of_the_table_has_no_star(new_app: NewApp, diary: Diary, food_id: str | None):
    app, entry_id = opened(new_app, diary, food_id=food_id)
    assert f"entries.save.{entry_id}" in {button.key for button in app.button}
    assert f"entries.star.{entry_id}" not in {button.key for button in app.button}
