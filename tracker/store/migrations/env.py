"""Alembic's entry: runs the migrations in the transaction that `tracker.store.migrate` hands over."""

from alembic import context

from tracker.store.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
