"""The SQL of own foods, stars and saved meals: whatever can be saved comes back, each person's own, at a fixed cost."""

from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from tracker.changes import Kept, Star
from tracker.entries import MAX_AMOUNT, new_id
from tracker.foods import GROUPS
from tracker.nutrients import DIARY_KEYS, NUTRIENTS
from tracker.own_food import OwnFood, own_portion
from tracker.saved_meal import MealPart, SavedMeal
from tracker.store import DuplicateEntryError, StaleEntryError, Store
from tracker.store.kept import change_kept, own_foods, rows_like, saved_meals, stars

AT = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), min_size=1, max_size=200)
weights = st.floats(0, MAX_AMOUNT, exclude_min=True)


def amounts_of(keys: Any) -> st.SearchStrategy[dict[str, float | None]]:
    return st.fixed_dictionaries(dict.fromkeys(keys, st.none() | st.floats(0, MAX_AMOUNT)))


foods = st.builds(
    OwnFood,
    id=names,
    name=names,
    per_100_g=amounts_of(NUTRIENTS),
    group=st.sampled_from(GROUPS),
    portions=st.lists(st.builds(own_portion, names, weights, weights), max_size=3).map(tuple),
    version=st.integers(1, 9),
    updated_at=st.just(AT),
)
parts = st.builds(
    MealPart,
    kind=st.sampled_from(["food", "drink", "supplement"]),
    name=names,
    amount=weights,
    measure=names,
    food_id=st.none() | names,
    grams=st.none() | weights,
    nutrients=amounts_of(DIARY_KEYS),
)
meals = st.builds(
    SavedMeal,
    id=names,
    name=names,
    parts=st.lists(parts, min_size=1, max_size=3).map(tuple),
    version=st.integers(1, 9),
    updated_at=st.just(AT),
)
some_stars = st.builds(Star, names, st.integers(1, 9), st.just(AT))


def everything(store: Store, person_id: str) -> list[Kept]:
    with store.reading() as connection:
        return [
            *own_foods(connection, person_id),
            *saved_meals(connection, person_id),
            *stars(connection, person_id),
        ]


def change(store: Store, person_id: str, before: list[Kept], after: list[Kept]) -> None:
    with store.writing() as connection:
        change_kept(connection, person_id, before, after)


def in_order(rows: list[Kept]) -> list[tuple[str, str, Kept]]:
    return sorted(((type(row).__name__, row.id, row) for row in rows), key=lambda found: found[:2])


@given(rows=st.lists(foods | meals | some_stars, max_size=4))
@settings(max_examples=40)
def test_whatever_is_kept_comes_back_as_it_was_and_goes_without_a_trace(store: Store, rows: list[Kept]) -> None:
    person_id = new_id()
    wanted = list({(type(row), row.id): row for row in rows}.values())
    change(store, person_id, [], wanted)
    assert in_order(everything(store, person_id)) == in_order(wanted)
    with store.reading() as connection:
        assert in_order(rows_like(connection, person_id, wanted)) == in_order(wanted)
    assert everything(store, new_id()) == []
    change(store, person_id, wanted, [])
    assert everything(store, person_id) == []
    with store.reading() as connection:
        for table in ("own_portion", "saved_meal_part"):
            left = text(f"SELECT count(*) FROM {table} WHERE person_id = :person")
            assert connection.execute(left, {"person": person_id}).scalar() == 0


def a_food(version: int = 1, **more: Any) -> OwnFood:
    return OwnFood(
        "own:1", **({"name": "Bar", "per_100_g": dict.fromkeys(NUTRIENTS)} | more), version=version, updated_at=AT
    )


def test_a_row_is_overwritten_with_its_portions_in_order(store: Store) -> None:
    old = a_food(portions=(own_portion("bar", 50), own_portion("half", 25)))
    new = a_food(2, name="New", portions=(own_portion("half", 20), own_portion("bar", 40), own_portion("box", 200)))
    change(store, "me", [], [old])
    change(store, "me", [old], [new])
    assert everything(store, "me") == [new]


def test_a_row_of_another_version_is_neither_overwritten_nor_deleted(store: Store) -> None:
    change(store, "me", [], [a_food(2)])
    for after in ([a_food(3)], []):
        with pytest.raises(StaleEntryError, match="This food was changed in another window"):
            change(store, "me", [a_food(1)], list(after))
    with pytest.raises(StaleEntryError):
        change(store, "you", [a_food(2)], [])
    assert everything(store, "me") == [a_food(2)]


def test_a_row_that_is_there_already_is_not_saved_again(store: Store) -> None:
    change(store, "me", [], [a_food(), Star("own:1", updated_at=AT)])
    for row in (a_food(), Star("own:1", updated_at=AT)):
        with pytest.raises(DuplicateEntryError):
            change(store, "me", [], [row])
    change(store, "you", [], [a_food()])
    assert len(everything(store, "me")) == 2


def test_reading_many_own_foods_takes_two_statements(store: Store) -> None:
    rows: list[Kept] = [
        OwnFood(f"own:{number}", "Bar", {}, portions=(own_portion("bar", 50),), updated_at=AT) for number in range(50)
    ]
    change(store, "me", [], rows)
    statements: list[str] = []
    event.listen(store.engine, "before_cursor_execute", lambda *seen: statements.append(seen[2]))
    with store.reading() as connection:
        assert len(own_foods(connection, "me")) == 50
    assert len([statement for statement in statements if statement.startswith("SELECT")]) == 2
