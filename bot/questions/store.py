"""The SQL of questions."""

import sqlite3

from bot.questions.model import Question

_QUESTION = (
    "question_id, club_id, member_id, channel_id, message_id, private, matter, by_mark,"
    " asked_with, closed_at, agreed"
)


def insert(tx: sqlite3.Connection, asked: Question, *, text_hash: bytes, asked_at: int) -> int:
    """A new open question; gives its number."""
    cursor = tx.execute(
        "INSERT INTO questions (club_id, member_id, channel_id, message_id, private, matter,"
        " by_mark, marked, text_hash, asked_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            asked.club_id,
            asked.member_id,
            asked.channel_id,
            asked.message_id,
            asked.private,
            asked.matter,
            asked.by_mark,
            asked.by_mark,
            text_hash,
            asked_at,
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def load(tx: sqlite3.Connection, question_id: int) -> Question | None:
    """The question by its number, or None."""
    row = tx.execute(
        f"SELECT {_QUESTION} FROM questions WHERE question_id = ?", (question_id,)
    ).fetchone()
    return _question(row) if row else None


def open_of(tx: sqlite3.Connection, message_id: int) -> list[Question]:
    """The open questions about a message."""
    rows = tx.execute(
        f"SELECT {_QUESTION} FROM questions WHERE message_id = ? AND closed_at IS NULL",
        (message_id,),
    )
    return [_question(row) for row in rows]


def was_asked(tx: sqlite3.Connection, message_id: int, matter: str, text_hash: bytes) -> bool:
    """Whether this was asked about the message as it reads now, and is over."""
    row = tx.execute(
        "SELECT 1 FROM questions WHERE message_id = ? AND matter = ? AND text_hash = ?"
        " AND closed_at IS NOT NULL",
        (message_id, matter, text_hash),
    ).fetchone()
    return row is not None


def was_ever_asked(tx: sqlite3.Connection, member_id: int, matter: str) -> bool:
    """Whether the member was asked this about any message that is remembered."""
    row = tx.execute(
        "SELECT 1 FROM questions WHERE member_id = ? AND matter = ? LIMIT 1", (member_id, matter)
    ).fetchone()
    return row is not None


def agreed_on(tx: sqlite3.Connection, message_id: int, text_hash: bytes) -> frozenset[str]:
    """What the author said yes to about the message as it reads now."""
    rows = tx.execute(
        "SELECT matter FROM questions WHERE message_id = ? AND text_hash = ? AND agreed = 1",
        (message_id, text_hash),
    )
    return frozenset(row["matter"] for row in rows)


def set_text_hash(tx: sqlite3.Connection, question_id: int, text_hash: bytes) -> None:
    """The question is about these words now."""
    tx.execute("UPDATE questions SET text_hash = ? WHERE question_id = ?", (text_hash, question_id))


def set_agreed(tx: sqlite3.Connection, question_id: int) -> None:
    """The author said yes."""
    tx.execute("UPDATE questions SET agreed = 1 WHERE question_id = ?", (question_id,))


def set_asked_with(tx: sqlite3.Connection, question_id: int, message_id: int) -> bool:
    """Notes which message asks; False when the question is closed already."""
    cursor = tx.execute(
        "UPDATE questions SET asked_with = ? WHERE question_id = ? AND closed_at IS NULL",
        (message_id, question_id),
    )
    return cursor.rowcount == 1


def close(tx: sqlite3.Connection, question_id: int, at: int) -> None:
    """The question is over."""
    tx.execute(
        "UPDATE questions SET closed_at = ? WHERE question_id = ? AND closed_at IS NULL",
        (at, question_id),
    )


def asked_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[tuple[int, int]]:
    """Channel and id of what asks a member something, of questions up to an instant that are open."""
    rows = tx.execute(
        "SELECT channel_id, asked_with FROM questions WHERE member_id = ? AND asked_at <= ?"
        " AND closed_at IS NULL AND asked_with NOT NULL",
        (member_id, until),
    )
    return [(row[0], row[1]) for row in rows]


def marked_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[tuple[int, int]]:
    """Channel and id of a member's messages with a mark that asks, or asked, up to an instant."""
    rows = tx.execute(
        "SELECT channel_id, message_id FROM questions WHERE member_id = ? AND asked_at <= ?"
        " AND marked = 1",
        (member_id, until),
    )
    return [(row[0], row[1]) for row in rows]


def marks_to_take(tx: sqlite3.Connection) -> list[Question]:
    """Questions that are over and whose mark may still stand in chat."""
    rows = tx.execute(
        f"SELECT {_QUESTION} FROM questions WHERE marked = 1 AND closed_at IS NOT NULL"
    )
    return [_question(row) for row in rows]


def set_unmarked(tx: sqlite3.Connection, question_id: int) -> None:
    """No mark of it stands in chat any more."""
    tx.execute("UPDATE questions SET marked = 0 WHERE question_id = ?", (question_id,))


def overdue(tx: sqlite3.Connection, asked_before: int) -> list[Question]:
    """Open questions that were asked before an instant, or whose answer a stop left without effect."""
    rows = tx.execute(
        f"SELECT {_QUESTION} FROM questions WHERE closed_at IS NULL AND (asked_at <= ? OR agreed = 1)",
        (asked_before,),
    )
    return [_question(row) for row in rows]


def oldest_open(tx: sqlite3.Connection) -> int | None:
    """When the oldest open question was asked, or None when none is open."""
    (at,) = tx.execute("SELECT min(asked_at) FROM questions WHERE closed_at IS NULL").fetchone()
    return None if at is None else int(at)


def unasked(tx: sqlite3.Connection) -> list[Question]:
    """Open questions of which it is not known that they stand in chat."""
    rows = tx.execute(
        f"SELECT {_QUESTION} FROM questions WHERE closed_at IS NULL AND by_mark = 0"
        " AND asked_with IS NULL"
    )
    return [_question(row) for row in rows]


def purge(tx: sqlite3.Connection, *, asked_before: int) -> None:
    """Forgets what was asked before an instant; that a member was asked for their unit is kept."""
    tx.execute(
        "DELETE FROM questions WHERE asked_at < ? AND closed_at IS NOT NULL AND matter != 'unit'",
        (asked_before,),
    )


def _question(row: sqlite3.Row) -> Question:
    return Question(
        question_id=row["question_id"],
        club_id=row["club_id"],
        member_id=row["member_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        private=bool(row["private"]),
        matter=row["matter"],
        by_mark=bool(row["by_mark"]),
        asked_with=row["asked_with"],
        is_open=row["closed_at"] is None,
        agreed=bool(row["agreed"]),
    )
