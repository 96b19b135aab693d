"""Migrations: applied wholly or not at all, and the file kept before it changes."""

from contextlib import closing

import pytest

from bot.db.aside import open_beside
from bot.db.schema import MIGRATIONS, migrate, migration_files, statements, version_of
from bot.errors import DatabaseTooNew, MigrationFailed

SECOND = """
ALTER TABLE notes ADD COLUMN mood TEXT;
CREATE TABLE moods (name TEXT PRIMARY KEY) STRICT;
INSERT INTO moods VALUES ('a; b'), ('c');
"""

REBUILT = """
CREATE TABLE new_notes (id INTEGER PRIMARY KEY, words TEXT NOT NULL, more TEXT) STRICT;
INSERT INTO new_notes (id, words) SELECT id, words FROM notes;
DROP TABLE notes;
ALTER TABLE new_notes RENAME TO notes;
"""


def schema(connection):
    return [tuple(row) for row in connection.execute("SELECT * FROM sqlite_master")]


def add_migration(folder, number, sql):
    (folder / f"{number:04}_step.sql").write_text(sql)


@pytest.fixture
def connection(connect, migrations):
    """A database at schema 1 with one note and its echo."""
    connection = connect()
    migrate(connection, migrations)
    connection.execute("INSERT INTO notes VALUES (1, 'kept')")
    connection.execute("INSERT INTO echoes VALUES (1)")
    connection.commit()
    return connection


def test_what_is_missing_is_applied(connection, migrations):
    """Files above the version found are applied in order, and no file twice."""
    add_migration(migrations, 2, SECOND)
    add_migration(migrations, 3, REBUILT)
    migrate(connection, migrations)
    migrate(connection, migrations)
    assert version_of(connection) == 3
    assert [tuple(row) for row in connection.execute("SELECT * FROM notes")] == [(1, "kept", None)]
    assert [row["name"] for row in connection.execute("SELECT * FROM moods")] == ["a; b", "c"]


def test_rebuilding_a_table_deletes_nothing_else(connection, migrations):
    """Foreign keys rest while a table is rebuilt, and hold again afterwards."""
    add_migration(migrations, 2, REBUILT)
    migrate(connection, migrations)
    assert connection.execute("SELECT count(*) FROM echoes").fetchone()[0] == 1
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


@pytest.mark.parametrize(
    ("sql", "cause"),
    [
        (SECOND + "CREATE TABLE moods (name TEXT);", "already exists"),
        (SECOND + "nonsense;", "syntax error"),
        (SECOND + "CREATE TABLE unfinished (", "incomplete input"),
        (SECOND + "INSERT INTO echoes VALUES (77);", "a row of echoes would refer to nothing"),
        (SECOND + "DELETE FROM notes;", "a row of echoes would refer to nothing"),
        (SECOND + "COMMIT; nonsense;", "not authorized"),
        (SECOND + "ROLLBACK;", "not authorized"),
    ],
)
def test_half_way_failure_leaves_no_trace(connection, migrations, sql, cause):
    """A migration that fails anywhere leaves the schema as it was, byte for byte, and the data."""
    before = schema(connection)
    add_migration(migrations, 2, sql)
    with pytest.raises(MigrationFailed, match=cause) as caught:
        migrate(connection, migrations)
    assert "schema 2" in str(caught.value)
    assert schema(connection) == before
    assert version_of(connection) == 1
    assert connection.execute("SELECT words FROM notes").fetchone()[0] == "kept"
    assert not connection.in_transaction
    assert connection.execute("PRAGMA foreign_keys").fetchone()[0] == 1


def test_full_disk_half_way(connection, migrations):
    """A disk that fills up during a migration changes nothing."""
    before = schema(connection)
    used = connection.execute("PRAGMA page_count").fetchone()[0]
    connection.execute(f"PRAGMA max_page_count = {used + 3}")
    add_migration(migrations, 2, SECOND + "INSERT INTO moods VALUES (hex(zeroblob(100000)));")
    with pytest.raises(
        MigrationFailed, match=r"schema 2 failed\. The disk is full.*Make room"
    ) as caught:
        migrate(connection, migrations)
    assert "report" not in str(caught.value)
    assert schema(connection) == before


def test_earlier_files_stay_applied(connection, migrations):
    """Each file has its own transaction: what succeeded before a failure counts."""
    add_migration(migrations, 2, SECOND)
    add_migration(migrations, 3, "nonsense;")
    with pytest.raises(MigrationFailed, match="schema 3"):
        migrate(connection, migrations)
    assert version_of(connection) == 2


@pytest.mark.parametrize("numbers", [(), (2,), (1, 3), (1, 1)])
def test_numbers_without_a_gap(tmp_path, numbers):
    """A folder in which a number is missing or doubled, or which is empty, is refused."""
    for place, number in enumerate(numbers):
        (tmp_path / f"{number:04}_{place}.sql").write_text("")
    with pytest.raises(MigrationFailed):
        migration_files(tmp_path)


def test_splitting():
    """Semicolons in strings, names, comments and triggers end no statement."""
    parts = [
        "-- one; two\nCREATE TABLE a (b TEXT DEFAULT ';');",
        " CREATE TRIGGER c AFTER INSERT ON a BEGIN DELETE FROM a; SELECT 1; END;",
        "\n/* three; four */ INSERT INTO a VALUES ('it''s; \"it\"');",
        '\nSELECT ";" FROM a',
    ]
    assert list(statements("".join(parts) + "\n \n")) == [*parts[:3], parts[3] + "\n \n"]
    assert list(statements("")) == []


async def test_a_copy_before_an_upgrade(open_database, migrations, path, tmp_path):
    """Before the schema changes the whole file is kept, and only then."""
    copies = tmp_path / "copies"
    database = await open_database(copies=copies)
    await database.write(lambda tx: tx.execute("INSERT INTO notes VALUES (1, 'kept')") and None)
    await database.close()
    await (await open_database(copies=copies)).close()
    assert not copies.exists()
    add_migration(migrations, 2, SECOND)
    await open_database(copies=copies)
    (copy,) = copies.iterdir()
    assert copy.name == "second-wind-schema-1-2026-11-18T200000Z.sqlite"
    with closing(open_beside(copy)) as kept:
        assert version_of(kept) == 1
        assert kept.execute("SELECT words FROM notes").fetchone()[0] == "kept"


async def test_the_copy_lies_beside_the_database(open_database, migrations, path):
    """Without a folder for copies the copy is kept where the database is."""
    await (await open_database()).close()
    add_migration(migrations, 2, SECOND)
    await (await open_database()).close()
    assert len(list(path.parent.glob("second-wind-schema-1-*.sqlite"))) == 1


async def test_no_copy_no_upgrade(open_database, migrations, path, tmp_path):
    """When the copy cannot be made the schema stays as it is."""
    await (await open_database()).close()
    add_migration(migrations, 2, SECOND)
    (tmp_path / "copies").write_text("in the way")
    with pytest.raises(Exception, match="copies cannot"):
        await open_database(copies=tmp_path / "copies")
    with closing(open_beside(path)) as connection:
        assert version_of(connection) == 1


async def test_a_newer_database(open_database, migrations, path):
    """A database of a later version is refused and left alone."""
    add_migration(migrations, 2, SECOND)
    await (await open_database()).close()
    (migrations / "0002_step.sql").unlink()
    before = path.read_bytes()
    with pytest.raises(DatabaseTooNew, match=r"schema 2, this version knows up to 1"):
        await open_database()
    assert path.read_bytes() == before


def test_what_is_shipped(connect):
    """The shipped migrations build a schema of strict tables only."""
    connection = connect()
    migrate(connection, MIGRATIONS)
    tables = connection.execute("SELECT name FROM pragma_table_list WHERE NOT strict")
    assert {row["name"] for row in tables if not row["name"].startswith("sqlite_")} == set()
