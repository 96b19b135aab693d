"""Looking at a database beside the bot."""

import sqlite3
from contextlib import closing

import pytest

from bot.db.aside import open_beside
from bot.db.connect import worded
from bot.db.failures import StorageReadOnly, storage_failure
from bot.errors import DatabaseMissing, DatabaseReadOnly


def add(tx, words):
    tx.execute("INSERT INTO notes (words) VALUES (?)", (words,))


async def test_sees_what_is_written(database):
    """What the bot has written is seen at once, with columns by name."""
    with closing(open_beside(database.path)) as connection:
        await database.write(add, "a")
        assert connection.execute("SELECT words FROM notes").fetchone()["words"] == "a"


@pytest.mark.parametrize("unlocked", [False, True])
async def test_cannot_write(database, unlocked):
    """It writes nothing, even when its first bolt is drawn."""
    with closing(open_beside(database.path)) as connection:
        if unlocked:
            connection.execute("PRAGMA query_only = OFF")
        with pytest.raises(Exception, match="readonly") as caught:
            add(connection, "b")
    assert isinstance(storage_failure(caught.value), StorageReadOnly)


async def test_leaves_the_files_alone(database, tmp_path):
    """The last to close, it neither folds the log into the file nor removes it."""
    await database.write(add, "a")
    copies = [tmp_path / "copy.sqlite", tmp_path / "copy.sqlite-wal"]
    for copy in copies:
        suffix = copy.name.removeprefix("copy.sqlite")
        copy.write_bytes(database.path.with_name(database.path.name + suffix).read_bytes())
    before = [copy.read_bytes() for copy in copies]
    with closing(open_beside(copies[0])) as connection:
        assert connection.execute("SELECT words FROM notes").fetchone()[0] == "a"
    assert [copy.read_bytes() for copy in copies] == before


def test_no_database(path):
    """A file that is not there is told, and not made."""
    with pytest.raises(DatabaseMissing):
        open_beside(path)
    assert not path.exists()


def test_an_odd_name(tmp_path):
    """A path may hold what means something in a URI."""
    odd = tmp_path / "a?mode=rw#b %20.sqlite"
    odd.touch()
    open_beside(odd).close()
    assert list(tmp_path.iterdir()) == [odd]


def test_a_folder_that_cannot_be_written_is_named(tmp_path, monkeypatch):
    """SQLite cannot open even to read where it may not put its index: that is no damage to restore a backup for."""
    path = tmp_path / "club.sqlite"
    path.touch()
    monkeypatch.setattr("bot.db.connect.os.access", lambda folder, mode: folder != tmp_path)
    with (
        pytest.raises(DatabaseReadOnly, match="Give the bot's user the right to write"),
        worded(path),
    ):
        sqlite3.connect(f"{tmp_path.as_uri()}/club.sqlite-shm?mode=ro", uri=True)
