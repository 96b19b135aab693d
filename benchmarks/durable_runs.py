"""How many runs a second are on disk for good, against plain SQLite with one row a commit.

    python -m benchmarks.durable_runs [FOLDER]

The floor is measured in the same rounds, on the same disk and at the same durability (write-ahead
log, synchronous = FULL). FOLDER chooses the disk; on one kept in memory the figures say nothing.
"""

import asyncio
import sqlite3
import sys
import tempfile
from collections.abc import Sequence
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter
from unittest.mock import patch

from bot.db.batch import Outcome, Unit, run_batch
from bot.db.connect import UnitConnection
from bot.db.database import Database

ROUNDS = 5
SECONDS = 0.6
WAITING = (1, 16, 256)
FIRST_DAY = date(2026, 3, 29)

SCHEMA = """
CREATE TABLE runs (
    run_id INTEGER PRIMARY KEY, club_id INTEGER NOT NULL, member_id INTEGER NOT NULL,
    day TEXT NOT NULL, metres INTEGER, seconds INTEGER, note TEXT
) STRICT;
CREATE INDEX of_a_club ON runs (club_id, day, member_id, metres, seconds);
CREATE INDEX of_a_member ON runs (club_id, member_id, day, metres, seconds);
"""


def insert(tx: sqlite3.Connection, number: int) -> None:
    """One run; a hundred a day in each of twenty clubs of three hundred."""
    day = FIRST_DAY + timedelta(days=number // 2000)
    tx.execute(
        "INSERT INTO runs (club_id, member_id, day, metres, seconds, note) VALUES (?,?,?,?,?,?)",
        (number % 20, number * 7919 % 6000, day.isoformat(), 5000, 1500, "felt great"),
    )


class Counted:
    """Stands in for the function that makes a commit, and counts them."""

    commits = 0

    def __call__(
        self, connection: UnitConnection, units: Sequence[Unit[object]]
    ) -> list[Outcome[object]]:
        self.commits += 1
        return run_batch(connection, units)


def raw(folder: Path) -> float:
    """Rows a second of plain sqlite3, one row a commit, at SQLite's own settings otherwise."""
    with closing(sqlite3.connect(folder / "raw.sqlite")) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "fullfsync = ON"):
            connection.execute(f"PRAGMA {pragma}")
        if not connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
            connection.executescript(SCHEMA)
        began, rows = perf_counter(), 0
        while perf_counter() - began < SECONDS:
            insert(connection, rows)
            connection.commit()
            rows += 1
        return rows / (perf_counter() - began)


async def shared(database: Database, waiting: int) -> tuple[float, float]:
    """Rows a second with so many callers waiting at any moment, and commits a row."""
    began, rows = perf_counter(), 0

    async def runner() -> None:
        nonlocal rows
        while perf_counter() - began < SECONDS:
            await database.write(insert, rows)
            rows += 1

    counted = Counted()
    with patch("bot.db.commits.run_batch", counted):
        await asyncio.gather(*(runner() for _ in range(waiting)))
    return rows / (perf_counter() - began), counted.commits / rows


async def measure(folder: Path) -> None:
    """Measure in turn, so that a slow moment of the disk hits all alike, and print the table."""
    (folder / "0001_runs.sql").write_text(SCHEMA)
    now = datetime(2026, 3, 29, tzinfo=UTC)
    database = await Database.open(folder / "shared.sqlite", now=now, migrations=folder)
    floor: list[float] = []
    figures: dict[int, list[tuple[float, float]]] = {waiting: [] for waiting in WAITING}
    try:
        for _ in range(ROUNDS):
            floor.append(raw(folder))
            for waiting in WAITING:
                figures[waiting].append(await shared(database, waiting))
    finally:
        await database.close()
    report(median(floor), {waiting: sorted(seen)[ROUNDS // 2] for waiting, seen in figures.items()})


def report(floor: float, figures: dict[int, tuple[float, float]]) -> None:
    """Print the median of each, and how often it is the floor."""
    print("durable runs            runs/s   x floor   commits/run")
    print(f"  sqlite3, one a commit {floor:7,.0f}      1.00          1.00")
    for waiting, (rate, commits_a_run) in figures.items():
        print(
            f"  {waiting:3} waiting           {rate:7,.0f} {rate / floor:9.2f} {commits_a_run:13.3f}"
        )
    print("  goal at 256 waiting             >= 3.00      <= 0.0625")


def main() -> None:
    """Measure in the folder named, or in a temporary one."""
    place = sys.argv[1] if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory(dir=place) as folder:
        asyncio.run(measure(Path(folder)))


if __name__ == "__main__":
    main()
