"""My supplements on the Foods page and their taps on Today: from a label into the diary, and out of it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tracker.again import supplements
from tracker.diary import Diary
from tracker.supplement import Supplement, supplement

NewApp = Callable[..., AppTest]
NASTY = "<b>x</b> *y* $z$ :red[r] [a](javascript:1) :tada:"
NEW = "new.0"


def foods_page(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**(parameters or {"view": "mine"})).switch_page("pages/foods.py").run()
    assert not app.exception
    return app


def today_page(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**parameters).run()
    assert not app.exception
    return app


def fill(app: AppTest, where: str, **typed: str) -> AppTest:
    for field, text in typed.items():
        key = f"pill.{field}.{where}"
        if field in ("measure", "unit_d", "salt"):
            app.selectbox(key).set_value(text)
        else:
            app.text_input(key).set_value(text)
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


def added(new_app: NewApp, **typed: str) -> AppTest:
    return press(fill(foods_page(new_app, supplement="new"), NEW, **typed), "pills.save.new")


def read(text: str) -> str:
    """Return a text as it is read: without what keeps it from being markup, or together on a line."""
    return text.replace("\\", "").replace("\u2060", "").replace("\u00a0", " ").replace("**", "")


def sentences(app: AppTest) -> list[str]:
    return [read(element.value) for element in (*app.error, *app.warning)]


def words(app: AppTest) -> str:
    elements: list[Any] = [*app.html, *app.markdown]
    return read(" ".join(str(getattr(element, "value", None) or element.proto) for element in elements))


def rows(app: AppTest) -> list[str]:
    return [read(expander.label) for expander in app.expander]


def only(diary: Diary) -> Supplement:
    (pill,) = supplements.supplements(diary)
    return pill


def known(pill: Supplement) -> dict[str, float]:
    return {key: value for key, value in pill.amounts.items() if value is not None}


def a_pill(diary: Diary, name: str = "Magnesium citrate", **changes: Any) -> Supplement:
    usual: dict[str, Any] = {"amounts": {"magnesium_mg": 200.0}, "since": diary.today()}
    supplements.add(diary, supplement(name, **(usual | changes)))
    return next(pill for pill in supplements.supplements(diary) if pill.name == name)


def labels(app: AppTest) -> list[str]:
    return [read(button.label) for button in app.button]


# Adding


def test_without_supplements_the_page_says_what_to_do(new_app: NewApp):
    app = foods_page(new_app)
    assert any(info.value.startswith("You have no supplements yet.") for info in app.info)
    assert rows(app)[-1] == "Add a supplement from its label"


def test_a_label_is_saved_as_it_was_typed_with_blank_unknown_and_0_zero(new_app: NewApp, diary: Diary):
    app = added(new_app, name=" Mag  complex", magnesium_mg="112,5", calcium_mg="0", a_day="2", measure="tablet")
    pill = only(diary)
    assert (pill.name, pill.measure, pill.a_day, pill.since) == ("Mag complex", "tablet", 2, diary.today())
    assert known(pill) == {"magnesium_mg": 112.5, "calcium_mg": 0}
    assert "Added Mag complex to your supplements" in words(app)
    assert "Mag complex · 2 a day :small[· one tablet: Magnesium 112 mg · Calcium 0 mg]" in rows(app)
    assert not app.text_input  # closed and empty for the next one
    assert "supplement" not in app.query_params
    press(app, "actions.undo")
    assert supplements.supplements(diary) == ()


@pytest.mark.parametrize(("typed", "unit", "ug"), [("1000", "IU", 25.0), ("12,5", "µg", 12.5), ("400 IU", "IU", 10.0)])
def test_vitamin_d_is_in_the_unit_of_the_label(new_app: NewApp, diary: Diary, typed: str, unit: str, ug: float):
    added(new_app, name="D3", vitamin_d_ug=typed, unit_d=unit)
    assert known(only(diary)) == {"vitamin_d_ug": ug}


def test_the_weight_of_a_salt_becomes_its_magnesium_in_view_before_anything_is_saved(new_app: NewApp, diary: Diary):
    app = fill(foods_page(new_app, supplement="new"), NEW, name="Citrate", salt="citrate", salt_mg="1250 mg")
    press(app, f"pill.work_out.{NEW}")
    assert app.text_input(f"pill.magnesium_mg.{NEW}").value == "202"  # 1250 x 3 x 24.305 / 451.11
    assert "1250 mg magnesium citrate × 16.16 % = 202.0 mg magnesium" in words(app)
    assert supplements.supplements(diary) == ()
    press(app, "pills.save.new")
    assert known(only(diary)) == {"magnesium_mg": 202}


def test_the_weight_of_a_salt_is_never_taken_for_magnesium(new_app: NewApp, diary: Diary):
    app = added(new_app, name="Citrate", salt="citrate", salt_mg="1250")
    assert sentences(app) == ["Press “Work it out” first, or empty the weight of the salt."]
    assert supplements.supplements(diary) == ()
    press(fill(app, NEW, salt_mg="much"), f"pill.work_out.{NEW}")
    assert "“much” is not a figure in mg" in words(app)
    assert app.text_input(f"pill.magnesium_mg.{NEW}").value == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "A supplement needs a name."),
        ({"magnesium_mg": "much"}, "Magnesium: “much” is not a figure in mg. Write a number such as 12 or 0.5."),
        ({"magnesium_mg": "1,200"}, "Magnesium: is “1,200” 1200 or 1.200? Write it like one of these."),
        ({"magnesium_mg": "-1"}, "Magnesium cannot be less than zero."),
        ({"vitamin_d_ug": "1000"}, "Vitamin D: choose whether the figure is in IU or in µg."),
        ({"a_day": ""}, "Say how many a day: 1, 2, or 0 for one taken only when needed."),
        ({"a_day": "1.5"}, "How many a day must be a whole number."),
        ({"a_day": "99"}, "How many a day must be a whole number from 0 to 24."),
        ({"a_day": "-1"}, "How many a day must be a whole number from 0 to 24."),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_and_nothing_typed_is_lost(
    new_app: NewApp, diary: Diary, typed: dict[str, str], sentence: str
):
    typed = {"name": "Pill", "potassium_mg": "99"} | typed
    app = added(new_app, **typed)
    assert sentences(app) == [sentence]
    assert {field: app.text_input(f"pill.{field}.{NEW}").value for field in typed} == typed
    assert supplements.supplements(diary) == ()


def test_an_unlikely_dose_is_asked_about_and_saved_once_the_person_is_sure(new_app: NewApp, diary: Diary):
    app = added(new_app, name="D3", vitamin_d_ug="50000", unit_d="IU")
    assert sentences(app) == ["D3: 1,250 µg vitamin D is a lot for one entry. Is that right?"]
    assert supplements.supplements(diary) == ()
    press(app, "actions.sure")
    assert known(only(diary)) == {"vitamin_d_ug": 1250}


def test_adding_magnesium_brings_its_notes_which_can_be_marked_as_known(new_app: NewApp, diary: Diary):
    app = added(new_app, name="Magnesium", magnesium_mg="100")
    assert "With kidney disease" in words(app)
    assert "DailyMed" in words(app)
    press(press(app, "notes.known.kidney"), "notes.known.mg_spacing")
    assert "With kidney disease" not in words(app)
    assert "made little or no difference to night cramps" in words(app)
    press(app, "actions.undo")
    assert "Ask your pharmacist" in words(app)


# Editing


def test_a_supplement_is_changed_where_it_stands_and_a_figure_left_alone_keeps_every_digit(
    new_app: NewApp, diary: Diary
):
    pill = a_pill(diary, amounts={"magnesium_mg": 100 / 3, "vitamin_d_ug": 1.1})
    app = foods_page(new_app, supplement=pill.id)
    where = f"{pill.id}.1"
    assert app.text_input(f"pill.magnesium_mg.{where}").value == "33.3333"
    assert (app.text_input(f"pill.vitamin_d_ug.{where}").value, app.selectbox(f"pill.unit_d.{where}").value) == (
        "44",
        "IU",
    )
    press(fill(app, where, name="Other", a_day="0"), f"pills.save.{pill.id}")
    saved = only(diary)
    assert (saved.name, saved.a_day, saved.since, saved.version) == ("Other", 0, pill.since, 2)
    assert known(saved) == {"magnesium_mg": 100 / 3, "vitamin_d_ug": 1.1}
    assert any(row.startswith("Other · when needed") for row in rows(app))


def test_one_that_another_window_changed_is_not_overwritten_and_what_was_typed_is_said(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    app = foods_page(new_app, supplement=pill.id)
    supplements.edit(diary, replace(pill, a_day=3))
    press(fill(app, f"{pill.id}.1", name="Mine"), f"pills.save.{pill.id}")
    assert "You had typed name Mine" in sentences(app)[0]
    assert (only(diary).name, only(diary).a_day) == ("Magnesium citrate", 3)


def test_deleting_one_leaves_what_was_taken_and_can_be_undone(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    supplements.took(diary, pill, day=diary.today(), meal="snack")
    app = press(foods_page(new_app, supplement=pill.id), f"pills.delete.{pill.id}")
    assert supplements.supplements(diary) == ()
    assert len(diary.day(diary.today()).entries) == 1
    press(app, "actions.undo")
    assert only(diary).name == "Magnesium citrate"


def test_the_month_shows_what_was_taken_and_missed_and_leads_to_others(new_app: NewApp, diary: Diary):
    today = diary.today()
    pill = a_pill(diary, since=today - timedelta(days=40), a_day=2)
    for _ in range(2):
        supplements.took(diary, pill, day=today, meal="snack")
    supplements.took(diary, pill, day=today - timedelta(days=35), meal="snack")
    app = foods_page(new_app, supplement=pill.id)
    over = today.day - 1
    missed = f", {over} missed" if over else ""
    days = "day" if today.day == 1 else "days"
    assert f"{today:%B} {today.year}: taken on 1 of {today.day} {days}{missed}" in words(app)
    assert "taken, 2 of 2" in words(app)
    before = (today.replace(day=1) - timedelta(days=1)).replace(day=1)
    press(app, f"pills.before.{pill.id}")
    assert f"{before:%B} {before.year}: " in words(app)


# Today


def test_took_it_is_one_tap_several_times_a_day_and_food_and_supplement_stand_apart(new_app: NewApp, diary: Diary):
    pill = a_pill(diary, a_day=2)
    app = today_page(new_app)
    assert "Took it: Magnesium citrate" in labels(app)
    press(app, f"pills.took.{pill.id}")
    assert "Took 1 pill Magnesium citrate" in words(app)
    assert "Took it: Magnesium citrate · 1 of 2" in labels(app)
    press(app, f"pills.took.{pill.id}")
    assert "Took it: Magnesium citrate · 2 of 2" in labels(app)
    assert [entry.magnesium_mg for entry in diary.day(diary.today()).entries] == [200, 200]
    assert "supplement 400 mg" in words(app)
    press(app, "actions.undo")
    assert "Took it: Magnesium citrate · 1 of 2" in labels(app)


def test_without_supplements_today_leads_to_where_one_is_added(new_app: NewApp):
    app = today_page(new_app)
    assert not [label for label in labels(app) if label.startswith("Took it")]
    links = [element.proto for element in app.get("page_link")]
    assert "My foods, meals and supplements" in [link.label for link in links]


def test_a_supplement_is_logged_from_the_line_by_its_name(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    app = today_page(new_app)
    app.chat_input[0].set_value("2 magnesium pills").run()
    press(app, "review.save")
    (entry,) = diary.day(diary.today()).entries
    assert (entry.food_id, entry.amount, entry.measure, entry.magnesium_mg) == (pill.id, 2, "pill", 400)
    assert "Took it: Magnesium citrate · 2 today" in labels(app)


def test_a_tap_on_another_day_takes_it_there(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    day = diary.today() - timedelta(days=1)
    press(today_page(new_app, day=day.isoformat()), f"pills.took.{pill.id}")
    assert len(diary.day(day).entries) == 1
    assert diary.day(diary.today()).entries == ()


def test_one_deleted_in_another_window_is_not_taken(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    app = today_page(new_app)
    supplements.delete(diary, pill)
    press(app, f"pills.took.{pill.id}")
    assert sentences(app) == ["Magnesium citrate was deleted in another window, so nothing was logged."]


def test_a_name_is_shown_as_it_is_written(new_app: NewApp, diary: Diary):
    pill = a_pill(diary, NASTY)
    app = today_page(new_app)
    (label,) = [button.label for button in app.button if button.key == f"pills.took.{pill.id}"]
    for sign in ("<", "*", "$", "[", "("):
        assert label.count(sign) == label.count(f"\\{sign}")
    press(app, f"pills.took.{pill.id}")
    app = foods_page(new_app)
    assert any(NASTY in row for row in rows(app))
