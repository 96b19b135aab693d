"""The SQL of what was told on demand: whom a message names, which week it tells, what is to be told anew."""

import sqlite3
from collections.abc import Iterable
from datetime import date

from bot.named.model import ToldWeek


def add(
    tx: sqlite3.Connection,
    member_ids: Iterable[int],
    channel_id: int,
    message_id: int,
    *,
    at: int,
) -> None:
    """A message names these members."""
    tx.executemany(
        "INSERT OR IGNORE INTO told_names (member_id, message_id, channel_id, told_at)"
        " VALUES (?, ?, ?, ?)",
        [(member_id, message_id, channel_id, at) for member_id in member_ids],
    )


def naming(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, int]]:
    """Channel and id of each message that names a member."""
    rows = tx.execute(
        "SELECT channel_id, message_id FROM told_names WHERE member_id = ?", (member_id,)
    )
    return [(row["channel_id"], row["message_id"]) for row in rows]


def delete(tx: sqlite3.Connection, message_id: int) -> None:
    """A message names nobody any more."""
    tx.execute("DELETE FROM told_names WHERE message_id = ?", (message_id,))


def add_week(tx: sqlite3.Connection, told: ToldWeek, *, at: int) -> None:
    """A message tells a week."""
    tx.execute(
        "INSERT OR REPLACE INTO told_weeks (message_id, channel_id, club_id, first_day, digest, told_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (told.message_id, told.channel_id, told.club_id, told.first.isoformat(), told.digest, at),
    )


def weeks(tx: sqlite3.Connection, club_id: int) -> list[ToldWeek]:
    """What tells a week of a club, the oldest first."""
    rows = tx.execute(
        "SELECT message_id, channel_id, club_id, first_day, digest FROM told_weeks"
        " WHERE club_id = ? ORDER BY message_id",
        (club_id,),
    )
    return [ToldWeek(r[0], r[1], r[2], date.fromisoformat(r[3]), r[4]) for r in rows]


def tell_anew(tx: sqlite3.Connection, member_id: int) -> None:
    """The recaps of every club in which a member acted are to be told anew."""
    tx.execute(
        "INSERT INTO recaps_anew (club_id)"
        " SELECT club_id FROM club_members WHERE member_id = ?"
        " ON CONFLICT DO UPDATE SET wishes = wishes + 1",
        (member_id,),
    )


def to_tell_anew(tx: sqlite3.Connection) -> dict[int, int]:
    """The clubs whose recaps are to be told anew, and how often that was wished."""
    rows = tx.execute("SELECT club_id, wishes FROM recaps_anew")
    return {row["club_id"]: row["wishes"] for row in rows}


def told_anew(tx: sqlite3.Connection, club_id: int, wishes: int) -> None:
    """The club's recaps were told anew; a further wish that came in meanwhile stands."""
    tx.execute("DELETE FROM recaps_anew WHERE club_id = ? AND wishes = ?", (club_id, wishes))


def purge(tx: sqlite3.Connection, before: int) -> None:
    """Lets go of what was told before an instant."""
    tx.execute("DELETE FROM told_names WHERE told_at < ?", (before,))
    tx.execute("DELETE FROM told_weeks WHERE told_at < ?", (before,))
