"""The SQL of corrections."""

import sqlite3
from datetime import date

from bot import almanac
from bot.corrections.model import Correction, Figures

_CORRECTION = (
    "correction_id, club_id, member_id, organizer_id, run_id, act, reason, was_day, was_distance_m,"
    " was_duration_s, was_kind, day, distance_m, duration_s, kind, corrected_at"
)


def insert(tx: sqlite3.Connection, made: Correction, *, told: bool) -> None:
    """Keeps a correction; `told` when nobody is to be told of it."""
    was = made.was
    tx.execute(
        f"INSERT INTO corrections ({_CORRECTION.partition(', ')[2]}, told_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            made.club_id,
            made.member_id,
            made.organizer_id,
            made.run_id,
            made.act,
            made.reason,
            *(
                (was.day.isoformat(), was.distance_m, was.duration_s, was.kind)
                if was
                else [None] * 4
            ),
            made.became.day.isoformat(),
            made.became.distance_m,
            made.became.duration_s,
            made.became.kind,
            almanac.to_ms(made.corrected_at),
            almanac.to_ms(made.corrected_at) if told else None,
        ),
    )


def of_club(tx: sqlite3.Connection, club_id: int, *, before: int, limit: int) -> list[Correction]:
    """The club's corrections below a number, the last one first."""
    rows = tx.execute(
        f"SELECT {_CORRECTION} FROM corrections WHERE club_id = ? AND correction_id < ?"
        " ORDER BY correction_id DESC LIMIT ?",
        (club_id, before, limit),
    )
    return [_correction(row) for row in rows]


def untold(tx: sqlite3.Connection, member_id: int, *, limit: int) -> list[Correction]:
    """What the member was not told yet, the first one first."""
    rows = tx.execute(
        f"SELECT {_CORRECTION} FROM corrections WHERE member_id = ? AND told_at IS NULL"
        " ORDER BY correction_id LIMIT ?",
        (member_id, limit),
    )
    return [_correction(row) for row in rows]


def untold_members(tx: sqlite3.Connection) -> list[int]:
    """Who has something to be told."""
    rows = tx.execute("SELECT DISTINCT member_id FROM corrections WHERE told_at IS NULL")
    return [row["member_id"] for row in rows]


def set_told(tx: sqlite3.Connection, correction_id: int, *, at: int) -> None:
    """Its runner knows."""
    tx.execute("UPDATE corrections SET told_at = ? WHERE correction_id = ?", (at, correction_id))


def _correction(row: sqlite3.Row) -> Correction:
    was = None
    if row["was_day"] is not None:
        was = Figures(
            date.fromisoformat(row["was_day"]),
            row["was_distance_m"],
            row["was_duration_s"],
            row["was_kind"],
        )
    return Correction(
        correction_id=row["correction_id"],
        club_id=row["club_id"],
        member_id=row["member_id"],
        organizer_id=row["organizer_id"],
        run_id=row["run_id"],
        act=row["act"],
        reason=row["reason"],
        was=was,
        became=Figures(
            date.fromisoformat(row["day"]), row["distance_m"], row["duration_s"], row["kind"]
        ),
        corrected_at=almanac.from_ms(row["corrected_at"]),
    )
