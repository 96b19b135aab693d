"""The SQL of messages that were edited or deleted, and of the channels that are followed."""

import sqlite3
from collections.abc import Sequence

from bot import almanac
from bot.messages.model import MessageState

_STATE = "message_id, edited_at, deleted_at, moderated"


def state(tx: sqlite3.Connection, message_id: int) -> MessageState:
    """The later life of a message; an empty one when nothing happened to it."""
    row = tx.execute(
        f"SELECT {_STATE} FROM messages WHERE message_id = ?", (message_id,)
    ).fetchone()
    return _state(row) if row else MessageState(message_id)


def set_edited(tx: sqlite3.Connection, message_id: int, channel_id: int, edited_at: int) -> None:
    """Notes the newest version of a message that was seen."""
    tx.execute(
        "INSERT INTO messages (message_id, channel_id, edited_at) VALUES (?, ?, ?)"
        " ON CONFLICT (message_id) DO UPDATE SET edited_at = max(ifnull(edited_at, 0),"
        " excluded.edited_at)",
        (message_id, channel_id, edited_at),
    )


def set_deleted(
    tx: sqlite3.Connection, message_id: int, channel_id: int, deleted_at: int, *, moderated: bool
) -> bool:
    """Notes that a message was deleted; False when that is known already."""
    cursor = tx.execute(
        "INSERT INTO messages (message_id, channel_id, deleted_at, moderated) VALUES (?, ?, ?, ?)"
        " ON CONFLICT (message_id) DO UPDATE SET deleted_at = excluded.deleted_at,"
        " moderated = excluded.moderated WHERE deleted_at IS NULL AND ours = 0",
        (message_id, channel_id, deleted_at, moderated),
    )
    return cursor.rowcount == 1


def set_ours(tx: sqlite3.Connection, message_id: int, channel_id: int) -> None:
    """Notes that the bot itself removes a message of its own."""
    tx.execute(
        "INSERT INTO messages (message_id, channel_id, ours) VALUES (?, ?, 1)"
        " ON CONFLICT (message_id) DO UPDATE SET ours = 1",
        (message_id, channel_id),
    )


def deleted_since(tx: sqlite3.Connection, channel_id: int, since: int) -> list[MessageState]:
    """The messages of a channel deleted since an instant, by the bot's own clock."""
    rows = tx.execute(
        f"SELECT {_STATE} FROM messages WHERE channel_id = ? AND deleted_at > ? AND ours = 0"
        " ORDER BY deleted_at, message_id",
        (channel_id, since),
    )
    return [_state(row) for row in rows]


def set_moderated(tx: sqlite3.Connection, message_ids: list[int]) -> None:
    """These deletions turned out to be moderation."""
    tx.executemany(
        "UPDATE messages SET moderated = 1 WHERE message_id = ?",
        [(message_id,) for message_id in message_ids],
    )


def delete(tx: sqlite3.Connection, message_ids: Sequence[int]) -> None:
    """Forgets what happened to these messages."""
    tx.executemany(
        "DELETE FROM messages WHERE message_id = ?",
        [(message_id,) for message_id in message_ids],
    )


def purge(tx: sqlite3.Connection, *, before: int) -> None:
    """Forgets what happened to messages before an instant."""
    tx.execute(
        "DELETE FROM messages WHERE max(ifnull(edited_at, 0), ifnull(deleted_at, 0)) < ?", (before,)
    )


def bookmarks(tx: sqlite3.Connection) -> dict[int, int]:
    """Channel or thread -> the last message of it that was handled."""
    return {
        row["channel_id"]: row["message_id"]
        for row in tx.execute("SELECT channel_id, message_id FROM channel_marks")
    }


def set_bookmark(tx: sqlite3.Connection, club_id: int, channel_id: int, message_id: int) -> None:
    """Notes that a channel was followed up to a message; it never goes back."""
    tx.execute(
        "INSERT INTO channel_marks (channel_id, club_id, message_id)"
        " SELECT ?1, club_id, ?3 FROM clubs WHERE club_id = ?2"
        " ON CONFLICT (channel_id) DO UPDATE SET message_id = excluded.message_id"
        " WHERE excluded.message_id > message_id",
        (channel_id, club_id, message_id),
    )


def _state(row: sqlite3.Row) -> MessageState:
    edited_at, deleted_at = row["edited_at"], row["deleted_at"]
    return MessageState(
        message_id=row["message_id"],
        edited_at=None if edited_at is None else almanac.from_ms(edited_at),
        deleted_at=None if deleted_at is None else almanac.from_ms(deleted_at),
        moderated=bool(row["moderated"]),
    )
