"""What a day is held against besides its entries: its targets, how the person marked it, and what it was like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.conditions import DayCondition
from tracker.marks import DayMark, Mark
from tracker.targets import Targets


@dataclass(frozen=True, slots=True)
class DayContext:
    """What one day is held against; an ordinary day has a condition too, that adds nothing to its water target."""

    day: date
    targets: Targets
    mark: Mark | None
    condition: DayCondition


def contexts(
    days: Sequence[date],
    dated: Sequence[tuple[date, Targets]],
    marks: Mapping[date, DayMark],
    conditions: Mapping[date, DayCondition],
) -> Iterator[DayContext]:
    """Yield what each day is held against.

    days: oldest first. dated: targets with the day they are valid from, oldest first; the set "documents" before them.
    conditions: of the days that are not ordinary ones.
    """
    valid, later = Targets(), list(dated)
    for day in days:
        while later and later[0][0] <= day:
            valid = later.pop(0)[1]
        yield DayContext(
            day, valid, marks[day].mark if day in marks else None, conditions.get(day) or DayCondition(day)
        )
