"""Use cases of names in what was told on demand: noted when it is told, taken away when they are to go."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from bot import almanac
from bot.named import store
from bot.named.model import KEPT, ToldWeek
from bot.removals import service as removals


def note(
    tx: sqlite3.Connection,
    member_ids: Iterable[int],
    channel_id: int,
    message_id: int,
    *,
    now: datetime,
) -> None:
    """A message on demand names these members: a board, or somebody's own stats or letter."""
    known = (member_id for member_id in member_ids if member_id > 0)  # guests choose nothing
    store.add(tx, known, channel_id, message_id, at=almanac.to_ms(now))


def note_week(tx: sqlite3.Connection, told: ToldWeek, *, now: datetime) -> None:
    """A message on demand tells a week of a club, with whoever ran in it."""
    store.add_week(tx, told, at=almanac.to_ms(now))


def take_away(tx: sqlite3.Connection, member_id: int) -> None:
    """The member is not to be named any more: what names them alone or in a list goes, and recaps are told anew."""
    for channel_id, message_id in store.naming(tx, member_id):
        removals.remove(tx, channel_id, message_id)
        store.delete(tx, message_id)
    store.tell_anew(tx, member_id)


def to_tell_anew(tx: sqlite3.Connection) -> dict[int, int]:
    """The clubs whose recaps are to be told anew, and how often somebody wished not to be named in them."""
    return store.to_tell_anew(tx)


def told_anew(tx: sqlite3.Connection, club_id: int, wishes: int) -> None:
    """The club's recaps were told anew, as far as they are there; a further wish that came in meanwhile stands."""
    store.told_anew(tx, club_id, wishes)


def weeks(tx: sqlite3.Connection, club_id: int) -> list[ToldWeek]:
    """What tells a week of the club on demand."""
    return store.weeks(tx, club_id)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Lets go of what was told too long ago."""
    store.purge(tx, almanac.to_ms(now - KEPT))
