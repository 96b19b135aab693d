"""What an organizer typed into a form that was refused: kept until the form comes back as it should, a week at most."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot import almanac
from bot.clubs import service as clubs
from bot.clubs.model import Defaults


@dataclass(frozen=True, slots=True)
class Typed:
    """A form by its name, the number of its challenge (0 for a new one), and its fields as they were typed."""

    form: str
    number: int
    fields: Mapping[str, str]


def keep(
    tx: sqlite3.Connection,
    club_id: int,
    club_name: str,
    member_id: int,
    typed: Typed,
    *,
    now: datetime,
    defaults: Defaults,
) -> int:
    """Keeps what was typed, in place of what the member had typed there before; gives its number."""
    clubs.ensure(tx, club_id, club_name, now=now, defaults=defaults)
    drop(tx, club_id, member_id, typed.form, typed.number)
    cursor = tx.execute(
        "INSERT INTO challenge_forms (club_id, member_id, form, number, fields, typed_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (
            club_id,
            member_id,
            typed.form,
            typed.number,
            json.dumps(dict(typed.fields), ensure_ascii=False),
            almanac.to_ms(now),
        ),
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def find(tx: sqlite3.Connection, club_id: int, member_id: int, form_id: int) -> Typed | None:
    """What this member typed, by its number; None where it is another's, or done with."""
    row = tx.execute(
        "SELECT form, number, fields FROM challenge_forms"
        " WHERE form_id = ? AND club_id = ? AND member_id = ?",
        (form_id, club_id, member_id),
    ).fetchone()
    return Typed(row[0], row[1], json.loads(row[2])) if row else None


def drop(tx: sqlite3.Connection, club_id: int, member_id: int, form: str, number: int) -> None:
    """The form came back as it should, or is typed anew."""
    tx.execute(
        "DELETE FROM challenge_forms WHERE club_id = ? AND member_id = ? AND form = ?"
        " AND number = ?",
        (club_id, member_id, form, number),
    )


def purge(tx: sqlite3.Connection, *, before: datetime) -> None:
    """What was typed before that instant goes."""
    tx.execute("DELETE FROM challenge_forms WHERE typed_at < ?", (almanac.to_ms(before),))
