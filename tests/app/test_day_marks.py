"""Marks of days: on Today for the day shown, and for several days on the longer view."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from streamlit.testing.v1 import AppTest

from tests.app.test_pages import words_of
from tests.builders import an_entry
from tracker.diary import Diary
from tracker.marks import MARKS, Mark
from tracker.ui.day_marks import done_words

NewApp = Callable[..., AppTest]

# A Wednesday.
TODAY = date(2026, 11, 18)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on Wednesday, 18 November 2026, at noon."""
    with time_machine.travel(datetime(2026, 11, 18, 12, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def of_day(day: date) -> str:
    return f"marks.of.{day.isoformat()}"


def marks(diary: Diary, first: date, last: date) -> list[Mark | None]:
    return [diary.day(date.fromordinal(day)).mark for day in range(first.toordinal(), last.toordinal() + 1)]


@pytest.mark.parametrize("mark", MARKS)
def test_the_day_shown_is_marked_confirmed_and_unmarked_by_undo(new_app: NewApp, diary: Diary, mark: Mark):
    app = new_app().run()
    assert app.segmented_control(of_day(TODAY)).value is None
    app.segmented_control(of_day(TODAY)).set_value(mark).run()
    assert not app.exception
    assert diary.day(TODAY).mark == mark
    assert f"Marked Wednesday 18 November 2026 {mark}<" in words_of(app)
    app.button("actions.undo").click().run()
    assert diary.day(TODAY).mark is None
    assert app.segmented_control(of_day(TODAY)).value is None


def test_the_mark_of_a_day_is_shown_changed_and_taken_away(new_app: NewApp, diary: Diary):
    yesterday = date(2026, 11, 17)
    diary.mark([yesterday], "partial")
    app = new_app(day="2026-11-17").run()
    assert app.segmented_control(of_day(yesterday)).value == "partial"
    app.segmented_control(of_day(yesterday)).set_value("complete").run()
    assert diary.day(yesterday).mark == "complete"
    app.segmented_control(of_day(yesterday)).set_value(None).run()
    assert diary.day(yesterday).mark is None
    assert "Took the mark off Tuesday 17 November 2026<" in words_of(app)
    app.button("actions.undo").click().run()
    app.button("actions.undo").click().run()
    assert diary.day(yesterday).mark == "partial"


def test_a_day_to_come_can_only_be_not_tracked(new_app: NewApp, diary: Diary):
    tomorrow = date(2026, 11, 19)
    app = new_app(day="2026-11-19").run()
    assert app.segmented_control(of_day(tomorrow)).options == ["Not tracked"]
    app.segmented_control(of_day(tomorrow)).set_value("not tracked").run()
    assert diary.day(tomorrow).mark == "not tracked"


def test_a_mark_that_another_window_set_is_shown_and_not_set_again(new_app: NewApp, diary: Diary):
    app = new_app().run()
    diary.mark([TODAY], "complete")
    app.segmented_control(of_day(TODAY)).set_value("complete").run()
    assert "That is so already: marked complete." in words_of(app)
    assert "actions.undo" not in {button.key for button in app.button}
    assert app.segmented_control(of_day(TODAY)).value == "complete"


def test_each_day_has_a_control_of_its_own(new_app: NewApp, diary: Diary):
    app = new_app().run()
    app.segmented_control(of_day(TODAY)).set_value("partial").run()
    app.button("day.before").click().run()
    assert app.segmented_control(of_day(date(2026, 11, 17))).value is None
    assert marks(diary, date(2026, 11, 17), TODAY) == [None, "partial"]


@pytest.fixture
def form(new_app: NewApp) -> AppTest:
    """The longer view with the fields for several days open."""
    app = new_app(view="long").switch_page("pages/weeks.py")
    app.session_state["marks.open"] = True
    return app.run()


def test_the_fields_for_several_days_are_drawn_only_when_they_are_open(new_app: NewApp):
    app = new_app(view="long").switch_page("pages/weeks.py").run()
    assert [field.key for field in app.date_input] == []


@pytest.mark.parametrize(
    ("first", "last", "mark", "words"),
    [
        (
            date(2026, 8, 1),
            date(2026, 8, 10),
            "not tracked",
            "Saturday 1 August 2026 to Monday 10 August 2026, not tra",
        ),
        (date(2026, 11, 17), date(2026, 11, 20), "not tracked", "Marked 4 days, Tuesday 17 November 2026 to Friday 20"),
        (date(2026, 11, 16), date(2026, 11, 18), "complete", "Marked 3 days, Monday 16 November 2026 to Wednesday 18"),
        (date(2026, 11, 16), date(2026, 11, 16), "partial", "Marked Monday 16 November 2026 partial<"),
    ],
)
def test_several_days_are_marked_at_once_and_undone_at_once(
    form: AppTest, diary: Diary, first: date, last: date, mark: Mark, words: str
):
    form.date_input("marks.range").set_value((first, last)).run()
    form.segmented_control("marks.range_mark").set_value(mark).run()
    form.button("marks.save").click().run()
    assert not form.exception
    assert set(marks(diary, first, last)) == {mark}
    before, after = date.fromordinal(first.toordinal() - 1), date.fromordinal(last.toordinal() + 1)
    assert (diary.day(before).mark, diary.day(after).mark) == (None, None)
    assert words in words_of(form)
    form.button("actions.undo").click().run()
    assert set(marks(diary, first, last)) == {None}
    assert "Undone: Marked" in words_of(form)


def test_marks_of_several_days_are_taken_away_and_undo_brings_each_back(form: AppTest, diary: Diary):
    first, last = date(2026, 11, 10), date(2026, 11, 12)
    diary.mark([first], "partial")
    diary.mark([last], "complete")
    form.date_input("marks.range").set_value((first, last)).run()
    form.segmented_control("marks.range_mark").set_value("no mark").run()
    form.button("marks.save").click().run()
    assert marks(diary, first, last) == [None, None, None]
    assert "Took the marks off 3 days, Tuesday 10 November 2026 to Thursday 12 November 2026" in words_of(form)
    form.button("actions.undo").click().run()
    assert marks(diary, first, last) == ["partial", None, "complete"]


@pytest.mark.parametrize(
    ("chosen", "mark", "problem"),
    [
        ((date(2026, 11, 17), date(2026, 11, 19)), "complete", "2026-11-19 has not come yet"),
        ((date(2026, 11, 17),), "partial", "Choose the last day too"),
        ((date(2025, 1, 1), date(2026, 11, 1)), "not tracked", "At most 366 days"),
        ((date(2026, 11, 1), date(2026, 11, 2)), "no mark", "That is so already: nothing to take away."),
    ],
)
def test_days_that_cannot_be_marked_get_one_sentence_and_keep_what_was_chosen(
    form: AppTest, diary: Diary, chosen: tuple[date, ...], mark: str, problem: str
):
    form.date_input("marks.range").set_value(chosen).run()
    form.segmented_control("marks.range_mark").set_value(mark).run()
    form.button("marks.save").click().run()
    assert not form.exception
    assert [error.value.replace("\\", "") for error in form.error if problem in error.value.replace("\\", "")]
    assert form.date_input("marks.range").value == chosen
    assert form.segmented_control("marks.range_mark").value == mark
    assert diary.day(chosen[0]).mark is None


def test_a_holiday_marked_on_the_longer_view_leaves_means_and_keeps_the_streak(form: AppTest, diary: Diary):
    for day, magnesium_mg in ((14, 450.0), (16, 10.0), (17, 450.0)):
        at = datetime(2026, 11, day, 12, tzinfo=UTC)
        diary.log([an_entry(day=date(2026, 11, day), at=at, magnesium_mg=magnesium_mg)], sure=True)
    form.run()
    assert "1 day<small>Tue 17 Nov</small>" in words_of(form)
    form.date_input("marks.range").set_value((date(2026, 11, 15), date(2026, 11, 16))).run()
    form.button("marks.save").click().run()
    assert "2 days<small>Sat 14 Nov to Tue 17 Nov</small>" in words_of(form)


@pytest.mark.parametrize(
    ("days", "mark", "words"),
    [
        ((TODAY,), "complete", "Marked Wednesday 18 November 2026 complete"),
        ((TODAY,), None, "Took the mark off Wednesday 18 November 2026"),
        (
            (date(2026, 12, 31), date(2027, 1, 1)),
            "not tracked",
            "Marked 2 days, Thursday 31 December 2026 to Friday 1 January 2027, not tracked",
        ),
    ],
)
def test_a_confirmation_names_its_days(days: tuple[date, ...], mark: Mark | None, words: str):
    assert done_words(days, mark) == words
