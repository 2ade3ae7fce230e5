"""Things that many tests start from; each says only what it changes."""

from datetime import date, datetime, timedelta, timezone
from typing import Any

from tracker.entries import Entry, new_id

FRIDAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=1)))


def an_entry(**changes: Any) -> Entry:
    """Return a valid entry of Friday, 20 November 2026, with a new id: 180 g of spinach, nothing known of it."""
    usual: dict[str, Any] = {
        "id": new_id(),
        "day": FRIDAY,
        "at": NOON,
        "meal": "lunch",
        "kind": "food",
        "source": "typed",
        "name": "Spinach, cooked",
        "amount": 1.0,
        "measure": "cup",
        "food_id": "sr:11458",
        "grams": 180.0,
    }
    return Entry(**(usual | changes))


def a_supplement(**changes: Any) -> Entry:
    """Return a supplement of the same day; its label declares only what is given."""
    usual = {"kind": "supplement", "name": "A pill", "measure": "mg", "food_id": None, "grams": None}
    return an_entry(**(usual | changes))
