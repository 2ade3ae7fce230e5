"""The SQL of sums by day: a year of weeks without reading its entries.

The database adds up what `tracker.intake.tally` adds up, apart for each part of a day, and counts what lacks a value:
SUM passes over NULL, so unknown is carried by the counts. Its sums may differ from those of Python in the last bits.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, case, func, literal, select

from tracker.day_sums import SUM_KEYS, totals_of_tallies
from tracker.intake import DayTotals, Part, Tally
from tracker.marks import Mark
from tracker.store.tables import entry as table
from tracker.targets import ALCOHOLIC_G_PER_100_G, Targets

# What the database sums of one day: a row for each part of it, as SUMS gives it after the day.
DaySums = tuple[tuple[Any, ...], ...]
# A year of two people and of a second year beside it.
_MOST_DAYS: Final = 1500

_ENERGY: Final = table.c.energy_kcal
# The same question as `tracker.intake.is_alcoholic` asks; NULL is no.
PART: Final = case(
    (
        and_(
            table.c.kind == "drink",
            table.c.alcohol_g > 0,
            table.c.grams > 0,
            100.0 * table.c.alcohol_g >= literal(ALCOHOLIC_G_PER_100_G) * table.c.grams,
        ),
        literal("alcoholic"),
    ),
    else_=table.c.kind,
).label("part")


def _aggregates(key: str) -> tuple[Any, ...]:
    """Return sum and count of a nutrient, and sum and count of the energy of the entries that lack it."""
    energy_of_lacking = case((table.c[key].is_(None), _ENERGY))
    return func.sum(table.c[key]), func.count(table.c[key]), func.sum(energy_of_lacking), func.count(energy_of_lacking)


SUMS: Final = (
    select(
        table.c.day,
        PART,
        func.count(),
        func.sum(_ENERGY),
        func.count(_ENERGY),
        *(column for key in SUM_KEYS[1:] for column in _aggregates(key)),
    )
    .where(table.c.person_id == bindparam("person"), table.c.day >= bindparam("start"), table.c.day < bindparam("end"))
    .group_by(table.c.day, PART)
)


def sums_between(connection: Connection, person_id: str, start: date, end: date) -> dict[date, DaySums]:
    """Return the sums of the days from `start` on and before `end` that have entries."""
    days: dict[date, list[tuple[Any, ...]]] = defaultdict(list)
    for day, *sums in connection.execute(SUMS, {"person": person_id, "start": start, "end": end}).all():
        days[day].append(tuple(sums))
    return {day: tuple(sums) for day, sums in days.items()}


# Kept by all that it depends on: of a year that is shown again after a change, one day is worked out.
@lru_cache(maxsize=_MOST_DAYS)
def totals_of_sums(
    day: date,
    sums: DaySums,
    targets: Targets,
    mark: Mark | None = None,
    activity_ml: float = 0.0,
    heat_ml: float = 0.0,
) -> DayTotals:
    """Return what a day comes to; sums: empty for a day without entries. See `tracker.day_sums.totals_of_tallies`."""
    tallies: dict[Part, dict[str, Tally]] = {
        part: _supplement(figures) if part == "supplement" else _eaten(figures) for part, *figures in sums
    }
    return totals_of_tallies(day, tallies, targets, mark=mark, activity_ml=activity_ml, heat_ml=heat_ml)


def _eaten(figures: Sequence[Any]) -> dict[str, Tally]:
    eaten, energy_kcal, with_energy = figures[:3]
    # What lacks energy has none to be measured by.
    energy_of_lacking = 0.0 if eaten == with_energy else None
    tallies = {"energy_kcal": Tally(energy_kcal, None, eaten, eaten - with_energy, energy_kcal, energy_of_lacking)}
    columns = iter(figures[3:])
    for key, amount, known, lacking_kcal, with_energy in zip(
        SUM_KEYS[1:], columns, columns, columns, columns, strict=False
    ):
        lacking = eaten - known
        energy_of_lacking = (lacking_kcal or 0.0) if lacking == with_energy else None
        tallies[key] = Tally(amount, None, eaten, lacking, energy_kcal, energy_of_lacking)
    return tallies


def _supplement(figures: Sequence[Any]) -> dict[str, Tally]:
    sums = (figures[1], *figures[3::4])
    return {key: Tally(None, amount, 0, 0, None, 0.0) for key, amount in zip(SUM_KEYS, sums, strict=True)}
