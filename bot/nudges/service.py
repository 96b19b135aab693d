"""Use cases of nudges: planned from the last run on, moved by the next one, and due once."""

import functools
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot import texts
from bot.clubs import service as clubs
from bot.members import service as members
from bot.members.model import Preferences
from bot.motivation import model as motivation_model
from bot.motivation import service as motivation
from bot.motivation.model import Message
from bot.nudges.model import EVENING, NUDGE, is_quiet, next_day
from bot.runs import history
from bot.runs.model import Fact, RunChanged
from bot.schedule import service as schedules
from bot.schedule.model import ONCE, Occurrence, Plan, Ready, Scheduled, Skipped


@dataclass(frozen=True, slots=True)
class Nudge:
    """What is said to a member, and the key that the words are known by."""

    words: str
    key: str


def follow(tx: sqlite3.Connection, club_id: int | None, member_id: int, *, now: datetime) -> None:
    """The member chose whether, after how many days, or by which clock a nudge comes.

    Without a club in which they act there is none yet; it comes with their first run.
    """
    mine, standing = members.preferences_of(tx, member_id), _standing(tx, member_id)
    if not mine.wants_nudges:
        _stop(tx, member_id, now=now)
        return
    found = club_id or members.club_meant(tx, member_id) or (standing and standing.club_id)
    meant = found or next((number for number, _ in members.clubs_of(tx, member_id)), None)
    if not meant or clubs.find(tx, meant) is None:
        return
    last_run = history.last_day(tx, member_id)
    if standing is not None and _is_over(standing, last_run):
        return
    today = _today(tx, meant, member_id, now)
    _plan(tx, meant, mine, next_day(last_run, mine.nudge_days, today=today), now=now)


def _is_over(standing: Scheduled, last_run: date | None) -> bool:
    """Whether its nudge has come, and nothing was run since."""
    day = standing.plan.day
    return standing.key is None and day is not None and (last_run is None or last_run < day)


def ran(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """A new run moves the nudge of whoever wants one; says nothing."""
    run = change.after
    if run is None or change.before is not None:
        return None
    if members.wants_nudges(tx, run.member_id):
        mine = members.preferences_of(tx, run.member_id)
        today = _today(tx, run.club_id, run.member_id, run.logged_at)
        day = next_day(today, mine.nudge_days, today=today)
        standing = _standing(tx, run.member_id)
        if standing is None or standing.plan.day is None or standing.plan.day < day:
            _plan(tx, run.club_id, mine, day, now=run.logged_at)
    return None


def facts(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[Nudge] | Skipped:
    """The words for a member for whom it is still quiet."""
    member_id = occurrence.owner_id
    mine, club = members.preferences_of(tx, member_id), clubs.find(tx, occurrence.club_id)
    if not mine.wants_nudges or club is None:
        return Skipped("not wanted any more")
    if not is_quiet(history.last_day(tx, member_id), mine.nudge_days, occurrence.key):
        return Skipped("out again since")
    tone = members.outlook_of(tx, member_id, club).tone
    message = motivation.turn_of(tx, member_id, _messages(tone), due_at=occurrence.due_at)
    return Ready(Nudge(message.words, message.key)) if message else Skipped("no words")


def note(tx: sqlite3.Connection, occurrence: Occurrence, nudge: Nudge) -> None:
    """These words are told; another try of the occurrence tells them again."""
    motivation.note_told(tx, occurrence, nudge.key)


def _today(tx: sqlite3.Connection, club_id: int, member_id: int, now: datetime) -> date:
    club = clubs.find(tx, club_id)
    assert club is not None
    return members.outlook_of(tx, member_id, club).day_of(now)


def _standing(tx: sqlite3.Connection, member_id: int) -> Scheduled | None:
    plans = schedules.of_member(tx, member_id)
    return next((plan for plan in plans if plan.kind == NUDGE and plan.active), None)


def _stop(tx: sqlite3.Connection, member_id: int, *, now: datetime, but: int | None = None) -> None:
    for plan in schedules.of_member(tx, member_id):
        if plan.kind == NUDGE and plan.club_id != but:
            schedules.stop(tx, NUDGE, plan.club_id, member_id, now=now)


def _plan(
    tx: sqlite3.Connection, club_id: int, mine: Preferences, day: date, *, now: datetime
) -> None:
    """One nudge, in the club where the member was last."""
    club = clubs.find(tx, club_id)
    assert club is not None
    _stop(tx, mine.member_id, now=now, but=club_id)
    plan = Plan(ONCE, EVENING, mine.zone or club.zone, day=day)
    member_id = mine.member_id
    schedules.put(tx, NUDGE, club_id, member_id, plan, now=now, member_id=member_id)


@functools.cache
def _messages(tone: str) -> Sequence[Message]:
    return tuple(motivation_model.of_any_day(texts.nudges(tone)))
