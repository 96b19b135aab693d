"""What lies next for a member in the challenge they are in; in public from what everybody can see."""

import sqlite3
from datetime import datetime
from zoneinfo import ZoneInfo

from bot import almanac
from bot.challenges import recounting, store, tallies
from bot.challenges.kinds import kind_named
from bot.challenges.model import Ahead, Challenge
from bot.challenges.recounting import with_weeks
from bot.challenges.shares import counts
from bot.challenges.standing import own_standing, progress
from bot.clubs.model import Club


def next_for(
    tx: sqlite3.Connection, club: Club, member_id: int, *, public: bool, now: datetime
) -> Ahead | None:
    """Of the running challenges in which the member's runs count, the first to end that has something left.

    With `public` a goal of one's own is told by public runs alone, as its board does.
    """
    zone = almanac.zone_named(club.zone) or ZoneInfo("UTC")
    for challenge in store.of_club(tx, club.club_id, ("live",)):
        one = tallies.membership(tx, challenge.challenge_id, member_id)
        if challenge.phase(now, zone) == "running" and counts(challenge, one):
            found = _ahead(tx, with_weeks(tx, challenge), member_id, public=public)
            if found is not None:
                return found
    return None


def _ahead(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, *, public: bool
) -> Ahead | None:
    kind = kind_named(challenge.kind)
    if kind.personal:
        return _own(tx, challenge, member_id, public=public)
    counted, goal = progress(tx, challenge).counted, kind.goal(challenge)
    stops = challenge.rules.route.stops if challenge.rules.route else ()
    stop = next((stop for stop in stops if stop.at_m > counted), None)
    unit, last = kind.goal_unit or challenge.rules.metric, challenge.last
    if stop is not None:
        return Ahead(challenge.name, stop.at_m - counted, unit, last, stop=stop.name)
    if goal is None or counted >= goal:
        return None
    return Ahead(challenge.name, goal - counted, unit, last)


def _own(
    tx: sqlite3.Connection, challenge: Challenge, member_id: int, *, public: bool
) -> Ahead | None:
    kind = kind_named(challenge.kind)
    if public:
        one = tallies.membership(tx, challenge.challenge_id, member_id)
        share = recounting.share(tx, challenge, member_id, one)
        counted = share.public if share else 0
        goal = (share.public_goal if share else None) or kind.goal(challenge)
    else:
        own = own_standing(tx, challenge, member_id)
        counted, goal = own.counted, own.goal
    if not goal or counted >= goal:
        return None
    unit = kind.goal_unit or challenge.rules.metric
    return Ahead(challenge.name, goal - counted, unit, challenge.last, own=True)
