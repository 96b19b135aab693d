"""The SQL of milestones: what was run before."""

import sqlite3
from datetime import date

from bot.milestones.model import Counted, SoFar


def before(
    tx: sqlite3.Connection, club_id: int, member_id: int, run_id: int, *, private: bool
) -> SoFar:
    """What the member had logged before a run: before a public one, of public runs alone."""
    # The + keeps SQLite in the covering index instead of following the run's number.
    runs, metres, longest_m, first, last = tx.execute(
        "SELECT count(*), coalesce(sum(distance_m), 0), coalesce(max(distance_m), 0), min(day),"
        " max(day) FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL AND +run_id < ?",
        (club_id, member_id, private, run_id),
    ).fetchone()
    return SoFar(runs, metres, longest_m, _day(first), _day(last))


def helped_before(
    tx: sqlite3.Connection, club_id: int, member_id: int, run_id: int, *, private: bool
) -> SoFar:
    """The days of helping out that the member had logged before one: before a public one, public ones alone."""
    rows = tx.execute(
        "SELECT day FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND kind IS 'volunteer' AND withdrawn_at IS NULL AND +run_id < ?",
        (club_id, member_id, private, run_id),
    )
    return SoFar(helped=frozenset(date.fromisoformat(row[0]) for row in rows))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def public_between(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> list[tuple[int, Counted]]:
    """Member and run of each public run of a club from `first` to `last`, in the order of logging."""
    rows = tx.execute(
        "SELECT member_id, run_id, day, coalesce(distance_m, 0), kind IS 'volunteer' FROM runs WHERE club_id = ?"
        " AND day BETWEEN ? AND ? AND private = 0 AND withdrawn_at IS NULL ORDER BY +run_id",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [
        (row[0], Counted(row[1], date.fromisoformat(row[2]), row[3], row[4] == 1)) for row in rows
    ]
