"""The water target against fiber as a line, with one point on it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any, Final

import altair as alt

from tracker.ui.text import WATER, in_shown_unit

# As the meter of water.
_WATER: Final = "#1f83bd"
# Grey that both themes carry, so that the point is told from the line by more than its colour.
_POINT: Final = "#8a96a3"
# How far the scale goes beyond the line, as shares of its least and most: a flat line is not drawn on the axis.
_ROOM: Final = (0.9, 1.1)


@cache
def spec(unit: str) -> Mapping[str, Any]:
    """Return the chart without its rows, the same for every rule. unit: of the water target, as it is shown."""
    base = alt.Chart().encode(x=alt.X("fiber:Q", title="Fiber, g"))
    y = alt.Y("target:Q", title=f"Water target, {unit}", scale=alt.Scale(zero=False))
    room = base.mark_rule(opacity=0).encode(y=alt.Y("least:Q"), y2="most:Q")
    line = base.transform_filter("!isValid(datum.words)").mark_line(color=_WATER, strokeWidth=2.5).encode(y=y)
    point = (
        base.transform_filter("isValid(datum.words)")
        .mark_point(size=110, filled=True, color=_POINT, stroke=_WATER, strokeWidth=2.5, opacity=1)
        .encode(y=y, tooltip=[alt.Tooltip("words:N", title="Now")])
    )
    built: dict[str, Any] = alt.layer(line, point, room).properties(height=240).to_dict()
    return built


def rows(points: Sequence[tuple[float, float]], here: tuple[float, float], words: str) -> list[dict[str, Any]]:
    """Return one row a corner of the line and, last, that of the point; targets in the unit of the screen.

    points: corners as fiber, g, and target, mL. here: the point. words: what it says.
    """
    line = [_row(corner, None) for corner in points]
    targets = [row["target"] for row in line]
    least, most = _ROOM[0] * min(targets), _ROOM[1] * max(targets)
    return [*line, {**_row(here, words), "least": least, "most": most}]


def _row(at: tuple[float, float], words: str | None) -> dict[str, Any]:
    return {"fiber": at[0], "target": in_shown_unit(WATER, at[1]), "words": words}
