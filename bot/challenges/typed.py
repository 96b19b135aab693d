"""The SQL of what organizers typed into forms that were refused."""

import json
import sqlite3

from bot.challenges.model import Typed


def insert(tx: sqlite3.Connection, club_id: int, member_id: int, typed: Typed, *, at: int) -> int:
    """What a member typed; gives its number."""
    fields = json.dumps(dict(typed.fields), ensure_ascii=False)
    cursor = tx.execute(
        "INSERT INTO challenge_forms (club_id, member_id, form, number, fields, typed_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (club_id, member_id, typed.form, typed.number, fields, at),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def load(tx: sqlite3.Connection, club_id: int, member_id: int, form_id: int) -> Typed | None:
    """What this member typed, by its number, or None."""
    row = tx.execute(
        "SELECT form, number, fields FROM challenge_forms"
        " WHERE form_id = ? AND club_id = ? AND member_id = ?",
        (form_id, club_id, member_id),
    ).fetchone()
    return Typed(row[0], row[1], json.loads(row[2])) if row else None


def delete(tx: sqlite3.Connection, club_id: int, member_id: int, form: str, number: int) -> None:
    """What the member typed into that form of that challenge goes."""
    tx.execute(
        "DELETE FROM challenge_forms WHERE club_id = ? AND member_id = ? AND form = ?"
        " AND number = ?",
        (club_id, member_id, form, number),
    )


def delete_old(tx: sqlite3.Connection, *, before: int) -> None:
    """What was typed before an instant goes."""
    tx.execute("DELETE FROM challenge_forms WHERE typed_at < ?", (before,))
