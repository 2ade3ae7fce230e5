"""Which room may know which: the direction of imports, read from the source without running it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

# From the top of the house down: a room may use those below it and its own modules, never one above or beside it.
FLOORS = (
    ("app", "pages"),
    ("tracker.ui", "tracker.__main__"),
    ("tracker.demo",),
    ("tracker.again",),
    ("tracker.diary",),
    ("tracker.store",),
    ("tracker",),
)
# Third-party package -> the rooms that may import it; everybody else reaches it through them.
ONLY_IN = {
    "streamlit": ("app", "pages", "tracker.ui"),
    "altair": ("tracker.ui.charts",),
    "pandas": ("tracker.foods", "tracker.weeks", "tracker.ui", "data"),
    "sqlalchemy": ("tracker.store",),
    "alembic": ("tracker.store",),
    "psycopg": ("tracker.store",),
    "sqlite3": ("tracker.store",),
    "platformdirs": ("tracker.store",),
    "rapidfuzz": ("tracker.searching",),
    "highspy": ("tracker.suggesting.solver",),
}
LONGEST_PAGE_LINES = 199


def sources() -> dict[str, Path]:
    """Return every module of the product by its dotted name."""
    files = [
        ROOT / "app.py",
        *(path for folder in ("pages", "tracker", "data") for path in (ROOT / folder).rglob("*.py")),
    ]
    return {module_name(path): path for path in files if path.exists()}


def module_name(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imports_of(module: str, source: str, *, is_package: bool = False) -> Iterator[str]:
    """Yield the dotted name of everything a module imports, wherever in the file it does."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            package = module.split(".")[: len(module.split(".")) - node.level + is_package] if node.level else []
            origin = ".".join([*package, *filter(None, [node.module])])
            yield from (f"{origin}.{alias.name}" for alias in node.names)


def is_in(module: str, rooms: tuple[str, ...]) -> bool:
    return any(module == room or module.startswith(f"{room}.") for room in rooms)


def room_of(module: str) -> tuple[int, str] | None:
    """Return the floor (0 is the top) and the room of a module of ours; None for anything else."""
    for floor, rooms in enumerate(FLOORS):
        for room in rooms:
            if is_in(module, (room,)):
                return floor, room
    return None


def breach(module: str, imported: str) -> str | None:
    """Return what is wrong with one import, or None."""
    for package, rooms in ONLY_IN.items():
        if is_in(imported, (package,)) and not is_in(module, rooms):
            return f"{module} imports {package}, which only {', '.join(rooms)} may"
    here, there = room_of(module), room_of(imported)
    if there is None or here == there:
        return None
    if here is None:
        return f"{module} imports {imported}: the food build stands on its own"
    if there[0] <= here[0]:
        return f"{module} imports {imported}: imports run downwards only"
    return None


def breaches(module: str, source: str, *, is_package: bool = False) -> list[str]:
    found = (breach(module, imported) for imported in imports_of(module, source, is_package=is_package))
    return [what for what in found if what]


def test_imports_run_one_way_and_libraries_stay_in_their_rooms():
    found = [
        what
        for module, path in sources().items()
        for what in breaches(module, path.read_text(encoding="utf-8"), is_package=path.name == "__init__.py")
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("module", "source", "is_allowed"),
    [
        ("pages.today", "import streamlit as st", True),
        ("pages.today", "from tracker.ui import shell", True),
        ("pages.today", "from tracker.diary import Diary", True),
        ("pages.today", "from pages import weeks", True),
        ("tracker.ui.shell", "import streamlit", True),
        ("tracker.ui.shell", "from tracker.store import open_store", True),
        ("tracker.ui.charts", "import altair as alt", True),
        ("tracker.diary", "from tracker.store.entries import read", True),
        ("tracker.store.engine", "from sqlalchemy import event", True),
        ("tracker.store.engine", "from . import tables", True),
        ("tracker.store", "from .engine import Store", True),
        ("tracker.intake", "from tracker.nutrients import total", True),
        ("tracker.__main__", "from tracker import demo, days", True),
        ("tracker.demo", "from tracker.diary import Diary", True),
        ("tracker.ui.shell", "from tracker.again import own_foods", True),
        ("tracker.again.meals", "from tracker.diary import Diary", True),
        ("tracker.again.meals", "from tracker.store import kept", True),
        ("tracker.again.habits", "from tracker.again.stars import starred", True),
        ("tracker.intake", "import streamlit", False),
        ("tracker.ui.meters", "from altair import Chart", False),
        ("tracker.diary", "import pandas.core", False),
        ("tracker.diary", "from sqlalchemy.engine import Engine", False),
        ("tracker.ui.shell", "import sqlalchemy", False),
        ("tracker.intake", "def late():\n    from tracker.diary import Diary", False),
        ("tracker.intake", "from tracker import store", False),
        ("tracker.intake", "from . import diary", False),
        ("tracker.store.engine", "from .. import diary", False),
        ("tracker.store", "from tracker.diary import Diary", False),
        ("tracker.diary", "from tracker.ui import shell", False),
        ("tracker.diary", "from tracker.again import own_foods", False),
        ("tracker.overlay", "from tracker.again import own_foods", False),
        ("tracker.ui.shell", "import pages.today", False),
        ("tracker.ui.shell", "from tracker.__main__ import main", False),
        ("tracker.__main__", "from tracker.ui import text", False),
        ("data.building.names", "from tracker.diary import Diary", False),
    ],
)
def test_each_kind_of_import_is_judged_as_the_house_says(module: str, source: str, is_allowed: bool):
    assert (breaches(module, source, is_package=module == "tracker.store") == []) is is_allowed


def test_every_room_is_seen_by_the_walk():
    modules = sources()
    expected = ("app", "pages.today", "tracker.ui.shell", "tracker.diary", "tracker.store.engine", "tracker.intake")
    assert [module for module in expected if module not in modules] == []


def test_app_and_pages_stay_thin():
    thin = [ROOT / "app.py", *(ROOT / "pages").glob("*.py")]
    lengths = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in thin}
    assert {name: lines for name, lines in lengths.items() if lines > LONGEST_PAGE_LINES} == {}
