"""Use cases of reading a club's last 30 days in: begun, gone on with after any stop, ended."""

import sqlite3
from collections.abc import Callable
from datetime import datetime

from bot import almanac
from bot.backlog import store
from bot.backlog.model import SPAN, Backlog
from bot.runs.model import Logged, Post


def begin(
    tx: sqlite3.Connection, club_id: int, channel_id: int, *, now: datetime
) -> Backlog | None:
    """A reading of the 30 days before `now`, shown in that channel; None when one is under way already."""
    since, until = almanac.to_ms(now - SPAN), almanac.to_ms(now)
    begun = store.insert(tx, club_id, channel_id, since=since, until=until)
    return store.load(tx, club_id) if begun else None


def find(tx: sqlite3.Connection, club_id: int) -> Backlog | None:
    """The reading of a club as far as it has come, or None when it is over."""
    return store.load(tx, club_id)


def under_way(tx: sqlite3.Connection) -> list[Backlog]:
    """Every reading that a stop may have interrupted."""
    return store.everything(tx)


def shown(tx: sqlite3.Connection, club_id: int, message_id: int) -> None:
    """Its progress stands in this message."""
    store.set_shown(tx, club_id, message_id)


def count(
    tx: sqlite3.Connection,
    read: Callable[..., Logged | None],
    post: Post,
    text: str,
    *,
    now: datetime,
) -> Logged | None:
    """What `read` makes of a post, and the runs that are new are added to the reading. Raises what it raises."""
    logged = read(tx, post, text, now=now)
    if logged is not None and logged.is_new:
        store.count(tx, post.club_id, len(logged.runs))
    return logged


def reached(
    tx: sqlite3.Connection, club_id: int, room_id: int, message_id: int, *, seen: int
) -> Backlog | None:
    """A channel was read up to a message; gives how far all has come, or None when it was stopped meanwhile."""
    store.advance(tx, club_id, room_id, message_id, seen=seen)
    return store.load(tx, club_id)


def end(tx: sqlite3.Connection, club_id: int) -> Backlog | None:
    """The reading is over, or stopped; gives it as it was, None when it was over before."""
    ended = store.load(tx, club_id)
    store.delete(tx, club_id)
    return ended
