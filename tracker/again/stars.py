"""Verbs of starred foods: star, unstar, list."""

from collections.abc import Mapping
from datetime import UTC, datetime

from tracker.changes import Change, Star
from tracker.diary import Diary
from tracker.entries import refuse_impossible_name
from tracker.store import kept as kept_rows


def starred(diary: Diary) -> Mapping[str, Star]:
    """Return the stars of the person by food id, the newest first; a food may be gone from the table since."""
    with diary.store.reading() as connection:
        found = kept_rows.stars(connection, diary.person_id)
    return {star.id: star for star in sorted(found, key=_saved_at, reverse=True)}


def star(diary: Diary, food_id: str) -> Change:
    """Star a food of the table or an own one; one that is starred stays so. Raises a child of DatabaseError."""
    refuse_impossible_name(food_id, "A starred food")
    if food_id in starred(diary):
        return Change((), ())
    return diary.apply(Change((), (), kept_after=(Star(food_id),)))


def unstar(diary: Diary, food_id: str) -> Change:
    """Take the star from a food; one without a star stays so. Raises a child of DatabaseError."""
    there = starred(diary).get(food_id)
    return Change((), ()) if there is None else diary.apply(Change((), (), kept_before=(there,)))


def _saved_at(star: Star) -> tuple[datetime, str]:
    return star.updated_at or datetime.max.replace(tzinfo=UTC), star.id
