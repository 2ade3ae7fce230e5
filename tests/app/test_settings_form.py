"""Units, glasses and clock: they change what is shown, and nothing that is stored."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_targets_page import read, sentences, targets_page, toasts, words_of
from tests.builders import an_entry
from tracker.diary import Diary, Settings
from tracker.targets import Targets
from tracker.units import Units

NewApp = Callable[..., AppTest]


def save(app: AppTest) -> AppTest:
    return next(button for button in app.button if button.label == "Set units and clock").click().run()


def saved(diary: Diary) -> Settings:
    """Return the settings as they are in the file now; a Diary keeps those it has read."""
    return Diary(diary.store, diary.zone).settings


def choose_ounces(app: AppTest) -> AppTest:
    app.radio("settings.volume").set_value("fl oz")
    app.radio("settings.vitamin_d").set_value("µg")
    app.radio("settings.weight").set_value("oz")
    return save(app)


def test_all_settings_are_saved_told_shown_again_and_undone(new_app: NewApp, diary: Diary):
    app = targets_page(new_app)
    app.radio("settings.pint").set_value(568.3)
    app.selectbox("settings.start").select(3)
    app.selectbox("settings.weekday").select(6)
    app.selectbox("settings.zone").select("Europe/London")
    choose_ounces(app)
    assert not app.exception
    wanted = Settings(200, 3, 6, 568.3, (), Units("fl oz", "µg", "oz"), "Europe/London")
    assert saved(diary) == wanted
    assert "Saved: volumes mL → fl oz; vitamin D IU → µg; weights g → oz; pint 473 mL (US) → 568" in words_of(app)
    anew = targets_page(new_app)
    assert anew.radio("settings.volume").value == "fl oz"
    assert (anew.selectbox("settings.start").value, anew.selectbox("settings.zone").value) == (3, "Europe/London")
    app.button("settings.undo").click().run()
    assert saved(diary) == Settings()
    assert app.radio("settings.volume").value == "mL"


def test_units_change_what_the_pages_show_and_nothing_that_is_stored(new_app: NewApp, diary: Diary):
    entry = an_entry(day=diary.today(), grams=283.5, measure="g", amount=283.5, water_g=240.0, vitamin_d_ug=10.0)
    diary.log([entry])
    before = (diary.entries(diary.today(), diary.today().replace(year=9000)), diary.targets_on(diary.today()))
    choose_ounces(targets_page(new_app))
    words = words_of(new_app().run())
    for told in ("8 fl oz", "(240 mL)", "of 67 fl oz", "10.0 µg", "(400 IU)", "of 25.0 µg", "10 oz", "+12 fl oz"):
        assert told in words, told
    assert "283.5 g" not in words
    after = (diary.entries(diary.today(), diary.today().replace(year=9000)), diary.targets_on(diary.today()))
    assert after == before


def test_targets_are_typed_in_the_units_that_are_shown(new_app: NewApp, diary: Diary):
    app = choose_ounces(targets_page(new_app))
    assert app.text_input("targets.vitamin_d.µg").label == "Vitamin D, µg a day"
    assert app.text_input("targets.vitamin_d.µg").value == "25"
    app.text_input("targets.base.fl oz").set_value("60").run()
    app.text_input("targets.vitamin_d.µg").set_value("20").run()
    app.button("targets.save").click().run()
    assert diary.targets_on(diary.today()).water.base_ml == 1800
    assert diary.targets_on(diary.today()).vitamin_d_ug == 20


def test_a_save_of_nothing_changes_no_targets_in_other_units(new_app: NewApp, diary: Diary):
    app = choose_ounces(targets_page(new_app))
    app.button("targets.save").click().run()
    assert toasts(app) == ["Nothing was changed"]
    assert diary.targets_on(diary.today()) == Targets()


def open_glasses(new_app: NewApp) -> AppTest:
    app = new_app()
    app.session_state["water.popover"] = True
    return app.run()


def set_glasses(app: AppTest, *sizes: str) -> AppTest:
    for index, size in enumerate(sizes):
        app.text_input(f"water.glass.{index}" if index else "water.glass").set_value(size)
    return next(button for button in app.button if button.label == "Set").click().run()


def test_a_glass_resized_is_confirmed_with_what_it_was_and_is_on_its_button(new_app: NewApp, diary: Diary):
    app = set_glasses(open_glasses(new_app), "275")
    assert saved(diary).glasses_ml == (275,)
    assert toasts(app) == ["Your glass is 275 mL now, was 200 mL"]
    assert app.button("water.own").label == "+275 mL, my glass"
    assert toasts(app.run()) == []


def test_several_glasses_become_taps_and_an_emptied_one_goes(new_app: NewApp, diary: Diary):
    app = set_glasses(open_glasses(new_app), "275", "500")
    assert saved(diary).glasses_ml == (275, 500)
    app.button("water.own.1").click().run()
    assert [entry.grams for entry in diary.day(diary.today()).entries] == [500]
    app = set_glasses(open_glasses(new_app), "", "500", "700")
    assert saved(diary).glasses_ml == (500, 700)


def test_a_decimal_comma_in_a_glass_is_never_taken_for_a_larger_glass(new_app: NewApp, diary: Diary):
    app = set_glasses(open_glasses(new_app), "27,5")
    assert sentences(app) == ["Your glass must be a whole number."]
    assert saved(diary).glasses_ml == (200,)


@pytest.mark.parametrize(
    ("size", "sentence"),
    [
        ("0", "Your glass must be more than 0 and at most 3,000 mL."),
        ("-1", "Your glass must be more than 0 and at most 3,000 mL."),
        ("3001", "Your glass must be more than 0 and at most 3,000 mL."),
        ("275.5", "Your glass must be a whole number."),
        ("", "Say how much your glass holds: with none at all there would be nothing to tap."),
    ],
)
def test_a_size_that_cannot_be_gets_its_sentence_and_the_next_one_takes_it_away(
    new_app: NewApp, diary: Diary, size: str, sentence: str
):
    app = set_glasses(open_glasses(new_app), size)
    assert not app.exception
    assert sentences(app) == [sentence]
    assert saved(diary).glasses_ml == (200,)
    assert app.text_input("water.glass").value == size
    assert sentences(set_glasses(app, "300")) == []
    assert saved(diary).glasses_ml == (300,)


def test_a_glass_in_fluid_ounces_is_kept_in_whole_millilitres(new_app: NewApp, diary: Diary):
    choose_ounces(targets_page(new_app))
    app = open_glasses(new_app)
    app.text_input("water.glass.oz").set_value("8,5")
    next(button for button in app.button if button.label == "Set").click().run()
    assert saved(diary).glasses_ml == (255,)
    assert app.button("water.own").label == "+8.5 fl oz, my glass"


def test_glasses_are_set_on_the_targets_page_too(new_app: NewApp, diary: Diary):
    app = targets_page(new_app)
    app.text_input("settings.glass.1").set_value("330")
    save(app)
    assert saved(diary).glasses_ml == (200, 330)
    app.text_input("settings.glass").set_value("5000")
    save(app)
    assert sentences(app) == ["Your glass must be more than 0 and at most 3,000 mL."]
    assert app.text_input("settings.glass").value == "5000"
    assert read(words_of(app)).count("Saved:") == 0
