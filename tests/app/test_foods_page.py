"""My foods on the Foods page: from a label into the diary's database, and out of it again."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tracker.again import own_foods
from tracker.again.stars import starred
from tracker.diary import Diary
from tracker.entries import Entry, entry_of_food
from tracker.foods import GROUPS
from tracker.nutrients import NUTRIENTS
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.ui.own_food_form import GROUP_WORDS

NewApp = Callable[..., AppTest]
NASTY = "=1+1 <b>x</b> *y* $z$ :red[r] [a](javascript:1)"
NEW = "new.0"


def foods_page(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**(parameters or {"view": "mine"})).switch_page("pages/foods.py").run()
    assert not app.exception
    return app


def place(food: OwnFood) -> str:
    return f"{food.id}.{food.version}"


def fill(app: AppTest, where: str, **typed: str) -> AppTest:
    """Type into fields by their name in the form; "measure_0" is the name of the first portion."""
    for field, text in typed.items():
        key = f"label.{field.replace('_0', '.0').replace('_1', '.1')}.{where}"
        if field in ("group", "unit", "unit_d"):
            app.selectbox(key).set_value(text)
        else:
            app.text_input(key).set_value(text)
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


def added(new_app: NewApp, **typed: str) -> AppTest:
    return press(fill(foods_page(new_app, food="new"), NEW, **typed), "foods.save.new")


def read(text: str) -> str:
    """Return a text as it is read: without the escapes, and the joiners, that keep it from being markup."""
    return text.replace("\\", "").replace("\u2060", "")


def sentences(app: AppTest) -> list[str]:
    return [read(element.value) for element in (*app.error, *app.warning)]


def said(app: AppTest) -> str:
    return " ".join(str(element.proto) for element in app.html)


def rows(app: AppTest) -> list[str]:
    """Return what the rows say, without what makes it bold and keeps it together."""
    return [read(expander.label.replace("**", "").replace("\u00a0", " ")) for expander in app.expander]


def only(diary: Diary) -> OwnFood:
    (food,) = own_foods.own_foods(diary)
    return food


def known(food: OwnFood) -> dict[str, float]:
    return {key: value for key, value in food.per_100_g.items() if value is not None}


def a_bar(diary: Diary, name: str = "Bar", **more: Any) -> OwnFood:
    food = own_food(name, {"energy_kcal": 400.0, "magnesium_mg": 100.0}, **more)
    own_foods.add(diary, food)
    return next(saved for saved in own_foods.own_foods(diary) if saved.id == food.id)


def eaten(diary: Diary, food: OwnFood, grams: float, days_ago: int = 0) -> Entry:
    day, at = diary.today() - timedelta(days=days_ago), diary.now() - timedelta(days=days_ago)
    entry = entry_of_food(food.as_food(), grams=grams, amount=grams, measure="g", day=day, at=at, meal="snack")
    return diary.log([entry]).after[0]


# Adding


def test_without_foods_the_page_says_what_to_do(new_app: NewApp):
    app = foods_page(new_app)
    assert app.info[0].value.startswith("You have no foods of your own yet.")
    assert rows(app) == ["Add a food from its label", "Add a supplement from its label"]
    assert not app.text_input


def test_a_label_per_100_g_is_saved_starred_as_it_was_typed_with_blank_unknown_and_0_zero(
    new_app: NewApp, diary: Diary
):
    app = added(new_app, name=" Oat  bar ", group="sweets", energy_kcal="412", fiber_g="7,25", caffeine_mg="0")
    food = only(diary)
    assert (food.name, food.group, food.portions) == ("Oat bar", "sweets", ())
    assert known(food) == {"energy_kcal": 412, "fiber_g": 7.25, "caffeine_mg": 0}
    assert list(starred(diary)) == [food.id]
    assert "Added Oat bar to your foods" in said(app)
    assert rows(app)[1] == "★ Oat bar :small[· in 100 g: 412 kcal · Mg unknown · vit. D unknown]"
    # Closed and empty for the next one, and no longer in the address.
    assert not app.text_input
    assert "food" not in app.query_params
    press(app, "actions.undo")
    assert own_foods.own_foods(diary) == ()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ({"per": "40", "energy_kcal": "160", "magnesium_mg": "30"}, {"energy_kcal": 400, "magnesium_mg": 75}),
        ({"per": "12,5 g", "energy_kcal": "50"}, {"energy_kcal": 400}),
        # A drink without a portion that tells its density weighs 1 g a mL.
        ({"per": "250", "unit": "ml", "group": "drinks", "calcium_mg": "300"}, {"calcium_mg": 120}),
        # 244 g in a cup of 236.6 mL are 1.03 g/mL, so 103 g in 100 mL.
        (
            {
                "per": "100", "unit": "ml", "group": "drinks", "calcium_mg": "103",
                "measure_0": "cup", "grams_0": "244",
            },
            {"calcium_mg": 100},
        ),
        # A tablespoon of 14.8 mL that weighs 14 g: 0.95 g/mL.
        (
            {"unit": "ml", "group": "fats", "energy_kcal": "760", "measure_0": "tbsp", "grams_0": "14"},
            {"energy_kcal": 800},
        ),
        ({"vitamin_d_ug": "100", "unit_d": "IU"}, {"vitamin_d_ug": 2.5}),
        ({"vitamin_d_ug": "2.5 µg", "unit_d": "µg"}, {"vitamin_d_ug": 2.5}),
        ({"per": "200", "vitamin_d_ug": "100", "unit_d": "IU"}, {"vitamin_d_ug": 1.25}),
    ],
)  # fmt: skip
def test_a_label_for_any_amount_becomes_figures_of_100_g(
    new_app: NewApp, diary: Diary, typed: dict[str, str], kept: dict[str, float]
):
    added(new_app, name="Thing", **typed)
    assert known(only(diary)) == pytest.approx(kept)


def test_portions_are_saved_in_their_order_and_another_can_be_asked_for(new_app: NewApp, diary: Diary):
    app = fill(foods_page(new_app, food="new"), NEW, name="Bread", measure_0="Slice", grams_0="28,5")
    press(app, f"label.more.{NEW}")
    assert app.text_input(f"label.measure.0.{NEW}").value == "Slice"
    press(fill(app, NEW, measure_1="loaf", grams_1="500"), "foods.save.new")
    assert [(portion.measure, portion.grams) for portion in only(diary).portions] == [("slice", 28.5), ("loaf", 500)]
    assert rows(app)[1].startswith("★ Bread · slice 28.5 g")
    # The form for the next food is a new one.
    app.session_state["foods.row.food.new"] = True
    app.run()
    assert {field.value for field in app.text_input if "per" not in (field.key or "")} == {""}
    assert sum("weighs" in field.label for field in app.text_input) == 1


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"name": " "}, "A food needs a name."),
        ({"magnesium_mg": "much"}, "Magnesium: “much” is not a figure in mg. Write a number such as 12 or 0.5."),
        ({"sodium_mg": "1,200"}, "Sodium: is “1,200” 1200 or 1.200? Write it like one of these."),
        ({"magnesium_mg": "-1"}, "Magnesium cannot be less than zero."),
        ({"fiber_g": "nan"}, "Fiber must be a number, or blank if the label does not say."),
        ({"energy_kcal": "1700"}, "1,700 kcal in 100 g cannot be, pure fat has 902: is the figure in kJ?"),
        ({"fiber_g": "101"}, "101 g Fiber in 100 g is more than the food itself."),
        ({"vitamin_d_ug": "5"}, "Vitamin D: choose whether the figure is in IU or in µg."),
        ({"per": ""}, "Say what the figures are for: 100 g, or the serving the label speaks of."),
        ({"per": "0"}, "An amount must be more than zero."),
        ({"per": "0", "unit": "ml", "group": "drinks"}, "An amount must be more than zero."),
        ({"per": "-5"}, "An amount must be more than zero."),
        ({"unit": "ml", "group": "fats"}, "What a mL of this weighs is not known."),
        ({"measure_0": "slice"}, "Say what one “slice” weighs, or empty its name."),
        ({"grams_0": "28"}, "Say what the portion of 28 g is called, such as slice, or empty its weight."),
        ({"measure_0": "slice", "grams_0": "0"}, "An amount must be more than zero."),
        ({"measure_0": "oz", "grams_0": "28"}, "“oz” is a weight; name a portion after what is counted"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence_at_the_form_and_nothing_typed_is_lost(
    new_app: NewApp, diary: Diary, typed: dict[str, str], sentence: str
):
    typed = {"name": "Oat bar", "potassium_mg": "123"} | typed
    app = added(new_app, **typed)
    (told,) = sentences(app)
    assert told.startswith(sentence)
    for field, text in typed.items():
        key = f"label.{field.replace('_0', '.0')}.{NEW}"
        found = app.selectbox(key) if field in ("group", "unit") else app.text_input(key)
        assert found.value == text
    assert own_foods.own_foods(diary) == ()


def test_a_name_that_is_taken_is_refused(new_app: NewApp, diary: Diary):
    a_bar(diary)
    app = added(new_app, name="BAR")
    assert sentences(app) == ["You already have a food called BAR."]
    assert len(own_foods.own_foods(diary)) == 1


def test_an_unlikely_figure_is_asked_about_and_saved_once_the_person_is_sure(new_app: NewApp, diary: Diary):
    app = added(new_app, name="Powder", magnesium_mg="3000")
    (told,) = sentences(app)
    assert told.startswith("Powder: 3,000 mg magnesium in 100 g is more than any food of the table has")
    assert own_foods.own_foods(diary) == ()
    press(app, "actions.no")
    assert app.text_input(f"label.magnesium_mg.{NEW}").value == "3000"
    press(press(app, "foods.save.new"), "actions.sure")
    assert known(only(diary)) == {"magnesium_mg": 3000}
    assert "Added Powder" in said(app)


# Editing


def open_food(new_app: NewApp, food: OwnFood) -> AppTest:
    return foods_page(new_app, food=food.id)


def test_the_form_of_a_food_shows_what_is_saved_and_a_figure_left_alone_keeps_every_digit(
    new_app: NewApp, diary: Diary
):
    food = own_food(
        "Bar", {"sodium_mg": 100 / 3, "vitamin_d_ug": 1.1, "alcohol_g": 0.0}, portions=(own_portion("bar", 10 / 3),)
    )
    own_foods.add(diary, food)
    app = open_food(new_app, food)
    shown = {key: app.text_input(f"label.{key}.{food.id}.1").value for key in NUTRIENTS}
    assert shown == dict.fromkeys(NUTRIENTS, "") | {"sodium_mg": "33.3333", "vitamin_d_ug": "44", "alcohol_g": "0"}
    press(fill(app, f"{food.id}.1", name="Other"), f"foods.save.{food.id}")
    saved = only(diary)
    assert saved.name == "Other"
    assert (saved.per_100_g, saved.portions) == (dict.fromkeys(NUTRIENTS) | dict(food.per_100_g), food.portions)


def test_saving_a_food_untouched_says_that_nothing_was_changed(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = press(open_food(new_app, food), f"foods.save.{food.id}")
    assert [read(toast.value) for toast in app.toast] == ["Nothing was changed in Bar"]
    assert only(diary) == food
    assert not app.text_input


def test_past_entries_can_be_changed_to_figures_that_were_saved_without_them(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    eaten(diary, food, 50)
    own_foods.edit(diary, replace(food, per_100_g={"magnesium_mg": 200.0}))
    app = open_food(new_app, food)
    app.checkbox(f"foods.past.{food.id}.2").check()
    press(app, f"foods.save.{food.id}")
    assert [entry.magnesium_mg for entry in diary.day(diary.today()).entries] == [100]


def test_an_edit_leaves_past_entries_unless_it_is_ticked_and_is_undone(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    entry = eaten(diary, food, 50)
    app = open_food(new_app, food)
    box = app.checkbox(f"foods.past.{place(food)}")
    assert (box.label, box.value) == ("Also change the entry logged before", False)
    press(fill(app, place(food), magnesium_mg="", name="New bar", calcium_mg="12"), f"foods.save.{food.id}")
    assert (only(diary).name, known(only(diary))) == ("New bar", {"energy_kcal": 400, "calcium_mg": 12})
    assert diary.day(diary.today()).entries == (entry,)
    assert ">Changed New bar<" in said(app)
    press(app, "actions.undo")
    assert (only(diary).name, known(only(diary))) == ("Bar", {"energy_kcal": 400, "magnesium_mg": 100})


def test_a_ticked_edit_changes_the_entries_logged_before_and_one_undo_takes_it_back(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    before = {eaten(diary, food, 50).id: 50.0, eaten(diary, food, 200, days_ago=3).id: 200.0}
    app = open_food(new_app, food)
    assert app.checkbox(f"foods.past.{place(food)}").label == "Also change the 2 entries logged before"
    app.checkbox(f"foods.past.{place(food)}").check()
    press(fill(app, place(food), magnesium_mg="200", energy_kcal=""), f"foods.save.{food.id}")
    found = {entry.id: (entry.magnesium_mg, entry.energy_kcal) for entry in own_foods.entries_of(diary, food)}
    assert found == {entry_id: (grams * 2, None) for entry_id, grams in before.items()}
    assert ">Changed Bar and 2 entries logged before<" in said(app)
    press(app, "actions.undo")
    found = {entry.id: (entry.magnesium_mg, entry.energy_kcal) for entry in own_foods.entries_of(diary, food)}
    assert found == {entry_id: (grams, grams * 4) for entry_id, grams in before.items()}


def test_figures_of_a_saved_food_can_be_given_for_another_amount(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = fill(open_food(new_app, food), place(food), per="50", energy_kcal="210", magnesium_mg="100")
    press(app, f"foods.save.{food.id}")
    assert known(only(diary)) == {"energy_kcal": 420, "magnesium_mg": 200}


def test_a_bad_figure_in_an_edit_is_said_in_its_row_and_stays(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = fill(open_food(new_app, food), place(food), magnesium_mg="-3", name="Other")
    press(app, f"foods.save.{food.id}")
    assert sentences(app) == ["Magnesium cannot be less than zero."]
    assert app.text_input(f"label.name.{place(food)}").value == "Other"
    assert only(diary) == food


@pytest.mark.parametrize("button", ["save", "delete"])
def test_what_another_window_changed_is_not_overwritten_and_what_was_typed_is_told(
    new_app: NewApp, diary: Diary, button: str
):
    food = a_bar(diary)
    app = fill(open_food(new_app, food), place(food), magnesium_mg="75", measure_0="bar", grams_0="40")
    own_foods.edit(diary, replace(food, name="From there"))
    press(app, f"foods.{button}.{food.id}")
    assert only(diary).name == "From there"
    (told,) = sentences(app)
    assert told.startswith("This food was changed in another window")
    assert ("You had typed magnesium 75, portion bar, weighing 40." in told) == (button == "save")
    # The row now shows what is there, and can be saved.
    assert app.text_input(f"label.name.{food.id}.2").value == "From there"
    press(fill(app, f"{food.id}.2", magnesium_mg="75"), f"foods.save.{food.id}")
    assert known(only(diary))["magnesium_mg"] == 75


def test_a_food_is_deleted_with_its_star_and_comes_back_while_its_entries_stay(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    entry = eaten(diary, food, 50)
    app = press(open_food(new_app, food), f"foods.delete.{food.id}")
    assert (own_foods.own_foods(diary), dict(starred(diary))) == ((), {})
    assert diary.day(diary.today()).entries == (entry,)
    assert "food" not in app.query_params
    assert not [info for info in app.info if "link" in info.value]
    press(app, "actions.undo")
    assert (only(diary).name, list(starred(diary))) == ("Bar", [food.id])
    assert rows(app)[1].startswith("★ Bar")


def test_the_star_is_taken_and_given_and_what_was_typed_stays(new_app: NewApp, diary: Diary):
    food = a_bar(diary)
    app = fill(open_food(new_app, food), place(food), magnesium_mg="77")
    press(app, f"foods.star.{food.id}")
    assert dict(starred(diary)) == {}
    assert rows(app)[1].startswith("Bar ")
    assert app.text_input(f"label.magnesium_mg.{place(food)}").value == "77"
    press(app, f"foods.star.{food.id}")
    assert list(starred(diary)) == [food.id]


# Addresses, names, failures


def test_a_cold_link_opens_its_food_and_closing_it_leaves_the_address_bare(new_app: NewApp, diary: Diary):
    food, other = a_bar(diary), a_bar(diary, "Other")
    app = open_food(new_app, other)
    assert app.text_input(f"label.name.{place(other)}").value == "Other"
    assert not [field for field in app.text_input if food.id in (field.key or "")]
    assert app.query_params["food"] == other.id


@pytest.mark.parametrize("asked", ["own:gone", NASTY])
def test_a_link_to_a_food_that_is_not_there_says_so(new_app: NewApp, diary: Diary, asked: str):
    a_bar(diary)
    app = foods_page(new_app, food=asked, view="mine")
    assert "The food in this link is not among yours" in app.info[0].value
    assert rows(app)[1].startswith("★ Bar")


def test_names_are_text_and_never_markup_or_formulas(new_app: NewApp, diary: Diary):
    app = added(new_app, name=NASTY, measure_0=NASTY, grams_0="5")
    food = only(diary)
    assert food.name == NASTY
    assert app.expander[1].label.count("\\<b\\>x\\<\\/b\\>") == 2
    assert "\\$z\\$" in app.expander[1].label
    assert "<b>x" not in "".join(html.proto.body for html in app.html)
    app = press(open_food(new_app, food), f"foods.delete.{food.id}")
    assert "<b>x" not in "".join(html.proto.body for html in app.html)


def test_every_group_can_be_chosen_in_plain_words():
    assert set(GROUP_WORDS) == set(GROUPS)
    assert len(set(GROUP_WORDS.values())) == len(GROUPS)


def test_a_diary_removed_while_the_app_runs_gets_one_sentence_and_what_was_typed_stays(new_app: NewApp, diary_url: str):
    app = fill(foods_page(new_app, food="new"), NEW, name="Oat bar")
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    press(app, "foods.save.new")
    assert app.error
    assert all(error.value.count("\n") == 0 for error in app.error)
