"""The SQL of members: their own settings, and who acted in which club."""

import sqlite3

from bot.members.model import Preferences


def load(tx: sqlite3.Connection, member_id: int) -> Preferences:
    """The member's settings, the defaults when they never chose any."""
    row = tx.execute(
        "SELECT member_id, units, zone, named, read_posts, home_club_id FROM members"
        " WHERE member_id = ?",
        (member_id,),
    ).fetchone()
    if row is None:
        return Preferences(member_id)
    member_id, units, zone, named, read_posts, home_club_id = row
    return Preferences(member_id, units, zone, bool(named), bool(read_posts), home_club_id)


def changed_at(tx: sqlite3.Connection, member_id: int) -> int | None:
    """When the member's settings were last saved, or None."""
    row = tx.execute("SELECT changed_at FROM members WHERE member_id = ?", (member_id,)).fetchone()
    return row["changed_at"] if row else None


def save(tx: sqlite3.Connection, chosen: Preferences, *, at: int) -> None:
    """The member's settings as they are now."""
    tx.execute(
        "INSERT OR REPLACE INTO members"
        " (member_id, units, zone, named, read_posts, home_club_id, changed_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            chosen.member_id,
            chosen.units,
            chosen.zone,
            chosen.named,
            chosen.read_posts,
            chosen.home_club_id,
            at,
        ),
    )


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


def clubs_of(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, str]]:
    """Id and name of each club that still has the bot and in which the member acted."""
    rows = tx.execute(
        "SELECT club_id, clubs.name FROM club_members JOIN clubs USING (club_id)"
        " WHERE member_id = ? AND left_at IS NULL ORDER BY clubs.name",
        (member_id,),
    )
    return [(row[0], row[1]) for row in rows]
