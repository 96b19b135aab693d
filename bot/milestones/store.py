"""The SQL of milestones: what was run before."""

import sqlite3
from datetime import date

from bot.milestones.model import SoFar
from bot.runs.model import Run


def before(tx: sqlite3.Connection, run: Run) -> SoFar:
    """What the member had logged before a run: of a public one, public runs alone."""
    # The + keeps SQLite in the covering index instead of following the run's number.
    runs, metres, longest_m, first, last = tx.execute(
        "SELECT count(*), coalesce(sum(distance_m), 0), coalesce(max(distance_m), 0), min(day),"
        " max(day) FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND withdrawn_at IS NULL AND +run_id < ?",
        (run.club_id, run.member_id, run.private, run.run_id),
    ).fetchone()
    return SoFar(runs, metres, longest_m, _day(first), _day(last))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
