"""Sums of a day, as the database makes them, -> what the day comes to.

The same rules as for entries (`tracker.intake`), from tallies instead: a year of days costs no reading of its entries.
"""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from tracker.intake import DayTotals, Part, Tally, day_states, joined, water_total
from tracker.marks import Mark
from tracker.targets import Targets, water_target

# Energy first: what is known of the others is measured by it.
SUM_KEYS: Final = (
    "energy_kcal",
    "water_g",
    "fiber_g",
    "magnesium_mg",
    "vitamin_d_ug",
    "calcium_mg",
    "potassium_mg",
)
# What a day made of sums has a total of; its water is told by what counts of it.
TOTAL_KEYS: Final = tuple(key for key in SUM_KEYS if key != "water_g")


def totals_of_tallies(
    day: date,
    tallies: Mapping[Part, Mapping[str, Tally]],
    targets: Targets,
    *,
    mark: Mark | None = None,
    activity_ml: float = 0.0,
    heat_ml: float = 0.0,
) -> DayTotals:
    """Return what a day comes to.

    tallies: of each part of the day that has entries, by nutrient of SUM_KEYS; empty for a day without entries.
    activity_ml, heat_ml: what they add to the water target.
    """
    parts = list(tallies.values())
    totals = {key: joined([part[key] for part in parts]).judged() for key in TOTAL_KEYS}

    def water_of(wanted: Collection[Part]) -> Tally:
        return joined([sums["water_g"] for part, sums in tallies.items() if part in wanted])

    target = water_target(targets.water, totals["fiber_g"].amount, activity_ml, heat_ml)
    water = water_total(water_of, targets, target)
    states = day_states(totals, water, targets)
    has_food = any(part in {"food", "supplement"} for part in tallies)
    return DayTotals(day, totals, water, states, targets, bool(tallies), has_food, mark)
