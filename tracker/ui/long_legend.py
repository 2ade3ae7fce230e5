"""What the marks of the chart of many weeks mean, above it."""

from collections.abc import Sequence
from typing import Final

from tracker.history import WeekPoint
from tracker.ui.charts.long_chart import MOST_SIGNED_WEEKS
from tracker.ui.charts.week_chart import COLOURS, TARGET_LINE
from tracker.ui.text import html, label, unit_words

_STYLE: Final = f"""<style>
.ll h2{{font-size:1.15rem;font-weight:600;margin:0;padding:0}}
.ll p{{display:flex;flex-wrap:wrap;column-gap:.9rem;margin:.1rem 0 0;font-size:.8rem;line-height:1.5}}
.ll i{{display:inline-block;width:.75rem;height:.75rem;margin-right:.35rem;vertical-align:-.08rem;
background:{COLOURS[0]};border-radius:.15rem}}
.ll i.f{{background:{COLOURS[0]}33;border:1.5px dashed {COLOURS[0]}}}
.ll u{{display:inline-block;width:.9rem;height:2px;background:{TARGET_LINE[0]};outline:1px solid {TARGET_LINE[1]};
margin-right:.35rem;vertical-align:.2rem}}
</style>"""


def legend_html(points: Sequence[WeekPoint], key: str) -> str:
    """Return the heading of the chart with its unit, and only those marks that are in it."""
    marks = "".join(f"<span>{mark}</span>" for mark in _marks(points))
    return f'{_STYLE}<div class="ll"><h2>{html(label(key))}, {unit_words(key)} a day</h2><p>{marks}</p></div>'


def _marks(points: Sequence[WeekPoint]) -> list[str]:
    drawn = [point for point in points if point.mean.amount is not None]
    if not drawn:
        return ["Nothing is known of it in these weeks."]
    marks = ["<i></i>mean of a week's logged days"]
    if any(point.in_progress for point in drawn):
        marks.append('<i class="f"></i>week in progress, so far')
    if any(point.target is not None for point in points):
        marks.append("<u></u>target")
    least = sum(point.mean.at_least for point in drawn)
    if least and len(points) > MOST_SIGNED_WEEKS:
        marks.append(f"{least} of {len(drawn)} means are “at least”, as part is unknown: the table says which")
    elif least:
        marks.append("≥ at least: part is unknown")
    if any(point.mean.at_least and point.mean.amount is None for point in points):
        marks.append("? nothing known")
    if any(not point.mean.days and not point.mean.at_least and point.days_ended for point in points):
        marks.append("no bar: nothing logged")
    return marks
