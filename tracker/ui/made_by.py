"""What made a week: the foods that explain the difference, and those that gave most in each week, as HTML.

Amounts are per day of the means they stand beside, so they add up to them. Names are people's words: escaped.
"""

from collections.abc import Sequence
from typing import Final

from tracker.contributions import Contribution, MadeBy, listed, listed_shifts
from tracker.ui.charts.week_chart import COLOURS
from tracker.ui.text import amount, html, label
from tracker.ui.week_words import is_shown_as_nothing, signed
from tracker.weeks import WeekComparison, WeekSummary

_MOST_FOODS: Final = 8
_STYLE: Final = f"""<style>
.mb h2{{font-size:1.15rem;font-weight:600;margin:1.2rem 0 0;padding:0 0 .2rem}}
.mb h3{{font-size:.9rem;font-weight:600;margin:.6rem 0 0;padding:0}}
.mb p{{margin:0;font-size:.8rem}}
.mb .two{{display:grid;grid-template-columns:repeat(auto-fit,minmax(17rem,1fr));column-gap:1.5rem}}
.mb ol{{list-style:none;margin:0;padding:0;font-size:.85rem;font-variant-numeric:tabular-nums}}
.mb li{{display:grid;grid-template-columns:1fr auto;column-gap:.5rem;margin:0;padding:.15rem 0;font-size:inherit}}
.mb li span{{overflow-wrap:anywhere}}
.mb li i{{grid-column:1/-1;height:.3rem;border-radius:.15rem;width:var(--w);background:{COLOURS[0]};
border:1px solid {COLOURS[0]}}}
.mb .a i{{background:color-mix(in srgb,{COLOURS[1]} 20%,transparent);border-color:{COLOURS[1]}}}
</style>"""


def made_by_html(comparison: WeekComparison, made: MadeBy) -> str:
    """Return what made the means of a key, and their difference."""
    week, against, key = comparison.week, comparison.against, made.key
    most = max((one.per_day or 0.0 for one in (*made.week, *made.against)), default=0.0)
    lists = "".join(
        _week_html(key, summary, sign, found, unknown, most)
        for summary, sign, found, unknown in (
            (week, "w", made.week, made.week_unknown),
            (against, "a", made.against, made.against_unknown),
        )
    )
    return (
        f'{_STYLE}<div class="mb"><h2>What made it: {html(label(key))}</h2>'
        f"<p>Amounts are a day, over the days of the average, so that they add up to it.</p>"
        f'{_shifts_html(made, str(week.week), str(against.week))}<div class="two">{lists}</div></div>'
    )


def _shifts_html(made: MadeBy, week: str, against: str) -> str:
    told, rest = listed_shifts(made.shifts, _told(made.key, [shift.amount for shift in made.shifts]))
    if not told:
        return ""
    most = max(abs(shift.amount) for shift in told)
    lines = [
        _line(
            shift.name,
            signed(made.key, shift.amount) + (", some unknown" if shift.at_least else ""),
            abs(shift.amount) / most,
            sign="w" if shift.amount > 0 else "a",
        )
        for shift in told
    ]
    if rest is not None:
        lines.append(_line(_others(rest.foods), signed(made.key, rest.per_day), None))
    return f"<h3>Why {week} differs from {against}</h3><ol>{''.join(lines)}</ol>"


def _week_html(
    key: str,
    summary: WeekSummary,
    sign: str,
    found: Sequence[Contribution],
    unknown: Sequence[Contribution],
    most: float,
) -> str:
    told, rest = listed(found, _told(key, [one.per_day or 0.0 for one in found]))
    lines = [_line(one.name, amount(key, one.per_day), (one.per_day or 0.0) / most, sign=sign) for one in told]
    if rest is not None:
        lines.append(_line(_others(rest.foods), amount(key, rest.per_day), None))
    why = "Nothing known." if summary.compared else f"{summary.why_no_mean}.".capitalize()
    listing = f"<ol>{''.join(lines)}</ol>" if lines else f"<p>{why}</p>"
    return f"<div><h3>{summary.week}</h3>{listing}{_unknown_html(unknown)}</div>"


def _told(key: str, amounts: Sequence[float]) -> int:
    """Return how many foods are told one by one: not those that round to nothing. amounts: the greatest first."""
    return sum(not is_shown_as_nothing(key, value) for value in amounts[:_MOST_FOODS])


def _unknown_html(unknown: Sequence[Contribution]) -> str:
    """Name the foods without a value, the most often logged first."""
    if not unknown:
        return ""
    names = [one.name if one.unknown == 1 else f"{one.name} × {one.unknown}" for one in unknown[:_MOST_FOODS]]
    if others := len(unknown) - len(names):
        names.append(_others(others))
    return f"<p>Not known of: {html('; '.join(names))}</p>"


def _line(name: str, words: str, share: float | None, *, sign: str = "w") -> str:
    """Return a food with its amount, and a bar of that share of the longest, 0 to 1; None draws none."""
    bar = "" if share is None else f'<i style="--w:{100 * share:.1f}%"></i>'
    return f'<li class="{sign}"><span>{html(name)}</span><span>{html(words)}</span>{bar}</li>'


def _others(foods: int) -> str:
    return f"{foods} other food{'s' if foods > 1 else ''}"
