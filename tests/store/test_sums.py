"""The sums of the database are those of the entries, day by day, unknown parts and all."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event

from tests.builders import FRIDAY, a_supplement, an_entry
from tracker.day_sums import SUM_KEYS, TOTAL_KEYS
from tracker.entries import Entry, new_id
from tracker.intake import DayTotals, day_intake
from tracker.store import Store
from tracker.store.entries import change_entries
from tracker.store.sums import sums_between, totals_of_sums
from tracker.targets import Targets, WaterRule

DAYS = tuple(FRIDAY + timedelta(days=offset) for offset in range(3))
END = DAYS[-1] + timedelta(days=1)
SETTINGS = (
    Targets(),
    Targets(water_counts="drinks"),
    Targets(alcoholic_drinks_count=True),
    Targets(water_counts="drinks", alcoholic_drinks_count=True, water=WaterRule(fluid_limit_ml=1500.0)),
)


def saved(store: Store, *entries: Entry) -> str:
    """Save entries of a new person and return who that is."""
    person_id = new_id()
    with store.writing() as connection:
        change_entries(connection, person_id, (), [stamped(entry) for entry in entries])
    return person_id


def stamped(entry: Entry) -> Entry:
    return an_entry(**{name: getattr(entry, name) for name in Entry.__slots__} | {"updated_at": entry.at})


def summed(store: Store, person_id: str, day: date, targets: Targets) -> DayTotals:
    with store.reading() as connection:
        return totals_of_sums(day, sums_between(connection, person_id, FRIDAY, END).get(day, ()), targets)


def told(day: DayTotals) -> dict[str, Any]:
    """Return every number of a day, to hold two ways of adding up against each other."""
    numbers: dict[str, Any] = {
        "water": [
            day.water.drinks_ml,
            day.water.food_ml,
            day.water.alcoholic_ml,
            day.water.counted_ml,
            day.water.known_share,
            day.water.target.target_ml,
        ],
        "flags": [day.water.at_least, day.has_entries, day.has_food, day.logged_for_water, day.logged_for_nutrients],
    }
    for key in TOTAL_KEYS:
        total = day.totals[key]
        numbers[key] = [total.amount, total.known_share, total.food, total.supplement]
        numbers["flags"] += [total.at_least]
    return numbers


def assert_same(store: Store, entries: list[Entry], targets: Targets) -> None:
    person_id = saved(store, *entries)
    for day in DAYS:
        of_entries = told(day_intake(day, [entry for entry in entries if entry.day == day], targets))
        of_sums = told(summed(store, person_id, day, targets))
        for name, numbers in of_entries.items():
            assert len(of_sums[name]) == len(numbers)
            for ours, theirs in zip(of_sums[name], numbers, strict=True):
                assert (ours is None) == (theirs is None), name
                assert theirs is None or ours == pytest.approx(theirs, rel=1e-9, abs=1e-6), name


# A zero is a value; 3.0 g in 150 g is just alcoholic, 2.9 is not.
amounts = st.none() | st.just(0.0) | st.floats(0.001, 1e5)
some_entries = st.lists(
    st.builds(
        lambda day, kind, grams, alcohol_g, values: an_entry(
            day=day, kind=kind, grams=None if kind == "supplement" else grams, alcohol_g=alcohol_g, **values
        ),
        st.sampled_from(DAYS),
        st.sampled_from(["food", "drink", "supplement"]),
        st.sampled_from([None, 150.0, 330.0]),
        st.sampled_from([None, 0.0, 2.9, 3.0, 40.0]),
        st.fixed_dictionaries(dict.fromkeys(SUM_KEYS, amounts)),
    ),
    max_size=12,
)


@given(entries=some_entries, targets=st.sampled_from(SETTINGS))
@settings(max_examples=60)
def test_the_sums_of_the_database_are_those_of_the_entries(
    store: Store, entries: list[Entry], targets: Targets
) -> None:
    assert_same(store, entries, targets)


def test_energy_that_is_unknown_of_what_lacks_leaves_the_share_by_number(store: Store) -> None:
    entries = [
        an_entry(magnesium_mg=80.0, energy_kcal=900.0),
        an_entry(energy_kcal=None),
        an_entry(energy_kcal=100.0),
        a_supplement(magnesium_mg=200.0, energy_kcal=500.0),
    ]
    total = summed(store, saved(store, *entries), FRIDAY, Targets()).totals["magnesium_mg"]
    assert (total.amount, total.food, total.supplement, total.at_least) == (280, 80, 200, True)
    assert total.known_share == pytest.approx(1 / 3)


def test_a_day_without_entries_has_no_sums_and_others_people_none_of_mine(store: Store) -> None:
    person_id = saved(store, an_entry(magnesium_mg=0.0))
    assert summed(store, person_id, FRIDAY, Targets()).totals["magnesium_mg"].amount == 0
    for nothing in (
        summed(store, person_id, DAYS[1], Targets()),
        summed(store, new_id(), FRIDAY, Targets()),
    ):
        assert (nothing.totals["magnesium_mg"].amount, nothing.water.counted_ml, nothing.has_entries) == (
            None,
            None,
            False,
        )


def test_a_year_of_sums_is_one_statement_through_the_index(store: Store) -> None:
    seen: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *given: seen.append(given[2]))
    with store.reading() as connection:
        sums_between(connection, "me", date(2026, 1, 1), date(2027, 1, 1))
        assert len([statement for statement in seen if statement.startswith("SELECT")]) == 1
        if connection.dialect.name == "sqlite":
            rows = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {seen[-1]}", _given(seen[-1]))
            plan = [str(row[-1]) for row in rows]
            assert any("entry_person_id_day (person_id=? AND day>? AND day<?)" in step for step in plan), plan


def _given(statement: str) -> tuple[str, ...]:
    return ("x",) * statement.count("?")
