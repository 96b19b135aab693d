"""The SQL of runs that wait for their author's answer; a trigger deletes each with the end of its question."""

import sqlite3
from dataclasses import dataclass
from datetime import date, datetime

from bot import almanac
from bot.runs.model import Draft


@dataclass(frozen=True, slots=True)
class HeldRun:
    """A run that a command or form described, and what is needed to count it later."""

    name: str
    """How its member was called when it came in."""
    source: str
    text_hash: bytes
    """What the answers to questions about it are kept under."""
    message_id: int | None
    """The message that it is about, if any."""
    run_id: int | None
    """The stored run that is to become this, or None for a new one."""
    private: bool
    posted_at: datetime
    draft: Draft


_HELD = (
    "name, source, text_hash, message_id, run_id, private, day, distance_m, duration_s, kind, note,"
    " posted_at"
)


def insert(tx: sqlite3.Connection, question_id: int, member_id: int, held: HeldRun) -> None:
    """Holds a run until a question is answered; a second time, it is what comes in now."""
    draft = held.draft
    tx.execute(
        f"INSERT OR REPLACE INTO held_runs (question_id, member_id, {_HELD})"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            question_id,
            member_id,
            held.name,
            held.source,
            held.text_hash,
            held.message_id,
            held.run_id,
            held.private,
            draft.day.isoformat(),
            draft.distance_m,
            draft.duration_s,
            draft.kind,
            draft.note,
            almanac.to_ms(held.posted_at),
        ),
    )


def find(tx: sqlite3.Connection, question_id: int) -> HeldRun | None:
    """The run that a question is about, or None when that is about a written message, or over."""
    row = tx.execute(
        f"SELECT {_HELD} FROM held_runs WHERE question_id = ?", (question_id,)
    ).fetchone()
    if row is None:
        return None
    day, figures = date.fromisoformat(row["day"]), (row["distance_m"], row["duration_s"])
    return HeldRun(
        name=row["name"],
        source=row["source"],
        text_hash=row["text_hash"],
        message_id=row["message_id"],
        run_id=row["run_id"],
        private=bool(row["private"]),
        posted_at=almanac.from_ms(row["posted_at"]),
        draft=Draft(day, *figures, row["kind"], row["note"]),
    )


def set_distance(tx: sqlite3.Connection, question_id: int, distance_m: int) -> None:
    """The distance was meant in other units."""
    tx.execute(
        "UPDATE held_runs SET distance_m = ? WHERE question_id = ?", (distance_m, question_id)
    )
