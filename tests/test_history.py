"""A longer view: the weeks of it are the weeks that are compared, and it costs no more in year ten."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from sqlalchemy import event

from tests.builders import a_supplement, an_entry
from tracker import days
from tracker.days import DateError, Week
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.settings import Settings
from tracker.store import Store
from tracker.targets import Targets
from tracker.weeks import SHOWN_KEYS

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2027, 1, 6)


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on Wednesday, 6 January 2027, of the week after 2026-W53."""
    with time_machine.travel(datetime(2027, 1, 6, 12, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def on(day: date, entry: Entry) -> Entry:
    return replace(entry, day=day, at=days.moment(day, time(12), BERLIN))


def filled(diary: Diary) -> None:
    """Log the last 100 days but every seventh: food, some of it unknown, a drink, a pill."""
    entries: list[Entry] = []
    for back in range(100):
        if back % 7 == 3:
            continue
        day = TODAY - timedelta(days=back)
        entries += [
            on(day, an_entry(magnesium_mg=100.0 + back, energy_kcal=500.0, fiber_g=20.0 + back / 5, water_g=700.0)),
            on(day, an_entry(magnesium_mg=None if back % 3 else 20.0, energy_kcal=100.0, calcium_mg=None)),
            on(day, an_entry(kind="drink", grams=1500.0, water_g=1490.0 + back, energy_kcal=0.0)),
            on(day, a_supplement(magnesium_mg=200.0, vitamin_d_ug=float(back % 40))),
        ]
    diary.log(entries, sure=True)
    diary.set_targets(date(2026, 12, 1), Targets(magnesium_mg=300.0))
    diary.mark([TODAY - timedelta(days=back) for back in (10, 11)], "not tracked")
    diary.mark([TODAY - timedelta(days=back) for back in (20, 21)], "complete")


@pytest.mark.parametrize("first_weekday", [0, 5, 6])
def test_the_weeks_of_a_longer_view_are_those_that_are_compared(diary: Diary, first_weekday: int) -> None:
    filled(diary)
    diary.save_settings(Settings(first_weekday=first_weekday))
    last = Week.of(TODAY, first_weekday)
    history = diary.history(last, 12)
    for key in SHOWN_KEYS:
        points = history.weeks(key)
        assert len(points) == 12
        assert "2026-W53" in [str(point.week) for point in points]
        for point in points:
            week = diary.compare_weeks(point.week, point.week).week
            assert (point.mean.days, point.mean.at_least) == (week.means[key].days, week.means[key].at_least)
            assert point.mean.known_share == pytest.approx(week.means[key].known_share)
            assert (point.mean.amount is None) == (week.means[key].amount is None)
            assert point.mean.amount is None or point.mean.amount == pytest.approx(week.means[key].amount)
            assert point.days_reached == week.days_reached.get(key, 0)
            assert point.in_progress == (point.week == last)
        values = [value for week in points for value in diary.compare_weeks(week.week, week.week).week.values(key)]
        for shown, value in zip(history.calendar(key), values, strict=True):
            assert (shown.day, shown.calendar_state, shown.reached) == (value.day, value.calendar_state, value.reached)
            assert shown.target == (None if value.target is None else pytest.approx(value.target))


def test_the_target_of_a_week_is_the_mean_of_its_days_own(diary: Diary) -> None:
    week = Week.parse("2026-W49")  # 30 November to 6 December
    diary.set_targets(date(2026, 12, 3), Targets(magnesium_mg=300.0))
    # 400 mg until Wednesday, 300 mg from Thursday on; nothing logged, then one day of each.
    assert diary.history(week, 1).weeks("magnesium_mg")[0].target == pytest.approx((3 * 400 + 4 * 300) / 7)
    diary.log([on(date(2026, 12, 2), an_entry(fiber_g=35.0)), on(date(2026, 12, 3), an_entry(fiber_g=25.0))], sure=True)
    points = {key: diary.history(week, 1).weeks(key)[0].target for key in ("magnesium_mg", "water", "fiber_g")}
    assert points == {"magnesium_mg": 350, "water": (2250 + 2000) / 2, "fiber_g": None}


def test_a_streak_runs_over_days_not_tracked(diary: Diary) -> None:
    logged = [on(TODAY - timedelta(days=back), an_entry(magnesium_mg=450.0)) for back in (1, 2, 5, 6)]
    diary.log(logged, sure=True)
    week = Week.of(TODAY)
    assert [streak.days for streak in diary.history(week, 4).streaks("magnesium_mg")] == [2, 2]
    diary.mark([TODAY - timedelta(days=back) for back in (3, 4)], "not tracked")
    streak, _ = diary.history(week, 4).streaks("magnesium_mg")
    assert (streak.days, streak.first, streak.may_be_longer) == (4, TODAY - timedelta(days=6), False)


def test_meals_of_the_nights_on_which_clocks_change_are_in_their_day(diary: Diary) -> None:
    # In Berlin clocks go back on Sunday, 25 October 2026: 02:30 comes twice, and both belong to Saturday.
    moments = [datetime(2026, 10, 25, 0, 30, tzinfo=UTC), datetime(2026, 10, 25, 1, 30, tzinfo=UTC)]
    moments += [datetime(2026, 10, 25, 3, 30, tzinfo=UTC)]
    entries = [an_entry(day=days.logical_day(at, BERLIN), at=at, magnesium_mg=100.0) for at in moments]
    diary.log(entries, sure=True)
    found = diary.history(Week.parse("2026-W43"), 1)
    assert [value.amount for value in found.calendar("magnesium_mg")] == [None] * 5 + [200, 100]


def test_a_longer_view_takes_as_many_statements_as_a_short_one_and_names_what_is_too_long(
    diary: Diary, store: Store
) -> None:
    diary.today()  # the settings are read once between changes
    statements: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    for weeks in (12, 520):
        statements.clear()
        assert len(diary.history(Week.of(TODAY), weeks).days) == 7 * weeks
        assert len([statement for statement in statements if statement.startswith("SELECT")]) <= 5
    with pytest.raises(DateError, match="in the calendar"):
        diary.history(Week.of(TODAY), 200_000)


def test_the_first_day_is_that_of_the_first_entry(diary: Diary) -> None:
    assert diary.first_day() is None
    diary.log([on(TODAY, an_entry()), on(TODAY - timedelta(days=40), an_entry())])
    assert diary.first_day() == TODAY - timedelta(days=40)


@pytest.mark.parametrize(("weeks_ago", "first_weekday", "weeks"), [(None, 0, 1), (0, 0, 1), (3, 5, 4), (-2, 0, 1)])
def test_the_whole_history_begins_with_the_week_of_the_first_entry(
    diary: Diary, weeks_ago: int | None, first_weekday: int, weeks: int
) -> None:
    last = Week.of(TODAY, first_weekday)
    if weeks_ago is not None:
        # The last day of its week, so that the week begins before the first entry.
        diary.log([on(last.shifted(-weeks_ago).days[-1], an_entry())], sure=True)
    shown = diary.whole_history(last)
    assert len(shown.days) == 7 * weeks
    assert (shown.days[0].day, shown.days[-1].day) == (last.shifted(1 - weeks).start, last.days[-1])
