"""The SQL of posts: what was told, where it stands, and where its answer does."""

import sqlite3

from bot import almanac
from bot.runs.model import Post, StoredPost

_POST = (
    "post_id, club_id, member_id, private, channel_id, message_id, answer_id, posted_at, text_hash,"
    " zone, answered"
)


def insert(
    tx: sqlite3.Connection, post: Post, *, zone: str, text_hash: bytes | None
) -> StoredPost | None:
    """Stores the act of logging, or gives None when the same one is stored already."""
    posted_at = almanac.to_ms(post.posted_at)
    cursor = tx.execute(
        "INSERT INTO posts (club_id, member_id, source, private, channel_id, message_id, posted_at,"
        " text_hash, zone)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (club_id, source) DO NOTHING",
        (
            post.club_id,
            post.member_id,
            post.source,
            post.private,
            post.channel_id,
            post.message_id,
            posted_at,
            text_hash,
            zone,
        ),
    )
    if cursor.rowcount == 0 or cursor.lastrowid is None:
        return None
    return StoredPost(
        post_id=cursor.lastrowid,
        club_id=post.club_id,
        member_id=post.member_id,
        private=post.private,
        channel_id=post.channel_id,
        message_id=post.message_id,
        answer_id=None,
        posted_at=almanac.from_ms(posted_at),
        text_hash=text_hash,
        zone=zone,
    )


def by_source(tx: sqlite3.Connection, club_id: int, source: str) -> StoredPost | None:
    """The post that came in by this source, or None."""
    row = tx.execute(
        f"SELECT {_POST} FROM posts WHERE club_id = ? AND source = ?", (club_id, source)
    ).fetchone()
    return _post(row) if row else None


def by_id(tx: sqlite3.Connection, post_id: int) -> StoredPost | None:
    """The post, or None when it was never there or is forgotten."""
    row = tx.execute(f"SELECT {_POST} FROM posts WHERE post_id = ?", (post_id,)).fetchone()
    return _post(row) if row else None


def of_message(tx: sqlite3.Connection, message_id: int) -> list[StoredPost]:
    """The posts that a message was counted as."""
    rows = tx.execute(f"SELECT {_POST} FROM posts WHERE message_id = ?", (message_id,))
    return [_post(row) for row in rows]


def answered(tx: sqlite3.Connection, member_id: int) -> list[StoredPost]:
    """The member's public posts that have an answer, in every club."""
    rows = tx.execute(
        f"SELECT {_POST} FROM posts WHERE member_id = ? AND private = 0 AND answer_id NOT NULL",
        (member_id,),
    )
    return [_post(row) for row in rows]


_HAS_RUNS = (
    "EXISTS (SELECT 1 FROM runs WHERE runs.post_id = posts.post_id AND withdrawn_at IS NULL)"
)


def answers_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[tuple[int, int]]:
    """Channel and id of every answer to a member's posts from up to an instant."""
    rows = tx.execute(
        "SELECT channel_id, answer_id FROM posts WHERE member_id = ? AND posted_at <= ?"
        " AND answer_id NOT NULL",
        (member_id, until),
    )
    return [(row[0], row[1]) for row in rows]


def counting_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[tuple[int, int]]:
    """Channel and id of a member's messages from up to an instant that count."""
    rows = tx.execute(
        "SELECT channel_id, message_id FROM posts WHERE member_id = ? AND posted_at <= ?"
        f" AND channel_id NOT NULL AND message_id NOT NULL AND {_HAS_RUNS}",
        (member_id, until),
    )
    return [(row[0], row[1]) for row in rows]


def messages_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[int]:
    """The messages behind a member's posts from up to an instant."""
    rows = tx.execute(
        "SELECT message_id FROM posts WHERE member_id = ? AND posted_at <= ? AND message_id NOT NULL",
        (member_id, until),
    )
    return [row[0] for row in rows]


def messages_since(
    tx: sqlite3.Connection, channel_id: int, first: int, *, counting: bool = False
) -> list[int]:
    """The messages of a channel that were counted, from an id on, or those alone that are `counting` now.

    Ids rise with time, and their index is short so.
    """
    rows = tx.execute(
        "SELECT message_id FROM posts WHERE channel_id = ? AND message_id >= ?"
        f" AND (NOT ? OR {_HAS_RUNS}) ORDER BY message_id",
        (channel_id, first, counting),
    )
    return [row["message_id"] for row in rows]


def written_privately(
    tx: sqlite3.Connection, first: int, *, limit: int
) -> list[tuple[int, int, int]]:
    """Club, member and channel of direct messages that count, from an id on: the last ones of each channel."""
    rows = tx.execute(
        "SELECT club_id, member_id, channel_id, max(message_id) FROM posts WHERE private = 1"
        " AND message_id >= ? GROUP BY channel_id ORDER BY max(message_id) DESC LIMIT ?",
        (first, limit),
    )
    return [(row[0], row[1], row[2]) for row in rows]


def has_runs(tx: sqlite3.Connection, post_id: int) -> bool:
    """Whether the post has a run that nobody took back."""
    (found,) = tx.execute(
        f"SELECT EXISTS (SELECT 1 FROM posts WHERE post_id = ? AND {_HAS_RUNS})", (post_id,)
    ).fetchone()
    return bool(found)


def set_text_hash(tx: sqlite3.Connection, post_id: int, text_hash: bytes) -> None:
    """The post was read anew."""
    tx.execute("UPDATE posts SET text_hash = ? WHERE post_id = ?", (text_hash, post_id))


def set_answer(tx: sqlite3.Connection, post_id: int, channel_id: int, answer_id: int) -> bool:
    """Notes where the bot's answer to a post stands; False, and nothing is noted, when no run of it is left."""
    cursor = tx.execute(
        "UPDATE posts SET channel_id = ?1, answer_id = ?2, answered = 1 WHERE post_id = ?3 AND EXISTS"
        " (SELECT 1 FROM runs WHERE runs.post_id = ?3 AND withdrawn_at IS NULL)",
        (channel_id, answer_id, post_id),
    )
    return cursor.rowcount == 1


def clear_answer(tx: sqlite3.Connection, post_id: int) -> None:
    """The post has no answer any more."""
    tx.execute("UPDATE posts SET answer_id = NULL WHERE post_id = ?", (post_id,))


def set_unanswered(tx: sqlite3.Connection, post_id: int) -> None:
    """The post is not answered in words, also when its runs come back."""
    tx.execute("UPDATE posts SET answered = 0 WHERE post_id = ?", (post_id,))


def _post(row: sqlite3.Row) -> StoredPost:
    return StoredPost(
        post_id=row["post_id"],
        club_id=row["club_id"],
        member_id=row["member_id"],
        private=bool(row["private"]),
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        answer_id=row["answer_id"],
        posted_at=almanac.from_ms(row["posted_at"]),
        text_hash=row["text_hash"],
        zone=row["zone"],
        answered=bool(row["answered"]),
    )
