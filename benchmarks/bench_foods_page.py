"""The Foods page: ranking all foods for a diary of ten years, beside the same page with 50 constant rows.

Floors run in the same minute, in processes of their own, under the app's configuration, and in turn with what is
measured.
"""

import shutil
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from benchmarks.bench_today import DAYS, _fragment, _in_turn, _row
from benchmarks.bench_weeks_page import _app, _bytes
from benchmarks.constant_today import ZONE
from benchmarks.page_client import ROOT, Window, served
from benchmarks.rows import Row
from tracker.again.own_foods import add
from tracker.diary import Diary
from tracker.own_food import own_food
from tracker.store import open_store

_FLOOR_APP: Final = "from benchmarks import constant_foods\n\nconstant_foods.start()\n"
_EMPTY_APP: Final = "import streamlit as st\n\nst.title('Empty')\n"
_OWN_FOODS: Final = 50
_WHOLE: Final = "only=all"
_EATEN: Final = "only=eaten"
_OPENED: Final = "food=sr:11458"
_CONSTANT: Final = "50 constant rows"


def run() -> list[Row]:
    """Return the time of a rerun and of a redraw of the list, with floors, and the bytes sent."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        windows = _opened(Path(name), stack)
        drawn = _in_turn({name: window.rerun for name, window in windows.items()})
        parts = _in_turn({name: _fragment(windows[name]) for name in ("all foods", "words", _CONSTANT)})
    return [
        _row("Foods, ranking all, rerun", drawn, "all foods", _CONSTANT, "<= 1.3x"),
        _row("Foods, ranking all, rerun", drawn, "all foods", "empty app"),
        _row(f"Foods, with {_OWN_FOODS} own foods, rerun", drawn, "own foods", _CONSTANT, "<= 1.3x"),
        _row("Foods, ranking all, redraw of the list", parts, "all foods", _CONSTANT, "<= 1.3x"),
        _row("Foods, after a letter typed, 50 rows", parts, "words", _CONSTANT),
        _row("Foods, what I have eaten, ten years", drawn, "eaten", "eaten, one year", "<= 1.2x"),
        _row("Foods, a food opened, ten years", drawn, "opened", "opened, one year", "<= 1.2x"),
        _bytes("Foods, sent a rerun", drawn["all foods"]),
        _bytes("Foods, sent a redraw of the list", parts["all foods"]),
    ]


def _opened(folder: Path, stack: ExitStack) -> dict[str, Window]:
    """Return a window for each view and floor, by name; their servers stop with the stack."""
    ten_years = stack.enter_context(served(*_app(folder / "ten", DAYS)))
    one_year = stack.enter_context(served(*_app(folder / "one", 366)))
    own = stack.enter_context(served(*_with_own_foods(folder / "own")))
    floor = stack.enter_context(served(_floor(folder / "floor")))
    (folder / "empty").mkdir()
    (folder / "empty" / "app.py").write_text(_EMPTY_APP)
    windows = {
        "all foods": Window(ten_years, "foods", _WHOLE),
        "words": Window(ten_years, "foods", "q=brea"),
        "own foods": Window(own, "foods", _WHOLE),
        _CONSTANT: Window(floor, "foods", _WHOLE),
        "eaten": Window(ten_years, "foods", _EATEN),
        "eaten, one year": Window(one_year, "foods", _EATEN),
        "opened": Window(ten_years, "foods", _OPENED),
        "opened, one year": Window(one_year, "foods", _OPENED),
        "empty app": Window(stack.enter_context(served(folder / "empty" / "app.py"))),
    }
    for window in windows.values():
        stack.callback(window.close)
    return windows


def _with_own_foods(folder: Path) -> tuple[Path, Path]:
    """Return the app's script and a diary of a day with _OWN_FOODS own foods, both in a new folder."""
    script, database = _app(folder, 1)
    store = open_store(f"sqlite:///{database}")
    for number in range(_OWN_FOODS):
        add(Diary(store, ZONE), own_food(f"Bar {number}", {"magnesium_mg": 10.0 * number}))
    store.close()
    return script, database


def _floor(folder: Path) -> Path:
    """Return the script that draws the page from constants."""
    shutil.copytree(ROOT / "pages", folder / "pages")
    (folder / "app.py").write_text(_FLOOR_APP)
    return folder / "app.py"
