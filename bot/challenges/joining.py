"""Use cases of a member: join, leave, come back."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.challenges import tallies
from bot.challenges.model import Challenge, Membership
from bot.challenges.recounting import recount_for
from bot.challenges.refusals import IsOver, NotOpen, PickATeam, TooLateToJoin
from bot.challenges.standing import club_and_zone, find
from bot.members import service as members
from bot.texts import clean


def join(
    tx: sqlite3.Connection,
    club_id: int,
    challenge_id: int,
    member_id: int,
    member_name: str,
    *,
    now: datetime,
    team: int | None = None,
) -> bool:
    """The member takes part from now on; False when they did already.

    Whoever left before finds everything as it was. Raises NoSuchChallenge, NotOpen, TooLateToJoin, PickATeam.
    """
    challenge = find(tx, club_id, challenge_id)
    club, zone = club_and_zone(tx, club_id)
    before = tallies.membership(tx, challenge_id, member_id)
    was_in = before is not None and before.joined_on is not None
    if was_in and before is not None and not before.left:
        return False
    _refuse_closed_door(challenge, challenge.phase(now, zone), was_in=was_in)
    today = members.outlook_of(tx, member_id, club).day_of(now)
    one = replace(before or Membership(member_id, today), left=False)
    one = replace(one, joined_on=one.joined_on or today)
    if challenge.rules.teams:
        one = replace(one, team=_team(tx, challenge, one, team))
    tallies.save_membership(tx, challenge_id, one, left_at=None, at=almanac.to_ms(now))
    members.act(tx, club_id, member_id, member_name, now=now)
    recount_for(tx, challenge, member_id, one)
    return True


def _refuse_closed_door(challenge: Challenge, phase: str, *, was_in: bool) -> None:
    if phase not in ("announced", "running"):
        raise NotOpen
    if phase == "running" and not challenge.rules.late_joining and not was_in:
        raise TooLateToJoin


def _team(tx: sqlite3.Connection, challenge: Challenge, one: Membership, wish: int | None) -> int:
    """The team of somebody who joins; 0 as long as teams are yet to be drafted."""
    names = challenge.rules.teams
    if 1 <= one.team <= len(names):
        return one.team  # whoever comes back finds their team
    if challenge.rules.picked:
        if wish is None or not 1 <= wish <= len(names):
            raise PickATeam(teams=", ".join(clean.words(name, 40) for name in names))
        return wish
    heads = tallies.team_heads(tx, challenge.challenge_id)
    if not any(heads.get(number) for number in range(1, len(names) + 1)):
        return 0
    return min(range(1, len(names) + 1), key=lambda number: heads.get(number, 0))


def leave(
    tx: sqlite3.Connection, club_id: int, challenge_id: int, member_id: int, *, now: datetime
) -> bool:
    """The member's runs no longer count here; False when they did not before.

    Raises NoSuchChallenge, and IsOver once nothing changes any more.
    """
    challenge = find(tx, club_id, challenge_id)
    if challenge.state != "live":
        raise IsOver
    before = tallies.membership(tx, challenge_id, member_id)
    if before is not None and before.left:
        return False
    if before is None and not challenge.rules.everyone:
        return False
    at = almanac.to_ms(now)
    one = replace(before or Membership(member_id, None), left=True)
    tallies.save_membership(tx, challenge_id, one, left_at=at, at=at)
    recount_for(tx, challenge, member_id, one)
    return True
