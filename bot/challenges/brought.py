"""Counts a changed run for the challenges it matters to, and lets their cards follow."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace

from bot.cards import service as cards
from bot.challenges import store, tallies
from bot.challenges.model import CARD, ON_CARDS, Share
from bot.challenges.recounting import first_days, latest
from bot.challenges.shares import counts, matters, share_of, since
from bot.challenges.store import Affected
from bot.clubs import service as clubs
from bot.clubs.model import MONDAYS
from bot.runs import history
from bot.runs.model import Fact, Run, RunChanged


def brought(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """Counts the run, or what it no longer is, in the transaction that changed it; tells only that cards show it."""
    versions = [run for run in (change.before, change.after) if run is not None]
    touched = _touched(tx, versions)
    if touched:
        # Whoever counts an outdated challenge just now must not overlook this run.
        store.outdate(tx, [one.challenge.challenge_id for one in touched if one.outdated])
        _count(tx, versions[-1], [one for one in touched if not one.outdated])
        cards.changed(tx, CARD, [one.challenge.challenge_id for one in touched])
    return Fact(ON_CARDS, "") if touched else None


def _touched(tx: sqlite3.Connection, versions: Sequence[Run]) -> list[Affected]:
    """The challenges in which the runner's runs count, and among them this one in one of its versions."""
    if not versions:
        return []
    run, days = versions[-1], [version.day for version in versions]
    return [
        one
        for one in store.affected(tx, run.club_id, run.member_id, min(days), max(days))
        if counts(one.challenge, one.membership)
        and any(matters(one.challenge, version.day, version.kind) for version in versions)
    ]


def _count(tx: sqlite3.Connection, run: Run, touched: Sequence[Affected]) -> None:
    if not touched:
        return
    first = min(since(one.challenge) for one in touched)
    last = max(one.challenge.last for one in touched)
    mine = history.figures_of(tx, run.club_id, run.member_id, first, last)
    club = clubs.find(tx, run.club_id)
    weeks = club.weeks if club else MONDAYS
    shares: list[tuple[int, int, Share | None]] = []
    for challenge, one, _ in touched:
        if weeks != MONDAYS:
            challenge = replace(challenge, weeks=weeks)
        share = share_of(challenge, one, mine, first_days(tx, challenge, run.member_id))
        shares.append((challenge.challenge_id, one.team if one else 0, share))
    tallies.put_shares(tx, run.member_id, shares, at=latest(mine))
