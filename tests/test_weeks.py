"""Means of a week and what changed, against tables worked by hand."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.day_values import has_reached
from tracker.days import Week
from tracker.entries import Entry, Kind
from tracker.intake import Day, day_intake
from tracker.marks import Mark
from tracker.targets import Targets, WaterRule
from tracker.weeks import WeekComparison, WeekSummary, compare, summarise_week

MONDAY = date(2026, 11, 16)
LATER = date(2026, 12, 31)


def entry(day: date, kind: Kind = "food", **amounts: float | None) -> Entry:
    return Entry(
        id=f"{day}-{kind}-{amounts}",
        day=day,
        at=datetime.combine(day, time(12), UTC),
        meal="lunch",
        kind=kind,
        source="typed",
        name="Something",
        amount=1,
        measure="cup",
        grams=None if kind == "supplement" else 100,
        **amounts,  # type: ignore[arg-type]
    )


def day_of(
    number: int, *entries: dict[str, float | None], targets: Targets | None = None, mark: Mark | None = None
) -> Day:
    day = date(2026, 11, number)
    return day_intake(day, [entry(day, **amounts) for amounts in entries], targets or Targets(), mark=mark)  # type: ignore[arg-type]


def summary(*days: Day, today: date = LATER) -> WeekSummary:
    return summarise_week(Week(MONDAY), days, today)


def test_a_mean_is_over_logged_days_and_a_day_without_entries_is_a_gap() -> None:
    week = summary(day_of(16, {"magnesium_mg": 300.0}), day_of(17), day_of(19, {"magnesium_mg": 500.0}))
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (400, 2)
    assert week.days_logged == 2
    assert list(week.days) == [date(2026, 11, 16), date(2026, 11, 19)]


def test_a_true_zero_counts_and_an_unknown_does_not() -> None:
    week = summary(
        day_of(16, {"vitamin_d_ug": 0.0}), day_of(17, {"vitamin_d_ug": 10.0}), day_of(18, {"vitamin_d_ug": None})
    )
    assert (week.means["vitamin_d_ug"].amount, week.means["vitamin_d_ug"].days) == (5, 2)
    assert week.means["vitamin_d_ug"].at_least


def test_a_day_of_drinks_only_counts_for_water_and_not_for_nutrients() -> None:
    drinks: dict[str, object] = {"kind": "drink", "water_g": 1000.0, "magnesium_mg": 10.0}
    week = summary(day_of(16, {"water_g": 500.0, "magnesium_mg": 300.0}), day_of(17, drinks))  # type: ignore[arg-type]
    assert (week.means["water"].amount, week.means["water"].days) == (750, 2)
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (300, 1)


def test_the_day_in_progress_is_left_out_of_the_means_and_counts_as_reached_once_reached() -> None:
    week = summary(day_of(16, {"magnesium_mg": 100.0}), day_of(17, {"magnesium_mg": 450.0}), today=date(2026, 11, 17))
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (100, 1)
    assert week.in_progress == date(2026, 11, 17)
    assert week.days_logged == 1
    assert week.days_reached["magnesium_mg"] == 1


def test_days_of_other_weeks_are_left_out() -> None:
    week = summary(
        day_of(15, {"magnesium_mg": 100.0}), day_of(22, {"magnesium_mg": 200.0}), day_of(23, {"magnesium_mg": 300.0})
    )
    assert list(week.days) == [date(2026, 11, 22)]
    assert week.means["magnesium_mg"].amount == 200


def test_a_week_without_entries_has_no_mean() -> None:
    week = summary()
    assert (week.means["water"].amount, week.means["water"].days, week.days_logged) == (None, 0, 0)


@pytest.mark.parametrize(
    ("supplement_mg", "food_mg", "reached"), [(360, 100, True), (360, 10, False), (100, 300, True), (100, 299, False)]
)
def test_an_upper_limit_passed_does_not_undo_a_reached_minimum(
    supplement_mg: float, food_mg: float, reached: bool
) -> None:
    pill: dict[str, object] = {"kind": "supplement", "magnesium_mg": float(supplement_mg)}
    day = day_of(16, {"magnesium_mg": float(food_mg)}, pill)  # type: ignore[arg-type]
    assert has_reached(day, "magnesium_mg") is reached


@pytest.mark.parametrize(("drunk_ml", "reached"), [(1400, False), (1500, True), (1501, False)])
def test_a_fluid_limit_is_kept_when_it_is_not_passed(drunk_ml: float, reached: bool) -> None:
    limited = replace(Targets(), water=WaterRule(fluid_limit_ml=1500))
    day = day_of(16, {"water_g": float(drunk_ml)}, targets=limited)
    assert has_reached(day, "water") is reached


def test_differences_are_absolute_and_in_percent_of_the_other_week() -> None:
    this = summary(day_of(16, {"magnesium_mg": 300.0, "vitamin_d_ug": 5.0, "calcium_mg": None}))
    last = summary(day_of(17, {"magnesium_mg": 240.0, "vitamin_d_ug": 0.0, "calcium_mg": 100.0}))
    differences = compare(this, last).differences
    assert (differences["magnesium_mg"].amount, differences["magnesium_mg"].percent) == (60, 25)
    assert (differences["vitamin_d_ug"].amount, differences["vitamin_d_ug"].percent) == (5, None)
    assert (differences["calcium_mg"].amount, differences["calcium_mg"].percent) == (None, None)


@given(st.lists(st.one_of(st.none(), st.floats(0, 1e4)), min_size=1, max_size=7), st.randoms())
def test_the_order_of_days_does_not_matter(values: list[float | None], chance: object) -> None:
    days = [day_of(16 + offset, {"magnesium_mg": value}) for offset, value in enumerate(values)]
    shuffled = list(days)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert summary(*days).means == summary(*shuffled).means


def test_known_share_of_a_mean_is_the_mean_of_its_days_those_of_which_nothing_is_known_too() -> None:
    half: list[dict[str, float | None]] = [
        {"magnesium_mg": 100.0, "energy_kcal": 500.0},
        {"magnesium_mg": None, "energy_kcal": 500.0},
    ]
    week = summary(day_of(16, {"magnesium_mg": 300.0}), day_of(17, *half), day_of(18, {"magnesium_mg": None}))
    assert week.means["magnesium_mg"].known_share == pytest.approx((1 + 0.5 + 0) / 3)
    assert summary().means["magnesium_mg"].known_share == 0


# Marks


def test_a_day_not_tracked_is_in_no_mean_and_not_reached() -> None:
    week = summary(day_of(16, {"magnesium_mg": 500.0}, mark="not tracked"), day_of(17, {"magnesium_mg": 100.0}))
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (100, 1)
    assert (week.days_logged, week.days_reached["magnesium_mg"]) == (1, 0)


def test_means_are_narrowed_to_days_marked_complete() -> None:
    days = (
        day_of(16, {"magnesium_mg": 100.0}, mark="partial"),
        day_of(17, {"magnesium_mg": 400.0}, mark="complete"),
        day_of(18, {"magnesium_mg": 200.0}),
    )
    week = summarise_week(Week(MONDAY), days, LATER, only_complete=True)
    assert (week.means["magnesium_mg"].amount, week.means["magnesium_mg"].days) == (400, 1)
    assert (week.days_logged, week.days_reached["magnesium_mg"]) == (3, 1)
    assert summarise_week(Week(MONDAY), days, LATER).means["magnesium_mg"].days == 3


# The same days of a week in progress


def two_weeks(today: int) -> WeekComparison:
    """Return the weeks of 16 and 9 November: 90 mg on the 9th, 100 mg on the 10th, ..., 500 mg from the 16th on."""
    days = [day_of(number, {"magnesium_mg": 500.0 if number >= 16 else 10.0 * number}) for number in range(9, 23)]
    on = date(2026, 11, today)
    return compare(*(summarise_week(Week(start), days, on) for start in (MONDAY, date(2026, 11, 9))))


# today -> the days of both weeks that means are over, the mean of the other week (9th 90 mg, 10th 100 mg, ...), and
# the days counted as reached in the week
SAME_DAYS = [
    (17, 1, 90, 2, "2026-W47 is still in progress: means are of Monday in both weeks."),
    (18, 2, 95, 3, "2026-W47 is still in progress: means are of Monday to Tuesday in both weeks."),
    (22, 6, 115, 7, "2026-W47 is still in progress: means are of Monday to Saturday in both weeks."),
    (23, 7, 120, 7, None),
]


@pytest.mark.parametrize(("today", "days", "against_mg", "reached", "words"), SAME_DAYS)
def test_a_week_in_progress_is_held_against_the_same_days_and_says_so(
    today: int, days: int, against_mg: float, reached: int, words: str | None
) -> None:
    compared = two_weeks(today)
    assert len(compared.week.compared) == len(compared.against.compared) == days
    assert compared.against.means["magnesium_mg"].amount == pytest.approx(against_mg)
    assert compared.differences["magnesium_mg"].amount == pytest.approx(500 - against_mg)
    assert compared.week.days_reached["magnesium_mg"] == reached
    assert (compared.in_words(), compared.same_days) == (words, words is not None)
    assert len(compared.against.days) == 7


def test_days_reached_are_counted_of_the_same_days_in_both_weeks() -> None:
    # 18 November is today, at 100 mg: not reached yet, so Wednesday counts in neither week. 10 November is not logged,
    # 17 November is not tracked.
    numbers = {16: 500.0, 17: 500.0, 18: 100.0, 9: 500.0, 11: 500.0, 12: 500.0}
    days = [
        day_of(number, {"magnesium_mg": value}, mark="not tracked" if number == 17 else None)
        for number, value in numbers.items()
    ]
    starts = (MONDAY, date(2026, 11, 9))
    compared = compare(*(summarise_week(Week(start), days, date(2026, 11, 18)) for start in starts))
    counted = [
        (week.days_reached["magnesium_mg"], week.days_counted["magnesium_mg"])
        for week in (compared.week, compared.against)
    ]
    assert counted == [(1, 1), (1, 1)]


def test_the_day_in_progress_counts_with_its_fellow_once_it_is_reached() -> None:
    compared = two_weeks(18)
    assert [week.days_counted["magnesium_mg"] for week in (compared.week, compared.against)] == [3, 3]


def test_a_past_week_held_against_the_one_in_progress_is_of_the_same_days_too() -> None:
    now = two_weeks(18)
    turned = compare(now.against, now.week)
    assert turned.differences["magnesium_mg"].amount == pytest.approx(95 - 500)
    assert turned.in_words() == now.in_words()


def test_on_the_first_day_of_a_week_nothing_is_compared_and_the_other_week_is_whole() -> None:
    compared = two_weeks(16)
    assert compared.week.means["magnesium_mg"].amount is None
    assert compared.against.means["magnesium_mg"].amount == pytest.approx(120)
    assert compared.differences["magnesium_mg"].amount is None
    assert compared.in_words() == "No day of 2026-W47 has ended yet, so nothing is compared: 2026-W46 is shown whole."


def test_days_to_come_are_in_no_mean_and_not_reached() -> None:
    days = [day_of(16, {"magnesium_mg": 100.0}), day_of(20, {"magnesium_mg": 900.0})]
    week = summarise_week(Week(MONDAY), days, date(2026, 11, 17))
    assert (week.means["magnesium_mg"].amount, week.days_logged, week.days_reached["magnesium_mg"]) == (100, 1, 0)


# Weeks by weekday, ends of years, daylight saving


@pytest.mark.parametrize(
    ("first_weekday", "text", "start"),
    [
        (0, "2026-W53", "2026-12-28"),
        (6, "2026-W53", "2026-12-27"),
        (5, "2026-W53", "2026-12-26"),
        (0, "2027-W01", "2027-01-04"),
        (6, "2027-W01", "2027-01-03"),
        (0, "2026-W13", "2026-03-23"),  # clocks go forward on its Sunday
        (6, "2026-W43", "2026-10-18"),
        (6, "2026-W44", "2026-10-25"),  # clocks go back on its first day
    ],
)
def test_a_week_is_seven_days_wherever_it_starts_and_the_one_before_ends_there(
    first_weekday: int, text: str, start: str
) -> None:
    week = Week.parse(text, first_weekday)
    every_day = [week.start + timedelta(days=offset) for offset in range(-7, 7)]
    days = [day_intake(day, [entry(day, magnesium_mg=100.0 + (day - week.start).days)], Targets()) for day in every_day]
    compared = compare(*(summarise_week(each, days, date(2028, 1, 1)) for each in (week, week.shifted(-1))))
    assert (str(compared.week.week), compared.week.week.start.isoformat()) == (text, start)
    # 100 to 106 mg, and 93 to 99 mg the week before.
    assert [each.means["magnesium_mg"].amount for each in (compared.week, compared.against)] == [103, 96]
    assert [each.means["magnesium_mg"].days for each in (compared.week, compared.against)] == [7, 7]


# What holds for any week

values = st.none() | st.just(0.0) | st.floats(0.001, 1e4)


@given(st.lists(st.lists(values, max_size=4), min_size=7, max_size=7))
def test_a_week_is_the_sum_of_its_days_and_unknown_is_not_zero(amounts: list[list[float | None]]) -> None:
    days = [
        day_of(16 + number, *({"magnesium_mg": value} for value in of_day)) for number, of_day in enumerate(amounts)
    ]
    mean = summary(*days).means["magnesium_mg"]
    known = [[value for value in of_day if value is not None] for of_day in amounts]
    with_a_value = [sum(of_day) for of_day in known if of_day]
    assert mean.days == len(with_a_value)
    assert mean.at_least == any(None in of_day for of_day in amounts)
    if with_a_value:
        assert mean.amount is not None
        assert mean.amount * mean.days == pytest.approx(sum(with_a_value))
    else:
        assert mean.amount is None
