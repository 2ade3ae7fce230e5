"""Totals of a day, worked by hand: what is known, what is "at least", and what counts as water."""

import random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.builders import FRIDAY, a_supplement, an_entry
from tracker.entries import Entry
from tracker.intake import Day, counted_water_ml, day_intake, is_alcoholic, nutrient_total
from tracker.nutrients import DIARY_KEYS
from tracker.targets import Targets, WaterRule


def a_drink(**changes: Any) -> Entry:
    return an_entry(**({"kind": "drink", "name": "Water", "grams": 250.0, "energy_kcal": 0.0} | changes))


def day_of(*entries: Entry, targets: Targets | None = None) -> Day:
    return day_intake(FRIDAY, entries, targets or Targets())


# amount, known share, at least, food, supplement; of magnesium
TOTALS: dict[str, tuple[list[Entry], tuple[float | None, float, bool, float | None, float | None]]] = {
    "nothing logged": ([], (None, 0, False, None, None)),
    "nothing known": ([an_entry(energy_kcal=100.0)], (None, 0, True, None, None)),
    "a true zero is known": ([an_entry(magnesium_mg=0.0)], (0, 1, False, 0, None)),
    "all known": (
        [an_entry(magnesium_mg=100.0), an_entry(magnesium_mg=56.0)],
        (156, 1, False, 156, None),
    ),
    "the share is by energy": (
        [an_entry(magnesium_mg=80.0, energy_kcal=300.0), an_entry(energy_kcal=100.0)],
        (80, 0.75, True, 80, None),
    ),
    "by number when the day has no energy": (
        [a_drink(magnesium_mg=5.0), a_drink(), a_drink(), a_drink()],
        (5, 0.25, True, 5, None),
    ),
    "by number when the energy of what lacks is unknown": (
        [an_entry(magnesium_mg=80.0, energy_kcal=900.0), an_entry()],
        (80, 0.5, True, 80, None),
    ),
    "energy unknown of what has a value does not matter": (
        [an_entry(magnesium_mg=80.0), an_entry(magnesium_mg=1.0, energy_kcal=60.0), an_entry(energy_kcal=40.0)],
        (81, 0.6, True, 81, None),
    ),
    "what lacks but gives no energy leaves the share whole, yet at least": (
        [an_entry(magnesium_mg=80.0, energy_kcal=300.0), a_drink()],
        (80, 1, True, 80, None),
    ),
    "food and supplements apart": (
        [an_entry(magnesium_mg=80.0), a_supplement(magnesium_mg=200.0), a_supplement(magnesium_mg=50.0)],
        (330, 1, False, 80, 250),
    ),
    "what a label leaves out is no lack": (
        [an_entry(magnesium_mg=80.0), a_supplement(vitamin_d_ug=25.0)],
        (80, 1, False, 80, None),
    ),
    "a supplement alone": ([a_supplement(magnesium_mg=200.0)], (200, 1, False, None, 200)),
    "a supplement of something else alone": ([a_supplement(vitamin_d_ug=25.0)], (None, 0, False, None, None)),
    "a supplement beside an unknown food": (
        [an_entry(energy_kcal=100.0), a_supplement(magnesium_mg=200.0, energy_kcal=900.0)],
        (200, 0, True, None, 200),
    ),
}


@pytest.mark.parametrize("case", TOTALS)
def test_the_total_of_a_nutrient(case: str) -> None:
    entries, (amount, known_share, at_least, food, supplement) = TOTALS[case]
    total = nutrient_total(entries, "magnesium_mg")
    assert total.known_share == pytest.approx(known_share)
    assert (total.amount, total.at_least, total.food, total.supplement) == (amount, at_least, food, supplement)


def test_the_share_of_energy_itself_is_by_number() -> None:
    entries = [an_entry(energy_kcal=900.0), an_entry(), an_entry()]
    assert nutrient_total(entries, "energy_kcal").known_share == pytest.approx(1 / 3)


@pytest.mark.parametrize(
    ("kind", "alcohol_g", "grams", "alcoholic"),
    [
        ("drink", 10.0, 500.0, True),  # 2 g per 100 g
        ("drink", 9.9, 500.0, False),  # kefir
        ("drink", None, 500.0, False),
        ("drink", 0.0, 500.0, False),
        ("drink", 20.0, None, False),
        ("food", 50.0, 100.0, False),  # a trifle is no drink
    ],
)
def test_what_is_an_alcoholic_drink(
    kind: str, alcohol_g: float | None, grams: float | None, *, alcoholic: bool
) -> None:
    assert is_alcoholic(an_entry(kind=kind, alcohol_g=alcohol_g, grams=grams)) is alcoholic


WATER = a_drink(water_g=250.0)
SOUP = an_entry(name="Soup", water_g=270.0, energy_kcal=100.0)
BEER = a_drink(name="Beer", grams=330.0, water_g=300.0, alcohol_g=13.0, energy_kcal=140.0)
UNKNOWN_FOOD = an_entry(name="Stew", energy_kcal=300.0)
UNKNOWN_DRINK = a_drink(name="Shake", energy_kcal=100.0)
UNKNOWN_BEER = a_drink(name="Ale", grams=330.0, alcohol_g=13.0, energy_kcal=140.0)
DRINKS_ONLY = Targets(water_counts="drinks")
ALCOHOL_COUNTS = Targets(alcoholic_drinks_count=True)

# drinks, food, alcoholic, counted, at least, known share
WATERS: dict[str, tuple[list[Entry], Targets, tuple[Any, ...]]] = {
    "nothing": ([], Targets(), (None, None, None, None, False, 0)),
    "drinks and food": ([WATER, SOUP], Targets(), (250, 270, None, 520, False, 1)),
    "beer counts nothing": ([WATER, BEER], Targets(), (250, None, 300, 250, False, 1)),
    "beer counts when set": ([WATER, BEER], ALCOHOL_COUNTS, (550, None, None, 550, False, 1)),
    "drinks only": ([WATER, SOUP, BEER], DRINKS_ONLY, (250, 270, 300, 250, False, 1)),
    "unknown food": ([WATER, SOUP, UNKNOWN_FOOD], Targets(), (250, 270, None, 520, True, 0.25)),
    "unknown food is no lack of drinks": ([WATER, UNKNOWN_FOOD], DRINKS_ONLY, (250, None, None, 250, False, 1)),
    "unknown drink of two": ([WATER, UNKNOWN_DRINK, SOUP], DRINKS_ONLY, (250, 270, None, 250, True, 0)),
    "unknown drink alone": ([UNKNOWN_DRINK], DRINKS_ONLY, (None, None, None, None, True, 0)),
    "unknown beer is no lack": ([WATER, UNKNOWN_BEER], Targets(), (250, None, None, 250, False, 1)),
    "unknown beer lacks when it counts": ([WATER, UNKNOWN_BEER], ALCOHOL_COUNTS, (250, None, None, 250, True, 0)),
    "drinks only, nothing drunk": ([SOUP], DRINKS_ONLY, (None, 270, None, None, False, 0)),
    "a supplement's water is food's": ([WATER, a_supplement(water_g=3.0)], Targets(), (250, 3, None, 253, False, 1)),
}


@pytest.mark.parametrize("case", WATERS)
def test_the_water_of_a_day(case: str) -> None:
    entries, targets, (drinks, food, alcoholic, counted, at_least, known_share) = WATERS[case]
    water = day_of(*entries, targets=targets).water
    assert (water.drinks_ml, water.food_ml, water.alcoholic_ml, water.counted_ml) == (drinks, food, alcoholic, counted)
    assert water.at_least is at_least
    assert water.known_share == pytest.approx(known_share)


@pytest.mark.parametrize(
    ("entry", "targets", "counted"),
    [
        (WATER, Targets(), 250),
        (SOUP, Targets(), 270),
        (SOUP, DRINKS_ONLY, 0),
        (BEER, Targets(), 0),
        (BEER, ALCOHOL_COUNTS, 300),
        (UNKNOWN_DRINK, Targets(), None),
        (UNKNOWN_FOOD, DRINKS_ONLY, 0),
    ],
)
def test_what_one_entry_gives_towards_the_water_target(entry: Entry, targets: Targets, counted: float | None) -> None:
    assert counted_water_ml(entry, targets) == counted


def test_fiber_of_the_day_raises_the_target() -> None:
    # 38 g: 13 g above 25 g, 25 mL each.
    day = day_of(an_entry(fiber_g=20.0), an_entry(fiber_g=18.0))
    assert (day.water.target.fiber_ml, day.water.target.target_ml) == (325, 2325)


def test_a_fluid_limit_that_is_passed_is_above_the_limit_and_just_met_is_reached() -> None:
    limited = Targets(water=WaterRule(fluid_limit_ml=500))
    states = [day_of(a_drink(water_g=drunk), targets=limited).states["water"] for drunk in (499.0, 500.0, 501.0)]
    assert states == ["below", "reached", "above_limit"]


def test_two_litres_may_be_passed() -> None:
    assert day_of(a_drink(water_g=5000.0)).states["water"] == "reached"


@pytest.mark.parametrize(
    ("food_mg", "pills_mg", "state"),
    [
        (None, None, "below"),
        (399.0, None, "below"),
        (150.0, 250.0, "reached"),
        (900.0, 350.0, "reached"),
        (10.0, 351.0, "above_limit"),
    ],
)
def test_only_pills_have_a_limit_of_magnesium(food_mg: float | None, pills_mg: float | None, state: str) -> None:
    day = day_of(an_entry(magnesium_mg=food_mg), a_supplement(magnesium_mg=pills_mg))
    assert day.states["magnesium_mg"] == state


@pytest.mark.parametrize(
    ("food_ug", "pills_ug", "state"),
    [
        (None, None, "below"),
        (5.0, 19.9, "below"),
        (5.0, 20.0, "reached"),
        (0.0, 100.0, "reached"),
        (1.0, 100.0, "above_limit"),
    ],
)
def test_vitamin_d_from_everything_has_a_limit(food_ug: float | None, pills_ug: float | None, state: str) -> None:
    day = day_of(an_entry(vitamin_d_ug=food_ug), a_supplement(vitamin_d_ug=pills_ug))
    assert day.states["vitamin_d_ug"] == state


@pytest.mark.parametrize(
    ("entries", "for_water", "for_nutrients"),
    [([], False, False), ([WATER], True, False), ([WATER, SOUP], True, True), ([a_supplement()], True, True)],
)
def test_which_days_count_as_logged(entries: list[Entry], *, for_water: bool, for_nutrients: bool) -> None:
    day = day_of(*entries)
    assert (day.logged_for_water, day.logged_for_nutrients) == (for_water, for_nutrients)


amounts = st.none() | st.floats(0, 1e5)
some_entries = st.lists(
    st.builds(
        lambda kind, grams, values: an_entry(kind=kind, grams=None if kind == "supplement" else grams, **values),
        st.sampled_from(["food", "drink", "supplement"]),
        st.floats(1, 1e4),
        st.fixed_dictionaries(dict.fromkeys(DIARY_KEYS, amounts)),
    ),
    max_size=8,
)


@given(entries=some_entries, targets=st.sampled_from([Targets(), DRINKS_ONLY, ALCOHOL_COUNTS]), seed=st.integers())
def test_the_order_of_entries_changes_no_number(entries: list[Entry], targets: Targets, seed: int) -> None:
    shuffled = random.Random(seed).sample(entries, len(entries))
    assert day_of(*shuffled, targets=targets) == day_of(*entries, targets=targets)


@given(entries=some_entries, key=st.sampled_from(DIARY_KEYS))
def test_blank_is_never_zero(entries: list[Entry], key: str) -> None:
    total = day_of(*entries).totals[key]
    known = [entry.amount_of(key) for entry in entries if entry.amount_of(key) is not None]
    assert (total.amount is None) == (not known)
    assert total.at_least == any(entry.kind != "supplement" and entry.amount_of(key) is None for entry in entries)
    assert 0 <= total.known_share <= 1
    if total.at_least and known:
        # An entry of nothing added to the unknown keeps it unknown.
        zeroed = [*entries, an_entry(**{key: 0.0})]
        assert day_of(*zeroed).totals[key].at_least


@given(entries=some_entries)
def test_counted_water_is_the_sum_of_what_the_entries_give(entries: list[Entry]) -> None:
    day = day_of(*entries)
    given_ml = sum(counted_water_ml(entry, day.targets) or 0.0 for entry in entries)
    assert (day.water.counted_ml or 0.0) == pytest.approx(given_ml)
