"""Builds shares anew from runs: of one member when a run changes, of all when rules or days do.

Thousands of shares are not counted while others wait to write: a change of the rules says that they hold no more
(`outdate`), whoever reads meanwhile counts for themselves (`standings`), and the next drawing of the card counts
them on the connection that only reads (`count`) and stores that (`keep`), unless something changed in between.
"""

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import almanac
from bot.challenges import adding, store, tallies
from bot.challenges.counting import Counted
from bot.challenges.kinds import kind_named
from bot.challenges.model import Challenge, Membership, Share, Standing
from bot.challenges.shares import FirstDays, counted_in, share_of, since
from bot.clubs import service as clubs
from bot.runs import history
from bot.runs.model import Figures


@dataclass(frozen=True, slots=True)
class Count:
    """All shares of a challenge as they were at one of its versions."""

    challenge_id: int
    version: int
    shares: Mapping[int, Share]


def all_shares(tx: sqlite3.Connection, challenge: Challenge) -> dict[int, Share]:
    """What every member brought, by id, from the runs alone; may be asked on a connection that only reads."""
    members = tallies.memberships(tx, challenge.challenge_id)
    firsts = _first_days(tx, challenge)
    if kind_named(challenge.kind).adds_up:
        return adding.shares(tx, challenge, members, firsts)
    by_member: dict[int, list[Figures]] = defaultdict(list)
    for run in history.figures_of_club(tx, challenge.club_id, since(challenge), challenge.last):
        by_member[run.member_id].append(run)
    found = (
        (who, share_of(challenge, members.get(who), ran, firsts.get(who, FirstDays())))
        for who, ran in by_member.items()
    )
    return {member_id: share for member_id, share in found if share}


def with_weeks(tx: sqlite3.Connection, challenge: Challenge) -> Challenge:
    """The challenge with its club's weeks."""
    club = clubs.find(tx, challenge.club_id)
    return challenge if club is None else replace(challenge, weeks=club.weeks)


def counted_of(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> list[Counted]:
    """The member's runs that count, private ones too, with what the caps leave of each."""
    found = history.figures_of(tx, challenge.club_id, member_id, challenge.first, challenge.last)
    return counted_in(challenge, one, found)


def standings(tx: sqlite3.Connection, challenge: Challenge) -> list[Standing]:
    """Everybody who is in, or whose runs count without having joined: as stored, or counted where that is outdated."""
    if store.version(tx, challenge.challenge_id) is None:
        return tallies.standings(tx, challenge.challenge_id)
    shares = all_shares(tx, with_weeks(tx, challenge))
    members = tallies.memberships(tx, challenge.challenge_id)
    joined = {who for who, one in members.items() if one.joined_on and not one.left}
    return [
        _standing(who, who in joined, members.get(who), shares.get(who, Share()))
        for who in joined | shares.keys()
    ]


def _standing(who: int, joined: bool, one: Membership | None, share: Share) -> Standing:
    figures = share.counted, share.public, share.goal, share.public_goal
    return Standing(who, joined, _team(one), *figures)


def share(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> Share | None:
    """What this member brought: as stored, or counted where that is outdated."""
    if store.version(tx, challenge.challenge_id) is None:
        return tallies.share(tx, challenge.challenge_id, member_id)
    return _share(tx, with_weeks(tx, challenge), member_id, one)[0]


def total(tx: sqlite3.Connection, challenge: Challenge) -> int:
    """What everybody brought together."""
    if store.version(tx, challenge.challenge_id) is None:
        return sum(counted for counted, _ in tallies.totals(tx, challenge.challenge_id).values())
    return sum(one.counted for one in standings(tx, challenge))


def outdate(tx: sqlite3.Connection, challenge: Challenge) -> None:
    """What is stored holds no more; it is counted anew when the card is drawn next."""
    store.outdate(tx, (challenge.challenge_id,))


def count(tx: sqlite3.Connection, challenge_id: int) -> Count | None:
    """Everything counted anew, to be kept; None where what is stored holds."""
    version, challenge = store.version(tx, challenge_id), store.load(tx, challenge_id)
    if version is None or challenge is None:
        return None
    return Count(challenge_id, version, all_shares(tx, with_weeks(tx, challenge)))


def keep(tx: sqlite3.Connection, found: Count, *, now: datetime) -> bool:
    """Stores what was counted; False where something changed since, so that it has to be counted once more."""
    if store.version(tx, found.challenge_id) != found.version:
        return False
    members = tallies.memberships(tx, found.challenge_id)
    rows = [(who, _team(members.get(who)), share) for who, share in found.shares.items()]
    tallies.replace_shares(tx, found.challenge_id, rows, at=almanac.to_ms(now))
    store.set_counted(tx, found.challenge_id, found.version)
    return True


def settle(tx: sqlite3.Connection, challenge_id: int, *, now: datetime) -> None:
    """Counts anew and stores it at once, where what is stored is outdated."""
    if found := count(tx, challenge_id):
        keep(tx, found, now=now)


def settle_all(tx: sqlite3.Connection, *, now: datetime) -> None:
    """The same for every challenge: some have no card that will ever be drawn."""
    for challenge_id in store.outdated(tx):
        settle(tx, challenge_id, now=now)


def recount_for(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> None:
    """Stores what this member brought."""
    if store.version(tx, challenge.challenge_id) is not None:
        outdate(tx, challenge)  # whoever counts just now must not overlook this member
        return
    found, latest_at = _share(tx, challenge, member_id, one)
    tallies.put_shares(tx, member_id, [(challenge.challenge_id, _team(one), found)], at=latest_at)


def _share(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> tuple[Share | None, int]:
    """What this member brought, and when the last of their runs was logged."""
    found = history.figures_of(tx, challenge.club_id, member_id, since(challenge), challenge.last)
    days = first_days(tx, challenge, member_id)
    return share_of(challenge, one, found, days), latest(found)


def latest(found: list[Figures]) -> int:
    """When the last of these runs was logged, in milliseconds since 1970."""
    return max((run.logged_at for run in found), default=0)


def recount_member(tx: sqlite3.Connection, member_id: int) -> None:
    """Stores anew what this member brought to every challenge that is not closed, in all clubs."""
    for challenge_id in tallies.live_with(tx, member_id):
        challenge = store.load(tx, challenge_id)
        if challenge is not None:
            challenge = with_weeks(tx, challenge)
            one = tallies.membership(tx, challenge_id, member_id)
            recount_for(tx, challenge, member_id, one)


def first_days(tx: sqlite3.Connection, challenge: Challenge, member_id: int) -> FirstDays:
    """When the member ran for the first time; not asked where the kind does not look back."""
    if not kind_named(challenge.kind).looks_back(challenge):
        return FirstDays()
    ever, public = (
        history.first_days(tx, challenge.club_id, member_id, public_only=public_only)
        for public_only in (False, True)
    )
    return FirstDays(ever.get(member_id), public.get(member_id))


def _first_days(tx: sqlite3.Connection, challenge: Challenge) -> dict[int, FirstDays]:
    if not kind_named(challenge.kind).looks_back(challenge):
        return {}
    ever = history.first_days(tx, challenge.club_id, public_only=False)
    public = history.first_days(tx, challenge.club_id, public_only=True)
    return {member_id: FirstDays(day, public.get(member_id)) for member_id, day in ever.items()}


def _team(one: Membership | None) -> int:
    return one.team if one else 0
