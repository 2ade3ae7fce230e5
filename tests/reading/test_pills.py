"""A person's supplements in a line: by their name, by part of it with a word for a pill, and how many."""

from datetime import date
from functools import cache

import pytest

from tests.builders import FRIDAY, NOON
from tracker.foods import load_foods
from tracker.overlay import Foods
from tracker.own_food import own_food
from tracker.parse import Item, entry_of_item
from tracker.supplement import Supplement, supplement

SINCE = date(2026, 11, 1)
MAGNESIUM = supplement("Magnesium citrate", {"magnesium_mg": 100.0}, since=SINCE)
DROPS = supplement("Vitamin D3 1000 IU", {"vitamin_d_ug": 25.0}, since=SINCE, measure="drop")
EVENING = supplement("Evening", {"magnesium_mg": 50.0}, since=SINCE, measure="capsule")
ALL = (MAGNESIUM, DROPS, EVENING)


@cache
def shared() -> Foods:
    return Foods.of(load_foods())


def read(line: str, *pills: Supplement) -> list[Item]:
    return shared().with_own([], [], pills or ALL).reader.read(line)


@pytest.mark.parametrize(
    ("line", "pill", "times"),
    [
        ("my magnesium", MAGNESIUM, 1),
        ("magnesium", MAGNESIUM, 1),
        ("took my magnesium", MAGNESIUM, 1),
        ("Magnesium citrate", MAGNESIUM, 1),
        ("MAGNESIUM CITRATE", MAGNESIUM, 1),
        ("my mag", MAGNESIUM, 1),
        ("2 magnesium pills", MAGNESIUM, 2),
        ("2 magnesium citrate", MAGNESIUM, 2),
        ("2x magnesium citrate", MAGNESIUM, 2),
        ("two of my magnesium pills", MAGNESIUM, 2),
        ("2 pills of magnesium", MAGNESIUM, 2),
        ("half a magnesium tablet", MAGNESIUM, 0.5),
        ("a magnesium pill", MAGNESIUM, 1),
        ("magnesium x2", MAGNESIUM, 2),
        ("my vitamin d", DROPS, 1),
        ("10 drops vitamin d", DROPS, 10),
        ("vitamin d3 1000 iu", DROPS, 1),
        ("2 vitamin d3 1000 iu", DROPS, 2),
        ("evening", EVENING, 1),
        ("my evening pill", EVENING, 1),
        ("2 evening capsules", EVENING, 2),
    ],
)
def test_a_supplement_is_found_by_its_name_with_how_many(line: str, pill: Supplement, times: float) -> None:
    (item,) = read(line)
    assert (item.status, item.kind, item.name, item.supplement_id) == ("ready", "supplement", pill.name, pill.id)
    assert (item.amount, item.measure, item.nutrients) == (times, pill.measure, pill.gives(times))
    assert (item.food_id, item.grams) == (None, None)


@pytest.mark.parametrize(
    ("line", "name", "amount", "measure"),
    [
        ("magnesium citrate 200 mg", "Magnesium citrate", 200, "mg"),
        ("magnesium 150 mg", "Magnesium", 150, "mg"),
        ("vitamin d 2000 IU", "Vitamin D", 2000, "IU"),
        ("magnesium 200", "Magnesium", 200, "mg"),
    ],
)
def test_a_dose_that_is_said_is_taken_as_said(line: str, name: str, amount: float, measure: str) -> None:
    (item,) = read(line)
    assert (item.name, item.amount, item.measure, item.supplement_id) == (name, amount, measure, None)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("magnesium pills", "How many of Magnesium citrate?"),
        ("some magnesium pills", "How many of Magnesium citrate?"),
        ("2 tablets vitamin d", "Vitamin D3 1000 IU is counted by the drop. How many is that?"),
        ("5 drops of magnesium", "Magnesium citrate is counted by the pill. How many is that?"),
    ],
)
def test_what_is_open_is_asked_with_the_best_proposal(line: str, reason: str) -> None:
    (item,) = read(line)
    assert (item.status, item.reason) == ("ask", reason)
    assert item.supplement_id is not None


def test_two_that_may_be_meant_are_asked_about_and_a_full_name_is_not() -> None:
    oxide = supplement("Magnesium oxide", {"magnesium_mg": 240.0}, since=SINCE)
    (item,) = read("my magnesium", MAGNESIUM, oxide)
    assert (item.status, item.reason) == ("ask", "Which one: Magnesium citrate, Magnesium oxide?")
    (item,) = read("magnesium oxide", MAGNESIUM, oxide)
    assert (item.status, item.name) == ("ready", "Magnesium oxide")


@pytest.mark.parametrize(
    "line",
    [
        "milk",
        "2 milk",
        "a glass of milk",
        "30 g almonds",
        "1 banana",
        "vitamin d milk",
        "dinner",
        "2 eggs",
        "magnesium rich water",
    ],
)
def test_foods_are_read_as_without_supplements(line: str) -> None:
    milk_of_magnesia = supplement("Milk of magnesia", {"magnesium_mg": 500.0}, since=SINCE)
    assert read(line, *ALL, milk_of_magnesia) == shared().reader.read(line)


def test_it_stands_among_foods_in_one_line() -> None:
    items = read("30 g almonds, my magnesium and 2 drops vitamin d")
    assert [(item.name, item.amount) for item in items] == [
        ("Almonds", 30),
        ("Magnesium citrate", 1),
        ("Vitamin D3 1000 IU", 2),
    ]


def test_its_entry_names_the_supplement_and_copies_the_dose() -> None:
    (item,) = read("2 magnesium pills")
    entry = entry_of_item(item, shared().table, day=FRIDAY, at=NOON, meal="lunch")
    assert (entry.kind, entry.food_id, entry.magnesium_mg, entry.vitamin_d_ug) == (
        "supplement",
        MAGNESIUM.id,
        200.0,
        None,
    )


def test_an_own_food_of_the_same_name_gives_way_and_others_are_found_as_before() -> None:
    food = own_food("Magnesium water", {"magnesium_mg": 10.0}, group="drinks")
    reader = shared().with_own([food], [], ALL).reader
    assert [item.name for item in reader.read("250 ml magnesium water")] == ["Magnesium water"]
