"""What holds for the files of the repository as they lie there: paths, promises of the README, pinned packages."""

import os
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "data/README.md")
# Folders that begin with a dot are caches, environments and diaries, but for these.
DOT_FOLDERS_OF_OURS = {".ci", ".streamlit"}
BINARY = {".png", ".ico", ".pyc", ".db"}

# A path that begins at the root of a machine or in somebody's home; `~/...` and URLs are none.
MACHINE_PATH = re.compile(
    r"(?<![\w./~:>}\"'-])/(?:tmp|var|home|root|usr|opt|etc|mnt|srv|work|private|Users)/[\w.-]|[A-Z]:\\\\?Users"
)
SHEBANG = re.compile(r"\A#!/usr/bin/env \w+")
REGISTRY = re.compile(
    r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|(?:deb|security|snapshot|ftp)\.debian\.org", re.IGNORECASE
)
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
OLD_STREAMLIT = re.compile(r"use_container_width|components\.v1|\bexperimental_")


def texts() -> Iterator[tuple[str, str]]:
    """Yield path (from the root of the repository) and text of every file that belongs to it."""
    for folder, subfolders, names in os.walk(ROOT):
        at_root = Path(folder) == ROOT
        subfolders[:] = [
            name
            for name in subfolders
            if name != "__pycache__" and (not name.startswith(".") or (at_root and name in DOT_FOLDERS_OF_OURS))
        ]
        for name in names:
            path = Path(folder, name)
            if path.suffix not in BINARY and name != "secrets.toml":
                yield path.relative_to(ROOT).as_posix(), path.read_text(encoding="utf-8")


def lines_with(pattern: re.Pattern[str], *, in_tests: bool) -> list[str]:
    return [
        f"{path}:{number}: {line.strip()[:120]}"
        for path, text in texts()
        if in_tests or not path.startswith("tests/")
        for number, line in enumerate(SHEBANG.sub("", text).splitlines(), start=1)
        if pattern.search(line)
    ]


def test_no_file_outside_the_tests_names_a_path_of_a_machine():
    assert lines_with(MACHINE_PATH, in_tests=False) == []


@pytest.mark.parametrize(
    ("text", "is_machine_path"),
    [
        ("see /tmp/x", True),
        ("(/home/ann/diary.db)", True),
        ("cp a /usr/bin/b", True),
        (r"C:\Users\ann", True),
        ("~/.local/share/app/diary.db", False),
        ("https://example.org/home/x", False),
        ("data/etc/x", False),
        ("/dev/null", False),
    ],
)
def test_a_machine_path_is_told_from_other_slashes(text: str, is_machine_path: bool):
    assert bool(MACHINE_PATH.search(text)) is is_machine_path


def test_no_file_names_the_host_of_a_package_registry():
    assert lines_with(REGISTRY, in_tests=True) == []


def test_nothing_is_left_to_do_in_a_comment():
    assert lines_with(UNFINISHED, in_tests=True) == []


def test_no_outdated_part_of_streamlit_is_used():
    assert [line for line in lines_with(OLD_STREAMLIT, in_tests=False) if ".py:" in line] == []


def test_every_text_file_ends_with_one_line_end_and_has_no_carriage_return():
    odd = [
        path for path, text in texts() if text and (not text.endswith("\n") or text.endswith("\n\n") or "\r" in text)
    ]
    assert odd == []


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_file_a_document_names_is_there(document: str):
    text = (ROOT / document).read_text(encoding="utf-8")
    linked = re.findall(r"\]\(([^)#\s]+)[^)]*\)|src=\"([^\"]+)\"", text)
    quoted = re.findall(r"`([\w.-]*(?:/[\w.-]+)*(?:/|\.(?:py|csv|md|toml|txt|png|jsonl)))`", text)
    named = {name for pair in linked for name in pair if name and "://" not in name} | set(quoted)
    # Made by the person, not by us.
    named -= {".streamlit/secrets.toml", "secrets.toml", ".venv/", ".demo/", ".venv"}
    # A path from the root, from the document, or the last part of one ("diary.py").
    beside = (ROOT, (ROOT / document).parent)
    endings = [f"/{path}" for path, _ in texts()]
    absent = [
        name
        for name in sorted(named)
        if not any((folder / name).exists() for folder in beside)
        and not any(path.endswith(f"/{name}") for path in endings)
    ]
    assert absent == []


@pytest.mark.parametrize("document", [*DOCUMENTS, "Makefile", ".ci/run"])
def test_every_make_target_a_document_names_is_there(document: str):
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    # In code (between backticks, at the start of a line of a code block, or called by a script), not in prose.
    named = set(
        re.findall(r"(?:`|^ *|\$ )make (?:-j1 )?([a-z]+)", (ROOT / document).read_text(encoding="utf-8"), re.MULTILINE)
    )
    assert named - targets == set()


def test_the_readme_names_both_commands_and_shows_a_picture():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert "make run" in readme
    assert "make test" in readme
    assert re.search(r"!\[[^\]]+\]\(docs/screenshots/[\w-]+\.png\)", readme)


def test_the_checks_of_a_change_can_be_started():
    assert os.access(ROOT / ".ci" / "run", os.X_OK)


def test_every_folder_of_tests_is_run():
    """A folder that pyproject.toml forgets would be silently left out."""
    run = re.search(r"^testpaths = \[(.*)\]$", (ROOT / "pyproject.toml").read_text(encoding="utf-8"), re.MULTILINE)
    assert run is not None
    folders = {
        path.relative_to(ROOT).parts[1] for path in (ROOT / "tests").rglob("test_*.py") if path.parent.name != "tests"
    }
    assert {folder for folder in folders if f'"tests/{folder}"' not in run[1]} == set()


def pins(name: str) -> dict[str, Requirement]:
    """Return the requirements of a file by normalised name, those it includes too."""
    found: dict[str, Requirement] = {}
    for line in (ROOT / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("-r "):
            found |= pins(line.removeprefix("-r "))
        elif line and not line.startswith("#"):
            requirement = Requirement(line)
            found[canonicalize_name(requirement.name)] = requirement
    return found


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_package_is_pinned_to_one_version_and_so_is_all_it_needs(name: str):
    pinned = pins(name)
    loose = [
        str(requirement) for requirement in pinned.values() if not re.fullmatch(r"==[\w.]+", str(requirement.specifier))
    ]
    assert loose == []
    missing = {
        f"{needed.name}, needed by {package}"
        for package, requirement in pinned.items()
        for needed in map(Requirement, metadata.requires(package) or [])
        if canonicalize_name(needed.name) not in pinned
        and (
            needed.marker is None
            or any(needed.marker.evaluate({"extra": extra}) for extra in ["", *requirement.extras])
        )
    }
    assert missing == set()


def test_the_tests_run_on_the_pinned_versions():
    different = {
        f"{package} {metadata.version(package)}, not {requirement.specifier}"
        for package, requirement in pins("requirements-dev.txt").items()
        if metadata.version(package) not in requirement.specifier
    }
    assert different == set()
