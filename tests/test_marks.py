"""Marks of days on both databases: saved, replaced, taken away, and each of these taken back."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import FRIDAY, an_entry
from tracker.changes import Change
from tracker.days import Week, days_between
from tracker.diary import Diary
from tracker.entries import new_id
from tracker.marks import MARKS, Mark, MarkError
from tracker.store import StaleEntryError, Store

TODAY = date(2026, 11, 22)
WEEK = Week(date(2026, 11, 16))
BERLIN = ZoneInfo("Europe/Berlin")


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(datetime(2026, 11, 22, 8, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def marks(diary: Diary) -> dict[date, Mark]:
    days = diary.days(TODAY - timedelta(days=30), TODAY + timedelta(days=30))
    assert [day.mark for day in diary.day_totals(days[0].day, days[-1].day + timedelta(days=1))] == [
        day.mark for day in days
    ]
    return {day.day: day.mark for day in days if day.mark is not None}


def test_a_range_is_marked_at_once_and_a_mark_is_replaced_or_taken_away(diary: Diary) -> None:
    diary.mark(WEEK.days[:3], "not tracked")
    change = diary.mark([WEEK.days[1]], "complete")
    assert [(row.version, row.id) for row in (*change.kept_before, *change.kept_after)] == [
        (1, "2026-11-17"),
        (2, "2026-11-17"),
    ]
    diary.mark([WEEK.days[2]], None)
    assert marks(diary) == {WEEK.days[0]: "not tracked", WEEK.days[1]: "complete"}
    assert diary.day(WEEK.days[1]).mark == "complete"


def test_days_that_are_marked_so_already_stay_as_they_are(diary: Diary) -> None:
    diary.mark(WEEK.days[:2], "partial")
    change = diary.mark(WEEK.days[:3], "partial")
    assert [row.id for row in change.kept_after] == ["2026-11-18"]
    assert not diary.mark(WEEK.days[:3], "partial")
    assert not diary.mark([TODAY], None)


def test_a_mark_of_another_window_is_not_overwritten_by_an_undo(diary: Diary) -> None:
    change = diary.mark([FRIDAY], "partial")
    diary.mark([FRIDAY], "complete")
    with pytest.raises(StaleEntryError):
        diary.undo(change)
    assert marks(diary) == {FRIDAY: "complete"}


@pytest.mark.parametrize(
    ("days", "mark", "said"),
    [
        ((), "complete", "the range has none"),
        ((TODAY + timedelta(days=1),), "complete", "2026-11-23 has not come yet, so it cannot be marked complete"),
        ((date.max,), "not tracked", "no day of a diary"),
        (days_between(date(2025, 1, 1), date(2026, 1, 3)), "not tracked", "At most 366 days"),
    ],
)
def test_what_cannot_be_marked_is_said_and_nothing_is_saved(
    diary: Diary, days: tuple[date, ...], mark: Mark, said: str
) -> None:
    with pytest.raises(MarkError, match=said):
        diary.mark(days, mark)
    assert marks(diary) == {}


def test_a_trip_to_come_can_be_marked_not_tracked(diary: Diary) -> None:
    diary.mark([TODAY + timedelta(days=3)], "not tracked")
    assert list(marks(diary)) == [TODAY + timedelta(days=3)]


def test_each_person_has_their_own_marks(store: Store) -> None:
    Diary(store, BERLIN, "me").mark([FRIDAY], "complete")
    assert marks(Diary(store, BERLIN, "you")) == {}


def test_a_year_is_marked_and_taken_back(diary: Diary) -> None:
    year = days_between(TODAY - timedelta(days=365), TODAY)
    change = diary.mark(year, "not tracked")
    assert len(change.kept_after) == 365
    diary.undo(change)
    assert marks(diary) == {}


def test_entries_of_a_day_not_tracked_stay_and_it_is_no_logged_day(diary: Diary) -> None:
    diary.log([an_entry(magnesium_mg=500.0), an_entry(day=TODAY - timedelta(days=1), magnesium_mg=300.0)])
    diary.mark([FRIDAY], "not tracked")
    week = diary.compare_weeks(WEEK, WEEK.shifted(-1)).week
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days, week.days_logged) == (300, 1, 1)
    assert week.days_reached["magnesium_mg"] == 0
    assert len(diary.day(FRIDAY).entries) == 1


steps = st.lists(
    st.tuples(st.integers(0, 9), st.integers(1, 4), st.none() | st.sampled_from(MARKS)), min_size=1, max_size=8
)


@given(steps=steps)
@settings(max_examples=30)
def test_undoing_any_sequence_of_marks_brings_back_every_state(
    store: Store, steps: list[tuple[int, int, Mark | None]]
) -> None:
    diary = Diary(store, BERLIN, person_id=new_id())
    states, done = [marks(diary)], list[Change]()
    for back, days, mark in steps:
        last = TODAY - timedelta(days=back)
        done.append(diary.mark(days_between(last - timedelta(days=days - 1), last + timedelta(days=1)), mark))
        states.append(marks(diary))
    states.pop()
    while done:
        if change := done.pop():
            diary.undo(change)
        assert marks(diary) == states.pop()
