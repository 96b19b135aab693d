"""The SQL of milestones: what was run before."""

import sqlite3
from collections.abc import Iterator
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


_OF_PERIOD = (
    " FROM (SELECT member_id AS ran_id, min(run_id) AS begin, max(run_id) AS until FROM runs"
    " WHERE club_id = :club AND day BETWEEN :first AND :last AND private = 0"
    " AND withdrawn_at IS NULL GROUP BY member_id)"
    " CROSS JOIN runs ON club_id = :club AND member_id = ran_id AND private = 0"
    " AND withdrawn_at IS NULL"
)
"""The public runs of whoever has one in some days, with the first and the last of theirs logged for these.

CROSS keeps SQLite at one look into the index a member.
"""


def begun_before(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> dict[int, SoFar]:
    """What each member had in public before the first logged of their public runs of some days, by id."""
    scope = {"club": club_id, "first": first.isoformat(), "last": last.isoformat()}
    rows = tx.execute(
        "SELECT member_id, sum(kind IS NOT 'volunteer'), coalesce(sum(distance_m), 0),"
        " coalesce(max(distance_m), 0), min(CASE WHEN kind IS NOT 'volunteer' THEN day END),"
        " max(CASE WHEN kind IS NOT 'volunteer' THEN day END), max(kind IS 'volunteer')"
        f"{_OF_PERIOD} AND +run_id < begin GROUP BY member_id",
        scope,
    ).fetchall()
    found = {
        member_id: SoFar(runs, metres, longest_m, _day(first_day), _day(last_day))
        for member_id, runs, metres, longest_m, first_day, last_day, _ in rows
    }
    if not any(helped for *_, helped in rows):
        return found
    helped = tx.execute(
        f"SELECT member_id, day{_OF_PERIOD} AND kind IS 'volunteer' AND +run_id < begin", scope
    )
    for member_id, day in helped:
        so_far = found.get(member_id, SoFar())
        found[member_id] = so_far.plus(Counted(0, date.fromisoformat(day), 0, helped=True))
    return found


def public_from_then_on(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> Iterator[tuple[int, Counted]]:
    """Member and run of what was logged from then on, up to their last one for these days, in the order of logging."""
    rows = tx.execute(
        "SELECT member_id, run_id, day, coalesce(distance_m, 0), kind IS 'volunteer'"
        f"{_OF_PERIOD} AND +run_id BETWEEN begin AND until ORDER BY +run_id",
        {"club": club_id, "first": first.isoformat(), "last": last.isoformat()},
    )
    for member_id, run_id, day, metres, helped in rows:
        yield member_id, Counted(run_id, date.fromisoformat(day), metres, helped == 1)
