"""What members have run so far: totals, figures and days, read from the database for whoever looks back.

It changes nothing and refuses nothing. Private runs count in all of it that does not say otherwise.
"""

import sqlite3
from datetime import date, datetime

from bot import almanac
from bot.runs.model import Figures, Run, Totals

_COUNTED = "run_id, post_id, member_id, day, distance_m, duration_s, kind, private, logged_at"


def total_of(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    first: date,
    last: date,
    *,
    public_only: bool,
) -> Totals:
    """Metres and number of the member's runs from `first` to `last`, and how often they helped out.

    Not `public_only`, private runs too: that is for the member's own eyes.
    """
    metres, logged, helped = tx.execute(
        "SELECT coalesce(sum(distance_m), 0), count(*), coalesce(sum(kind IS 'volunteer'), 0)"
        " FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ? AND private <= ?"
        " AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat(), 0 if public_only else 1),
    ).fetchone()
    return Totals(metres, logged - helped, helped)


def is_only(tx: sqlite3.Connection, run: Run) -> bool:
    """Whether its member has no other run in its club; a public run is compared with public ones alone."""
    two = tx.execute(
        "SELECT 1 FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
        " AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL LIMIT 2",
        (run.club_id, run.member_id, run.private),
    ).fetchall()
    return len(two) < 2


def figures_of(
    tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date
) -> list[Figures]:
    """What counts of the member's runs from `first` to `last`, private ones among them, in no order."""
    rows = tx.execute(
        f"SELECT {_COUNTED} FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ?"
        " AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat()),
    )
    return [_figures(row) for row in rows]


def figures_of_club(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> list[Figures]:
    """What counts of everybody's runs from `first` to `last`, private ones among them, in no order."""
    rows = tx.execute(
        f"SELECT {_COUNTED} FROM runs WHERE club_id = ? AND day BETWEEN ? AND ?"
        " AND withdrawn_at IS NULL",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [_figures(row) for row in rows]


def runners(tx: sqlite3.Connection, club_id: int) -> list[int]:
    """Whoever has a run in the club: a look into the index for each, not one for each of their runs."""
    rows = tx.execute(
        "WITH RECURSIVE found (member_id) AS (SELECT min(member_id) FROM runs"
        "  WHERE club_id = ?1 AND withdrawn_at IS NULL"
        " UNION ALL SELECT (SELECT min(r.member_id) FROM runs AS r WHERE r.club_id = ?1"
        "  AND r.member_id > found.member_id AND r.withdrawn_at IS NULL)"
        "  FROM found WHERE found.member_id IS NOT NULL)"
        " SELECT member_id FROM found WHERE member_id IS NOT NULL",
        (club_id,),
    )
    return [row[0] for row in rows]


def private_runners(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> set[int]:
    """Whoever has a private run from `first` to `last`."""
    rows = tx.execute(
        "SELECT DISTINCT member_id FROM runs WHERE club_id = ? AND day BETWEEN ? AND ?"
        " AND private = 1 AND withdrawn_at IS NULL",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return {row[0] for row in rows}


def first_days(
    tx: sqlite3.Connection, club_id: int, member_id: int | None = None, *, public_only: bool
) -> dict[int, date]:
    """The local day of the first run of a member, or of every member of the club, by id."""
    rows = tx.execute(
        "SELECT member_id, min(day) FROM runs WHERE club_id = ?1 AND private <= ?3"
        " AND kind IS NOT 'volunteer'"
        + (" AND member_id = ?2" if member_id is not None else " AND ?2 IS NULL")
        + " AND withdrawn_at IS NULL GROUP BY member_id",
        (club_id, member_id, 0 if public_only else 1),
    )
    return {row[0]: date.fromisoformat(row[1]) for row in rows}


def logged_since(tx: sqlite3.Connection, member_id: int, instant: datetime) -> bool:
    """Whether the member logged a run at an instant or later that still counts, in any club."""
    row = tx.execute(
        "SELECT 1 FROM runs WHERE member_id = ? AND logged_at >= ? AND withdrawn_at IS NULL",
        (member_id, almanac.to_ms(instant)),
    ).fetchone()
    return row is not None


def last_day(tx: sqlite3.Connection, member_id: int) -> date | None:
    """The local day of the member's last run in any club, private ones too; None without a run."""
    (day,) = tx.execute(
        "SELECT max(day) FROM runs WHERE member_id = ? AND withdrawn_at IS NULL", (member_id,)
    ).fetchone()
    return date.fromisoformat(day) if day else None


def _figures(row: sqlite3.Row) -> Figures:
    run_id, post_id, member_id, day, distance_m, duration_s, kind, private, logged_at = row
    return Figures(
        run_id,
        post_id,
        member_id,
        date.fromisoformat(day),
        distance_m,
        duration_s,
        kind,
        private == 1,
        logged_at,
    )
