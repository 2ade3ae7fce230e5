"""Months of days, each a link to its day: one HTML element of tables, a month each.

A state is told by shape first and by colour second, with the shapes of the meters: a ring is below, a disc reached, a
triangle above a limit. Cells keep 24 px on a phone, the least that WCAG 2.2 asks of what is tapped.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from tracker.day_values import CalendarState, DayValue
from tracker.ui.text import amount, html
from tracker.ui.week_words import DAY_LINK, STATE_WORDS, value_words

_WEEKDAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
# One letter each: a year of days is sent with every redraw.
_CLASSES: Final[dict[CalendarState, str]] = {
    "reached": "r",
    "below": "b",
    "above_limit": "a",
    "logged": "l",
    "unknown": "u",
    "not_logged": "n",
    "not_tracked": "x",
    "in_progress": "p",
    "to_come": "t",
}
# Violet as in the charts and a brown; with white figures 4.8 and 5 to one, against both themes more than 3.
_STYLE: Final = """<style>
.hc{display:grid;grid-template-columns:repeat(auto-fill,minmax(10.5rem,1fr));gap:.9rem .7rem;align-items:start}
.hc table{border-collapse:collapse;table-layout:fixed;width:100%;margin:0;font-size:.75rem;border:0;
font-variant-numeric:tabular-nums}
.hc caption{text-align:left;font-weight:600;font-size:.85rem;padding:0 .25rem .2rem;caption-side:top;color:inherit}
.hc th,.hc td{padding:0;border:0;text-align:center;font-weight:400;height:1.7rem}
.hc th{height:1.2rem;opacity:.8}
.hc a,.hc .t,.hk i{position:relative;display:inline-flex;align-items:center;justify-content:center;width:1.5rem;
height:1.5rem;line-height:1;color:inherit;text-decoration:none;border-radius:50%;box-sizing:border-box;
font-style:normal}
.hc a:hover{box-shadow:0 0 0 2px color-mix(in srgb,currentColor 45%,transparent)}
.hc a:focus-visible{outline:2px solid currentColor;outline-offset:1px}
.hc .r,.hk .r{background:#7a5fd0;color:#fff}
.hc .b,.hk .b{border:2px solid #7a5fd0}
.hc .l,.hk .l{background:color-mix(in srgb,#7a5fd0 28%,transparent)}
.hc .a,.hk .a{background:#b3541e;color:#fff;border-radius:.15rem;clip-path:polygon(50% 0,100% 100%,0 100%);
width:1.75rem;padding-top:.55rem;font-size:.68rem;font-weight:600}
.hc .x,.hk .x{background:repeating-linear-gradient(135deg,transparent 0 3px,
color-mix(in srgb,currentColor 22%,transparent) 3px 4px);border-radius:.15rem}
.hc .u::after,.hk .u::after{content:"?";font-weight:700}
.hc .o,.hk .o{outline:1.5px dashed currentColor;outline-offset:-1px;border-radius:.3rem}
.hc .t{opacity:.62}
.hk{display:flex;flex-wrap:wrap;gap:.25rem .9rem;font-size:.8rem;align-items:center;margin-bottom:.7rem}
.hk span{display:inline-flex;align-items:center;gap:.35rem}
.hk i{width:1.1rem;height:1.1rem;font-size:.7rem}.hk .a{width:1.3rem;padding-top:.3rem}
</style>"""


def calendar_html(values: Sequence[DayValue], key: str, first_weekday: int, today: date) -> str:
    """Return the months of these days, with a legend of the states that occur.

    values: one a day without gaps, oldest first, of a key of SHOWN_KEYS. first_weekday: 0 is Monday. The latest month
    comes first. Days to come are no links.
    """
    months: dict[tuple[int, int], list[DayValue]] = defaultdict(list)
    for value in values:
        months[value.day.year, value.day.month].append(value)
    # Of the day in progress the outline tells, whatever its state.
    states = {value.calendar_state for value in values} - {"in_progress", "to_come"}
    legend = _legend(states, has_today=any(value.day == today for value in values))
    tables = "".join(_month(days, key, first_weekday, today) for _, days in sorted(months.items(), reverse=True))
    return f'{_STYLE}{legend}<div class="hc">{tables}</div>'


def _legend(states: Collection[CalendarState], *, has_today: bool) -> str:
    keys = "".join(
        f'<span><i class="{letter}">{_sample(state)}</i>{html(STATE_WORDS[state])}</span>'
        for state, letter in _CLASSES.items()
        if state in states
    )
    now = '<span><i class="o"></i>today, so far</span>' if has_today else ""
    return f'<div class="hk">{keys}{now}<span>Choose a day to open it.</span></div>'


def _sample(state: CalendarState) -> str:
    """Return the figure in the legend of a state that is told by its figure alone."""
    return "5" if state in {"not_logged", "unknown"} else ""


def _month(days: Sequence[DayValue], key: str, first_weekday: int, today: date) -> str:
    first = days[0].day
    order = (*range(first_weekday, 7), *range(first_weekday))
    head = "".join(f'<th scope="col" abbr="{_WEEKDAYS[day]}">{_WEEKDAYS[day][0]}</th>' for day in order)
    blank = "<td></td>" * ((first.weekday() - first_weekday) % 7)
    cells = "".join(_with_breaks(days, key, first_weekday, today))
    return (
        f"<table><caption>{first:%B} {first.year}</caption><thead><tr>{head}</tr></thead>"
        f"<tbody><tr>{blank}{cells}</tr></tbody></table>"
    )


def _with_breaks(days: Sequence[DayValue], key: str, first_weekday: int, today: date) -> Iterable[str]:
    for place, value in enumerate(days):
        if place and value.day.weekday() == first_weekday:
            yield "</tr><tr>"
        yield _cell(value, key, today)


def _cell(value: DayValue, key: str, today: date) -> str:
    number, letter = value.day.day, _CLASSES[value.calendar_state]
    if value.status == "to_come" and value.mark is None:
        return f'<td><span class="t">{number}</span></td>'
    place, now = (' class="o"', ' aria-current="date"') if value.day == today else ("", "")
    link = DAY_LINK.format(value.day.isoformat())
    return f'<td{place}><a class="{letter}" href="{link}" title="{html(_words(value, key))}"{now}>{number}</a></td>'


def _words(value: DayValue, key: str) -> str:
    """Return what a day has, of what, its state and its mark: "312 mg of 400 mg, below, marked partial"."""
    words = value_words(key, value)
    if value.amount is not None and value.target is not None:
        words += f" of {amount(key, value.target)}"
    state = STATE_WORDS[value.calendar_state]
    told = [words] if state in words else [words, state]
    if value.mark is not None and value.mark not in told:
        told.append(f"marked {value.mark}")
    return ", ".join(told)
