"""Use cases of cheers: given by name to somebody who may be named, and counted once a day."""

import sqlite3
from dataclasses import dataclass
from datetime import datetime

from bot import almanac
from bot.cheers import store
from bot.cheers.refusals import CheersOneself, CheersQuietOne, GiverUnnamed, TooManyCheers
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.members import service as members

PER_DAY = 20
"""A member who cheers more people than that on one day is thanked, and asked to go on tomorrow."""


@dataclass(frozen=True, slots=True)
class Given:
    """A cheer that was given."""

    cheer_id: int
    pings: bool
    """Whether it calls the one it is for: the first of the day from this giver does."""
    counted: int | None
    """Which of the giver's counted cheers in the club it is, one a day; None for a further one that day."""


def give(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    member_name: str,
    cheered_id: int,
    *,
    defaults: Defaults,
    now: datetime,
) -> Given:
    """Notes a cheer. Raises CheersOneself, CheersQuietOne, GiverUnnamed, TooManyCheers."""
    if cheered_id == member_id:
        raise CheersOneself
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    if not members.outlook_of(tx, cheered_id, club).is_named(now):
        raise CheersQuietOne
    outlook = members.outlook_of(tx, member_id, club)
    if not outlook.is_named(now):
        raise GiverUnnamed
    day = outlook.day_of(now)
    before = store.on_day(tx, club_id, member_id, day)
    if len(before) >= PER_DAY:
        raise TooManyCheers
    number = store.add(tx, club_id, member_id, cheered_id, day, at=almanac.to_ms(now))
    members.act(tx, club_id, member_id, member_name, now=now)
    pings = cheered_id not in [row["cheered_id"] for row in before]
    return Given(number, pings, None if before else given(tx, club_id, member_id))


def answer_call(
    tx: sqlite3.Connection, club: Club, member_id: int, member_name: str, *, now: datetime
) -> int | None:
    """A cheer for a call, which may be anonymous: that it was given is noted, and not for whom.

    Gives which of the giver's counted cheers it is, as `Given.counted`.
    """
    day = members.outlook_of(tx, member_id, club).day_of(now)
    before = store.on_day(tx, club.club_id, member_id, day)
    store.add(tx, club.club_id, member_id, None, day, at=almanac.to_ms(now))
    members.act(tx, club.club_id, member_id, member_name, now=now)
    return None if before else given(tx, club.club_id, member_id)


def take_back(tx: sqlite3.Connection, cheer_id: int) -> None:
    """The cheer could not be said, so it was not given."""
    store.delete(tx, cheer_id)


def given(tx: sqlite3.Connection, club_id: int, member_id: int) -> int:
    """How many counted cheers the member gave in the club: at most one of each of their days."""
    return store.days(tx, club_id, member_id)
