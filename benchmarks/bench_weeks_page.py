"""The Weeks page: one rerun of ten years, beside the same charts and tables from constants, and beside an empty app.

Floors run in the same minute, in processes of their own, under the app's configuration, and in turn with what is
measured. The app keeps what it worked out until the diary changes, so each view is measured as it is drawn again, and
as it is drawn first after something was logged.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Final

from benchmarks.bench_today import DAYS, _fill, _fragment, _in_turn, _row
from benchmarks.constant_today import ZONE, entries_of
from benchmarks.page_client import ROOT, Drawn, Window, served
from benchmarks.rows import Row
from tracker.diary import Diary
from tracker.entries import new_id
from tracker.store import open_store

_FLOOR_APP: Final = "from benchmarks import constant_weeks\n\nconstant_weeks.start()\n"
_EMPTY_APP: Final = "import streamlit as st\n\nst.title('Empty')\n"
# What is shown -> the part of the address behind the question mark.
_VIEWS: Final = {
    "two weeks": "nutrient=magnesium_mg",
    "12 weeks": "view=long&weeks=12&nutrient=magnesium_mg",
    "52 weeks": "view=long&weeks=52&nutrient=magnesium_mg",
}

_AFTER: Final = "Weeks, {}, after a change"


def run() -> list[Row]:
    """Return the time of a rerun of each view and of a redraw for another nutrient, with floors, and the bytes sent."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        windows = _opened(Path(name), stack)
        store = open_store(f"sqlite:///{Path(name) / 'ten' / 'diary.db'}")
        stack.callback(store.close)
        diary = Diary(store, ZONE)
        drawn = _in_turn({name: window.rerun for name, window in windows.items()})
        # Not in turn with the others: a change has them all worked out anew.
        drawn |= _in_turn({_AFTER.format(view): _after_a_change(diary, windows[view]) for view in _VIEWS})
        parts = _in_turn({name: _fragment(windows[name]) for name in ("two weeks", "two weeks, constants")})
    return [
        *(_row(f"Weeks, {view}, rerun", drawn, view, f"{view}, constants", "<= 1.3x") for view in _VIEWS),
        *(_row(_AFTER.format(view), drawn, _AFTER.format(view), f"{view}, constants", "<= 1.3x") for view in _VIEWS),
        *(_row(f"Weeks, {view}, rerun", drawn, view, "empty app") for view in _VIEWS),
        _row("Weeks, two weeks, rerun, ten years", drawn, "two weeks", "two weeks, one year", "<= 1.2x"),
        _row("Weeks, 52 weeks, rerun", drawn, "52 weeks", "12 weeks", "< 3x"),
        _row(_AFTER.format("52 weeks"), drawn, _AFTER.format("52 weeks"), _AFTER.format("12 weeks"), "< 3x"),
        _row("Weeks, another nutrient", parts, "two weeks", "two weeks, constants", "<= 1.3x"),
        *(_bytes(f"Weeks, {view}, sent a rerun", drawn[view]) for view in _VIEWS),
    ]


def _after_a_change(diary: Diary, window: Window) -> Callable[[], Drawn]:
    """Return what draws a view after something was logged that is in none of them."""
    entry = entries_of(diary.today() - timedelta(days=500))[0]

    def draw() -> Drawn:
        diary.log([replace(entry, id=new_id())], sure=True)
        return window.rerun()

    return draw


def _opened(folder: Path, stack: ExitStack) -> dict[str, Window]:
    """Return a window for each view and floor, by name; their servers stop with the stack."""
    ten_years = stack.enter_context(served(*_app(folder / "ten", DAYS)))
    one_year = stack.enter_context(served(*_app(folder / "one", 366)))
    constants = [stack.enter_context(served(_floor(folder / f"floor{number}"))) for number in range(len(_VIEWS))]
    (folder / "empty").mkdir()
    (folder / "empty" / "app.py").write_text(_EMPTY_APP)
    windows = {"empty app": Window(stack.enter_context(served(folder / "empty" / "app.py")))}
    windows["two weeks, one year"] = Window(one_year, "weeks", _VIEWS["two weeks"])
    for (view, query), floor in zip(_VIEWS.items(), constants, strict=True):
        windows[view] = Window(ten_years, "weeks", query)
        windows[f"{view}, constants"] = Window(floor, "weeks", query)
    for window in windows.values():
        stack.callback(window.close)
    return windows


def _app(folder: Path, days: int) -> tuple[Path, Path]:
    """Return the app's script and a diary of so many days, both in a new folder."""
    shutil.copytree(ROOT / "pages", folder / "pages")
    shutil.copy(ROOT / "app.py", folder)
    store = open_store(f"sqlite:///{folder / 'diary.db'}")
    _fill(Diary(store, ZONE), days)
    store.close()
    return folder / "app.py", folder / "diary.db"


def _floor(folder: Path) -> Path:
    """Return the script that draws the page from constants; one for each view, because pieces are made once."""
    shutil.copytree(ROOT / "pages", folder / "pages")
    (folder / "app.py").write_text(_FLOOR_APP)
    return folder / "app.py"


def _bytes(name: str, drawn: list[Drawn]) -> Row:
    return Row(name, statistics.median(one.received_bytes for one in drawn) / 1000, "kB")
