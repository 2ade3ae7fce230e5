"""The app on a free port with a diary of its own, and a Chromium to look at it."""

import os
import shutil
import socket
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parent.parent.parent
# The browser's clock zone; the server takes it from the browser.
ZONE = "Europe/Berlin"
START_SECONDS = 40
QUIET_FLAGS = ("--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run")
# What a machine busy with other tests may take.
expect.set_options(timeout=20_000)
_ANIMATIONS_AT = 100
_STILL_TO_COME = '[data-testid="stSkeleton"], [data-stale="true"]'
IDLE = '[data-testid="stApp"][data-test-script-state="notRunning"]'


@dataclass(frozen=True)
class Server:
    """A running app. url: without a slash at the end. database: its SQLite file. log: what it printed."""

    url: str
    database: Path
    log: Path

    def sql(self, statement: str, *values: Any) -> list[tuple[Any, ...]]:
        """Run one statement on the diary's file, as another program would."""
        with closing(sqlite3.connect(self.database, timeout=20)) as connection, connection:
            return connection.execute(statement, values).fetchall()


@contextmanager
def running_app(folder: Path) -> Iterator[Server]:
    """Start the app on a free port with a diary in `folder`, and stop it at the end."""
    with closing(socket.socket()) as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    database, log = folder / "diary.db", folder / "server.log"
    environment = os.environ | {"TRACKER_DATABASE_URL": f"sqlite:///{database}"}
    command = [sys.executable, "-m", "streamlit", "run", "app.py", "--server.headless=true", f"--server.port={port}"]
    with log.open("w") as output:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=output, stderr=subprocess.STDOUT)
        try:
            server = Server(f"http://localhost:{port}", database, log)
            _wait_until_healthy(server, process)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    for _ in range(START_SECONDS * 10):
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2):
                return
        except OSError:
            time.sleep(0.1)
        if process.poll() is not None:
            break
    raise RuntimeError(f"The app did not start:\n{server.log.read_text()}")


@contextmanager
def chromium() -> Iterator[Browser]:
    """Start Debian's Chromium where it is, else the one Playwright installed."""
    arguments = [*QUIET_FLAGS, *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=arguments)
        yield browser
        browser.close()


def window(browser: Browser, url: str, *, width: int = 1000, height: int = 900, scheme: Any = "light") -> Page:
    """Open an address in a window of its own; width and height in CSS pixels."""
    page = _profile(browser, scheme).new_page()
    page.set_viewport_size({"width": width, "height": height})
    # Streamlit opens an expander over half a second, whatever motion the person wants; a click made meanwhile lands
    # where its button was.
    page.context.new_cdp_session(page).send("Animation.setPlaybackRate", {"playbackRate": _ANIMATIONS_AT})
    page.goto(url)
    settle(page)
    return page


@cache
def _profile(browser: Browser, scheme: Any) -> BrowserContext:
    """Return the profile that windows share, which has the app's scripts at hand after the first of them."""
    return browser.new_context(color_scheme=scheme, timezone_id=ZONE, reduced_motion="reduce")


def settle(page: Page) -> None:
    """Wait until the server is idle and the browser has drawn what it sent, nothing of it still to come or fading."""
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(page.locator(IDLE)).to_be_attached()
    expect(page.locator(_STILL_TO_COME)).to_have_count(0)


def save_by_shortcut(page: Page) -> None:
    """Press the keys that the Save button names, once the page listens to them: a moment after the button is seen."""
    settle(page)
    page.keyboard.press("Control+Enter")
