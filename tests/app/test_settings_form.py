"""Units, glasses and clock: they change what is shown, and nothing that is stored."""

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_targets_page import open_part, read, sentences, toasts, words_of
from tests.app.test_targets_page import targets_page as closed_page
from tests.builders import an_entry
from tracker.diary import Diary, Settings
from tracker.targets import Targets
from tracker.ui import targets_form
from tracker.units import Units

NewApp = Callable[..., AppTest]


def targets_page(new_app: NewApp) -> AppTest:
    return open_part(closed_page(new_app), targets_form.UNITS)


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
    entry = an_entry(day=diary.today(), grams=283.5, measure="g", amount=283.5, water_g=236.6, vitamin_d_ug=10.0)
    diary.log([entry])
    before = (diary.entries(diary.today(), diary.today().replace(year=9000)), diary.targets_on(diary.today()))
    choose_ounces(targets_page(new_app))
    words = words_of(new_app().run())
    for told in ("8 fl oz", "(237 mL)", "of 68 fl oz", "10.0 µg", "(400 IU)", "of 25.0 µg", "10 oz", "+12 fl oz"):
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
    assert diary.targets_on(diary.today()).water.base_ml == pytest.approx(60 * 29.57353)
    assert diary.targets_on(diary.today()).vitamin_d_ug == 20


def test_a_target_typed_and_not_saved_is_kept_when_the_units_change(new_app: NewApp, diary: Diary):
    app = targets_page(new_app)
    app.text_input("targets.vitamin_d").set_value("800").run()
    app.text_input("targets.base").set_value("2366").run()
    choose_ounces(app)
    assert app.text_input("targets.vitamin_d.µg").value == "20"
    assert app.text_input("targets.base.fl oz").value == "80"
    assert diary.targets_on(diary.today()) == Targets()
    app.button("targets.save").click().run()
    wanted = diary.targets_on(diary.today())
    assert wanted.vitamin_d_ug == 20
    assert wanted.water.base_ml == pytest.approx(2366, abs=1)
    # And back: what is saved meanwhile is not typed over.
    app.radio("settings.vitamin_d").set_value("IU")
    save(app)
    assert app.text_input("targets.vitamin_d").value == "800"


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
        ("12", "A glass of 12 mL holds no more than a sip: is the figure in mL?"),
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


@pytest.mark.parametrize("size", ["8,5", "16", "8.25", "16.9", "25.4", "33.8"])
def test_a_glass_typed_in_fluid_ounces_is_the_same_fluid_ounces_wherever_it_is_read(
    new_app: NewApp, diary: Diary, size: str
):
    choose_ounces(targets_page(new_app))
    app = open_glasses(new_app)
    app.text_input("water.glass.oz").set_value(size)
    next(button for button in app.button if button.label == "Set").click().run()
    ounces = size.replace(",", ".")
    (glass_ml,) = saved(diary).glasses_ml
    assert glass_ml == pytest.approx(float(ounces) * 29.57353, abs=0.005)
    assert app.button("water.own").label == f"+{ounces} fl oz, my glass"
    assert open_glasses(new_app).text_input("water.glass.oz").value == ounces
    app.button("water.own").click().run()
    words = words_of(app)
    assert f"Added {ounces} fl oz water" in words
    assert f"**Tap water** · {ounces} fl oz · " in words


@pytest.mark.parametrize(
    ("choose", "unit", "sizes"),
    [(save, "mL", ("150", "250", "330", "500", "200")), (choose_ounces, "fl oz", ("5", "8", "12", "16"))],
)
def test_what_is_tapped_reads_back_as_the_same_in_the_meter_and_in_its_row(
    new_app: NewApp, diary: Diary, choose: Callable[[AppTest], AppTest], unit: str, sizes: tuple[str, ...]
):
    choose(targets_page(new_app))
    for size in sizes:
        app = new_app().run()
        next(button for button in app.button if button.label.startswith(f"+{size} {unit}")).click().run()
        words = words_of(app)
        assert f'<span class="v">{size} {unit} ' in words
        assert f"**Tap water** · {size} {unit} · " in words
        diary.delete(diary.day(diary.today()).entries)


def test_four_bottles_of_half_a_litre_are_two_litres(new_app: NewApp):
    app = new_app().run()
    for _ in range(4):
        app.button("water.500").click().run()
    words = words_of(app)
    assert '<span class="v">2,000 mL ' in words
    assert "target reached" in words


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
