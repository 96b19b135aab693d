"""Counts a changed run for the challenges it matters to."""

import sqlite3
from dataclasses import replace
from datetime import date

from bot.challenges import store
from bot.challenges.recounting import first_days, put
from bot.challenges.shares import matters, share_of, since
from bot.clubs import service as clubs
from bot.clubs.model import MONDAYS
from bot.runs import service as runs
from bot.runs.model import Fact, RunChanged


def brought(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """Counts the run, or what it no longer is, in the transaction that changed it; says nothing (see `telling`)."""
    versions = [run for run in (change.before, change.after) if run is not None]
    if not versions:
        return None
    run, days = versions[-1], [version.day for version in versions]
    found = store.affected(tx, run.club_id, run.member_id, min(days), max(days))
    touched = [
        one
        for one in found
        if any(matters(one[0], version.day, version.kind) for version in versions)
    ]
    if not touched:
        return None
    first = min(since(challenge) for challenge, _ in touched)
    last: date = max(challenge.last for challenge, _ in touched)
    mine = runs.figures_of(tx, run.club_id, run.member_id, first, last)
    club = clubs.find(tx, run.club_id)
    weeks = club.weeks if club else MONDAYS
    for challenge, one in touched:
        if weeks != MONDAYS:
            challenge = replace(challenge, weeks=weeks)
        days_ran = first_days(tx, challenge, run.member_id)
        put(tx, challenge, run.member_id, one, share_of(challenge, one, mine, days_ran))
    return None
