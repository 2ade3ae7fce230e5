"""My meals on the Foods page: what a saved meal gives, logged at any scale, changed, deleted and brought back."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import a_supplement, an_entry
from tracker import days
from tracker.again import meals
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.saved_meal import SavedMeal

NewApp = Callable[..., AppTest]
NASTY = "=1+1 <b>x</b> *y* $z$ [a](javascript:1)"
OATS = an_entry(name="Oats", food_id="oats", amount=0.5, measure="cup", grams=40.0, magnesium_mg=55.0, water_g=4.0)
MILK = an_entry(name="Milk", kind="drink", amount=200.0, measure="ml", grams=206.0, water_g=180.0)
PILL = a_supplement(name="Vitamin D3", amount=1000.0, measure="IU", vitamin_d_ug=25.0)


def porridge(diary: Diary, *entries: Entry, name: str = "my porridge") -> SavedMeal:
    meals.save(diary, name, entries or (OATS, MILK, PILL))
    return next(meal for meal in meals.saved_meals(diary) if meal.name == name)


def open_meal(new_app: NewApp, meal: SavedMeal, *, change: bool = False) -> AppTest:
    app = new_app(meal=meal.id)
    if change:
        app.session_state[f"meals.change.{meal.id}"] = True
    app = app.switch_page("pages/foods.py").run()
    assert not app.exception
    return app


def press(app: AppTest, name: str, meal: SavedMeal) -> AppTest:
    app.button(f"meals.{name}.{meal.id}").click().run()
    assert not app.exception
    return app


def type_in(app: AppTest, field: str, meal: SavedMeal, text: str) -> AppTest:
    app.text_input(f"meals.{field}.{meal.id}.{meal.version}").set_value(text)
    return app


def read(text: str) -> str:
    return text.replace("\\", "").replace("\u2060", "")


def sentences(app: AppTest) -> list[str]:
    return [read(element.value) for element in (*app.error, *app.warning)]


def shown(app: AppTest) -> str:
    return " ".join(html.proto.body for html in app.html)


def logged(diary: Diary) -> dict[str, tuple[float, float | None, float | None]]:
    """Return what is logged today by name: amount, weight in g, magnesium in mg."""
    entries = diary.day(diary.today()).entries
    return {entry.name: (entry.amount, entry.grams, entry.magnesium_mg) for entry in entries}


def parts(diary: Diary) -> dict[str, tuple[float, str, float | None, float | None]]:
    """Return the parts of the one saved meal by name: amount, measure, weight in g, magnesium in mg."""
    (meal,) = meals.saved_meals(diary)
    return {part.name: (part.amount, part.measure, part.grams, part.nutrients["magnesium_mg"]) for part in meal.parts}


def test_without_meals_the_page_says_how_one_is_made_and_how_it_is_typed(new_app: NewApp):
    app = new_app(view="mine").switch_page("pages/foods.py").run()
    words = app.info[1].value
    assert "Save one from Today: the menu beside a meal's heading" in words
    assert "“my porridge”, “half my porridge”" in words


def test_a_meal_shows_its_parts_and_what_the_whole_gives_with_the_unknown_said(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = open_meal(new_app, meal)
    assert read(app.expander[1].label) == "**my porridge** · 3 parts :small[· Mg at least 55 mg]"
    html = shown(app)
    for words in (">0.5 cup<", ">40 g<", ">55 mg<", ">unknown<", ">1000 IU<", ">246 g<", ">at least 55 mg<"):
        assert words in html
    # Neither oats nor milk has a vitamin D here, and of energy and fiber nothing is known.
    assert "vitamin D at least 1,000 IU (25.0 µg) · water 184 mL (6 fl oz) · fiber unknown · energy unknown" in html


@pytest.mark.parametrize(("button", "factor"), [("all", 1.0), ("half", 0.5), ("twice", 2.0)])
def test_a_tap_logs_the_meal_for_the_meal_of_the_hour_and_one_undo_takes_all_of_it_back(
    new_app: NewApp, diary: Diary, button: str, factor: float
):
    meal = porridge(diary)
    app = press(open_meal(new_app, meal), button, meal)
    assert logged(diary) == {
        "Oats": (0.5 * factor, 40 * factor, 55 * factor),
        "Milk": (200 * factor, 206 * factor, None),
        "Vitamin D3": (1000 * factor, None, None),
    }
    assert {entry.meal for entry in diary.day(diary.today()).entries} == {days.meal_at(diary.now().time())}
    assert "my porridge for " in shown(app)
    app.button("actions.undo").click().run()
    assert logged(diary) == {}


@pytest.mark.parametrize(("typed", "factor"), [("3", 3.0), ("1/4", 0.25), ("0,75", 0.75), ("½", 0.5)])
def test_any_number_of_times_can_be_typed(new_app: NewApp, diary: Diary, typed: str, factor: float):
    meal = porridge(diary)
    app = open_meal(new_app, meal)
    app.text_input(f"meals.factor.{meal.id}").set_value(typed)
    press(app, "log", meal)
    assert logged(diary)["Oats"] == (0.5 * factor, 40 * factor, 55 * factor)
    assert app.text_input(f"meals.factor.{meal.id}").value == ""


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "Write how many times the meal is to be logged, such as 1, 1/2 or 2."),
        ("much", "So many times: “much” is not a figure."),
        ("0", "An amount must be more than zero."),
        ("-1", "An amount must be more than zero."),
        ("nan", "An amount must be a number."),
        ("20", "Oats: 1,100 mg magnesium is a lot for one entry. Is that right?"),
    ],
)
def test_times_that_cannot_be_or_are_unlikely_are_told_in_the_row_and_stay(
    new_app: NewApp, diary: Diary, typed: str, sentence: str
):
    meal = porridge(diary)
    app = open_meal(new_app, meal)
    app.text_input(f"meals.factor.{meal.id}").set_value(typed)
    press(app, "log", meal)
    (told,) = sentences(app)
    assert told.startswith(sentence)
    assert app.text_input(f"meals.factor.{meal.id}").value == typed
    assert logged(diary) == {}


def test_an_unlikely_meal_is_logged_once_the_person_is_sure(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = open_meal(new_app, meal)
    app.text_input(f"meals.factor.{meal.id}").set_value("20")
    press(app, "log", meal)
    app.button("actions.sure").click().run()
    assert logged(diary)["Milk"] == (4000, 4120, None)


@pytest.mark.parametrize(
    ("index", "typed", "part"),
    [
        (0, "1", ("Oats", (1, "cup", 80, 110))),
        (0, "60 g", ("Oats", (60, "g", 60, 82.5))),
        (0, "1/4", ("Oats", (0.25, "cup", 20, 27.5))),
        (1, "100", ("Milk", (100, "ml", 103, None))),
        (2, "2000", ("Vitamin D3", (2000, "IU", None, None))),
    ],
)
def test_the_amount_of_a_part_is_changed_with_what_it_gives_and_the_change_undone(
    new_app: NewApp, diary: Diary, index: int, typed: str, part: tuple[str, tuple[float, str, float | None, float]]
):
    meal = porridge(diary)
    before = parts(diary)
    app = press(type_in(open_meal(new_app, meal, change=True), f"amount.{index}", meal, typed), "save", meal)
    assert parts(diary) == before | dict([part])
    assert meals.saved_meals(diary)[0].parts[2].nutrients["vitamin_d_ug"] == (50 if index == 2 else 25)
    app.button("actions.undo").click().run()
    assert parts(diary) == before


def test_a_meal_is_renamed_and_a_part_removed_in_one_go(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = type_in(open_meal(new_app, meal, change=True), "name", meal, " Sunday  porridge ")
    app.checkbox(f"meals.remove.1.{meal.id}.1").check()
    press(app, "save", meal)
    assert list(parts(diary)) == ["Oats", "Vitamin D3"]
    assert meals.saved_meals(diary)[0].name == "Sunday porridge"
    assert ">Changed Sunday porridge<" in shown(app)
    app.button("actions.undo").click().run()
    assert meals.saved_meals(diary)[0].parts == meal.parts


@pytest.mark.parametrize(
    ("field", "typed", "sentence"),
    [
        ("name", " ", "A saved meal needs a name."),
        ("name", "LUNCH", "You already have a saved meal called LUNCH."),
        ("amount.0", "much", "Oats: “much” is not an amount."),
        ("amount.0", "", "Oats: Write an amount, such as 2"),
        ("amount.1", "-1", "Milk: An amount must be more than zero."),
        ("amount.1", "300000", "Milk: More than 100 kg cannot be logged as one entry."),
        ("amount.2", "30 g", "Vitamin D3: "),
    ],
)
def test_a_change_that_cannot_be_is_refused_in_the_row_and_stays_typed(
    new_app: NewApp, diary: Diary, field: str, typed: str, sentence: str
):
    meal = porridge(diary)
    porridge(diary, OATS, name="Lunch")
    app = press(type_in(open_meal(new_app, meal, change=True), field, meal, typed), "save", meal)
    (told,) = sentences(app)
    assert told.startswith(sentence)
    assert app.text_input(f"meals.{field}.{meal.id}.1").value == typed
    assert meal in meals.saved_meals(diary)


def test_a_meal_without_parts_is_refused(new_app: NewApp, diary: Diary):
    meal = porridge(diary, OATS)
    app = open_meal(new_app, meal, change=True)
    app.checkbox(f"meals.remove.0.{meal.id}.1").check()
    press(app, "save", meal)
    assert sentences(app) == ["A saved meal needs at least one food, drink or supplement."]
    assert list(parts(diary)) == ["Oats"]


def test_a_part_left_alone_keeps_every_digit(new_app: NewApp, diary: Diary):
    meal = porridge(diary, replace(OATS, amount=1 / 3, grams=100 / 3))
    press(type_in(open_meal(new_app, meal, change=True), "name", meal, "Other"), "save", meal)
    assert (meals.saved_meals(diary)[0].name, meals.saved_meals(diary)[0].parts) == ("Other", meal.parts)


def test_saving_a_meal_untouched_says_that_nothing_was_changed(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = press(open_meal(new_app, meal, change=True), "save", meal)
    assert [read(toast.value) for toast in app.toast] == ["Nothing was changed in my porridge"]
    assert meals.saved_meals(diary) == (meal,)


def test_what_another_window_changed_is_not_overwritten_and_what_was_typed_is_told(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = type_in(open_meal(new_app, meal, change=True), "amount.0", meal, "2")
    app.checkbox(f"meals.remove.1.{meal.id}.1").check()
    meals.edit(diary, replace(meal, name="From there"))
    press(app, "save", meal)
    (told,) = sentences(app)
    assert told.startswith("This meal was changed in another window")
    assert told.endswith("You had typed 2 cup Oats, without Milk.")
    assert [saved.name for saved in meals.saved_meals(diary)] == ["From there"]
    assert app.text_input(f"meals.name.{meal.id}.2").value == "From there"


def test_a_deleted_meal_comes_back_and_its_entries_stay(new_app: NewApp, diary: Diary):
    meal = porridge(diary)
    app = press(open_meal(new_app, meal, change=True), "all", meal)
    press(app, "delete", meal)
    assert meals.saved_meals(diary) == ()
    assert len(logged(diary)) == 3
    assert "meal" not in app.query_params
    app.button("actions.undo").click().run()
    assert [saved.name for saved in meals.saved_meals(diary)] == ["my porridge"]


def test_a_link_to_a_meal_that_is_not_there_says_so(new_app: NewApp, diary: Diary):
    porridge(diary)
    app = new_app(meal="gone").switch_page("pages/foods.py").run()
    assert any("The meal in this link is not among yours" in info.value for info in app.info)


def test_names_and_measures_are_text_and_never_markup(new_app: NewApp, diary: Diary):
    meal = porridge(diary, replace(OATS, name=NASTY, measure=NASTY), name=NASTY)
    app = open_meal(new_app, meal, change=True)
    assert "<b>x" not in shown(app)
    assert shown(app).count("=1+1 &lt;b&gt;x&lt;/b&gt; *y* $z$") == 2
    labels = [app.expander[1].label, app.checkbox[0].label, app.text_input(f"meals.amount.0.{meal.id}.1").label]
    assert all("\\<b\\>x\\<\\/b\\> \\*y\\* \\$z\\$" in label for label in labels)
    press(app, "half", meal)
    assert "<b>x" not in shown(app)
