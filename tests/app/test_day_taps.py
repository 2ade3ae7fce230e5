"""Activity and a hot day on Today: what they add, that they are undone, and that a fluid limit stays."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from streamlit.testing.v1 import AppTest

from tests.app.test_targets_page import sentences, words_of
from tracker.diary import Diary
from tracker.targets import Targets, WaterRule

NewApp = Callable[..., AppTest]


def open_activity(new_app: NewApp, **parameters: str) -> AppTest:
    app = new_app(**parameters)
    app.session_state["day_taps.popover"] = True
    return app.run()


def set_activity(app: AppTest, minutes: str, intensity: str | None = None) -> AppTest:
    app.text_input("day_taps.minutes").set_value(minutes)
    if intensity is not None:
        app.segmented_control("day_taps.intensity").select(intensity)
    return app.button("day_taps.set").click().run()


def activity_label(app: AppTest) -> str:
    labels = [str(element.proto.popover.label) for element in app.main if element.type == "popover"]
    return next(label for label in labels if label != "My glasses")


def target_ml(diary: Diary) -> float:
    return diary.day(diary.today()).water.target.target_ml


def test_a_hot_day_is_one_tap_and_taken_back_by_another_or_by_undo(new_app: NewApp, diary: Diary):
    app = new_app().run()
    assert app.button("day_taps.heat").label == "Hot day"
    app.button("day_taps.heat").click().run()
    assert not app.exception
    assert target_ml(diary) == 2500
    assert app.button("day_taps.heat").label == "Hot day, +500 mL"
    assert "2,000 mL + 500 mL for a hot day: a comfort rule" in words_of(app)
    app.button("actions.undo").click().run()
    assert target_ml(diary) == 2000
    app.button("day_taps.heat").click().run()
    app.button("day_taps.heat").click().run()
    assert target_ml(diary) == 2000


# An hour: light 250 mL, moderate 500, vigorous 750; at most 2,000 a day.
@pytest.mark.parametrize(
    ("minutes", "intensity", "expected"),
    [("60", "light", 2250), ("45", None, 2375), ("90", "vigorous", 3125), ("600", "vigorous", 4000), ("0", None, 2000)],
)
def test_activity_raises_the_target_by_its_minutes_and_how_hard_it_was(
    new_app: NewApp, diary: Diary, minutes: str, intensity: str | None, expected: float
):
    app = set_activity(open_activity(new_app), minutes, intensity)
    assert not app.exception
    assert target_ml(diary) == expected


def test_activity_is_on_its_tap_changed_and_emptied(new_app: NewApp, diary: Diary):
    app = set_activity(open_activity(new_app), "45")
    assert activity_label(app) == "45 min moderate, +375 mL"
    app = open_activity(new_app)
    assert app.text_input("day_taps.minutes").value == "45"
    set_activity(app, "")
    assert target_ml(diary) == 2000


def test_another_day_has_its_own(new_app: NewApp, diary: Diary):
    before = diary.today() - timedelta(days=1)
    app = new_app(day=before.isoformat()).run()
    app.button("day_taps.heat").click().run()
    assert diary.condition_of(before).is_hot
    assert not diary.condition_of(diary.today()).is_hot


@pytest.mark.parametrize(
    ("minutes", "sentence"),
    [
        ("1441", "Activity can take from 0 to 1,440 minutes of a day."),
        ("-5", "Activity can take from 0 to 1,440 minutes of a day."),
        ("1,5", "The minutes of activity must be a whole number."),
        ("an hour", "Minutes: “an hour” is not a figure in min. Write a whole number such as 12."),
    ],
)
def test_minutes_that_cannot_be_are_refused_and_what_was_typed_stays(
    new_app: NewApp, diary: Diary, minutes: str, sentence: str
):
    app = set_activity(open_activity(new_app), minutes)
    assert sentences(app) == [sentence]
    assert app.text_input("day_taps.minutes").value == minutes
    assert diary.condition_of(diary.today()).activity_minutes == 0


def test_under_a_fluid_limit_nothing_is_promised_and_nothing_added(new_app: NewApp, diary: Diary):
    diary.set_targets(diary.today(), Targets(water=WaterRule(fluid_limit_ml=1500)))
    app = set_activity(open_activity(new_app), "60", "vigorous")
    app.button("day_taps.heat").click().run()
    assert target_ml(diary) == 1500
    assert app.button("day_taps.heat").label == "Hot day, noted"
    assert activity_label(app) == "60 min vigorous"
