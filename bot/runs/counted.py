"""Which messages were counted, for those who hear of them again."""

import sqlite3

from bot.runs import posts


def messages_since(tx: sqlite3.Connection, channel_id: int, first: int) -> list[int]:
    """The messages of a channel that were counted, from this id on."""
    return posts.messages_since(tx, channel_id, first)


def written_privately(
    tx: sqlite3.Connection, first: int, *, limit: int
) -> list[tuple[int, int, int]]:
    """Club, member and channel of the direct messages that counted last, from this id on; one for each channel."""
    return posts.written_privately(tx, first, limit=limit)


def is_counted(tx: sqlite3.Connection, club_id: int, source: str) -> bool:
    """Whether something that came in by this source was counted in the club."""
    return posts.by_source(tx, club_id, source) is not None


def post_told_in(tx: sqlite3.Connection, member_id: int, message_id: int) -> int | None:
    """The number of the post that a message of the member's was counted as, or None."""
    told = posts.of_message(tx, message_id)
    return next((post.post_id for post in told if post.member_id == member_id), None)


def counting_since(tx: sqlite3.Connection, channel_id: int, first: int) -> list[int]:
    """The messages of a channel that count now, from this id on."""
    return posts.messages_since(tx, channel_id, first, counting=True)


def counts(tx: sqlite3.Connection, message_id: int) -> bool:
    """Whether a message counts now: as a post with a run that nobody took back."""
    return any(posts.has_runs(tx, post.post_id) for post in posts.of_message(tx, message_id))
