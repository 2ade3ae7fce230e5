"""The Targets page: what a set fills in, what is told before it is saved, what is refused, and what can be undone."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import an_entry
from tracker.diary import Diary
from tracker.person import Person
from tracker.targets import Targets, WaterRule
from tracker.ui import targets_form

NewApp = Callable[..., AppTest]

REQUIRED = {
    "magnesium": "Magnesium, mg a day",
    "vitamin_d": "Vitamin D, IU a day",
    "base": "Water base, mL a day",
    "fiber_free": "Fiber the base already covers, g",
    "slope": "Water for each further gram of fiber, mL",
    "most_fiber": "At most for fiber, mL",
}
WOMAN_OF_34 = Targets(
    magnesium_mg=320,
    vitamin_d_ug=15,
    water=WaterRule(base_ml=2700),
    fiber_g=25,
    calcium_mg=1000,
    potassium_mg=2600,
    reference_set="us",
    person=Person(34, "female"),
)


def targets_page(new_app: NewApp) -> AppTest:
    return new_app().switch_page("pages/targets.py").run()


def open_part(app: AppTest, part: str) -> AppTest:
    app.session_state[targets_form.key_of(part)] = True
    return app.run()


def save(app: AppTest) -> AppTest:
    return app.button("targets.save").click().run()


def type_in(app: AppTest, key: str, typed: str) -> AppTest:
    return app.text_input(f"targets.{key}").set_value(typed).run()


def choose_woman_of_34(app: AppTest, name: str = "us") -> AppTest:
    app.selectbox("targets.set").select(name).run()
    type_in(app, "age", "34")
    return app.segmented_control("targets.sex").select("female").run()


def read(text: str) -> str:
    """Return a text as it is read: without the escapes, and the joiners, that keep it from being markup."""
    return text.replace("\\", "").replace("\u2060", "")


def sentences(app: AppTest) -> list[str]:
    return [read(error.value) for error in app.error]


def toasts(app: AppTest) -> list[str]:
    return [read(toast.value) for toast in app.toast]


def words_of(app: AppTest) -> str:
    told = (str(getattr(element, "value", "") or element.proto) for element in app.main)
    return read(" ".join(told))


def fields(app: AppTest) -> dict[str, str]:
    keys = ("magnesium", "vitamin_d", "fiber", "calcium", "potassium", "base")
    return {key: app.text_input(f"targets.{key}").value or "" for key in keys}


def test_the_page_begins_with_the_advice_and_says_whose_it_is(new_app: NewApp):
    app = targets_page(new_app)
    assert fields(app) == {
        "magnesium": "400", "vitamin_d": "1000", "fiber": "", "calcium": "", "potassium": "", "base": "2000",
    }  # fmt: skip
    words = words_of(app)
    assert words.count("The advice this app starts from: ") == 6
    assert "no value for fiber. Nothing is aimed for." in words
    assert "Everything here is saved." in words
    assert "documents" not in " ".join(element.value for element in app.markdown)


def test_age_and_sex_fill_in_the_values_of_the_set_with_their_source_and_nothing_is_saved(
    new_app: NewApp, diary: Diary
):
    app = choose_woman_of_34(targets_page(new_app))
    assert not app.exception
    assert fields(app) == {
        "magnesium": "320", "vitamin_d": "600", "fiber": "25", "calcium": "1000", "potassium": "2600", "base": "2700",
    }  # fmt: skip
    words = words_of(app)
    assert "320 mg, recommended (RDA) of women aged 31 to 50" in words
    assert "https://www.ncbi.nlm.nih.gov/books/NBK545442/table/appJ_tab3/" in words
    for told in (
        "Magnesium 400 mg → 320 mg",
        "Vitamin D 1,000 IU → 600 IU",
        "Calcium none → 1,000 mg",
        "From today on",
    ):
        assert told in words
    assert diary.targets_on(diary.today()) == Targets()


def test_what_is_saved_holds_from_today_on_and_is_shown_again_and_undone(new_app: NewApp, diary: Diary):
    app = save(choose_woman_of_34(targets_page(new_app)))
    today = diary.today()
    assert diary.targets_on(today) == WOMAN_OF_34
    assert diary.targets_on(today - timedelta(days=1)) == Targets()
    assert toasts(app)[0].startswith("Targets changed from today on: Magnesium 400 mg → 320 mg")
    anew = targets_page(new_app)
    assert (anew.selectbox("targets.set").value, anew.text_input("targets.age").value) == ("us", "34")
    assert anew.segmented_control("targets.sex").value == "female"
    assert fields(anew) == fields(app)
    app.button("actions.undo").click().run()
    assert diary.targets_on(today) == Targets()
    assert fields(app)["magnesium"] == "400"
    assert app.selectbox("targets.set").value == "documents"
    assert app.text_input("targets.age").value == ""


def test_one_value_can_be_ones_own_and_says_so(new_app: NewApp, diary: Diary):
    app = type_in(choose_woman_of_34(targets_page(new_app)), "magnesium", "350")
    assert "Your own number. " in words_of(app)
    save(app)
    saved = diary.targets_on(diary.today())
    assert (saved.magnesium_mg, saved.reference_set, saved.calcium_mg) == (350, "us", 1000)


@pytest.mark.parametrize(
    ("typed", "magnesium_mg"), [("312,5", 312.5), ("312.5", 312.5), ("0420", 420), ("350 mg", 350)]
)
def test_a_number_is_read_as_people_write_it(new_app: NewApp, diary: Diary, typed: str, magnesium_mg: float):
    save(type_in(targets_page(new_app), "magnesium", typed))
    assert diary.targets_on(diary.today()).magnesium_mg == magnesium_mg


def test_a_number_left_alone_keeps_all_it_has(new_app: NewApp, diary: Diary):
    diary.set_targets(diary.today(), Targets(vitamin_d_ug=100 / 3))
    save(type_in(targets_page(new_app), "magnesium", "300"))
    assert diary.targets_on(diary.today()) == Targets(magnesium_mg=300, vitamin_d_ug=100 / 3)


def test_a_set_without_a_value_says_so_and_the_number_stays(new_app: NewApp):
    app = choose_woman_of_34(targets_page(new_app), "fda")
    app.segmented_control("targets.stage").select("pregnancy").run()
    assert fields(app) == {
        "magnesium": "400", "vitamin_d": "600", "fiber": "", "calcium": "1300", "potassium": "", "base": "2000",
    }  # fmt: skip
    assert "US food label (FDA): no value for water. The number stays as it was." in words_of(app)
    assert "US food label (FDA): no value for potassium in pregnancy. Nothing is aimed for." in words_of(app)


def test_a_set_without_a_value_brings_back_what_is_saved_and_not_what_another_set_said(new_app: NewApp, diary: Diary):
    diary.set_targets(diary.today(), Targets(water=WaterRule(base_ml=1800)))
    app = choose_woman_of_34(targets_page(new_app))
    assert fields(app)["base"] == "2700"
    app.selectbox("targets.set").select("fda").run()
    assert fields(app)["base"] == "1800"
    assert "no value for water. The number stays as it was." in words_of(app)
    assert "Water base" not in words_of(app).split("Not saved yet.")[1]


def test_the_limits_follow_the_set(new_app: NewApp, diary: Diary):
    app = choose_woman_of_34(targets_page(new_app), "efsa")
    assert "Most magnesium from supplements 350 mg → 250 mg" in words_of(app)
    save(app)
    assert diary.targets_on(diary.today()).magnesium_supplement_limit_mg == 250


@pytest.mark.parametrize(
    ("age", "sentence"),
    [
        ("1980", "The age must be from 1 to 120 years."),
        ("0", "The age must be from 1 to 120 years."),
        ("34,5", "The age must be a whole number."),
        ("old", "Age: “old” is not a figure in years. Write a whole number such as 12."),
    ],
)
def test_an_age_that_cannot_be_is_refused_and_saves_nothing(new_app: NewApp, diary: Diary, age: str, sentence: str):
    app = type_in(targets_page(new_app), "age", age)
    assert sentences(app) == [f"Not saved: {sentence}"]
    assert toasts(save(app)) == [f"Not saved: {sentence}"]
    assert app.text_input("targets.age").value == age
    assert diary.targets_on(diary.today()) == Targets()


def test_an_age_that_cannot_be_is_said_beside_it_and_no_number_is_called_somebody_elses(new_app: NewApp):
    app = type_in(choose_woman_of_34(targets_page(new_app), "us"), "age", "200")
    assert ":small[**The age must be from 1 to 120 years.**]" in [read(element.value) for element in app.markdown]
    assert "The advice this app starts from: 400 mg" not in words_of(app)


@pytest.mark.parametrize(("age", "is_asked"), [("6", False), ("34", True), ("74", False)])
def test_pregnancy_is_asked_about_at_the_ages_that_have_values(new_app: NewApp, age: str, is_asked: bool):
    app = type_in(choose_woman_of_34(targets_page(new_app), "us"), "age", age)
    assert any(group.key == "targets.stage" for group in app.button_group) == is_asked


def test_from_a_chosen_day_on_and_what_began_later_goes_and_comes_back(new_app: NewApp, diary: Diary):
    today = diary.today()
    ago = today - timedelta(days=10)
    diary.set_targets(today, Targets(magnesium_mg=310))
    app = type_in(targets_page(new_app), "magnesium", "320")
    app.date_input("targets.from").set_value(ago).run()
    assert "Magnesium 400 mg → 320 mg" in words_of(app)
    assert "Other targets that begin today are taken away" in words_of(app)
    save(app)
    days = (ago - timedelta(days=1), ago, today)
    assert [diary.targets_on(day).magnesium_mg for day in days] == [400, 320, 320]
    app.button("actions.undo").click().run()
    assert [diary.targets_on(day).magnesium_mg for day in days] == [400, 400, 310]


@pytest.mark.parametrize("key", REQUIRED)
def test_an_empty_field_is_refused_by_name_and_what_was_typed_stays(new_app: NewApp, diary: Diary, key: str):
    app = targets_page(new_app)
    other = "magnesium" if key != "magnesium" else "base"
    type_in(app, other, "1234")
    type_in(app, key, "")
    save(app)
    assert not app.exception
    assert sentences(app) == [f"Not saved: The field “{REQUIRED[key]}” is empty: type a number."]
    assert toasts(app) == sentences(app)
    assert app.text_input(f"targets.{key}").value == ""
    assert app.text_input(f"targets.{other}").value == "1234"
    assert diary.targets_on(diary.today()) == Targets()


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("magnesium", "0", "The magnesium target must be more than zero."),
        ("vitamin_d", "0", "The vitamin D target must be more than zero."),
        ("base", "0", "The base must be more than zero."),
        ("magnesium", "1e99", "The magnesium target can be at most 5,000 mg."),
        ("vitamin_d", "100040", "The vitamin D target can be at most 100,000 IU (2,500 µg)."),
        ("limit", "10001", "The fluid limit can be at most 10,000 mL."),
        ("slope", "-1", "The water for a gram of fiber cannot be -1: give a number that is not negative."),
        ("calcium", "0", "The calcium target must be more than zero."),
        ("fiber", "201", "The fiber target can be at most 200 g."),
        ("magnesium", "1,234", "Magnesium: is “1,234” 1234 or 1.234? Write it like one of these."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_one_sentence(
    new_app: NewApp, diary: Diary, key: str, typed: str, sentence: str
):
    app = save(type_in(targets_page(new_app), key, typed))
    assert not app.exception
    assert sentences(app) == [f"Not saved: {sentence}"]
    assert app.text_input(f"targets.{key}").value == typed
    assert diary.targets_on(diary.today()) == Targets()


def test_a_fluid_limit_can_be_set_and_taken_away_by_leaving_it_empty(new_app: NewApp, diary: Diary):
    app = save(type_in(targets_page(new_app), "limit", "1500"))
    assert diary.targets_on(diary.today()).water.fluid_limit_ml == 1500
    save(type_in(app, "limit", ""))
    assert diary.targets_on(diary.today()) == Targets()


def test_what_another_window_saved_meanwhile_is_not_overwritten_unseen(new_app: NewApp, diary: Diary):
    app = type_in(targets_page(new_app), "magnesium", "320")
    diary.set_targets(diary.today(), Targets(vitamin_d_ug=50))
    save(app)
    assert diary.targets_on(diary.today()) == Targets(vitamin_d_ug=50)
    assert "changed in another window meanwhile" in sentences(app)[0]
    assert "You had typed: Magnesium 400 mg → 320 mg." in sentences(app)[0]
    assert fields(app)["vitamin_d"] == "2000"
    save(type_in(app, "magnesium", "320"))
    assert diary.targets_on(diary.today()) == Targets(magnesium_mg=320, vitamin_d_ug=50)


def test_drinks_only_beside_a_value_for_all_water_is_pointed_out(new_app: NewApp, diary: Diary):
    app = choose_woman_of_34(targets_page(new_app))
    app.radio("targets.counts").set_value("drinks").run()
    assert "are drinks and the water in food together; you count drinks only" in words_of(app)
    save(app)
    assert diary.targets_on(diary.today()).water_counts == "drinks"


def test_a_save_without_a_change_says_so_and_saves_nothing(new_app: NewApp, diary: Diary):
    app = save(targets_page(new_app))
    assert toasts(app) == ["Nothing was changed"]
    assert diary.later_targets(diary.today() - timedelta(days=1)) == ()


def test_a_save_that_fails_says_why(new_app: NewApp, diary_url: str):
    app = type_in(targets_page(new_app), "magnesium", "330")
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    save(app)
    assert not app.exception
    assert sentences(app)
    assert "Targets changed" not in words_of(app)


def test_the_chart_has_todays_point_and_follows_what_is_typed(new_app: NewApp, diary: Diary):
    diary.log([an_entry(day=diary.today(), fiber_g=35.0)])
    app = open_part(targets_page(new_app), targets_form.RULES)
    chart = next(element for element in app.main if element.type == "vega_lite_chart")
    assert "35.0 g fiber so far today: 2,250 mL" in str(chart.proto)
    type_in(app, "slope", "10")
    chart = next(element for element in app.main if element.type == "vega_lite_chart")
    assert "35.0 g fiber so far today: 2,100 mL" in str(chart.proto)
    assert "What is known, and what is not." in words_of(app)


ODD = [
    ("magnesium", "1.5", "Magnesium 1.5 mg a day is far from the usual"),
    ("vitamin_d", "3", "Vitamin D 3 IU (0.075 µg) a day is far from the usual"),
    ("base", "50", "Water 50 mL (1.7 fl oz) a day is far from the usual"),
    ("calcium", "6000", "Calcium 6,000 mg a day is far from the usual"),
    ("limit", "1.5", "A fluid limit of 1.5 mL (0.1 fl oz) a day is far from the usual"),
]


@pytest.mark.parametrize(("key", "typed", "question"), ODD)
def test_an_unlikely_number_is_asked_about_with_usual_ones_and_saved_only_on_a_yes(
    new_app: NewApp, diary: Diary, key: str, typed: str, question: str
):
    app = save(type_in(targets_page(new_app), key, typed))
    assert question in read(app.warning[0].value)
    assert diary.targets_on(diary.today()) == Targets()
    assert "Targets changed" not in words_of(app)
    app.button("actions.no").click().run()
    assert (list(app.warning), app.text_input(f"targets.{key}").value) == ([], typed)
    assert diary.targets_on(diary.today()) == Targets()
    save(app).button("actions.sure").click().run()
    assert diary.targets_on(diary.today()) != Targets()
    assert "Targets changed from today on" in words_of(app)


def test_a_question_goes_when_what_it_asks_about_is_changed(new_app: NewApp, diary: Diary):
    app = save(type_in(targets_page(new_app), "magnesium", "1.5"))
    type_in(app, "magnesium", "150")
    assert not app.warning
    assert diary.targets_on(diary.today()) == Targets()
    save(app)
    assert diary.targets_on(diary.today()).magnesium_mg == 150


@pytest.mark.parametrize("typed", ["", "plenty", "0"])
def test_what_was_saved_before_is_never_read_as_what_is_refused_now(new_app: NewApp, diary: Diary, typed: str):
    app = save(type_in(targets_page(new_app), "magnesium", "320"))
    assert "Saved before" not in words_of(app)
    for act in (lambda: type_in(app, "magnesium", typed), lambda: save(app)):
        act()
        assert sentences(app)[0].startswith("Not saved: ")
        words = words_of(app)
        assert "Saved before, and still so: Targets changed from today on: Magnesium 400 mg → 320 mg" in words
        assert "Last change" not in words
    type_in(app, "magnesium", "330")
    assert "Not saved yet." in words_of(app)
    assert "Saved before, and still so: Targets changed" in words_of(app)
    assert diary.targets_on(diary.today()).magnesium_mg == 320


@pytest.mark.parametrize("typed", ["", "plenty", "0", "1e99"])
def test_beside_a_field_stands_what_save_says(new_app: NewApp, typed: str):
    app = save(type_in(choose_woman_of_34(targets_page(new_app)), "magnesium", typed))
    (sentence,) = sentences(app)
    beside = [read(element.value) for element in app.markdown if "320 mg, recommended (RDA)" in element.value]
    assert len(beside) == 1
    assert sentence.removeprefix("Not saved: ") in beside[0]
    assert "Nothing is aimed for" not in beside[0]
    assert "Your own number" not in beside[0]
    # The others still name the set that is chosen.
    assert "600 IU (15.0 µg), recommended (RDA)" in words_of(app)


@pytest.mark.parametrize(("key", "part"), [("fiber", targets_form.MORE), ("limit", targets_form.RULES)])
def test_a_closed_part_opens_when_a_field_in_it_cannot_be_saved(new_app: NewApp, key: str, part: str):
    app = targets_page(new_app)
    assert app.session_state[targets_form.key_of(part)] is False
    type_in(app, key, "plenty")
    assert app.session_state[targets_form.key_of(part)] is True
    beside = [element.value for element in app.markdown if "“plenty” is not a figure" in read(element.value)]
    assert len(beside) == 1


def test_a_fluid_limit_is_named_beside_the_base_it_takes_the_place_of(new_app: NewApp):
    app = type_in(targets_page(new_app), "limit", "1500")
    assert "Your fluid limit of 1,500 mL stands in its place" in words_of(app)
