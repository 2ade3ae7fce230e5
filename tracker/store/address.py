"""Where the diary lies.

An address from the caller, the environment or the secrets file, else a file in the user's data folder.
"""

import os
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from urllib.parse import unquote

import platformdirs
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from tracker.store.errors import DatabaseUrlError, SecretsFileError

APP_NAME: Final = "hydration-tracker"
ENVIRONMENT_VARIABLE: Final = "TRACKER_DATABASE_URL"
FILE_NAME: Final = "diary.db"
PROJECT_FOLDER: Final = Path(__file__).resolve().parent.parent.parent

_POSTGRESQL: Final = frozenset({"postgres", "postgresql", "postgresql+psycopg"})
_SQLITE: Final = frozenset({"sqlite", "sqlite+pysqlite"})


@dataclass(frozen=True, slots=True)
class Address:
    """A database. path: the file of SQLite, absolute; None for a server. read_only: SQLite opened with mode=ro."""

    url: URL
    path: Path | None
    read_only: bool = False

    @property
    def place(self) -> str:
        """The name of the file or server as it may be shown: without user and password."""
        if self.path is not None:
            return str(self.path)
        host = self.url.host or _one(self.url.query.get("host")) or "localhost"
        port = f":{self.url.port}" if self.url.port else ""
        return f"{host}{port}/{self.url.database or ''}"


def find_address(url: str | None = None) -> Address:
    """Return the address of the diary.

    url: what the caller was told; without it TRACKER_DATABASE_URL, else `url` under [connections.diary] in
    .streamlit/secrets.toml of the current or the project's folder, else a SQLite file in the user's data folder.
    Raises DatabaseUrlError, SecretsFileError.
    """
    if url:
        return _parsed(url, "--db")
    from_environment = os.environ.get(ENVIRONMENT_VARIABLE)
    if from_environment:
        return _parsed(from_environment, ENVIRONMENT_VARIABLE)
    for origin, found in _secrets():
        return _parsed(found, origin)
    path = platformdirs.user_data_path(APP_NAME, appauthor=False) / FILE_NAME
    return Address(URL.create("sqlite", database=str(path)), path)


def _secrets() -> Iterator[tuple[str, str]]:
    """Yield the file and the address it holds, for each secrets file with one."""
    for folder in dict.fromkeys((Path.cwd(), PROJECT_FOLDER)):
        path = folder / ".streamlit" / "secrets.toml"
        try:
            secrets = tomllib.loads(path.read_text(encoding="utf-8"))
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            raise SecretsFileError(str(path), error.strerror or "it cannot be opened") from None
        except (UnicodeDecodeError, tomllib.TOMLDecodeError):
            # The parser's message is left out: it can quote the line, and with it a password.
            raise SecretsFileError(str(path), "it is not valid TOML") from None
        connections = secrets.get("connections")
        diary = connections.get("diary") if isinstance(connections, dict) else None
        url = diary.get("url") if isinstance(diary, dict) else None
        if url is not None:
            yield str(path), url if isinstance(url, str) else ""


def _parsed(text: str, origin: str) -> Address:
    try:
        url = make_url(text.strip())
    except (ArgumentError, ValueError):
        raise DatabaseUrlError(origin) from None
    if url.drivername in _POSTGRESQL:
        return Address(url.set(drivername="postgresql+psycopg"), None)
    if url.drivername in _SQLITE and url.host is None:
        return _sqlite_address(url, origin)
    raise DatabaseUrlError(origin)


def _sqlite_address(url: URL, origin: str) -> Address:
    """Return the address of a SQLite file; a diary in memory would be lost with the process, so it is refused."""
    database = url.database or ""
    mode = _one(url.query.get("mode"))
    if database.startswith("file:"):
        database = unquote(database.removeprefix("file:"))
        if database.startswith("//"):
            database = database.removeprefix("//")
    if database in {"", ":memory:"} or mode == "memory" or "\x00" in database:
        raise DatabaseUrlError(origin)
    return Address(url, Path(database).absolute(), read_only=mode == "ro")


def _one(value: str | tuple[str, ...] | None) -> str | None:
    """Return a value of a URL's query; the first when it was given several times."""
    return value[0] if isinstance(value, tuple) else value
