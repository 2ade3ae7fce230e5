"""What the pages do with an address, a tap, a line of words and a failure."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.builders import an_entry
from tracker import foods
from tracker.diary import Diary

NewApp = Callable[..., AppTest]


def words_of(app: AppTest) -> str:
    """Return all text on the page, without the escapes that keep it from being markup."""
    elements: list[Any] = [*app.html, *app.markdown, *app.caption, *app.info, *app.warning, *app.error, *app.title]
    return " ".join(str(getattr(element, "value", None) or element.proto) for element in elements).replace("\\", "")


def test_the_app_opens_on_today_and_an_empty_day_says_what_to_do(new_app: NewApp):
    app = new_app().run()
    assert not app.exception
    assert ">Today, " in words_of(app)
    assert "tap an amount of water" in app.info[0].value
    assert words_of(app).count("nothing logged yet") == 3


@pytest.mark.parametrize(
    ("page", "title", "parameters"),
    [
        ("pages/weeks.py", "Weeks", {"week": "2026-W40", "against": "2026-W30"}),
        ("pages/targets.py", "Targets", {}),
        ("pages/about.py", "About", {}),
    ],
)
def test_a_cold_link_to_a_page_goes_through_the_shell_and_keeps_its_parameters(
    new_app: NewApp, page: str, title: str, parameters: dict[str, str]
):
    app = new_app(**parameters).switch_page(page).run()
    assert not app.exception
    assert app.title[0].value == title
    for name, value in parameters.items():
        assert app.query_params[name] == value
        assert value in words_of(app)


@pytest.mark.parametrize("amount_ml", [150, 250, 330, 500])
def test_one_tap_logs_water_and_one_undoes_it(new_app: NewApp, diary: Diary, amount_ml: int):
    app = new_app().run()
    app.button(f"water.{amount_ml}").click().run()
    (entry,) = diary.day(diary.today()).entries
    assert (entry.kind, entry.source, entry.grams) == ("drink", "tap", amount_ml)
    assert f"Added {amount_ml} mL water" in words_of(app)
    app.button("actions.undo").click().run()
    assert diary.day(diary.today()).entries == ()


def test_the_own_glass_can_be_resized_and_is_remembered(new_app: NewApp, diary: Diary):
    diary.save_settings(diary.settings.__class__(own_glass_ml=275))
    app = new_app().run()
    app.button("water.own").click().run()
    assert [entry.grams for entry in diary.day(diary.today()).entries] == [275]


def test_food_is_found_picked_and_saved_with_its_usual_portion(new_app: NewApp, diary: Diary):
    app = new_app().run()
    app.text_input("add.query").set_value("cooked spinach").run()
    app.button("add.pick.sr:11458").click().run()
    assert "adds" in words_of(app)
    app.button("add.save").click().run()
    (entry,) = diary.day(diary.today()).entries
    assert (entry.name, entry.amount, entry.measure, entry.grams) == ("Spinach, cooked", 1, "cup", 180)


def test_a_search_without_a_result_says_what_to_try(new_app: NewApp):
    app = new_app().run()
    app.text_input("add.query").set_value("xyzzyplugh").run()
    assert any(info.value.startswith("No food of that name") for info in app.info)


@pytest.mark.parametrize("typed", ["-3", "0", "nan", "1e99", "much", ""])
def test_an_amount_that_cannot_be_gets_a_sentence_and_nothing_is_saved_or_lost(
    new_app: NewApp, diary: Diary, typed: str
):
    app = new_app().run()
    app.text_input("add.query").set_value("almonds").run()
    next(button for button in app.button if (button.key or "").startswith("add.pick.")).click().run()
    app.text_input("add.amount").set_value(typed).run()
    app.button("add.save").click().run()
    assert not app.exception
    assert app.error or app.warning
    assert app.text_input("add.amount").value == typed
    assert diary.day(diary.today()).entries == ()


def test_an_unlikely_amount_is_asked_about_and_saved_when_the_person_is_sure(new_app: NewApp, diary: Diary):
    app = new_app().run()
    app.text_input("add.query").set_value("cooked spinach").run()
    app.button("add.pick.sr:11458").click().run()
    app.text_input("add.amount").set_value("40").run()
    app.button("add.save").click().run()
    assert diary.day(diary.today()).entries == ()
    assert "Is that right?" in words_of(app)
    app.button("actions.sure").click().run()
    assert [entry.amount for entry in diary.day(diary.today()).entries] == [40]


@pytest.mark.parametrize("asked", ["1900-01-01", "in-the-future"])
def test_a_day_far_away_is_shown_and_asked_about_before_anything_is_saved(new_app: NewApp, diary: Diary, asked: str):
    day = diary.today() + timedelta(days=30) if asked == "in-the-future" else date.fromisoformat(asked)
    app = new_app(day=day.isoformat()).run()
    assert "you are asked before something is saved on it" in app.info[0].value
    app.button("water.250").click().run()
    assert diary.day(day).entries == ()
    app.button("actions.sure").click().run()
    assert len(diary.day(day).entries) == 1


@pytest.mark.parametrize("asked", ["yesterday", "2026-02-30", "<b>x</b>", "0001-01-01", "9999-12-31"])
def test_an_address_that_names_no_day_shows_today_and_says_so(new_app: NewApp, asked: str):
    app = new_app(day=asked).run()
    assert not app.exception
    assert ">Today, " in words_of(app)
    assert "Here is today." in words_of(app)


def test_words_of_people_are_text_and_never_markup(new_app: NewApp, diary: Diary):
    nasty = "<b>x</b> *y* $z$ :red[r] [a](javascript:1)"
    diary.log([an_entry(name=nasty, day=diary.today(), at=diary.now())])
    app = new_app().run()
    assert not app.exception
    assert "<b>x</b>" not in "".join(html.proto.body for html in app.html)
    assert "\\<b\\>x\\<\\/b\\>" in app.expander[1].label


def test_a_diary_removed_while_the_app_runs_gets_one_sentence_and_the_page_lives(
    new_app: NewApp, diary_url: str, diary: Diary
):
    app = new_app().run()
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    app.button("water.250").click().run()
    assert not app.exception
    assert app.error
    assert all(error.value.count("\n") == 0 for error in app.error)


def test_a_damaged_food_table_leaves_the_diary_readable(
    new_app: NewApp, diary: Diary, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    diary.log([an_entry(day=diary.today(), at=diary.now(), magnesium_mg=157.0)])
    (tmp_path / "foods.csv").write_bytes(b"\xff\xfe\x00")
    (tmp_path / "portions.csv").write_bytes(b"")
    monkeypatch.setattr(foods.load_foods, "__defaults__", (tmp_path,))
    st.cache_resource.clear()
    app = new_app().run()
    assert not app.exception
    assert "The food table" in " ".join(error.value for error in app.error)
    assert "157 mg" in words_of(app)


def test_an_entry_is_edited_in_place_and_the_edit_undone(new_app: NewApp, diary: Diary):
    diary.log([an_entry(day=diary.today(), at=diary.now(), magnesium_mg=157.0)])
    (entry,) = diary.day(diary.today()).entries
    app = new_app()
    app.session_state[f"entries.row.{entry.id}"] = True
    app.run()
    app.text_input(f"entries.amount.{entry.id}").set_value("2")
    app.button(f"entries.save.{entry.id}").click().run()
    (edited,) = diary.day(diary.today()).entries
    assert (edited.amount, edited.grams, edited.magnesium_mg) == (2, 360, 314)
    app.button("actions.undo").click().run()
    assert diary.day(diary.today()).entries[0].magnesium_mg == 157


def test_an_entry_changed_in_another_window_is_not_overwritten(new_app: NewApp, diary: Diary):
    diary.log([an_entry(day=diary.today(), at=diary.now())])
    (entry,) = diary.day(diary.today()).entries
    app = new_app()
    app.session_state[f"entries.row.{entry.id}"] = True
    app.run()
    diary.edit(entry.resized(3, "cup", 540))
    app.text_input(f"entries.amount.{entry.id}").set_value("2")
    app.button(f"entries.save.{entry.id}").click().run()
    assert diary.day(diary.today()).entries[0].amount == 3
    assert "another window" in words_of(app)
    assert "You had typed 2 cup." in words_of(app)


def test_targets_hold_from_today_on_and_the_past_keeps_its_own(new_app: NewApp, diary: Diary):
    app = new_app().switch_page("pages/targets.py").run()
    field = next(field for field in app.text_input if field.label.startswith("Magnesium"))
    field.set_value("320").run()
    next(button for button in app.button if button.label == "Save").click().run()
    assert not app.exception
    today = diary.today()
    assert diary.targets_on(today).magnesium_mg == 320
    assert diary.targets_on(today - timedelta(days=1)).magnesium_mg == 400


def test_the_weeks_show_means_with_their_denominator(new_app: NewApp, diary: Diary):
    monday = date(2026, 10, 5)
    for offset, magnesium_mg in enumerate((100.0, 300.0)):
        day = monday + timedelta(days=offset)
        diary.log([an_entry(day=day, magnesium_mg=magnesium_mg)], sure=True)
    app = new_app(week="2026-W41", against="2026-W40").switch_page("pages/weeks.py").run()
    assert not app.exception
    assert "200 mg" in words_of(app)
    assert "2 of 7 days" in words_of(app)


@pytest.mark.parametrize(
    ("typed", "name", "amount"),
    [("30 g almonds", "Almonds", "30 g"), ("2 eggs", "Egg, boiled", "2"), ("7up", None, None)],
)
def test_an_amount_typed_with_the_food_is_taken_along(
    new_app: NewApp, typed: str, name: str | None, amount: str | None
):
    app = new_app().run()
    app.text_input("add.query").set_value(typed).run()
    first = next(button for button in app.button if (button.key or "").startswith("add.pick."))
    first.click().run()
    if name is None:
        assert app.text_input("add.amount").value != "7"
    else:
        assert first.label.replace("\\", "") == name
        assert app.text_input("add.amount").value == amount


def test_a_confirmation_names_the_day_when_another_one_is_shown(new_app: NewApp, diary: Diary):
    app = new_app().run()
    app.button("water.250").click().run()
    assert "Added 250 mL water<" in words_of(app)
    app.button("day.before").click().run()
    assert f"Added 250 mL water, on {diary.today():%A}" in words_of(app)
