"""What the Targets page and the size of the own glass do with numbers that are empty, impossible or fine."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tracker.diary import Diary, Settings
from tracker.targets import Targets

NewApp = Callable[..., AppTest]

REQUIRED = {
    "magnesium": "Magnesium, mg a day",
    "vitamin_d": "Vitamin D, IU a day",
    "base": "Base, mL a day",
    "fiber_free": "Fiber the base already covers, g",
    "slope": "Water for each further gram of fiber, mL",
    "most_fiber": "At most for fiber, mL",
    "glass": "My glass, mL",
    "start": "A day starts at, hour",
}


def targets_page(new_app: NewApp) -> AppTest:
    return new_app().switch_page("pages/targets.py").run()


def save(app: AppTest) -> AppTest:
    return next(button for button in app.button if button.label == "Save").click().run()


def save_with(app: AppTest, key: str, typed: float | None) -> AppTest:
    app.number_input(f"targets.{key}").set_value(typed)
    return save(app)


def read(text: str) -> str:
    """Return a text as it is read: without the escapes, and the joiners, that keep it from being markup."""
    return text.replace("\\", "").replace("\u2060", "")


def sentences(app: AppTest) -> list[str]:
    return [read(error.value) for error in app.error]


def toasts(app: AppTest) -> list[str]:
    return [read(toast.value) for toast in app.toast]


def order(app: AppTest) -> list[str]:
    """Return what is told and pressed, in the order of the page."""
    told = []
    for element in app.main:
        text = str(getattr(element, "label", "") or getattr(element, "value", "") or element.proto)
        told += [word for word in ("Saved.", "is empty", "A change holds") if word in text]
        told += [text] if text in ("Magnesium, mg a day", "Save") else []
    return told


@pytest.mark.parametrize("key", REQUIRED)
def test_an_empty_field_is_refused_by_name_and_what_was_typed_stays(new_app: NewApp, diary: Diary, key: str):
    app = targets_page(new_app)
    other = "magnesium" if key != "magnesium" else "base"
    app.number_input(f"targets.{other}").set_value(1234.0)
    app.number_input(f"targets.{key}").set_value(None)
    save(app)
    assert not app.exception
    assert sentences(app) == [f"The field “{REQUIRED[key]}” is empty: type a number."]
    assert toasts(app) == sentences(app)
    assert app.number_input(f"targets.{key}").value is None
    assert app.number_input(f"targets.{other}").value == 1234
    assert (diary.targets_on(diary.today()), diary.settings) == (Targets(), Settings())


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("magnesium", 0.0, "The magnesium target must be more than zero."),
        ("vitamin_d", 0.0, "The vitamin D target must be more than zero."),
        ("base", 0.0, "The base must be more than zero."),
        ("magnesium", 1e99, "The magnesium target can be at most 5,000 mg."),
        ("vitamin_d", 100_040.0, "The vitamin D target can be at most 100,000 IU (2,500 µg)."),
        ("limit", 10_001.0, "The fluid limit can be at most 10,000 mL."),
        ("slope", -1.0, "The water for a gram of fiber cannot be -1: give a number that is not negative."),
        ("glass", 0.0, "Your glass must be more than 0 and at most 3,000 mL."),
        ("glass", 250.5, "Your glass must be a whole number."),
        ("start", 24.0, "The hour at which a day starts must be a whole number from 0 to 23."),
        ("start", 3.5, "The hour at which a day starts must be a whole number."),
    ],
)
def test_a_number_that_cannot_be_is_refused_in_one_sentence(
    new_app: NewApp, diary: Diary, key: str, typed: float, sentence: str
):
    app = targets_page(new_app)
    save_with(app, key, typed)
    assert not app.exception
    assert sentences(app) == [sentence]
    assert app.number_input(f"targets.{key}").value == typed
    assert (diary.targets_on(diary.today()), diary.settings) == (Targets(), Settings())


def test_no_number_has_bounds_beyond_which_the_browser_would_drop_it_nor_a_default_to_fall_back_to(new_app: NewApp):
    fields = targets_page(new_app).number_input
    assert len(fields) == len(REQUIRED) + 1
    for field in fields:
        assert not field.proto.has_min
        assert not field.proto.has_max
        assert not field.proto.HasField("default")


def test_a_fluid_limit_can_be_set_and_taken_away_by_leaving_it_empty(new_app: NewApp, diary: Diary):
    app = targets_page(new_app)
    save_with(app, "limit", 1500.0)
    assert diary.targets_on(diary.today()).water.fluid_limit_ml == 1500
    save_with(app, "limit", None)
    assert diary.targets_on(diary.today()) == Targets()


def test_saved_is_said_right_below_the_button_and_in_a_toast_once(new_app: NewApp):
    app = targets_page(new_app)
    save_with(app, "magnesium", 320.0)
    assert order(app) == ["Magnesium, mg a day", "Save", "Saved.", "A change holds"]
    assert toasts(app) == ["Saved. It holds from today on."]
    assert toasts(app.run()) == []


def test_a_refusal_is_said_right_below_the_button_and_takes_the_place_of_saved(new_app: NewApp):
    app = targets_page(new_app)
    save_with(app, "magnesium", 320.0)
    save_with(app, "magnesium", None)
    assert order(app) == ["Magnesium, mg a day", "Save", "is empty", "A change holds"]


def test_a_save_that_fails_takes_saved_away(new_app: NewApp, diary_url: str):
    app = targets_page(new_app)
    save_with(app, "magnesium", 320.0)
    Path(diary_url.removeprefix("sqlite:///")).unlink()
    save_with(app, "magnesium", 330.0)
    assert not app.exception
    assert sentences(app)
    assert "Saved." not in order(app)


def test_a_save_is_undone(new_app: NewApp, diary: Diary):
    app = targets_page(new_app)
    save_with(app, "magnesium", 320.0)
    app.button("targets.undo").click().run()
    assert diary.targets_on(diary.today()) == Targets()
    assert app.number_input("targets.magnesium").value == 400
    assert toasts(app) == ["Undone: the targets are as they were before."]


def test_the_pint_is_chosen_saved_and_undone(new_app: NewApp, diary: Diary):
    def saved_pint_ml() -> float:
        return Diary(diary.store, diary.zone).settings.pint_ml

    app = targets_page(new_app)
    assert app.radio("targets.pint").options == ["473 mL (US)", "568 mL (imperial)"]
    app.radio("targets.pint").set_value(568.3)
    save(app)
    assert not app.exception
    assert saved_pint_ml() == 568.3
    assert targets_page(new_app).radio("targets.pint").value == 568.3
    app.button("targets.undo").click().run()
    assert saved_pint_ml() == app.radio("targets.pint").value == 473.2


def test_the_notes_name_no_documents_that_nobody_knows(new_app: NewApp):
    notes = " ".join(element.value for element in targets_page(new_app).markdown)
    assert "the advice this app starts from" in notes
    assert "documents" not in notes


def open_glass(new_app: NewApp) -> AppTest:
    app = new_app()
    app.session_state["water.popover"] = True
    return app.run()


def set_glass(app: AppTest, size_ml: float | None) -> AppTest:
    app.number_input("water.glass").set_value(size_ml)
    return next(button for button in app.button if button.label == "Set").click().run()


def glass_in(diary: Diary) -> float:
    """Return the glass as it is in the file now; a Diary keeps the settings it has read."""
    return Diary(diary.store, diary.zone).settings.own_glass_ml


def test_a_glass_resized_is_confirmed_with_what_it_was_and_is_on_its_button(new_app: NewApp, diary: Diary):
    app = set_glass(open_glass(new_app), 275.0)
    assert glass_in(diary) == 275
    assert toasts(app) == ["Your glass is 275 mL now, was 200 mL"]
    assert app.button("water.own").label == "+275 mL, my glass"
    assert toasts(app.run()) == []


def test_an_empty_size_changes_nothing(new_app: NewApp, diary: Diary):
    app = open_glass(new_app)
    field = app.number_input("water.glass")
    assert (field.proto.has_min, field.proto.has_max, field.proto.HasField("default")) == (False, False, False)
    set_glass(app, None)
    assert not app.exception
    assert glass_in(diary) == 200
    assert toasts(app) == []


@pytest.mark.parametrize(
    ("size_ml", "sentence"),
    [
        (0.0, "Your glass must be more than 0 and at most 3,000 mL."),
        (-1.0, "Your glass must be more than 0 and at most 3,000 mL."),
        (3001.0, "Your glass must be more than 0 and at most 3,000 mL."),
        (1e99, "Your glass must be more than 0 and at most 3,000 mL."),
        (275.5, "Your glass must be a whole number."),
    ],
)
def test_a_size_that_cannot_be_gets_its_sentence_and_the_next_one_takes_it_away(
    new_app: NewApp, diary: Diary, size_ml: float, sentence: str
):
    app = set_glass(open_glass(new_app), size_ml)
    assert not app.exception
    assert sentences(app) == [sentence]
    assert glass_in(diary) == 200
    assert app.number_input("water.glass").value == size_ml
    assert sentences(set_glass(app, 300.0)) == []
    assert glass_in(diary) == 300
