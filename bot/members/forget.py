"""Forgetting a member: what would go, that it is gone, and that a restored backup forgets again."""

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from bot.calls import service as calls
from bot.challenges import service as challenges
from bot.db.forgotten import Forgotten
from bot.db.registry import MEMBER_TABLES, OWNER
from bot.joys import service as joys
from bot.messages import service as messages
from bot.named import service as named
from bot.questions import service as questions
from bot.runs import answers


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
    (rows,) = tx.execute(f"SELECT count(*) FROM {name} WHERE {OWNER} = ?", (member_id,)).fetchone()
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
    messages.forget(tx, answers.messages_of(tx, member_id, until=until))
    for name, table in MEMBER_TABLES.items():
        for column in table.others:
            tx.execute(f"UPDATE {name} SET {column} = NULL WHERE {column} = ?", (member_id,))
        if table.age is not None:
            tx.execute(
                f"DELETE FROM {name} WHERE {OWNER} = ? AND {table.age} <= ?",
                (member_id, until),
            )
    challenges.recount_member(tx, member_id)


def _clear_chat(tx: sqlite3.Connection, member_id: int, until: int) -> None:
    answers.clear_chat(tx, member_id, until=until)
    joys.clear_chat(tx, member_id, until=until)
    questions.clear_chat(tx, member_id, until=until)


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
        for column in (*([OWNER] if table.age is not None else []), *table.others)
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
