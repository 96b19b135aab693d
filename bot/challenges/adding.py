"""Adds up what thousands brought, in SQL: the same as `shares.share_of` for each of them, which a test holds."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from bot.challenges.counting import window
from bot.challenges.kinds import kind_named
from bot.challenges.model import PLAIN, Challenge, Membership, Share
from bot.challenges.shares import FirstDays, counts, share_with, since
from bot.runs import history, sums
from bot.runs.model import Measure

Weekly = dict[int, dict[date, int]]
"""By member: what counts in each week, by its first day."""
Span = tuple[date, date]


def shares(
    tx: sqlite3.Connection,
    challenge: Challenge,
    members: dict[int, Membership],
    firsts: dict[int, FirstDays],
) -> dict[int, Share]:
    """What every member brought, by id; for a kind that adds up, and on a connection that may only read."""
    who = _who(tx, challenge, members)
    hidden = history.private_runners(tx, challenge.club_id, since(challenge), challenge.last)
    hidden |= {member_id for member_id, days in firsts.items() if days.ever != days.public}
    everything = _standings(tx, challenge, who, firsts, public_only=False)
    partly = {member_id: who[member_id] for member_id in who if member_id in hidden}
    public = _standings(tx, challenge, partly, firsts, public_only=True)
    found = {}
    for member_id, (counted, goal) in everything.items():
        shown = public[member_id] if member_id in partly else (counted, goal)
        if share := share_with(counted, shown[0], goal, shown[1]):
            found[member_id] = share
    return found


def _who(
    tx: sqlite3.Connection, challenge: Challenge, members: dict[int, Membership]
) -> dict[int, date]:
    """Everybody whose runs count, and from which day on."""
    asked: Iterable[int] = members
    if challenge.rules.everyone:
        asked = {*members, *history.runners(tx, challenge.club_id)}
    found = {}
    for member_id in asked:
        one = members.get(member_id)
        if counts(challenge, one):
            found[member_id] = window(challenge, one.joined_on if one else None)[0]
    return found


def _standings(
    tx: sqlite3.Connection,
    challenge: Challenge,
    who: dict[int, date],
    firsts: dict[int, FirstDays],
    *,
    public_only: bool,
) -> dict[int, tuple[int, int | None]]:
    """Score and own goal of each."""
    kind = kind_named(challenge.kind)
    back = kind.looks_back(challenge)
    weeks = _weekly(
        tx, challenge, who, _spans(challenge), public_only=public_only, apart=kind.by_week
    )
    before: Weekly = {}
    if back:
        spans, whole = _weeks(challenge, *back), dict.fromkeys(who, back[0])
        before = _weekly(tx, challenge, whole, spans, public_only=public_only, apart=True)
    found = {}
    for member_id in who:
        days = firsts.get(member_id, FirstDays())
        first_ever = days.public if public_only else days.ever
        found[member_id] = (
            kind.score_of(weeks.get(member_id, {}), challenge),
            kind.goal_of(before.get(member_id, {}), first_ever, challenge),
        )
    return found


def _weekly(
    tx: sqlite3.Connection,
    challenge: Challenge,
    who: dict[int, date],
    spans: Sequence[Span],
    *,
    public_only: bool,
    apart: bool,
) -> Weekly:
    rows = sums.added_up(
        tx,
        challenge.club_id,
        who.items(),
        spans,
        _measure(challenge),
        public_only=public_only,
        apart=apart,
    )
    found: Weekly = defaultdict(dict)
    for member_id, first, amount in rows:
        found[member_id][first] = amount
    return found


def _spans(challenge: Challenge) -> list[Span]:
    """The weeks where they matter, else all days at once."""
    rules = challenge.rules
    by_week = rules.cap_week is not None or kind_named(challenge.kind).by_week
    if rules.metric == "people" or not by_week:
        return [(challenge.first, challenge.last)]
    return _weeks(challenge, challenge.first, challenge.last)


def _weeks(challenge: Challenge, first: date, last: date) -> list[Span]:
    """Each week by its own first day, even before `first`; none reaches beyond `last`."""
    found, day = [], first
    while day <= last:
        begins, ends = challenge.weeks.first(day), challenge.weeks.last(day)
        found.append((begins, min(ends, last)))
        day = ends + timedelta(days=1)
    return found


def _measure(challenge: Challenge) -> Measure:
    rules = challenge.rules
    kinds = tuple("" if kind == PLAIN else kind for kind in rules.run_kinds)
    if rules.metric == "people":
        return Measure("people", kinds, cap_span=1)
    return Measure(rules.metric, kinds, rules.cap_run, rules.cap_day, rules.cap_week)
