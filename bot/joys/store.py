"""The SQL of joys: the runs around one, and what is to be told and was shared."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from bot.joys.model import GAP, Around, Joy
from bot.runs.model import Run

_JOY = "run_id, club_id, member_id, kind, day"
_OTHERS = (
    " FROM runs WHERE club_id = :club AND member_id = :member AND withdrawn_at IS NULL"
    " AND kind IS NOT 'volunteer'"
)
_WITHIN = " AND day > :gap AND (day < :day OR (day = :day AND +run_id < :run))"
_AROUND = (
    f"SELECT within, CASE WHEN NOT within THEN (SELECT count(*){_OTHERS} AND day <= :gap) END"
    f" FROM (SELECT EXISTS (SELECT 1{_OTHERS}{_WITHIN}) AS within)"
)


def around(tx: sqlite3.Connection, run: Run) -> Around:
    """The member's other runs before the gap that ends with this one, and those in it, private ones too.

    Nearly every run has one shortly before it, and then the others are not counted.
    """
    scope = {
        "club": run.club_id,
        "member": run.member_id,
        "day": run.day.isoformat(),
        "gap": (run.day - GAP).isoformat(),
        "run": run.run_id,
    }
    within, before = tx.execute(_AROUND, scope).fetchone()
    return Around(before or 0, within)


def note(tx: sqlite3.Connection, joy: Joy, *, at: int) -> bool:
    """Keeps it until it is told; False where one of the same kind is kept for that day or the day before."""
    cursor = tx.execute(
        f"INSERT INTO joys ({_JOY}, noted_at) SELECT ?1, ?2, ?3, ?4, ?5, ?6 WHERE NOT EXISTS (SELECT 1"
        " FROM joys WHERE member_id = ?3 AND kind = ?4 AND day BETWEEN date(?5, '-1 day') AND ?5)",
        (joy.run_id, joy.club_id, joy.member_id, joy.kind, joy.day.isoformat(), at),
    )
    return cursor.rowcount > 0


def untold(tx: sqlite3.Connection, member_id: int, *, since: int) -> list[Joy]:
    """What is still to be told to the member."""
    rows = tx.execute(
        f"SELECT {_JOY} FROM joys WHERE member_id = ? AND told_at IS NULL AND noted_at >= ?"
        " ORDER BY run_id",
        (member_id, since),
    )
    return [_joy(row) for row in rows]


def untold_members(tx: sqlite3.Connection, *, since: int) -> list[int]:
    """Whoever is still to be told something."""
    rows = tx.execute(
        "SELECT DISTINCT member_id FROM joys WHERE told_at IS NULL AND noted_at >= ?", (since,)
    )
    return [row[0] for row in rows]


def set_told(tx: sqlite3.Connection, run_ids: Iterable[int], *, at: int) -> None:
    """These were told."""
    tx.executemany(
        "UPDATE joys SET told_at = ? WHERE run_id = ?", [(at, run_id) for run_id in run_ids]
    )


def of_run(tx: sqlite3.Connection, member_id: int, run_id: int) -> Joy | None:
    """What a run of that member is worth to them in private, or None."""
    row = tx.execute(
        f"SELECT {_JOY} FROM joys WHERE run_id = ? AND member_id = ?", (run_id, member_id)
    ).fetchone()
    return _joy(row) if row else None


def set_shared(
    tx: sqlite3.Connection, run_id: int, channel_id: int | None, message_id: int | None
) -> None:
    """Where it stands for all to see; None for nowhere any more."""
    tx.execute(
        "UPDATE joys SET channel_id = ?, message_id = ? WHERE run_id = ?",
        (channel_id, message_id, run_id),
    )


def shared(tx: sqlite3.Connection, member_id: int) -> list[tuple[Joy, int, int]]:
    """What the member shared, each with channel and message."""
    rows = tx.execute(
        f"SELECT {_JOY}, channel_id, message_id FROM joys WHERE member_id = ?"
        " AND message_id IS NOT NULL",
        (member_id,),
    )
    return [(_joy(row), row["channel_id"], row["message_id"]) for row in rows]


def shared_until(tx: sqlite3.Connection, member_id: int, until: int) -> list[tuple[int, int]]:
    """Channel and id of what the member shared, of joys noted up to an instant."""
    rows = tx.execute(
        "SELECT channel_id, message_id FROM joys WHERE member_id = ? AND noted_at <= ?"
        " AND message_id NOT NULL",
        (member_id, until),
    )
    return [(row[0], row[1]) for row in rows]


def forget_shared(tx: sqlite3.Connection, member_id: int) -> None:
    """Nothing of the member's stands anywhere for all to see any more."""
    tx.execute(
        "UPDATE joys SET channel_id = NULL, message_id = NULL WHERE member_id = ?", (member_id,)
    )


def delete(tx: sqlite3.Connection, post_id: int) -> None:
    """What the runs of a post were worth is not to be told, unless its member shared it already."""
    tx.execute(
        "DELETE FROM joys WHERE message_id IS NULL"
        " AND run_id IN (SELECT run_id FROM runs WHERE post_id = ?)",
        (post_id,),
    )


def purge(tx: sqlite3.Connection, *, before: int) -> None:
    """What was noted before an instant goes, unless its member shared it."""
    tx.execute("DELETE FROM joys WHERE noted_at < ? AND message_id IS NULL", (before,))


def _joy(row: sqlite3.Row) -> Joy:
    return Joy(
        row["run_id"],
        row["club_id"],
        row["member_id"],
        row["kind"],
        date.fromisoformat(row["day"]),
    )
