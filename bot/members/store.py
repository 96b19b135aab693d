"""The SQL of members: their own settings, and who acted in which club."""

import sqlite3
from datetime import date, timedelta

from bot import almanac
from bot.members.model import Pause, Preferences


def load(tx: sqlite3.Connection, member_id: int) -> Preferences:
    """The member's settings, the defaults when they never chose any."""
    row = tx.execute(
        "SELECT units, zone, named, read_posts, home_club_id, weekly_days, rest_days, rankings,"
        " tone, dms, nudge_days, quiet_hours, reading_chosen_at,"
        " (SELECT first_day || ' ' || last_day FROM pauses WHERE pauses.member_id = asked.member_id"
        " ORDER BY first_day DESC LIMIT 1) AS pause, changed_at"
        " FROM (SELECT ? AS member_id) AS asked LEFT JOIN members USING (member_id)",
        (member_id,),
    ).fetchone()
    reading = row["reading_chosen_at"]
    pause = Pause(*map(date.fromisoformat, row["pause"].split())) if row["pause"] else None
    if row["changed_at"] is None:
        return Preferences(member_id, pause=pause)
    return Preferences(
        member_id=member_id,
        units=row["units"],
        zone=row["zone"],
        named=bool(row["named"]),
        read_posts=bool(row["read_posts"]),
        home_club_id=row["home_club_id"],
        weekly_days=row["weekly_days"],
        rest_days=frozenset(map(int, row["rest_days"])),
        rankings=bool(row["rankings"]),
        pause=pause,
        tone=row["tone"],
        dms=row["dms"],
        nudge_days=row["nudge_days"],
        quiet_hours=almanac.hours(row["quiet_hours"] or ""),
        reading_chosen_at=None if reading is None else almanac.from_ms(reading),
    )


def wants_nudges(tx: sqlite3.Connection, member_id: int) -> bool:
    """Whether the member chose to be nudged."""
    row = tx.execute(
        "SELECT 1 FROM members WHERE member_id = ? AND dms IN ('nudge', 'all')", (member_id,)
    ).fetchone()
    return row is not None


def reading_chosen_at(tx: sqlite3.Connection, member_id: int) -> int | None:
    """When the member last chose whether their posts are read, or None."""
    row = tx.execute(
        "SELECT reading_chosen_at FROM members WHERE member_id = ?", (member_id,)
    ).fetchone()
    return row[0] if row else None


def save(tx: sqlite3.Connection, chosen: Preferences, *, at: int) -> None:
    """The member's settings as they are now."""
    tx.execute(
        "INSERT OR REPLACE INTO members"
        " (member_id, units, zone, named, read_posts, home_club_id, weekly_days, rest_days, rankings,"
        " tone, dms, nudge_days, quiet_hours, reading_chosen_at, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            chosen.member_id,
            chosen.units,
            chosen.zone,
            chosen.named,
            chosen.read_posts,
            chosen.home_club_id,
            chosen.weekly_days,
            "".join(map(str, sorted(chosen.rest_days))),
            chosen.rankings,
            chosen.tone,
            chosen.dms,
            chosen.nudge_days,
            str(chosen.quiet_hours) if chosen.quiet_hours else None,
            almanac.to_ms(chosen.reading_chosen_at) if chosen.reading_chosen_at else None,
            at,
        ),
    )


def begin_pause(
    tx: sqlite3.Connection, member_id: int, pause: Pause, reason: str | None, *, at: int
) -> None:
    """A pause begins; one that began the same day is replaced."""
    tx.execute(
        "INSERT OR REPLACE INTO pauses (member_id, first_day, last_day, reason, begun_at)"
        " VALUES (?, ?, ?, ?, ?)",
        (member_id, pause.first.isoformat(), pause.last.isoformat(), reason, at),
    )


def end_pause(tx: sqlite3.Connection, member_id: int, *, today: date) -> None:
    """No pause goes on from `today`: one that began before ends the day before, one of today is gone."""
    first, last = today.isoformat(), (today - timedelta(days=1)).isoformat()
    tx.execute("DELETE FROM pauses WHERE member_id = ? AND first_day >= ?", (member_id, first))
    tx.execute(
        "UPDATE pauses SET last_day = ?1 WHERE member_id = ?2 AND last_day > ?1", (last, member_id)
    )


def pauses(tx: sqlite3.Connection, member_id: int) -> list[Pause]:
    """Every pause of the member, the first one first."""
    rows = tx.execute(
        "SELECT first_day, last_day FROM pauses WHERE member_id = ? ORDER BY first_day",
        (member_id,),
    )
    return [Pause(*map(date.fromisoformat, row)) for row in rows]


def not_to_be_named(tx: sqlite3.Connection, club_id: int) -> set[int]:
    """Ids of those who acted in the club and chose *don't name me*."""
    rows = tx.execute(
        "SELECT member_id FROM club_members JOIN members USING (member_id)"
        " WHERE club_id = ? AND named = 0",
        (club_id,),
    )
    return {row[0] for row in rows}


def names(tx: sqlite3.Connection, club_id: int) -> dict[int, str]:
    """Id -> the name of everybody who acted in the club."""
    rows = tx.execute("SELECT member_id, name FROM club_members WHERE club_id = ?", (club_id,))
    return {row[0]: row[1] for row in rows}


def name(tx: sqlite3.Connection, club_id: int, member_id: int) -> str | None:
    """The name of somebody who acted in the club, or None."""
    row = tx.execute(
        "SELECT name FROM club_members WHERE club_id = ? AND member_id = ?", (club_id, member_id)
    ).fetchone()
    return row["name"] if row else None


def guests(tx: sqlite3.Connection, club_id: int) -> dict[int, str]:
    """Number -> name of each guest of the club."""
    rows = tx.execute("SELECT guest_id, name FROM guests WHERE club_id = ?", (club_id,))
    return {row["guest_id"]: row["name"] for row in rows}


def add_guest(tx: sqlite3.Connection, club_id: int, name: str, *, at: int) -> int:
    """A new guest; gives their number."""
    cursor = tx.execute(
        "INSERT INTO guests (club_id, name, added_at) VALUES (?, ?, ?)", (club_id, name, at)
    )
    assert cursor.lastrowid is not None
    return cursor.lastrowid


def purge_guests(tx: sqlite3.Connection) -> None:
    """Lets go of guests who have no run any more, and of their names."""
    gone = "SELECT -guest_id FROM guests WHERE NOT EXISTS (SELECT 1 FROM runs WHERE member_id = -guest_id)"
    tx.execute(f"DELETE FROM club_members WHERE member_id IN ({gone})")
    tx.execute(f"DELETE FROM guests WHERE -guest_id IN ({gone})")


def unread(tx: sqlite3.Connection) -> list[int]:
    """Ids of the members whose posts are not read."""
    return [r[0] for r in tx.execute("SELECT member_id FROM members WHERE read_posts = 0")]


def see(tx: sqlite3.Connection, club_id: int, member_id: int, name: str, *, at: int) -> None:
    """A member acted in a club, under this name."""
    tx.execute(
        "INSERT INTO club_members (club_id, member_id, name, seen_at) VALUES (?, ?, ?, ?)"
        " ON CONFLICT DO UPDATE SET name = excluded.name, seen_at = excluded.seen_at",
        (club_id, member_id, name, at),
    )


def pausing(tx: sqlite3.Connection, club_id: int, first: date, last: date) -> set[int]:
    """Who acted in the club and has a pause with a day from `first` to `last`."""
    rows = tx.execute(
        "SELECT member_id FROM pauses JOIN club_members USING (member_id)"
        " WHERE club_id = ? AND last_day >= ? AND first_day <= ?",
        (club_id, first.isoformat(), last.isoformat()),
    )
    return {row[0] for row in rows}


def paused_until(tx: sqlite3.Connection, first: date, last: date) -> set[int]:
    """Whose pauses have their last day from `first` to `last`."""
    rows = tx.execute(
        "SELECT member_id FROM pauses WHERE last_day BETWEEN ? AND ?",
        (first.isoformat(), last.isoformat()),
    )
    return {row[0] for row in rows}


def unranked(tx: sqlite3.Connection) -> set[int]:
    """Whoever chose to stand in no ranking."""
    return {row[0] for row in tx.execute("SELECT member_id FROM members WHERE rankings = 0")}


def clubs_of(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, str]]:
    """Id and name of each club that still has the bot and in which the member acted."""
    rows = tx.execute(
        "SELECT club_id, clubs.name FROM club_members JOIN clubs USING (club_id)"
        " WHERE member_id = ? AND left_at IS NULL ORDER BY clubs.name",
        (member_id,),
    )
    return [(row[0], row[1]) for row in rows]
