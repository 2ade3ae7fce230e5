"""The line on Today: what was understood is shown, changed where it stands, and saved together."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tracker.again import own_foods
from tracker.conditions import DayCondition
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.own_food import own_food

NewApp = Callable[..., AppTest]
LINE = "30 g almonds, 2 cups cooked spinach and half an avocado; 500 ml water"


def entered(app: AppTest, line: str) -> AppTest:
    app.chat_input("line.text").set_value(line).run()
    assert not app.exception
    return app


def labels(app: AppTest) -> list[str]:
    """Return what the rows of the review say, without escapes."""
    rows = [row for row in app.expander if row.proto.id and "review.row" in row.proto.id]
    return [row.label.replace("\\", "") for row in rows]


def button(app: AppTest, label: str):  # AppTest's own type is not public
    return next(each for each in app.button if each.label.startswith(label))


def saved(diary: Diary) -> tuple[Entry, ...]:
    return diary.day(diary.today()).entries


def by_name(diary: Diary) -> dict[str, float | None]:
    return {entry.name: entry.grams for entry in saved(diary)}


def test_nothing_is_saved_before_the_review_was_seen(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), LINE)
    assert saved(diary) == ()
    assert [label.split("**")[1] for label in labels(app)] == ["Almonds", "Spinach, cooked", "Avocado", "Tap water"]
    assert "2 cups (360 g)" in labels(app)[1]
    assert "“2 cups cooked spinach”" in labels(app)[1]


def test_one_save_saves_all_as_one_batch_and_one_undo_takes_all_back(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), LINE)
    button(app, "**Save all 4").click().run()
    assert by_name(diary) == {"Almonds": 30, "Spinach, cooked": 360, "Avocado": 100.5, "Tap water": 500}
    assert len({entry.batch_id for entry in saved(diary)}) == 1
    assert "Added 4 entries: 903 mL water, 428 mg magnesium" in words_of(app)
    assert labels(app) == []
    app.button("actions.undo").click().run()
    assert saved(diary) == ()


def test_the_total_of_the_review_says_what_the_day_comes_to(new_app: NewApp):
    app = entered(new_app().run(), "30 g almonds; 30 g almonds")
    assert "Magnesium: adds 162 mg, then 162 mg of 400 mg" in words_of(app)


def test_what_the_day_comes_to_is_held_against_the_target_of_a_hot_day(new_app: NewApp, diary: Diary):
    diary.set_condition(DayCondition(diary.today(), is_hot=True))
    app = entered(new_app().run(), "500 ml water")
    assert "then 500 mL of 2,500 mL" in words_of(app)


def test_a_question_keeps_its_row_and_the_others_can_be_saved(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "30 g almonds, 3 flurbs of quinoa")
    assert "flurbs" in labels(app)[1]
    button(app, "**Save 1 of 2").click().run()
    assert by_name(diary) == {"Almonds": 30}
    assert len(labels(app)) == 1


def test_a_proposed_amount_is_taken_with_a_yes(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "banana and some cooked spinach")
    assert not any(each.label.startswith("**Save all") for each in app.button)
    while any(each.label == "Use this" for each in app.button):
        button(app, "Use this").click().run()
    button(app, "**Save all 2").click().run()
    assert by_name(diary)["Spinach, cooked"] == 180


def amount_field(app: AppTest):
    return next(each for each in app.text_input if each.key and each.key.startswith("review.amount"))


def test_an_amount_typed_in_a_row_is_what_is_saved(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "some cooked spinach")
    amount_field(app).set_value("90 g").run()
    button(app, "**Save").click().run()
    assert by_name(diary) == {"Spinach, cooked": 90}


@pytest.mark.parametrize("typed", ["-3", "many", "1e99", ""])
def test_a_bad_amount_is_refused_beside_what_was_typed(new_app: NewApp, diary: Diary, typed: str):
    app = entered(new_app().run(), "some cooked spinach")
    amount_field(app).set_value(typed).run()
    assert len(app.error) == 1
    assert amount_field(app).value == typed
    assert saved(diary) == ()


def test_another_food_can_be_chosen(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "some cooked spinach")
    chooser = next(each for each in app.selectbox if each.key and each.key.startswith("review.food"))
    assert "Spinach, frozen, cooked" in chooser.options
    chooser.set_value("sr:11464").run()
    button(app, "Use this").click().run()
    button(app, "**Save").click().run()
    assert [entry.name for entry in saved(diary)] == ["Spinach, frozen, cooked"]


def test_words_that_name_no_food_offer_the_nearest_ones(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "30 g qwertzuiop")
    assert len(labels(app)) == 1
    words = next(each for each in app.text_input if each.key and each.key.startswith("review.words"))
    words.set_value("30 g almonds and 20 g walnuts").run()
    button(app, "**Save all 2").click().run()
    assert by_name(diary) == {"Almonds": 30, "Walnuts": 20}


def test_an_unlikely_amount_is_asked_once_and_then_saved(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "2 kg almonds")
    assert "2,000 g is a lot" in labels(app)[0]
    assert not any(each.label.startswith("**Save") for each in app.button)
    button(app, "Use this").click().run()
    button(app, "**Save").click().run()
    assert by_name(diary) == {"Almonds": 2000}


def test_a_row_with_a_refused_amount_is_not_saved_with_the_old_one(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "some cooked spinach, 30 g almonds")
    amount_field(app).set_value("90 g").run()
    amount_field(app).set_value("3 metres").run()
    button(app, "**Save 1 of 2").click().run()
    assert by_name(diary) == {"Almonds": 30}


def test_all_proposals_are_taken_with_one_yes(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "some tofu, some cooked spinach, 3 flurbs of quinoa")
    button(app, "Use all 2 proposals").click().run()
    button(app, "**Save 2 of 3").click().run()
    assert by_name(diary)["Spinach, cooked"] == 180
    assert len(saved(diary)) == 2


def test_entries_of_one_line_stay_in_the_order_they_were_typed_in(new_app: NewApp, diary: Diary):
    line = "20 g walnuts; 30 g almonds; 500 ml water; 100 g cooked spinach; 10 g pumpkin seeds"
    app = entered(new_app().run(), line)
    button(app, "**Save all 5").click().run()
    names = ["Walnuts", "Almonds", "Tap water", "Spinach, cooked", "Pumpkin seeds"]
    assert [entry.name for entry in saved(diary)] == names


def test_an_own_food_deleted_meanwhile_asks_for_another_and_the_others_can_be_saved(new_app: NewApp, diary: Diary):
    food = own_food("Crunchola", {"magnesium_mg": 120.0})
    own_foods.add(diary, food)
    app = entered(new_app().run(), "30 g crunchola, 30 g almonds")
    (kept,) = own_foods.own_foods(diary)
    own_foods.delete(diary, kept)
    app.run()
    assert "Crunchola is not among your foods any more" in labels(app)[0]
    button(app, "**Save 1 of 2").click().run()
    assert by_name(diary) == {"Almonds": 30}


def test_answered_rows_stay_when_the_words_of_the_others_are_changed(new_app: NewApp):
    app = entered(new_app().run(), "some cooked spinach, 30 g almonds")
    button(app, "Use this").click().run()
    button(app, "Change the words").click().run()
    assert ["Spinach" in label for label in labels(app)] == [True]
    assert app.chat_input("line.text").proto.value == "30 g almonds"


def test_words_changed_just_before_the_save_are_shown_first(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "some cooked spinach, 30 g almonds")
    words = next(each for each in app.text_input if each.key and each.key.startswith("review.words"))
    words.set_value("6 walnuts")
    button(app, "**Save 1 of 2").click().run()
    assert by_name(diary) == {"Almonds": 30}
    assert "Walnut" in labels(app)[0]


def test_what_was_done_before_can_be_undone_after_a_line_was_discarded(new_app: NewApp, diary: Diary):
    app = new_app().run()
    app.button("water.250").click().run()
    entered(app, "30 g almonds")
    button(app, "Discard").click().run()
    assert "Added 250 mL water" in words_of(app)
    app.button("actions.undo").click().run()
    assert saved(diary) == ()


def test_a_row_left_out_is_not_saved(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "30 g almonds, some tofu")
    button(app, "Leave it out").click().run()
    button(app, "**Save").click().run()
    assert by_name(diary) == {"Almonds": 30}


def test_the_words_can_be_changed_and_nothing_typed_is_lost(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), LINE)
    button(app, "Change the words").click().run()
    assert labels(app) == []
    assert (
        app.chat_input("line.text").proto.value == "30 g almonds\n2 cups cooked spinach\nhalf an avocado\n500 ml water"
    )
    assert saved(diary) == ()


def test_a_second_line_joins_what_waits(new_app: NewApp, diary: Diary):
    app = entered(entered(new_app().run(), "30 g almonds"), "20 g walnuts")
    button(app, "**Save all 2").click().run()
    assert by_name(diary) == {"Almonds": 30, "Walnuts": 20}


def test_several_lines_are_several_items(new_app: NewApp):
    assert len(labels(entered(new_app().run(), "30 g almonds\n20 g walnuts\n\n500 ml water"))) == 3


@pytest.mark.parametrize("line", ["no breakfast", "   "])
def test_a_line_with_nothing_in_it_says_so(new_app: NewApp, line: str):
    app = entered(new_app().run(), line)
    assert labels(app) == []
    assert "Nothing to log" in words_of(app)


def test_discarded_rows_are_gone(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), LINE)
    button(app, "Discard").click().run()
    assert labels(app) == []
    assert saved(diary) == ()


def test_a_meal_chosen_in_the_review_is_the_meal_of_all(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "30 g almonds, 20 g walnuts")
    app.selectbox("review.meal").set_value("dinner").run()
    button(app, "**Save all").click().run()
    assert {entry.meal for entry in saved(diary)} == {"dinner"}


def test_meals_named_in_the_line_are_the_meals_of_their_items(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "lunch: 30 g almonds; dinner: some cooked spinach")
    assert labels(app)[0].endswith("· lunch]")
    button(app, "Use this").click().run()
    button(app, "**Save all").click().run()
    assert [(entry.name, entry.meal) for entry in saved(diary)] == [
        ("Almonds", "lunch"),
        ("Spinach, cooked", "dinner"),
    ]


def test_a_meal_named_in_the_line_stays_when_words_are_changed(new_app: NewApp):
    app = entered(new_app().run(), "20 g walnuts; lunch: 30 g almonds, some tofu")
    words = next(each for each in app.text_input if each.key and each.key.startswith("review.words"))
    words.set_value("100 g tofu").run()
    assert labels(app)[2].endswith("· lunch]")
    button(app, "Change the words").click().run()
    assert app.chat_input("line.text").proto.value == "20 g walnuts\nlunch: 30 g almonds\nlunch: 100 g tofu"


def test_a_line_is_saved_on_the_day_that_is_shown_after_a_future_day_was_confirmed(new_app: NewApp, diary: Diary):
    tomorrow = diary.today() + timedelta(days=1)
    app = entered(new_app(day=tomorrow.isoformat()).run(), "30 g almonds")
    button(app, f"**Save, {tomorrow:%A} {tomorrow.day}").click().run()
    assert diary.day(tomorrow).entries == ()
    app.button("actions.sure").click().run()
    assert [entry.name for entry in diary.day(tomorrow).entries] == ["Almonds"]
    assert labels(app) == []


def test_a_pint_is_the_one_of_the_settings(new_app: NewApp, diary: Diary):
    diary.save_settings(replace(diary.settings, pint_ml=568.3))
    app = entered(new_app().run(), "1 pint of water")
    button(app, "**Save").click().run()
    assert [entry.grams for entry in saved(diary)] == [pytest.approx(568.3)]


def test_supplements_are_saved_as_such(new_app: NewApp, diary: Diary):
    app = entered(new_app().run(), "magnesium citrate 200 mg, vitamin D3 2000 IU")
    button(app, "**Save all 2").click().run()
    totals = diary.day(diary.today()).totals
    assert (totals["magnesium_mg"].supplement, totals["vitamin_d_ug"].supplement) == (200, 50)


def test_words_and_names_are_shown_as_text(new_app: NewApp):
    app = entered(new_app().run(), "30 g :red[x] **almonds** <b>")
    (row,) = [row for row in app.expander if "review.row" in row.proto.id]
    assert ":red[" not in row.label
    assert "**almonds**" not in row.label
