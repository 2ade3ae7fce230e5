"""Facts of a day, or of supplements -> notes: each comes when it should, once, and not otherwise."""

import csv
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from tests.builders import FRIDAY, a_supplement, an_entry
from tracker.entries import Entry
from tracker.intake import Day, day_intake
from tracker.note_texts import BY_ID, NOTES
from tracker.notes import (
    DayFacts,
    drunk_then,
    fastest_ml,
    notes_of_day,
    notes_of_supplements,
    standing_notes,
    wants_week,
)
from tracker.supplement import supplement
from tracker.targets import Targets

FACTS = Path(__file__).resolve().parents[2] / "shared" / "science" / "safety_messages.csv"
HERE = timezone(timedelta(hours=1))


def at(text: str) -> datetime:
    """Return a moment of FRIDAY: "12:00" as the person sets it, "12:00:07" as a tap or typing makes it."""
    return datetime.fromisoformat(f"2026-11-20T{text}").replace(tzinfo=HERE)


def pill(magnesium_mg: float | None = None, **changes: Any) -> Entry:
    return a_supplement(**({"magnesium_mg": magnesium_mg, "measure": "pill"} | changes))


def drops(vitamin_d_iu: float, **changes: Any) -> Entry:
    return a_supplement(**({"name": "D3", "vitamin_d_ug": vitamin_d_iu / 40.0} | changes))


def food(**changes: Any) -> Entry:
    return an_entry(**({"energy_kcal": 100.0} | changes))


def drink(ml: float, when: str = "12:00:07", source: str = "tap", **changes: Any) -> Entry:
    usual = {"kind": "drink", "name": "Tap water", "grams": ml, "water_g": ml, "at": at(when), "source": source}
    return an_entry(**(usual | changes))


def a_day(entries: Sequence[Entry], targets: Targets | None = None, day: date = FRIDAY) -> Day:
    return day_intake(day, entries, targets or Targets())


def due(*entries: Entry, targets: Targets | None = None, week: Sequence[Day] = (), **facts: Any) -> list[str]:
    day = a_day(entries, targets)
    known: dict[str, Any] = {"in_progress": True, "week": week}
    return [note.id for note in notes_of_day(DayFacts(day, **(known | facts)))]


def week_of(days: int = 7, **changes: Any) -> list[Day]:
    """Return so many days before FRIDAY, each with one food that has these values."""
    before = [FRIDAY - timedelta(days=back) for back in range(days, 0, -1)]
    return [a_day([food(day=day, **changes)], day=day) for day in before]


# Magnesium from supplements. 250 mg is EFSA's limit, 350 mg the one of the US; a food without it adds nothing.


@pytest.mark.parametrize(
    ("doses_mg", "limit_mg", "expected"),
    [
        ([100, 100, 100], 350.0, []),
        ([100, 100, 100, 50], 350.0, []),  # exactly the limit
        ([100, 100, 100, 51], 350.0, ["mg_sup_us"]),
        ([100] * 4, 350.0, ["mg_sup_us"]),
        ([117.1, 116.9, 116.0], 350.0, []),
        ([100, 100, 50], 250.0, []),
        ([100, 100, 51], 250.0, ["mg_sup_eu"]),
        ([100, 100, 100, 50], 250.0, ["mg_sup_eu"]),
        ([100, 100, 100, 51], 250.0, ["mg_sup_us"]),  # the stronger takes its place
        ([100, 100, 51], 350.0, []),
        ([100] * 4, 500.0, ["mg_sup_us"]),  # also for who set a limit of their own
        ([150], 350.0, []),
        ([150.5], 350.0, ["mg_split"]),
        ([400], 350.0, ["mg_sup_us", "mg_split"]),
        ([None], 350.0, []),
        ([], 350.0, []),
    ],
)
def test_magnesium_from_supplements(doses_mg: list[float | None], limit_mg: float, expected: list[str]) -> None:
    assert due(*map(pill, doses_mg), targets=Targets(magnesium_supplement_limit_mg=limit_mg)) == expected


def test_magnesium_in_food_has_no_limit_and_says_so_only_above_the_target_without_a_supplement() -> None:
    assert due(food(magnesium_mg=400.0)) == []
    assert due(food(magnesium_mg=900.0)) == ["mg_food_ok"]
    assert due(food(magnesium_mg=900.0), pill(100.0)) == []
    assert due(food(magnesium_mg=900.0), drops(400.0)) == ["mg_food_ok"]
    assert due(food(magnesium_mg=310.0), targets=Targets(magnesium_mg=300.0)) == ["mg_food_ok"]


@pytest.mark.parametrize(
    ("entries", "loose_stools", "expected"),
    [
        ([pill(100.0)], True, ["mg_loose_stools"]),
        ([pill(100.0), pill(100.0)], True, ["mg_loose_stools"]),
        ([pill(100.0)], False, []),
        ([food(magnesium_mg=300.0)], True, []),
        ([pill(None)], True, []),
        ([drops(400.0), food()], True, []),
        ([], True, []),
    ],
)
def test_loose_stools_with_a_magnesium_supplement(
    entries: list[Entry], loose_stools: bool, expected: list[str]
) -> None:
    assert due(*entries, loose_stools=loose_stools) == expected


# Vitamin D, limit 4,000 IU = 100 µg from everything


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([drops(4000), food()], []),
        ([drops(4001), food()], ["vitd_ul"]),
        ([drops(2000), drops(2000), food(vitamin_d_ug=1.0)], ["vitd_ul"]),
        ([food(vitamin_d_ug=101.0)], ["vitd_ul"]),
        ([drops(3000), food(vitamin_d_ug=None)], []),
    ],
)
def test_vitamin_d_from_everything(entries: list[Entry], expected: list[str]) -> None:
    assert due(*entries) == expected


@pytest.mark.parametrize(
    ("today_iu", "before_ug", "days", "expected"),
    [
        (4001, 100.0, 7, ["vitd_toxic"]),
        (4001, 99.9, 7, ["vitd_ul"]),
        (10_000, 75.1, 6, ["vitd_toxic"]),  # 250 + 6 x 75.1 > 700
        (10_000, 75.0, 6, ["vitd_ul"]),  # exactly 700
        (50_000, 10.0, 6, ["vitd_toxic"]),
        (10_000, 200.0, 2, ["vitd_ul"]),  # days not logged add nothing
        (4000, 300.0, 7, []),
    ],
)
def test_a_week_above_the_limit_takes_the_place_of_a_day(
    today_iu: float, before_ug: float, days: int, expected: list[str]
) -> None:
    assert due(drops(today_iu), food(), week=week_of(days, vitamin_d_ug=before_ug)) == expected


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([drops(1000)], ["vitd_meal"]),
        ([drops(1000), food(meal="dinner")], ["vitd_meal"]),
        ([drops(1000), drink(200, "13:00")], ["vitd_meal"]),
        ([drops(1000), food(meal="lunch")], []),
        ([drops(1000), drops(500), food(meal="dinner")], ["vitd_meal"]),  # once
        ([drops(0)], []),
        ([pill(100.0)], []),
    ],
)
def test_vitamin_d_without_a_meal(entries: list[Entry], expected: list[str]) -> None:
    assert due(*entries) == expected


# Drinks within an hour


@pytest.mark.parametrize(
    ("drinks", "expected"),
    [
        ([(500, "12:00:07"), (500, "12:20:07")], []),  # exactly 1,000
        ([(500, "12:00:07"), (500, "12:20:07"), (1, "12:30:07")], ["pace_amber"]),
        ([(500, "12:00:07")] * 2 + [(420, "12:59:07")], ["pace_amber"]),  # exactly 1,420
        ([(500, "12:00:07")] * 3, ["pace_red"]),
        ([(500, "12:00:07"), (500, "12:30:07"), (500, "13:00:07")], []),  # the first is an hour ago by then
        ([(500, "12:00:07"), (500, "12:30:07"), (500, "13:00:06")], ["pace_red"]),
        ([(1000, "12:00:07"), (300, "12:10:07")], ["pace_amber"]),
        ([(1001, "12:00:07"), (900, "12:10:07")], []),  # a bottle is drunk over hours
        ([(2000, "12:00:07")], []),
    ],
)
def test_drinks_tapped_as_they_were_drunk(drinks: list[tuple[float, str]], expected: list[str]) -> None:
    assert due(*(drink(*each) for each in drinks)) == expected
    assert due(*(drink(*each) for each in reversed(drinks))) == expected


SET: dict[str, Any] = {"source": "typed", "version": 2}


@pytest.mark.parametrize(
    ("entry", "counts"),
    [
        (drink(250), True),
        (drink(250, "12:00:07", "typed"), False),  # typed now: may be the day's water
        (drink(250, "12:00:07", "typed", version=2), False),  # its amount was changed, not its time
        (drink(250, "13:10", **SET), True),
        (drink(250, "13:10", "typed"), False),  # nobody changed it since it was typed
        (drink(250, "12:30", **SET), False),  # lunch's usual time
        (drink(250, "08:00"), False),  # a tap for another meal has that meal's usual time
        (drink(250, "13:10", "copy", version=2), False),
        (drink(250, "13:10:07", "copy"), False),
        (drink(250, "13:10", "import"), False),
        (drink(1000), True),
        (drink(1000.5), False),
        (drink(250, grams=None, source="import"), False),
        (drink(250, kind="food"), False),
    ],
)
def test_only_an_entry_made_as_it_was_drunk_counts_for_the_hour(entry: Entry, counts: bool) -> None:
    assert drunk_then(entry) is counts


def test_a_days_water_typed_at_once_is_no_hour_of_drinking() -> None:
    typed = [drink(500, "20:15:31", "typed") for _ in range(5)]
    assert due(*typed) == []
    assert due(drink(2500, "20:15:31", "typed")) == []
    assert due(*typed, drink(600)) == []


def test_times_that_were_set_afterwards_count_with_the_taps() -> None:
    assert due(drink(600, "13:05", **SET), drink(500, "13:45:10")) == ["pace_amber"]
    assert due(drink(600, "13:05", **SET), drink(500, "14:05:10")) == []


def test_taps_on_a_day_that_is_over_were_not_made_as_they_were_drunk() -> None:
    assert due(*[drink(500)] * 3, in_progress=False) == []


def test_the_fastest_hour_is_found_wherever_it_lies() -> None:
    day = [drink(200, f"{hour:02d}:01:07") for hour in range(6, 20)] + [drink(900, "15:30:07")]
    assert fastest_ml(day) == 1100
    assert fastest_ml([]) == 0
    abroad = drink(700, at=at("12:30:07").astimezone(timezone(timedelta(hours=-5))))
    assert fastest_ml([drink(700), abroad]) == 1400


# Fiber


@pytest.mark.parametrize(
    ("fiber_g", "before_g", "days", "expected"),
    [
        (46.0, 30.0, 7, ["fiber_slow", "fiber_water"]),
        (45.0, 30.0, 7, ["fiber_water"]),  # exactly one and a half times
        (31.0, 20.0, 7, ["fiber_slow", "fiber_water"]),
        (30.0, 10.0, 7, ["fiber_water"]),
        (26.0, 10.0, 7, ["fiber_water"]),
        (25.0, 10.0, 7, []),
        (46.0, 20.0, 2, ["fiber_water"]),  # too few days to tell
        (46.0, None, 7, ["fiber_water"]),  # unknown is no low mean
    ],
)
def test_fiber(fiber_g: float, before_g: float | None, days: int, expected: list[str]) -> None:
    assert due(food(fiber_g=fiber_g), week=week_of(days, fiber_g=before_g)) == expected


def test_a_day_not_tracked_says_nothing_of_what_a_gut_is_used_to() -> None:
    tracked = week_of(2, fiber_g=40.0)
    left_out = [replace(day, mark="not tracked") for day in week_of(5, fiber_g=5.0)]
    assert due(food(fiber_g=46.0), week=[*tracked, *left_out]) == ["fiber_water"]


def test_under_a_fluid_limit_fiber_raises_nothing() -> None:
    rule = replace(Targets().water, fluid_limit_ml=1500.0)
    assert due(food(fiber_g=50.0), targets=Targets(water=rule)) == []


@pytest.mark.parametrize(
    ("name", "comes"),
    [
        ("Psyllium husk", True),
        ("Wheat bran", True),
        ("Oat bran, dry", True),
        ("Flaxseed", True),
        ("Whole flaxseed", True),
        ("linseed", True),
        ("Oat bran, cooked", False),
        ("Bread, wheat bran", False),
        ("Bran flakes", False),
        ("Kellogg's Raisin Bran", False),
        ("Rice bran oil", False),
        ("Flaxseed oil", False),
        ("Flaxseed oil, cold pressed", False),
        ("Brandy", False),
        ("Almonds", False),
    ],
)
def test_fiber_that_swells(name: str, comes: bool) -> None:
    assert due(food(name=name)) == (["fiber_supplement"] if comes else [])


@pytest.mark.parametrize(
    ("name", "comes"), [("Tonic water", True), ("Quinine", True), ("Isotonic drink", False), ("Tap water", False)]
)
def test_quinine(name: str, comes: bool) -> None:
    assert due(drink(200, name=name)) == (["quinine"] if comes else [])


# All of them


def test_an_empty_day_and_a_day_of_unknowns_bring_no_note() -> None:
    assert due() == []
    assert due(food(energy_kcal=None), pill(None), drink(200, water_g=None)) == []


def test_a_note_comes_once_however_often_its_fact_is_logged_and_the_gravest_comes_first() -> None:
    entries = [pill(200.0)] * 3 + [drops(5000)] * 2 + [drink(500)] * 4 + [drink(200, name="Tonic water")] * 2
    assert due(*entries, loose_stools=True) == [
        "pace_red",
        "mg_loose_stools",
        "mg_sup_us",
        "vitd_ul",
        "quinine",
        "mg_split",
        "vitd_meal",
    ]


def test_what_is_drunk_fast_goes_before_what_can_wait() -> None:
    entries = [pill(200.0)] * 2 + [drink(500, "12:00:07"), drink(600, "12:20:07")]
    assert due(*entries, loose_stools=True)[:2] == ["pace_amber", "mg_loose_stools"]


@pytest.mark.parametrize(
    ("entry", "wanted"),
    [
        (food(fiber_g=30.0), False),
        (food(fiber_g=30.1), True),
        (drops(4000), False),
        (drops(4001), True),
        (food(), False),
    ],
)
def test_the_days_before_are_only_asked_for_where_a_note_looks_at_them(entry: Entry, wanted: bool) -> None:
    assert wants_week(a_day([entry])) is wanted


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ([{"magnesium_mg": 100.0}], {"kidney", "mg_spacing", "mg_evidence"}),
        ([{"magnesium_mg": 100.0}, {"magnesium_mg": 200.0}], {"kidney", "mg_spacing", "mg_evidence"}),
        ([{"potassium_mg": 99.0}], {"kidney", "potassium"}),
        ([{"vitamin_d_ug": 25.0}], set()),
        ([{"calcium_mg": 500.0, "magnesium_mg": 0.0}], set()),
        ([{}], set()),
        ([], set()),
    ],
)
def test_notes_of_supplements(amounts: list[dict[str, float]], expected: set[str]) -> None:
    pills = [supplement(f"Pill {number}", each, since=FRIDAY) for number, each in enumerate(amounts)]
    found = [note.id for note in notes_of_supplements(pills)]
    assert set(found) == expected
    assert len(found) == len(set(found))


def test_each_of_the_29_notes_either_comes_or_stands() -> None:
    assert len(NOTES) == len(BY_ID) == 29
    assert len(standing_notes()) == 11
    assert {note.moment for note in standing_notes()} == {"about"}


@pytest.mark.parametrize("note", NOTES, ids=lambda note: note.id)
def test_a_note_is_short_has_a_source_and_does_not_shout(note) -> None:
    assert len(note.text) <= 330
    assert "!" not in note.text
    assert note.source_name
    assert note.source.startswith("http") or note.id == "evening_drinks"


@pytest.mark.skipif(not FACTS.exists(), reason="the facts lie beside the project")
def test_every_message_of_the_facts_is_a_note_in_words_of_its_own() -> None:
    with FACTS.open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    assert rows.keys() == BY_ID.keys()
    for note_id, row in rows.items():
        assert BY_ID[note_id].text != row["text"]
        for adviser in ("doctor", "pharmacist"):
            assert adviser not in row["text"].lower() or adviser in BY_ID[note_id].text.lower()
