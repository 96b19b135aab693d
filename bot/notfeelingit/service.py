"""Use cases of *Not feeling it*: it is said, answered, kept for a few days; a run that comes all the same is known."""

import sqlite3
from datetime import datetime, timedelta

from bot import almanac, texts
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.members.refusals import WhichClub
from bot.notfeelingit import store
from bot.notfeelingit.model import DID_YOU_GO, asked_at
from bot.runs import history
from bot.runs.model import Run
from bot.schedule import service as schedules
from bot.schedule.model import ONCE, Occurrence, Plan, Ready, Skipped

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


def small(choice: str, *, day_number: int) -> str:
    """A warm answer to whoever chose one of the small ways; another one each day."""
    answers = texts.small(choice)
    return answers[day_number % len(answers)]


def ask_later(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    defaults: Defaults,
    now: datetime,
) -> datetime | None:
    """The member is asked once, later, whether they went; gives when. Raises WhichClub where no club is known.

    None on a day on which they were asked already, since it stays with the one time.
    """
    meant = club_id or members.club_meant(tx, member_id)
    if meant is None:
        raise WhichClub("/notfeelingit")
    club = clubs.find_or_new(tx, meant, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    wall = asked_at(now, outlook.zone).astimezone(outlook.zone)
    plan = Plan(
        ONCE, wall.time().replace(second=0, microsecond=0), str(outlook.zone), day=wall.date()
    )
    schedules.put(tx, DID_YOU_GO, meant, member_id, plan, now=now, member_id=member_id)
    found = schedules.find(tx, DID_YOU_GO, meant, member_id)
    return plan.due_at(wall.date()) if found and found.key else None


def facts(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[str] | Skipped:
    """The question, for whoever has not been out since they said so."""
    said = store.last_said(tx, occurrence.owner_id)
    if said is None:
        return Skipped("over")
    if history.logged_since(tx, occurrence.owner_id, almanac.from_ms(said)):
        return Skipped("went")
    return Ready(DID_YOU_GO)


def came_all_the_same(tx: sqlite3.Connection, run: Run) -> bool:
    """Whether the runner had said *Not feeling it* on the day of the run or the day before, and then logged it.

    For the runner's eyes alone. It is known for 72 hours after it was said, so ask when the run is logged.
    """
    logged_at = almanac.to_ms(run.logged_at)
    return store.was_said(tx, run.member_id, run.day - DAY, run.day, before=logged_at)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Lets go of what was said more than 72 hours ago."""
    store.purge(tx, before=almanac.to_ms(now - KEPT))
