"""The only room that knows SQL: where the diary lies, its tables and migrations, and what can go wrong with it."""

from tracker.store.engine import Store, open_store, open_store_if_there
from tracker.store.errors import DatabaseError, DuplicateEntryError, StaleEntryError

__all__ = ["DatabaseError", "DuplicateEntryError", "StaleEntryError", "Store", "open_store", "open_store_if_there"]
