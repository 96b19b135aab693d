"""Weeks in a row, for an answer; and rest on purpose."""

import sqlite3
from collections.abc import Iterator
from datetime import date, datetime
from itertools import chain

from bot import almanac, texts
from bot.clubs.model import Defaults
from bot.consistency import store
from bot.consistency.model import PLAIN, Habit, habit_of, streak
from bot.members import service as members
from bot.runs.model import Fact, Place, Run

TOLD_FROM = 2


def tell(tx: sqlite3.Connection, run: Run, place: Place) -> list[Fact]:
    """How many weeks in a row, said once a week: with the run that made its week count, when it was logged.

    Of a public run only what everybody could count; of a private one by the member's own habit.
    """
    weeks, today = place.club.weeks, place.outlook.day_of(run.logged_at)
    first, last = weeks.span(run.day)
    if first != weeks.first(today):
        return []
    lately, older = _apart_at(first, store.days_before(tx, run))
    if older is None:  # one week is no row
        return []
    habit = own_habit(tx, run.member_id) if run.private else PLAIN
    before = {day for day in lately if day <= last}
    counts_now = habit.keeps(first, last, habit.apart(before | {run.day}))
    if habit.keeps(first, last, habit.apart(before)) or not counts_now:
        return []
    days = chain(sorted(before | {run.day}, reverse=True), older)
    total = streak(days, weeks, habit, today=run.day)
    return (
        [Fact("streak", texts.say("consistency.streak", weeks=total))] if total >= TOLD_FROM else []
    )


def _apart_at(first: date, days: Iterator[date]) -> tuple[list[date], Iterator[date] | None]:
    """Days that come the newest first: those from `first` on, and the others, where there are any.

    Of these one at most is taken.
    """
    lately: list[date] = []
    for day in days:
        if day < first:
            return lately, chain([day], days)
        lately.append(day)
    return lately, None


def own_habit(tx: sqlite3.Connection, member_id: int) -> Habit:
    """What the member asks of a week, with pauses and days of rest: for their eyes alone."""
    chosen = members.preferences_of(tx, member_id)
    return habit_of(chosen, members.pauses_of(tx, member_id), store.rests(tx, member_id))


def rest_today(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    now: datetime,
    defaults: Defaults,
) -> None:
    """As rest_on_purpose, on the day that it is for the member."""
    today = members.today_of(tx, club_id, member_id, now=now, defaults=defaults)
    rest_on_purpose(tx, member_id, today, now=now)


def rest_on_purpose(tx: sqlite3.Connection, member_id: int, day: date, *, now: datetime) -> None:
    """The member chose to rest on that day; it counts like an active one, for their eyes alone."""
    store.add_rest(tx, member_id, day, at=almanac.to_ms(now))
