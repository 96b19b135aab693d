"""The numbers that are never given twice, kept so when an older database takes the place of a newer one."""

import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

from bot.db.aside import open_beside
from bot.db.connect import open_plain, worded
from bot.errors import HostError

JUMP = 1_000_000
"""So many numbers are left out beyond the last one known: also where the replaced file cannot be read."""


def renumber(fresh: Path, *, beyond: Path) -> None:
    """Have `fresh` number its next rows beyond everything that it and the database `beyond` gave out."""
    given = _given_in(beyond)
    with worded(fresh), closing(open_plain(fresh, "rw", sqlite3.Connection)) as connection:
        for table in _numbered(connection):
            own = _last(connection, table)
            last = max(own, given.get(table, 0)) + JUMP
            connection.execute("DELETE FROM sqlite_sequence WHERE name = ?", (table,))
            connection.execute(
                "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", (table, last)
            )
        connection.commit()


def _given_in(database: Path) -> Mapping[str, int]:
    """Table -> its last number; empty where there is no database, or none that can be read."""
    try:
        with worded(database), closing(open_beside(database)) as connection:
            return {table: _last(connection, table) for table in _numbered(connection)}
    except HostError:
        return {}


def _numbered(connection: sqlite3.Connection) -> list[str]:
    """The tables whose numbers are never given twice."""
    rows = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql LIKE '%AUTOINCREMENT%'"
    )
    return [row[0] for row in rows]


def _last(connection: sqlite3.Connection, table: str) -> int:
    row = connection.execute("SELECT seq FROM sqlite_sequence WHERE name = ?", (table,)).fetchone()
    return int(row[0]) if row else 0
