"""What would close the gap of a day: what holds for every way, and what comes out for plausible people."""

import random
import re
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.suggesting.builders import a_day, candidate, eatable, shipped_table
from tracker import suggest as front
from tracker.foods import Food, FoodTable
from tracker.intake import day_intake
from tracker.suggest import Suggestion, suggest, suggest_from
from tracker.suggesting import programme
from tracker.suggesting.candidates import RARE_KCAL, candidates
from tracker.suggesting.exclusions import VEGAN_GROUPS, Exclusions
from tracker.suggesting.solver import OutOfTimeError
from tracker.suggesting.wishes import USUAL_CAP_KCAL, Wishes, WishesError
from tracker.targets import Targets, WaterRule, water_target

EATEN = (
    "Salmon, baked or grilled",
    "Whole wheat bread",
    "Oatmeal, cooked",
    "Banana",
    "Lentils, cooked",
    "Chicken breast, cooked",
    "Broccoli, cooked",
    "Spinach, cooked",
    "Almonds",
    "Flaxseed",
    "Egg, boiled",
    "Milk, whole",
    "Coffee, brewed",
    "Wine, red",
    "Dark chocolate",
    "Tomato, raw",
)
MENU = [
    {"magnesium_mg": 88.0, "vitamin_d_ug": 0.0},
    {"magnesium_mg": 88.0, "vitamin_d_ug": 12.0},
    {"magnesium_mg": 250.0, "vitamin_d_ug": 20.0},
    {"magnesium_mg": 399.0, "vitamin_d_ug": 25.0},
    {"magnesium_mg": 0.0, "vitamin_d_ug": 10.0},
]


def eaten(*names: str) -> tuple[Food, ...]:
    by_name = {food.name: food for food in shipped_table()}
    return tuple(by_name[name] for name in names)


def suggested(mg: float, ug: float, *usual: str, without: str = "", kcal: float | None = None, **day) -> Suggestion:
    wishes = Wishes(Exclusions.parse(without), kcal)
    return suggest(a_day(mg, ug, **day), shipped_table(), eaten(*usual), wishes)


def in_words(found: Suggestion) -> list[set[str]]:
    return [{f"{food.amount:g} {food.food.name}" for food in way.foods} for way in found.ways]


@pytest.mark.parametrize("left", MENU)
@pytest.mark.parametrize("without", ["", "vegan", "nuts", "fish", "vegetarian, dairy"])
@pytest.mark.parametrize("usual", [(), EATEN])
def test_every_way_keeps_to_all_that_was_asked(left: dict[str, float], without: str, usual: tuple[str, ...]) -> None:
    found = suggested(left["magnesium_mg"], left["vitamin_d_ug"], *usual, without=without)
    still_open = {one.need for one in found.open}
    assert len(found.ways) <= 5
    assert found.in_time
    for way in found.ways:
        assert 1 <= len(way.foods) <= 3
        assert all(food.count in {1, 2} and food.grams == food.count * food.portion.grams for food in way.foods)
        assert all(food.portion == food.food.usual_portion for food in way.foods)
        assert sum(food.amount_of("energy_kcal") or 0.0 for food in way.foods) <= USUAL_CAP_KCAL
        for need in found.gap.needs:
            given_by_way = sum(food.amount_of(need) or 0.0 for food in way.foods)
            assert given_by_way >= left[need] * (1 - 1e-9) or need in still_open
        assert not {food.food.name for food in way.foods} & {"Coffee, brewed", "Wine, red"}
        assert {food.is_usual for food in way.foods if food.food.name in usual} <= {True}
    groups = {food.food.group for way in found.ways for food in way.foods}
    if without == "vegan":
        assert groups <= VEGAN_GROUPS
    if without == "fish":
        assert not groups & {"fish", "seafood"}
    if without == "vegetarian, dairy":
        assert not groups & {"fish", "seafood", "meat", "dairy", "dishes", "sweets", "other"}
        drinks = [food.food.name for way in found.ways for food in way.foods if food.food.group == "drinks"]
        assert all(re.match("(Soy|Oat|Almond|Rice|Coconut) milk", name) for name in drinks)
    if without == "nuts":
        assert not groups & {"nuts", "dishes", "sweets", "other"}


@pytest.mark.parametrize("left", MENU)
@pytest.mark.parametrize("usual", [(), EATEN])
def test_ways_differ_by_a_main_food_which_comes_again_only_where_there_is_no_choice(
    left: dict[str, float], usual: tuple[str, ...]
) -> None:
    found = suggested(left["magnesium_mg"], left["vitamin_d_ug"], *usual)
    kinds = [{food.food.name.partition(",")[0] for food in way.foods} for way in found.ways]
    mains = [{food.food.name.partition(",")[0] for food in way.foods if food.is_main} for way in found.ways]
    for number, main in enumerate(mains):
        assert main
        assert all(main - later for later in kinds[number + 1 :])
    # Of salmon and trout alone one portion or two have 20 µg; half as much more fishes have.
    if left["vitamin_d_ug"] < 20:
        assert max(sum(kind in main for main in mains) for kind in set().union(*mains)) == 1
    assert not any(
        re.search("Carp|Eel|Beet greens|Sturgeon", food.food.name) for way in found.ways for food in way.foods
    )


def test_ways_of_what_the_person_eats_come_before_others() -> None:
    found = suggested(88.0, 0.0, *EATEN)
    usual = [way.is_usual for way in found.ways]
    assert usual == sorted(usual, reverse=True)
    assert usual[:3] == [True, True, True]
    # The best of all is a cup of spinach.
    assert in_words(found)[0] == {"1 Spinach, cooked"}


def test_staples_come_instead_of_what_closes_little_with_much() -> None:
    """Milk, chips, bread: 700 kcal for what a cup of greens has; the best of it is shown, and no more."""
    found = suggested(88.0, 0.0, "Milk, whole", "French fries", "White bread", "Egg, fried")
    assert [way.is_usual for way in found.ways] == [True, False, False, False, False]
    assert (found.ways[0].adds["energy_kcal"].amount or 0.0) > 400


def test_the_best_way_of_what_the_person_eats_is_shown_first_whatever_it_costs_within_the_cap() -> None:
    beans = candidate("beans", 750.0, 90.0, 0.0, is_usual=True, most=1)
    greens = [candidate(f"kale {number}", 20.0 + number, 90.0, 0.0, most=1) for number in range(5)]
    found = in_words(suggest_from(a_day(88.0, 0.0), [*greens, beans], Wishes()))
    assert found == [{"1 beans"}, {"1 kale 0"}, {"1 kale 1"}, {"1 kale 2"}, {"1 kale 3"}]
    within = in_words(suggest_from(a_day(88.0, 0.0), [*greens, beans], Wishes(energy_cap_kcal=749.0)))
    assert within == [{f"1 kale {number}"} for number in range(5)]


def test_another_main_food_comes_before_a_cheaper_way_of_the_same() -> None:
    fishes = [candidate("trout", 100.0, 0.0, 13.0, most=1), candidate("herring", 500.0, 0.0, 13.0, most=1)]
    greens = [candidate("kale", 20.0, 90.0, 0.0, most=1), candidate("chard", 25.0, 90.0, 0.0, most=1)]
    found = in_words(suggest_from(a_day(88.0, 12.0), [*fishes, *greens], Wishes()))
    assert found[:2] == [{"1 trout", "1 kale"}, {"1 herring", "1 chard"}]
    assert {"1 trout", "1 chard"} in found


@pytest.mark.parametrize(("common", "is_there"), [(2, True), (3, False), (5, False)])
def test_what_most_shops_lack_comes_only_where_there_are_few_ways_without(common: int, is_there: bool) -> None:
    carp = candidate("carp", 100.0, 0.0, 13.0, unfamiliar_kcal=RARE_KCAL, most=1)
    fishes = [candidate(f"fish {number}", 500.0 + number, 0.0, 13.0, most=1) for number in range(common)]
    found = in_words(suggest_from(a_day(0.0, 12.0), [carp, *fishes], Wishes()))
    assert ({"1 carp"} in found) is is_there
    eaten_too = replace(carp, is_usual=True, unfamiliar_kcal=0.0)
    assert in_words(suggest_from(a_day(0.0, 12.0), [eaten_too, *fishes], Wishes()))[0] == {"1 carp"}


def test_for_an_empty_diary_staples_close_the_gap() -> None:
    found = suggested(88.0, 12.0)
    assert len(found.ways) == 5
    assert not any(food.is_usual for way in found.ways for food in way.foods)
    assert all(any(food.food.group == "fish" for food in way.foods) for way in found.ways)


@given(
    st.sampled_from(MENU),
    st.floats(0, 60),
    st.floats(0, 2000),
    st.sampled_from((0.0, 500.0)),
    st.sampled_from(("all", "drinks")),
    st.builds(WaterRule, base_ml=st.sampled_from((1500.0, 2000.0)), ml_per_fiber_g=st.floats(0, 60)),
)
@settings(max_examples=25)
def test_the_water_target_after_a_way_is_that_of_the_rule(left, fiber_g, activity_ml, heat_ml, counts, rule) -> None:
    targets = Targets(water=rule, water_counts=counts)
    day = a_day(
        left["magnesium_mg"], left["vitamin_d_ug"], targets, fiber_g=fiber_g, activity_ml=activity_ml, heat_ml=heat_ml
    )
    found = suggest(day, shipped_table(), eaten(*EATEN), Wishes())
    for way in found.ways:
        fiber_after = fiber_g + sum(food.amount_of("fiber_g") or 0.0 for food in way.foods)
        target = water_target(rule, fiber_after, activity_ml, heat_ml).target_ml
        assert way.water_target.target_ml == pytest.approx(target)
        food_ml = sum(
            food.amount_of("water_g") or 0.0 for food in way.foods if counts == "all" or food.food.group == "drinks"
        )
        so_far_ml = day.water.counted_ml or 0.0
        assert way.left.water_ml == pytest.approx(max(0.0, target - so_far_ml - food_ml), abs=1e-6)


@given(st.sampled_from(MENU), st.floats(600, 2500), st.sampled_from(("all", "drinks")))
@settings(max_examples=20)
def test_a_fluid_limit_is_neither_raised_nor_passed(left, limit_ml, counts) -> None:
    targets = Targets(water=WaterRule(fluid_limit_ml=limit_ml), water_counts=counts)
    day = a_day(left["magnesium_mg"], left["vitamin_d_ug"], targets, water_g=500.0, activity_ml=500.0, heat_ml=500.0)
    for way in suggest(day, shipped_table(), eaten(*EATEN), Wishes()).ways:
        assert way.water_target.is_limit
        assert way.water_target.target_ml == limit_ml
        assert way.left.water_ml == 0.0
        counted_ml = sum(
            food.amount_of("water_g") or 0.0 for food in way.foods if counts == "all" or food.food.group == "drinks"
        )
        assert counted_ml <= limit_ml - (day.water.counted_ml or 0.0) + 1e-6


def test_logging_a_way_makes_the_day_that_it_showed() -> None:
    day = a_day(250.0, 20.0)
    way = suggest(day, shipped_table(), eaten(*EATEN), Wishes()).ways[0]
    at = datetime(2026, 11, 20, 20, tzinfo=ZoneInfo("Europe/Berlin"))
    eaten_then = [food.entry(day=day.day, at=at, meal="dinner") for food in way.foods]
    after = day_intake(day.day, [*day.entries, *eaten_then], day.targets)
    assert after.states["magnesium_mg"] == after.states["vitamin_d_ug"] == "reached"
    assert after.water.target == way.water_target
    assert after.totals["magnesium_mg"].amount == pytest.approx(150.0 + (way.adds["magnesium_mg"].amount or 0.0))


@pytest.mark.parametrize("left", MENU)
def test_the_same_diary_gives_the_same_ways_whatever_the_order_of_foods(left: dict[str, float]) -> None:
    day = a_day(left["magnesium_mg"], left["vitamin_d_ug"])
    foods = list(candidates(shipped_table(), eaten(*EATEN), Exclusions()))
    first = suggest_from(day, foods, Wishes())
    assert suggest_from(day, foods, Wishes()) == first
    random.Random(1).shuffle(foods)
    assert suggest_from(day, foods, Wishes()) == first


def test_nothing_left_is_nothing_to_suggest() -> None:
    found = suggested(0.0, -5.0, *EATEN)
    assert (found.gap.needs, found.ways, found.open) == ((), (), ())


def test_on_a_day_without_fish_food_does_not_close_vitamin_d_and_says_how_much_it_would() -> None:
    found = suggested(150.0, 20.0, *EATEN, without="fish")
    (still_open,) = found.open
    assert (still_open.need, still_open.left) == ("vitamin_d_ug", 20)
    assert still_open.held_by == "foods"
    # All everyday foods are looked at: two glasses of oat milk 8.6, two cups of corn flakes 2.8, two eggs 2.2.
    assert still_open.most == pytest.approx(13.6, abs=0.1)
    assert {food.food.name for food in still_open.nearest} == {"Oat milk", "Corn flakes", "Egg, boiled"}
    assert len(found.ways) == 5
    assert all(way.left.magnesium_mg == 0 and way.left.vitamin_d_ug > 0 for way in found.ways)


def test_where_nothing_that_is_left_can_be_closed_there_is_no_way() -> None:
    found = suggested(0.0, 20.0, without="vegan")
    assert found.ways == ()
    assert found.open[0].most == pytest.approx(2.0, abs=0.1)


def test_before_food_is_said_not_to_close_a_need_all_everyday_foods_are_looked_at() -> None:
    """Staples have no vitamin D but fish and mushrooms; two glasses of milk have 6 µg."""
    found = suggested(0.0, 5.0, without="fish")
    assert found.open == ()
    assert any(food.food.group == "drinks" for way in found.ways for food in way.foods)
    no_staples = suggested(150.0, 0.0, without="fish,greens,nuts,legumes,seeds,mushrooms")
    assert len(no_staples.ways) == 5
    assert {food.food.group for way in no_staples.ways for food in way.foods} <= {"grains", "fruit", "vegetables"}
    sure = suggested(88.0, 12.0)
    assert {food.food.staple for way in sure.ways for food in way.foods} == {2}


@pytest.mark.parametrize(
    ("kcal", "room_ml", "held_by"),
    [(800.0, None, "foods"), (1.5, None, "energy"), (800.0, 0.0, "fluid"), (1.5, 0.0, "fluid")],
)
def test_what_keeps_food_from_closing_a_need_is_told(kcal: float, room_ml: float | None, held_by: str) -> None:
    targets = Targets(water=WaterRule(fluid_limit_ml=None if room_ml is None else 1200.0 + room_ml))
    found = suggest(a_day(900.0, 0.0, targets), shipped_table(), eaten("Spinach, cooked"), Wishes(energy_cap_kcal=kcal))
    assert [(one.need, one.held_by) for one in found.open] == [("magnesium_mg", held_by)]


def test_where_the_upper_limit_of_vitamin_d_leaves_no_room_that_is_the_reason() -> None:
    targets = Targets(vitamin_d_ug=40.0, vitamin_d_limit_ug=30.0)
    trout = candidate("trout", 100.0, 0.0, 13.0)
    (still_open,) = suggest_from(a_day(0.0, 12.0, targets), [trout], Wishes()).open
    assert (still_open.most, still_open.held_by) == (0, "limit")


def test_where_nothing_gives_any_that_is_said() -> None:
    table = FoodTable({"kale": replace(eatable("Kale", 40.0, 100.0, None, group="greens", staple=2), id="kale")})
    found = suggest(a_day(88.0, 5.0), table, (), Wishes())
    assert [(one.need, one.most, one.nearest) for one in found.open] == [("vitamin_d_ug", 0, ())]
    assert in_words(found) == [{"1 Kale"}]
    assert suggest(a_day(88.0, 5.0), FoodTable({}), (), Wishes()).ways == ()


def test_an_energy_that_allows_one_but_not_both_is_said_and_most_is_closed() -> None:
    fish, kale = candidate("fish", 200.0, 0.0, 20.0), candidate("kale", 150.0, 200.0, 0.0)
    both = suggest_from(a_day(200.0, 20.0), [fish, kale], Wishes(energy_cap_kcal=350.0))
    assert both.is_joint
    assert in_words(both) == [{"1 fish", "1 kale"}]
    either = suggest_from(a_day(200.0, 20.0), [fish, kale], Wishes(energy_cap_kcal=349.0))
    assert (either.is_joint, either.open) == (False, ())
    assert in_words(either)[0] == {"1 kale"}  # the cheaper one
    assert either.ways[0].left.vitamin_d_ug == 20


@pytest.mark.parametrize("kcal", [100.0, 250.0, 600.0])
def test_no_way_has_more_energy_than_was_asked_for(kcal: float) -> None:
    found = suggested(250.0, 20.0, *EATEN, kcal=kcal)
    assert found.ways
    assert all((way.adds["energy_kcal"].amount or 0.0) <= kcal for way in found.ways)


def test_vitamin_d_from_everything_stays_within_the_persons_limit() -> None:
    targets = Targets(vitamin_d_limit_ug=30.0)
    found = suggest(a_day(88.0, 12.0, targets), shipped_table(), eaten(*EATEN), Wishes())
    assert found.ways
    assert all(13.0 + (way.adds["vitamin_d_ug"].amount or 0.0) <= 30.0 for way in found.ways)


def test_what_is_unknown_of_a_way_is_told_apart_from_nothing() -> None:
    hemp = candidate("hemp", 55.0, 70.0, None, amounts={"fiber_g": None})
    kale = candidate("kale", 20.0, 30.0, 1.0)
    (way,) = suggest_from(a_day(100.0, 0.0), [replace(hemp, most=1), replace(kale, most=1)], Wishes()).ways
    assert (way.adds["vitamin_d_ug"].amount, way.adds["vitamin_d_ug"].at_least) == (1, True)
    assert (way.adds["fiber_g"].amount, way.adds["fiber_g"].at_least) == (2, True)
    (alone,) = suggest_from(a_day(70.0, 0.0), [hemp], Wishes()).ways
    assert (alone.adds["vitamin_d_ug"].amount, alone.adds["vitamin_d_ug"].at_least) == (None, True)


def test_a_food_of_unknown_energy_is_never_free() -> None:
    free = eatable("Free greens", None, 300.0, None, group="greens", staple=2)
    kale = eatable("Kale", 40.0, 300.0, None, group="greens", staple=2)
    table = FoodTable({food.id: food for food in (free, kale)})
    assert in_words(suggest(a_day(88.0, 0.0), table, (free,), Wishes())) == [{"1 Kale"}]


def test_when_time_runs_out_what_was_found_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    solved = programme.best_way
    calls: list[object] = []

    def fourth_is_too_long(*given: object, **named: object) -> object:
        calls.append(given)
        if len(calls) > 3:  # the best, none of what the person eats, the first of all
            raise OutOfTimeError
        return solved(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(front, "best_way", fourth_is_too_long)
    found = suggested(88.0, 0.0)
    assert not found.in_time
    assert len(found.ways) == 1
    monkeypatch.setattr(front, "TIME_LIMIT_S", 0.0)
    calls.clear()
    assert (suggested(88.0, 0.0).ways, suggested(88.0, 0.0).in_time) == ((), False)


@pytest.mark.parametrize(
    ("kcal", "words", "is_asked"),
    [
        (None, "800 kcal", False),
        (1.5, "1.5 kcal", True),
        (49.9, "49.9 kcal", True),
        (50.0, "50 kcal", False),
        (600.7, "600.7 kcal", False),
        (1200.0, "1,200 kcal", False),
    ],
)
def test_an_energy_is_said_with_all_its_digits_and_a_very_small_one_is_asked_about(
    kcal: float | None, words: str, is_asked: bool
) -> None:
    wishes = Wishes(energy_cap_kcal=kcal)
    assert wishes.cap_words == words
    assert (wishes.question is not None) is is_asked
    assert not is_asked or words in (wishes.question or "")


@pytest.mark.parametrize("kcal", [0.0, -1.0, 5001.0, float("nan"), float("inf")])
def test_an_energy_that_cannot_be_is_refused(kcal: float) -> None:
    with pytest.raises(WishesError, match="must be more than 0 and at most 5,000 kcal"):
        Wishes(energy_cap_kcal=kcal)
