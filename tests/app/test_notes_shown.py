"""Notes on Today at the moment their fact is logged, loose stools, and the About page."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from tests.builders import a_supplement, an_entry
from tracker.again import notices, supplements
from tracker.diary import Diary
from tracker.note_texts import BY_ID, NOTES
from tracker.notes import standing_notes
from tracker.supplement import Supplement, supplement

NewApp = Callable[..., AppTest]


def page(new_app: NewApp, path: str = "", **parameters: str) -> AppTest:
    app = new_app(**parameters)
    app = app.switch_page(path).run() if path else app.run()
    assert not app.exception
    return app


def press(app: AppTest, key: str) -> AppTest:
    app.button(key).click().run()
    assert not app.exception
    return app


def notes(app: AppTest) -> list[str]:
    """Return the ids of the notes on the page, in their order."""
    shown = [element.value for element in app.markdown]
    return [note.id for text in shown for note in NOTES if note.text in text]


def a_pill(diary: Diary, **amounts: float) -> Supplement:
    supplements.add(diary, supplement("Pill", amounts or {"magnesium_mg": 150.0}, since=diary.today()))
    return supplements.supplements(diary)[0]


def test_the_note_comes_with_the_tap_that_passes_the_limit_once_and_goes_with_undo(new_app: NewApp, diary: Diary):
    pill = a_pill(diary)
    app = page(new_app)
    seen = []
    for _ in range(4):
        press(app, f"pills.took.{pill.id}")
        seen.append(notes(app))
    assert seen == [[], [], ["mg_sup_us"], ["mg_sup_us"]]
    source = next(element.value for element in app.markdown if BY_ID["mg_sup_us"].text in element.value)
    assert "(https://www.nationalacademies.org/read/9956/chapter/28)" in source
    press(press(app, "actions.undo"), "actions.undo")
    assert notes(app) == []


def test_a_note_is_closed_for_the_day_or_known_for_good_and_either_can_be_undone(new_app: NewApp, diary: Diary):
    pill = a_pill(diary, magnesium_mg=400.0)
    app = press(page(new_app), f"pills.took.{pill.id}")
    assert notes(app) == ["mg_sup_us", "mg_split"]
    press(app, "notes.ok.mg_sup_us")
    assert notes(app) == ["mg_split"]
    press(app, "notes.known.mg_split")
    assert notes(app) == []
    press(app, "actions.undo")
    assert notes(app) == ["mg_split"]
    press(app, "notes.known.mg_split")
    press(app, f"pills.took.{pill.id}")
    assert notes(app) == []
    assert {note: closed.day for note, closed in notices.dismissals(diary).items()} == {
        "mg_sup_us": diary.today(),
        "mg_split": None,
    }
    assert len(diary.day(diary.today()).entries) == 2


def test_few_notes_are_shown_at_once_the_gravest_first_and_the_next_when_one_is_closed(new_app: NewApp, diary: Diary):
    pill = a_pill(diary, magnesium_mg=400.0, vitamin_d_ug=125.0)
    app = press(page(new_app), f"pills.took.{pill.id}")
    assert notes(app) == ["mg_sup_us", "vitd_ul"]
    press(app, "notes.ok.mg_sup_us")
    assert notes(app) == ["vitd_ul", "mg_split"]


def test_loose_stools_are_one_tap_bring_the_stop_note_and_are_taken_back(new_app: NewApp, diary: Diary):
    app = press(page(new_app), "events.loose_stools")
    assert notes(app) == []
    diary.log([a_supplement(day=diary.today(), at=diary.now(), magnesium_mg=100.0)])
    app.run()
    assert notes(app) == ["mg_loose_stools"]
    (event,) = notices.beside(diary, diary.day(diary.today())).events
    assert event.kind == "loose stools"
    press(app, f"events.remove.{event.id}")
    assert notes(app) == []
    press(app, "actions.undo")
    assert notes(app) == ["mg_loose_stools"]


def test_a_day_that_is_looked_at_later_shows_no_note_and_one_that_is_changed_does(new_app: NewApp, diary: Diary):
    pill, day = a_pill(diary, magnesium_mg=400.0), diary.today() - timedelta(days=1)
    supplements.took(diary, pill, day=day, meal="snack")
    app = page(new_app, day=day.isoformat())
    assert notes(app) == []
    press(app, "events.loose_stools")
    assert notes(app) == ["mg_loose_stools", "mg_sup_us"]


def test_one_tap_each_brings_the_pace_and_a_days_water_typed_at_once_does_not(new_app: NewApp, diary: Diary):
    app = page(new_app)
    app.chat_input[0].set_value("500 ml water; 500 ml water; 500 ml water; 500 ml water").run()
    press(app, "review.save")
    assert [entry.grams for entry in diary.day(diary.today()).entries] == [500] * 4
    assert notes(app) == []
    for _ in range(3):
        press(app, "water.500")
    assert notes(app) == ["pace_red"]
    press(app, "actions.undo")
    assert notes(app) == []


def test_more_than_a_limit_is_logged_freely(new_app: NewApp, diary: Diary):
    pill = a_pill(diary, magnesium_mg=600.0, vitamin_d_ug=200.0)
    app = press(page(new_app), f"pills.took.{pill.id}")
    assert not app.error
    assert not app.warning
    assert len(diary.day(diary.today()).entries) == 1


def test_the_about_page_has_every_standing_note_the_evidence_and_those_that_come(new_app: NewApp):
    app = page(new_app, "pages/about.py")
    assert app.title[0].value == "About"
    assert set(notes(app)) == set(BY_ID)
    assert set(notes(app)[: len(standing_notes())]) == {note.id for note in standing_notes()}
    assert [header.value for header in app.subheader] == [
        "Magnesium and night cramps",
        "Stretching",
        "Fiber and water",
    ]
    text = " ".join(element.value for element in app.markdown)
    assert "Trials do not show that magnesium pills stop night cramps in older adults" in text
    assert "a comfort rule of ours" in text
    assert "Marked as known" not in text
    assert not [button for button in app.button if button.key == "about.again"]


def test_notes_marked_as_known_can_be_let_come_again(new_app: NewApp, diary: Diary):
    notices.close(diary, "mg_sup_us")
    notices.close(diary, "mg_split")
    app = page(new_app, "pages/about.py")
    assert sum(element.value.count("*Marked as known.*") for element in app.markdown) == 2
    assert app.button("about.again").label == "Let all 2 notes marked as known come again"
    press(app, "about.again")
    assert notices.dismissals(diary) == {}
    press(app, "actions.undo")
    assert len(notices.dismissals(diary)) == 2


@pytest.mark.parametrize("changes", [{"fiber_g": 50.0}, {"name": "Wheat bran"}])
def test_food_that_is_logged_brings_its_note(new_app: NewApp, diary: Diary, changes: dict[str, Any]):
    diary.log([an_entry(day=diary.today(), at=diary.now(), **changes)])
    assert notes(page(new_app)) == (["fiber_water"] if "fiber_g" in changes else ["fiber_supplement"])
