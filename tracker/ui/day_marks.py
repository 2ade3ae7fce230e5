"""Marks of days: complete, partial, not tracked, set for the day on Today or for a range of days.

Through `actions`, so that each is confirmed and can be undone; the confirmation names its days, as a mark is no entry
that `actions` could read a day from.
"""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Final

import streamlit as st

from tracker import days
from tracker.diary import Change, Diary
from tracker.errors import RefusedError
from tracker.intake import Day
from tracker.marks import MARKS, NOT_TRACKED, Mark, MarkError
from tracker.ui import actions
from tracker.ui.day_nav import FIRST_DAY, LAST_DAY

_RANGE: Final = "marks.range"
_RANGE_MARK: Final = "marks.range_mark"
_OPEN: Final = "marks.open"
_NONE: Final = "no mark"
_HELP: Final = (
    "Averages can be narrowed to complete days. A day not tracked is in no average and breaks no streak, whatever is "
    "in it."
)


class AlreadyMarkedError(RefusedError):
    """Nothing would change."""

    def __init__(self, mark: Mark | None) -> None:
        super().__init__(f"That is so already: {'nothing to take away' if mark is None else f'marked {mark}'}.")


def draw(diary: Diary, day: Day) -> None:
    """Draw the mark of the day that is shown; choosing it again takes it away."""
    key = f"marks.of.{day.day.isoformat()}"
    st.session_state[key] = day.mark
    # Whether a day to come will be complete nobody knows.
    can_be = MARKS if day.day <= diary.today() else (NOT_TRACKED,)
    st.segmented_control(
        "Mark this day",
        can_be if day.mark in (None, *can_be) else (*can_be, day.mark),
        key=key,
        format_func=str.capitalize,
        help=_HELP,
        on_change=_chosen,
        args=(day.day, key),
    )


def draw_range(diary: Diary) -> None:
    """Draw the way to mark several days at once, such as a holiday; its fields only once it is open."""
    opened = st.expander("Mark several days", key=_OPEN, on_change="rerun", icon=":material/date_range:")
    if not opened.open:
        return
    with opened:
        today = diary.today()
        st.date_input(
            "First and last day",
            (today, today),
            key=_RANGE,
            min_value=FIRST_DAY,
            max_value=LAST_DAY,
            format="YYYY-MM-DD",
            help="Days to come can be marked not tracked only.",
        )
        st.segmented_control(
            "Mark them",
            (NOT_TRACKED, *(mark for mark in MARKS if mark != NOT_TRACKED), _NONE),
            default=NOT_TRACKED,
            required=True,
            key=_RANGE_MARK,
            format_func=str.capitalize,
            help=_HELP,
        )
        st.button("Mark", key="marks.save", type="primary", on_click=_range_chosen)
        actions.draw_answer(_RANGE)


def _chosen(day: date, key: str) -> None:
    _perform((day,), st.session_state[key])


def _range_chosen() -> None:
    chosen: Sequence[date] = st.session_state[_RANGE]
    mark = next((mark for mark in MARKS if mark == st.session_state[_RANGE_MARK]), None)
    # The field gives what has been picked so far: nothing, the first day, or both.
    if len(chosen) < 2:
        actions.fail(MarkError("Choose the last day too; for one day alone, choose it twice."), _RANGE)
    else:
        _perform(days.days_between(chosen[0], days.day_after(chosen[1])), mark, _RANGE)


def _perform(wanted: Sequence[date], mark: Mark | None, subject: str | None = None) -> None:
    verb = partial(_mark, wanted, mark)
    actions.perform(actions.Action(done_words(wanted, mark), lambda diary, _sure: verb(diary), subject))


def _mark(wanted: Sequence[date], mark: Mark | None, diary: Diary) -> Change:
    """Mark days. Raises AlreadyMarkedError when that changes nothing, so that Undo never takes back an older action."""
    change = diary.mark(wanted, mark)
    if not change:
        raise AlreadyMarkedError(mark)
    return change


def done_words(wanted: Sequence[date], mark: Mark | None) -> str:
    """Return what marking days did, in one sentence that names them. wanted: days in a row, one at least."""
    first, last = wanted[0], wanted[-1]
    named = _named(last) if first == last else f"{len(wanted)} days, {_named(first)} to {_named(last)}"
    if mark is None:
        return f"Took the mark{'' if first == last else 's'} off {named}"
    return f"Marked {named}{'' if first == last else ','} {mark}"


def _named(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B} {day.year}"
