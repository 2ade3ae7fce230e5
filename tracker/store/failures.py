"""What a database driver says -> the failure that is explained to the person."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from tracker.store.address import Address
from tracker.store.errors import (
    BusyError,
    DatabaseError,
    DiskFullError,
    DuplicateEntryError,
    FailedError,
    FolderError,
    ReadOnlyError,
    RejectedError,
    RemovedError,
    UnreachableError,
    UnreadableDatabaseError,
)

# Result codes by the first word after SQLITE_, https://sqlite.org/rescode.html
_SQLITE: Final[dict[str, type[BusyError | DiskFullError | ReadOnlyError | UnreadableDatabaseError]]] = {
    "BUSY": BusyError,
    "LOCKED": BusyError,
    "FULL": DiskFullError,
    "READONLY": ReadOnlyError,
    "PERM": ReadOnlyError,
    "NOTADB": UnreadableDatabaseError,
    "CORRUPT": UnreadableDatabaseError,
}
# SQLSTATE by code or class, https://www.postgresql.org/docs/current/errcodes-appendix.html
_POSTGRESQL: Final[dict[str, type[BusyError | DiskFullError | ReadOnlyError | RejectedError | UnreachableError]]] = {
    "53100": DiskFullError,
    "25006": ReadOnlyError,
    "42501": ReadOnlyError,
    "40001": BusyError,
    "40P01": BusyError,
    "55P03": BusyError,
    "53300": BusyError,
    "28": RejectedError,
    "3D": RejectedError,
    "08": UnreachableError,
    "57P": UnreachableError,
}


@contextmanager
def explained(address: Address) -> Iterator[None]:
    """Turn whatever the driver raises inside into a child of DatabaseError."""
    try:
        yield
    except PoolTimeoutError as error:
        raise BusyError(address.place) from error
    except DBAPIError as error:
        raise _explanation(error, address) from error


def _explanation(error: DBAPIError, address: Address) -> DatabaseError:
    return _of_postgresql(error, address) if address.path is None else _of_sqlite(error, address, address.path)


def _of_sqlite(error: DBAPIError, address: Address, path: Path) -> DatabaseError:
    code = str(getattr(error.orig, "sqlite_errorname", "")).removeprefix("SQLITE_")
    if code == "READONLY_DBMOVED":
        return RemovedError(address.place)
    if code in {"CONSTRAINT_PRIMARYKEY", "CONSTRAINT_UNIQUE"}:
        return DuplicateEntryError()
    kind = _SQLITE.get(code.partition("_")[0])
    if kind is not None:
        return kind(address.place)
    if code.startswith("CANTOPEN"):
        if path.is_dir():
            return UnreadableDatabaseError(address.place)
        # SQLite needs the folder for the files beside the database, even to read it.
        why = "the diary in it cannot be opened" if os.access(path.parent, os.W_OK) else "nothing can be written there"
        return FolderError(str(path.parent), why)
    return FailedError(address.place, _first_line(error))


def _of_postgresql(error: DBAPIError, address: Address) -> DatabaseError:
    state = getattr(error.orig, "sqlstate", None)
    if state is None:
        # A failed connection carries no SQLSTATE; what the server itself said begins with FATAL.
        kind = RejectedError if "FATAL" in str(error.orig) else UnreachableError
        return kind(address.place)
    if state == "23505":
        return DuplicateEntryError()
    known = _POSTGRESQL.get(state) or _POSTGRESQL.get(state[:3]) or _POSTGRESQL.get(state[:2])
    return known(address.place) if known is not None else FailedError(address.place, _first_line(error))


def _first_line(error: DBAPIError) -> str:
    lines = str(error.orig).strip().splitlines()
    return lines[0].rstrip(".") if lines else "no reason given"
