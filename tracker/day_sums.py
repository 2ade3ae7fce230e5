"""Sums of a day, as the database makes them, -> what the day comes to.

The same rules as for entries (`tracker.intake`), from tallies instead: a year of days costs no reading of its entries.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import reduce
from typing import Final

from tracker.intake import DayTotals, Part, Tally, day_states, water_total
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
_NOTHING: Final = Tally(None, None, 0, 0, None, 0.0)


def totals_of_tallies(
    day: date,
    tallies: Mapping[Part, Mapping[str, Tally]],
    targets: Targets,
    *,
    mark: Mark | None = None,
) -> DayTotals:
    """Return what a day comes to.

    tallies: of each part of the day that has entries, by nutrient of SUM_KEYS; empty for a day without entries.
    """
    parts = list(tallies.values())
    totals = {key: _joined([part[key] for part in parts]).judged() for key in TOTAL_KEYS}

    def water_of(wanted: Collection[Part]) -> Tally:
        return _joined([sums["water_g"] for part, sums in tallies.items() if part in wanted])

    water = water_total(water_of, targets, water_target(targets.water, totals["fiber_g"].amount))
    states = day_states(totals, water, targets)
    has_food = any(part in {"food", "supplement"} for part in tallies)
    return DayTotals(day, totals, water, states, targets, bool(tallies), has_food, mark)


def _joined(tallies: Sequence[Tally]) -> Tally:
    return reduce(Tally.and_of, tallies) if tallies else _NOTHING
