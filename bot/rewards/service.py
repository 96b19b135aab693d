"""Use cases of rewards: a club chooses roles, a run may earn or cost one, and what is to be given is looked up."""

import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

from bot import almanac
from bot.care import service as care
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.members import service as members
from bot.members.model import is_guest
from bot.milestones.model import Milestone
from bot.rewards import store
from bot.rewards.model import Due, Reward, Wanted, earned, telling
from bot.rewards.refusals import RoleTaken
from bot.runs.model import Fact, RunChanged

ROLES_DUE = "roles"
"""The name under which a new post says that the roles of its member are to be looked at."""
PAUSES_LOOKED_AT = timedelta(days=7)
"""So long after its end a pause is thought of, since the bot may have been away then."""


def rewards_of(tx: sqlite3.Connection, club_id: int) -> list[Reward]:
    """What the club gives a role for, the number of runs before the distances."""
    return store.rewards(tx, club_id)


def choose(
    tx: sqlite3.Connection, club: Club, milestone: Milestone, role_id: int | None, *, now: datetime
) -> list[Reward]:
    """The club gives that role for the milestone from now on, or none; gives all that it gives.

    Whoever earned it has it soon, and what was given for it before is taken back. Raises RoleTaken.
    """
    before = store.rewards(tx, club.club_id)
    if any(one.role_id == role_id and one.milestone != milestone for one in before):
        raise RoleTaken
    store.set_reward(tx, club.club_id, milestone, role_id)
    after = store.rewards(tx, club.club_id)
    if after != before:
        store.note_everybody(tx, club.club_id, at=almanac.to_ms(now))
    return after


def role_gone(tx: sqlite3.Connection, role_id: int) -> None:
    """A deleted role is given for nothing any more."""
    store.forget_role(tx, role_id)


def follow(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """Notes whose roles are to be looked at after a change of a public run, and says that they are."""
    run = change.after or change.before
    if run is None or run.private or is_guest(run.member_id):
        return None
    rewards = store.rewards(tx, run.club_id)
    if not rewards:
        return None
    wanted = earned(rewards, store.public(tx, run.club_id, run.member_id))
    if wanted != store.given(tx, run.club_id, run.member_id):
        store.note(tx, run.club_id, run.member_id, at=almanac.to_ms(run.logged_at))
        return Fact(ROLES_DUE, "")
    return None


def look_again(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    """Whether the member may be named has changed: nobody who is not has a role for running."""
    store.note_everywhere(tx, member_id, at=almanac.to_ms(now))


def after_pauses(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Notes whose roles are to come back since their pause went over by itself, in the last days."""
    waiting = {(one.club_id, one.member_id) for one in store.due(tx)}
    for member_id in members.ended_pauses(tx, now - PAUSES_LOOKED_AT, now=now):
        for club_id, _ in members.clubs_of(tx, member_id):
            if (club_id, member_id) not in waiting:
                _noted(tx, Due(club_id, member_id, times=0), now=now)


def joined(
    tx: sqlite3.Connection, club_id: int, member_id: int, joined_at: datetime, *, now: datetime
) -> bool:
    """Somebody who joined the server anew lost there what they had before; whether anything is to be given."""
    store.drop_given_before(tx, club_id, member_id, at=almanac.to_ms(joined_at))
    return _noted(tx, Due(club_id, member_id, times=0), now=now)


def _noted(tx: sqlite3.Connection, member: Due, *, now: datetime) -> bool:
    """Whether the member has not what they should have, which is noted then."""
    should = wanted(tx, member, now=now)
    if should.earned == should.given:
        return False
    store.note(tx, member.club_id, member.member_id, at=almanac.to_ms(now))
    return True


def anything(tx: sqlite3.Connection) -> bool:
    """Whether any club gives a role, or one is still to be taken back."""
    return store.anything(tx)


def due(tx: sqlite3.Connection) -> list[Due]:
    """Everybody whose roles are to be looked at, the longest waiting first."""
    return store.due(tx)


def wanted(tx: sqlite3.Connection, due: Due, *, now: datetime) -> Wanted:
    """What the member should have now; nothing for whoever is not to be named.

    A run with a note of a hard hour brings no role.
    """
    club = clubs.find(tx, due.club_id)
    given = store.given(tx, due.club_id, due.member_id)
    if club is None or not members.outlook_of(tx, due.member_id, club).is_named(now):
        return Wanted(frozenset(), given)
    rewards = store.rewards(tx, due.club_id)
    public = store.public(tx, due.club_id, due.member_id)
    found = Wanted(earned(rewards, public), given)
    latest = store.latest(tx, due.club_id, due.member_id)
    if latest is None:
        return found
    resting = telling(found.earned - given, rewards, public, latest, now=now)
    told = replace(found, telling=resting, rests_on=latest.written)
    if care.is_hard(latest.note):
        return told.hushed()
    return told if resting and told.rests_on else found


def given(tx: sqlite3.Connection, due: Due, role_id: int, *, now: datetime) -> None:
    """The member has the role now."""
    store.add_given(tx, due.club_id, due.member_id, role_id, at=almanac.to_ms(now))


def taken(tx: sqlite3.Connection, club_id: int, member_id: int, role_id: int) -> None:
    """The member no longer has the role."""
    store.drop_given(tx, club_id, member_id, role_id)


def done(tx: sqlite3.Connection, due: Due) -> None:
    """The member's roles are as they should be, unless there was more to look at meanwhile."""
    store.done(tx, due)


def left(tx: sqlite3.Connection, due: Due) -> None:
    """The member is no longer in the server, and their roles went with them."""
    store.forget_member(tx, due.club_id, due.member_id)


def all_given(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, int]]:
    """Club and role of everything that the member has from the bot."""
    return store.all_given(tx, member_id)
