"""What tells one state of a diary from every other, on both databases: each change renews it, nothing else does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import pytest
import time_machine

from tests.builders import FRIDAY, an_entry
from tracker.again.stars import star
from tracker.changes import Change
from tracker.conditions import DayCondition
from tracker.diary import Diary, Settings
from tracker.store import StaleEntryError, Store
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
    assert before is not None
    assert diary.edition not in {None, before}
    assert Diary(store, BERLIN).edition == diary.edition


def test_taking_a_change_back_does_not_bring_its_edition_back(store: Store) -> None:
    diary, logged = with_an_entry(store)
    editions = [diary.edition]
    for _ in range(2):
        logged = diary.undo(logged)
        editions.append(diary.edition)
    assert len(set(editions)) == 3


def test_reading_and_what_is_refused_make_no_other_edition(store: Store) -> None:
    diary, logged = with_an_entry(store)
    before = diary.edition
    diary.day(FRIDAY)
    diary.usage()
    edited = diary.edit(replace(logged.after[0], meal="dinner"))
    after = diary.edition
    with pytest.raises(StaleEntryError):
        diary.delete(logged.after)
    with pytest.raises(StaleEntryError):
        diary.undo(logged)
    assert before != after == Diary(store, BERLIN).edition
    assert diary.entries(FRIDAY, date(2026, 11, 21)) == edited.after


def test_a_diary_that_nothing_changed_yet_has_none_and_default_settings(store: Store) -> None:
    diary = Diary(store, BERLIN)
    assert (diary.edition, diary.settings) == (None, Settings())


def test_a_change_leaves_the_settings_and_those_of_others_alone(store: Store) -> None:
    mine, theirs = Diary(store, BERLIN, "me"), Diary(store, BERLIN, "them")
    wanted = Settings(own_glass_ml=330.0)
    mine.save_settings(wanted)
    edition = mine.edition
    theirs.log([an_entry()])
    assert (Diary(store, BERLIN, "me").settings, Diary(store, BERLIN, "me").edition) == (wanted, edition)
    mine.log([an_entry()])
    assert Diary(store, BERLIN, "me").settings == wanted
    assert Diary(store, BERLIN, "them").settings == Settings()
