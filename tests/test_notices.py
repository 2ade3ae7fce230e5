"""What stands beside a day on both databases: events, the notes that are due, and those that were closed."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from sqlalchemy import event as sql_event

from tests.builders import a_supplement, an_entry
from tracker.again import notices, supplements
from tracker.diary import Diary
from tracker.dismissals import Dismissal
from tracker.errors import RefusedError
from tracker.store import StaleEntryError, Store
from tracker.supplement import supplement

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
TOMORROW = TODAY + timedelta(days=1)
NOW = datetime(2026, 11, 22, 8, 0, 3, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def dose(diary: Diary, magnesium_mg: float, day: date = TODAY) -> None:
    diary.log([a_supplement(day=day, at=diary.now(), magnesium_mg=magnesium_mg)])


def beside(diary: Diary, day: date = TODAY) -> notices.Beside:
    return notices.beside(diary, diary.day(day))


def due(diary: Diary, day: date = TODAY) -> list[str]:
    return [note.id for note in beside(diary, day).notes]


def test_nothing_stands_beside_an_empty_day(diary: Diary) -> None:
    assert beside(diary) == notices.Beside()


def test_loose_stools_are_logged_shown_on_their_day_and_removed(diary: Diary) -> None:
    change = notices.happened(diary, "loose stools", day=TODAY, at=diary.now())
    (event,) = beside(diary).events
    assert (event.kind, event.day, event.at, event.updated_at) == ("loose stools", TODAY, NOW, NOW)
    assert beside(diary, TOMORROW).events == ()
    diary.undo(change)
    assert beside(diary).events == ()
    notices.happened(diary, "loose stools", day=TODAY, at=diary.now())
    (event,) = beside(diary).events
    change = notices.remove(diary, event)
    assert beside(diary).events == ()
    with pytest.raises(StaleEntryError):
        notices.remove(diary, event)
    diary.undo(change)
    assert len(beside(diary).events) == 1


def test_an_event_in_the_hour_that_clocks_show_twice_can_be_undone(diary: Diary) -> None:
    night = date(2026, 10, 24)
    change = notices.happened(diary, "loose stools", day=night, at=datetime(2026, 10, 25, 2, 30, tzinfo=BERLIN, fold=1))
    diary.undo(change)
    assert beside(diary, night).events == ()


def test_events_stand_in_the_order_of_their_moments(diary: Diary) -> None:
    for hour in (9, 7, 8):
        notices.happened(diary, "loose stools", day=TODAY, at=datetime(2026, 11, 22, hour, tzinfo=BERLIN))
    assert [event.at.hour for event in beside(diary).events] == [7, 8, 9]


@pytest.mark.parametrize(
    ("kind", "day", "at"),
    [("hiccups", TODAY, NOW), ("loose stools", TODAY, NOW.replace(tzinfo=None)), ("loose stools", date.min, NOW)],
)
def test_an_event_that_cannot_be_is_refused(diary: Diary, kind: Any, day: date, at: datetime) -> None:
    with pytest.raises(RefusedError):
        notices.happened(diary, kind, day=day, at=at)


def test_loose_stools_bring_the_stop_note_on_a_day_with_a_magnesium_supplement_and_only_then(diary: Diary) -> None:
    notices.happened(diary, "loose stools", day=TODAY, at=diary.now())
    dose(diary, 100.0, TOMORROW - timedelta(days=2))
    diary.log([an_entry(day=TODAY, at=diary.now(), magnesium_mg=100.0)])
    assert due(diary) == []
    dose(diary, 100.0)
    assert due(diary) == ["mg_loose_stools"]
    assert due(diary, TODAY - timedelta(days=1)) == []


def test_a_note_closed_for_a_day_comes_again_the_next(diary: Diary) -> None:
    dose(diary, 351.0)
    dose(diary, 351.0, TODAY - timedelta(days=1))
    assert due(diary) == ["mg_sup_us", "mg_split"]
    change = notices.close(diary, "mg_sup_us", TODAY)
    assert due(diary) == ["mg_split"]
    assert due(diary, TODAY - timedelta(days=1)) == ["mg_sup_us", "mg_split"]
    diary.undo(change)
    assert due(diary) == ["mg_sup_us", "mg_split"]


def test_a_note_that_is_known_never_comes_again_until_all_are_wanted(diary: Diary) -> None:
    dose(diary, 351.0)
    notices.close(diary, "mg_sup_us", TODAY)
    known = notices.close(diary, "mg_sup_us")
    notices.close(diary, "mg_split")
    assert due(diary) == due(diary, TOMORROW) == []
    assert {note: closed.day for note, closed in notices.dismissals(diary).items()} == {
        "mg_sup_us": None,
        "mg_split": None,
    }
    dose(diary, 351.0, TOMORROW - timedelta(days=3))
    assert due(diary, TOMORROW - timedelta(days=3)) == []
    shown = notices.show_again(diary)
    assert due(diary) == ["mg_sup_us", "mg_split"]
    back = diary.undo(shown)
    assert due(diary) == []
    diary.undo(known.renewed(back))
    assert due(diary) == []  # closed for the day, as before
    assert notices.dismissals(diary)["mg_sup_us"].day == TODAY


def test_a_note_closed_for_a_day_stays_closed_when_the_known_ones_come_again(diary: Diary) -> None:
    dose(diary, 351.0)
    notices.close(diary, "mg_sup_us")
    notices.close(diary, "mg_split", TODAY)
    notices.show_again(diary)
    assert due(diary) == ["mg_sup_us"]


def test_notes_are_closed_by_one_person_alone(diary: Diary) -> None:
    notices.close(diary, "mg_sup_us")
    assert notices.dismissals(Diary(diary.store, BERLIN, "somebody else")) == {}


def test_a_note_that_there_is_not_cannot_be_closed(diary: Diary) -> None:
    with pytest.raises(RefusedError, match="no note called 'mg_nonsense'"):
        notices.close(diary, "mg_nonsense")


@pytest.mark.parametrize(
    ("closed_for", "day", "hidden"),
    [(None, TODAY, True), (None, None, True), (TODAY, TODAY, True), (TODAY, TOMORROW, False), (TODAY, None, False)],
)
def test_a_dismissal_hides_its_day_or_all(closed_for: date | None, day: date | None, hidden: bool) -> None:
    assert Dismissal("mg_split", closed_for).hides(day) is hidden


def test_a_note_that_looks_at_the_days_before_reads_them(diary: Diary) -> None:
    for back in range(1, 8):
        diary.log([an_entry(day=TODAY - timedelta(days=back), at=diary.now(), fiber_g=20.0)])
    diary.log([an_entry(day=TODAY, at=diary.now(), fiber_g=31.0)])
    assert due(diary) == ["fiber_slow", "fiber_water"]
    diary.log([an_entry(day=TODAY - timedelta(days=1), at=diary.now(), fiber_g=60.0)])
    assert due(diary) == ["fiber_water"]


def test_taps_of_an_hour_bring_the_note_today_and_not_when_the_day_is_over(diary: Diary, clock: Any) -> None:
    for _ in range(3):
        clock.shift(60)
        diary.log([an_entry(day=TODAY, at=diary.now(), kind="drink", grams=400.0, source="tap", name="Tap water")])
    assert due(diary) == ["pace_amber"]
    clock.shift(86_400)
    assert due(diary) == []


def test_supplements_bring_their_notes_until_those_are_known(diary: Diary) -> None:
    supplements.add(diary, supplement("Magnesium", {"magnesium_mg": 100.0}, since=TODAY))
    pills = supplements.supplements(diary)
    found = [note.id for note in notices.notes_beside_supplements(diary, pills)]
    assert found == ["kidney", "mg_spacing", "mg_evidence"]
    notices.close(diary, "kidney")
    notices.close(diary, "mg_spacing", TODAY)  # of no day here, so closing it for one hides nothing
    assert [note.id for note in notices.notes_beside_supplements(diary, pills)] == ["mg_spacing", "mg_evidence"]
    assert notices.notes_beside_supplements(diary, ()) == ()


def test_what_stands_beside_a_day_costs_three_statements_however_long_the_diary(diary: Diary) -> None:
    for back in range(40):
        dose(diary, 100.0, TODAY - timedelta(days=back))
        notices.happened(diary, "loose stools", day=TODAY - timedelta(days=back), at=diary.now())
    day = diary.day(TODAY)
    diary.today()  # the settings are read once between changes
    statements: list[str] = []
    sql_event.listen(diary.store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    assert len(notices.beside(diary, day).events) == 1
    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 3
