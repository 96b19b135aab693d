"""Opening: what is made, what is refused, and that nothing is left behind then."""

import asyncio
import os
import sqlite3
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from bot.db import database as module
from bot.db import opening
from bot.db.failures import StorageBusy
from bot.db.lock import Lock, lock_file
from bot.errors import (
    DatabaseInUse,
    DatabaseReadOnly,
    DatabaseUnreadable,
    MigrationFailed,
    SqliteTooOld,
)

ROOT = Path(__file__).parents[2]

ordinary = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")

HOLD = """
import asyncio, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.db.database import Database

async def hold():
    now = datetime(2026, 3, 29, tzinfo=UTC)
    database = await Database.open(Path(sys.argv[1]), now=now, migrations=Path(sys.argv[2]))
    print("open", flush=True)
    sys.stdin.read()
    await database.close()

asyncio.run(hold())
"""


def add(tx, words):
    return tx.execute("INSERT INTO notes (words) VALUES (?)", (words,)).lastrowid


def count(tx):
    return tx.execute("SELECT count(*) FROM notes").fetchone()[0]


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


async def test_a_new_database_and_its_folder(open_database, path):
    """A database that is not there is made, with its folder, and kept from one time to the next."""
    database = await open_database()
    await database.write(add, "a")
    await database.close()
    database = await open_database()
    assert database.path == path.resolve()
    assert await database.read(count) == 1


@ordinary
async def test_only_the_owner_may_read(open_database, path):
    """Nobody but the owner can read the database, what SQLite keeps beside it, or its folder."""
    umask = os.umask(0)
    try:
        database = await open_database()
        await database.write(add, "a")
        files = {file.name[len(path.name) :]: mode(file) for file in path.parent.iterdir()}
    finally:
        os.umask(umask)
    assert files == {"": 0o600, "-wal": 0o600, "-shm": 0o600, ".lock": 0o600}
    assert mode(path.parent) == 0o700


@ordinary
async def test_a_file_that_was_open_to_all(open_database, path):
    """A file with wider rights is narrowed when it is opened."""
    await (await open_database()).close()
    path.chmod(0o644)
    await open_database()
    assert mode(path) == 0o600


async def test_a_second_bot_in_another_process(path, migrations, open_database):
    """While one process has the database, another is refused; when it ends, the way is free."""
    other = await asyncio.create_subprocess_exec(
        *(sys.executable, "-c", HOLD, path, migrations),
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    assert await other.stdout.readline() == b"open\n"
    with pytest.raises(DatabaseInUse):
        await open_database()
    other.kill()
    await other.communicate()
    await open_database()


async def test_a_second_bot_under_another_name(open_database, tmp_path, path):
    """A link to the same file shares its lock."""
    await open_database()
    other = tmp_path / "other.sqlite"
    other.symlink_to(path)
    with pytest.raises(DatabaseInUse):
        await open_database(path=other)


async def test_a_second_bot_leaves_the_first_alone(open_database, database):
    """The refused one takes nothing from the one that runs."""
    with pytest.raises(DatabaseInUse):
        await open_database()
    assert await database.write(add, "a") == 1
    with pytest.raises(DatabaseInUse):
        await open_database()


@pytest.mark.parametrize("content", [b"no database at all" * 300, b"SQLite format 3\0" * 300])
async def test_not_a_database(open_database, path, content, threads):
    """A file that is something else is named, left as it is, and not locked."""
    path.parent.mkdir()
    path.write_bytes(content)
    with pytest.raises(DatabaseUnreadable):
        await open_database()
    assert path.read_bytes() == content
    assert threads() == set()
    Lock.acquire(path).release()


async def test_a_corrupt_database(open_database, path, threads):
    """A database whose first page is damaged is told to the host."""
    database = await open_database()
    await database.write(add, "a")
    await database.close()
    content = bytearray(path.read_bytes())
    content[100:2000] = b"\xff" * 1900
    path.write_bytes(content)
    with pytest.raises(DatabaseUnreadable):
        await open_database()
    assert threads() == set()


async def test_a_database_of_another_program(open_database, path):
    """Tables that are not ours are never touched."""
    path.parent.mkdir()
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE recipes (name)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(DatabaseUnreadable, match="another program"):
        await open_database()
    assert path.read_bytes() == before


async def test_a_folder_in_its_place(open_database, path):
    """A folder is no database."""
    path.mkdir(parents=True)
    with pytest.raises(DatabaseUnreadable, match="folder"):
        await open_database()
    Lock.acquire(path).release()


async def test_a_file_where_the_folder_should_be(open_database, path):
    """A path through a file cannot be opened."""
    path.parent.write_text("")
    with pytest.raises(DatabaseUnreadable):
        await open_database()


@ordinary
async def test_a_read_only_file(open_database, unprivileged):
    """A file that may only be read is told before anything else is tried."""
    path, migrations = unprivileged / "club.sqlite", unprivileged / "migrations"
    await (await open_database(path=path, migrations=migrations)).close()
    path.chmod(0o400)
    with pytest.raises(DatabaseReadOnly, match=r"right to write"):
        await open_database(path=path, migrations=migrations)


@ordinary
@pytest.mark.parametrize("locked_before", [True, False])
async def test_a_read_only_folder(open_database, unprivileged, locked_before):
    """A folder in which nothing can be made is told, whether the bot ran there before or not."""
    path, migrations = unprivileged / "club.sqlite", unprivileged / "migrations"
    await (await open_database(path=path, migrations=migrations)).close()
    if not locked_before:
        lock_file(path).unlink()
    unprivileged.chmod(0o500)
    with pytest.raises(DatabaseReadOnly):
        await open_database(path=path, migrations=migrations)


@ordinary
async def test_a_file_that_cannot_be_read(open_database, unprivileged):
    """A file without the right to read it is a sentence for the host."""
    path, migrations = unprivileged / "club.sqlite", unprivileged / "migrations"
    await (await open_database(path=path, migrations=migrations)).close()
    path.chmod(0o200)
    with pytest.raises(DatabaseUnreadable):
        await open_database(path=path, migrations=migrations)


async def test_kept_locked_while_opening(open_database, path, monkeypatch):
    """Another program that holds the file while the schema would change is named."""
    monkeypatch.setattr("bot.db.connect.BUSY_SECONDS", 0.02)
    await (await open_database()).close()
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(StorageBusy):
        await open_database()
    other.close()
    await open_database()


async def test_an_old_sqlite(open_database, monkeypatch):
    """A SQLite without strict tables is refused, with its version."""
    with pytest.raises(SqliteTooOld, match=r"3\.36\.1"):
        opening.require_sqlite((3, 36, 1))
    opening.require_sqlite((3, 37, 0))


async def test_no_wal_is_possible(path):
    """Where no write-ahead log can be kept, the host is told."""
    memory = sqlite3.connect(":memory:", factory=opening.UnitConnection)
    with pytest.raises(DatabaseUnreadable, match="write-ahead"):
        opening.set_up_writer(memory, path)
    memory.close()


async def test_a_migration_fails_while_opening(open_database, migrations, path, threads):
    """A failed migration leaves neither thread nor lock."""
    (migrations / "0001_first.sql").write_text("CREATE TABLE a (b); nonsense;")
    with pytest.raises(MigrationFailed):
        await open_database()
    assert threads() == set()
    Lock.acquire(path.resolve()).release()


async def test_the_second_connection_fails(open_database, monkeypatch, path, threads):
    """When only the reader cannot be opened, the writer is closed as well."""

    def fails(path):
        raise DatabaseUnreadable(path, "injected")

    monkeypatch.setattr(module, "open_reader", fails)
    with pytest.raises(DatabaseUnreadable, match="injected"):
        await open_database()
    assert threads() == set()
    Lock.acquire(path.resolve()).release()


@pytest.mark.parametrize("which", ["open_writer", "open_reader"])
async def test_cancelled_while_opening(open_database, monkeypatch, path, threads, which):
    """A start that is given up half-way leaves neither thread, lock nor connection."""
    begun, go = threading.Event(), threading.Event()
    real, opened = getattr(module, which), []

    def slow(*arguments):
        begun.set()
        go.wait()
        opened.append(real(*arguments))
        return opened[0]

    monkeypatch.setattr(module, which, slow)
    task = asyncio.create_task(open_database())
    await asyncio.to_thread(begun.wait)
    task.cancel()
    threading.Timer(0.05, go.set).start()
    with pytest.raises(asyncio.CancelledError):
        await task
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
    assert {t for t in threads() if not t.name.startswith("asyncio_")} == set()
    Lock.acquire(path.resolve()).release()
