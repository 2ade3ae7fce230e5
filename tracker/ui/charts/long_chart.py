"""Weekly means as bars, each against its target, for three months, a year or a whole diary."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import altair as alt

from tracker.history import WeekPoint
from tracker.ui.charts.week_chart import COLOURS, TARGET_LINE
from tracker.ui.text import amount, in_shown_unit
from tracker.ui.week_nav import week_words
from tracker.ui.week_words import mean_words

# Signs under bars shrink with them: up to so many weeks -> size in pixels. Of more weeks they would be dust.
_SIGN_SIZES: Final = ((16, 13), (60, 8))
MOST_SIGNED_WEEKS: Final = _SIGN_SIZES[-1][0]
_NEUTRAL: Final = "#7d8996"
# As many dates as a phone has room for.
_MOST_DATES: Final = 6
_TOOLTIPS: Final = (("week", "Week"), ("words", "Mean a day"), ("days", "Over"), ("target_words", "Target"))


def spec(weeks: int) -> Mapping[str, Any]:
    """Return the chart without its rows, the same for all nutrients. weeks: how many will be drawn."""
    return _spec(next((size for most, size in _SIGN_SIZES if weeks <= most), None))


@cache
def _spec(sign_size: int | None) -> Mapping[str, Any]:
    # Days are dates without a clock: read and shown in UTC they are the same everywhere.
    # Of years, Vega names the months; else a week's first day stands under its bar, as rows tell, in the axis' room.
    axis = alt.Axis(
        format="%b %Y", tickCount=6, domain=False, ticks=False, labelPadding=18, labelOpacity=0 if sign_size else 1
    )
    base = alt.Chart().encode(
        x=alt.X("start:T", scale=alt.Scale(type="utc"), title=None, axis=axis),
        tooltip=[alt.Tooltip(f"{field}:N", title=title) for field, title in _TOOLTIPS],
    )
    bars = base.mark_bar(color=COLOURS[0], stroke=COLOURS[0], strokeWidth=1 if sign_size else 0).encode(
        x2="last:T",
        y=alt.Y("mean:Q", title=None, axis=alt.Axis(tickCount=5)),
        y2=alt.Y2Datum(0),
        fillOpacity=alt.condition("datum.so_far", alt.value(0.2), alt.value(1.0)),
        strokeDash=alt.condition("datum.so_far", alt.value([3, 2]), alt.value([1, 0])),
    )
    # One line a week; without a gap between them they read as steps.
    dark, light = (
        base.mark_rule(strokeWidth=width, color=colour).encode(x2="end:T", y="target:Q")
        for width, colour in zip((2, 4), TARGET_LINE, strict=True)
    )
    # In a row of their own between bars and dates: a target would cross them above the bars.
    signs = (
        base.transform_filter("datum.sign != ''")
        .mark_text(angle=0, dy=9, fontSize=sign_size or 1, fontWeight=600, color=_NEUTRAL)
        .encode(x="middle:T", y=alt.YDatum(0), text="sign:N")
    )
    dates = (
        base.transform_filter("datum.date != ''")
        .mark_text(dy=26, fontSize=12, color=_NEUTRAL)
        .encode(x="middle:T", y=alt.YDatum(0), text="date:N")
    )
    built: dict[str, Any] = alt.layer(bars, light, dark, signs, dates).properties(height=240).to_dict()
    return built


def rows(points: Sequence[WeekPoint], key: str) -> list[dict[str, Any]]:
    """Return one row a week, amounts in the unit of the screen; a week without a mean has no bar.

    key: of SHOWN_KEYS.
    """
    is_signed = len(points) <= MOST_SIGNED_WEEKS
    step = max(1, round(len(points) / _MOST_DATES))
    return [
        _row(point, key, is_signed=is_signed, is_dated=is_signed and place % step == 0)
        for place, point in enumerate(points)
    ]


def _row(point: WeekPoint, key: str, *, is_signed: bool, is_dated: bool) -> dict[str, Any]:
    days, mean = point.week.days, None if point.mean.amount is None else in_shown_unit(key, point.mean.amount)
    sign = "" if not (is_signed and point.mean.at_least) else "?" if mean is None else "≥"
    return {
        "start": days[0].isoformat(),
        "middle": days[3].isoformat(),
        "last": days[6].isoformat(),
        "end": point.week.end.isoformat(),
        "mean": mean,
        "sign": sign,
        "date": f"{days[0].day} {days[0]:%b}" if is_dated else "",
        "target": None if point.target is None else in_shown_unit(key, point.target),
        "so_far": point.in_progress,
        "week": week_words(point.week),
        "words": f"{mean_words(key, point.mean, point.why_no_mean)}{', so far' if point.in_progress else ''}",
        "days": f"{point.mean.days} of {point.days_ended} days",
        "target_words": "none" if point.target is None else amount(key, point.target),
    }
