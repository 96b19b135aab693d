"""The SQL of cheers."""

import sqlite3
from datetime import date


def add(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    cheered_id: int | None,
    day: date,
    *,
    at: int,
) -> int:
    """A cheer was given; gives its number."""
    cursor = tx.execute(
        "INSERT INTO cheers (club_id, member_id, cheered_id, day, given_at) VALUES (?, ?, ?, ?, ?)",
        (club_id, member_id, cheered_id, day.isoformat(), at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def delete(tx: sqlite3.Connection, cheer_id: int) -> None:
    """It reached nobody."""
    tx.execute("DELETE FROM cheers WHERE cheer_id = ?", (cheer_id,))


def on_day(tx: sqlite3.Connection, club_id: int, member_id: int, day: date) -> list[sqlite3.Row]:
    """What the member gave on that day of theirs, a row for each with `cheered_id`."""
    return tx.execute(
        "SELECT cheered_id FROM cheers WHERE member_id = ? AND club_id = ? AND day = ?",
        (member_id, club_id, day.isoformat()),
    ).fetchall()


def days(tx: sqlite3.Connection, club_id: int, member_id: int) -> int:
    """On how many days the member gave any."""
    (number,) = tx.execute(
        "SELECT count(DISTINCT day) FROM cheers WHERE member_id = ? AND club_id = ?",
        (member_id, club_id),
    ).fetchone()
    return int(number)
