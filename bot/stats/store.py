"""The SQL of stats: one read of an index that covers it."""

import sqlite3
from datetime import date

from bot.bests.model import Effort


def runs(
    tx: sqlite3.Connection, club_id: int, member_id: int, *, public_only: bool
) -> list[Effort]:
    """Every run of the member in the club, in the order of their days."""
    rows = tx.execute(
        "SELECT day, distance_m, duration_s FROM runs WHERE club_id = ? AND member_id = ?"
        " AND private <= ? AND withdrawn_at IS NULL ORDER BY day",
        (club_id, member_id, 0 if public_only else 1),
    )
    return [Effort(date.fromisoformat(day), metres, seconds) for day, metres, seconds in rows]
