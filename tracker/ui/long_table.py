"""The weeks of a longer view as a table: the numbers of its chart, the latest week first."""

from collections.abc import Sequence
from typing import Final

from tracker.history import WeekPoint
from tracker.ui.text import amount, html
from tracker.ui.week_table import STYLE
from tracker.ui.week_words import known_words, mean_words

# Two weeks side by side, seen from any page of the app.
_WEEK_LINK: Final = "./weeks?week={}"
# Earlier weeks are folded away, so that what comes below is not a screen of numbers away.
_MOST_SHOWN: Final = 12
_STYLE: Final = """<style>
.hl table{table-layout:fixed;margin:0}.hl tbody th{white-space:nowrap}
.hl th:nth-child(1){width:23%}.hl th:nth-child(2){width:27%}.hl th:nth-child(3){width:13%}
.hl th:nth-child(4){width:19%}
.hl summary{cursor:pointer;padding:.4rem .3rem;font-size:.9rem}
.hl summary:focus-visible{outline:2px solid currentColor}
</style>"""


def table_html(points: Sequence[WeekPoint], key: str) -> str:
    """Return weeks, given oldest first, of a key of SHOWN_KEYS; each week is a link to its comparison."""
    latest = points[::-1]
    return (
        f'{STYLE}{_STYLE}<div class="hl">{_table(latest[:_MOST_SHOWN], key)}{_folded(latest[_MOST_SHOWN:], key)}</div>'
    )


def _folded(points: Sequence[WeekPoint], key: str) -> str:
    if not points:
        return ""
    words = f"{len(points)} earlier week{'' if len(points) == 1 else 's'}"
    return f"<details><summary>{words}</summary>{_table(points, key)}</details>"


def _table(points: Sequence[WeekPoint], key: str) -> str:
    has_target = any(point.target is not None for point in points)
    columns = ("Week", "A day, on average", "Days", *(("Target", "Reached") if has_target else ()))
    head = "".join(f'<th scope="col">{html(text)}</th>' for text in columns)
    rows = "".join(_row(point, key, has_target=has_target) for point in points)
    return f"<table class='hw'><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _row(point: WeekPoint, key: str, *, has_target: bool) -> str:
    start, link = point.week.start, f'<a href="{_WEEK_LINK.format(point.week)}">{point.week}</a>'
    cells = [_mean(point, key), f"{point.mean.days} of {point.days_ended}"]
    if has_target:
        reached = f"{point.days_reached} day{'' if point.days_reached == 1 else 's'}"
        cells += ["" if point.target is None else html(amount(key, point.target)), reached]
    columns = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{link}<small>from {start.day} {start:%b}</small></th>{columns}</tr>'


def _mean(point: WeekPoint, key: str) -> str:
    """Return the mean and, smaller, whether it is one so far and how much of it is known."""
    if point.why_no_mean:
        return html(point.why_no_mean)
    small = ["so far"] if point.in_progress else []
    small += [known_words(point.mean)] if point.mean.at_least and point.mean.amount is not None else []
    told = f"<small>{html(', '.join(small))}</small>" if small else ""
    return f"{html(mean_words(key, point.mean))}{told}"
