"""The SQL of messages that are to go from chat."""

import sqlite3


def add(tx: sqlite3.Connection, channel_id: int, message_id: int) -> None:
    """A message of the bot's is to go from chat."""
    tx.execute(
        "INSERT OR IGNORE INTO removals (channel_id, message_id) VALUES (?, ?)",
        (channel_id, message_id),
    )


def everything(tx: sqlite3.Connection) -> list[tuple[int, int]]:
    """Channel and id of each message that is to go, the newest first."""
    rows = tx.execute("SELECT channel_id, message_id FROM removals ORDER BY message_id DESC")
    return [(row["channel_id"], row["message_id"]) for row in rows]


def delete(tx: sqlite3.Connection, message_id: int) -> None:
    """The message is gone from chat."""
    tx.execute("DELETE FROM removals WHERE message_id = ?", (message_id,))
