"""The SQL of recaps: a club's runs of a period, by day and by member."""

import sqlite3
from datetime import date

from bot.bests.model import Effort
from bot.messages.model import Written, written
from bot.recaps.model import Runner
from bot.recaps.own import ClubRun


def by_day(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> list[tuple[date, int, int]]:
    """Day, metres and runs of each day with a run, private ones included."""
    rows = tx.execute(
        "SELECT day, coalesce(sum(distance_m), 0), count(*) FROM runs WHERE club_id = ?"
        " AND day BETWEEN ? AND ? AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL GROUP BY day ORDER BY day",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [(date.fromisoformat(row[0]), row[1], row[2]) for row in rows]


def runners(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> list[Runner]:
    """Everyone who ran; a member of private runs alone is counted and not shown."""
    rows = tx.execute(
        "SELECT member_id, hidden = 0 AS shown, NOT EXISTS (SELECT 1"
        " FROM runs WHERE runs.club_id = ?1 AND runs.member_id = ran.member_id AND day < ?2"
        " AND private = 0 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL) AS is_new"
        " FROM (SELECT member_id, min(private) AS hidden FROM runs WHERE club_id = ?1"
        " AND day BETWEEN ?2 AND ?3 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL GROUP BY member_id) AS ran"
        " ORDER BY member_id",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [Runner(row[0], bool(row[1]), bool(row[2])) for row in rows]


def helpers(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> list[int]:
    """Everyone who helped out, by days that the club could see."""
    rows = tx.execute(
        "SELECT DISTINCT member_id FROM runs WHERE club_id = ? AND day BETWEEN ? AND ?"
        " AND private = 0 AND kind IS 'volunteer' AND withdrawn_at IS NULL ORDER BY member_id",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return [row[0] for row in rows]


def first_run(tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date) -> int:
    """The number of a member's public run of the period that was logged first; there has to be one."""
    (run_id,) = tx.execute(
        "SELECT min(run_id) FROM runs WHERE club_id = ? AND member_id = ? AND day BETWEEN ? AND ?"
        " AND private = 0 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(run_id)


def words(tx: sqlite3.Connection, run_id: int) -> tuple[Written | None, str]:
    """The message by which a run was told, where there is one, and the run's note."""
    row = tx.execute(
        "SELECT source, channel_id, coalesce(note, '') FROM runs JOIN posts USING (post_id)"
        " WHERE run_id = ?",
        (run_id,),
    ).fetchone()
    return written(row[0], row[1]), row[2]


def first_day(tx: sqlite3.Connection, club_id: int) -> date | None:
    """The day of the club's first run, or None when it has none."""
    (day,) = tx.execute(
        "SELECT min(day) FROM runs WHERE club_id = ? AND withdrawn_at IS NULL", (club_id,)
    ).fetchone()
    return date.fromisoformat(day) if day else None


def empty_weeks(tx: sqlite3.Connection, club_id: int) -> str | None:
    """What the club chose for a week without runs, or None when it did not."""
    row = tx.execute(
        "SELECT empty_weeks FROM recap_choices WHERE club_id = ?", (club_id,)
    ).fetchone()
    return row["empty_weeks"] if row else None


def set_empty_weeks(tx: sqlite3.Connection, club_id: int, chosen: str) -> None:
    """What is posted for a week without runs from now on."""
    tx.execute(
        "INSERT INTO recap_choices (club_id, empty_weeks) VALUES (?, ?)"
        " ON CONFLICT DO UPDATE SET empty_weeks = excluded.empty_weeks",
        (club_id, chosen),
    )


def own(
    tx: sqlite3.Connection, club_id: int, member_id: int, first: date, last: date
) -> tuple[int, int]:
    """Metres and number of all of a member's runs of the period, for that member's eyes."""
    metres, runs = tx.execute(
        "SELECT coalesce(sum(distance_m), 0), count(*) FROM runs WHERE club_id = ?"
        " AND member_id = ? AND day BETWEEN ? AND ? AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (club_id, member_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(metres), int(runs)


_CLUBS = "(SELECT club_id FROM club_members WHERE member_id = ?1)"


def runs_of(tx: sqlite3.Connection, member_id: int, last: date) -> list[ClubRun]:
    """All of a member's runs up to a day, in every club, private ones too: for that member's eyes."""
    rows = tx.execute(
        f"SELECT club_id, day, distance_m, duration_s FROM runs WHERE club_id IN {_CLUBS}"
        " AND member_id = ?1 AND day <= ?2 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (member_id, last.isoformat()),
    )
    return [ClubRun(row[0], Effort(date.fromisoformat(row[1]), row[2], row[3])) for row in rows]


def helped_of(
    tx: sqlite3.Connection, member_id: int, last: date, *, public_in: int | None = None
) -> list[date]:
    """Each day up to `last` on which a member helped out, in every club, or (`public_in`) for all to see in one."""
    rows = tx.execute(
        f"SELECT DISTINCT day FROM runs WHERE club_id IN {_CLUBS} AND member_id = ?1 AND day <= ?2"
        " AND kind IS 'volunteer' AND withdrawn_at IS NULL"
        " AND (?3 IS NULL OR (club_id = ?3 AND private = 0)) ORDER BY day",
        (member_id, last.isoformat(), public_in),
    )
    return [date.fromisoformat(row[0]) for row in rows]


_WET = "('rain', 'snow')"


def rainy(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> int:
    """How many public posts of the period told of rain or snow, as they were answered."""
    (number,) = tx.execute(
        "SELECT count(*) FROM lines_told WHERE club_id = ?1 AND member_id IN"
        f" (SELECT member_id FROM club_members WHERE club_id = ?1) AND situation IN {_WET}"
        " AND private = 0 AND EXISTS (SELECT 1 FROM runs WHERE runs.post_id = lines_told.post_id"
        " AND day BETWEEN ?2 AND ?3 AND withdrawn_at IS NULL AND private = 0)",
        (club_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return int(number)


def people_by_month(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> dict[int, int]:
    """How many ran in each month of a year, by its number; private runs count."""
    rows = tx.execute(
        "SELECT CAST(substr(day, 6, 2) AS INTEGER), count(DISTINCT member_id) FROM runs"
        " WHERE club_id = ? AND day BETWEEN ? AND ? AND kind IS NOT 'volunteer'"
        " AND withdrawn_at IS NULL GROUP BY 1",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return {row[0]: row[1] for row in rows}


def together(
    tx: sqlite3.Connection, club_id: int, first: date, last: date
) -> tuple[date, int] | None:
    """The day on which most people had a public run, of equal ones the first, and how many; None without any."""
    row = tx.execute(
        "SELECT day, count(DISTINCT member_id) AS people FROM runs WHERE club_id = ?"
        " AND day BETWEEN ? AND ? AND private = 0 AND kind IS NOT 'volunteer'"
        " AND withdrawn_at IS NULL GROUP BY day ORDER BY people DESC, day LIMIT 1",
        (club_id, first.isoformat(), last.isoformat()),
    ).fetchone()
    return (date.fromisoformat(row[0]), row[1]) if row else None


def public_runs_of(
    tx: sqlite3.Connection, club_id: int, member_id: int, last: date
) -> list[ClubRun]:
    """A member's public runs up to a day, in one club: what others may know."""
    rows = tx.execute(
        "SELECT day, distance_m, duration_s FROM runs WHERE club_id = ? AND member_id = ?"
        " AND day <= ? AND private = 0 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (club_id, member_id, last.isoformat()),
    )
    return [ClubRun(club_id, Effort(date.fromisoformat(row[0]), row[1], row[2])) for row in rows]


def own_posts(
    tx: sqlite3.Connection, member_id: int, first: date, last: date, *, public_in: int | None
) -> list[tuple[date, int, str | None, str | None, bool]]:
    """Day, instant, zone and kind of each run of a member, and whether its post told of rain or snow.

    All of them, or (`public_in` a club) only the public ones there.
    """
    rows = tx.execute(
        "SELECT day, posted_at, zone, kind, EXISTS (SELECT 1 FROM lines_told"
        f" WHERE lines_told.post_id = runs.post_id AND situation IN {_WET})"
        " FROM runs JOIN posts USING (post_id) WHERE runs.member_id = ?1"
        f" AND runs.club_id IN {_CLUBS} AND (?4 IS NULL OR (runs.club_id = ?4 AND runs.private = 0))"
        " AND day BETWEEN ?2 AND ?3 AND kind IS NOT 'volunteer' AND withdrawn_at IS NULL",
        (member_id, first.isoformat(), last.isoformat(), public_in),
    )
    return [(date.fromisoformat(row[0]), row[1], row[2], row[3], bool(row[4])) for row in rows]


def without_recap(tx: sqlite3.Connection, kind: str, *, limit: int) -> list[int]:
    """Members who asked for recaps of their own and have none coming, though a club of theirs has the bot."""
    rows = tx.execute(
        "SELECT member_id FROM members WHERE dms IN ('recap', 'all') AND EXISTS (SELECT 1"
        " FROM club_members JOIN clubs USING (club_id)"
        " WHERE club_members.member_id = members.member_id AND left_at IS NULL)"
        " AND NOT EXISTS (SELECT 1 FROM schedules JOIN clubs USING (club_id)"
        " WHERE schedules.member_id = members.member_id AND kind = ? AND active = 1"
        " AND left_at IS NULL) ORDER BY member_id LIMIT ?",
        (kind, limit),
    )
    return [row["member_id"] for row in rows]
