"""The SQL of members who could not be reached directly."""

import sqlite3


def close_dms(tx: sqlite3.Connection, member_id: int, *, at: int) -> None:
    """The member takes no direct messages, and is to be told that none will come."""
    tx.execute(
        "INSERT OR REPLACE INTO dms_closed (member_id, closed_at) VALUES (?, ?)", (member_id, at)
    )


def unreached(tx: sqlite3.Connection) -> list[int]:
    """Ids of the members who are still to be told."""
    return [row["member_id"] for row in tx.execute("SELECT member_id FROM dms_closed")]


def is_unreached(tx: sqlite3.Connection, member_id: int) -> bool:
    """Whether the member is still to be told."""
    row = tx.execute("SELECT 1 FROM dms_closed WHERE member_id = ?", (member_id,)).fetchone()
    return row is not None


def delete_unreached(tx: sqlite3.Connection, member_id: int) -> None:
    """The member was told."""
    tx.execute("DELETE FROM dms_closed WHERE member_id = ?", (member_id,))
