"""The SQL of kudos."""

import sqlite3
from datetime import date


def give(tx: sqlite3.Connection, post_id: int, member_id: int, *, at: int) -> bool:
    """Adds the member's 👏; False when it was there."""
    cursor = tx.execute(
        "INSERT OR IGNORE INTO kudos (post_id, member_id, given_at) VALUES (?, ?, ?)",
        (post_id, member_id, at),
    )
    return cursor.rowcount == 1


def take_back(tx: sqlite3.Connection, post_id: int, member_id: int) -> None:
    """Removes the member's 👏."""
    tx.execute("DELETE FROM kudos WHERE post_id = ? AND member_id = ?", (post_id, member_id))


def count(tx: sqlite3.Connection, post_id: int) -> int:
    """How many members gave 👏 to the post."""
    (number,) = tx.execute("SELECT count(*) FROM kudos WHERE post_id = ?", (post_id,)).fetchone()
    return int(number)


def to_club(tx: sqlite3.Connection, club_id: int, first: date, last: date, *, before: int) -> int:
    """How many kudos were given, before an instant, to public runs of the period."""
    (number,) = tx.execute(
        "SELECT count(*) FROM kudos WHERE given_at < ? AND post_id IN (SELECT post_id FROM runs"
        " WHERE club_id = ? AND day BETWEEN ? AND ? AND private = 0 AND withdrawn_at IS NULL)",
        (before, club_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(number)


def received(
    tx: sqlite3.Connection,
    member_id: int,
    first: date,
    last: date,
    *,
    before: int,
    club_id: int | None = None,
) -> int:
    """How many kudos others gave a member, before an instant, for runs of the period; everywhere or in one club."""
    (number,) = tx.execute(
        "SELECT count(*) FROM kudos WHERE given_at < ?4 AND post_id IN (SELECT post_id FROM runs"
        " WHERE club_id IN (SELECT club_id FROM club_members WHERE member_id = ?1)"
        " AND member_id = ?1 AND day BETWEEN ?2 AND ?3"
        " AND (?5 IS NULL OR club_id = ?5) AND withdrawn_at IS NULL)",
        (member_id, first.isoformat(), last.isoformat(), before, club_id),
    ).fetchone()
    return int(number)


def given(
    tx: sqlite3.Connection, member_id: int, since: int, before: int, *, club_id: int | None
) -> int:
    """How many kudos a member gave between two instants, everywhere or in one club."""
    (number,) = tx.execute(
        "SELECT count(*) FROM kudos JOIN posts USING (post_id) WHERE kudos.member_id = ?1"
        " AND given_at >= ?2 AND given_at < ?3 AND (?4 IS NULL OR club_id = ?4)",
        (member_id, since, before, club_id),
    ).fetchone()
    return int(number)
