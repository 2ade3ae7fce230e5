"""The history of the schema: one file in versions/ for each change, run by `tracker.store.migrate`."""
