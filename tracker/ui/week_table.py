"""Two weeks side by side as tables: the days of one thing, and the means of all with what they rest on."""

from typing import Final

from tracker.day_values import DayValue
from tracker.intake import METERS
from tracker.ui.text import amount, html, label
from tracker.ui.week_words import (
    DAY_LINK,
    SIGNS,
    STATE_WORDS,
    change_words,
    days_words,
    known_words,
    mean_words,
    reached_words,
    share_words,
    value_words,
)
from tracker.weeks import SHOWN_KEYS, WeekComparison, WeekSummary

STYLE: Final = """<style>
.hw{width:100%;border-collapse:collapse;font-size:.9rem;font-variant-numeric:tabular-nums}
.hw caption{text-align:left;font-weight:600;padding:.5rem 0 .2rem;caption-side:top;color:inherit}
.hw th,.hw td{padding:.4rem .3rem;border:0;border-top:1px solid color-mix(in srgb,currentColor 22%,transparent);
text-align:left;vertical-align:top;font-weight:400}
.hw thead th,.hw tbody th,.hw tfoot th,.hw tfoot td{font-weight:600}.hw thead th{border-top:0}
.hw small{display:block;font-size:.8rem;font-weight:400}.hw a{color:inherit}
.hw .d{display:flex;flex-wrap:wrap;justify-content:space-between;column-gap:.5rem;align-items:baseline}
</style>"""


def tables_html(comparison: WeekComparison, key: str) -> str:
    """Return the days of a key, then the means of all keys, as HTML tables."""
    return STYLE + days_html(comparison, key) + means_html(comparison)


def days_html(comparison: WeekComparison, key: str) -> str:
    """Return each day of both weeks with its target and state; each is a link to that day."""
    week, against = comparison.week, comparison.against
    rows = "".join(
        f"<tr><th scope='row'>{value.day:%A}</th>{_day_cell(key, value)}{_day_cell(key, other)}</tr>"
        for value, other in zip(week.values(key), against.values(key), strict=True)
    )
    means = "".join(_mean_cell(key, each) for each in (week, against))
    change = html(change_words(key, comparison.differences[key]))
    foot = (
        f"<tr><th scope='row'>Average</th>{means}</tr><tr><th scope='row'>Change</th><td colspan='2'>{change}</td></tr>"
    )
    return (
        f"<table class='hw'><caption>{html(label(key))} by day</caption><thead><tr><th scope='col'>Day</th>"
        f"<th scope='col'>{week.week}</th><th scope='col'>{against.week}</th></tr></thead>"
        f"<tbody>{rows}</tbody><tfoot>{foot}</tfoot></table>"
    )


def means_html(comparison: WeekComparison) -> str:
    """Return the means of both weeks with denominators, known shares, days reached and the change."""
    week, against = comparison.week, comparison.against
    head = "".join(
        f"<th scope='col'>{html(text)}</th>"
        for text in ("A day, on average", str(week.week), str(against.week), "Change")
    )
    rows = "".join(_mean_row(key, comparison) for key in SHOWN_KEYS)
    return f"<table class='hw'><caption>Averages</caption><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _mean_row(key: str, comparison: WeekComparison) -> str:
    cells = "".join(_mean_cell(key, each) for each in (comparison.week, comparison.against))
    change = html(change_words(key, comparison.differences[key]))
    return f"<tr><th scope='row'>{html(label(key))}</th>{cells}<td>{change}</td></tr>"


def _mean_cell(key: str, summary: WeekSummary) -> str:
    mean = html(mean_words(key, summary.means[key], summary.why_no_mean))
    return f"<td>{mean}{_small(*_sure(key, summary))}</td>"


def _sure(key: str, summary: WeekSummary) -> tuple[str, ...]:
    """Return what a mean rests on; of the three meters also on how many days the target was reached."""
    mean = ", ".join(filter(None, (days_words(key, summary), known_words(summary.means[key]))))
    return (mean, reached_words(key, summary)) if key in METERS else (mean,)


def _day_cell(key: str, value: DayValue) -> str:
    link = f'<a href="{DAY_LINK.format(value.day.isoformat())}">{value.day.day} {value.day:%b}</a>'
    marked = f"marked {value.mark}" if value.mark in {"complete", "partial"} else ""
    return (
        f"<td><span class='d'><span>{html(value_words(key, value))}</span><small>{link}</small></span>"
        f"{_small(_state_words(key, value), marked)}</td>"
    )


def _state_words(key: str, value: DayValue) -> str:
    """Return what an amount counts as: "of 400 mg ● reached, 82 % known"; empty without one, which says it already."""
    if value.amount is None:
        return ""
    state = value.calendar_state
    words = "" if state == "logged" else f"{SIGNS[state]} {STATE_WORDS[state]}"
    target = "" if value.target is None else f"of {amount(key, value.target)}"
    known = share_words(value.known_share) if value.at_least else ""
    return ", ".join(filter(None, (f"{target} {words}".strip(), known)))


def _small(*lines: str) -> str:
    return "".join(f"<small>{html(line)}</small>" for line in lines if line)
