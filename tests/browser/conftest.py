"""A real server and a real Chromium: the app as a person meets it, on a diary of its own."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
# The browser's clock zone; the server takes it from the browser.
ZONE = "Europe/Berlin"
START_SECONDS = 40
QUIET_FLAGS = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
READY = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass(frozen=True)
class Server:
    """A running app. url: without a slash at the end. database: its SQLite file. log: what it printed."""

    url: str
    database: Path
    log: Path

    def sql(self, statement: str) -> list[tuple[Any, ...]]:
        """Run one statement on the diary's file, as another program would."""
        with closing(sqlite3.connect(self.database, timeout=20)) as connection, connection:
            return connection.execute(statement).fetchall()


@contextmanager
def running_app(folder: Path, **environment: str) -> Iterator[Server]:
    """Start the app on a free port with a diary in `folder`, and stop it at the end."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database, log = folder / "diary.db", folder / "server.log"
    settings = os.environ | {"TRACKER_DATABASE_URL": f"sqlite:///{database}"} | environment
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=output, stderr=subprocess.STDOUT)
    try:
        url = f"http://localhost:{port}"
        wait_until_healthy(url, process, log)
        yield Server(url, database, log)
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()


def wait_until_healthy(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until the server answers; fail with what it printed when it does not."""
    for _ in range(START_SECONDS * 10):
        try:
            with urllib.request.urlopen(f"{url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            pass
        if process.poll() is not None:
            break
        time.sleep(0.1)
    pytest.fail(f"The app did not start:\n{log.read_text()}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium where it is, else the one Playwright installed."""
    arguments = [*QUIET_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with running_app(tmp_path_factory.mktemp("app")) as server:
        yield server


@pytest.fixture
def empty_diary(server: Server) -> Server:
    """The running app with nothing in its diary."""
    if server.database.exists():
        for (table,) in server.sql("select name from sqlite_master where type = 'table'"):
            if table in {"entry", "target", "person"}:
                server.sql(f"delete from {table}")
    return server


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open an address in a window of its own; width and height in CSS pixels, scheme light or dark."""
    opened = []

    def open_window(url: str, *, width: int = 1000, height: int = 900, scheme: Any = "light") -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, timezone_id=ZONE, reduced_motion="reduce"
        )
        opened.append(context)
        page = context.new_page()
        page.goto(url)
        settle(page)
        return page

    yield open_window
    for context in opened:
        context.close()


def settle(page: Page) -> None:
    """Wait until the page has been drawn and the server is idle."""
    expect(page.locator(READY)).to_be_attached(timeout=20_000)
    expect(page.get_by_role("heading", level=1)).to_be_visible(timeout=20_000)
