"""The rows of the review: what was read, and what the person has answered since.

Rows live in the session until they are saved or left out. The callbacks of a row's fields change its item here, so
that whatever is drawn or saved reads the item alone.
"""

from dataclasses import dataclass, replace
from typing import Any, Final

import streamlit as st

from tracker.diary import Diary
from tracker.entries import new_id
from tracker.errors import RefusedError, TrackerError
from tracker.foods import Food, FoodTable
from tracker.overlay import Foods
from tracker.parse import Item
from tracker.quantities import find_quantity
from tracker.reading import answers
from tracker.ui import resources
from tracker.ui.amounts import measures_of, weigh
from tracker.ui.text import typed

_ROWS: Final = "review.rows"
_NOT_FOUND: Final = 8


@dataclass(frozen=True, slots=True)
class Row:
    """One item of the review.

    nearest: id and name of foods to choose among when the words name none. problem: why the last answer was not taken.
    answered: whether the person has answered or changed it.
    """

    id: str
    item: Item
    nearest: tuple[tuple[str, str], ...] = ()
    problem: str | None = None
    answered: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing about it is open, what was last typed in its fields included."""
        return self.item.status == "ready" and self.problem is None

    def key(self, part: str) -> str:
        """Return the key of one of the row's widgets."""
        return f"review.{part}.{self.id}"

    @property
    def foods(self) -> dict[str, str]:
        """The foods it can be, name by id: the one chosen first."""
        offered = [(choice.food_id, choice.name) for choice in self.item.choices]
        chosen = [] if self.item.food_id is None else [(self.item.food_id, self.item.name or "")]
        return dict([*chosen, *offered, *self.nearest])


def rows() -> tuple[Row, ...]:
    """Return the rows that wait, in the order of their lines."""
    found: tuple[Row, ...] = st.session_state.get(_ROWS, ())
    return found


def without_gone(table: FoodTable) -> tuple[Row, ...]:
    """Return the rows that wait; one whose food was deleted meanwhile asks for another."""
    for row in rows():
        item = row.item
        if item.food_id is not None and table.get(item.food_id) is None:
            reason = f"{item.name} is not among your foods any more. Which food?"
            st.session_state[row.key("row")] = True
            _put(replace(row, item=Item(item.text, "ask", reason, amount=item.amount, measure=item.measure)))
    return rows()


def add(line: str, diary: Diary) -> int:
    """Read a line and add its items as rows; return how many there were. Raises a child of TrackerError."""
    new = _read(line, diary)
    st.session_state[_ROWS] = (*rows(), *new)
    return len(new)


def remove(gone: tuple[Row, ...]) -> None:
    """Take rows out of the review."""
    ids = {row.id for row in gone}
    st.session_state[_ROWS] = tuple(row for row in rows() if row.id not in ids)


def clear() -> None:
    """Drop all rows."""
    st.session_state.pop(_ROWS, None)


def take_words() -> str:
    """Return the words of the rows that were not answered yet, a line each, and drop these rows."""
    untouched = tuple(row for row in rows() if not row.answered)
    remove(untouched)
    # The name of a meal holds for all that follows it: what has none stands first.
    items = sorted((row.item for row in untouched), key=lambda item: item.eaten_at is not None)
    return "\n".join(item.text if item.eaten_at is None else f"{item.eaten_at}: {item.text}" for item in items)


def measures_of_row(item: Item, food: Food) -> dict[str, float]:
    """Return the measures the row's amount can be given in: the one that was said first, with the grams of one."""
    said = {item.measure: item.grams / item.amount} if item.measure and item.grams and item.amount else {}
    return said | {name: grams for name, grams in measures_of(food).items() if name not in said}


def begin(row: Row, item: Item) -> None:
    """Let the fields of a row show its item."""
    st.session_state[row.key("words")] = item.text
    st.session_state[row.key("food")] = item.food_id
    st.session_state[row.key("amount")] = "" if item.amount is None else typed(item.amount)
    st.session_state[row.key("measure")] = item.measure


def say_otherwise(row: Row) -> None:
    """Read the words of a row anew; they may be several items now, or none."""
    words = str(st.session_state.get(row.key("words")) or "")
    if words.strip() == row.item.text.strip():
        return
    try:
        new = tuple(_of_meal(each, row.item) for each in _read(words, resources.diary()))
    except TrackerError as error:
        _put(replace(row, problem=str(error)))
        return
    at = [each.id for each in rows()].index(row.id)
    st.session_state[_ROWS] = (*rows()[:at], *new, *rows()[at + 1 :])


def _of_meal(row: Row, before: Item) -> Row:
    """Return a row read anew, of the meal its item was of before unless its words name another."""
    return replace(row, item=replace(row.item, eaten_at=row.item.eaten_at or before.eaten_at))


def choose_food(row: Row) -> None:
    """Take another food for a row."""
    _answer(row, _with_chosen_food)


def type_amount(row: Row) -> None:
    """Take the amount and measure that a row's fields show."""
    _answer(row, _with_typed_amount)


def accept(*chosen: Row) -> None:
    """Take what rows propose as it is."""
    for row in chosen:
        if _answer(row, lambda item, _foods, _row: answers.accepted(item)):
            st.session_state[row.key("row")] = False


def _with_chosen_food(item: Item, foods: Foods, row: Row) -> Item:
    food = foods.table.get(st.session_state.get(row.key("food")))
    if food is None:
        raise RefusedError("Choose a food.")
    return answers.with_food(item, food, pint_ml=_pint_ml())


def _with_typed_amount(item: Item, foods: Foods, row: Row) -> Item:
    food = foods.table.get(item.food_id)
    if food is None:
        raise RefusedError("Choose a food first.")
    text, measure = str(st.session_state.get(row.key("amount"))), str(st.session_state.get(row.key("measure")))
    said = weigh(text, measure, measures_of_row(item, food), food, _pint_ml())
    return answers.with_amount(item, food, said.amount, said.measure, said.grams)


def _pint_ml() -> float:
    return resources.diary().settings.pint_ml


def _answer(row: Row, answer: Any) -> bool:
    """Put the answered item in the place of a row's and return True; a refusal is kept beside what was typed."""
    try:
        item = answer(row.item, resources.foods(), row)
    except TrackerError as error:
        _put(replace(row, problem=str(error)))
        return False
    _put(replace(row, item=item, problem=None, answered=True))
    begin(row, item)
    # An expander whose label changes is another one to the browser, which would close it.
    st.session_state[row.key("row")] = True
    return True


def _put(changed: Row) -> None:
    st.session_state[_ROWS] = tuple(changed if row.id == changed.id else row for row in rows())


def _read(line: str, diary: Diary) -> tuple[Row, ...]:
    foods = resources.foods(diary)
    items = foods.reader.read(line, familiar=diary.usage(), pint_ml=diary.settings.pint_ml)
    new = tuple(Row(new_id(), item, _nearest(item, foods)) for item in items)
    for row in new:
        if row.item.status == "ask":
            st.session_state[row.key("row")] = True
            begin(row, row.item)
    return new


def _nearest(item: Item, foods: Foods) -> tuple[tuple[str, str], ...]:
    """Return foods to choose among when the words of an item name none."""
    if item.food_id is not None or item.kind in ("supplement", "meal"):
        return ()
    _, words = find_quantity(item.text)
    return tuple((hit.food.id, hit.food.name) for hit in foods.index.search(words or item.text, _NOT_FOUND))
