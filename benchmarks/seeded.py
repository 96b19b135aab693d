"""A database as it is after years: so many runs, of which one member and one club are looked at.

One member of club 1 has 5,000 runs and club 2 has ten weeks of 300 runs by 100 members, whatever the number of all
runs; the others belong to clubs of the size of club 2. The member's rows lie scattered over the whole table, as they
do when a member runs for years. Indexes are built in the end, since ten million rows would take hours otherwise.
"""

import os
import sqlite3
import sys
import tempfile
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from bot.db.schema import MIGRATIONS, migration_files

NOW = datetime(2026, 11, 18, 20, 0, tzinfo=UTC)
RUNNER_CLUB, RUNNER, RUNNER_RUNS = 1, 1, 5_000
CLUB, WEEKS, RUNS_A_WEEK, MEMBERS = 2, 10, 300, 100
LARGE = 10_000_000
SIZES = (10_000, 1_000_000)

_A_CLUB = WEEKS * RUNS_A_WEEK
_FILL = """
WITH RECURSIVE
    numbers (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM numbers WHERE i + 1 < :runs),
    -- Every :step-th run is the member's; the others are counted on their own.
    owned AS (SELECT i, i % :step = 0 AS own, i / :step AS nth, i - i / :step - 1 AS other FROM numbers)
INSERT INTO seed SELECT
    i + 1,
    CASE WHEN own THEN 1 ELSE 2 + other / :a_club END,
    CASE WHEN own THEN 1 ELSE 1000 * (2 + other / :a_club) + other % :members END,
    date('2026-11-18', '-' || (CASE
        WHEN own THEN (:own_runs - nth) * 4 / 5
        ELSE other % :a_club / :a_week * 7 + other % 3 END) || ' days'),
    CASE WHEN i % 50 = 7 THEN NULL ELSE 1000 + (i * 7919) % 20000 / 10 * 10 END,
    CASE WHEN i % 50 = 9 THEN NULL ELSE 600 + (i * 104729) % 6000 END
FROM owned
"""


def database_of(runs: int, folder: Path) -> Path:
    """The file of a database with so many runs, built where the folder has none yet."""
    file = folder / f"seeded-{runs}.sqlite"
    if not file.exists():
        began, half = perf_counter(), file.with_suffix(".part")
        half.unlink(missing_ok=True)
        with closing(sqlite3.connect(half, isolation_level=None)) as tx:
            _build(tx, runs)
        half.rename(file)
        print(f"  built {runs:,} runs in {perf_counter() - began:.0f} s")
        sys.stdout.flush()
    return file


def folder_for() -> "tempfile.TemporaryDirectory[str]":
    """Where databases of one report lie; set TMPDIR where a large one has no room."""
    return tempfile.TemporaryDirectory(prefix="second-wind-bench-", dir=os.environ.get("TMPDIR"))


def _build(tx: sqlite3.Connection, runs: int) -> None:
    for pragma in ("journal_mode = OFF", "synchronous = OFF", "cache_size = -400000"):
        tx.execute(f"PRAGMA {pragma}")
    for migration in migration_files(MIGRATIONS):
        tx.executescript(migration.read_text("utf-8"))
    later = _without_indexes(tx)
    tx.execute("CREATE TEMP TABLE seed (i INTEGER PRIMARY KEY, club, member, day, metres, seconds)")
    values = {
        "runs": runs,
        "step": runs // RUNNER_RUNS,
        "own_runs": RUNNER_RUNS,
        "a_club": _A_CLUB,
        "a_week": RUNS_A_WEEK,
        "members": MEMBERS,
    }
    tx.execute("BEGIN")
    tx.execute(_FILL, values)
    _fill_tables(tx)
    for sql in later:
        tx.execute(sql)
    tx.execute("DROP TABLE temp.seed")
    tx.execute("COMMIT")


def _without_indexes(tx: sqlite3.Connection) -> list[str]:
    """Drops what can be built later; gives how."""
    rows = tx.execute(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL"
        " AND tbl_name IN ('posts', 'runs')"
    ).fetchall()
    for name, _ in rows:
        tx.execute(f"DROP INDEX {name}")
    return [sql for _, sql in rows]


def _fill_tables(tx: sqlite3.Connection) -> None:
    tx.execute(
        "INSERT INTO clubs (club_id, name, zone, units, joined_at)"
        " SELECT DISTINCT club, 'Owls', 'UTC', 'km', 0 FROM seed"
    )
    tx.execute(
        "INSERT INTO club_members SELECT DISTINCT club, member, 'Ana ' || member, 0 FROM seed"
    )
    tx.execute(
        "INSERT INTO posts (post_id, club_id, member_id, source, private, posted_at)"
        " SELECT i, club, member, 'message:' || i, 0, 0 FROM seed"
    )
    tx.execute(
        "INSERT INTO runs (post_id, position, club_id, member_id, day, distance_m, duration_s,"
        " private, logged_at) SELECT i, 0, club, member, day, metres, seconds, 0, 0 FROM seed"
    )
