"""Own foods, stars, saved meals and habits on both databases: every verb does one thing, and can be taken back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.builders import FRIDAY, NOON, a_supplement, an_entry
from tests.line_reader import a_food, only
from tracker.again import meals, own_foods
from tracker.again.habits import Habit, foods_of, habits, meals_of
from tracker.again.stars import star, starred, unstar
from tracker.changes import Change, contents
from tracker.diary import Diary
from tracker.entries import Entry, entry_of_food, new_id
from tracker.errors import NeedsConfirmationError, RefusedError
from tracker.foods import FoodTable
from tracker.overlay import Foods
from tracker.own_food import OwnFood, own_food, own_portion
from tracker.store import StaleEntryError, Store

BERLIN = ZoneInfo("Europe/Berlin")
TODAY = date(2026, 11, 22)
ODD = "<b>O'Brien</b>'s \"½\" $x$; DROP TABLE own_food;-- 🥣"


@pytest.fixture(autouse=True)
def clock() -> Iterator[Any]:
    """Stand still on the morning of Sunday, 22 November 2026."""
    with time_machine.travel(datetime(2026, 11, 22, 8, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def diary(store: Store) -> Diary:
    return Diary(store, BERLIN)


def a_bar(name: str = "Bar", magnesium_mg: float | None = 100.0, **more: Any) -> OwnFood:
    return own_food(name, {"magnesium_mg": magnesium_mg, "energy_kcal": 400.0}, **more)


def state(diary: Diary) -> dict[Any, Any]:
    """Return what the person sees of everything, without the stamps of saving."""
    entries = diary.entries(date(2, 1, 1), date(9999, 1, 1))
    return contents((*entries, *own_foods.own_foods(diary), *meals.saved_meals(diary), *starred(diary).values()))


def eaten(diary: Diary, food: OwnFood, grams: float, day: date = FRIDAY) -> Entry:
    entry = entry_of_food(food.as_food(), grams=grams, amount=grams, measure="g", day=day, at=NOON, meal="snack")
    return diary.log([entry]).after[0]


def kept_food(diary: Diary) -> OwnFood:
    (food,) = own_foods.own_foods(diary)
    return food


# Own foods


def test_an_own_food_comes_back_with_its_portions_and_is_starred(diary: Diary) -> None:
    food = a_bar(ODD, None, portions=(own_portion("bar", 50), own_portion("box", 200)), group="sweets")
    change = own_foods.add(diary, food)
    saved = kept_food(diary)
    assert saved == change.kept_after[0] == replace(food, updated_at=datetime(2026, 11, 22, 8, 0, tzinfo=UTC))
    assert saved.per_100_g["magnesium_mg"] is None
    assert list(starred(diary)) == [food.id]


def test_own_foods_are_listed_by_name_and_a_name_stands_once(diary: Diary) -> None:
    for name in ("b", "C", "a"):
        own_foods.add(diary, a_bar(name))
    assert [food.name for food in own_foods.own_foods(diary)] == ["a", "b", "C"]
    with pytest.raises(RefusedError, match="already have a food called A"):
        own_foods.add(diary, a_bar("A"))
    with pytest.raises(RefusedError, match="already have"):
        own_foods.edit(diary, replace(own_foods.own_foods(diary)[2], name=" B "))


def test_an_edit_leaves_what_was_logged_unless_asked(diary: Diary) -> None:
    own_foods.add(diary, a_bar())
    food = kept_food(diary)
    entry = eaten(diary, food, 50)
    change = own_foods.edit(diary, replace(food, per_100_g={"magnesium_mg": 200.0}, name="Better bar"))
    assert (change.before, change.after) == ((), ())
    assert (kept_food(diary).name, kept_food(diary).version) == ("Better bar", 2)
    assert diary.day(FRIDAY).entries == (entry,)


def test_an_edit_that_is_to_rewrite_the_past_scales_by_the_weight_of_each_entry_and_undoes_as_one(diary: Diary) -> None:
    own_foods.add(diary, a_bar())
    own_foods.add(diary, other := a_bar("Other"))
    food = kept_food_named(diary, "Bar")
    eaten(diary, food, 50)
    eaten(diary, food, 200, day=FRIDAY - timedelta(days=300))
    eaten(diary, other, 50)
    diary.log([replace(an_entry(), food_id=food.id, source="import", grams=None, magnesium_mg=7.0)])
    before = state(diary)
    change = own_foods.edit(
        diary, replace(food, name="Shake", group="drinks", per_100_g={"magnesium_mg": 30.0}), rewrite_past=True
    )
    assert len(change.after) == 2
    found = diary.entries(date(2020, 1, 1), TODAY)
    told = sorted(
        (entry.name, entry.kind, entry.grams or 0.0, entry.magnesium_mg, entry.energy_kcal) for entry in found
    )
    assert told == [
        ("Other", "food", 50, 50, 200),
        ("Shake", "drink", 50, 15, None),
        ("Shake", "drink", 200, 60, None),
        ("Spinach, cooked", "food", 0, 7, None),
    ]
    diary.undo(change)
    assert state(diary) == before


def kept_food_named(diary: Diary, name: str) -> OwnFood:
    return next(food for food in own_foods.own_foods(diary) if food.name == name)


def test_an_edit_of_what_another_window_changed_or_deleted_is_refused(store: Store) -> None:
    here, there = Diary(store, BERLIN), Diary(store, BERLIN)
    own_foods.add(here, a_bar())
    food = kept_food(here)
    own_foods.edit(there, replace(food, name="From there"))
    for refused in (lambda: own_foods.edit(here, replace(food, name="x")), lambda: own_foods.delete(here, food)):
        with pytest.raises(StaleEntryError, match="This food was changed in another window"):
            refused()
    own_foods.delete(there, kept_food(there))
    with pytest.raises(StaleEntryError):
        own_foods.edit(here, replace(food, name="x"))
    assert state(here) == {}


def test_a_deleted_food_leaves_its_entries_and_comes_back_with_its_star(diary: Diary) -> None:
    own_foods.add(diary, a_bar(portions=(own_portion("bar", 50),)))
    entry = eaten(diary, kept_food(diary), 50)
    before = state(diary)
    change = own_foods.delete(diary, kept_food(diary))
    assert (own_foods.own_foods(diary), dict(starred(diary))) == ((), {})
    assert diary.day(FRIDAY).entries == (entry,)
    diary.undo(change)
    assert state(diary) == before
    unstar(diary, kept_food(diary).id)
    assert len(own_foods.delete(diary, kept_food(diary)).kept_before) == 1


@pytest.mark.parametrize(
    "changes", [{"name": " "}, {"per_100_g": {"magnesium_mg": -1.0}}, {"portions": (own_portion("bar", -1),)}]
)
def test_a_food_that_cannot_be_is_neither_added_nor_saved(diary: Diary, changes: dict[str, Any]) -> None:
    with pytest.raises(RefusedError):
        own_foods.add(diary, replace(a_bar(), **changes))
    own_foods.add(diary, a_bar())
    with pytest.raises(RefusedError):
        own_foods.edit(diary, replace(kept_food(diary), **changes))
    assert kept_food(diary).version == 1


def test_an_unlikely_figure_is_asked_about_once_and_again_only_when_figures_change(diary: Diary) -> None:
    powder = a_bar("Powder", 3000.0)
    with pytest.raises(NeedsConfirmationError, match="Powder: 3,000 mg magnesium"):
        own_foods.add(diary, powder)
    assert state(diary) == {}
    own_foods.add(diary, powder, sure=True)
    own_foods.edit(diary, replace(kept_food(diary), name="New name"))
    changed = replace(kept_food(diary), per_100_g={"magnesium_mg": 4000.0})
    with pytest.raises(NeedsConfirmationError):
        own_foods.edit(diary, changed)
    assert kept_food(diary).version == 2
    own_foods.edit(diary, changed, sure=True)
    assert kept_food(diary).per_100_g["magnesium_mg"] == 4000


# Stars


def test_stars_are_the_newest_first_and_starring_twice_changes_nothing(diary: Diary, clock: Any) -> None:
    for food_id in ("sr:1", "sr:2", ODD):
        star(diary, food_id)
        clock.shift(60)
    assert list(starred(diary)) == [ODD, "sr:2", "sr:1"]
    assert not star(diary, "sr:1")
    change = unstar(diary, "sr:2")
    assert list(starred(diary)) == [ODD, "sr:1"]
    assert not unstar(diary, "sr:2")
    diary.undo(change)
    assert set(starred(diary)) == {ODD, "sr:1", "sr:2"}


# Saved meals

PORRIDGE = (
    an_entry(name="Oats", grams=40.0, amount=0.5, magnesium_mg=55.0),
    an_entry(name="Milk", kind="drink", grams=160.0, amount=160.0, measure="ml", magnesium_mg=20.0),
    a_supplement(vitamin_d_ug=25.0),
)


@pytest.mark.parametrize("name", ["my porridge", ODD])
def test_a_meal_is_saved_and_logged_by_half_with_its_own_nutrients(diary: Diary, name: str) -> None:
    logged = diary.log(PORRIDGE).after
    meals.save(diary, name, logged)
    (meal,) = meals.saved_meals(diary)
    assert (meal.name, len(meal.parts)) == (name, 3)
    change = meals.log(diary, meal, 0.5, day=TODAY, at=datetime(2026, 11, 22, 9, tzinfo=BERLIN), of="breakfast")
    found = diary.day(TODAY).entries
    assert found == tuple(sorted(change.after, key=lambda entry: (entry.at, entry.id)))
    assert sorted((entry.name, entry.grams, entry.magnesium_mg, entry.vitamin_d_ug) for entry in change.after) == [
        ("A pill", None, None, 12.5),
        ("Milk", 80, 10, None),
        ("Oats", 20, 27.5, None),
    ]
    assert len({entry.batch_id for entry in change.after} - {None}) == 1
    diary.undo(change)
    assert diary.day(TODAY).entries == ()
    with pytest.raises(NeedsConfirmationError):
        meals.log(diary, meal, 50, day=TODAY, at=NOON, of="breakfast")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("porridge", ["My porridge", "Porridge, Sunday's"]),
        ("MY PORR", ["My porridge", "Porridge, Sunday's"]),
        ("sunday porridge", ["Porridge, Sunday's"]),
        ("orridge", []),
        ("porridge soup", []),
        ("my", []),
        (" - ", []),
        ("", []),
    ],
)
def test_meals_are_found_by_how_the_words_of_their_name_begin(diary: Diary, words: str, found: list[str]) -> None:
    for name in ("My porridge", "Porridge, Sunday's", "Soup"):
        meals.save(diary, name, PORRIDGE)
    assert [meal.name for meal in meals.named(meals.saved_meals(diary), words)] == found


def test_a_saved_meal_does_not_change_with_the_entries_it_came_from(diary: Diary) -> None:
    logged = diary.log(PORRIDGE).after
    meals.save(diary, "my porridge", logged)
    diary.delete(logged)
    assert [part.name for part in meals.saved_meals(diary)[0].parts] == ["Oats", "Milk", "A pill"]


def test_a_meal_is_renamed_resized_and_shortened_and_each_edit_undoes(diary: Diary) -> None:
    meals.save(diary, "my porridge", PORRIDGE)
    states, done = [state(diary)], []
    for edited in (
        lambda meal: replace(meal, name="porridge"),
        lambda meal: replace(meal, parts=(meal.parts[0].resized(80.0, "g", 80.0), *meal.parts[1:])),
        lambda meal: replace(meal, parts=meal.parts[:1]),
    ):
        done.append(meals.edit(diary, edited(meals.saved_meals(diary)[0])))
        states.append(state(diary))
    (meal,) = meals.saved_meals(diary)
    assert (meal.name, [(part.grams, part.nutrients["magnesium_mg"]) for part in meal.parts]) == (
        "porridge",
        [(80, 110)],
    )
    states.pop()
    while done:
        diary.undo(done.pop())
        assert state(diary) == states.pop()


def test_a_meals_name_stands_once_and_an_old_state_is_not_saved(diary: Diary) -> None:
    meals.save(diary, "My porridge", PORRIDGE)
    with pytest.raises(RefusedError, match="already have a saved meal called my porridge"):
        meals.save(diary, " my  porridge ", PORRIDGE)
    meals.save(diary, "Other", PORRIDGE)
    with pytest.raises(RefusedError, match="already have"):
        meals.edit(diary, replace(meals.saved_meals(diary)[1], name="MY PORRIDGE"))
    (meal, _) = meals.saved_meals(diary)
    meals.edit(diary, replace(meal, name="From there"))
    with pytest.raises(StaleEntryError, match="This meal was changed in another window"):
        meals.edit(diary, replace(meal, name="From here"))
    with pytest.raises(StaleEntryError):
        meals.delete(diary, meal)
    with pytest.raises(RefusedError):
        meals.save(diary, "Empty", ())


def test_a_deleted_meal_comes_back_once(diary: Diary) -> None:
    meals.save(diary, "my porridge", PORRIDGE)
    before = state(diary)
    change = meals.delete(diary, meals.saved_meals(diary)[0])
    assert state(diary) == {}
    diary.undo(change)
    assert state(diary) == before
    with pytest.raises(StaleEntryError):
        diary.undo(change)


# Undo


def verbs(diary: Diary, number: int, name: str) -> list[Callable[[], Change]]:
    """Return everything that can be done now."""
    food = next(iter(own_foods.own_foods(diary)), None)
    meal = next(iter(meals.saved_meals(diary)), None)
    found = [
        lambda: own_foods.add(diary, a_bar(f"{name} {new_id()}", None if number % 2 else 1.5)),
        lambda: star(diary, name),
        lambda: unstar(diary, next(iter(starred(diary)), "none")),
        lambda: meals.save(diary, f"{name} {new_id()}", PORRIDGE),
    ]
    if food is not None:
        changed = replace(food, per_100_g={"magnesium_mg": float(number)})
        found += [
            lambda: own_foods.edit(diary, changed, rewrite_past=number % 2 == 0),
            lambda: own_foods.delete(diary, food),
            lambda: diary.log(
                [entry_of_food(food.as_food(), grams=50, amount=1, measure="bar", day=FRIDAY, at=NOON, meal="snack")]
            ),
        ]
    if meal is not None:
        found += [
            lambda: meals.edit(diary, replace(meal, parts=meal.scaled(2).parts)),
            lambda: meals.delete(diary, meal),
            lambda: meals.log(diary, meal, day=FRIDAY, at=NOON, of="lunch", sure=True),
        ]
    return found


@given(steps=st.lists(st.tuples(st.integers(0, 99), st.text("ab'\"<;%", min_size=1, max_size=5)), max_size=10))
@settings(max_examples=30)
def test_undoing_any_sequence_of_verbs_brings_back_every_state_and_redoing_the_last(
    store: Store, steps: list[tuple[int, str]]
) -> None:
    diary = Diary(store, BERLIN, person_id=new_id())
    done: list[Change] = []
    states = []
    for number, name in steps:
        states.append(state(diary))
        possible = verbs(diary, number, name)
        done.append(possible[number % len(possible)]())
    last = state(diary)
    redo = []
    while done:
        redo.append(diary.undo(done.pop()))
        assert state(diary) == states.pop()
    assert state(diary) == {}
    while redo:
        diary.undo(redo.pop())
    assert state(diary) == last


def test_a_change_is_renewed_by_the_undo_of_a_later_one(diary: Diary) -> None:
    first = own_foods.add(diary, a_bar())
    edited = own_foods.edit(diary, replace(kept_food(diary), name="New"))
    taken_back = diary.undo(edited)
    renewed = first.renewed(taken_back)
    assert [(row.id, row.version) for row in renewed.kept_after] == [
        (kept_food(diary).id, 3),
        (kept_food(diary).id, 1),
    ]
    diary.undo(renewed)
    assert state(diary) == {}


def test_each_person_has_their_own(store: Store) -> None:
    mine, yours = Diary(store, BERLIN, "me"), Diary(store, BERLIN, "you")
    own_foods.add(mine, a_bar())
    meals.save(mine, "my porridge", PORRIDGE)
    assert state(yours) == {}
    with pytest.raises(StaleEntryError):
        own_foods.delete(yours, kept_food(mine))
    assert len(state(mine)) == 3


# Finding


def small_table() -> FoodTable:
    foods = (
        a_food("Oats", ("cup", 80.0), group="grains"),
        a_food("Kale", group="greens"),
        a_food("Apple", ("piece", 180.0)),
    )
    return FoodTable({food.id: food for food in foods})


def test_a_person_finds_what_another_process_just_saved(store: Store) -> None:
    here, there = Diary(store, BERLIN), Diary(store, BERLIN)
    shared = Foods.of(small_table())
    assert foods_of(here, shared) is shared
    own_foods.add(there, a_bar("Crunchola"))
    meals.save(there, "my porridge", PORRIDGE)
    found = foods_of(here, shared)
    food = kept_food(there)
    assert found.index.search("crunch")[0].food.id == food.id
    assert only(found.reader.read("30 g crunchola")).food_id == food.id
    assert only(found.reader.read("half my porridge")).kind == "meal"
    own_foods.edit(there, replace(food, name="Softola"))
    assert foods_of(here, shared).index.search("crunch", partial=False) == []
    assert foods_of(Diary(store, BERLIN, "another"), shared) is shared


# Habits


def had(food_id: str, meal: str, day: int, amount: float) -> Entry:
    at = datetime(2026, 11, day, 8, tzinfo=BERLIN)
    return an_entry(food_id=food_id, meal=meal, day=at.date(), at=at, amount=amount, measure="cup", grams=100 * amount)


def told(found: tuple[Habit, ...]) -> list[tuple[str, int, bool, float | None]]:
    return [(habit.food.name, habit.count, habit.starred, habit.grams) for habit in found]


def test_habits_are_the_foods_of_this_meal_with_their_last_amounts_starred_first(diary: Diary) -> None:
    diary.log(
        [
            had("Oats", "breakfast", 20, 1), had("Oats", "breakfast", 21, 2), had("Oats", "dinner", 22, 5),
            had("Kale", "breakfast", 21, 1), had("Apple", "dinner", 21, 1),
            had("gone from the table", "breakfast", 21, 1),
        ]
    )  # fmt: skip
    table = small_table()
    assert told(habits(diary, table, "breakfast")) == [("Oats", 2, False, 200), ("Kale", 1, False, 100)]
    assert told(habits(diary, table, "breakfast", 1)) == [("Oats", 2, False, 200)]
    for food_id in ("Kale", "Apple"):
        star(diary, food_id)
    assert told(habits(diary, table, "breakfast")) == [
        ("Kale", 1, True, 100),
        ("Oats", 2, False, 200),
        ("Apple", 0, True, 100),
    ]
    assert told(habits(diary, table, "lunch"))[0] == ("Kale", 0, True, 100)


def test_a_new_own_food_is_offered_at_once_with_its_usual_portion_or_asks(diary: Diary) -> None:
    diary.log([had("Oats", "breakfast", 21, 1)])
    own_foods.add(diary, a_bar("Crunch", portions=(own_portion("bar", 50),)))
    own_foods.add(diary, a_bar("Unmeasured"))
    foods = foods_of(diary, Foods.of(small_table()))
    found = {habit.food.name: habit for habit in habits(diary, foods.table, "breakfast")}
    assert list(found)[-1] == "Oats"
    entry = found["Crunch"].entry(day=TODAY, at=NOON, meal="breakfast")
    assert entry is not None
    assert (entry.amount, entry.measure, entry.grams, entry.magnesium_mg, entry.source) == (1, "bar", 50, 50, "tap")
    assert found["Unmeasured"].entry(day=TODAY, at=NOON, meal="breakfast") is None


def test_habits_are_of_the_last_ninety_days(diary: Diary) -> None:
    diary.log([replace(had("Oats", "breakfast", 21, 1), day=TODAY - timedelta(days=90))])
    diary.log([replace(had("Kale", "breakfast", 21, 1), day=TODAY - timedelta(days=89))])
    assert [habit.food.name for habit in habits(diary, small_table(), "breakfast")] == ["Kale"]


def test_the_meals_of_a_day_are_listed_to_be_copied_without_some(diary: Diary) -> None:
    diary.log([had("Oats", "breakfast", 21, 1), had("Kale", "dinner", 21, 1), had("Apple", "breakfast", 21, 2)])
    found = meals_of(diary, date(2026, 11, 21))
    assert list(found) == ["breakfast", "dinner"]
    wanted = [entry for entry in found["breakfast"] if entry.food_id != "Apple"]
    change = diary.copy(wanted, TODAY, "snack")
    assert [(entry.food_id, entry.meal) for entry in diary.day(TODAY).entries] == [("Oats", "snack")]
    diary.undo(change)
    assert meals_of(diary, TODAY) == {}
    assert meals_of(diary, date.max) == {}
