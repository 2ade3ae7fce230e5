"""What the marks of the chart of two weeks mean, above it: which bar is which week, and the signs in it."""

from typing import Final

from tracker.day_values import DayValue
from tracker.ui.charts.week_chart import COLOURS, FILLS, TARGET_LINE
from tracker.ui.text import html, label, unit_words
from tracker.weeks import WeekComparison

_STYLE: Final = f"""<style>
.wl h2{{font-size:1.15rem;font-weight:600;margin:0;padding:0}}
.wl p{{display:flex;flex-wrap:wrap;column-gap:.9rem;margin:.1rem 0 0;font-size:.8rem;line-height:1.5}}
.wl i{{display:inline-block;width:.75rem;height:.75rem;margin-right:.3rem;vertical-align:-.08rem;border:1.5px solid;
border-radius:.15rem}}
.wl u{{display:inline-block;width:.9rem;height:3px;background:{TARGET_LINE[0]};outline:1px solid {TARGET_LINE[1]};
margin-right:.35rem;vertical-align:.2rem}}
</style>"""


def legend_html(comparison: WeekComparison, key: str) -> str:
    """Return the heading of the chart with its unit, and only those marks that are in it."""
    weeks = [str(comparison.week.week)]
    if comparison.against.week != comparison.week.week:
        weeks.append(str(comparison.against.week))
    values = (*comparison.week.values(key), *comparison.against.values(key))
    marks = [
        f'<span><i style="background:{fill};border-color:{line}"></i>{week}</span>'
        for week, fill, line in zip(weeks, FILLS, COLOURS, strict=False)
    ]
    marks += [f"<span>{mark}</span>" for mark in _signs(values)]
    return f'{_STYLE}<div class="wl"><h2>{html(label(key))}, {unit_words(key)} by day</h2><p>{"".join(marks)}</p></div>'


def _signs(values: tuple[DayValue, ...]) -> list[str]:
    """Return the marks of a chart of these days, as HTML."""
    drawn = [value for value in values if value.status in {"logged", "in_progress"}]
    marks = ["<u></u>that day's target"] if any(value.target is not None for value in drawn) else []
    if any(value.at_least and value.amount is not None for value in drawn):
        marks.append("≥ at least: part is unknown")
    if any(value.amount is None and value.status == "logged" for value in drawn):
        marks.append("? nothing known")
    if any(value.status == "in_progress" and value.amount is not None for value in drawn):
        marks.append("pale, dashed: so far")
    if any(value.status == "not_tracked" and value.amount is not None for value in values):
        marks.append("× not tracked")
    return marks
