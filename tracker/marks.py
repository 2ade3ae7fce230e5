"""How a person marks a day: complete, partial, or not tracked.

A day marked "not tracked" is no logged day, whatever is in it, and breaks no streak. Means can be narrowed to the days
marked complete. A day without a mark is an ordinary one.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final, Literal

from tracker.errors import RefusedError

Mark = Literal["complete", "partial", "not tracked"]

MARKS: Final[tuple[Mark, ...]] = ("complete", "partial", "not tracked")
COMPLETE: Final = "complete"
NOT_TRACKED: Final = "not tracked"
# A year; a longer range is more often a slip.
MOST_DAYS: Final = 366


class MarkError(RefusedError):
    """Days that cannot be marked so; its text is a sentence."""


@dataclass(frozen=True, slots=True)
class DayMark:
    """The mark of one day. version: grows by one with each change. updated_at: None until saved."""

    day: date
    mark: Mark
    version: int = 1
    updated_at: datetime | None = None

    @property
    def id(self) -> str:
        """What tells it from the person's other marks: its day as YYYY-MM-DD."""
        return self.day.isoformat()


def refuse_impossible_marks(days: Collection[date], mark: Mark | None, today: date) -> None:
    """Raise MarkError unless these days can be given the mark, None to take it away.

    A day to come can only be "not tracked": whether it will be complete nobody knows.
    """
    if not days:
        raise MarkError("Choose a day to mark: the range has none.")
    if len(days) > MOST_DAYS:
        raise MarkError(f"At most {MOST_DAYS} days can be marked at once; these are {len(days):,}.")
    for day in (min(days), max(days)):
        if not date.min.year < day.year < date.max.year:
            raise MarkError(f"{day.isoformat()} is no day of a diary.")
    if mark not in {None, NOT_TRACKED} and max(days) > today:
        raise MarkError(f"{max(days).isoformat()} has not come yet, so it cannot be marked {mark}.")


def remarked(
    days: Collection[date], mark: Mark | None, there: Mapping[date, DayMark]
) -> tuple[tuple[DayMark, ...], tuple[DayMark, ...]]:
    """Return the rows to be changed, as they are and as they will be; days that are marked so already are in neither.

    there: the marks of these days by day, as read. Rows without a successor go.
    """
    differing = [day for day in sorted(set(days)) if mark != (there[day].mark if day in there else None)]
    before = tuple(there[day] for day in differing if day in there)
    if mark is None:
        return before, ()
    return before, tuple(DayMark(day, mark, there[day].version + 1 if day in there else 1) for day in differing)
