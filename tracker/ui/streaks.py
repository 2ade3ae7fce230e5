"""Days in a row on which a target was reached, in words."""

from datetime import date
from typing import Final

from tracker.day_values import Streak
from tracker.history import History
from tracker.intake import METERS
from tracker.ui.text import html, label
from tracker.ui.week_table import STYLE
from tracker.ui.week_words import day_words

_NONE: Final = "none"


def table_html(history: History, span: str) -> str:
    """Return the current and the longest streak of each meter. span: which days are looked at, in words."""
    head = "".join(f'<th scope="col">{html(text)}</th>' for text in ("Reached in a row", "Now", f"Longest of {span}"))
    rows = "".join(_row(history, meter) for meter in METERS)
    return f'{STYLE}<table class="hw"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>'


def _row(history: History, meter: str) -> str:
    cells = "".join(f"<td>{_cell(streak, history.today)}</td>" for streak in history.streaks(meter))
    return f'<tr><th scope="row">{html(label(meter))}</th>{cells}</tr>'


def _cell(streak: Streak, today: date) -> str:
    if streak.first is None or streak.last is None:
        return _NONE
    least, plural = "at least " if streak.may_be_longer else "", "" if streak.days == 1 else "s"
    first, last = _day(streak.first, today), _day(streak.last, today)
    return f"{least}{streak.days} day{plural}<small>{first if streak.days == 1 else f'{first} to {last}'}</small>"


def _day(day: date, today: date) -> str:
    return day_words(day) if day.year == today.year else f"{day_words(day)} {day.year}"
