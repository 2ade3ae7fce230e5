"""Two weeks as a page reads them, from the database's sums, are the two weeks of their entries."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tests.builders import a_supplement, an_entry
from tracker.contributions import made_by
from tracker.days import Week
from tracker.diary import Diary
from tracker.entries import Entry
from tracker.store import Store
from tracker.targets import Targets
from tracker.weeks import SHOWN_KEYS

WEEK = Week(date(2025, 3, 10))


def entries(first: date) -> list[Entry]:
    """Return three weeks of a few foods, drinks, wine and pills; values are blank, zero and known in turn."""
    amounts = (None, 0.0, 1.5, 30.0, 412.0)
    found = []
    for number in range(60):
        day = first + timedelta(days=number * 7 % 20)
        known = {
            key: amounts[(number + place) % 5]
            for place, key in enumerate(("magnesium_mg", "vitamin_d_ug", "fiber_g", "calcium_mg", "water_g"))
        }
        make = a_supplement if number % 7 == 0 else an_entry
        at = datetime(day.year, day.month, day.day, number % 24, tzinfo=UTC)
        food = make(day=day, at=at, name=f"Food {number % 6}", energy_kcal=50.0 * (number % 4), **known)
        if number % 7:
            drink = {"kind": "drink", "alcohol_g": 20.0 if number % 9 == 0 else 0.0} if number % 3 == 0 else {}
            food = replace(food, food_id=f"food {number % 6}", **drink)  # type: ignore[arg-type]
        found.append(food)
    return found


@pytest.fixture
def diary(store: Store) -> Diary:
    diary = Diary(store, ZoneInfo("UTC"))
    diary.log(entries(WEEK.shifted(-2).start), sure=True)
    diary.mark([WEEK.start], "complete")
    diary.mark([WEEK.shifted(-1).start], "not tracked")
    diary.set_targets(WEEK.days[2], replace(Targets(), water_counts="drinks", magnesium_mg=320.0))
    return diary


@pytest.mark.parametrize("back", [0, 1, 2, -1])
@pytest.mark.parametrize("only_complete", [False, True])
def test_means_days_and_foods_are_those_of_the_entries(diary: Diary, back: int, only_complete: bool):
    against = WEEK.shifted(-back)
    shown = diary.compare_shown(WEEK, against, only_complete=only_complete)
    whole = diary.compare_weeks(WEEK, against, only_complete=only_complete)
    assert set(shown.differences) == set(SHOWN_KEYS)
    assert (shown.same_days, shown.in_words()) == (whole.same_days, whole.in_words())
    for here, there in ((shown.week, whole.week), (shown.against, whole.against)):
        assert here.days_reached == there.days_reached
        assert here.days_logged == there.days_logged
        for key in SHOWN_KEYS:
            assert here.means[key].days == there.means[key].days
            assert here.means[key].amount == pytest.approx(there.means[key].amount)
            assert here.means[key].known_share == pytest.approx(there.means[key].known_share)
            assert [value.calendar_state for value in here.values(key)] == [
                value.calendar_state for value in there.values(key)
            ]
    for key in SHOWN_KEYS:
        assert made_by(shown, key, diary.given(shown, key)) == made_by(whole, key)
