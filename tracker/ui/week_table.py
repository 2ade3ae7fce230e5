"""Two weeks side by side as a table: means with the days they are over, days reached, and the difference."""

from typing import Final

from tracker.intake import METERS
from tracker.ui.text import WATER, amount, html, label, number
from tracker.weeks import Difference, Mean, WeekComparison, WeekSummary

KEYS: Final = (
    WATER,
    "magnesium_mg",
    "vitamin_d_ug",
    "fiber_g",
    "energy_kcal",
    "calcium_mg",
    "potassium_mg",
    "sodium_mg",
)
_STYLE: Final = """<style>
.hw{width:100%;border-collapse:collapse;font-size:.9rem}
.hw th,.hw td{padding:.4rem .3rem;border:0;border-top:1px solid color-mix(in srgb,currentColor 22%,transparent);
text-align:left;vertical-align:top;font-weight:400}
.hw thead th,.hw tbody th{font-weight:600}.hw thead th{border-top:0}
.hw small{display:block;font-size:.8rem;white-space:nowrap}
</style>"""


def table_html(comparison: WeekComparison) -> str:
    """Return the comparison as an HTML table."""
    week, against = comparison.week, comparison.against
    head = "".join(
        f'<th scope="col">{html(text)}</th>'
        for text in ("A day, on average", str(week.week), str(against.week), "Change")
    )
    rows = "".join(_row(key, comparison) for key in KEYS)
    return f'{_STYLE}<table class="hw"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(key: str, comparison: WeekComparison) -> str:
    cells = "".join(f"<td>{_cell(key, summary)}</td>" for summary in (comparison.week, comparison.against))
    change = html(_change(key, comparison.differences[key]))
    return f'<tr><th scope="row">{html(label(key))}</th>{cells}<td>{change}</td></tr>'


def _cell(key: str, summary: WeekSummary) -> str:
    """Return a mean with its denominator; of the three meters also on how many days with entries it was reached."""
    mean: Mean = summary.means[key]
    if mean.amount is None:
        shown = "nothing logged" if not mean.at_least else "nothing known"
    else:
        shown = f"{'at least ' if mean.at_least else ''}{amount(key, mean.amount)}"
    lines = [f"{mean.days} of 7 days"]
    if key in METERS and summary.days:
        # Of all days with entries, the one in progress too, which the mean leaves out.
        lines.append(f"reached {summary.days_reached[key]} of {len(summary.days)}")
    return html(shown) + "".join(f"<small>{html(line)}</small>" for line in lines)


def _change(key: str, difference: Difference) -> str:
    if difference.amount is None:
        return "cannot be said"
    sign = "+" if difference.amount > 0 else "\u2212" if difference.amount < 0 else ""
    percent = "" if difference.percent is None else f" ({sign}{number(abs(difference.percent))}\u00a0%)"
    return f"{sign}{amount(key, abs(difference.amount))}{percent}"
