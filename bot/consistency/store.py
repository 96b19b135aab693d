"""The SQL of consistency: active days, and days of rest on purpose."""

import sqlite3
from collections.abc import Iterator
from datetime import date

from bot.runs.model import Run


def days_before(tx: sqlite3.Connection, run: Run) -> Iterator[date]:
    """The active days of what was logged before a run, the newest first: of a public one, public runs alone."""
    rows = tx.execute(
        "SELECT DISTINCT day FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND withdrawn_at IS NULL AND +run_id < ? ORDER BY day DESC",
        (run.club_id, run.member_id, run.private, run.run_id),
    )
    return (date.fromisoformat(row[0]) for row in rows)


def add_rest(tx: sqlite3.Connection, member_id: int, day: date, *, at: int) -> None:
    """A member rests on purpose on a day."""
    tx.execute(
        "INSERT OR IGNORE INTO rests (member_id, day, chosen_at) VALUES (?, ?, ?)",
        (member_id, day.isoformat(), at),
    )


def rests(tx: sqlite3.Connection, member_id: int) -> list[date]:
    """The days on which a member rested on purpose."""
    rows = tx.execute("SELECT day FROM rests WHERE member_id = ? ORDER BY day", (member_id,))
    return [date.fromisoformat(row[0]) for row in rows]
