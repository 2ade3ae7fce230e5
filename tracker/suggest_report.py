"""What would close a day's gap, as JSON and as plain lines, for the command line, in the manner of `tracker.report`.

The sentences are those of the page too, which gives its own way of saying amounts.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import Any, Final

from tracker.intake import COUNTED_WATER
from tracker.report import amount_text
from tracker.suggest import TIME_LIMIT_S, Gap, Open, Suggestion, Way, WayFood
from tracker.suggesting.gaps import NEEDS

# How an amount of a nutrient or of COUNTED_WATER is said.
Say = Callable[[str, float], str]

_LABELS: Final = {
    "energy_kcal": "energy",
    "magnesium_mg": "magnesium",
    "vitamin_d_ug": "vitamin D",
    "fiber_g": "fiber",
    COUNTED_WATER: "water",
}
LABELS_NOTE: Final = "The name of a food does not tell all that is in it: with an allergy, read its label."
UV_NOTE: Final = "Mushrooms grown under UV light have vitamin D: where you can buy them, star them to see them here."


def suggestion_json(suggestion: Suggestion) -> dict[str, Any]:
    """Return the gap, the ways and what stays open; nothing is rounded, unknown is null."""
    wishes = suggestion.wishes
    return {
        "day": suggestion.day.isoformat(),
        "gap": _gap_json(suggestion.gap),
        "energy_cap_kcal": wishes.cap_kcal,
        "without": list(wishes.exclusions.words),
        "ways": [_way_json(way) for way in suggestion.ways],
        "open": [
            {"key": one.need, "left": one.left, "most": one.most, "nearest": [_food_json(food) for food in one.nearest]}
            for one in suggestion.open
        ],
        "together": suggestion.is_joint,
        "in_time": suggestion.in_time,
        "notes": list(notes_of(suggestion)),
    }


def _gap_json(gap: Gap) -> dict[str, Any]:
    return {
        "magnesium_mg": gap.magnesium_mg,
        "vitamin_d_ug": gap.vitamin_d_ug,
        "water_ml": gap.water_ml,
        "at_most": sorted(gap.at_most),
        "fluid_room_ml": gap.fluid_room_ml,
    }


def _way_json(way: Way) -> dict[str, Any]:
    return {
        "foods": [_food_json(food) for food in way.foods],
        "adds": {key: added.amount for key, added in way.adds.items()},
        "at_least": [key for key, added in way.adds.items() if added.at_least],
        "water_target_ml": way.water_target.target_ml,
        "left": _gap_json(way.left),
        "usual": way.is_usual,
    }


def _food_json(food: WayFood) -> dict[str, Any]:
    return {
        "food_id": food.food.id,
        "name": food.food.name,
        "amount": food.amount,
        "measure": food.measure,
        "grams": food.grams,
        "portions": food.count,
        "main": food.is_main,
        "usual": food.is_usual,
    }


def suggestion_lines(suggestion: Suggestion) -> Iterator[str]:
    """Yield the gap, the ways and the notes as they are read on a terminal."""
    yield f"{suggestion.day.isoformat()}, left: {gap_text(suggestion.gap, amount_text)}"
    for number, way in enumerate(suggestion.ways, start=1):
        yield f"{number}. {' + '.join(map(_food_text, way.foods))}"
        yield f"   {_way_text(way)}"
    yield from notes_of(suggestion)


def gap_text(gap: Gap, say: Say) -> str:
    """Return what is left of a day ("magnesium 88 mg; water 600 mL")."""
    left = {
        **{need: gap.of(need) for need in NEEDS},
        COUNTED_WATER: gap.water_ml,
    }
    parts = [
        f"{_LABELS[key]} {'at most ' if key in gap.at_most else ''}{say(key, amount)}"
        for key, amount in left.items()
        if amount > 0
    ]
    if gap.fluid_room_ml is not None:
        parts.append(f"{say(COUNTED_WATER, gap.fluid_room_ml)} within your fluid limit")
    return "; ".join(parts) or "nothing"


def _food_text(food: WayFood) -> str:
    return f"{food.amount:g} {food.measure} {food.food.name} ({food.grams:,.0f} g)"


def _way_text(way: Way) -> str:
    adds = ", ".join(
        f"{_LABELS[key]} {amount_text(key, added.amount, at_least=added.at_least and added.amount is not None)}"
        for key, added in way.adds.items()
        if key != "water_g"
    )
    target = amount_text(COUNTED_WATER, way.water_target.target_ml)
    if way.water_target.is_limit:
        return f"adds {adds}; the fluid limit stays {target}"
    return f"adds {adds}; the water target is then {target}, {amount_text(COUNTED_WATER, way.left.water_ml)} of it left"


def notes_of(suggestion: Suggestion, say: Say = amount_text) -> tuple[str, ...]:
    """Return what is to be said of a suggestion, a sentence or two each. say: how amounts are shown."""
    return tuple(_notes(suggestion, say))


def _notes(suggestion: Suggestion, say: Say) -> Iterator[str]:
    gap, wishes = suggestion.gap, suggestion.wishes
    if not gap.needs:
        yield "Magnesium and vitamin D are reached: there is nothing for food to close."
        return
    for one in suggestion.open:
        yield open_text(one, say)
    still_open = {one.need for one in suggestion.open}
    if "vitamin_d_ug" in still_open and "mushrooms" not in wishes.exclusions.groups:
        yield UV_NOTE
    if gap.fluid_room_ml is not None and still_open:
        yield f"Food has water too, and your fluid limit leaves {say(COUNTED_WATER, gap.fluid_room_ml)}."
    if not suggestion.is_joint:
        most = f"{wishes.cap_kcal:,.0f} kcal"
        yield f"Magnesium and vitamin D cannot both be closed within {most}: each way closes most of it."
    if not suggestion.in_time:
        yield f"The search was stopped after {TIME_LIMIT_S:g} seconds: there may be more ways."
    if suggestion.ways:
        yield f"No way has more than {wishes.cap_kcal:,.0f} kcal."
    if wishes.exclusions:
        yield LABELS_NOTE


def open_text(one: Open, say: Say) -> str:
    """Return that food cannot close a need, and how much of it one way gives at most."""
    said = f"Food cannot reasonably close what is left of {_LABELS[one.need]}, {say(one.need, one.left)}"
    if not one.most:
        return f"{said}: none of the foods to choose from gives any."
    foods = _and([f"{food.amount:g} {food.measure} {food.food.name}" for food in one.nearest])
    return f"{said}: at the most {say(one.need, one.most)} in one go, with {foods}."


def _and(parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"{'; '.join(parts[:-1])} and {parts[-1]}"
