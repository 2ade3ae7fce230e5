"""What tells one state of a diary from every other, on both databases: whoever changes it makes another."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.builders import FRIDAY, an_entry
from tests.conftest import fresh_sqlite
from tracker.again.stars import star
from tracker.changes import Change
from tracker.conditions import DayCondition
from tracker.diary import Diary, Settings
from tracker.store import StaleEntryError, Store
from tracker.store.errors import RemovedError
from tracker.targets import Targets

BERLIN = ZoneInfo("Europe/Berlin")
LOGGED = an_entry(magnesium_mg=157.0)


@pytest.fixture(autouse=True)
def _saturday() -> object:
    with time_machine.travel("2026-11-21T12:00:00+01:00", tick=True):
        yield


def with_an_entry(store: Store) -> tuple[Diary, Change]:
    diary = Diary(store, BERLIN)
    return diary, diary.log([LOGGED])


CHANGES: dict[str, Callable[[Diary, Change], object]] = {
    "log": lambda diary, _: diary.log([an_entry()]),
    "edit": lambda diary, logged: diary.edit(replace(logged.after[0], meal="dinner")),
    "delete": lambda diary, logged: diary.delete(logged.after),
    "copy": lambda diary, logged: diary.copy(logged.after, date(2026, 11, 21)),
    "undo": lambda diary, logged: diary.undo(logged),
    "mark": lambda diary, _: diary.mark([FRIDAY], "complete"),
    "set_targets": lambda diary, _: diary.set_targets(FRIDAY, Targets(magnesium_mg=320.0)),
    "set_condition": lambda diary, _: diary.set_condition(DayCondition(FRIDAY, is_hot=True)),
    "save_settings": lambda diary, _: diary.save_settings(Settings(own_glass_ml=330.0)),
    "star": lambda diary, _: star(diary, "sr:11458"),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_every_change_makes_an_edition_that_was_not_there_before_and_every_window_sees_it(
    store: Store, change: Callable[[Diary, Change], object]
) -> None:
    diary, logged = with_an_entry(store)
    before = diary.edition
    change(diary, logged)
    assert before != diary.edition
    assert Diary(store, BERLIN).edition != before


def test_taking_a_change_back_does_not_bring_its_edition_back(store: Store) -> None:
    diary, logged = with_an_entry(store)
    editions = [diary.edition]
    for _ in range(2):
        logged = diary.undo(logged)
        editions.append(diary.edition)
    assert len(set(editions)) == 3


def test_reading_and_what_is_refused_make_no_other_edition(opened: Callable[..., Store], tmp_path: Path) -> None:
    # On SQLite: what PostgreSQL tells may change by its own housekeeping.
    store = opened(fresh_sqlite(tmp_path))
    diary, logged = with_an_entry(store)
    edited = diary.edit(replace(logged.after[0], meal="dinner"))
    after = Diary(store, BERLIN).edition
    diary.day(FRIDAY)
    diary.usage()
    with pytest.raises(StaleEntryError):
        diary.delete(logged.after)
    with pytest.raises(StaleEntryError):
        diary.undo(logged)
    assert Diary(store, BERLIN).edition == after
    assert diary.entries(FRIDAY, date(2026, 11, 21)) == edited.after


def test_a_change_by_another_program_makes_another_edition(database_url: str, opened: Callable[..., Store]) -> None:
    here, there = opened(database_url), opened(database_url)
    diary, _ = with_an_entry(here)
    before = diary.edition
    with there.writing() as connection:
        connection.exec_driver_sql("UPDATE entry SET name = 'Kale'")
    assert Diary(here, BERLIN).edition != before


def test_two_diaries_never_have_the_same_edition(tmp_path: Path, opened: Callable[..., Store]) -> None:
    stores = [opened(fresh_sqlite(tmp_path)) for _ in range(2)]
    editions = {Diary(store, BERLIN, person).edition for store in stores for person in ("me", "them")}
    assert len(editions) == 4


def test_the_edition_is_read_before_what_is_kept_under_it(store: Store) -> None:
    diary, other = Diary(store, BERLIN), Diary(store, BERLIN)
    assert diary.settings == Settings()
    other.save_settings(Settings(own_glass_ml=330.0))
    # Still what it was when the settings were read: under the new one the old glass would be kept.
    assert diary.edition != Diary(store, BERLIN).edition
    diary.log([an_entry()])
    assert diary.settings == Settings(own_glass_ml=330.0)


def test_the_edition_of_a_diary_that_was_removed_is_refused(tmp_path: Path, opened: Callable[..., Store]) -> None:
    url = fresh_sqlite(tmp_path)
    diary = Diary(opened(url), BERLIN)
    assert diary.edition
    for path in tmp_path.glob("*.db*"):
        path.unlink()
    with pytest.raises(RemovedError):
        _ = Diary(diary.store, BERLIN).edition
