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
# Name of the file, path, width, height, scheme. DAY: the latest full day. LINE: Today with a line entered.
# GAP: Today with what would close its gap.
DAY: Final = "/?day="
LINE: Final = "/"
GAP: Final = "/?"
ENTERED: Final = "30 g almonds, 2 cups cooked spinach and half an avocado; 500 ml water, some tofu"
PICTURES: Final = (
    ("today-light", DAY, 1000, 1100, "light"),
    ("today-dark", DAY, 1000, 1100, "dark"),
    ("today-phone-light", DAY, 390, 844, "light"),
    ("today-phone-dark", DAY, 390, 844, "dark"),
    ("line-phone-light", LINE, 390, 844, "light"),
    ("line-dark", LINE, 1000, 900, "dark"),
    ("gap-light", GAP, 1000, 900, "light"),
    ("gap-dark", GAP, 1000, 900, "dark"),
    ("gap-phone-light", GAP, 390, 844, "light"),
    ("weeks-light", "/weeks", 1000, 1050, "light"),
    ("weeks-dark", "/weeks", 1000, 1050, "dark"),
    ("weeks-phone-light", "/weeks", 390, 844, "light"),
    ("weeks-long-light", "/weeks?view=long", 1000, 1050, "light"),
    ("weeks-long-dark", "/weeks?view=long", 1000, 1050, "dark"),
    ("foods-light", "/foods?only=everyday", 1000, 900, "light"),
    ("foods-dark", "/foods?q=cooked+spinach&by=calcium_mg", 1000, 900, "dark"),
    ("foods-phone-light", "/foods?group=seeds&per=100g", 390, 844, "light"),
    ("food-light", "/foods?food=sr:11458", 1000, 1250, "light"),
    ("food-phone-dark", "/foods?food=sr:11458", 390, 844, "dark"),
    ("own-food-light", "/foods?food=new", 1000, 900, "light"),
    ("targets-light", "/targets", 1000, 900, "light"),
    ("targets-dark", "/targets", 1000, 900, "dark"),
    ("targets-phone-light", "/targets", 390, 844, "light"),
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
            if path == LINE:
                _enter_line(page)
            if path == GAP:
                _open_gap(page)
            _let_charts_finish(page)
            page.screenshot(path=FOLDER / f"{file}.png")
            page.close()
            print(FOLDER / f"{file}.png")


def _enter_line(page: Page) -> None:
    field = page.get_by_test_id("stChatInputTextArea")
    field.fill(ENTERED)
    field.press("Enter")
    page.get_by_role("button", name="Save 4 of 5").wait_for()


def _open_gap(page: Page) -> None:
    line = page.get_by_text("Close the gap")
    line.click()
    page.get_by_role("button", name="Log it as").first.wait_for()
    line.evaluate("element => element.scrollIntoView()")
    # From under the bar of the page.
    page.get_by_test_id("stMain").evaluate("element => element.scrollBy(0, -90)")


def _let_charts_finish(page: Page) -> None:
    page.wait_for_timeout(800)


if __name__ == "__main__":
    main()
