"""Use cases of what is to go from chat, messages and marks of the bot's: noted at once, done now or after a start."""

import sqlite3

from bot.messages import service as messages
from bot.removals import store
from bot.removals.model import Removal


def remove(tx: sqlite3.Connection, channel_id: int, message_id: int) -> None:
    """A message of the bot's is to go, now or after the next start."""
    messages.ours(tx, message_id, channel_id)
    store.add(tx, Removal(channel_id, message_id))


def unmark(tx: sqlite3.Connection, channel_id: int, message_id: int, mark: str) -> None:
    """The bot's mark on somebody's message is to go, the message stays."""
    store.add(tx, Removal(channel_id, message_id, mark))


def due(tx: sqlite3.Connection) -> list[Removal]:
    """What is to go: messages before marks, the newest first."""
    return store.everything(tx)


def done(tx: sqlite3.Connection, message_id: int) -> None:
    """The message, or the mark on it, is gone."""
    store.delete(tx, message_id)
