"""The answer before the numbers: is there more or less than in the other week, and on which days was it enough.

One HTML element: a sentence, and a card for each of the three meters.
"""

from typing import Final

from tracker.intake import METERS
from tracker.ui.text import html, label, second_unit
from tracker.ui.week_words import (
    SIGNS,
    STATE_WORDS,
    change_words,
    day_words,
    days_words,
    direction,
    known_words,
    mean_words,
    reached_words,
)
from tracker.weeks import Difference, WeekComparison, WeekSummary

_STYLE: Final = """<style>
.wa p{margin:0 0 .5rem}.wa .lead{font-size:1.1rem;font-weight:600;line-height:1.35}
.wa .cards{display:grid;grid-template-columns:repeat(auto-fit,minmax(13.5rem,1fr));gap:.5rem}
.wa section{border:1px solid color-mix(in srgb,currentColor 22%,transparent);border-radius:.6rem;
padding:.5rem .75rem;font-variant-numeric:tabular-nums;font-size:.8rem;line-height:1.45}
.wa h2{font-size:1rem;font-weight:600;margin:0;padding:0;line-height:1.3}
.wa b{display:block;font-size:1.25rem;font-weight:650;line-height:1.3}
.wa em{font-style:normal;font-weight:600;font-size:.9rem}.wa section span{display:block}
.wa .d{display:flex;align-items:center;gap:.15rem;margin-top:.15rem}.wa .d small{width:2.6rem;font-size:.8rem}
.wa .d i{font-style:normal;width:1.15rem;text-align:center}
</style>"""


# Below this a week is not better or worse: ours, less than a glass of water or a few almonds a day.
_ABOUT_PERCENT: Final = 5.0


def answer_html(comparison: WeekComparison) -> str:
    """Return the sentence and the cards."""
    note = comparison.in_words()
    which = f"<p>{html(note)}</p>" if note else ""
    if comparison.week.only_complete:
        which += "<p>Averages and days reached are of days marked complete alone.</p>"
    cards = "".join(_card(comparison, meter) for meter in METERS)
    lead = f'<p class="lead" role="status">{html(sentence(comparison))}</p>'
    return f'{_STYLE}<div class="wa">{lead}{which}<div class="cards">{cards}</div></div>'


def sentence(comparison: WeekComparison) -> str:
    """Return how the week differs in the three meters: "2026-W47: more water, less vitamin D than in 2026-W46."."""
    week, against = comparison.week.week, comparison.against.week
    if week == against:
        return f"{week} is held against itself: choose another week to compare it with."
    named: dict[str | None, list[str]] = {}
    for meter in METERS:
        named.setdefault(_way(meter, comparison.differences[meter]), []).append(_named(meter))
    if named.keys() == {None}:
        if comparison.week.in_progress == week.start:
            return f"{week} has just begun: there is nothing to compare before its first day ends."
        return f"{week} and {against} cannot be compared: one of them has no day that counts."
    changed = [f"{way} {_listed(named[way])}" for way in ("more", "less") if way in named]
    parts = [f"{_listed(changed)} than in {against}"] if changed else []
    if "the same" in named:
        parts.append(f"about as much {_listed(named['the same'])}{'' if changed else f' as in {against}'}")
    means = (comparison.week.means, comparison.against.means)
    partly = [
        _named(meter)
        for meter in METERS
        if comparison.differences[meter].amount is not None and any(of_week[meter].at_least for of_week in means)
    ]
    hedge = f" Not all {_listed(partly)} is known: it may differ by more or less than that." if partly else ""
    unsaid = f" Of {_listed(named[None])} too little is known to say." if None in named else ""
    return f"{week}: {', '.join(parts)}.{unsaid}{hedge}"


def _way(meter: str, difference: Difference) -> str | None:
    """Return "more" or "less" of what differs enough to be said in a headline, else "the same"."""
    if difference.percent is not None and abs(difference.percent) < _ABOUT_PERCENT:
        return "the same"
    return direction(meter, difference)


def _card(comparison: WeekComparison, meter: str) -> str:
    week, against = comparison.week, comparison.against
    mean, other, difference = week.means[meter], against.means[meter], comparison.differences[meter]
    lines = []
    if difference.amount is not None:
        arrow = {"more": "▲", "less": "▼"}.get(direction(meter, difference) or "", "=")
        lines.append(f"<span><em>{arrow} {html(change_words(meter, difference))}</em></span>")
    beside = ", ".join(filter(None, (mean_words(meter, other, against.why_no_mean), days_words(meter, against))))
    lines.append(f"<span>{html(f'against {beside}')}</span>")
    if difference.amount is not None and (mean.at_least or other.at_least):
        lines.append("<span>a difference of what is known</span>")
    second = "" if mean.amount is None else f" a day {second_unit(meter, mean.amount)}".rstrip()
    sure = ", ".join(filter(None, (days_words(meter, week), known_words(mean))))
    reached = f"{reached_words(meter, week)}, against {against.days_reached[meter]} of {against.days_counted[meter]}"
    return (
        f"<section><h2>{html(label(meter))}</h2><b>{html(mean_words(meter, mean, week.why_no_mean))}</b>"
        f"<span>{html(f'{second.strip()} · {sure}' if second else sure)}</span>"
        f"{''.join(lines)}<span>{html(reached)}</span>"
        f"{_strip(week, meter)}{_strip(against, meter)}</section>"
    )


def _strip(summary: WeekSummary, meter: str) -> str:
    """Return the seven days of a week as signs, in words for who does not see them."""
    days = [(day_words(value.day), value.calendar_state) for value in summary.values(meter)]
    words = f"{summary.week}: " + ", ".join(f"{day} {STATE_WORDS[state]}" for day, state in days)
    signs = "".join(f'<i title="{day}: {STATE_WORDS[state]}">{SIGNS[state]}</i>' for day, state in days)
    number = str(summary.week).partition("-")[2]
    return f'<div class="d" role="img" aria-label="{words}"><small>{number}</small>{signs}</div>'


def _named(meter: str) -> str:
    """Return the name of a meter in the middle of a sentence."""
    name = label(meter)
    return name[0].lower() + name[1:]


def _listed(words: list[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} and {last}" if others else last
