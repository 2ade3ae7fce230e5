"""What "Close the gap" says: what is left of a day, what closes it, what a way adds, and what is then left to drink.

Pure words and HTML, with people's words escaped; amounts come in the units of the person, vitamin D and water in both.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracker.suggest import Gap, Suggestion, Way, WayFood
from tracker.suggest_report import food_words, notes_of
from tracker.suggesting.ways import Added
from tracker.targets import WaterTarget
from tracker.ui.text import (
    WATER,
    amount,
    both_units,
    day_called,
    html,
    in_shown_unit,
    label,
    number,
    shown_in,
    unit_words,
    weight_words,
)

_ML_PER_L: Final = 1000.0
# Less of a litre is said in mL: 0.0 L would be nothing.
_LEAST_SAID_IN_L_ML: Final = 50.0
# Less is not seen once it is rounded.
_LEAST_RAISE_ML: Final = 0.5
_LEAST_GLASS: Final = 0.75
# What a way adds, the two it closes first.
_ADDS: Final = {
    "magnesium_mg": " magnesium",
    "vitamin_d_ug": " vitamin D",
    "energy_kcal": "",
    "fiber_g": " fiber",
    "water_g": " water",
}

STYLE: Final = """<style>
.gw p{margin:0;line-height:1.4;font-size:.875rem}
.gw .f{font-size:1rem;font-weight:600}.gw .f small{font-size:.8rem;font-weight:400;white-space:nowrap}
.gw .y{font-size:.75rem;font-weight:600;padding:.05rem .4rem;margin-left:.35rem;border-radius:.6rem;
border:1px solid currentColor}
.gw span{white-space:nowrap}.gw .f+p:not(.f){margin-top:.3rem}
</style>"""


def on_words(day: date, today: date) -> str:
    """Return a day as it ends a sentence: "today", "yesterday", "on Friday", "on 13 November"."""
    called = day_called(day, today)
    return called if abs((day - today).days) <= 1 else f"on {called}"


def line_words(gap: Gap, day: date, today: date) -> str:
    """Return what is left of a day, in one line: "88 mg magnesium and 0.6 L water left"."""
    parts = [f"{_up_to(gap, need)}{amount(need, gap.of(need))} {_inside(need)}" for need in gap.needs]
    if gap.water_ml > 0:
        parts.append(f"{_up_to(gap, WATER)}{_short_volume(gap.water_ml)} water")
    when = "" if day == today else f" {on_words(day, today)}"
    if not parts:
        reached = "all three are reached" if gap.fluid_room_ml is None else "magnesium and vitamin D are reached"
        return f"Nothing left to close{when}: {reached}"
    return f"Close the gap: {and_words(parts)} left{when}"


def intro_words(gap: Gap, day: date, today: date, glass_ml: float) -> str:
    """Return what is left of a day in full, in both units and in glasses, and whether there is anything to close."""
    parts = [f"{_up_to(gap, need)}{both_units(need, gap.of(need))} {_inside(need)}" for need in gap.needs]
    sentences = [] if parts else ["Magnesium and vitamin D are reached: nothing is left for food to close."]
    if gap.water_ml > 0:
        water = f"{_up_to(gap, WATER)}{both_units(WATER, gap.water_ml)} water"
        parts.append(f"{water}, {glasses_words(gap.water_ml, glass_ml)}")
    if parts:
        sentences.append(f"{'Left' if gap.needs else 'Left to drink'}: {and_words(parts)}.")
    if gap.at_most:
        sentences.append("“Up to”, because not all that is logged has a value.")
    if gap.needs and day < today:
        sentences.append(f"This day is over: log a way only if you had it {on_words(day, today)}.")
    return " ".join(sentences)


def notes_words(found: Suggestion) -> Iterator[str]:
    """Yield what is to be said of the ways before they are read, a sentence or two each."""
    if found.gap.needs:
        yield from notes_of(found, shown_in())
    if any(food.is_usual for way in found.ways for food in way.foods):
        yield "“Yours” is what you log or starred."


def glasses_words(volume_ml: float, glass_ml: float) -> str:
    """Return a volume in glasses of the person: "about 3 glasses of 200 mL"."""
    count, size = volume_ml / glass_ml, amount(WATER, glass_ml)
    if count < _LEAST_GLASS:
        return f"less than a glass of {size}"
    return f"about {number(count)} {'glass' if round(count) == 1 else 'glasses'} of {size}"


def foods_words(foods: Sequence[WayFood]) -> str:
    """Return foods with their counts: "1 fillet Salmon, baked or grilled + 2 cups Spinach, cooked"."""
    return " + ".join(food_words(food, shown_in()) for food in foods)


def way_html(way: Way, before: WaterTarget, glass_ml: float, *, closes_all: bool) -> str:
    """Return a way: its foods, what they add, what they leave open, and the water.

    before: the water target without it. closes_all: whether it closes what food can close; what it leaves open is said.
    """
    foods = "".join(f'<p class="f">{_food_html(food)}</p>' for food in way.foods)
    adds = and_words([f"<span>{html(added_words(key, way.adds[key]))}</span>" for key in _ADDS])
    needs = [] if closes_all else [f"{both_units(need, way.left.of(need))} {_inside(need)}" for need in way.left.needs]
    still_open = f" Leaves {html(and_words(needs))} open." if needs else ""
    water = html(water_words(way, before, glass_ml))
    return f'<div class="gw">{foods}<p>Adds {adds}.{still_open}</p><p>{water}</p></div>'


def added_words(key: str, added: Added) -> str:
    """Return how much is added of a nutrient, in both units; what is unknown is said, never 0."""
    name = _ADDS[key]
    if added.amount is None or (added.at_least and not added.amount):
        return f"unknown{name or ' energy'}"
    words = f"{both_units(WATER if key == 'water_g' else key, added.amount)}{name}"
    return f"at least {words}" if added.at_least else words


def water_words(way: Way, before: WaterTarget, glass_ml: float) -> str:
    """Return what is left to drink after a way, in both units and in glasses, and the target where fiber raised it."""
    after, left_ml = way.water_target, way.left.water_ml
    target = both_units(WATER, after.target_ml)
    if after.is_limit:
        room = both_units(WATER, way.left.fluid_room_ml or 0.0)
        return f"Your fluid limit stays {target}; {room} of it is then left."
    is_reached = left_ml <= 0
    left = f"{_up_to(way.left, WATER)}{both_units(WATER, left_ml)} left to drink, {glasses_words(left_ml, glass_ml)}"
    raised_ml = after.target_ml - before.target_ml
    if raised_ml < _LEAST_RAISE_ML:
        return "Then the water target is reached too." if is_reached else f"Then {left}."
    then = "that is reached too" if is_reached else f"then {left}"
    return f"Its fiber raises the water target by {amount(WATER, raised_ml)} to {target}; {then}."


def and_words(parts: Sequence[str]) -> str:
    """Return parts as a list is said: "a", "a and b", "a, b and c"."""
    return parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} and {parts[-1]}"


def _food_html(food: WayFood) -> str:
    yours = '<span class="y">yours</span>' if food.is_usual else ""
    weight = "" if food.measure in {"g", "ml"} else f" <small>{html(weight_words(food.grams))}</small>"
    return f"{html(food_words(food, shown_in()))}{weight}{yours}"


def _up_to(gap: Gap, key: str) -> str:
    return "up to " if key in gap.at_most else ""


def _short_volume(volume_ml: float) -> str:
    """Return a volume in few signs: "0.6 L" where mL are the unit, else as everywhere."""
    if unit_words(WATER) != "mL" or volume_ml < _LEAST_SAID_IN_L_ML:
        return amount(WATER, volume_ml)
    return f"{number(in_shown_unit(WATER, volume_ml) / _ML_PER_L, 1)} L"


def _inside(need: str) -> str:
    """Return the name of a need as it is written inside a sentence."""
    name = label(need)
    return name[0].lower() + name[1:]
