"""Builds shares anew from runs: of one member when a run changes, of all when rules or days do."""

import sqlite3
from collections import defaultdict
from dataclasses import replace
from datetime import date

from bot.challenges import store, tallies
from bot.challenges.counting import Counted
from bot.challenges.kinds import kind_named
from bot.challenges.model import Challenge, Membership, Share
from bot.challenges.shares import FirstDays, counted_in, share_of, since
from bot.clubs import service as clubs
from bot.runs import service as runs
from bot.runs.model import Figures


def all_shares(tx: sqlite3.Connection, challenge: Challenge) -> dict[int, Share]:
    """What every member brought, by id, from the runs alone; may be asked on a connection that only reads."""
    members = tallies.memberships(tx, challenge.challenge_id)
    by_member: dict[int, list[Figures]] = defaultdict(list)
    for run in runs.figures_of_club(tx, challenge.club_id, since(challenge), challenge.last):
        by_member[run.member_id].append(run)
    firsts = _first_days(tx, challenge)
    return {
        member_id: share
        for member_id in by_member
        if (
            share := share_of(
                challenge,
                members.get(member_id),
                by_member[member_id],
                firsts.get(member_id, FirstDays()),
            )
        )
    }


def with_weeks(tx: sqlite3.Connection, challenge: Challenge) -> Challenge:
    """The challenge with its club's weeks."""
    club = clubs.find(tx, challenge.club_id)
    return challenge if club is None else replace(challenge, weeks=club.weeks)


def counted_of(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> list[Counted]:
    """The member's runs that count, private ones too, with what the caps leave of each."""
    found = runs.figures_of(tx, challenge.club_id, member_id, challenge.first, challenge.last)
    return counted_in(challenge, one, found)


def recount(tx: sqlite3.Connection, challenge: Challenge) -> None:
    """Stores what every member brought, as their runs say now."""
    members = tallies.memberships(tx, challenge.challenge_id)
    tallies.replace_shares(
        tx,
        challenge.challenge_id,
        [
            (member_id, _team(members.get(member_id)), share)
            for member_id, share in all_shares(tx, challenge).items()
        ],
    )


def recount_for(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, one: Membership | None
) -> Share | None:
    """Stores, and gives, what this member brought."""
    found = runs.figures_of(tx, challenge.club_id, member_id, since(challenge), challenge.last)
    share = share_of(challenge, one, found, first_days(tx, challenge, member_id))
    put(tx, challenge, member_id, one, share)
    return share


def put(
    tx: sqlite3.Connection,
    challenge: Challenge,
    member_id: int,
    one: Membership | None,
    share: Share | None,
) -> None:
    """Stores what this member brought; None for nothing."""
    tallies.put_share(tx, challenge.challenge_id, member_id, _team(one), share)


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
    if not kind_named(challenge.kind).lookback_days:
        return FirstDays()
    ever, public = (
        runs.first_days(tx, challenge.club_id, member_id, public_only=public_only)
        for public_only in (False, True)
    )
    return FirstDays(ever.get(member_id), public.get(member_id))


def _first_days(tx: sqlite3.Connection, challenge: Challenge) -> dict[int, FirstDays]:
    if not kind_named(challenge.kind).lookback_days:
        return {}
    ever: dict[int, date] = runs.first_days(tx, challenge.club_id, public_only=False)
    public = runs.first_days(tx, challenge.club_id, public_only=True)
    return {member_id: FirstDays(day, public.get(member_id)) for member_id, day in ever.items()}


def _team(one: Membership | None) -> int:
    return one.team if one else 0
