"""Backups: made beside a running bot, checked, and refused when they are not sound."""

import asyncio
import sqlite3
import stat
import sys
from contextlib import closing
from datetime import timedelta

import pytest

from bot.db import backup, copying
from bot.db.aside import open_beside
from bot.db.failures import StorageBusy, StorageFull
from bot.errors import BackupDamaged, DatabaseMissing, DatabaseReadOnly, DatabaseUnreadable


def add_pair(tx, words):
    """Two rows that belong together."""
    number = tx.execute("INSERT INTO notes (words) VALUES (?)", (words,)).lastrowid
    tx.execute("INSERT INTO echoes VALUES (?)", (number,))


def fill(tx):
    tx.execute("INSERT INTO notes (words) VALUES (hex(zeroblob(100000)))")
    tx.execute("CREATE INDEX by_words ON notes (words)")


def damage(path, start, stop):
    """Overwrite a stretch of a file."""
    content = bytearray(path.read_bytes())
    content[start:stop] = b"\x55" * (stop - start)
    path.write_bytes(content)


@pytest.fixture
def folder(tmp_path):
    """Where backups go; not there yet."""
    return tmp_path / "kept" / "backups"


@pytest.fixture
async def kept(database, folder, now):
    """A backup with one pair and some filling."""
    await database.write(add_pair, "kept")
    await database.write(fill)
    return backup.back_up(database.path, folder, now)


async def test_one_file_with_everything(kept, folder, database):
    """A backup of an open database is a single sound file, named after its instant."""
    assert kept == folder / "second-wind-2026-11-18T200000Z.sqlite"
    assert list(folder.iterdir()) == [kept]
    backup.check(kept)
    with closing(open_beside(kept)) as connection:
        assert connection.execute("SELECT words FROM notes").fetchone()[0] == "kept"
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "delete"
    assert list(folder.iterdir()) == [kept]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
async def test_only_the_owner_may_read_it(kept, folder):
    """A backup is as private as the database."""
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


async def test_the_same_second_twice(kept, database, folder, now):
    """A second backup within a second takes the place of the first."""
    await database.write(add_pair, "later")
    assert backup.back_up(database.path, folder, now) == kept
    with closing(open_beside(kept)) as connection:
        assert connection.execute("SELECT count(*) FROM echoes").fetchone()[0] == 2


async def test_consistent_among_writes(database, folder, now):
    """A backup made while runs pour in holds whole units only."""
    done = asyncio.Event()

    async def pour():
        while not done.is_set():
            await asyncio.gather(*(database.write(add_pair, "run") for _ in range(20)))

    pouring = asyncio.create_task(pour())
    counts = []
    for minute in range(10):
        at = now + timedelta(minutes=minute)
        made = await asyncio.to_thread(backup.back_up, database.path, folder, at)
        with closing(open_beside(made)) as connection:
            pairs = "SELECT (SELECT count(*) FROM notes), (SELECT count(*) FROM echoes)"
            counts.append(tuple(connection.execute(pairs).fetchone()))
    done.set()
    await pouring
    assert all(notes == echoes for notes, echoes in counts)
    assert counts == sorted(counts)


async def test_the_newest(kept, database, folder, now):
    """The newest backup goes by the instant in its name; other files are not counted."""
    backup.back_up(database.path, folder, now + timedelta(days=1))
    backup.back_up(database.path, folder, now - timedelta(days=1))
    (folder / "second-wind-9999-12-31T000000Z.sqlite.txt").write_text("")
    assert backup.newest_at(folder) == now + timedelta(days=1)


def test_no_newest(folder):
    """Without a folder there is no newest backup."""
    assert backup.newest_at(folder) is None


@pytest.mark.parametrize(("start", "stop"), [(0, 50), (100, 200), (4096 * 4, 4096 * 9)])
async def test_a_damaged_backup(kept, start, stop):
    """Damage anywhere is found by the check."""
    damage(kept, start, stop)
    with pytest.raises(BackupDamaged, match="no sound backup"):
        backup.check(kept)


async def test_a_backup_that_was_cut_off(kept):
    """A file that ends too early is found by the check."""
    kept.write_bytes(kept.read_bytes()[:20000])
    with pytest.raises(BackupDamaged):
        backup.check(kept)


async def test_a_backup_with_an_orphan(kept):
    """A row that refers to nothing is found by the check."""
    with sqlite3.connect(kept) as connection:
        connection.execute("INSERT INTO echoes VALUES (99)")
    connection.close()
    with pytest.raises(BackupDamaged, match="a row of echoes refers to nothing"):
        backup.check(kept)


@pytest.mark.parametrize("content", [b"", b"words" * 1000])
def test_no_backup_at_all(tmp_path, content):
    """An empty file and a file of something else are no backups."""
    (tmp_path / "some.sqlite").write_bytes(content)
    with pytest.raises(BackupDamaged):
        backup.check(tmp_path / "some.sqlite")


def test_a_missing_backup(tmp_path):
    """A backup that is not there is named."""
    with pytest.raises(BackupDamaged, match="no such file"):
        backup.check(tmp_path / "some.sqlite")


async def test_a_damaged_database_makes_no_backup(database, folder, now):
    """What is unsound is never kept under the name of a backup."""
    await database.write(fill)
    await database.close()
    damage(database.path, 4096 * 4, 4096 * 9)
    with pytest.raises(DatabaseUnreadable):
        backup.back_up(database.path, folder, now)
    assert list(folder.iterdir()) == []


def test_no_database_to_back_up(path, folder, now):
    """A database that is not there is told, and none is made."""
    with pytest.raises(DatabaseMissing):
        backup.back_up(path, folder, now)
    assert not path.exists()
    assert list(folder.iterdir()) == []


async def test_a_full_disk(database, folder, now, monkeypatch):
    """A backup that does not fit leaves nothing behind."""

    class Small(sqlite3.Connection):
        def backup(self, target):
            target.execute("PRAGMA max_page_count = 2")
            super().backup(target)

    def open_small(path, mode, factory):
        return real(path, mode, Small)

    real = copying.open_plain
    monkeypatch.setattr(copying, "open_plain", open_small)
    await database.write(fill)
    with pytest.raises(StorageFull):
        backup.back_up(database.path, folder, now)
    assert list(folder.iterdir()) == []


async def test_a_locked_database(open_database, folder, now, monkeypatch):
    """A database that another program keeps to itself is not waited for without end."""
    monkeypatch.setattr("bot.db.connect.BUSY_SECONDS", 0.02)
    database = await open_database()
    await database.close()
    other = sqlite3.connect(database.path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageBusy):
        backup.back_up(database.path, folder, now)
    other.close()


async def test_a_folder_that_cannot_be_written(open_database, unprivileged, now):
    """A folder without the right to write in it is named."""
    path, migrations = unprivileged / "club.sqlite", unprivileged / "migrations"
    await (await open_database(path=path, migrations=migrations)).close()
    (unprivileged / "backups").mkdir(mode=0o500)
    with pytest.raises(DatabaseReadOnly, match="backups cannot be written"):
        backup.back_up(path, unprivileged / "backups", now)
