"""Supplements from their labels, what so many give, and which days of a month they were taken on."""

from datetime import date, timedelta
from typing import Any

import pytest

from tests.builders import FRIDAY, NOON
from tracker.errors import RefusedError
from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.supplement import (
    MEASURES,
    SUPPLEMENT_KEYS,
    SUPPLEMENT_PREFIX,
    DoseState,
    Supplement,
    checked,
    dose_month,
    entry_of,
    month_after,
    supplement,
)

SINCE = date(2026, 11, 1)
STATES: tuple[DoseState, ...] = ("taken", "part", "missed", "open", "none")


def a_pill(name: str = "Magnesium citrate", **changes: Any) -> Supplement:
    usual: dict[str, Any] = {"amounts": {"magnesium_mg": 100.0}, "since": SINCE}
    return supplement(name, **(usual | changes))


def test_what_the_label_does_not_say_is_unknown_in_the_supplement_and_in_what_it_gives() -> None:
    pill = a_pill()
    assert pill.amounts == {"magnesium_mg": 100.0, "vitamin_d_ug": None, "calcium_mg": None, "potassium_mg": None}
    assert pill.gives(2.5) == dict.fromkeys(NUTRIENTS) | {"magnesium_mg": 250.0}


def test_zero_on_a_label_is_zero() -> None:
    assert a_pill(amounts={"calcium_mg": 0.0}).gives(3)["calcium_mg"] == 0


def test_a_new_supplement_has_an_id_of_its_own_and_single_blanks_in_its_name() -> None:
    one, other = a_pill("  Mag   citrate "), a_pill()
    assert one.name == "Mag citrate"
    assert one.id.startswith(SUPPLEMENT_PREFIX)
    assert one.id != other.id
    assert (one.measure, one.a_day, one.version) == (MEASURES[0], 1, 1)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"name": "  "}, "A supplement needs a name."),
        ({"name": "x" * 201}, "at most 200 characters"),
        ({"name": "a\x00b"}, "NUL"),
        ({"amounts": {"magnesium_mg": -1.0}}, "Magnesium cannot be less than zero."),
        ({"amounts": {"vitamin_d_ug": float("nan")}}, "Vitamin D must be a number"),
        ({"amounts": {"calcium_mg": float("inf")}}, "Calcium must be a number"),
        ({"amounts": {"potassium_mg": 1e9}}, "Potassium cannot be 1e"),
        ({"amounts": {"iron_mg": 1.0}}, "'iron_mg' is not counted"),
        ({"amounts": {"fiber_g": 1.0}}, "'fiber_g' is not counted"),
        ({"measure": "bucket"}, "Nothing is counted in “bucket”"),
        ({"a_day": -1}, "from 0 to 24"),
        ({"a_day": 25}, "from 0 to 24"),
        ({"since": date.min}, "no day of a diary"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(changes: dict[str, Any], sentence: str) -> None:
    with pytest.raises(RefusedError, match=sentence):
        a_pill(**changes)


def test_a_food_is_no_supplement() -> None:
    with pytest.raises(RefusedError, match="none of your supplements"):
        checked(Supplement("own:1", "Bar", {}, SINCE))


@pytest.mark.parametrize(
    ("amounts", "asked"),
    [
        ({"magnesium_mg": 1000.0}, None),
        ({"magnesium_mg": 1001.0}, "1,001 mg magnesium is a lot"),
        ({"vitamin_d_ug": 250.0}, None),
        ({"vitamin_d_ug": 1250.0}, "is a lot"),
        ({"calcium_mg": 2501.0}, "2,501 mg calcium is a lot for one pill"),
        ({"potassium_mg": 3501.0}, "3,501 mg potassium is a lot"),
        ({"calcium_mg": 2500.0, "potassium_mg": 3500.0}, None),
        ({}, None),
    ],
)
def test_a_dose_that_is_more_often_a_slip_is_asked_about(amounts: dict[str, float], asked: str | None) -> None:
    question = a_pill(amounts=amounts).unlikely()
    assert question is None if asked is None else asked in (question or "")


def test_an_entry_copies_the_dose_and_names_its_supplement() -> None:
    pill = a_pill(amounts={"magnesium_mg": 100.0, "vitamin_d_ug": 5.0}, measure="tablet")
    entry = entry_of(pill, 2, day=FRIDAY, at=NOON, meal="lunch")
    assert (entry.kind, entry.source, entry.food_id, entry.grams) == ("supplement", "tap", pill.id, None)
    assert (entry.name, entry.amount, entry.measure) == ("Magnesium citrate", 2, "tablet")
    known = {key: entry.amount_of(key) for key in DIARY_KEYS if entry.amount_of(key) is not None}
    assert known == {"magnesium_mg": 200.0, "vitamin_d_ug": 10.0}
    assert set(SUPPLEMENT_KEYS) <= set(DIARY_KEYS)


@pytest.mark.parametrize("times", [0.0, -1.0, float("nan"), float("inf")])
def test_a_number_of_pills_that_is_no_amount_is_refused(times: float) -> None:
    with pytest.raises(RefusedError):
        entry_of(a_pill(), times, day=FRIDAY, at=NOON, meal="lunch")


# A month

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("day", "taken", "a_day", "state"),
    [
        (19, 0, 1, "missed"),
        (19, 1, 1, "taken"),
        (19, 3, 1, "taken"),
        (19, 1, 2, "part"),
        (19, 2, 2, "taken"),
        (19, 0.5, 1, "part"),
        (20, 0, 1, "open"),  # today is not missed yet
        (20, 1, 2, "open"),
        (20, 2, 2, "taken"),
        (21, 0, 1, "none"),
        (9, 0, 1, "none"),  # before it was added
        (9, 1, 2, "part"),
        (10, 0, 1, "missed"),  # the day it was added
        (19, 0, 0, "none"),  # only when needed
        (19, 1, 0, "taken"),
    ],
)
def test_a_day_is_taken_in_part_missed_or_open(day: int, taken: float, a_day: int, state: str) -> None:
    on = date(2026, 11, day)
    pill = a_pill(since=date(2026, 11, 10), a_day=a_day)
    month = dose_month(pill, {on: taken} if taken else {}, TODAY, TODAY)
    assert (month.days[day - 1].day, month.days[day - 1].taken, month.days[day - 1].state) == (on, taken, state)


def test_a_month_has_all_its_days_and_counts_them() -> None:
    pill = a_pill(since=date(2026, 10, 1), a_day=2)
    doses = {date(2026, 11, day): 2.0 for day in range(1, 11)} | {date(2026, 11, 11): 1.0}
    month = dose_month(pill, doses, date(2026, 11, 17), TODAY)
    assert [each.day for each in month.days] == [SINCE + timedelta(days=place) for place in range(30)]
    counts = {state: month.count(state) for state in STATES}
    assert counts == {"taken": 10, "part": 1, "missed": 8, "open": 1, "none": 10}
    assert month.count("taken", "part") == 11
    assert month.taken == 21


@pytest.mark.parametrize(
    ("first", "months", "expected"),
    [
        (date(2026, 11, 17), 0, date(2026, 11, 1)),
        (date(2026, 11, 30), 1, date(2026, 12, 1)),
        (date(2026, 12, 1), 1, date(2027, 1, 1)),
        (date(2027, 1, 31), -1, date(2026, 12, 1)),
        (date(2026, 3, 31), -13, date(2025, 2, 1)),
    ],
)
def test_months_follow_each_other_over_the_year(first: date, months: int, expected: date) -> None:
    assert month_after(first, months) == expected


def test_the_calendar_ends_within_the_years_of_a_diary() -> None:
    assert month_after(date(9998, 12, 1), 1).year == 9998
    assert month_after(date(2, 1, 1), -1).year == 2
