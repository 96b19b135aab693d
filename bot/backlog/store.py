"""The SQL of readings that are under way."""

import sqlite3

from bot import almanac
from bot.backlog.model import Backlog


def insert(
    tx: sqlite3.Connection, club_id: int, channel_id: int, *, since: int, until: int
) -> bool:
    """A reading begins; False when one is under way, or there is no such club."""
    cursor = tx.execute(
        "INSERT OR IGNORE INTO backlogs (club_id, channel_id, since_at, until_at)"
        " SELECT club_id, ?2, ?3, ?4 FROM clubs WHERE club_id = ?1",
        (club_id, channel_id, since, until),
    )
    return cursor.rowcount == 1


def load(tx: sqlite3.Connection, club_id: int) -> Backlog | None:
    """The reading of a club, or None when none is under way."""
    row = tx.execute("SELECT * FROM backlogs WHERE club_id = ?", (club_id,)).fetchone()
    return _backlog(row) if row else None


def everything(tx: sqlite3.Connection) -> list[Backlog]:
    """Every reading under way."""
    return [_backlog(row) for row in tx.execute("SELECT * FROM backlogs ORDER BY club_id")]


def set_shown(tx: sqlite3.Connection, club_id: int, message_id: int) -> None:
    """The message that shows the progress."""
    tx.execute("UPDATE backlogs SET message_id = ? WHERE club_id = ?", (message_id, club_id))


def advance(
    tx: sqlite3.Connection, club_id: int, room_id: int, message_id: int, *, seen: int
) -> None:
    """A channel was read up to a message, and so many more messages were seen."""
    tx.execute(
        "UPDATE backlogs SET room_id = ?, reached = ?, seen = seen + ? WHERE club_id = ?",
        (room_id, message_id, seen, club_id),
    )


def count(tx: sqlite3.Connection, club_id: int, runs: int) -> None:
    """So many more runs were counted."""
    tx.execute("UPDATE backlogs SET counted = counted + ? WHERE club_id = ?", (runs, club_id))


def delete(tx: sqlite3.Connection, club_id: int) -> None:
    """No reading of the club is under way any more."""
    tx.execute("DELETE FROM backlogs WHERE club_id = ?", (club_id,))


def _backlog(row: sqlite3.Row) -> Backlog:
    return Backlog(
        club_id=row["club_id"],
        channel_id=row["channel_id"],
        message_id=row["message_id"],
        since=almanac.from_ms(row["since_at"]),
        until=almanac.from_ms(row["until_at"]),
        room_id=row["room_id"],
        reached=row["reached"],
        seen=row["seen"],
        counted=row["counted"],
    )
