"""The pages without a browser: the real app.py on a diary of its own for each test."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.conftest import fresh_sqlite
from tracker.diary import Diary
from tracker.store import open_store

APP = Path(__file__).resolve().parents[2] / "app.py"
SECONDS = 30


@pytest.fixture
def diary_url(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Name an empty diary to the app. The food table is kept from test to test, as a server keeps it."""
    url = fresh_sqlite(tmp_path)
    monkeypatch.setenv("TRACKER_DATABASE_URL", url)
    return url


@pytest.fixture
def new_app(diary_url: str) -> Callable[..., AppTest]:
    """Return a function that makes the app, not run yet, with the parameters of an address."""

    def make(**parameters: str) -> AppTest:
        app = AppTest.from_file(str(APP), default_timeout=SECONDS)
        for name, value in parameters.items():
            app.query_params[name] = value
        return app

    return make


@pytest.fixture
def diary(diary_url: str) -> Iterator[Diary]:
    """Give the diary the app writes to, opened beside it as another program would."""
    from zoneinfo import ZoneInfo

    store = open_store(diary_url)
    yield Diary(store, ZoneInfo("UTC"))
    store.close()
