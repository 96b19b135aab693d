"""The SQL of support that is due to a member."""

import sqlite3


def set_due(tx: sqlite3.Connection, member_id: int, due_at: int) -> None:
    """Support is due to the member from now on."""
    tx.execute(
        "INSERT INTO support_due (member_id, due_at) VALUES (?, ?)"
        " ON CONFLICT (member_id) DO UPDATE SET due_at = excluded.due_at",
        (member_id, due_at),
    )


def all_due(tx: sqlite3.Connection) -> dict[int, int]:
    """Member -> since when support is due to them."""
    return {row["member_id"]: row["due_at"] for row in tx.execute("SELECT * FROM support_due")}


def delete_due(tx: sqlite3.Connection, member_id: int) -> None:
    """Nothing is due to the member any more."""
    tx.execute("DELETE FROM support_due WHERE member_id = ?", (member_id,))


def purge(tx: sqlite3.Connection, *, before: int) -> None:
    """What was due before an instant is over."""
    tx.execute("DELETE FROM support_due WHERE due_at < ?", (before,))
