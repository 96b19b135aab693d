"""The SQL of calls for cheers."""

import sqlite3
from datetime import date

from bot.calls.model import Call

Place = tuple[int, int]
"""Channel and id of a message."""


def begin(
    tx: sqlite3.Connection, club_id: int, member_id: int, day: date, *, named: bool, at: int
) -> int | None:
    """A new call; gives its number, or None when there is one of that day."""
    row = tx.execute(
        "INSERT INTO calls (club_id, member_id, named, day, called_at) VALUES (?, ?, ?, ?, ?)"
        " ON CONFLICT DO NOTHING RETURNING call_id",
        (club_id, member_id, named, day.isoformat(), at),
    ).fetchone()
    return row["call_id"] if row else None


def posted(tx: sqlite3.Connection, call_id: int, channel_id: int, message_id: int) -> bool:
    """Where the call stands; False when it is gone meanwhile."""
    cursor = tx.execute(
        "UPDATE calls SET channel_id = ?, message_id = ? WHERE call_id = ?",
        (channel_id, message_id, call_id),
    )
    return cursor.rowcount == 1


def delete(tx: sqlite3.Connection, call_id: int) -> None:
    """The call is gone, and what it was answered with."""
    tx.execute("DELETE FROM calls WHERE call_id = ?", (call_id,))


def load(tx: sqlite3.Connection, call_id: int, *, since: int) -> Call | None:
    """A call that was made at an instant or later, or None."""
    row = tx.execute(
        "SELECT * FROM calls WHERE call_id = ? AND called_at >= ?", (call_id, since)
    ).fetchone()
    return _call(row) if row else None


def last_of(tx: sqlite3.Connection, member_id: int, *, since: int) -> Call | None:
    """The member's last call that was made at an instant or later, or None."""
    row = tx.execute(
        "SELECT * FROM calls WHERE member_id = ? AND called_at >= ? ORDER BY called_at DESC LIMIT 1",
        (member_id, since),
    ).fetchone()
    return _call(row) if row else None


def _call(row: sqlite3.Row) -> Call:
    return Call(
        call_id=row["call_id"],
        club_id=row["club_id"],
        member_id=row["member_id"],
        named=bool(row["named"]),
        message_id=row["message_id"],
    )


def cheer(tx: sqlite3.Connection, call_id: int, member_id: int, *, named: bool, at: int) -> bool:
    """A member answers a call, with their name or without it; False when they did before."""
    cursor = tx.execute(
        "INSERT OR IGNORE INTO call_cheers (call_id, member_id, named, given_at)"
        " VALUES (?, ?, ?, ?)",
        (call_id, member_id, named, at),
    )
    return cursor.rowcount == 1


def cheerers(tx: sqlite3.Connection, call_id: int) -> dict[int, bool]:
    """Who answered a call, in order, and whether with their name."""
    rows = tx.execute(
        "SELECT member_id, named FROM call_cheers WHERE call_id = ? ORDER BY given_at, member_id",
        (call_id,),
    )
    return {row["member_id"]: bool(row["named"]) for row in rows}


def unplaced(tx: sqlite3.Connection, *, before: int) -> list[tuple[int, int, int]]:
    """Number, club and instant of the calls from before an instant that never were noted to stand anywhere."""
    rows = tx.execute(
        "SELECT call_id, club_id, called_at FROM calls WHERE channel_id IS NULL AND called_at < ?",
        (before,),
    )
    return [(row["call_id"], row["club_id"], row["called_at"]) for row in rows]


def take_down_named(tx: sqlite3.Connection, member_id: int) -> list[Place]:
    """Of a member's calls those with their name."""
    return _take_down(tx, "member_id = ? AND named = 1", member_id)


def take_down_of(tx: sqlite3.Connection, member_id: int, *, until: int) -> list[Place]:
    """A member's calls up to an instant."""
    return _take_down(tx, "member_id = ? AND called_at <= ?", member_id, until)


def take_down_old(tx: sqlite3.Connection, *, before: int) -> list[Place]:
    """Everybody's calls of before an instant."""
    return _take_down(tx, "called_at < ?", before)


def _take_down(tx: sqlite3.Connection, where: str, *values: int) -> list[Place]:
    """Where the calls that fit stand, and stand no more from now on."""
    rows = tx.execute(
        f"SELECT channel_id, message_id FROM calls WHERE message_id NOT NULL AND {where}", values
    ).fetchall()
    tx.execute(f"UPDATE calls SET message_id = NULL WHERE message_id NOT NULL AND {where}", values)
    return [(row["channel_id"], row["message_id"]) for row in rows]


def purge(tx: sqlite3.Connection, *, before: int) -> None:
    """Deletes the calls of before an instant."""
    tx.execute("DELETE FROM calls WHERE called_at < ?", (before,))
