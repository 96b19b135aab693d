"""Many writers at once while the disk fails anywhere: what was told is true, and nobody waits for ever."""

import asyncio
import random
import sqlite3
from datetime import UTC, datetime

import pytest

from bot.db.connect import UnitConnection
from bot.db.database import Database
from tests.db.batches import storage_error

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
TABLES = """
CREATE TABLE numbers (n INTEGER) STRICT;
CREATE TABLE parents (id INTEGER PRIMARY KEY);
CREATE TABLE children (id REFERENCES parents DEFERRABLE INITIALLY DEFERRED);
"""
FAULTS = ["SQLITE_BUSY", "SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CORRUPT"]
WAYS = ["well"] * 6 + ["raise", "cancel", "orphan", "commit", "rollback", "full", "unread"]


@pytest.fixture(params=range(12))
def dice(request):
    """The same throws in every run of a test."""
    return random.Random(request.param)


@pytest.fixture
def failing(monkeypatch, dice):
    """Let statements around units fail now and then; gives how often, to be set."""
    share = {"of": 0.0}

    def execute(connection, sql, *parameters):
        around = sql.split()[0] in {"BEGIN", "COMMIT", "SAVEPOINT", "RELEASE", "ROLLBACK"}
        if around and dice.random() < share["of"]:
            name = dice.choice(FAULTS)
            raise storage_error(getattr(sqlite3, name), name)
        return sqlite3.Connection.execute(connection, sql, *parameters)

    monkeypatch.setattr(UnitConnection, "execute", execute, raising=False)
    return share


def unit(tx, n, way):
    """Adds a number twice, and fails in its way."""
    tx.execute("INSERT INTO numbers VALUES (?)", (n,))
    tx.execute("INSERT INTO numbers VALUES (?)", (n,))
    if way == "raise":
        raise LookupError
    if way == "cancel":
        raise asyncio.CancelledError
    if way == "full":
        raise storage_error(sqlite3.SQLITE_FULL, "SQLITE_FULL")
    if way == "orphan":
        tx.execute("INSERT INTO children VALUES (5)")
    if way in ("commit", "rollback"):
        getattr(tx, way)()
    if way == "unread":
        next(tx.execute("SELECT n FROM numbers"))


@pytest.mark.parametrize("share", [0, 0.02, 0.2])
async def test_what_was_told_is_true(tmp_path, dice, failing, share):
    """Whoever got an answer is on the disk, whoever got an error is not, nobody is there by half or left waiting."""
    (tmp_path / "0001_numbers.sql").write_text(TABLES)
    path = tmp_path / "club.sqlite"
    database = await Database.open(path, now=NOW, migrations=tmp_path)
    failing["of"] = share
    told, refused = set(), set()

    async def write(n):
        write = database.write if dice.random() < 0.7 else database.write_behind
        try:
            await write(unit, n, dice.choice(WAYS))
        except asyncio.CancelledError:
            if not asyncio.current_task().cancelling():
                refused.add(n)
        except Exception:
            refused.add(n)
        else:
            told.add(n)

    tasks = []
    for n in range(60):
        tasks.append(asyncio.create_task(write(n)))
        if dice.random() < 0.3:
            await asyncio.sleep(0 if dice.random() < 0.5 else 0.001)
        if dice.random() < 0.1:
            dice.choice(tasks).cancel()
    closing = asyncio.create_task(database.close())
    _, waiting = await asyncio.wait([*tasks, closing], timeout=30)
    assert not waiting
    with sqlite3.connect(path) as looking:
        kept = [n for (n,) in looking.execute("SELECT n FROM numbers")]
    looking.close()
    assert told <= set(kept)
    assert told or share > 0.1  # a commit that cannot begin may refuse all sixty
    assert refused.isdisjoint(kept)
    assert sorted(kept) == sorted([*set(kept), *set(kept)])
