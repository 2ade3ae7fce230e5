"""Several processes on one diary, and processes that die: real ones, started here."""

import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import text

from tracker.store import Store
from tracker.store.migrate import REVISIONS

PROJECT = Path(__file__).resolve().parent.parent.parent

# Opens the diary, waits for a word, logs entries one by one and prints the id of each once it has been acknowledged.
WRITER = """
import sys
from zoneinfo import ZoneInfo
from tests.builders import an_entry
from tracker.diary import Diary
from tracker.store import open_store
url, count, wait = sys.argv[1], int(sys.argv[2]), sys.argv[3] == "wait"
if wait:
    print("ready", flush=True)
    sys.stdin.readline()
diary = Diary(open_store(url), ZoneInfo("Europe/Berlin"))
for _ in range(count):
    change = diary.log([an_entry(), an_entry()], sure=True)
    print(*(entry.id for entry in change.after), flush=True)
"""


def start_writer(url: str, count: int, *, wait: bool = False) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, str(count), "wait" if wait else "go"],
        cwd=PROJECT,
        env={**os.environ, "PYTHONPATH": str(PROJECT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def ids_in(store: Store) -> set[str]:
    with store.reading() as connection:
        return set(connection.execute(text("SELECT id FROM entry")).scalars())


def test_every_acknowledged_entry_survives_the_death_of_its_writer(
    database_url: str, opened: Callable[..., Store]
) -> None:
    chance = random.Random(9)
    acknowledged: set[str] = set()
    for _ in range(3):
        with start_writer(database_url, 1_000_000) as writer:
            assert writer.stdout is not None
            for _ in range(chance.randrange(1, 40)):
                acknowledged.update(writer.stdout.readline().split())
            time.sleep(chance.random() / 50)
            os.kill(writer.pid, signal.SIGKILL)
            # What was acknowledged between the last line read and the death; the very last line may be cut off.
            rest = writer.stdout.read()
            acknowledged.update(rest[: rest.rfind("\n") + 1].split())
        found = ids_in(opened(database_url))
        assert acknowledged <= found
        # One log of two entries may have been saved and not yet acknowledged, but never half of it.
        assert len(found) % 2 == 0
        acknowledged = found


def test_processes_that_start_together_on_a_new_database_migrate_once_and_lose_nothing(
    database_url: str, opened: Callable[..., Store]
) -> None:
    writers = [start_writer(database_url, 25, wait=True) for _ in range(3)]
    for writer in writers:
        assert writer.stdout is not None
        assert writer.stdout.readline() == "ready\n"
    for writer in writers:
        assert writer.stdin is not None
        writer.stdin.write("go\n")
        writer.stdin.flush()
    outcomes = [writer.communicate(timeout=60) for writer in writers]
    assert [(writer.returncode, errors) for writer, (_, errors) in zip(writers, outcomes, strict=True)] == [(0, "")] * 3
    acknowledged = {entry_id for output, _ in outcomes for entry_id in output.split()}
    assert len(acknowledged) == 3 * 25 * 2
    store = opened(database_url)
    assert ids_in(store) == acknowledged
    with store.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == [REVISIONS[-1]]
