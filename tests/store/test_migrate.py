"""A database is brought to the newest schema, once, wholly or not at all."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.pool import NullPool

from tests.builders import an_entry
from tracker.store import Store, migrate, open_store
from tracker.store.address import find_address
from tracker.store.entries import change_entries
from tracker.store.errors import FailedError, ForeignDatabaseError, NewerDatabaseError
from tracker.store.migrate import MIGRATIONS_FOLDER, REVISIONS
from tracker.store.tables import metadata

Opened = Callable[..., Store]

FAILING = '''
"""Makes a table, changes another, then fails."""
import sqlalchemy as sa
from alembic import op
revision, down_revision = "0004", "0003"
def upgrade():
    op.create_table("half_done", sa.Column("id", sa.Integer))
    op.execute("UPDATE entry SET name = 'overwritten'")
    op.execute("SELECT * FROM a_table_that_is_not_there")
'''


def tables(connection: Connection) -> set[str]:
    return set(inspect(connection).get_table_names())


def test_the_listed_revisions_are_those_in_the_folder() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_FOLDER))
    newest_first = [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()]
    assert tuple(reversed(newest_first)) == REVISIONS


def test_the_migrations_lead_to_the_tables_the_code_works_with(store: Store) -> None:
    with store.reading() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, metadata) == []


def test_the_entry_table_has_the_columns_of_the_design(store: Store) -> None:
    columns = (
        "person_id, id, day, at, meal, kind, source, batch_id, food_id, name, amount, measure, grams, water_g, "
        "energy_kcal, fiber_g, magnesium_mg, vitamin_d_ug, calcium_mg, potassium_mg, sodium_mg, alcohol_g, version, "
        "updated_at"
    ).split(", ")
    with store.reading() as connection:
        look = inspect(connection)
        assert [column["name"] for column in look.get_columns("entry")] == columns
        assert look.get_pk_constraint("entry")["constrained_columns"] == ["person_id", "id"]
        assert ["person_id", "day"] in [index["column_names"] for index in look.get_indexes("entry")]


def test_a_database_at_the_head_is_opened_without_alembic(
    database_url: str, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened(database_url)
    for module in [name for name in sys.modules if name.partition(".")[0] == "alembic"]:
        monkeypatch.delitem(sys.modules, module)
    opened(database_url)
    assert "alembic" not in sys.modules


def test_a_database_of_a_newer_version_is_refused_and_left_alone(database_url: str, opened: Opened) -> None:
    store = opened(database_url)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerDatabaseError, match="newer version of this app"):
        open_store(database_url)
    with store.reading() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalar() == "9999"


def test_tables_of_another_program_are_left_alone(database_url: str, opened: Opened) -> None:
    store = opened(database_url)
    with store.writing() as connection:
        connection.execute(text("DROP TABLE alembic_version"))
    with pytest.raises(ForeignDatabaseError, match="tables of another program"):
        open_store(database_url)
    with store.reading() as connection:
        assert tables(connection) == set(metadata.tables)


def test_a_diary_of_the_first_version_keeps_its_entries_and_gets_the_newer_tables(
    database_url: str, opened: Opened
) -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS_FOLDER))
    engine = create_engine(find_address(database_url).url, poolclass=NullPool)
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "0001")
        change_entries(connection, "me", (), (an_entry(name="Kept", updated_at=an_entry().at),))
        assert "own_food" not in tables(connection)
    store = opened(database_url)
    with store.reading() as connection:
        assert connection.execute(text("SELECT name FROM entry")).scalars().all() == ["Kept"]
        assert tables(connection) == {*metadata.tables, "alembic_version"}


@pytest.fixture
def with_a_failing_migration(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS_FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / "v0004_fails.py").write_text(FAILING, encoding="utf-8")
    monkeypatch.setattr(migrate, "MIGRATIONS_FOLDER", folder)
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, "0004"))


@pytest.mark.usefixtures("with_a_failing_migration")
def test_a_failed_migration_leaves_nothing_in_a_new_database(database_url: str) -> None:
    with pytest.raises(FailedError, match="a_table_that_is_not_there"):
        open_store(database_url)
    engine = create_engine(find_address(database_url).url, poolclass=NullPool)
    with engine.connect() as connection:
        assert tables(connection) == set()


def test_a_failed_migration_leaves_an_older_database_as_it_was(
    database_url: str, opened: Opened, request: pytest.FixtureRequest
) -> None:
    store = opened(database_url)
    with store.writing() as connection:
        change_entries(connection, "me", (), (an_entry(name="Kept", updated_at=an_entry().at),))
    request.getfixturevalue("with_a_failing_migration")
    with pytest.raises(FailedError, match="a_table_that_is_not_there"):
        open_store(database_url)
    with store.reading() as connection:
        assert "half_done" not in tables(connection)
        assert connection.execute(text("SELECT name FROM entry")).scalars().all() == ["Kept"]
        assert connection.execute(text("SELECT version_num FROM alembic_version")).scalars().all() == ["0003"]
