"""The SQL of clubs and their channels."""

import functools
import sqlite3
from datetime import date

from bot import almanac
from bot.almanac import Weeks
from bot.clubs.model import Club


def load(tx: sqlite3.Connection, club_id: int) -> Club | None:
    """The club, or None when it was never seen."""
    row = tx.execute(
        "SELECT club_id, name, zone, units, replies, organizer_role_id, week_turns, rankings, tone,"
        " quiet_hours,"
        " (SELECT group_concat(purpose || ':' || channel_id) FROM club_channels"
        " WHERE club_channels.club_id = clubs.club_id)"
        " FROM clubs WHERE club_id = ?",
        (club_id,),
    ).fetchone()
    return _club(*row) if row else None


@functools.lru_cache
def _club(
    club_id: int,
    name: str,
    zone: str,
    units: str,
    replies: str,
    organizer_role_id: int | None,
    week_turns: str,
    rankings: int,
    tone: str,
    quiet_hours: str | None,
    channels: str | None,
) -> Club:
    """The club of a row. Every post asks for one, and nearly always the row is as it was."""
    chosen = [entry.split(":") for entry in (channels or "").split(",") if entry]
    places = sorted((purpose, int(channel_id)) for purpose, channel_id in chosen)
    return Club(
        club_id=club_id,
        name=name,
        zone=zone,
        units=units,
        replies=replies,
        organizer_role_id=organizer_role_id,
        run_channels=tuple(channel_id for purpose, channel_id in places if purpose == "runs"),
        places=tuple(place for place in places if place[0] != "runs"),
        weeks=Weeks(tuple(map(date.fromisoformat, week_turns.split()))),
        rankings=bool(rankings),
        tone=tone,
        quiet_hours=almanac.hours(quiet_hours or ""),
    )


def insert(tx: sqlite3.Connection, club: Club, *, joined_at: int) -> None:
    """A club that is seen for the first time."""
    tx.execute(
        "INSERT INTO clubs (club_id, name, zone, units, replies, joined_at)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        (club.club_id, club.name, club.zone, club.units, club.replies, joined_at),
    )


def update(tx: sqlite3.Connection, club: Club) -> None:
    """The club's settings as they are now; its channels are saved apart."""
    tx.execute(
        "UPDATE clubs SET name = ?, zone = ?, units = ?, replies = ?, organizer_role_id = ?,"
        " week_turns = ?, rankings = ?, tone = ?, quiet_hours = ? WHERE club_id = ?",
        (
            club.name,
            club.zone,
            club.units,
            club.replies,
            club.organizer_role_id,
            " ".join(turn.isoformat() for turn in club.weeks.turns),
            club.rankings,
            club.tone,
            str(club.quiet_hours) if club.quiet_hours else None,
            club.club_id,
        ),
    )


def replace_channels(
    tx: sqlite3.Connection, club_id: int, purpose: str, channel_ids: tuple[int, ...]
) -> None:
    """Exactly these channels are for this purpose."""
    tx.execute("DELETE FROM club_channels WHERE club_id = ? AND purpose = ?", (club_id, purpose))
    tx.executemany(
        "INSERT INTO club_channels (club_id, channel_id, purpose) VALUES (?, ?, ?)",
        [(club_id, channel_id, purpose) for channel_id in channel_ids],
    )


def forget_channel(tx: sqlite3.Connection, channel_id: int) -> None:
    """A channel that no longer exists is for nothing."""
    tx.execute("DELETE FROM club_channels WHERE channel_id = ?", (channel_id,))


def read_channels(tx: sqlite3.Connection) -> list[int]:
    """Every channel, of every club, that is read for runs."""
    return [r[0] for r in tx.execute("SELECT channel_id FROM club_channels WHERE purpose = 'runs'")]


def forget_role(tx: sqlite3.Connection, role_id: int) -> None:
    """A role that no longer exists makes nobody an organizer."""
    tx.execute("UPDATE clubs SET organizer_role_id = NULL WHERE organizer_role_id = ?", (role_id,))


def is_greeted(tx: sqlite3.Connection, club_id: int) -> bool:
    """Whether the club was greeted."""
    row = tx.execute(
        "SELECT 1 FROM clubs WHERE club_id = ? AND greeted_at NOT NULL", (club_id,)
    ).fetchone()
    return row is not None


def claim_greeting(tx: sqlite3.Connection, club_id: int, *, at: int) -> bool:
    """Marks the club as greeted; False when it was before."""
    cursor = tx.execute(
        "UPDATE clubs SET greeted_at = ? WHERE club_id = ? AND greeted_at IS NULL", (at, club_id)
    )
    return cursor.rowcount == 1


def release_greeting(tx: sqlite3.Connection, club_id: int) -> None:
    """Marks the club as not yet greeted."""
    tx.execute("UPDATE clubs SET greeted_at = NULL WHERE club_id = ?", (club_id,))


def mark_present(tx: sqlite3.Connection, club_id: int) -> None:
    """The bot is in this server (again)."""
    tx.execute("UPDATE clubs SET left_at = NULL WHERE club_id = ? AND left_at NOT NULL", (club_id,))


def mark_left(tx: sqlite3.Connection, club_id: int, *, at: int) -> None:
    """The bot is no longer in this server; the first such moment counts."""
    tx.execute("UPDATE clubs SET left_at = ? WHERE club_id = ? AND left_at IS NULL", (at, club_id))


def present(tx: sqlite3.Connection) -> list[int]:
    """Ids of the clubs whose server has the bot."""
    return [r[0] for r in tx.execute("SELECT club_id FROM clubs WHERE left_at IS NULL")]


def is_here(tx: sqlite3.Connection, club_id: int) -> bool:
    """Whether the club's server has the bot."""
    row = tx.execute(
        "SELECT 1 FROM clubs WHERE club_id = ? AND left_at IS NULL", (club_id,)
    ).fetchone()
    return row is not None


def left_before(tx: sqlite3.Connection, instant: int) -> list[int]:
    """Ids of the clubs that removed the bot before `instant`."""
    return [r[0] for r in tx.execute("SELECT club_id FROM clubs WHERE left_at < ?", (instant,))]


def delete(tx: sqlite3.Connection, club_id: int) -> None:
    """The club and everything in it."""
    tx.execute("DELETE FROM clubs WHERE club_id = ?", (club_id,))
