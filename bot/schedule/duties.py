"""What the bot does for itself: a row for each time it was due, claimed before it is done and ended after."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta

from bot import almanac
from bot.schedule.model import wait_after

KEPT = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Turn:
    """One time a duty was due; `attempts` counts this one."""

    kind: str
    due_at: datetime
    attempts: int


def next_due(tx: sqlite3.Connection, kind: str, every: timedelta, *, now: datetime) -> datetime:
    """The instant at which the kind is due next: a retry, `every` after its last success, or now for a first time."""
    unfinished = _unfinished(tx, kind)
    if unfinished is not None:
        return now if unfinished["retry_at"] is None else almanac.from_ms(unfinished["retry_at"])
    (last,) = tx.execute("SELECT max(done_at) FROM duties WHERE kind = ?", (kind,)).fetchone()
    return now if last is None else almanac.from_ms(last) + every


def claim(tx: sqlite3.Connection, kind: str, every: timedelta, *, now: datetime) -> Turn | None:
    """Takes what is due now, or gives None. A claim that a crash left unfinished is taken again."""
    due = next_due(tx, kind, every, now=now)
    if due > now:
        return None
    unfinished = _unfinished(tx, kind)
    due_at = almanac.to_ms(due) if unfinished is None else unfinished["due_at"]
    row = tx.execute(
        "INSERT INTO duties (kind, due_at, claimed_at, attempts) VALUES (?, ?, ?, 1) ON CONFLICT"
        " DO UPDATE SET claimed_at = excluded.claimed_at, attempts = attempts + 1, retry_at = NULL"
        " RETURNING attempts",
        (kind, due_at, almanac.to_ms(now)),
    ).fetchone()
    return Turn(kind, almanac.from_ms(due_at), row["attempts"])


def mark_done(tx: sqlite3.Connection, turn: Turn, *, now: datetime) -> None:
    """The turn is done for good; rows older than 90 days are cleared away."""
    _update(tx, turn, "done_at", now)
    tx.execute("DELETE FROM duties WHERE done_at < ?", (almanac.to_ms(now - KEPT),))


def mark_failed(tx: sqlite3.Connection, turn: Turn, *, now: datetime) -> datetime:
    """The turn failed; gives when it is tried again: after 1, 5, 15, then every 60 minutes."""
    wait = wait_after(turn.attempts)
    _update(tx, turn, "retry_at", now + wait)
    return now + wait


def done_since(tx: sqlite3.Connection, instant: datetime) -> list[str]:
    """The kinds of what was done at `instant` or later."""
    rows = tx.execute(
        "SELECT kind FROM duties WHERE done_at >= ? ORDER BY kind", (almanac.to_ms(instant),)
    )
    return [row["kind"] for row in rows]


def retried(tx: sqlite3.Connection) -> list[str]:
    """The kinds whose last try failed and that wait for another."""
    rows = tx.execute(
        "SELECT DISTINCT kind FROM duties WHERE done_at IS NULL AND retry_at NOT NULL ORDER BY kind"
    )
    return [row["kind"] for row in rows]


def _update(tx: sqlite3.Connection, turn: Turn, column: str, at: datetime) -> None:
    tx.execute(
        f"UPDATE duties SET {column} = ? WHERE kind = ? AND due_at = ?",
        (almanac.to_ms(at), turn.kind, almanac.to_ms(turn.due_at)),
    )


def _unfinished(tx: sqlite3.Connection, kind: str) -> sqlite3.Row | None:
    row: sqlite3.Row | None = tx.execute(
        "SELECT due_at, retry_at FROM duties WHERE kind = ? AND done_at IS NULL"
        " ORDER BY due_at LIMIT 1",
        (kind,),
    ).fetchone()
    return row
