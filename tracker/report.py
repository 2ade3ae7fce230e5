"""Days and items as JSON and as plain lines, for the command line.

JSON is never rounded and unknown is null; the lines are for reading and round to what the nutrient's definition says.
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from typing import Any, Final

from tracker.entries import Entry
from tracker.foods import Food, FoodTable
from tracker.intake import METERS, Day, NutrientTotal
from tracker.nutrients import DIARY_KEYS, NUTRIENTS, iu_from_ug
from tracker.parse import Item
from tracker.targets import State

STATE_WORDS: dict[State, str] = {"below": "below", "reached": "reached", "above_limit": "above the limit"}


# How much of a person's own text an error repeats, and how many questions it asks.
_MOST_QUOTED: Final = 60
_MOST_IN_QUESTION: Final = 160
_MOST_QUESTIONS: Final = 5


def food_json(food: Food) -> dict[str, Any]:
    """Return what a search says of a food."""
    return {"id": food.id, "name": food.name, "group": food.group, "source": food.source}


def entry_json(person_id: str, entry: Entry) -> dict[str, Any]:
    """Return an entry with the columns of the entry table."""
    row: dict[str, Any] = {"person_id": person_id}
    for column in fields(entry):
        value = getattr(entry, column.name)
        row[column.name] = value.isoformat() if isinstance(value, date | datetime) else value
    return row


def day_json(person_id: str, day: Day) -> dict[str, Any]:
    """Return a day: totals, water with its parts, states and entries."""
    water, target = day.water, day.water.target
    parts = {"base": target.base_ml, "fiber": target.fiber_ml, "activity": target.activity_ml, "heat": target.heat_ml}
    return {
        "day": day.day.isoformat(),
        "totals": {key: _total_json(day.totals[key]) for key in DIARY_KEYS},
        "water": {
            "drinks_ml": water.drinks_ml,
            "food_ml": water.food_ml,
            "counted_ml": water.counted_ml,
            "target_ml": target.target_ml,
            "parts": None if target.is_limit else parts,
        },
        "states": {meter: day.states[meter] for meter in METERS},
        "entries": [entry_json(person_id, entry) for entry in day.entries],
    }


def _total_json(total: NutrientTotal) -> dict[str, Any]:
    return {
        "amount": total.amount,
        "known_share": total.known_share,
        "food": total.food,
        "supplement": total.supplement,
    }


def amount_text(key: str, amount: float | None, *, at_least: bool = False) -> str:
    """Return an amount with its unit; unknown is said, never shown as zero. Vitamin D in IU with µg."""
    if amount is None:
        return "unknown"
    before = "at least " if at_least else ""
    if key == "water":
        return f"{before}{amount:,.0f} mL"
    nutrient = NUTRIENTS[key]
    if key == "vitamin_d_ug":
        return f"{before}{iu_from_ug(amount):,.0f} IU ({amount:,.1f} µg)"
    return f"{before}{amount:,.{nutrient.decimals}f} {nutrient.unit}"


def entry_line(entry: Entry) -> str:
    """Return an entry on one line: amount, name and what it gives of magnesium and vitamin D."""
    grams = "" if entry.grams is None else f" ({entry.grams:,.0f} g)"
    magnesium = amount_text("magnesium_mg", entry.magnesium_mg)
    return f"{entry.amount:g} {entry.measure} {entry.name}{grams}: magnesium {magnesium}"


def item_line(item: Item) -> str:
    """Return a read item on one line: what it would be saved as, or what is asked."""
    name = item.name or "?"
    amount = "?" if item.amount is None else f"{item.amount:g}"
    grams = "" if item.grams is None else f" = {item.grams:,.0f} g"
    about = " (about)" if item.approximate else ""
    asked = f"  [ask: {item.reason}]" if item.status == "ask" else ""
    return f"{item.text!r}: {amount} {item.measure or ''} {name}{grams}{about}{asked}"


def questions(items: Sequence[Item]) -> str:
    """Return what is asked about items that were not saved; a long text is not repeated whole."""
    asked = [f"{_short(item.text, _MOST_QUOTED)!r}: {_short(item.reason or '', _MOST_IN_QUESTION)}" for item in items]
    more = f"; and {len(asked) - _MOST_QUESTIONS} more" if len(asked) > _MOST_QUESTIONS else ""
    return "; ".join(asked[:_MOST_QUESTIONS]) + more


def _short(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def left_out_sentence(table: FoodTable) -> str | None:
    """Return the sentence about rows of the food table that were left out; None when there are none."""
    # A problem of the first line is a column that is not known, which costs no row.
    rows = len({(problem.file, problem.line) for problem in table.problems if problem.line > 1})
    if not rows:
        return None
    said, are = ("1 row", "is") if rows == 1 else (f"{rows:,} rows", "are")
    return f"{said} of the food table could not be read and {are} left out."


def day_lines(day: Day) -> Iterator[str]:
    """Yield the day as it is read on a terminal."""
    water, target = day.water, day.water.target
    yield day.day.isoformat()
    if not day.entries:
        yield "Nothing logged."
        return
    counted = amount_text("water", water.counted_ml, at_least=water.at_least)
    yield f"Water      {counted} of {target.target_ml:,.0f} mL, {STATE_WORDS[day.states['water']]}"
    if target.fiber_ml:
        yield f"           the target has {target.fiber_ml:,.0f} mL for fiber, a comfort rule"
    for key, goal in (("magnesium_mg", day.targets.magnesium_mg), ("vitamin_d_ug", day.targets.vitamin_d_ug)):
        total = day.totals[key]
        shown = amount_text(key, total.amount, at_least=total.at_least)
        yield f"{NUTRIENTS[key].label:10} {shown} of {amount_text(key, goal)}, {STATE_WORDS[day.states[key]]}"
        if total.at_least and total.amount is not None:
            yield f"           {100 * total.known_share:.0f} % of the day's energy has a value"
    for entry in day.entries:
        yield f"{entry.meal:10} {entry_line(entry)}"
