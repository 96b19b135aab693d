"""Putting a backup back."""

import shutil
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.db import backup
from bot.db.aside import open_beside
from bot.db.failures import StorageBusy
from bot.db.lock import lock_file
from bot.errors import BackupDamaged, DatabaseInUse, DatabaseTooNew, DatabaseUnreadable

SUFFIXES = ("", "-wal")


def add(tx, words):
    tx.execute("INSERT INTO notes (words) VALUES (?)", (words,))


def words_in(path):
    with closing(open_beside(path)) as connection:
        return [row["words"] for row in connection.execute("SELECT words FROM notes ORDER BY id")]


def content(folder):
    return {file.name: file.read_bytes() for file in folder.iterdir()}


@pytest.fixture
async def kept(database, tmp_path, now):
    """A backup with one note; the database, closed, has a second one."""
    await database.write(add, "old")
    made = backup.back_up(database.path, tmp_path / "backups", now)
    await database.write(add, "new")
    await database.close()
    return made


@pytest.fixture
def restore(path, migrations, now):
    """The restoring of a backup in the place of the database."""
    return lambda file: backup.restore(file, path, now=now, migrations=migrations)


async def test_the_backup_takes_the_place(kept, restore, path, open_database):
    """The database is what the backup was, and the bot goes on with it."""
    restore(kept)
    assert words_in(path) == ["old"]
    database = await open_database()
    await database.write(add, "again")
    assert words_in(path) == ["old", "again"]
    assert words_in(kept) == ["old"]


async def test_what_was_replaced_is_kept(kept, restore, path):
    """The replaced file lies beside the database under a name with the instant."""
    replaced = restore(kept)
    assert replaced == path.with_name("second wind-replaced-2026-11-18T200000Z.sqlite")
    assert words_in(replaced) == ["old", "new"]
    again = restore(kept)
    assert again.name == "second wind-replaced-2026-11-18T200000Z-2.sqlite"
    assert words_in(again) == ["old"]
    assert words_in(replaced) == ["old", "new"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_private_as_before(kept, restore, path):
    """Only the owner can read the restored file, whatever the backup's mode."""
    kept.chmod(0o644)
    restore(kept)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def numbered(path):
    """Add a note that is never numbered twice; gives its number."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(
            "CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY AUTOINCREMENT)"
        )
        number = connection.execute("INSERT INTO posts DEFAULT VALUES").lastrowid
        connection.commit()
        return number


@pytest.mark.parametrize("ruined", [False, True])
@pytest.mark.parametrize("empty", [False, True])
async def test_no_number_is_given_again(database, restore, path, tmp_path, now, ruined, empty):
    """Numbers from after the backup, on which buttons in chat stand, are not given to others."""
    await database.close()
    numbered(path)
    if empty:
        forget_rows(path)
    file = backup.back_up(path, tmp_path / "backups", now)
    last = [numbered(path) for _ in range(5)][-1]
    if ruined:
        path.write_bytes(b"ruins" * 2000)
    restore(file)
    assert numbered(path) > last


def forget_rows(path):
    """As a backup has it from before the first row."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("DELETE FROM posts")
        connection.execute("DELETE FROM sqlite_sequence")
        connection.commit()


async def test_where_there_was_none(kept, path, tmp_path, now, migrations):
    """A backup can be put where no database is, and nothing is kept then."""
    elsewhere = tmp_path / "new" / "club.sqlite"
    assert backup.restore(kept, elsewhere, now=now, migrations=migrations) is None
    assert words_in(elsewhere) == ["old"]


async def test_what_only_the_log_holds_is_kept(kept, restore, path, tmp_path):
    """After a crash the newest writes are in the write-ahead log alone; they are kept as well."""
    leave_a_log(path, tmp_path)
    replaced = restore(kept)
    left = {path.name, replaced.name, lock_file(path).name}
    assert {file.name for file in path.parent.iterdir()} == left
    assert words_in(replaced) == ["old", "new", "in the log"]
    assert words_in(path) == ["old"]


def leave_a_log(path, tmp_path):
    """Leave the database as a process does that is killed after one more note."""
    with closing(sqlite3.connect(path)) as connection:
        add(connection, "in the log")
        connection.commit()
        for suffix in SUFFIXES:
            shutil.copy(f"{path}{suffix}", tmp_path / f"crashed{suffix}")
    for suffix in SUFFIXES:
        shutil.copy(tmp_path / f"crashed{suffix}", f"{path}{suffix}")
    assert log_of(path).stat().st_size


def log_of(path):
    return path.with_name(path.name + "-wal")


async def test_a_log_that_cannot_be_folded_in(kept, restore, path, tmp_path, monkeypatch):
    """When the disk fails to fold the log into the replaced file, the log is kept with it."""

    def fails(*_):
        raise sqlite3.OperationalError("disk I/O error")

    leave_a_log(path, tmp_path)
    monkeypatch.setattr(backup, "open_plain", fails)
    replaced = restore(kept)
    assert log_of(replaced).exists()
    assert not log_of(path).exists()
    assert words_in(replaced) == ["old", "new", "in the log"]
    assert words_in(path) == ["old"]


async def test_a_damaged_database_is_replaced(kept, restore, path):
    """A file that is no database any more is kept as it is."""
    path.write_bytes(b"ruins" * 2000)
    replaced = restore(kept)
    assert words_in(path) == ["old"]
    assert replaced.read_bytes() == b"ruins" * 2000


async def test_a_log_without_its_database(kept, restore, path):
    """A log that was left alone is not read into the restored file."""
    path.unlink()
    log_of(path).write_bytes(b"stray")
    assert restore(kept) is None
    assert words_in(path) == ["old"]


async def test_while_the_bot_runs(kept, restore, path, open_database):
    """A database in use is not replaced."""
    await open_database()
    with pytest.raises(DatabaseInUse):
        restore(kept)
    assert words_in(path) == ["old", "new"]


async def test_while_somebody_reads(kept, restore, path, monkeypatch):
    """While another program reads, nothing is changed and the host is told."""
    monkeypatch.setattr("bot.db.connect.BUSY_SECONDS", 0.02)
    with closing(sqlite3.connect(path, isolation_level=None)) as writer:
        with closing(open_beside(path)) as reader:
            reader.execute("BEGIN")
            reader.execute("SELECT * FROM notes").fetchall()
            add(writer, "meanwhile")
            with pytest.raises(StorageBusy):
                restore(kept)
        assert words_in(path) == ["old", "new", "meanwhile"]


async def test_while_somebody_could_read(kept, restore, path):
    """Another program that has the file open, but reads nothing, is left with the replaced one."""
    with closing(open_beside(path)) as reader:
        notes = reader.execute("SELECT count(*) FROM notes").fetchone()[0]
        replaced = restore(kept)
        left = {path.name, replaced.name, lock_file(path).name}
        assert {file.name for file in path.parent.iterdir()} == left
        assert reader.execute("SELECT count(*) FROM notes").fetchone()[0] == notes == 2
    assert words_in(path) == ["old"]


async def test_a_damaged_backup(kept, restore, path):
    """A backup that is not sound changes nothing."""
    kept.write_bytes(kept.read_bytes()[:5000])
    before = content(path.parent)
    with pytest.raises(BackupDamaged):
        restore(kept)
    assert content(path.parent) == before


async def test_a_newer_backup(kept, restore, path):
    """A backup of a later version is refused, with nothing changed."""
    with closing(sqlite3.connect(kept)) as connection:
        connection.execute("PRAGMA user_version = 2")
    before = content(path.parent)
    with pytest.raises(DatabaseTooNew, match="schema 2, this version knows up to 1"):
        restore(kept)
    assert content(path.parent) == before


async def test_the_database_itself(kept, restore, path):
    """The database is no backup of itself."""
    with pytest.raises(BackupDamaged, match="itself"):
        restore(path)


async def test_the_last_step_fails(kept, restore, path, monkeypatch):
    """When the file cannot be put in place, the old database is where it was and nothing is left over."""
    real = Path.replace

    def fails(self, target):
        if Path(target) == path:
            raise OSError(5, "Input/output error")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(DatabaseUnreadable, match="Input/output"):
        restore(kept)
    assert words_in(path) == ["old", "new"]
    assert list(path.parent.glob("*.partial*")) == []


async def test_without_links(kept, restore, path, monkeypatch):
    """On a file system without links the replaced file is copied."""

    def refuse(*_):
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    assert words_in(restore(kept)) == ["old", "new"]
    assert words_in(path) == ["old"]
