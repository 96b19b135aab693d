"""What an organizer typed into a form that was refused: kept until the form comes back as it should, a week at most."""

import sqlite3
from datetime import datetime

from bot import almanac
from bot.challenges import typed as store
from bot.challenges.model import Typed
from bot.clubs import service as clubs
from bot.clubs.model import Defaults


def keep(
    tx: sqlite3.Connection,
    club_id: int,
    club_name: str,
    member_id: int,
    typed: Typed,
    *,
    now: datetime,
    defaults: Defaults,
) -> int:
    """Keeps what was typed, in place of what the member had typed there before; gives its number."""
    clubs.ensure(tx, club_id, club_name, now=now, defaults=defaults)
    drop(tx, club_id, member_id, typed.form, typed.number)
    return store.insert(tx, club_id, member_id, typed, at=almanac.to_ms(now))


def find(tx: sqlite3.Connection, club_id: int, member_id: int, form_id: int) -> Typed | None:
    """What this member typed, by its number; None where it is another's, or done with."""
    return store.load(tx, club_id, member_id, form_id)


def drop(tx: sqlite3.Connection, club_id: int, member_id: int, form: str, number: int) -> None:
    """The form came back as it should, or is typed anew."""
    store.delete(tx, club_id, member_id, form, number)


def purge(tx: sqlite3.Connection, *, before: datetime) -> None:
    """What was typed before that instant goes."""
    store.delete_old(tx, before=almanac.to_ms(before))
