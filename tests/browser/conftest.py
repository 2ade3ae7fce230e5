"""A real server and a real Chromium: the app as a person meets it, on a diary of its own."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.app_server import Server, chromium, running_app, window
from tests.browser.today_page import TodayPage


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as browser:
        yield browser


@pytest.fixture(scope="session")
def shared_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture
def server(shared_server: Server) -> Server:
    """The running app with nothing in its diary."""
    if shared_server.database.exists():
        tables = [name for (name,) in shared_server.sql("select name from sqlite_master where type = 'table'")]
        for table in tables:
            if table != "alembic_version":
                shared_server.sql(f"delete from {table}")
    return shared_server


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of its own, see `window`; all are closed at the end."""
    opened: list[Page] = []

    def opening(url: str, **settings: object) -> Page:
        opened.append(window(browser, url, **settings))  # type: ignore[arg-type]
        return opened[-1]

    yield opening
    for page in opened:
        page.context.close()


@pytest.fixture
def today(server: Server, open_page: Callable[..., Page]) -> TodayPage:
    """The Today page of an empty diary, on a phone."""
    return TodayPage(open_page(server.url, width=390, height=844))
