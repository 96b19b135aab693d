"""A process that is killed among its writes, and a log that does not grow without end."""

import asyncio
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.db.connect import LOG_KEPT_BYTES
from bot.db.copying import fault_of

ROOT = Path(__file__).parents[2]

WRITE = """
import asyncio, os, sys
from datetime import UTC, datetime
from pathlib import Path
from bot.db.database import Database

def add(tx, words):
    number = tx.execute("INSERT INTO notes (words) VALUES (?)", (words,)).lastrowid
    tx.execute("INSERT INTO echoes VALUES (?)", (number,))
    return number

async def write(database):
    while True:
        number = await database.write(add, "run")
        os.write(1, b"%d\\n" % number)

async def main():
    now = datetime(2026, 3, 29, tzinfo=UTC)
    database = await Database.open(Path(sys.argv[1]), now=now, migrations=Path(sys.argv[2]))
    await asyncio.gather(*(write(database) for _ in range(40)))

asyncio.run(main())
"""


def kill_after(lines, path, migrations):
    """Let another process write until it has reported so many rows, kill it; the rows it reported."""
    command = [sys.executable, "-c", WRITE, str(path), str(migrations)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as process:
        reported = [process.stdout.readline() for _ in range(lines)]
        process.kill()
        reported += process.stdout.read().splitlines(keepends=True)
    return [int(line) for line in reported if line.endswith(b"\n")]


@pytest.mark.parametrize("lines", [1, 100, 3000])
def test_what_was_confirmed_survives_a_kill(path, migrations, lines):
    """After kill -9 every confirmed row is there, each unit is whole, and the file is sound."""
    for _ in range(2):
        confirmed = kill_after(lines, path, migrations)
        with closing(sqlite3.connect(path)) as connection:
            notes = {row[0] for row in connection.execute("SELECT id FROM notes")}
            echoes = {row[0] for row in connection.execute("SELECT note_id FROM echoes")}
        assert len(confirmed) >= lines
        assert set(confirmed) <= notes
        assert notes == echoes
        assert fault_of(path) is None


async def test_the_log_stays_small(database):
    """However much is written, with readers in between, the log stays within its limit."""

    def fill(tx):
        tx.execute("INSERT INTO notes (words) VALUES (hex(zeroblob(5000)))")

    def count(tx):
        return tx.execute("SELECT count(*) FROM notes").fetchone()[0]

    log = database.path.with_name(database.path.name + "-wal")
    sizes = []
    for _ in range(120):
        await asyncio.gather(*(database.write(fill) for _ in range(40)), database.read(count))
        sizes.append(log.stat().st_size)
    assert database.path.stat().st_size > LOG_KEPT_BYTES
    assert max(sizes) < LOG_KEPT_BYTES


async def test_deleted_words_leave_the_file(database):
    """What is deleted is overwritten, not only given free."""
    words = "a very private remark"

    def add(tx):
        tx.execute("INSERT INTO notes (words) VALUES (?)", (words,))

    def remove(tx):
        tx.execute("DELETE FROM notes")

    await database.write(add)
    await database.write(remove)
    await database.close()
    assert words.encode() not in database.path.read_bytes()


async def test_the_log_shrinks_when_the_last_reader_goes(database, path):
    """Somebody who reads on and on lets the log grow; with the writes after them it is back in its limit."""

    def fill(tx):
        tx.execute("INSERT INTO notes (words) VALUES (hex(zeroblob(50000)))")

    log = database.path.with_name(database.path.name + "-wal")
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        await database.write(fill)
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM notes").fetchone()
        for _ in range(10):
            await asyncio.gather(*(database.write(fill) for _ in range(40)))
        assert log.stat().st_size > LOG_KEPT_BYTES
        other.execute("COMMIT")
    for _ in range(12):
        await database.write(fill)
    await database.write(fill)
    assert log.stat().st_size <= LOG_KEPT_BYTES
