"""What would close a day's gap, as JSON and as plain lines, for the command line, in the manner of `tracker.report`.

The sentences are those of the page too, in the units of the person.
"""

from collections.abc import Iterator
from typing import Any, Final

from tracker.amount_words import both_units, food_said, weight_words
from tracker.foods import FoodTable
from tracker.intake import COUNTED_WATER
from tracker.suggest import LITTLE, TIME_LIMIT_S, Gap, Open, Suggestion, Way, WayFood
from tracker.suggesting.exclusions import Exclusions, head_of
from tracker.suggesting.gaps import NEEDS
from tracker.suggesting.ways import Added
from tracker.suggesting.wishes import Wishes
from tracker.units import Units

_UNITS: Final = Units()
_LABELS: Final = {
    "energy_kcal": "energy",
    "magnesium_mg": "magnesium",
    "vitamin_d_ug": "vitamin D",
    "fiber_g": "fiber",
    COUNTED_WATER: "water",
}
# What groups are called where their name is not what people say.
_CALLED: Final = {"legumes": "beans and lentils", "seafood": "shellfish"}
ONLY_PLAIN: Final = "only plain everyday foods are suggested, no dishes, no sweets, none of your own foods"
LABELS_NOTE: Final = "The name of a food does not tell all that is in it: with an allergy, read its label."
UV_NOTE: Final = "Mushrooms grown under UV light have vitamin D: where you can buy them, star them to see them here."


def wishes_words(wishes: Wishes, table: FoodTable) -> str:
    """Return what is wished: "vegan, no nuts, at most 500 kcal"; "" when nothing is."""
    left_out = wishes.exclusions
    parts = ["vegan"] if left_out.vegan else []
    nothing_of = [*(group_called(group) for group in left_out.groups), *heads_of(left_out, table)]
    if nothing_of:
        parts.append(f"no {', '.join(nothing_of)}")
    if wishes.energy_cap_kcal is not None:
        parts.append(f"at most {wishes.cap_words}")
    return ", ".join(parts)


def group_called(group: str) -> str:
    """Return what people call a group."""
    return _CALLED.get(group, group)


def heads_of(left_out: Exclusions, table: FoodTable) -> list[str]:
    """Return what the single foods that are left out are called, each once."""
    foods = (table.get(food_id) for food_id in left_out.food_ids)
    return list(dict.fromkeys(head_of(food.name) for food in foods if food is not None))


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


def suggestion_lines(suggestion: Suggestion, units: Units = _UNITS, wished: str = "") -> Iterator[str]:
    """Yield the gap, the ways and the notes as they are read on a terminal. wished: as `wishes_words` says it."""
    yield f"{suggestion.day.isoformat()}, left: {gap_text(suggestion.gap, units)}"
    if wished:
        yield f"Wished: {wished}"
    for number, way in enumerate(suggestion.ways, start=1):
        yield f"{number}. {' + '.join(_food_text(food, units) for food in way.foods)}"
        yield f"   {_way_text(way, units)}"
    yield from notes_of(suggestion, units)


def gap_text(gap: Gap, units: Units = _UNITS) -> str:
    """Return what is left of a day ("magnesium 88 mg; water 600 mL (20 fl oz)")."""
    left = {
        **{need: gap.of(need) for need in NEEDS},
        COUNTED_WATER: gap.water_ml,
    }
    parts = [
        f"{_LABELS[key]} {'at most ' if key in gap.at_most else ''}{both_units(key, amount, units)}"
        for key, amount in left.items()
        if amount > 0
    ]
    if gap.fluid_room_ml is not None:
        parts.append(f"{both_units(COUNTED_WATER, gap.fluid_room_ml, units)} within your fluid limit")
    return "; ".join(parts) or "nothing"


def food_words(food: WayFood, units: Units = _UNITS) -> str:
    """Return a food with its count in plain words: "2 cups Spinach, cooked"."""
    return food_said(food.amount, food.measure, food.food.name, units)


def _food_text(food: WayFood, units: Units) -> str:
    words = food_words(food, units)
    return words if food.measure in {"g", "ml"} else f"{words} ({weight_words(food.grams, units)})"


def _way_text(way: Way, units: Units) -> str:
    adds = ", ".join(
        f"{_LABELS[key]} {_added_text(key, added, units)}" for key, added in way.adds.items() if key != "water_g"
    )
    target = both_units(COUNTED_WATER, way.water_target.target_ml, units)
    if way.water_target.is_limit:
        return f"adds {adds}; the fluid limit stays {target}"
    left_ml = way.left.water_ml
    left = f"{both_units(COUNTED_WATER, left_ml, units)} of it left" if left_ml > 0 else "which is reached"
    return f"adds {adds}; the water target is then {target}, {left}"


def _added_text(key: str, added: Added, units: Units) -> str:
    # What is known to be nothing of some, and unknown of the others, is not known.
    if not added.amount and added.at_least:
        return "unknown"
    return f"{'at least ' if added.at_least else ''}{both_units(key, added.amount, units)}"


def notes_of(suggestion: Suggestion, units: Units = _UNITS) -> tuple[str, ...]:
    """Return what is to be said of a suggestion, a sentence or two each, for the command line and the page."""
    return tuple(_notes(suggestion, units))


def _notes(suggestion: Suggestion, units: Units) -> Iterator[str]:
    gap, wishes = suggestion.gap, suggestion.wishes
    if not gap.needs:
        yield "Magnesium and vitamin D are reached: there is nothing for food to close."
        return
    within = f"within {wishes.cap_words}"
    if gap.fluid_room_ml is not None and any(one.held_by == "fluid" for one in suggestion.open):
        room = both_units(COUNTED_WATER, gap.fluid_room_ml, units) if gap.fluid_room_ml > 0 else "nothing"
        yield f"Food has water too, and your fluid limit leaves {room}: more would pass it."
    for one in suggestion.open:
        if one.most >= LITTLE * one.left or one.held_by != "fluid":
            yield open_text(one, within, units)
    still_open = {one.need for one in suggestion.open}
    if any(one.need == "vitamin_d_ug" and one.held_by == "foods" for one in suggestion.open) and (
        "mushrooms" not in wishes.exclusions.groups
    ):
        yield UV_NOTE
    if not suggestion.in_time:
        yield f"The search was stopped after {TIME_LIMIT_S:g} seconds: there may be more ways."
    elif not suggestion.ways and not still_open:
        yield f"No way was found {within}: allow more energy, or leave out less."
    if suggestion.ways:
        yield _ways_text(suggestion, within)
    if wishes.exclusions:
        yield f"With anything left out, {ONLY_PLAIN}. {LABELS_NOTE}"


def _ways_text(suggestion: Suggestion, within: str) -> str:
    if not suggestion.is_joint:
        limit = "" if suggestion.gap.fluid_room_ml is None else " and your fluid limit"
        return f"Magnesium and vitamin D cannot both be closed {within}{limit}: each way closes what it can of both."
    still_open = {one.need for one in suggestion.open}
    closed = [_LABELS[need] for need in suggestion.gap.needs if need not in still_open]
    return f"Any one of these closes {' and '.join(closed)} {within}."


def open_text(one: Open, within: str, units: Units = _UNITS) -> str:
    """Return that food cannot close a need, how much of it one way gives at most, and why it is nothing where it is.

    within: the energy that ways have ("within 800 kcal").
    """
    what = f"cannot close what is left of {_LABELS[one.need]}, {both_units(one.need, one.left, units)}"
    said = f"Food {what}"
    is_energy = one.held_by == "energy"
    if is_energy and one.most < LITTLE * one.left:
        return f"{said}: hardly any food is {within}. Allow more energy."
    if one.most:
        foods = " + ".join(food_words(food, units) for food in one.nearest)
        most = f"the most is {both_units(one.need, one.most, units)}, from {foods}"
        if is_energy:
            return f"{within.capitalize()} food {what}: {most}; with more energy it could."
        return f"{said}: {within}, {most}."
    if one.held_by == "limit":
        return f"{said}: one portion more would pass the upper limit of vitamin D."
    return f"{said}: none of the everyday foods that are not left out gives any."
