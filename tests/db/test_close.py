"""Closing: what waits is finished first, nothing is left behind, and nothing is raised."""

import asyncio
import sqlite3

import pytest

from bot.db import database as module
from bot.db.database import Database
from bot.db.failures import StorageClosed
from bot.db.lock import Lock, lock_file


def add(tx, words):
    return tx.execute("INSERT INTO notes (words) VALUES (?)", (words,)).lastrowid


def count(tx):
    return tx.execute("SELECT count(*) FROM notes").fetchone()[0]


async def test_closing_ends_the_threads(open_database, path, threads):
    """After closing there is no thread, no lock, and one file with everything in it."""
    database = await open_database()
    await database.write(add, "a")
    assert len(threads()) == 2
    await database.close()
    assert threads() == set()
    assert {file.name for file in path.parent.iterdir()} == {path.name, lock_file(path).name}
    Lock.acquire(path.resolve()).release()


async def test_closing_finishes_what_waits(open_database):
    """Whoever asked before the closing gets an answer; who asks after is refused."""
    database = await open_database()
    asked = [asyncio.create_task(database.write(add, str(n))) for n in range(100)]
    reading = asyncio.create_task(database.read(count))
    await asyncio.sleep(0)
    closing = asyncio.create_task(database.close())
    await asyncio.sleep(0)
    with pytest.raises(StorageClosed):
        await database.write(add, "late")
    assert await asyncio.gather(*asked) == list(range(1, 101))
    assert await reading <= 100
    await closing


async def test_closing_twice(open_database, threads):
    """A second call waits for the first, a third returns at once."""
    database = await open_database()
    await asyncio.gather(database.close(), database.close())
    assert threads() == set()
    await database.close()


async def test_a_cancelled_closing_is_finished(open_database, path, threads):
    """A caller that is cancelled while it closes is cancelled when all is closed."""
    database = await open_database()
    asked = [asyncio.create_task(database.write(add, str(n))) for n in range(100)]
    await asyncio.sleep(0)
    closing = asyncio.create_task(database.close())
    for _ in range(5):
        await asyncio.sleep(0)
        closing.cancel()
    with pytest.raises(asyncio.CancelledError):
        await closing
    assert await asyncio.gather(*asked) == list(range(1, 101))
    assert threads() == set()
    Lock.acquire(path.resolve()).release()


async def test_closing_never_raises(open_database, monkeypatch, path, threads, caplog):
    """What goes wrong while closing is logged, and the rest is closed all the same."""

    class Stubborn(sqlite3.Connection):
        refusals = 2

        def close(self):
            if self.refusals:
                self.refusals -= 1
                raise sqlite3.OperationalError("will not")
            super().close()

    stubborn = []

    def open_stubborn(path):
        stubborn.append(sqlite3.connect(path, factory=Stubborn, check_same_thread=False))
        return stubborn[0]

    monkeypatch.setattr(module, "open_reader", open_stubborn)
    database = await open_database()
    await database.close()
    stubborn[0].close()
    assert "not clean" in caplog.text
    assert "will not" in caplog.text
    assert threads() == set()
    Lock.acquire(path.resolve()).release()


def test_a_loop_that_is_torn_down(path, migrations, now, threads):
    """A program that is interrupted among writes closes cleanly in its last step."""

    async def interrupted():
        database = await Database.open(path, now=now, migrations=migrations)
        writes = [asyncio.create_task(database.write(add, str(n))) for n in range(100)]
        try:
            await asyncio.wait(writes, return_when=asyncio.FIRST_COMPLETED)
            raise KeyboardInterrupt
        finally:
            await database.close()

    with pytest.raises(KeyboardInterrupt):
        asyncio.run(interrupted())
    assert threads() == set()
    with sqlite3.connect(path) as connection:
        assert count(connection) == 100
    connection.close()
