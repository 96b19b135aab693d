"""Forgetting a member: what would go, that it is gone, and that a restored backup forgets again."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from bot.calls import service as calls
from bot.challenges import service as challenges
from bot.db.forgotten import Forgotten
from bot.db.registry import MEMBER_TABLES
from bot.messages import service as messages
from bot.named import service as named
from bot.removals import service as removals
from bot.removals.model import ASKED, COUNTED

Place = tuple[int, int]
"""Channel and id of a message."""


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much the bot holds about a member: rows by table."""

    rows: Mapping[str, int]

    @property
    def runs(self) -> int:
        """Runs, those taken back among them."""
        return self.rows["runs"]

    @property
    def kudos(self) -> int:
        """Kudos that the member gave."""
        return self.rows["kudos"]

    @property
    def settings(self) -> bool:
        """Whether there are settings, or a name."""
        return bool(self.rows["members"] or self.rows["club_members"])

    @property
    def nothing(self) -> bool:
        """Whether there is nothing to forget."""
        return not any(self.rows.values())


def holdings(tx: sqlite3.Connection, member_id: int) -> Holdings:
    """What forgetting the member would delete."""
    return Holdings({name: _count(tx, name, member_id) for name in MEMBER_TABLES})


def _count(tx: sqlite3.Connection, name: str, member_id: int) -> int:
    owner = MEMBER_TABLES[name].owner
    (rows,) = tx.execute(f"SELECT count(*) FROM {name} WHERE {owner} = ?", (member_id,)).fetchone()
    return int(rows)


def forget(tx: sqlite3.Connection, member_id: int, *, until: int) -> None:
    """Deletes every row of the member that is not younger than `until` (milliseconds since 1970).

    The bot's answers to what is gone, its questions and marks, and what was told on demand with their name, are to
    be removed from chat.
    """
    calls.forget(tx, member_id, until=until)
    _clear_chat(tx, member_id, until)
    named.take_away(tx, member_id)
    challenges.show_anew(tx, member_id)
    messages.forget(tx, _messages(tx, member_id, until))
    for name, table in MEMBER_TABLES.items():
        for column in table.others:
            tx.execute(f"UPDATE {name} SET {column} = NULL WHERE {column} = ?", (member_id,))
        if table.age is not None:
            tx.execute(
                f"DELETE FROM {name} WHERE {table.owner} = ? AND {table.age} <= ?",
                (member_id, until),
            )
    challenges.recount_member(tx, member_id)


def _clear_chat(tx: sqlite3.Connection, member_id: int, until: int) -> None:
    for place in chain(_answers(tx, member_id, until), _questions(tx, member_id, until)):
        removals.remove(tx, *place)
    for place in _asked(tx, member_id, until):
        removals.unmark(tx, *place, ASKED)
    for place in _counted(tx, member_id, until):
        removals.unmark(tx, *place, COUNTED)


def _answers(tx: sqlite3.Connection, member_id: int, until: int) -> list[Place]:
    return _places(
        tx,
        "SELECT channel_id, answer_id FROM posts WHERE member_id = ?1 AND posted_at <= ?2"
        " AND answer_id NOT NULL UNION ALL SELECT channel_id, message_id FROM joys"
        " WHERE member_id = ?1 AND noted_at <= ?2 AND message_id NOT NULL",
        (member_id, until),
    )


def _questions(tx: sqlite3.Connection, member_id: int, until: int) -> list[Place]:
    return _places(
        tx,
        "SELECT channel_id, asked_with FROM questions WHERE member_id = ? AND asked_at <= ?"
        " AND closed_at IS NULL AND asked_with NOT NULL",
        (member_id, until),
    )


def _asked(tx: sqlite3.Connection, member_id: int, until: int) -> list[Place]:
    return _places(
        tx,
        "SELECT channel_id, message_id FROM questions WHERE member_id = ? AND asked_at <= ?"
        " AND marked = 1",
        (member_id, until),
    )


def _counted(tx: sqlite3.Connection, member_id: int, until: int) -> list[Place]:
    """The member's own messages that count, where ✅ stands; with the last run of one it went."""
    return _places(
        tx,
        "SELECT channel_id, message_id FROM posts WHERE member_id = ? AND posted_at <= ?"
        " AND channel_id NOT NULL AND message_id NOT NULL AND EXISTS"
        " (SELECT 1 FROM runs WHERE runs.post_id = posts.post_id AND withdrawn_at IS NULL)",
        (member_id, until),
    )


def _places(tx: sqlite3.Connection, query: str, whose: tuple[int, int]) -> list[Place]:
    return [(row[0], row[1]) for row in tx.execute(query, whose)]


def _messages(tx: sqlite3.Connection, member_id: int, until: int) -> list[int]:
    rows = tx.execute(
        "SELECT message_id FROM posts WHERE member_id = ? AND posted_at <= ? AND message_id NOT NULL",
        (member_id, until),
    )
    return [row[0] for row in rows]


def forget_again(tx: sqlite3.Connection, forgotten: Forgotten) -> None:
    """Forgets, after a backup was restored or a crash came between, whatever was asked to be forgotten."""
    if forgotten.nobody:
        return
    for member_id in _everybody(tx):
        until = forgotten.until(member_id)
        if until is not None:
            forget(tx, member_id, until=until)


def _everybody(tx: sqlite3.Connection) -> set[int]:
    return {
        member_id
        for name, table in MEMBER_TABLES.items()
        for column in (*([table.owner] if table.age is not None else []), *table.others)
        for member_id in _owners(tx, name, column)
    }


def _owners(tx: sqlite3.Connection, name: str, owner: str) -> Iterator[int]:
    # Jumps along the index from one member to the next: a club has a thousand times more rows than members.
    rows = tx.execute(
        f"WITH RECURSIVE owners (id) AS (SELECT min({owner}) FROM {name} UNION ALL"
        f" SELECT (SELECT min({owner}) FROM {name} WHERE {owner} > id) FROM owners"
        " WHERE id IS NOT NULL) SELECT id FROM owners WHERE id IS NOT NULL"
    )
    return (row[0] for row in rows)
