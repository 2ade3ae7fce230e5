"""Every way a database can fail has its own plain sentence, and none of them loses anything."""

import os
import shutil
import sqlite3
import threading
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import psycopg
import pytest
from sqlalchemy import text

from tests.builders import an_entry
from tests.conftest import fresh_postgresql, fresh_sqlite
from tracker.diary import Diary
from tracker.errors import TrackerError
from tracker.store import Store, open_store
from tracker.store.errors import (
    BusyError,
    DatabaseError,
    DiskFullError,
    FailedError,
    FolderError,
    ReadOnlyError,
    RejectedError,
    RemovedError,
    ReplacedError,
    UnreachableError,
    UnreadableDatabaseError,
)

Opened = Callable[..., Store]


def diary_on(store: Store) -> Diary:
    return Diary(store, ZoneInfo("Europe/Berlin"))


def log_one(store: Store, name: str = "Spinach") -> None:
    diary_on(store).log([an_entry(name=name)], sure=True)


def names(store: Store) -> list[str]:
    with store.reading() as connection:
        return list(connection.execute(text("SELECT name FROM entry ORDER BY name")).scalars())


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "diary.db"


@pytest.fixture
def file_store(path: Path, opened: Opened) -> Store:
    """Give a store on a SQLite file with one entry."""
    store = opened(f"sqlite:///{path}")
    log_one(store)
    return store


def test_every_failure_is_one_sentence_with_the_place_for_the_person() -> None:
    for kind in (BusyError, DiskFullError, ReadOnlyError, RemovedError, UnreachableError, UnreadableDatabaseError):
        failure = kind("PLACE")
        assert isinstance(failure, DatabaseError)
        assert isinstance(failure, TrackerError)
        assert "PLACE" in str(failure)
        assert str(failure).endswith(".")
        assert "\n" not in str(failure)


@pytest.mark.parametrize("content", [b"garbage" * 1000, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(UnreadableDatabaseError, match=r"diary\.db cannot be read"):
        open_store(f"sqlite:///{path}")
    assert path.read_bytes() == content


def test_a_damaged_page_is_said_when_it_is_read(path: Path, opened: Opened) -> None:
    store = opened(f"sqlite:///{path}")
    diary_on(store).log([an_entry(name="x" * 200) for _ in range(200)], sure=True)
    store.close()
    damaged = bytearray(path.read_bytes())
    damaged[len(damaged) // 2 :] = b"\xff" * (len(damaged) - len(damaged) // 2)
    path.write_bytes(damaged)
    with pytest.raises(UnreadableDatabaseError):
        names(open_store(f"sqlite:///{path}"))


def test_a_folder_in_the_place_of_the_file_is_said(path: Path) -> None:
    path.mkdir()
    with pytest.raises(UnreadableDatabaseError):
        open_store(f"sqlite:///{path}")


@pytest.mark.parametrize("place", ["a-file/below/diary.db", "x" * 300 + "/diary.db"])
def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path, place: str) -> None:
    (tmp_path / "a-file").touch()
    with pytest.raises(FolderError, match=f"The folder for the diary, {tmp_path}"):
        open_store(f"sqlite:///{tmp_path / place}")


def test_missing_folders_are_made_and_the_diary_is_readable_by_its_owner_alone(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "new" / "folder" / "diary.db"
    log_one(opened(f"sqlite:///{path}"))
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_a_full_disk_saves_nothing_of_a_log_and_keeps_what_was_there(file_store: Store) -> None:
    with file_store.reading() as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar_one()
        connection.execute(text(f"PRAGMA max_page_count = {pages}"))
    with pytest.raises(DiskFullError, match=r"disk with the diary .*diary\.db is full"):
        diary_on(file_store).log([an_entry(name="x" * 200) for _ in range(500)], sure=True)
    assert names(file_store) == ["Spinach"]
    with file_store.reading() as connection:
        connection.execute(text("PRAGMA max_page_count = 1000000"))
    log_one(file_store, "Almonds")
    assert names(file_store) == ["Almonds", "Spinach"]


def test_a_diary_that_can_only_be_read_is_read(file_store: Store, path: Path, opened: Opened) -> None:
    store = opened(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert names(store) == ["Spinach"]
    with pytest.raises(ReadOnlyError, match="can only be read"):
        log_one(store)


def test_a_diary_that_is_not_there_cannot_be_read_only(path: Path) -> None:
    with pytest.raises(ReadOnlyError):
        open_store(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert not path.exists()


def test_a_removed_file_is_noticed_before_anything_goes_to_it(file_store: Store, path: Path) -> None:
    path.unlink()
    with pytest.raises(RemovedError, match="moved or deleted while the app was running"):
        log_one(file_store)
    with pytest.raises(RemovedError):
        names(file_store)
    assert not path.exists()


def test_a_removed_folder_is_noticed_too(tmp_path: Path, opened: Opened) -> None:
    store = opened(f"sqlite:///{tmp_path / 'folder' / 'diary.db'}")
    shutil.rmtree(tmp_path / "folder")
    with pytest.raises(RemovedError):
        log_one(store)


def test_a_file_that_was_put_back_is_gone_on_with(file_store: Store, path: Path) -> None:
    moved = path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(RemovedError):
        log_one(file_store)
    moved.rename(path)
    log_one(file_store, "Almonds")
    assert names(file_store) == ["Almonds", "Spinach"]


def test_another_file_in_the_place_of_the_diary_is_not_mistaken_for_it(file_store: Store, path: Path) -> None:
    path.unlink()
    shutil.copy(__file__, path)
    with pytest.raises(ReplacedError, match="was replaced by another file"):
        log_one(file_store)


def test_a_file_removed_during_a_write_is_not_acknowledged(file_store: Store, path: Path) -> None:
    with pytest.raises(RemovedError), file_store.writing():
        path.unlink()


def test_after_the_file_was_removed_a_new_start_begins_a_new_diary(
    file_store: Store, path: Path, opened: Opened
) -> None:
    path.unlink()
    # The journal of the removed diary still lies there and must not find its way into the new one.
    assert path.with_name("diary.db-wal").exists()
    again = opened(f"sqlite:///{path}")
    assert diary_on(again).is_empty()
    log_one(again, "Almonds")
    with pytest.raises(ReplacedError):
        log_one(file_store)
    assert names(again) == ["Almonds"]


def test_a_lock_held_too_long_is_said_and_reading_goes_on(file_store: Store, path: Path, opened: Opened) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    store = opened(f"sqlite:///{path}", busy_timeout_s=0.05)
    with pytest.raises(BusyError, match="another program keeps the diary"):
        log_one(store)
    assert names(store) == ["Spinach"]
    other.execute("ROLLBACK")
    other.close()
    log_one(store, "Almonds")


def test_a_lock_held_too_long_on_a_server_is_said(postgresql_server: str, opened: Opened) -> None:
    url = fresh_postgresql(postgresql_server)
    store = opened(url, busy_timeout_s=0.05)
    with psycopg.connect(url) as other:
        other.execute("LOCK TABLE entry IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(BusyError):
            log_one(store)
    log_one(store)


def test_a_short_lock_is_waited_for(file_store: Store, path: Path) -> None:
    other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")
    release = threading.Timer(0.2, lambda: other.execute("COMMIT"))
    release.start()
    log_one(file_store, "Almonds")
    release.join()
    other.close()
    assert names(file_store) == ["Almonds", "Spinach"]


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(UnreachableError, match=r"server 127\.0\.0\.1:1/diary cannot be reached") as failure:
        open_store("postgresql://me:hunter2@127.0.0.1:1/diary")
    assert "hunter2" not in str(failure.value)


def test_a_server_that_lets_nobody_in_says_what_to_check(postgresql_server: str) -> None:
    with pytest.raises(RejectedError, match="refuses the connection"):
        open_store(postgresql_server.replace("/postgres?", "/no_such_database?"))


def test_a_server_that_was_started_anew_is_connected_to_again(postgresql_server: str, opened: Opened) -> None:
    url = fresh_postgresql(postgresql_server)
    store = opened(url)
    log_one(store)
    cut = text("SELECT pg_terminate_backend(pg_backend_pid())")
    with pytest.raises(UnreachableError), store.reading() as connection:
        connection.execute(cut)
    with store.reading() as connection:
        idle = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    with psycopg.connect(url, autocommit=True) as other:
        other.execute("SELECT pg_terminate_backend(%s, 5000)", [idle])
    log_one(store, "Almonds")
    assert names(store) == ["Almonds", "Spinach"]


def test_a_server_that_can_only_be_read_says_so(postgresql_server: str, opened: Opened) -> None:
    store = opened(fresh_postgresql(postgresql_server))
    make_read_only = "SET SESSION CHARACTERISTICS AS TRANSACTION READ ONLY"
    with store.writing() as connection:
        connection.execute(text(make_read_only))
    with pytest.raises(ReadOnlyError):
        log_one(store)


def test_any_other_failure_shows_what_the_database_says(store: Store) -> None:
    with (
        pytest.raises(FailedError, match=r"reports an error: .*no_such_table") as failure,
        store.reading() as connection,
    ):
        connection.execute(text("SELECT 1 FROM no_such_table"))
    assert "\n" not in str(failure.value)


@pytest.mark.parametrize("journal", ["wal", "full"])
def test_sqlite_keeps_what_it_acknowledged(file_store: Store, journal: str) -> None:
    pragma, wanted = {"wal": ("journal_mode", "wal"), "full": ("synchronous", 2)}[journal]
    with file_store.reading() as connection:
        assert connection.execute(text(f"PRAGMA {pragma}")).scalar() == wanted


def test_threads_share_a_store(store: Store) -> None:
    failures: list[TrackerError] = []

    def write(number: int) -> None:
        try:
            for _ in range(5):
                log_one(store, f"Thread {number}")
                diary_on(store).day(an_entry().day)
        except TrackerError as failure:
            failures.append(failure)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert len(names(store)) == 30


def test_a_block_that_raises_saves_nothing(store: Store) -> None:
    log_one(store)

    def delete_and_raise() -> None:
        with store.writing() as connection:
            connection.execute(text("DELETE FROM entry"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        delete_and_raise()
    assert names(store) == ["Spinach"]


def test_a_folder_without_the_right_to_write_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Root may write everywhere, so the answer of the system is stood in for."""

    def refused(*_: object, **__: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refused)
    with pytest.raises(FolderError, match="Permission denied"):
        open_store(fresh_sqlite(tmp_path))
