"""The SQL of boards: sums of a period, in an index that covers it."""

import sqlite3
from datetime import date

from bot.boards.model import Standing, Sums, Together

_OF_METRIC = {
    "distance": "coalesce(sum(distance_m), 0)",
    "time": "coalesce(sum(duration_s), 0)",
    "runs": "sum(kind IS NOT 'volunteer')",
    "days": "count(DISTINCT day)",
}


def together(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> Together:
    """What everybody in the club ran from `first` to `last`. A day counts once for each who ran on it."""
    metres, seconds, runs, days, people = tx.execute(
        "SELECT coalesce(sum(distance_m), 0), coalesce(sum(duration_s), 0),"
        " count(CASE WHEN kind IS NOT 'volunteer' THEN 1 END),"
        " count(DISTINCT member_id || ' ' || day), count(DISTINCT member_id) FROM runs"
        " WHERE club_id = ? AND day BETWEEN ? AND ? AND withdrawn_at IS NULL",
        (club_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return Together(Sums(metres, seconds, runs, days), people)


def standings(
    tx: sqlite3.Connection, club_id: int, metric: str, first: date, last: date
) -> list[Standing]:
    """The figure of everybody's public runs."""
    rows = tx.execute(
        f"SELECT member_id, {_OF_METRIC[metric]} FROM runs WHERE club_id = ?"
        " AND day BETWEEN ? AND ? AND private = 0 AND withdrawn_at IS NULL"
        " GROUP BY member_id",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [Standing(member_id, value) for member_id, value in rows]
