"""The SQL of stats: sums and bests of one member, each asked of an index that covers it."""

import sqlite3
from collections.abc import Collection, Iterable
from datetime import date
from typing import Any

from bot.bests.model import WINDOWS, Effort
from bot.stats.model import Stretch

_MONDAY = "1721425.5"
"""The Julian day at which 1 January of the year 1 began, a Monday."""
_WHENS = (f"WHEN distance_m BETWEEN {a} AND {b} THEN '{key}'" for key, (a, b) in WINDOWS.items())
_STANDARD = f"CASE {' '.join(_WHENS)} END"


class Runs:
    """A member's runs in a club: all, or the public ones alone."""

    def __init__(
        self, tx: sqlite3.Connection, club_id: int, member_id: int, *, public_only: bool
    ) -> None:
        self._tx = tx
        self._scope = (club_id, member_id, 0 if public_only else 1)

    def stretches(self, week_starts: Iterable[int]) -> list[Stretch]:
        """The sums of each stretch of days, in their order; a week never begins within one.

        `week_starts` are the weekdays on which weeks begin or ever began. One pass instead of one for weeks and one
        for months: what is summed from stretches is exact for both.
        """
        weeks = (
            f"cast((julianday(day) - {_MONDAY} - {start}) / 7 AS INTEGER)" for start in week_starts
        )
        rows = self._asked(
            "day, coalesce(sum(distance_m), 0), sum(kind IS NOT 'volunteer'), coalesce(sum(duration_s), 0),"
            " count(DISTINCT day)",
            f"GROUP BY {', '.join(weeks)}, substr(day, 1, 7) ORDER BY day",
        )
        return [Stretch(date.fromisoformat(day), *sums) for day, *sums in rows]

    def by_day(self, first: date, last: date) -> dict[date, int]:
        """Metres of each day with a run from `first` to `last`."""
        rows = self._asked(
            "day, coalesce(sum(distance_m), 0)",
            "AND day BETWEEN ? AND ? GROUP BY day",
            first.isoformat(),
            last.isoformat(),
        )
        return {date.fromisoformat(day): metres for day, metres in rows}

    def active_among(self, days: Collection[date]) -> set[date]:
        """Those of the days that have a run."""
        found = (self._asked("day", "AND day = ? LIMIT 1", day.isoformat()) for day in days)
        return {date.fromisoformat(rows[0][0]) for rows in found if rows}

    def longest(self) -> Effort | None:
        """The longest run by distance, of equal ones the first; None without any."""
        rows = self._asked(
            "day, distance_m, duration_s",
            "AND distance_m > 0 ORDER BY distance_m DESC, day, duration_s LIMIT 1",
        )
        return _effort(rows[0]) if rows else None

    def fastest(self) -> dict[str, Effort]:
        """The fastest run for each standard distance that was run for time, of equal ones the first."""
        # Beside min(), the other columns are of the row that has it (SQLite's own promise); days are less than 2^22.
        rows = self._asked(
            f"day, distance_m, duration_s, {_STANDARD} AS standard,"
            " min((duration_s << 22) + julianday(day))",
            "AND duration_s > 0 AND standard IS NOT NULL GROUP BY standard",
        )
        found = {row[3]: _effort(row) for row in rows}
        return {key: found[key] for key in WINDOWS if key in found}

    def _asked(self, what: str, more: str, *values: int | str) -> list[tuple[Any, ...]]:
        cursor = self._tx.execute(
            f"SELECT {what} FROM runs WHERE club_id = ? AND member_id = ? AND private <= ?"
            f" AND withdrawn_at IS NULL {more}",
            (*self._scope, *values),
        )
        cursor.row_factory = None  # thousands of rows, read by their place
        return cursor.fetchall()


def _effort(row: tuple[Any, ...]) -> Effort:
    return Effort(date.fromisoformat(row[0]), row[1], row[2])
