"""What a day is held against besides its entries: the targets valid on it, and how the person marked it."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from tracker.marks import DayMark, Mark
from tracker.targets import Targets


def contexts(
    days: Sequence[date], dated: Sequence[tuple[date, Targets]], marks: Mapping[date, DayMark]
) -> Iterator[tuple[date, Targets, Mark | None]]:
    """Yield each day with the targets valid on it and its mark.

    days: oldest first. dated: targets with the day they are valid from, oldest first; the set "documents" before them.
    """
    valid, later = Targets(), list(dated)
    for day in days:
        while later and later[0][0] <= day:
            valid = later.pop(0)[1]
        yield day, valid, marks[day].mark if day in marks else None
