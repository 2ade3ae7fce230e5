"""Where the diary is looked for, and that no password is ever shown."""

from pathlib import Path

import platformdirs
import pytest

from tracker.store import address
from tracker.store.address import find_address
from tracker.store.errors import DatabaseUrlError, SecretsFileError

SECRETS = '[connections.diary]\nurl = "sqlite:///from-secrets.db"\n'


@pytest.fixture(autouse=True)
def nowhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Stand in an empty folder, as if the project had no secrets file."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(address, "PROJECT_FOLDER", tmp_path / "project")


def write_secrets(folder: Path, text: str) -> None:
    (folder / ".streamlit").mkdir(parents=True)
    (folder / ".streamlit" / "secrets.toml").write_text(text, encoding="utf-8")


def test_the_caller_goes_before_the_environment_and_that_before_the_secrets(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    write_secrets(tmp_path, SECRETS)
    assert find_address().path == tmp_path / "from-secrets.db"
    monkeypatch.setenv("TRACKER_DATABASE_URL", "sqlite:///from-environment.db")
    assert find_address().path == tmp_path / "from-environment.db"
    assert find_address("sqlite:///from-caller.db").path == tmp_path / "from-caller.db"


def test_without_any_word_the_diary_lies_in_the_users_data_folder() -> None:
    assert find_address().path == Path(platformdirs.user_data_dir("hydration-tracker")) / "diary.db"


def test_the_secrets_of_the_project_count_wherever_the_command_is_run(tmp_path: Path) -> None:
    write_secrets(tmp_path / "project", SECRETS)
    assert find_address().path == tmp_path / "from-secrets.db"


@pytest.mark.parametrize(
    "text", ["", "[connections]\n", "[connections.diary]\n", "connections = 1\n", '[connections.other]\nurl = "x"\n']
)
def test_secrets_that_name_no_diary_are_passed_over(tmp_path: Path, text: str) -> None:
    write_secrets(tmp_path, text)
    assert find_address().path == Path(platformdirs.user_data_dir("hydration-tracker")) / "diary.db"


def test_broken_secrets_are_named_but_not_quoted(tmp_path: Path) -> None:
    write_secrets(tmp_path, '[connections.diary]\nurl = "postgresql://me:hunter2@host/db\n')
    with pytest.raises(SecretsFileError, match=r"secrets\.toml.*not valid TOML") as failure:
        find_address()
    assert "hunter2" not in str(failure.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+psycopg"])
def test_every_spelling_of_postgresql_uses_psycopg_3(scheme: str) -> None:
    found = find_address(f"{scheme}://me:hunter2@example.org:5433/diary")
    assert found.url.drivername == "postgresql+psycopg"
    assert found.place == "example.org:5433/diary"


@pytest.mark.parametrize(
    ("url", "path", "read_only"),
    [
        ("sqlite:////data/diary.db", "/data/diary.db", False),
        ("sqlite:///file:/data/diary.db?mode=ro&uri=true", "/data/diary.db", True),
        ("sqlite:///file:///data/my%2520diary.db?uri=true", "/data/my diary.db", False),
    ],
)
def test_a_sqlite_address_is_a_path(url: str, path: str, read_only: bool) -> None:
    found = find_address(url)
    assert (found.path, found.read_only) == (Path(path), read_only)


@pytest.mark.parametrize(
    "url",
    [
        "hunter2",
        "mysql://me:hunter2@host/db",
        "postgresql+asyncpg://me:hunter2@host/db",
        "postgresql://me:hunter2@host:port/db",
        "sqlite://",
        "sqlite:///:memory:",
        "sqlite:///file:hunter2?mode=memory&uri=true",
        "sqlite://hunter2/diary.db",
        "://hunter2",
    ],
)
def test_an_address_that_cannot_be_used_is_refused_without_being_shown(
    monkeypatch: pytest.MonkeyPatch, url: str
) -> None:
    monkeypatch.setenv("TRACKER_DATABASE_URL", url)
    with pytest.raises(
        DatabaseUrlError, match="The database address in TRACKER_DATABASE_URL cannot be used"
    ) as failure:
        find_address()
    assert "hunter2" not in str(failure.value)
