"""Two weeks as bars beside each other, each day against its own target."""

from collections.abc import Mapping
from functools import cache
from typing import Any, Final

import altair as alt

from tracker.day_values import DayValue
from tracker.ui.text import amount, in_shown_unit
from tracker.ui.week_words import DAY_LINK, SIGNS, STATE_WORDS
from tracker.weeks import WeekComparison

# Violet and rose: no colour of a meter, more than three to one against both themes, told apart by colour-blind eyes.
COLOURS: Final = ("#7a5fd0", "#c2577f")
# The other sign: the week is filled, the one it is held against an outline with a pale fill (the last two digits).
FILLS: Final = ("#7a5fd0", "#c2577f33")
# Grey with three to one against both themes, for signs.
_NEUTRAL: Final = "#7d8996"
# A target crosses bars: a dark line with a light edge is seen on them and on both themes.
TARGET_LINE: Final = ("#26323d", "#ffffff")
_WEEKDAYS: Final = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
# What the rows call the two weeks: their numbers change, the specification does not.
_WEEKS: Final = ("week", "against")


@cache
def spec(first_weekday: int, *, is_one_week: bool) -> Mapping[str, Any]:
    """Return the chart without its rows, the same for every two weeks and nutrients.

    first_weekday: 0 is Monday. is_one_week: a week held against itself is drawn once.
    """
    weekdays = [*_WEEKDAYS[first_weekday:], *_WEEKDAYS[:first_weekday]]
    weeks = list(_WEEKS[:1] if is_one_week else _WEEKS)
    # All layers take their places from here: where they sort differently, Vega-Lite warns and sorts in its own way.
    axis = alt.Axis(labelAngle=0, ticks=False, domain=False)
    base = alt.Chart().encode(
        x=alt.X("weekday:N", sort=weekdays, title=None, scale=alt.Scale(domain=weekdays), axis=axis),
        xOffset=alt.XOffset("week:N", sort=weeks, scale=alt.Scale(domain=weeks)),
        href="link:N",
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in _TOOLTIPS],
    )
    outlines, fills = (alt.Scale(domain=weeks, range=list(some[: len(weeks)])) for some in (COLOURS, FILLS))
    bars = base.mark_bar(strokeWidth=1.5, cornerRadiusEnd=2).encode(
        y=alt.Y("amount:Q", stack=None, title=None, axis=alt.Axis(tickCount=5)),
        fill=alt.Fill("week:N", sort=weeks, scale=fills, legend=None),
        stroke=alt.Stroke("week:N", sort=weeks, scale=outlines, legend=None),
        opacity=alt.condition("datum.pale", alt.value(0.5), alt.value(1.0)),
        strokeDash=alt.condition("datum.pale", alt.value([3, 2]), alt.value([1, 0])),
    )
    targets = base.transform_filter("isValid(datum.target)").mark_tick(
        thickness=3, color=TARGET_LINE[0], stroke=TARGET_LINE[1], strokeWidth=1
    )
    signs = base.transform_filter("datum.sign != ''").mark_text(dy=-7, fontSize=13, fontWeight=600, color=_NEUTRAL)
    layers = alt.layer(
        bars, targets.encode(y=alt.Y("target:Q")), signs.encode(y=alt.Y("foot:Q"), text=alt.Text("sign:N"))
    )
    built: dict[str, Any] = layers.properties(height=240).to_dict()
    return built


_TOOLTIPS: Final = (("date", "Day"), ("words", "Amount"), ("target_words", "Target"), ("state", "State"))


def rows(comparison: WeekComparison, key: str) -> list[dict[str, Any]]:
    """Return one row a day that has something to draw: an amount or, where entries have none, the sign for unknown.

    key: of SHOWN_KEYS. Days without entries are gaps. Pale is what counts in no mean: not tracked, so far, to come.
    """
    summaries = [("week", comparison.week)]
    if comparison.against.week != comparison.week.week:
        summaries.append(("against", comparison.against))
    return [
        _row(name, value, key)
        for name, summary in summaries
        for value in summary.values(key)
        if summary.all_days[value.day].has_entries
    ]


def _row(week: str, value: DayValue, key: str) -> dict[str, Any]:
    drawn = None if value.amount is None else in_shown_unit(key, value.amount)
    state = value.calendar_state
    return {
        "week": week,
        "weekday": _WEEKDAYS[value.day.weekday()],
        "amount": drawn,
        "target": None if value.target is None else in_shown_unit(key, value.target),
        "foot": drawn or 0.0,
        "sign": _sign(value),
        "pale": value.status != "logged",
        "link": DAY_LINK.format(value.day.isoformat()),
        "date": value.day.isoformat(),
        "words": f"{'at least ' if drawn is not None and value.at_least else ''}{amount(key, value.amount)}",
        "target_words": "none" if value.target is None else amount(key, value.target),
        "state": f"{SIGNS[state]} {STATE_WORDS[state]}".strip(),
    }


def _sign(value: DayValue) -> str:
    """Return what stands above a bar, or in place of one."""
    if value.status == "not_tracked":
        return SIGNS["not_tracked"]
    if value.amount is None:
        return SIGNS["unknown"]
    return "≥" if value.at_least else ""
