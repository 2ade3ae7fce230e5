"""The Today page: one rerun of ten years and of an empty diary, beside an empty app and the same page from constants.

Floors run in the same minute, in processes of their own, under the app's configuration, and in turn with what is
measured. The app keeps what it worked out until the diary changes: a rerun is of a diary as it was, a tap changes it.
"""

import shutil
import statistics
import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from datetime import timedelta
from pathlib import Path
from typing import Final

from benchmarks.constant_today import ENTRIES_A_DAY, ZONE, entries_of
from benchmarks.page_client import ROOT, Drawn, Window, served
from benchmarks.rows import Row
from tracker.diary import Diary
from tracker.store import open_store

ROUNDS: Final = 40
DAYS: Final = 3650
_EMPTY_APP: Final = "import streamlit as st\n\nst.title('Empty')\n"
_FLOOR_APP: Final = "from benchmarks import constant_today\n\nconstant_today.start({entries})\n"
_APPS: Final = ("ten years", "one day", "nothing logged", "constants", "constants, nothing logged", "empty app")


def run() -> list[Row]:
    """Return the time of a rerun and of a tap's redraw with their floors, and the bytes sent."""
    with tempfile.TemporaryDirectory() as name, ExitStack() as stack:
        windows = {app: stack.enter_context(_Measured(Path(name), app)) for app in _APPS}
        full = _in_turn({app: window.rerun for app, window in windows.items()})
        tap = _after_a_change(stack, Path(name) / "ten_years" / "diary.db", _fragment(windows["ten years"]))
        taps = _in_turn({"ten years": tap, "constants": _fragment(windows["constants"])})
    return [
        _row("Today, rerun, ten years", full, "ten years", "constants", "<= 1.3x"),
        _row("Today, rerun, ten years", full, "ten years", "one day", "<= 1.2x"),
        _row("Today, rerun, ten years", full, "ten years", "empty app"),
        _row("Today, rerun, nothing logged", full, "nothing logged", "constants, nothing logged", "<= 1.3x"),
        _row("Today, rerun, nothing logged", full, "nothing logged", "empty app"),
        _row("Today, redraw after a tap", taps, "ten years", "constants", "<= 1.3x"),
        _bytes(f"Today, sent a rerun, {ENTRIES_A_DAY} entries", full["ten years"]),
        _bytes(f"Today, sent a tap, {ENTRIES_A_DAY} entries", taps["ten years"]),
        _bytes("Today, sent a rerun, nothing logged", full["nothing logged"]),
    ]


class _Measured(ExitStack):
    """A session on one of _APPS, with its server."""

    def __init__(self, folder: Path, app: str) -> None:
        super().__init__()
        self._folder, self._app = folder / app.replace(" ", "_").replace(",", ""), app

    def __enter__(self) -> Window:  # type: ignore[override]
        self._folder.mkdir()
        host = self.enter_context(served(*_prepared(self._folder, self._app)))
        window = Window(host)
        self.callback(window.close)
        return window


def _prepared(folder: Path, app: str) -> tuple[Path, Path | None]:
    """Return the script of an app and the database it uses, both made in `folder`."""
    script = folder / "app.py"
    if app == "empty app":
        script.write_text(_EMPTY_APP)
        return script, None
    shutil.copytree(ROOT / "pages", folder / "pages")
    if app.startswith("constants"):
        script.write_text(_FLOOR_APP.format(entries=0 if "nothing" in app else ENTRIES_A_DAY))
        return script, None
    shutil.copy(ROOT / "app.py", script)
    database = folder / "diary.db"
    if app != "nothing logged":
        store = open_store(f"sqlite:///{database}")
        _fill(Diary(store, ZONE), DAYS if app == "ten years" else 1)
        store.close()
    return script, database


def _fill(diary: Diary, days: int) -> None:
    """Log so many days, the last of which is today."""
    whole = (diary.today() - timedelta(days=back) for back in range(days))
    diary.log([entry for day in whole for entry in entries_of(day)], sure=True)


def _fragment(window: Window) -> Callable[[], Drawn]:
    fragment_id = window.fragment_ids[0]
    return lambda: window.rerun(fragment_id)


def _after_a_change(stack: ExitStack, database: Path, draw: Callable[[], Drawn]) -> Callable[[], Drawn]:
    """Return what draws a part of the page after an entry of today was deleted or came back, in turns."""
    store = open_store(f"sqlite:///{database}")
    stack.callback(store.close)
    diary = Diary(store, ZONE)
    changed = [diary.log(entries_of(diary.today())[:1], sure=True)]

    def draw_anew() -> Drawn:
        changed.append(diary.undo(changed.pop()))
        return draw()

    return draw_anew


def _in_turn(measured: Mapping[str, Callable[[], Drawn]]) -> dict[str, list[Drawn]]:
    """Measure each in every round, so that a busy moment of the machine meets them all."""
    drawn: dict[str, list[Drawn]] = {name: [] for name in measured}
    for _ in range(ROUNDS):
        for name, measure in measured.items():
            drawn[name].append(measure())
    return drawn


def _row(name: str, drawn: Mapping[str, list[Drawn]], app: str, floor: str, aim: str = "") -> Row:
    value, floor_value = (1000 * statistics.median(one.seconds for one in drawn[which]) for which in (app, floor))
    return Row(name, value, "ms", floor, floor_value, value / floor_value, aim)


def _bytes(name: str, drawn: list[Drawn]) -> Row:
    return Row(name, statistics.median(one.received_bytes for one in drawn) / 1000, "kB", aim="<= 25 kB")
