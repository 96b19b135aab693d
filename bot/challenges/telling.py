"""What a post brought to the challenges it counts in, for its answer: a line for each, three at most."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from bot import texts
from bot.cards import service as cards
from bot.challenges import store, tallies
from bot.challenges.counting import Counted
from bot.challenges.kinds import kind_named
from bot.challenges.model import BROUGHT, CARD, Challenge
from bot.challenges.shares import counted_in, counts
from bot.challenges.store import Affected
from bot.runs import history
from bot.runs.model import Fact, Place, Run
from bot.texts import clean, figures

TOLD = 3
NAME_SHOWN = 40


def tell(tx: sqlite3.Connection, run: Run, place: Place) -> list[Fact]:
    """What the post of this run brought, told with its last run; of many challenges those that end first.

    Of a public run everything about its member follows from public runs; the totals of a club count all.
    """
    found = [
        one
        for one in store.affected(tx, run.club_id, run.member_id, run.day, run.day)
        if counts(one.challenge, one.membership) and one.challenge.first <= run.day
    ]
    if not found:
        return []
    first = min(one.challenge.first for one in found)
    last = max(one.challenge.last for one in found)
    mine = history.figures_of(tx, run.club_id, run.member_id, first, last)
    seen = [one for one in mine if run.private or not one.private]
    if run.run_id != max((one.run_id for one in seen if one.post_id == run.post_id), default=0):
        return []
    facts: list[Fact] = []
    for one in found:
        if len(facts) == TOLD:
            break
        one = one._replace(challenge=replace(one.challenge, weeks=place.club.weeks))
        counted = counted_in(one.challenge, one.membership, seen)
        ours = [part for part in counted if part.run.post_id == run.post_id]
        if ours:
            score = kind_named(one.challenge.kind).score(counted, one.challenge)
            facts.append(Fact(BROUGHT, _line(tx, one, ours, score, run, place)))
    return facts


def _line(
    tx: sqlite3.Connection,
    one: Affected,
    ours: Sequence[Counted],
    score: int,
    run: Run,
    place: Place,
) -> str:
    metric, units = one.challenge.rules.metric, place.outlook.units
    amount, of = sum(part.amount for part in ours), sum(part.of for part in ours)
    gain = _amount(amount, metric, units)
    if amount < of:
        gain = texts.say("challenges.brought_part", part=gain, whole=_amount(of, metric, units))
    return texts.say(
        "challenges.brought",
        gain=gain,
        name=_name(tx, one.challenge),
        standing=_standing(tx, one, score, run, units),
    )


def _standing(tx: sqlite3.Connection, one: Affected, score: int, run: Run, units: str) -> str:
    challenge = one.challenge
    kind, teams = kind_named(challenge.kind), challenge.rules.teams
    if teams:
        number = one.membership.team if one.membership else 0
        in_team = 1 <= number <= len(teams)
        team = clean.words(teams[number - 1], NAME_SHOWN) if in_team else ""
        return texts.say("challenges.brought_team", team=team) if in_team else ""
    counted, goal = score, kind.goal(challenge)
    if not kind.personal and not kind.ranked:
        if one.outdated:
            return ""  # counting everybody's runs is not for somebody who waits for an answer
        totals = tallies.totals(tx, challenge.challenge_id)
        counted = sum(total for total, _ in totals.values())
    elif goal is None and (share := tallies.share(tx, challenge.challenge_id, run.member_id)):
        goal = share.goal if run.private else share.public_goal
    unit = kind.goal_unit or challenge.rules.metric
    so_far = _amount(counted, unit, units)
    if not goal:
        return texts.say("challenges.brought_so_far", so_far=so_far)
    return texts.say("challenges.brought_of", so_far=so_far, goal=_amount(goal, unit, units))


def _amount(amount: int, unit: str, units: str) -> str:
    if unit == "distance":
        return figures.distance(amount, units)
    if unit == "time":
        return figures.duration(amount)
    return texts.say(f"challenges.amount_{unit}_{'one' if amount == 1 else 'many'}", count=amount)


def _name(tx: sqlite3.Connection, challenge: Challenge) -> str:
    """The name, a link to the card where that stands."""
    name = clean.words(challenge.name, NAME_SHOWN)
    card = cards.find(tx, CARD, challenge.challenge_id)
    if card is None or card.channel_id is None or card.message_id is None:
        return f"**{name}**"
    place = f"{challenge.club_id}/{card.channel_id}/{card.message_id}"
    return f"[**{name}**](<https://discord.com/channels/{place}>)"
