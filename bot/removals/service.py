"""Use cases of the bot's own messages that are to go from chat: noted at once, done now or after a start."""

import sqlite3

from bot.messages import service as messages
from bot.removals import store


def remove(tx: sqlite3.Connection, channel_id: int, message_id: int) -> None:
    """A message of the bot's is to go, now or after the next start."""
    messages.ours(tx, message_id, channel_id)
    store.add(tx, channel_id, message_id)


def due(tx: sqlite3.Connection) -> list[tuple[int, int]]:
    """Channel and id of each message of the bot's that is to go, the newest first."""
    return store.everything(tx)


def done(tx: sqlite3.Connection, message_id: int) -> None:
    """The message is gone."""
    store.delete(tx, message_id)
