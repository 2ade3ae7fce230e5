"""How the pages of weeks say and mark what they show: means, differences, states of days.

Plain text; whoever draws it as HTML or Markdown escapes it.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache
from typing import Final

from tracker.day_values import CalendarState, DayValue
from tracker.ui.text import amount, number
from tracker.weeks import Difference, Mean, WeekSummary

# A day on the page Today, seen from any page of the app.
DAY_LINK: Final = "./?day={}"

# A shape and a word for each, so that no colour is needed.
SIGNS: Final[Mapping[CalendarState, str]] = {
    "reached": "●",
    "below": "○",
    "above_limit": "▲",
    "unknown": "?",
    "logged": "",
    "not_logged": "–",
    "not_tracked": "×",
    "in_progress": "…",
    "to_come": "",
}
STATE_WORDS: Final[Mapping[CalendarState, str]] = {
    "reached": "reached",
    "below": "below",
    "above_limit": "above the limit",
    "unknown": "nothing known",
    "logged": "logged",
    "not_logged": "not logged",
    "not_tracked": "not tracked",
    "in_progress": "so far",
    "to_come": "still to come",
}

_NOT_ZERO: Final = frozenset("123456789")


def mean_words(key: str, mean: Mean, why_no_mean: str | None = None) -> str:
    """Return a mean with its unit ("at least 312 mg"), or why there is none.

    why_no_mean: where no day has ended that could be in it.
    """
    if mean.amount is None:
        return why_no_mean or ("nothing known" if mean.at_least else "nothing logged")
    return f"{'at least ' if mean.at_least else ''}{amount(key, mean.amount)}"


def days_words(key: str, summary: WeekSummary) -> str:
    """Return the denominator of a mean: "5 of 7 days"; of a week in progress, of the days that have ended.

    Where none has ended, what the first has so far; "" for a week to come.
    """
    if not summary.compared:
        value = summary.so_far(key)
        return "" if value is None or value.amount is None else f"{value_words(key, value)} so far"
    return f"{summary.means[key].days} of {_days(len(summary.compared))}"


def known_words(mean: Mean) -> str:
    """Return how much of a mean is known; "all known" only if nothing is missing. Empty where there is no mean."""
    if mean.amount is None:
        return ""
    return share_words(mean.known_share) if mean.at_least else "all known"


def share_words(known_share: float) -> str:
    """Return how much is known where something is not: "82 % known", never 100 %. known_share: 0 to 1."""
    return f"{min(99, round(100 * known_share))}\u00a0% known"


def reached_words(meter: str, summary: WeekSummary) -> str:
    """Return on how many of the logged days a target was reached: "reached 3 of 6 days"."""
    return f"reached {summary.days_reached[meter]} of {_days(summary.days_counted[meter])}"


def _days(count: int) -> str:
    return f"{count} day{'' if count == 1 else 's'}"


def is_shown_as_nothing(key: str, value: float) -> bool:
    """Whether an amount is rounded to zero on the screen."""
    return _NOT_ZERO.isdisjoint(amount(key, abs(value)))


def direction(key: str, difference: Difference) -> str | None:
    """Return "more", "less" or "the same", as it is shown; None where it cannot be said."""
    if difference.amount is None:
        return None
    if is_shown_as_nothing(key, difference.amount):
        return "the same"
    return "more" if difference.amount > 0 else "less"


def change_words(key: str, difference: Difference) -> str:
    """Return a difference with sign, percent and a word: "+28 mg (+10 %), more"."""
    way = direction(key, difference)
    if way is None or difference.amount is None:
        return "cannot be said"
    if way == "the same":
        return "the same"
    sign = "+" if difference.amount > 0 else "\u2212"
    percent = "" if difference.percent is None else f" ({sign}{number(abs(difference.percent))}\u00a0%)"
    return f"{sign}{amount(key, abs(difference.amount))}{percent}, {way}"


def signed(key: str, value: float) -> str:
    """Return a difference with its sign and unit: "+310 mg", "−90 mg"; without a sign where it rounds to nothing."""
    way = direction(key, Difference(value, None))
    return f"{'+' if way == 'more' else '−' if way == 'less' else ''}{amount(key, abs(value))}"


def value_words(key: str, value: DayValue) -> str:
    """Return what a day has: an amount, or what the day counts as; never a zero for what is unknown."""
    if value.amount is not None:
        return f"{'at least ' if value.at_least else ''}{amount(key, value.amount)}"
    state = value.calendar_state
    return "nothing yet" if state == "in_progress" else STATE_WORDS[state]


@lru_cache(maxsize=1024)
def day_words(day: date) -> str:
    """Return a day's name and date: "Mon 16 Nov"."""
    return f"{day:%a} {day.day} {day:%b}"
