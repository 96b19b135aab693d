"""The SQL of bests: one pass over the member's earlier runs, in an index that covers it."""

import sqlite3
from datetime import date

from bot.bests.model import Rival
from bot.runs.model import Run

# Earlier means logged before: what was true when a run was told stays told. The + keeps SQLite in the
# covering index instead of following the run's number.
_EARLIER = (
    " FROM runs WHERE club_id = :club AND member_id = :member AND private <= :private"
    " AND withdrawn_at IS NULL AND +run_id < :run"
)


def farther(tx: sqlite3.Connection, run: Run, *, by: int) -> Rival:
    """The earlier runs with a distance; better is one that this run is not `by` metres longer than."""
    better = "distance_m > :metres - :by"
    return _rival(tx, run, "distance_m", better, metres=run.distance_m, by=by)


def longer(tx: sqlite3.Connection, run: Run) -> Rival:
    """The earlier runs with a time; better is one that took as long."""
    return _rival(tx, run, "duration_s", "duration_s >= :seconds", seconds=run.duration_s)


def faster(tx: sqlite3.Connection, run: Run, window: tuple[int, int]) -> Rival:
    """The earlier runs for time over the same standard distance; better is one as fast."""
    of = "CASE WHEN distance_m BETWEEN :low AND :high THEN duration_s END"
    better = f"{of} <= :seconds"
    low, high = window
    return _rival(tx, run, of, better, low=low, high=high, seconds=run.duration_s)


def metres_by_day(
    tx: sqlite3.Connection, run: Run, *, since: date = date.min
) -> list[tuple[date, int]]:
    """The metres of each day of the earlier runs, by day, from one day on."""
    rows = tx.execute(
        f"SELECT day, sum(distance_m){_EARLIER} AND day >= :since AND distance_m > 0"
        " GROUP BY day ORDER BY day",
        {**_scope(run), "since": since.isoformat()},
    )
    return [(date.fromisoformat(day), metres) for day, metres in rows]


def _scope(run: Run) -> dict[str, int]:
    return {
        "club": run.club_id,
        "member": run.member_id,
        "private": run.private,
        "run": run.run_id,
    }


def _rival(tx: sqlite3.Connection, run: Run, of: str, better: str, **values: int | None) -> Rival:
    found = {**_scope(run), **values}
    others, last_better = tx.execute(
        f"SELECT count({of}), max(CASE WHEN {better} THEN day END){_EARLIER}", found
    ).fetchone()
    if last_better is None:
        return Rival(others, None, others)
    (since_then,) = tx.execute(
        f"SELECT count({of}){_EARLIER} AND day > :since", {**found, "since": last_better}
    ).fetchone()
    return Rival(others, date.fromisoformat(last_better), since_then)
