"""The verbs of the diary on both databases: everything comes back as it was saved, and everything can be taken back."""

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.builders import FRIDAY, a_supplement, an_entry
from tracker.conditions import DayCondition
from tracker.days import Week
from tracker.diary import Change, Diary, Settings
from tracker.entries import MAX_GRAMS, Entry, new_id
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.nutrients import DIARY_KEYS
from tracker.person import Person
from tracker.store import DuplicateEntryError, StaleEntryError, Store
from tracker.targets import Intensity, Targets, WaterRule
from tracker.units import Units

BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
SUNDAY_MORNING = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
TODAY = date(2026, 11, 22)
ALWAYS = (date(2, 1, 1), date(9999, 1, 1))


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(SUNDAY_MORNING, tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def everything(diary: Diary) -> list[Entry]:
    return sorted(diary.entries(*ALWAYS), key=lambda entry: entry.id)


def contents(diary: Diary) -> list[Entry]:
    """Return what the person sees of all entries: without the stamps of saving."""
    return [replace(entry, version=0, updated_at=None) for entry in everything(diary)]


# Logging


def test_a_logged_entry_is_stamped_and_comes_back(diary: Diary) -> None:
    entry = an_entry(magnesium_mg=156.0)
    change = diary.log([entry])
    assert change == Change((), (replace(entry, version=1, updated_at=SUNDAY_MORNING),))
    assert diary.day(FRIDAY).entries == change.after
    assert diary.day(FRIDAY).totals["magnesium_mg"].amount == 156


def test_what_is_logged_together_is_one_batch(diary: Diary) -> None:
    alone = diary.log([an_entry()]).after[0]
    together = diary.log([an_entry(), an_entry()]).after
    assert alone.batch_id is None
    assert together[0].batch_id == together[1].batch_id is not None
    assert diary.log([an_entry(batch_id="mine"), an_entry()]).after[0].batch_id == "mine"


def test_nothing_is_logged_if_one_entry_cannot_be(diary: Diary) -> None:
    with pytest.raises(RefusedError):
        diary.log([an_entry(), an_entry(grams=-1.0)], sure=True)
    with pytest.raises(NeedsConfirmationError):
        diary.log([an_entry(), an_entry(grams=2000.0)])
    taken = diary.log([an_entry()]).after[0]
    with pytest.raises(DuplicateEntryError, match="saved already"):
        diary.log([an_entry(), taken])
    assert len(everything(diary)) == 1


def test_the_future_and_the_far_past_are_asked_about_and_saved_when_confirmed(diary: Diary) -> None:
    for day in (TODAY + timedelta(days=1), date(1900, 1, 1)):
        with pytest.raises(NeedsConfirmationError):
            diary.log([an_entry(day=day)])
        diary.log([an_entry(day=day)], sure=True)
        assert len(diary.day(day).entries) == 1


def test_nothing_to_log_is_no_change(diary: Diary) -> None:
    assert diary.log([]) == Change((), ())
    assert diary.is_empty()


names = (
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200)
    | st.sampled_from(["🥑", "<b>bold</b>", "O'Brien's \"soup\"", "a;b--c", "%s %(name)s :id ?", "=1+1", "$x$ :red[y]"])
).filter(str.strip)
amounts = st.none() | st.floats(0, 1e8)
weights = st.floats(0, MAX_GRAMS, exclude_min=True)
moments = st.datetimes(
    datetime(1900, 1, 1),  # noqa: DTZ001
    datetime(2100, 1, 1),  # noqa: DTZ001
    # Whole seconds: no zone has smaller ones, and Python 3.11 reads an offset of a microsecond as UTC.
    timezones=st.timezones()
    | st.integers(-23 * 3600, 23 * 3600).map(lambda offset: timezone(timedelta(seconds=offset))),
)
saveable = st.builds(
    lambda values, nutrients: an_entry(**values, **nutrients),
    st.fixed_dictionaries(
        {
            "day": st.dates(date(1900, 1, 1), date(2100, 1, 1)),
            "at": moments,
            "meal": st.sampled_from(["breakfast", "lunch", "dinner", "snack"]),
            "kind": st.sampled_from(["food", "drink", "supplement"]),
            "source": st.just("import"),
            "name": names,
            "amount": weights,
            "measure": st.just("") | names,
            "batch_id": st.none() | names,
            "food_id": st.none() | names,
            "grams": st.none() | weights,
        }
    ),
    st.fixed_dictionaries(dict.fromkeys(DIARY_KEYS, amounts)),
)


@given(entry=saveable)
@settings(max_examples=60)
def test_any_entry_comes_back_as_it_was_saved_and_blank_stays_blank(store: Store, entry: Entry) -> None:
    diary = Diary(store, BERLIN, person_id=new_id())
    saved = diary.log([entry], sure=True).after[0]
    (read,) = everything(diary)
    assert read == saved
    assert read.at == entry.at.astimezone(UTC)
    for field in fields(Entry):
        if field.name not in {"version", "updated_at", "at"}:
            assert getattr(read, field.name) == getattr(entry, field.name)
    for key in DIARY_KEYS:
        assert (read.amount_of(key) is None) == (entry.amount_of(key) is None)


@pytest.mark.parametrize(
    ("zone", "wall_clock", "fold", "stored"),
    [
        (BERLIN, "2026-11-20 13:00", 0, "2026-11-20T13:00:00+01:00"),
        (NEW_YORK, "2026-11-20 13:00", 0, "2026-11-20T13:00:00-05:00"),
        # 02:30 comes twice.
        (BERLIN, "2026-10-25 02:30", 0, "2026-10-25T02:30:00+02:00"),
        (BERLIN, "2026-10-25 02:30", 1, "2026-10-25T02:30:00+01:00"),
        # 02:30 is skipped; clocks show 03:30.
        (BERLIN, "2026-03-29 02:30", 0, "2026-03-29T03:30:00+02:00"),
    ],
)
def test_the_wall_clock_of_an_entry_is_kept_wherever_it_is_read(
    diary: Diary, zone: ZoneInfo, wall_clock: str, fold: int, stored: str
) -> None:
    at = datetime.fromisoformat(wall_clock).replace(tzinfo=zone, fold=fold)
    saved = diary.log([an_entry(at=at)]).after[0]
    (read,) = everything(diary)
    assert read.at.isoformat() == stored
    assert read == saved


SQL = "Robert'); DROP TABLE entry;--"


def test_text_that_looks_like_sql_is_text(store: Store) -> None:
    diary = Diary(store, BERLIN, person_id=SQL)
    entry = diary.log([an_entry(id=SQL, name=SQL, measure=SQL, food_id=SQL, batch_id=SQL)]).after[0]
    assert everything(diary) == [entry]
    assert list(diary.usage()) == [SQL]
    diary.delete([entry])
    assert diary.is_empty()


def test_each_person_has_a_diary_of_their_own(store: Store) -> None:
    mine, yours = Diary(store, BERLIN, "me"), Diary(store, BERLIN, "you")
    entry = mine.log([an_entry()]).after[0]
    mine.set_targets(FRIDAY, Targets(magnesium_mg=1), sure=True)
    mine.save_settings(Settings(own_glass_ml=1))
    assert yours.is_empty()
    assert not yours.usage()
    assert (yours.targets_on(FRIDAY), Diary(store, BERLIN, "you").settings) == (Targets(), Settings())
    with pytest.raises(StaleEntryError):
        yours.delete([entry])
    # The same id may be used by both.
    yours.log([entry])
    mine.delete([entry])
    assert len(everything(yours)) == 1


# Editing and deleting


def test_an_edit_saves_the_new_state_and_raises_the_version(diary: Diary) -> None:
    saved = diary.log([an_entry(grams=180.0, magnesium_mg=156.0)]).after[0]
    change = diary.edit(saved.resized(2, "cup", 360))
    assert change.before == (saved,)
    assert (change.after[0].version, change.after[0].magnesium_mg) == (2, 312)
    assert everything(diary) == list(change.after)


def test_an_edit_of_what_another_window_changed_is_refused_and_changes_nothing(store: Store) -> None:
    here, there = Diary(store, BERLIN), Diary(store, BERLIN)
    saved = here.log([an_entry()]).after[0]
    there.edit(replace(saved, name="From there"))
    for refused in (lambda: here.edit(replace(saved, name="From here")), lambda: here.delete([saved])):
        with pytest.raises(StaleEntryError, match="changed in another window"):
            refused()
    assert [entry.name for entry in everything(here)] == ["From there"]


def test_an_edit_of_what_another_window_deleted_is_refused(store: Store) -> None:
    here, there = Diary(store, BERLIN), Diary(store, BERLIN)
    saved = here.log([an_entry()]).after[0]
    deleted = there.delete([saved])
    with pytest.raises(StaleEntryError):
        here.edit(replace(saved, name="From here"))
    # Also once it is there again: the other window may show it meanwhile.
    there.undo(deleted)
    with pytest.raises(StaleEntryError):
        here.edit(replace(saved, name="From here"))


def test_an_edit_asks_only_about_what_it_changes(diary: Diary) -> None:
    saved = diary.log([an_entry(day=date(2020, 1, 1), grams=2000.0)], sure=True).after[0]
    renamed = diary.edit(replace(saved, name="Another name")).after[0]
    with pytest.raises(NeedsConfirmationError):
        diary.edit(replace(renamed, grams=2500.0))
    with pytest.raises(RefusedError):
        diary.edit(replace(renamed, grams=-1.0), sure=True)
    assert everything(diary) == [renamed]


def test_a_deletion_is_of_all_or_none(diary: Diary) -> None:
    first, second = diary.log([an_entry(), an_entry()]).after
    diary.edit(replace(second, name="Changed"))
    with pytest.raises(StaleEntryError):
        diary.delete([first, second])
    assert len(everything(diary)) == 2


# Undo


def test_what_was_deleted_comes_back_with_its_id(diary: Diary) -> None:
    entries = diary.log([an_entry(magnesium_mg=1.5, name="🥑"), a_supplement(vitamin_d_ug=25.0)]).after
    before = contents(diary)
    change = diary.delete(entries)
    assert diary.is_empty()
    diary.undo(change)
    assert contents(diary) == before
    assert {entry.id for entry in everything(diary)} == {entry.id for entry in entries}


def test_an_undo_can_be_undone_and_a_second_click_on_either_is_refused(diary: Diary) -> None:
    saved = diary.log([an_entry(name="Old")]).after[0]
    edited = diary.edit(replace(saved, name="New"))
    undone = diary.undo(edited)
    assert [entry.name for entry in everything(diary)] == ["Old"]
    with pytest.raises(StaleEntryError):
        diary.undo(edited)
    diary.undo(undone)
    assert [entry.name for entry in everything(diary)] == ["New"]
    with pytest.raises(StaleEntryError):
        diary.undo(undone)
    assert [entry.name for entry in everything(diary)] == ["New"]


def test_a_window_that_shows_a_state_that_was_undone_cannot_overwrite_what_came_after(diary: Diary) -> None:
    saved = diary.log([an_entry(name="Old")]).after[0]
    edited = diary.edit(replace(saved, name="New"))
    shown_elsewhere = edited.after[0]
    diary.undo(edited)
    with pytest.raises(StaleEntryError):
        diary.edit(replace(shown_elsewhere, meal="dinner"))
    assert contents(diary) == [replace(saved, version=0, updated_at=None)]


def test_an_undo_of_what_changed_since_is_refused_and_changes_nothing(diary: Diary) -> None:
    logged = diary.log([an_entry(), an_entry()])
    diary.edit(replace(logged.after[1], name="Changed since"))
    before = everything(diary)
    with pytest.raises(StaleEntryError):
        diary.undo(logged)
    assert everything(diary) == before


def test_a_deletion_undone_twice_by_a_double_click_is_restored_once(diary: Diary) -> None:
    change = diary.delete(diary.log([an_entry()]).after)
    diary.undo(change)
    with pytest.raises(StaleEntryError):
        diary.undo(change)
    assert len(everything(diary)) == 1


Step = tuple[str, int, str]
steps = st.lists(
    st.tuples(st.sampled_from(["log", "edit", "resize", "delete", "copy", "undo"]), st.integers(0, 99), names),
    max_size=10,
)


def take(diary: Diary, step: Step, done: list[Change]) -> Change | None:
    """Do one step on whatever is there; None when there is nothing to do it with."""
    verb, number, name = step
    there = everything(diary)
    chosen = [entry for place, entry in enumerate(there) if place % 3 == number % 3]
    if verb == "log":
        return diary.log([an_entry(name=name, magnesium_mg=None if number % 2 else 1.5) for _ in range(1 + number % 3)])
    if verb == "undo":
        return diary.undo(done[-1]) if done else None
    if not chosen:
        return None
    if verb == "edit":
        return diary.edit(replace(chosen[0], name=name, meal="dinner", day=FRIDAY - timedelta(days=number)))
    if verb == "resize":
        return diary.edit(chosen[0].resized(number + 1, "g", number + 1.0))
    if verb == "copy":
        return diary.copy(chosen, TODAY)
    return diary.delete(chosen)


@given(steps=steps)
@settings(max_examples=40)
def test_undoing_any_sequence_of_verbs_brings_back_every_state_on_the_way(store: Store, steps: list[Step]) -> None:
    diary = Diary(store, BERLIN, person_id=new_id())
    done: list[Change] = []
    states = []
    for step in steps:
        state = contents(diary)
        change = take(diary, step, done)
        if change is not None:
            states.append(state)
            done.append(change)
    last = contents(diary)
    redo = []
    while done:
        redo.append(diary.undo(done.pop()))
        assert contents(diary) == states.pop()
    assert diary.is_empty()
    while redo:
        diary.undo(redo.pop())
    assert contents(diary) == last


# Copying


def test_a_copy_is_a_batch_of_new_entries_with_the_nutrients_and_times_of_the_old(diary: Diary) -> None:
    late = datetime(2026, 11, 21, 1, 30, tzinfo=BERLIN)
    originals = diary.log([an_entry(magnesium_mg=156.0), an_entry(at=late, meal="snack", name="Almonds")]).after
    copies = diary.copy(originals, TODAY).after
    assert diary.day(TODAY).entries == copies
    assert {entry.source for entry in copies} == {"copy"}
    assert len({entry.batch_id for entry in copies} - {None, originals[0].batch_id}) == 1
    assert not {entry.id for entry in copies} & {entry.id for entry in originals}
    assert [(entry.name, entry.meal, entry.magnesium_mg) for entry in copies] == [
        ("Spinach, cooked", "lunch", 156),
        ("Almonds", "snack", None),
    ]
    # The snack after midnight stays one.
    assert [entry.at.isoformat() for entry in copies] == ["2026-11-22T12:00:00+01:00", "2026-11-23T01:30:00+01:00"]
    assert diary.day(FRIDAY).entries == originals


def test_a_copy_across_a_change_of_clocks_keeps_the_time_of_day(diary: Diary) -> None:
    summer = diary.log([an_entry(day=date(2026, 7, 1), at=datetime(2026, 7, 1, 13, tzinfo=BERLIN))]).after
    assert diary.copy(summer, TODAY).after[0].at.isoformat() == "2026-11-22T13:00:00+01:00"


def test_an_imported_entry_without_weight_can_be_copied(diary: Diary) -> None:
    imported = diary.log([an_entry(source="import", grams=None, magnesium_mg=80.0)]).after
    copied = diary.copy(imported, TODAY).after[0]
    assert (copied.grams, copied.magnesium_mg) == (None, 80)


def test_a_copy_may_go_to_another_meal_and_asks_about_the_day_alone(diary: Diary) -> None:
    large = diary.log([an_entry(grams=2000.0)], sure=True).after
    assert diary.copy(large, TODAY, "dinner").after[0].meal == "dinner"
    with pytest.raises(NeedsConfirmationError, match="2026-11-23 is in the future"):
        diary.copy(large, TODAY + timedelta(days=1))
    assert len(diary.copy(large, TODAY + timedelta(days=1), sure=True).after) == 1


# Reading


def test_a_range_is_half_open_and_ordered_by_time_also_across_the_end_of_a_year(diary: Diary) -> None:
    for day in ("2025-12-30", "2025-12-31", "2026-01-01", "2026-01-02"):
        at = datetime.combine(date.fromisoformat(day), time(12), BERLIN)
        diary.log([an_entry(day=at.date(), at=at, name=day)])
    found = diary.entries(date(2025, 12, 31), date(2026, 1, 2))
    assert [entry.name for entry in found] == ["2025-12-31", "2026-01-01"]
    assert diary.entries(FRIDAY, FRIDAY) == ()


def test_entries_are_in_order_of_their_moments_whatever_the_zone(diary: Diary) -> None:
    # 11:30 in New York is 17:30 in Berlin.
    berlin = an_entry(name="Berlin", at=datetime(2026, 11, 20, 18, tzinfo=BERLIN))
    new_york = an_entry(name="New York", at=datetime(2026, 11, 20, 11, 30, tzinfo=NEW_YORK))
    later = an_entry(name="New York again", at=datetime(2026, 11, 20, 12, 30, tzinfo=NEW_YORK))
    diary.log([berlin, new_york, later])
    wanted = ["New York", "Berlin", "New York again"]
    assert [entry.name for entry in diary.day(FRIDAY).entries] == wanted
    assert [entry.name for entry in diary.entries(FRIDAY, TODAY)] == wanted


def test_days_without_entries_are_there_and_empty(diary: Diary) -> None:
    diary.log([an_entry(magnesium_mg=100.0)])
    found = diary.days(FRIDAY - timedelta(days=1), TODAY)
    assert [(day.day, day.totals["magnesium_mg"].amount) for day in found] == [
        (date(2026, 11, 19), None),
        (FRIDAY, 100),
        (date(2026, 11, 21), None),
    ]
    assert diary.days(TODAY, FRIDAY) == ()


def test_the_ends_of_the_calendar_can_be_read(diary: Diary) -> None:
    assert diary.day(date.min).entries == diary.day(date.max).entries == ()
    assert diary.targets_on(date.max) == Targets()


def test_weeks_are_compared_without_the_day_in_progress(diary: Diary) -> None:
    for day, magnesium_mg in ((12, 200.0), (20, 300.0), (21, 500.0), (22, 9000.0)):
        diary.log([an_entry(day=date(2026, 11, day), magnesium_mg=magnesium_mg)], sure=True)
    compared = diary.compare_weeks(Week.parse("2026-W47"), Week.parse("2026-W46"))
    means = [summary.means["magnesium_mg"] for summary in (compared.week, compared.against)]
    assert [(mean.amount, mean.days) for mean in means] == [(400, 2), (200, 1)]
    assert compared.differences["magnesium_mg"].amount == 200
    assert compared.week.in_progress == TODAY


# Targets and settings


def test_targets_hold_from_a_day_on_and_the_past_keeps_its_own(diary: Diary) -> None:
    low, high = Targets(magnesium_mg=300), Targets(magnesium_mg=420, water=WaterRule(fluid_limit_ml=1500))
    diary.set_targets(date(2026, 11, 10), low)
    diary.set_targets(FRIDAY, high)
    expected = {
        date(2026, 11, 9): Targets(),
        date(2026, 11, 10): low,
        date(2026, 11, 19): low,
        FRIDAY: high,
        date(2030, 1, 1): high,
    }
    for day, targets in expected.items():
        assert diary.targets_on(day) == diary.day(day).targets == targets
    found = diary.days(date(2026, 11, 9), date(2026, 11, 21))
    assert [day.targets.magnesium_mg for day in found] == [400, *[300] * 10, 420]


def test_targets_from_an_earlier_day_hold_on_past_those_of_later_days_and_undo_brings_these_back(diary: Diary) -> None:
    first, later = Targets(magnesium_mg=300), Targets(magnesium_mg=310)
    diary.set_targets(FRIDAY, first)
    diary.set_targets(date(2026, 12, 1), later)
    assert diary.later_targets(FRIDAY) == (date(2026, 12, 1),)
    change = diary.set_targets(date(2026, 11, 10), Targets(magnesium_mg=320))
    days = (date(2026, 11, 9), date(2026, 11, 10), FRIDAY, date(2026, 12, 1))
    assert [diary.targets_on(day).magnesium_mg for day in days] == [400, 320, 320, 320]
    assert diary.later_targets(FRIDAY) == ()
    diary.undo(change)
    assert [diary.targets_on(day).magnesium_mg for day in days] == [400, 400, 300, 310]


def test_a_first_change_of_targets_is_undone_without_a_trace(diary: Diary) -> None:
    change = diary.set_targets(FRIDAY, Targets(magnesium_mg=300))
    diary.undo(change)
    assert diary.targets_on(FRIDAY) == Targets()
    assert diary.later_targets(date(2020, 1, 1)) == ()


def test_targets_that_another_window_changed_are_not_undone_unseen(diary: Diary) -> None:
    change = diary.set_targets(FRIDAY, Targets(magnesium_mg=300))
    diary.set_targets(FRIDAY, Targets(magnesium_mg=310))
    with pytest.raises(StaleEntryError):
        diary.undo(change)
    assert diary.targets_on(FRIDAY).magnesium_mg == 310


def test_whose_the_targets_are_is_kept_with_them(diary: Diary) -> None:
    wanted = Targets(
        fiber_g=28, calcium_mg=1000, potassium_mg=2900, reference_set="us", person=Person(30, "female", "pregnancy")
    )
    diary.set_targets(FRIDAY, wanted)
    assert diary.targets_on(FRIDAY) == wanted


# What a day was like


@pytest.mark.parametrize(
    ("condition", "activity_ml", "heat_ml"),
    [
        (DayCondition(FRIDAY), 0, 0),
        (DayCondition(FRIDAY, 60, "light"), 250, 0),
        (DayCondition(FRIDAY, 60, "moderate"), 500, 0),
        (DayCondition(FRIDAY, 90, "vigorous", is_hot=True), 1125, 500),
        (DayCondition(FRIDAY, 24 * 60, "vigorous"), 2000, 0),
        (DayCondition(FRIDAY, 0, "vigorous", is_hot=True), 0, 500),
    ],
)
def test_activity_and_heat_raise_that_days_target_however_it_is_read(
    diary: Diary, condition: DayCondition, activity_ml: float, heat_ml: float
) -> None:
    # 35 g of fiber: 250 mL.
    diary.log([an_entry(day=FRIDAY, fiber_g=35.0)])
    diary.set_condition(condition)
    after = FRIDAY + timedelta(days=1)
    expected = min(4000, 2000 + 250 + activity_ml + heat_ml)
    for read in (diary.day(FRIDAY), diary.days(FRIDAY, after)[0], diary.day_totals(FRIDAY, after)[0]):
        target = read.water.target
        assert (target.target_ml, target.activity_ml, target.heat_ml) == (expected, activity_ml, heat_ml)
    assert diary.day(after).water.target.target_ml == 2000
    assert diary.condition_of(FRIDAY).is_hot == condition.is_hot


def test_what_a_day_was_like_is_changed_and_undone_step_by_step(diary: Diary) -> None:
    hot = diary.set_condition(DayCondition(FRIDAY, is_hot=True))
    active = diary.set_condition(replace(diary.condition_of(FRIDAY), activity_minutes=30))
    assert (diary.condition_of(FRIDAY).activity_minutes, diary.condition_of(FRIDAY).is_hot) == (30, True)
    assert not diary.set_condition(diary.condition_of(FRIDAY))
    taken_back = diary.undo(active)
    assert (diary.condition_of(FRIDAY).activity_minutes, diary.condition_of(FRIDAY).is_hot) == (0, True)
    diary.undo(hot.renewed(taken_back))
    assert diary.condition_of(FRIDAY) == DayCondition(FRIDAY)


def test_a_day_that_is_ordinary_again_leaves_nothing_behind(diary: Diary) -> None:
    diary.set_condition(DayCondition(FRIDAY, 30))
    diary.set_condition(DayCondition(FRIDAY))
    assert diary.condition_of(FRIDAY).updated_at is None


@given(
    limit_ml=st.floats(0, 10_000),
    minutes=st.integers(0, 1440),
    is_hot=st.booleans(),
    fiber_g=st.none() | st.floats(0, 1000),
    intensity=st.sampled_from(["light", "moderate", "vigorous"]),
)
@settings(max_examples=25)
def test_a_fluid_limit_is_raised_by_nothing_that_a_day_can_hold(
    diary: Diary, limit_ml: float, minutes: int, is_hot: bool, fiber_g: float | None, intensity: Intensity
) -> None:
    diary.delete(diary.entries(FRIDAY, FRIDAY + timedelta(days=1)))
    diary.log([an_entry(id=new_id(), day=FRIDAY, fiber_g=fiber_g)], sure=True)
    diary.set_targets(FRIDAY, Targets(water=WaterRule(fluid_limit_ml=limit_ml)), sure=True)
    diary.set_condition(DayCondition(FRIDAY, minutes, intensity, is_hot))
    for read in (diary.day(FRIDAY), diary.day_totals(FRIDAY, FRIDAY + timedelta(days=1))[0]):
        assert read.water.target.target_ml == limit_ml
        assert read.water.target.is_limit


def test_targets_saved_twice_for_a_day_are_the_last(diary: Diary) -> None:
    diary.set_targets(FRIDAY, Targets(magnesium_mg=300))
    diary.set_targets(FRIDAY, Targets(magnesium_mg=310))
    assert diary.targets_on(FRIDAY).magnesium_mg == 310


def test_the_time_zone_of_the_settings_goes_before_the_one_here(diary: Diary, clock: Any) -> None:
    clock.move_to("2026-11-22 02:00:00Z")
    assert (diary.zone, diary.today()) == (BERLIN, date(2026, 11, 21))
    diary.save_settings(Settings(time_zone="Asia/Tokyo"))
    # 11:00 in Tokyo.
    assert (diary.zone, diary.today()) == (ZoneInfo("Asia/Tokyo"), date(2026, 11, 22))
    diary.save_settings(Settings())
    assert diary.zone == BERLIN


def test_settings_are_saved_whole(store: Store) -> None:
    assert Diary(store, BERLIN).settings == Settings(200, 4, 0)
    for wanted in (
        Settings(330.5, 0, 6),
        Settings(250, 23, 5, 568.3, (330.0, 500.0), Units("fl oz", "µg", "oz"), "Europe/London"),
    ):
        diary = Diary(store, BERLIN)
        diary.save_settings(wanted)
        assert diary.settings == Diary(store, BERLIN).settings == wanted


@pytest.mark.parametrize(
    ("moment", "zone", "day_start_hour", "today"),
    [
        ("2026-11-22 02:59:59", BERLIN, 4, 21),
        ("2026-11-22 03:00:00", BERLIN, 4, 22),
        ("2026-11-22 03:00:00", NEW_YORK, 4, 21),
        ("2026-11-22 03:00:00", BERLIN, 5, 21),
        ("2026-11-21 23:00:00", BERLIN, 0, 22),
    ],
)
def test_today_is_the_logical_day_of_the_person(
    store: Store, clock: Any, moment: str, zone: ZoneInfo, day_start_hour: int, today: int
) -> None:
    clock.move_to(datetime.fromisoformat(moment).replace(tzinfo=UTC))
    diary = Diary(store, zone)
    diary.save_settings(Settings(day_start_hour=day_start_hour))
    assert diary.today() == date(2026, 11, today)
    assert diary.now().tzinfo == zone


# Usage


def test_usage_counts_foods_and_remembers_the_last_amount(diary: Diary) -> None:
    def eaten(food: str, day: int, hour: int, amount: float) -> Entry:
        at = datetime(2026, 11, day, hour, tzinfo=BERLIN)
        return an_entry(food_id=food, day=at.date(), at=at, amount=amount, measure="cup", grams=100 * amount)

    diary.log(
        [eaten("oats", 20, 8, 1.0), eaten("oats", 21, 19, 3.0), eaten("oats", 21, 8, 2.0), eaten("kale", 22, 8, 4.0)]
    )
    diary.log([a_supplement(), an_entry(grams=None, source="import", food_id="no weight")])
    used = diary.usage()
    assert list(used) == ["oats", "kale"]
    assert [(usage.food_id, usage.count, usage.amount, usage.measure, usage.grams) for usage in used.values()] == [
        ("oats", 3, 3, "cup", 300),
        ("kale", 1, 4, "cup", 400),
    ]
    assert list(diary.usage(limit=1)) == ["oats"]


def test_usage_is_of_the_last_ninety_days(diary: Diary) -> None:
    for back in (-1, 0, 89, 90):
        diary.log([an_entry(food_id=f"{back} days back", day=TODAY - timedelta(days=back))], sure=True)
    assert set(diary.usage()) == {"0 days back", "89 days back"}


# Cost


def test_a_day_and_a_hundred_days_take_four_statements_each(store: Store, diary: Diary) -> None:
    diary.log([an_entry(day=FRIDAY - timedelta(days=back)) for back in range(300)], sure=True)
    statements: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    for read in (lambda: diary.day(FRIDAY), lambda: diary.days(FRIDAY - timedelta(days=100), FRIDAY)):
        statements.clear()
        read()
        assert len([statement for statement in statements if statement.startswith("SELECT")]) == 4
