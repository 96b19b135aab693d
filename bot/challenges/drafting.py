"""Balanced teams from what members did lately; the same draft for the same generator."""

import sqlite3
from collections.abc import Mapping
from datetime import timedelta
from random import Random

from bot.challenges import recounting, tallies
from bot.challenges.model import ACTIVITY, Challenge
from bot.runs import history


def drafted(activity: Mapping[int, int], teams: int, generator: Random) -> dict[int, int]:
    """Each member's team, from 1 on: sizes differ by one at most, and each round of picks turns about."""
    members = sorted(activity)
    generator.shuffle(members)  # equals have equal chances
    members.sort(key=activity.__getitem__, reverse=True)
    order = list(range(1, teams + 1))
    generator.shuffle(order)
    turns = [*order, *reversed(order)]
    return {member_id: turns[place % len(turns)] for place, member_id in enumerate(members)}


def draft_teams(tx: sqlite3.Connection, challenge: Challenge, seed: int) -> bool:
    """Puts everybody who joined into a team, once, by the public metres of the four weeks before the start.

    False where members pick, where there are no teams, or where the draft is done. It takes a seed and no
    generator, since a unit of work may run twice.
    """
    if not challenge.rules.teams or challenge.rules.picked:
        return False
    standings = recounting.standings(tx, challenge)
    waiting = {one.member_id: 0 for one in standings if one.joined}
    if not waiting or any(one.team for one in standings if one.joined):
        return False
    last = challenge.first - timedelta(days=1)
    for run in history.figures_of_club(tx, challenge.club_id, challenge.first - ACTIVITY, last):
        if run.member_id in waiting and not run.private:
            waiting[run.member_id] += run.distance_m or 0
    teams = drafted(waiting, len(challenge.rules.teams), Random(seed))
    tallies.set_teams(tx, challenge.challenge_id, teams.items())
    recounting.outdate(tx, challenge)
    return True
