"""The SQL of motivation: which messages a member was told, and when last."""

import sqlite3


def told(tx: sqlite3.Connection, member_id: int) -> dict[str, int]:
    """Key -> instant of every message that the member was told."""
    rows = tx.execute(
        "SELECT message, told_at FROM motivation_told WHERE member_id = ?", (member_id,)
    )
    return {row["message"]: row["told_at"] for row in rows}


def tell(tx: sqlite3.Connection, member_id: int, message: str, *, at: int) -> None:
    """Notes that the member was told a message."""
    tx.execute(
        "INSERT INTO motivation_told (member_id, message, told_at) VALUES (?, ?, ?)"
        " ON CONFLICT DO UPDATE SET told_at = excluded.told_at",
        (member_id, message, at),
    )
