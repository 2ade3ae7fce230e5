"""Charts; the only module that knows altair."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any, Final

import altair as alt

from tracker.days import Week
from tracker.intake import Day
from tracker.nutrients import iu_from_ug
from tracker.ui.text import WATER, amount, in_shown_unit, label, unit_words
from tracker.weeks import WeekComparison, WeekSummary

# Violet and rose: no colour of a meter, more than three to one against both themes, told apart by colour-blind eyes.
_COLOURS: Final = ("#7a5fd0", "#c2577f")
# The other sign: the week is filled, the one it is held against an outline with a pale fill (the last two digits).
_FILLS: Final = ("#7a5fd0", "#c2577f33")
# As the meter of water.
_WATER: Final = "#1f83bd"


def week_chart(comparison: WeekComparison, key: str) -> alt.LayerChart | alt.FacetChart:
    """Return the days of both weeks as bars beside each other with the target as a line.

    key: one of METERS. The week comes first, as in the table; held against itself it is drawn once. A day without
    entries or without a known amount has no bar. The day in progress is paler.
    """
    week, against = comparison.week, comparison.against
    summaries = (week,) if week.week == against.week else (week, against)
    weeks = [str(summary.week) for summary in summaries]
    weekdays = [f"{day:%a}" for day in week.week.days]
    rows = [row for summary in summaries for row in _rows(summary, key)]
    title = "Vitamin D, IU" if key == "vitamin_d_ug" else "Water, mL" if key == WATER else f"{label(key)}, mg"
    # Both layers take their places from here: where they sort differently, Vega-Lite warns and sorts in its own way.
    base = alt.Chart({"values": rows}).encode(
        x=alt.X("weekday:N", sort=weekdays, title=None, scale=alt.Scale(domain=weekdays), axis=alt.Axis(labelAngle=0)),
        xOffset=alt.XOffset("week:N", sort=weeks, scale=alt.Scale(domain=weeks)),
    )
    legend = alt.Legend(orient="top", title=None)
    outlines = alt.Scale(domain=weeks, range=list(_COLOURS[: len(weeks)]))
    fills = alt.Scale(domain=weeks, range=list(_FILLS[: len(weeks)]))
    bars = base.mark_bar(strokeWidth=1.5).encode(
        y=alt.Y("amount:Q", title=title),
        fill=alt.Fill("week:N", sort=weeks, scale=fills, legend=legend),
        stroke=alt.Stroke("week:N", sort=weeks, scale=outlines, legend=legend),
        opacity=alt.condition("datum.so_far", alt.value(0.5), alt.value(1.0)),
        tooltip=[alt.Tooltip("date:N", title="Day"), alt.Tooltip("words:N", title=label(key))],
    )
    lines = base.mark_tick(thickness=2, color="#8a96a3").encode(y=alt.Y("target:Q"))
    return alt.layer(bars, lines).properties(height=260)


def _rows(summary: WeekSummary, key: str) -> list[dict[str, Any]]:
    week: Week = summary.week
    shown = (week.start + timedelta(days=offset) for offset in range(7))
    return [_row(summary, summary.days[day], key) for day in shown if day in summary.days]


def _row(summary: WeekSummary, day: Day, key: str) -> dict[str, Any]:
    if key == WATER:
        value, target, at_least = day.water.counted_ml, day.water.target.target_ml, day.water.at_least
    else:
        nutrient = day.totals[key]
        value, at_least = nutrient.amount, nutrient.at_least
        target = day.targets.magnesium_mg if key == "magnesium_mg" else day.targets.vitamin_d_ug
    so_far = day.day == summary.in_progress
    words = f"{'at least ' if at_least and value is not None else ''}{amount(key, value)}{' so far' if so_far else ''}"
    scale = iu_from_ug(1.0) if key == "vitamin_d_ug" else 1.0
    return {
        "weekday": f"{day.day:%a}",
        "date": day.day.isoformat(),
        "week": str(summary.week),
        "amount": None if value is None else value * scale,
        "target": target * scale,
        "words": words,
        "so_far": so_far,
    }


def fiber_chart(
    points: Sequence[tuple[float, float]], here: tuple[float, float], words: str
) -> alt.LayerChart | alt.FacetChart:
    """Return the water target against fiber as a line, with one point on it.

    points: corners of the line as fiber, g, and target, mL. here: the point. words: what it says.
    """
    rows = [{"fiber": fiber_g, "target": in_shown_unit(WATER, target_ml)} for fiber_g, target_ml in points]
    least, most = 0.9 * min(row["target"] for row in rows), 1.1 * max(row["target"] for row in rows)
    x = alt.X("fiber:Q", title="Fiber, g")
    y = alt.Y("target:Q", title=f"Water target, {unit_words(WATER)}", scale=alt.Scale(domain=[least, most], zero=False))
    line = alt.Chart({"values": rows}).mark_line(color=_WATER, strokeWidth=2.5).encode(x=x, y=y)
    row = {"fiber": here[0], "target": in_shown_unit(WATER, here[1]), "words": words}
    point = alt.Chart({"values": [row]}).encode(x=x, y=y, tooltip=[alt.Tooltip("words:N", title="Now")])
    # The point in the grey that both themes carry, so that it is told from the line by more than its colour.
    marked = point.mark_point(size=110, filled=True, color="#8a96a3", stroke=_WATER, strokeWidth=2.5, opacity=1)
    return alt.layer(line, marked).properties(height=240)
