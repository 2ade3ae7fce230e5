"""What a person ever logged. What it costs to ask depends on how many different foods that were, not on the years."""

from datetime import date

from tracker.diary import Diary
from tracker.store import eaten as eaten_rows


def eaten(diary: Diary) -> frozenset[str]:
    """Return the ids of all foods and drinks ever logged; ids of supplements are among them."""
    with diary.store.reading() as connection:
        return eaten_rows.food_ids(connection, diary.person_id)


def last_logged(diary: Diary, food_id: str) -> date | None:
    """Return the last day a food was logged on, which can be one still to come; None when it never was."""
    with diary.store.reading() as connection:
        return eaten_rows.last_day(connection, diary.person_id, food_id)
