"""What an entry keeps of its food, and what is refused or asked about before it is saved."""

import math
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY, NOON, a_supplement, an_entry
from tracker.entries import check, entry_of_food, entry_of_supplement, new_id
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.foods import Food
from tracker.nutrients import DIARY_KEYS, NUTRIENTS

ALMONDS = Food(
    id="almonds",
    name="Almonds",
    also=(),
    group="nuts",
    source="test",
    source_name="Almonds",
    staple=2,
    per_100_g={**dict.fromkeys(NUTRIENTS), "magnesium_mg": 270.0, "fiber_g": 12.5, "vitamin_d_ug": 0.0},
)


def test_an_entry_of_a_food_keeps_its_nutrients_and_what_is_unknown_stays_blank() -> None:
    entry = entry_of_food(ALMONDS, grams=30, amount=1, measure="handful", day=FRIDAY, at=NOON, meal="snack")
    assert (entry.food_id, entry.name, entry.kind, entry.grams) == ("almonds", "Almonds", "food", 30)
    assert (entry.amount, entry.measure, entry.source) == (1, "handful", "typed")
    assert entry.magnesium_mg == pytest.approx(81)
    assert entry.fiber_g == pytest.approx(3.75)
    assert entry.vitamin_d_ug == 0
    assert {key for key in DIARY_KEYS if entry.amount_of(key) is None} == set(DIARY_KEYS) - {
        "magnesium_mg",
        "fiber_g",
        "vitamin_d_ug",
    }


def test_a_food_of_the_group_drinks_is_a_drink() -> None:
    milk = replace(ALMONDS, group="drinks")
    assert entry_of_food(milk, grams=1, amount=1, measure="g", day=FRIDAY, at=NOON, meal="snack").kind == "drink"


def test_an_entry_of_a_supplement_has_only_what_its_label_says() -> None:
    entry = entry_of_supplement(
        "Magnesium citrate", {"magnesium_mg": 200.0}, amount=200, measure="mg", day=FRIDAY, at=NOON, meal="dinner"
    )
    assert (entry.kind, entry.food_id, entry.grams, entry.magnesium_mg) == ("supplement", None, None, 200)
    assert all(entry.amount_of(key) is None for key in DIARY_KEYS if key != "magnesium_mg")


def test_ids_are_random_and_short() -> None:
    ids = {new_id() for _ in range(1000)}
    assert len(ids) == 1000
    assert {len(entry_id) for entry_id in ids} == {16}


def test_a_resized_entry_scales_what_it_was_logged_with() -> None:
    entry = an_entry(grams=180.0, magnesium_mg=156.0, fiber_g=4.5, vitamin_d_ug=0.0)
    half = entry.resized(0.5, "cup", 90.0)
    assert (half.amount, half.measure, half.grams) == (0.5, "cup", 90)
    assert (half.magnesium_mg, half.fiber_g, half.vitamin_d_ug, half.calcium_mg) == (78, 2.25, 0, None)
    assert (half.id, half.version, half.at) == (entry.id, entry.version, entry.at)


@given(grams=st.floats(0.1, 1e5), other=st.floats(0.1, 1e5), magnesium_mg=st.none() | st.floats(0, 1e4))
def test_resizing_there_and_back_changes_nothing(grams: float, other: float, magnesium_mg: float | None) -> None:
    entry = an_entry(grams=grams, magnesium_mg=magnesium_mg)
    back = entry.resized(1, "x", other).resized(entry.amount, entry.measure, grams)
    assert back.grams == grams
    assert back.magnesium_mg == (None if magnesium_mg is None else pytest.approx(magnesium_mg))


def test_an_entry_without_weight_cannot_be_resized() -> None:
    with pytest.raises(RefusedError, match="A pill has no weight"):
        a_supplement().resized(2, "pill", 2)


REFUSED: list[tuple[dict[str, Any], str]] = [
    ({"name": ""}, "needs a name"),
    ({"name": " \n"}, "needs a name"),
    ({"name": "x" * 201}, "at most 200 characters"),
    ({"name": "x" * 10_000}, "at most 200 characters"),
    ({"measure": "x" * 201}, "at most 200 characters"),
    ({"name": "a\x00b"}, "NUL character"),
    ({"measure": "\x00"}, "NUL character"),
    ({"name": "half \ud83d"}, "half of a character"),
    ({"batch_id": "\x00"}, "NUL character"),
    ({"amount": 0.0}, "more than zero"),
    ({"amount": -1.0}, "more than zero"),
    ({"amount": math.nan}, "must be a number"),
    ({"amount": math.inf}, "must be a number"),
    ({"amount": 1e99}, "too large"),
    ({"grams": 0.0}, "more than zero"),
    ({"grams": -30.0}, "more than zero"),
    ({"grams": math.nan}, "must be a number"),
    ({"grams": math.inf}, "must be a number"),
    ({"grams": 1e99}, "More than 100 kg"),
    ({"grams": 30_000_000.0}, "More than 100 kg"),
    ({"grams": None}, "How much Spinach, cooked weighs is not known"),
    ({"magnesium_mg": -1.0}, "Magnesium cannot be -1 mg"),
    ({"vitamin_d_ug": math.nan}, "Vitamin D cannot be nan µg"),
    ({"water_g": math.inf}, "Water cannot be inf g"),
    ({"calcium_mg": 1e99}, r"Calcium cannot be 1e\+99 mg"),
    ({"at": datetime(2026, 11, 20, 12)}, "needs its time zone"),  # noqa: DTZ001
    ({"day": date.max}, "9999-12-31 is no day of a diary"),
    ({"at": datetime.min.replace(tzinfo=NOON.tzinfo)}, "is no day of a diary"),
]


@pytest.mark.parametrize(("changes", "why"), REFUSED)
@pytest.mark.parametrize("sure", [False, True])
def test_what_cannot_be_saved_is_refused_however_sure_the_person_is(
    changes: dict[str, Any], why: str, *, sure: bool
) -> None:
    with pytest.raises(RefusedError, match=why):
        check(an_entry(**changes), FRIDAY, sure=sure)


ASKED: list[tuple[dict[str, Any], str]] = [
    ({"day": FRIDAY + timedelta(days=1)}, "2026-11-21 is in the future"),
    ({"day": date(1900, 1, 1)}, "1900-01-01 is more than a year ago"),
    ({"day": FRIDAY - timedelta(days=367)}, "more than a year ago"),
    ({"grams": 1500.1}, "Spinach, cooked: 1,500 g is a lot"),
    ({"grams": 30_000.0}, "30,000 g is a lot"),
    ({"kind": "drink", "grams": 3001.0}, "3,001 g is a lot"),
    ({"magnesium_mg": 1001.0}, "1,001 mg magnesium is a lot"),
    ({"vitamin_d_ug": 251.0}, "251 µg vitamin D is a lot"),
]


@pytest.mark.parametrize(("changes", "question"), ASKED)
def test_what_is_unlikely_is_asked_about_and_saved_when_confirmed(changes: dict[str, Any], question: str) -> None:
    entry = an_entry(**changes)
    with pytest.raises(NeedsConfirmationError, match=question):
        check(entry, FRIDAY)
    check(entry, FRIDAY, sure=True)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "<b>x</b> 🥑 'quoted' \"twice\" :red[x] $1$ [a](javascript:1)"},
        {"name": "x" * 200},
        {"day": FRIDAY - timedelta(days=366)},
        {"grams": 1500.0},
        {"kind": "drink", "grams": 3000.0},
        {"magnesium_mg": 1000.0},
        {"grams": None, "source": "import"},
        {"grams": None, "source": "copy"},
        {"kind": "supplement", "grams": None, "food_id": None},
        {"water_g": 0.0, "magnesium_mg": 0.0},
    ],
)
def test_what_is_usual_is_neither_refused_nor_asked_about(changes: dict[str, Any]) -> None:
    check(an_entry(**changes), FRIDAY)


def test_what_was_asked_about_before_is_not_asked_about_again() -> None:
    before = an_entry(day=date(2020, 1, 1), grams=2000.0)
    check(replace(before, name="Another name", meal="dinner"), FRIDAY, before=before)
    with pytest.raises(NeedsConfirmationError, match="2,001 g"):
        check(replace(before, grams=2001.0), FRIDAY, before=before)
    with pytest.raises(NeedsConfirmationError, match="2020-01-02"):
        check(replace(before, day=date(2020, 1, 2)), FRIDAY, before=before)
    with pytest.raises(RefusedError):
        check(replace(before, name=""), FRIDAY, before=before)
