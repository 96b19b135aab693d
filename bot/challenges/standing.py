"""What is asked of a challenge: how far it is, who is on its board, what a member brought. Nothing here writes."""

import sqlite3
from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import almanac
from bot.challenges import recounting, store, tallies
from bot.challenges.kinds import kind_named
from bot.challenges.model import Board, Challenge, Listed, Membership, Own, Progress, Shown
from bot.challenges.progress import board_of, common_goal, own_of, progress_of
from bot.challenges.recounting import counted_of, standings, with_weeks
from bot.challenges.refusals import NoSuchChallenge
from bot.challenges.shares import counts
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.members import service as members

FINDABLE = ("live", "closed", "cancelled")


def find(tx: sqlite3.Connection, club_id: int, challenge_id: int) -> Challenge:
    """That club's challenge, also a draft. Raises NoSuchChallenge."""
    challenge = store.load(tx, challenge_id)
    if challenge is None or challenge.club_id != club_id:
        raise NoSuchChallenge
    return with_weeks(tx, challenge)


def progress(tx: sqlite3.Connection, challenge: Challenge) -> Progress:
    """How far it has come; what was kept, when it is closed."""
    if challenge.outcome is not None:
        return challenge.outcome
    return progress_of(challenge, standings(tx, challenge))


def board(tx: sqlite3.Connection, club_id: int, challenge_id: int, *, now: datetime) -> Board:
    """Who takes part, as everybody may see it. Raises NoSuchChallenge, for a draft too."""
    challenge = _announced(tx, club_id, challenge_id)
    club, _ = club_and_zone(tx, club_id)
    named = members.named_in(tx, club, now=now)
    if kind_named(challenge.kind).ranked:
        for member_id in members.unranked(tx) & named.keys():
            del named[member_id]
    return board_of(challenge, standings(tx, challenge), named)


def show(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    *,
    now: datetime,
    viewer_id: int | None = None,
) -> Shown:
    """Everything a card needs; with a viewer also how they stand, which is for their eyes alone.

    A draft is shown as it would be. Raises NoSuchChallenge.
    """
    challenge = find(tx, club_id, challenge_id)
    club, zone = club_and_zone(tx, club_id)
    units = club.units
    own = None
    if viewer_id is not None:
        units = members.outlook_of(tx, viewer_id, club).units
        own = own_standing(tx, challenge, viewer_id)
    return Shown(
        challenge=challenge,
        phase=challenge.phase(now, zone),
        progress=progress(tx, challenge),
        units=units,
        zone=zone,
        today=almanac.local_day(now, zone),
        own=own,
        editor=store.editor(tx, challenge_id, "opened"),
    )


def own_standing(tx: sqlite3.Connection, challenge: Challenge, member_id: int) -> Own:
    """What a member brought, private runs among it; for that member's eyes alone."""
    one = tallies.membership(tx, challenge.challenge_id, member_id)
    share = recounting.share(tx, challenge, member_id, one)
    kind = kind_named(challenge.kind)
    pauses = members.pauses_of(tx, member_id)
    if pauses and share is not None and challenge.outcome is None:
        counted = counted_of(tx, challenge, member_id, one)
        share = replace(share, counted=kind.own_score(counted, challenge, pauses))
    common = None
    if kind.personal:
        has_own = share is not None and share.goal
        common = common_goal(challenge, kind, [] if has_own else standings(tx, challenge))
    return own_of(challenge, one, share, common, counts=counts(challenge, one))


def listing(
    tx: sqlite3.Connection, club_id: int, member_id: int, *, now: datetime
) -> tuple[Listed, ...]:
    """What is announced, running or just over, the one that ends first at the top."""
    _, zone = club_and_zone(tx, club_id)
    return tuple(
        _listed(tx, challenge, member_id, now, zone)
        for challenge in store.of_club(tx, club_id, ("live",))
    )


def closed(tx: sqlite3.Connection, club_id: int) -> list[Challenge]:
    """The club's challenges that are over for good, the one that ended last at the top."""
    return store.of_club(tx, club_id, ("closed",))[::-1]


def _listed(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, now: datetime, zone: ZoneInfo
) -> Listed:
    one = tallies.membership(tx, challenge.challenge_id, member_id)
    share = recounting.share(tx, challenge, member_id, one)
    return Listed(
        challenge=challenge,
        phase=challenge.phase(now, zone),
        joined=_is_in(one),
        own=share.counted if share else 0,
        counted=recounting.total(tx, challenge),
    )


def _is_in(one: Membership | None) -> bool:
    return one is not None and one.joined_on is not None and not one.left


def _announced(tx: sqlite3.Connection, club_id: int, challenge_id: int) -> Challenge:
    challenge = find(tx, club_id, challenge_id)
    if challenge.state not in FINDABLE:
        raise NoSuchChallenge
    return challenge


def club_and_zone(tx: sqlite3.Connection, club_id: int) -> tuple[Club, ZoneInfo]:
    """The club and the zone its days are counted in. Raises NoSuchChallenge for a club that is not there."""
    club = clubs.find(tx, club_id)
    if club is None:
        raise NoSuchChallenge
    return club, almanac.zone_named(club.zone) or ZoneInfo("UTC")
