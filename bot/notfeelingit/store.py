"""The SQL of days on which a member did not feel like it."""

import sqlite3
from datetime import date


def say(tx: sqlite3.Connection, member_id: int, day: date, *, at: int) -> None:
    """The member said it on that day; the first time counts."""
    tx.execute(
        "INSERT OR IGNORE INTO not_feeling_it (member_id, day, said_at) VALUES (?, ?, ?)",
        (member_id, day.isoformat(), at),
    )


def was_said(
    tx: sqlite3.Connection, member_id: int, first: date, last: date, *, before: int
) -> bool:
    """Whether the member said it on a day from `first` to `last`, up to an instant."""
    row = tx.execute(
        "SELECT 1 FROM not_feeling_it WHERE member_id = ? AND day BETWEEN ? AND ? AND said_at <= ?",
        (member_id, first.isoformat(), last.isoformat(), before),
    ).fetchone()
    return row is not None


def last_said(tx: sqlite3.Connection, member_id: int) -> int | None:
    """When the member said it last, or None."""
    row = tx.execute(
        "SELECT max(said_at) AS said_at FROM not_feeling_it WHERE member_id = ?", (member_id,)
    ).fetchone()
    said_at: int | None = row["said_at"]
    return said_at


def purge(tx: sqlite3.Connection, *, before: int) -> None:
    """What was said before an instant is nobody's business any more."""
    tx.execute("DELETE FROM not_feeling_it WHERE said_at < ?", (before,))
