"""The SQL of what is to go from chat."""

import sqlite3

from bot.removals.model import Removal


def add(tx: sqlite3.Connection, removal: Removal) -> None:
    """A message of the bot's, or a mark, is to go from chat."""
    tx.execute(
        "INSERT OR IGNORE INTO removals (channel_id, message_id, mark) VALUES (?, ?, ?)",
        (removal.channel_id, removal.message_id, removal.mark),
    )


def everything(tx: sqlite3.Connection) -> list[Removal]:
    """All that is to go: messages before marks, the newest first."""
    rows = tx.execute(
        "SELECT channel_id, message_id, mark FROM removals ORDER BY mark NOT NULL, message_id DESC"
    )
    return [Removal(row["channel_id"], row["message_id"], row["mark"]) for row in rows]


def delete(tx: sqlite3.Connection, message_id: int) -> None:
    """What was to go is gone from chat."""
    tx.execute("DELETE FROM removals WHERE message_id = ?", (message_id,))
