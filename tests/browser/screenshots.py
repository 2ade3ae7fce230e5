"""Take the pictures of docs/screenshots: `python -m tests.browser.screenshots`, on the demo diary."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final

from playwright.sync_api import Page

from tests.browser.app_server import ROOT, chromium, running_app, window

FOLDER: Final = ROOT / "docs" / "screenshots"
# Name of the file, path, width, height, scheme. DAY stands for the latest full day.
DAY: Final = "/?day="
PICTURES: Final = (
    ("today-light", DAY, 1000, 1100, "light"),
    ("today-dark", DAY, 1000, 1100, "dark"),
    ("today-phone-light", DAY, 390, 844, "light"),
    ("today-phone-dark", DAY, 390, 844, "dark"),
    ("weeks-light", "/weeks", 1000, 1050, "light"),
    ("weeks-dark", "/weeks", 1000, 1050, "dark"),
    ("targets-light", "/targets", 1000, 900, "light"),
)


def main() -> None:
    """Write every picture."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as name, running_app(Path(name)) as server, chromium() as browser:
        demo = [sys.executable, "-m", "tracker", "--db", f"sqlite:///{server.database}", "demo"]
        subprocess.run(demo, cwd=ROOT, env=os.environ, check=True)
        full = "select day from entry group by day having count(*) >= 8 order by day desc limit 1"
        day = server.sql(full)[0][0]
        for file, path, width, height, scheme in PICTURES:
            page = window(
                browser, server.url + (DAY + day if path == DAY else path), width=width, height=height, scheme=scheme
            )
            _let_charts_finish(page)
            page.screenshot(path=FOLDER / f"{file}.png")
            page.context.close()
            print(FOLDER / f"{file}.png")


def _let_charts_finish(page: Page) -> None:
    page.wait_for_timeout(800)


if __name__ == "__main__":
    main()
