"""The best way against trying all of them, and what holds for every way."""

import itertools
import math
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.suggesting.builders import candidate
from tracker.suggesting.candidates import Candidate
from tracker.suggesting.columns import Chosen, columns_of
from tracker.suggesting.programme import Bounds, best_way, cost_kcal, most_of

# One food more, and a main food seen before: what they cost beside energy, kcal.
FOOD, AGAIN, OPEN = 75.0, 175.0, 5000.0

# A way as the test sees it: names with how many portions.
Counts = frozenset[tuple[str, int]]

amounts = st.one_of(st.none(), st.integers(0, 120).map(float))
tables = st.lists(
    st.tuples(
        st.integers(0, 400).map(float),
        amounts,
        amounts,
        st.sampled_from("abcd"),
        st.sampled_from(("salmon", "kale", "nuts", "beans")),
        st.integers(1, 2),
        st.sampled_from((0.0, 10.0, 50.0)),
        st.one_of(st.none(), st.integers(0, 100).map(float)),
    ),
    max_size=7,
).map(
    lambda rows: [
        candidate(
            f"food {number}",
            kcal,
            mg,
            ug,
            course=course,
            family=family,
            most=most,
            unfamiliar_kcal=unfamiliar,
            amounts={"water_g": water},
        )
        for number, (kcal, mg, ug, course, family, most, unfamiliar, water) in enumerate(rows)
    ]
)
needs_of = st.sampled_from(
    [
        {"magnesium_mg": 88.0},
        {"vitamin_d_ug": 40.0},
        {"magnesium_mg": 150.0, "vitamin_d_ug": 60.0},
        {"magnesium_mg": 10.0, "vitamin_d_ug": 200.0},
    ]
)
bounds_of = st.builds(
    Bounds,
    st.sampled_from((150.0, 400.0, 800.0)),
    st.sampled_from((50.0, 150.0, 1000.0)),
    st.sampled_from((None, 0.0, 120.0)),
)


def in_a_minute() -> float:
    return time.monotonic() + 60.0


def portions(candidates: Sequence[Candidate]) -> Iterator[tuple[tuple[Candidate, int], ...]]:
    """Yield every way of up to three foods, of one course one, of each as many portions as it may have."""
    for number in range(4):
        for foods in itertools.combinations(candidates, number):
            if len({food.course for food in foods}) == number:
                for counts in itertools.product((1, 2), repeat=number):
                    if all(count <= food.most for food, count in zip(foods, counts, strict=True)):
                        yield tuple(zip(foods, counts, strict=True))


def sum_of(way: Sequence[tuple[Candidate, int]], key: str) -> float:
    return math.fsum(count * (food.amounts[key] or 0.0) for food, count in way)


def base_cost(way: Sequence[tuple[Candidate, int]]) -> float:
    return sum_of(way, "energy_kcal") + sum(FOOD + food.unfamiliar_kcal for food, _ in way)


def keeps_to(way: Sequence[tuple[Candidate, int]], bounds: Bounds) -> bool:
    water_g = [(count, food.amounts["water_g"]) for food, count in way]
    water_ml = sum(count * (100.0 if water is None else water) for count, water in water_g)
    return (
        sum_of(way, "energy_kcal") <= bounds.energy_kcal
        and sum_of(way, "vitamin_d_ug") <= bounds.vitamin_d_ug
        and (bounds.water_ml is None or water_ml <= bounds.water_ml)
    )


def main_families(way: Sequence[tuple[Candidate, int]], needs: Mapping[str, float]) -> set[str]:
    main = {
        food.family
        for food, count in way
        if any(count * (food.amounts[need] or 0.0) >= left / 3 for need, left in needs.items())
    }
    return main or {food.family for food, _ in way}


def as_pairs(way: Chosen) -> tuple[tuple[Candidate, int], ...]:
    return tuple((option.candidate, option.count) for option in way)


def least_cost(
    candidates: Sequence[Candidate],
    needs: Mapping[str, float],
    bounds: Bounds,
    earlier: Sequence[Sequence[tuple[Candidate, int]]] = (),
    most_uses: float = math.inf,
    *,
    in_part: bool = False,
) -> float:
    """Return the cost of the best way of all there are; infinity when there is none."""
    mains = [main_families(way, needs) for way in earlier]
    uses = Counter(family for main in mains for family in main)
    best = math.inf
    for way in portions(candidates):
        short = [max(0.0, left - sum_of(way, need)) / left for need, left in needs.items()]
        if not keeps_to(way, bounds) or (any(short) and not in_part):
            continue
        if any(sum(food.family in main for food, _ in way) >= len(main) for main in mains):
            continue
        if any(
            uses[food.family] >= most_uses
            and any(count * (food.amounts[need] or 0.0) >= left / 3 for need, left in needs.items())
            for food, count in way
        ):
            continue
        again = AGAIN * sum(uses[food.family] for food, _ in way)
        best = min(best, base_cost(way) + again + OPEN * sum(short))
    return best


@given(tables, needs_of, bounds_of, st.randoms())
@settings(max_examples=150)
def test_the_best_way_costs_what_trying_all_finds(candidates, needs, bounds, chance) -> None:
    shuffled = list(candidates)
    chance.shuffle(shuffled)
    way = best_way(columns_of(candidates), needs, bounds, ends_at_s=in_a_minute())
    cost = least_cost(candidates, needs, bounds)
    if way is None:
        assert cost == math.inf
        return
    pairs = as_pairs(way)
    assert base_cost(pairs) == pytest.approx(cost) == pytest.approx(cost_kcal(way, needs))
    assert keeps_to(pairs, bounds)
    assert all(sum_of(pairs, need) >= left * (1 - 1e-9) for need, left in needs.items())
    assert len(pairs) <= 3
    assert len({food.course for food, _ in pairs}) == len(pairs)
    assert best_way(columns_of(shuffled), needs, bounds, ends_at_s=in_a_minute()) == way


@given(tables, needs_of, bounds_of, st.sampled_from((1, 2, math.inf)))
@settings(max_examples=80)
def test_every_further_way_is_the_best_that_differs_from_those_before(candidates, needs, bounds, most_uses) -> None:
    columns = columns_of(candidates)
    earlier: list[Chosen] = []
    for _ in range(4):
        way = best_way(columns, needs, bounds, earlier=earlier, most_uses=most_uses, ends_at_s=in_a_minute())
        before = [as_pairs(one) for one in earlier]
        cost = least_cost(candidates, needs, bounds, before, most_uses)
        if way is None:
            assert cost == math.inf
            return
        uses = Counter(family for one in before for family in main_families(one, needs))
        again = AGAIN * sum(uses[option.candidate.family] for option in way)
        assert base_cost(as_pairs(way)) + again == pytest.approx(cost)
        assert cost_kcal(way, needs, earlier) == pytest.approx(cost)
        for one in before:
            assert main_families(one, needs) - {option.candidate.family for option in way}
        earlier.append(way)


@given(tables, needs_of, bounds_of)
@settings(max_examples=80)
def test_what_can_be_closed_in_part_only_is_closed_as_far_as_it_is_worth(candidates, needs, bounds) -> None:
    way = best_way(columns_of(candidates), needs, bounds, in_part=True, ends_at_s=in_a_minute())
    assert way is not None  # eating nothing is a way
    pairs = as_pairs(way)
    short = sum(max(0.0, left - sum_of(pairs, need)) / left for need, left in needs.items())
    assert base_cost(pairs) + OPEN * short == pytest.approx(least_cost(candidates, needs, bounds, in_part=True))


@given(tables, bounds_of, st.sampled_from(("magnesium_mg", "vitamin_d_ug")))
@settings(max_examples=80)
def test_the_most_that_one_way_gives_is_the_most_of_all_ways(candidates, bounds, need) -> None:
    way = as_pairs(most_of(columns_of(candidates), need, bounds, ends_at_s=in_a_minute()))
    within = [one for one in portions(candidates) if keeps_to(one, bounds)]
    most = max(sum_of(one, need) for one in within)
    assert sum_of(way, need) == pytest.approx(most)
    assert base_cost(way) == pytest.approx(min(base_cost(one) for one in within if sum_of(one, need) >= most - 1e-6))


def names(way: Chosen | None) -> set[tuple[str, int]]:
    assert way is not None
    return {(option.candidate.food.name, option.count) for option in way}


ROOMY = Bounds(800.0, 100.0)


def test_what_is_unknown_never_helps() -> None:
    unknown, known = candidate("unknown", 10.0, None, 5.0), candidate("known", 300.0, 88.0, 5.0)
    way = best_way(columns_of([unknown, known]), {"magnesium_mg": 88.0}, ROOMY, ends_at_s=in_a_minute())
    assert names(way) == {("known", 1)}
    assert best_way(columns_of([unknown]), {"magnesium_mg": 1.0}, ROOMY, ends_at_s=in_a_minute()) is None


def test_two_foods_are_worth_one_portion_of_bread_less_energy_not_more() -> None:
    whole = candidate("whole", 174.0, 100.0, None)
    halves = [candidate(name, 50.0, 50.0, None) for name in ("half", "other half")]
    one = [*halves, whole]
    for each in halves:
        assert each.most == 2
    singles = [candidate(each.food.name, 50.0, 50.0, None, most=1) for each in halves]
    need = {"magnesium_mg": 100.0}
    # 100 kcal and two foods against 174 kcal and one: 250 against 249.
    assert names(best_way(columns_of([*singles, whole]), need, ROOMY, ends_at_s=in_a_minute())) == {("whole", 1)}
    # 100 kcal and two portions of one food.
    assert len(names(best_way(columns_of(one), need, ROOMY, ends_at_s=in_a_minute()))) == 1


def test_of_one_course_a_way_has_one_food() -> None:
    fishes = [candidate(name, 50.0, 0.0, 10.0, course="main", most=1) for name in ("trout", "salmon")]
    need = {"vitamin_d_ug": 20.0}
    assert best_way(columns_of(fishes), need, ROOMY, ends_at_s=in_a_minute()) is None


def test_vitamin_d_stays_within_what_the_upper_limit_leaves() -> None:
    carp, kale = candidate("carp", 100.0, 90.0, 44.0), candidate("kale", 400.0, 90.0, 0.0)
    need = {"magnesium_mg": 88.0}
    way = best_way(columns_of([carp, kale]), need, Bounds(800.0, 43.0), ends_at_s=in_a_minute())
    assert names(way) == {("kale", 1)}


def test_under_a_fluid_limit_water_that_is_not_known_is_all_of_the_food() -> None:
    dry = candidate("dry", 300.0, 90.0, None, amounts={"water_g": 5.0})
    unknown = candidate("unknown", 100.0, 90.0, None, amounts={"water_g": None})
    columns, need = columns_of([dry, unknown]), {"magnesium_mg": 88.0}
    assert names(best_way(columns, need, Bounds(800.0, 100.0, 99.0), ends_at_s=in_a_minute())) == {("dry", 1)}
    assert names(best_way(columns, need, Bounds(800.0, 100.0, 100.0), ends_at_s=in_a_minute())) == {("unknown", 1)}
    drinks_only = Bounds(800.0, 100.0, 0.0, drinks_only=True)
    assert names(best_way(columns, need, drinks_only, ends_at_s=in_a_minute())) == {("unknown", 1)}


def test_a_way_has_three_foods_at_most() -> None:
    quarters = [candidate(name, 10.0, 25.0, None, most=1) for name in "abcd"]
    assert best_way(columns_of(quarters), {"magnesium_mg": 100.0}, ROOMY, ends_at_s=in_a_minute()) is None
    assert len(names(best_way(columns_of(quarters), {"magnesium_mg": 75.0}, ROOMY, ends_at_s=in_a_minute()))) == 3


@pytest.mark.parametrize(
    ("trout_kcal", "most_uses", "fish"),
    [
        (300.0, math.inf, "trout"),  # 100 kcal more are well spent on another fish
        (700.0, math.inf, "salmon"),  # 500 are not
        (700.0, 2, "salmon"),
        (700.0, 1, "trout"),  # unless no main food may come twice
    ],
)
def test_another_main_food_is_worth_some_energy(trout_kcal: float, most_uses: float, fish: str) -> None:
    foods = [
        candidate("salmon", 200.0, 0.0, 20.0),
        candidate("trout", trout_kcal, 0.0, 20.0),
        candidate("kale", 50.0, 90.0, 0.0),
        candidate("spinach", 60.0, 90.0, 0.0),
    ]
    columns, needs = columns_of(foods), {"magnesium_mg": 88.0, "vitamin_d_ug": 20.0}
    first = best_way(columns, needs, ROOMY, ends_at_s=in_a_minute())
    assert first is not None
    assert names(first) == {("salmon", 1), ("kale", 1)}
    second = best_way(columns, needs, ROOMY, earlier=[first], most_uses=most_uses, ends_at_s=in_a_minute())
    assert names(second) == {(fish, 1), ("spinach", 1)}
