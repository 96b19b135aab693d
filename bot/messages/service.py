"""Use cases of the later life of messages: edited, deleted, followed up to here."""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot import almanac
from bot.messages import store
from bot.messages.model import (
    BURST_ABOVE,
    BURST_WITHIN,
    FOLLOWED,
    Deletion,
    MessageState,
)


def state_of(tx: sqlite3.Connection, message_id: int | None) -> MessageState:
    """What became of a message after it was written."""
    return MessageState(0) if message_id is None else store.state(tx, message_id)


def edited(
    tx: sqlite3.Connection, message_id: int, channel_id: int, edited_at: datetime
) -> MessageState:
    """Notes an edit; gives the state before it, by which an edit that was overtaken is known."""
    before = store.state(tx, message_id)
    store.set_edited(tx, message_id, channel_id, almanac.to_ms(edited_at))
    return before


def deleted(tx: sqlite3.Connection, message_id: int, channel_id: int, *, now: datetime) -> Deletion:
    """Notes a deletion and says what it means; the sixth within ten seconds gives the others back."""
    recent = store.deleted_since(tx, channel_id, almanac.to_ms(now - BURST_WITHIN))
    moderated = len(recent) >= BURST_ABOVE
    at = almanac.to_ms(now)
    if not store.set_deleted(tx, message_id, channel_id, at, moderated=moderated):
        return Deletion()
    if not moderated:
        return Deletion(gone=(message_id,))
    back = [state.message_id for state in recent if not state.moderated]
    store.set_moderated(tx, back)
    return Deletion(back=tuple(back))


def ours(tx: sqlite3.Connection, message_id: int, channel_id: int) -> None:
    """Notes that the bot removes a message of its own, which is nobody's deletion."""
    store.set_ours(tx, message_id, channel_id)


def swept(
    tx: sqlite3.Connection, message_ids: Sequence[int], channel_id: int, *, now: datetime
) -> None:
    """Notes a bulk deletion, which is moderation and touches no run."""
    for message_id in message_ids:
        store.set_deleted(tx, message_id, channel_id, almanac.to_ms(now), moderated=True)


def missing(
    tx: sqlite3.Connection,
    message_ids: Sequence[int],
    channel_id: int,
    *,
    now: datetime,
) -> Deletion:
    """Notes messages that went while the bot was away: a few were taken back, more were moderated.

    Nobody knows when each one went, and a run that stays is less harm than one that is lost.
    """
    at = almanac.to_ms(now)
    gone = [
        message_id
        for message_id in message_ids
        if store.set_deleted(tx, message_id, channel_id, at, moderated=False)
    ]
    if len(gone) <= BURST_ABOVE:
        return Deletion(gone=tuple(gone))
    store.set_moderated(tx, gone)
    return Deletion()


def forget(tx: sqlite3.Connection, message_ids: Sequence[int]) -> None:
    """Nothing is known of these messages any more."""
    store.delete(tx, message_ids)


def handled(tx: sqlite3.Connection, club_id: int, bookmarks: Mapping[int, int]) -> None:
    """Channels or threads of a club that the bot knows were followed up to these messages."""
    for channel_id, message_id in bookmarks.items():
        store.set_bookmark(tx, club_id, channel_id, message_id)


def bookmarks(tx: sqlite3.Connection) -> Mapping[int, int]:
    """Channel or thread -> the last message of it that was handled."""
    return store.bookmarks(tx)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Forgets what became of messages that are followed no more."""
    store.purge(tx, before=almanac.to_ms(now - 2 * FOLLOWED))
