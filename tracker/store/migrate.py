"""Brings a database to the newest schema when it is opened.

A database that is there already costs one select; Alembic is imported only when there is something to do. A migration
runs in one transaction under a lock, so a failed one leaves nothing behind and of two processes only one migrates.
"""

import threading
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DBAPIError

from tracker.store.errors import ForeignDatabaseError, NewerDatabaseError
from tracker.store.tables import metadata

# Every revision in migrations/versions, oldest first; the last is the head.
REVISIONS: Final = ("0001", "0002", "0003", "0004", "0005", "0006")
MIGRATIONS_FOLDER: Final = Path(__file__).resolve().parent / "migrations"

# Any number, the same in every process: the key of the lock on PostgreSQL.
_LOCK_KEY: Final = 5_120_260_400
# Alembic keeps its context in module globals.
_one_at_a_time = threading.Lock()


def bring_to_head(engine: Engine, writing_engine: Engine, place: str) -> None:
    """Migrate the database if it is not at the head.

    writing_engine: the same database, its transactions begun for writing. Raises NewerDatabaseError,
    ForeignDatabaseError, or what the driver raises.
    """
    with engine.begin() as connection:
        revision = _revision(connection)
    if revision == REVISIONS[-1]:
        return
    if revision is not None and revision not in REVISIONS:
        raise NewerDatabaseError(place)
    with _one_at_a_time, writing_engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK_KEY})
        _upgrade(connection, place)


def _revision(connection: Connection) -> str | None:
    """Return the revision of the database; None when it has none yet."""
    wanted = text("SELECT version_num FROM alembic_version")
    try:
        with connection.begin_nested():
            revision: str | None = connection.execute(wanted).scalar()
    except DBAPIError:
        if not inspect(connection).has_table("alembic_version"):
            return None
        # Another process has made it since.
        revision = connection.execute(wanted).scalar()
    return revision


def _upgrade(connection: Connection, place: str) -> None:
    """Run what is missing; another process may have run it while this one waited for the lock."""
    revision = _revision(connection)
    if revision == REVISIONS[-1]:
        return
    if revision is None and set(inspect(connection).get_table_names()) & set(metadata.tables):
        raise ForeignDatabaseError(place)

    # Alembic takes a tenth of a second to import, and nearly every start finds nothing to do.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_FOLDER).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
