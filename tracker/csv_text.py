"""Rows as CSV text: units in the names of columns, blank for unknown, and no cell that a spreadsheet would run.

A name that a person typed may begin with "=". Spreadsheets run such a cell as a formula, quoted or not, so it gets an
apostrophe in front: https://owasp.org/www-community/attacks/CSV_Injection. Numbers stay numbers, negative ones too.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Final

from tracker.contributions import Contribution, FoodKey, MadeBy
from tracker.day_values import DayValue
from tracker.history import WeekPoint
from tracker.intake import COUNTED_WATER
from tracker.weeks import WeekComparison, WeekSummary

Cell = str | float | int | bool | date | None

# At the beginning of a text, or after a semicolon, which parts cells where a comma is the decimal sign. Also the wide
# signs that some spreadsheets read as the plain ones.
_FORMULA: Final = re.compile(r"""((?:^|;)[\s"']*)(?=[=+\-@＝＋－＠|%])""")
_CONTROL: Final = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]+")


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """Return a table as CSV with a first line of column names; lines end with CRLF (RFC 4180).

    None is a blank cell, a bool "yes" or "no". Numbers are not rounded.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(columns)
    writer.writerows([_cell(value) for value in row] for row in rows)
    return text.getvalue()


def harmless(text: str) -> str:
    """Return text on one line that no spreadsheet takes for a formula."""
    return _FORMULA.sub(r"\1'", _CONTROL.sub(" ", text))


def column_of(key: str) -> str:
    """Return the column name of COUNTED_WATER or a nutrient, which ends in its unit."""
    return "water_ml" if key == COUNTED_WATER else key


def days_csv(values: Iterable[DayValue], key: str) -> str:
    """Return days of one thing: two weeks, or a calendar."""
    name = column_of(key)
    columns = ("day", name, f"target_{name}", "at_least", "known_share", "state", "reached", "in_progress", "mark")
    return csv_text(
        columns,
        (
            (
                value.day,
                value.amount,
                value.target,
                None if value.amount is None else value.at_least,
                None if value.amount is None else value.known_share,
                value.calendar_state.replace("_", " "),
                value.reached,
                value.status == "in_progress",
                value.mark,
            )
            for value in values
        ),
    )


def comparison_csv(comparison: WeekComparison, keys: Iterable[str]) -> str:
    """Return the means of two weeks, one thing a line; its name says the unit, the percentage is of the other week.

    Days reached, and of how many, are blank for what is not one of METERS.
    """
    columns = (
        "mean_per_day_of",
        "week",
        "mean",
        "days_in_mean",
        "at_least",
        "known_share",
        "days_reached",
        "days_counted",
        "against_week",
        "against_mean",
        "against_days_in_mean",
        "against_at_least",
        "against_known_share",
        "against_days_reached",
        "against_days_counted",
        "difference",
        "difference_percent",
    )
    week, against = comparison.week, comparison.against
    return csv_text(
        columns,
        (
            (
                column_of(key),
                *_mean_cells(week, key),
                *_mean_cells(against, key),
                comparison.differences[key].amount,
                comparison.differences[key].percent,
            )
            for key in keys
        ),
    )


def weeks_csv(points: Iterable[WeekPoint], key: str) -> str:
    """Return the weeks of a longer view, of one thing."""
    name = column_of(key)
    columns = (
        "week",
        "first_day",
        f"mean_{name}",
        "days_in_mean",
        "at_least",
        "known_share",
        f"mean_target_{name}",
        "days_logged",
        "days_reached",
        "in_progress",
    )
    return csv_text(
        columns,
        (
            (
                str(point.week),
                point.week.start,
                point.mean.amount,
                point.mean.days,
                None if point.mean.amount is None else point.mean.at_least,
                None if point.mean.amount is None else point.mean.known_share,
                point.target,
                point.days_logged,
                point.days_reached,
                point.in_progress,
            )
            for point in points
        ),
    )


def made_by_csv(made: MadeBy) -> str:
    """Return every food of two weeks: what it gave per day of each mean, blank where it has no value."""
    name = column_of(made.key)
    columns = (
        "food",
        f"week_per_day_{name}",
        f"against_per_day_{name}",
        f"difference_per_day_{name}",
        "entries_without_value",
    )
    sides = [_by_key(*found) for found in ((made.week, made.week_unknown), (made.against, made.against_unknown))]
    shifts = {shift.key: shift.amount for shift in made.shifts}
    # In the order of what is shown: the greatest difference first, then what is left.
    keys = dict.fromkeys((*shifts, *sides[0], *sides[1]))
    rows = []
    for key in keys:
        here, there = sides[0].get(key), sides[1].get(key)
        one = here or there
        unknown = sum(side.unknown for side in (here, there) if side)
        given = (_given(side, key) for side in sides)
        rows.append((one.name if one else "", *given, shifts.get(key), unknown))
    return csv_text(columns, rows)


def _by_key(*groups: Iterable[Contribution]) -> dict[FoodKey, Contribution]:
    return {one.key: one for group in groups for one in group}


def _given(side: Mapping[FoodKey, Contribution], key: FoodKey) -> float | None:
    """Return what a food gave per day; one that was not eaten gave nothing, unless the week has no mean."""
    if key in side:
        return side[key].per_day
    return 0.0 if any(one.per_day is not None for one in side.values()) else None


def _mean_cells(summary: WeekSummary, key: str) -> tuple[Cell, ...]:
    mean = summary.means[key]
    sure = (None, None) if mean.amount is None else (mean.at_least, mean.known_share)
    reached = (summary.days_reached.get(key), summary.days_counted.get(key))
    return str(summary.week), mean.amount, mean.days, *sure, *reached


def _cell(value: Cell) -> str | float | int:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, date):
        return value.isoformat()
    return harmless(value) if isinstance(value, str) else value
