"""The connection to the diary: one `Store` a process, shared by its threads.

SQLite runs in WAL mode with synchronous FULL: an acknowledged write survives the death of the process and of the
machine, and readers never wait for a writer. The driver's own transactions are off; a write begins with BEGIN
IMMEDIATE, so that two processes queue instead of failing halfway.
"""

import os
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import Pool, QueuePool, StaticPool

from tracker.store.address import Address, find_address
from tracker.store.errors import FolderError, ReadOnlyError, RemovedError, ReplacedError
from tracker.store.failures import explained
from tracker.store.migrate import bring_to_head

BUSY_TIMEOUT_S: Final = 15.0
CONNECT_TIMEOUT_S: Final = 5
# A script run holds a connection for a few milliseconds, so a handful serve many people.
_CONNECTIONS: Final = 8
_MORE_CONNECTIONS: Final = 24


def open_store(url: str | None = None, *, busy_timeout_s: float = BUSY_TIMEOUT_S) -> "Store":
    """Open the diary's database, made and migrated if needed; see `find_address` for where it is looked for.

    busy_timeout_s: how long to wait for another program's lock. Raises a child of DatabaseError.
    """
    return Store(find_address(url), busy_timeout_s)


def open_store_if_there(url: str | None = None) -> "Store | None":
    """Open the diary's database as `open_store` does, but make no file: None where there is none yet."""
    address = find_address(url)
    if address.path is not None and not address.path.exists():
        return None
    return Store(address)


class Store:
    """An open diary database with the newest schema.

    `reading` and `writing` give a SQLAlchemy connection inside one transaction. Safe to share between threads.
    """

    def __init__(self, address: Address, busy_timeout_s: float = BUSY_TIMEOUT_S) -> None:
        """Open and migrate the database; `open_store` is the usual way. Raises a child of DatabaseError."""
        self.address = address
        path = address.path
        if path is None:
            self.engine = self._watching = _postgresql_engine(address, busy_timeout_s)
        else:
            _make_file(path, address)
            self.engine = _sqlite_engine(path, address.read_only, busy_timeout_s)
            # SQLite tells a connection that others committed, so one that writes nothing is kept for asking.
            self._watching = _sqlite_engine(path, address.read_only, busy_timeout_s, StaticPool)
        self._one_watches = threading.Lock()
        self._name = uuid4().hex
        self._file = None if path is None else _identity(path)
        self._writing_engine = self.engine.execution_options(tracker_writes=True)
        try:
            with explained(self.address):
                bring_to_head(self.engine, self._writing_engine, self.address.place)
        except BaseException:
            self.close()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Give a connection that sees one state of the diary. Raises a child of DatabaseError."""
        self._refuse_other_file()
        with explained(self.address), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Give a connection for changes: all of them are saved when the block ends, none if it raises.

        Once the block has ended the changes are on the disk. Raises a child of DatabaseError.
        """
        self._refuse_other_file()
        with explained(self.address), self._writing_engine.begin() as connection:
            yield connection
        # What was committed to a file that is no longer there is not saved.
        self._refuse_other_file()

    def edition(self) -> str:
        """Return what tells this state of the database from every earlier and later one, whichever program changed it.

        What is read afterwards is at least as new. Only texts of the same Store can be equal. It may change while the
        diary does not. Raises a child of DatabaseError.

        https://sqlite.org/pragma.html#pragma_data_version: changes when another connection commits, of this or another
        process. https://www.postgresql.org/docs/current/functions-info.html: the snapshot says which transactions are
        over; as long as it stays the same, nothing else can be seen.
        """
        is_sqlite = self.address.path is not None
        wanted = "PRAGMA data_version" if is_sqlite else "SELECT CAST(pg_current_snapshot() AS text)"
        self._refuse_other_file()
        with explained(self.address), self._one_watches, self._watching.begin() as connection:
            return f"{self._name} {connection.exec_driver_sql(wanted).scalar()}"

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()
        self._watching.dispose()

    def _refuse_other_file(self) -> None:
        """Raise if the path of the diary no longer leads to the file that is open."""
        if self.address.path is None:
            return
        found = _identity(self.address.path)
        if found == self._file:
            return
        raise RemovedError(self.address.place) if found is None else ReplacedError(self.address.place)


def _identity(path: Path) -> tuple[int, int] | None:
    """Return what stays the same of a file until another takes its place; None when there is no file."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino


def _make_file(path: Path, address: Address) -> None:
    """Make an empty file (a valid, empty database) and its folder where there is none, both for this user alone."""
    try:
        if path.exists():
            return
        if address.read_only:
            raise ReadOnlyError(address.place)
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise FolderError(str(path.parent), error.strerror or "the file cannot be made") from error


def _sqlite_engine(path: Path, read_only: bool, busy_timeout_s: float, poolclass: type[Pool] = QueuePool) -> Engine:
    # Never the mode that makes the file: a diary removed meanwhile must not silently begin anew.
    uri = f"{path.as_uri()}?mode={'ro' if read_only else 'rw'}"

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            uri, uri=True, timeout=busy_timeout_s, isolation_level=None, check_same_thread=False
        )
        try:
            connection.execute("PRAGMA synchronous = FULL")
            if not read_only:
                _switch_to_wal(connection, busy_timeout_s)
        except BaseException:
            connection.close()
            raise
        return connection

    size = {"pool_size": _CONNECTIONS, "max_overflow": _MORE_CONNECTIONS} if poolclass is QueuePool else {}
    engine = create_engine("sqlite://", creator=connect, poolclass=poolclass, **size)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("tracker_writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _switch_to_wal(connection: sqlite3.Connection, busy_timeout_s: float) -> None:
    """Set the journal mode, which SQLite keeps in the file; wait for a lock, which the change does not do by itself."""
    deadline = time.monotonic() + busy_timeout_s
    while connection.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)
        else:
            return


def _postgresql_engine(address: Address, busy_timeout_s: float) -> Engine:
    engine = create_engine(
        address.url,
        connect_args={"connect_timeout": CONNECT_TIMEOUT_S},
        pool_size=_CONNECTIONS,
        max_overflow=_MORE_CONNECTIONS,
        # The server may have been started anew since a connection was used last.
        pool_pre_ping=True,
    )

    @event.listens_for(engine, "connect")
    def limit_waiting(connection: Any, _record: object) -> None:
        connection.execute(f"SET lock_timeout = {int(1000 * busy_timeout_s)}")
        connection.commit()

    return engine
