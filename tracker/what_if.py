"""A day as it would be with more entries: what a food would do to the three numbers before it is logged."""

from dataclasses import replace

from tracker.conditions import DayCondition
from tracker.entries import Entry
from tracker.intake import Day, day_intake


def day_with(day: Day, *more: Entry) -> Day:
    """Return the day with these entries too, as the same function makes it; its water target moves with their fiber."""
    condition = day.condition or DayCondition(day.day)
    after = day_intake(
        day.day,
        (*day.entries, *more),
        day.targets,
        mark=day.mark,
        activity_ml=condition.activity_ml,
        heat_ml=condition.heat_ml,
    )
    return replace(after, condition=day.condition)
