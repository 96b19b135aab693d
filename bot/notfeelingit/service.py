"""Use cases of *Not feeling it*: it is said, kept for a few days, and a run that comes all the same is known."""

import sqlite3
from datetime import datetime, timedelta

from bot import almanac
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.notfeelingit import store
from bot.runs.model import Run

KEPT = timedelta(hours=72)
"""The day after is over by then in every zone, and whoever logs late has done so."""
DAY = timedelta(days=1)


def say(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    now: datetime,
    defaults: Defaults,
) -> None:
    """The member does not feel like it on the day that it is for them; nobody else ever learns of it."""
    today = members.today_of(tx, club_id, member_id, now=now, defaults=defaults)
    store.say(tx, member_id, today, at=almanac.to_ms(now))


def came_all_the_same(tx: sqlite3.Connection, run: Run) -> bool:
    """Whether the runner had said *Not feeling it* on the day of the run or the day before, and then logged it.

    For the runner's eyes alone. It is known for 72 hours after it was said, so ask when the run is logged.
    """
    days = (run.day, run.day - DAY)
    return store.was_said(tx, run.member_id, days, before=almanac.to_ms(run.logged_at))


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Lets go of what was said more than 72 hours ago."""
    store.purge(tx, before=almanac.to_ms(now - KEPT))
