"""The SQL of kudos."""

import sqlite3


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
