"""A real server and a real Chromium: the app as a person meets it, on a diary of its own."""

from collections.abc import Callable, Generator, Iterator

import pytest
from playwright.sync_api import Browser, Page
from playwright.sync_api import Error as BrowserError

from tests.browser.app_server import Server, chromium, running_app, window
from tests.browser.today_page import TodayPage

_FAILED = pytest.StashKey[bool]()
_MOST_CHARACTERS = 4000


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.when == "call":
        item.stash[_FAILED] = report.failed
    return report


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
def open_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of its own, see `window`; all are closed at the end, a failed test's after a look."""
    opened: list[Page] = []

    def opening(url: str, **settings: object) -> Page:
        opened.append(window(browser, url, **settings))  # type: ignore[arg-type]
        return opened[-1]

    yield opening
    for page in opened:
        if request.node.stash.get(_FAILED, False):
            print(f"\nWhat stood on {page.url}:\n{_shown_on(page)}")
        page.close()


def _shown_on(page: Page) -> str:
    try:
        return page.locator("body").inner_text()[:_MOST_CHARACTERS]
    except BrowserError as error:
        return str(error)


@pytest.fixture
def today(server: Server, open_page: Callable[..., Page]) -> TodayPage:
    """The Today page of an empty diary, on a phone."""
    return TodayPage(open_page(server.url, width=390, height=844))
