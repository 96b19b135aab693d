"""A member's stats, whole for themselves and from public runs alone for others."""

import sqlite3
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.almanac import MONDAY, Weeks
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.consistency import service as consistency
from bot.consistency.model import PLAIN, Habit, in_a_row, rhythm
from bot.members import service as members
from bot.members.model import Outlook
from bot.milestones.model import SoFar, next_ones
from bot.runs.model import first_day
from bot.stats import model
from bot.stats.model import CALENDAR_WEEKS, CHART_WEEKS, ActiveWeek, Stats
from bot.stats.refusals import NothingToShare, NotToBeNamed
from bot.stats.store import Runs


def stats(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    *,
    period: str,
    now: datetime,
    defaults: Defaults,
) -> Stats:
    """A member's running in a club, for their own eyes: of all their runs, by their own aim, rest and pauses."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    runs = Runs(tx, club_id, member_id, public_only=False)
    habit = _apart_from(runs, consistency.own_habit(tx, member_id))
    return _worked_out(runs, habit, club.weeks, outlook, period=period, now=now)


def stats_for_others(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    *,
    period: str,
    now: datetime,
    defaults: Defaults,
) -> Stats:
    """What everybody may know of it: made of public runs alone, and of no aim, rest or pause.

    Raises NotToBeNamed when others may not see the member's name, and NothingToShare without a public run.
    """
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    if not outlook.is_named(now):
        raise NotToBeNamed
    runs = Runs(tx, club_id, member_id, public_only=True)
    found = _worked_out(runs, PLAIN, club.weeks, outlook, period=period, now=now)
    if not found.ever:
        raise NothingToShare
    return replace(found, for_others=True)


def _worked_out(
    runs: Runs, habit: Habit, weeks: Weeks, outlook: Outlook, *, period: str, now: datetime
) -> Stats:
    today = outlook.day_of(now)
    stretches = runs.stretches({MONDAY, *(turn.weekday() for turn in weeks.turns)})
    ever, active = model.total(stretches, date.min), model.by_week(stretches, weeks)
    shown = model.last_weeks(active, weeks, today=today, count=CALENDAR_WEEKS)
    first = first_day(period, today=today, week_start=weeks.first(today))
    return Stats(
        period=period,
        ever=ever.runs,
        total=model.total(stretches, first),
        calendar_first=shown[0].first,
        calendar=model.by_day(runs.by_day(shown[0].first, today), shown[0].first, today),
        weeks=shown[-CHART_WEEKS:],
        fastest=runs.fastest(),
        longest=runs.longest(),
        best_week=model.most(active),
        best_month=model.most(model.by_month(stretches)),
        streak=_streak(active, weeks, habit, today=today),
        rhythm=rhythm({week.first: week.days for week in active}, weeks, today=today),
        coming=tuple(next_ones(SoFar(ever.runs, ever.metres))),
        today=today,
        units=outlook.units,
    )


def _apart_from(runs: Runs, habit: Habit) -> Habit:
    """The habit without rest on days that have a run, which are counted as such."""
    return replace(habit, rests=habit.rests - runs.active_among(habit.rests))


def _streak(active: Sequence[ActiveWeek], weeks: Weeks, habit: Habit, *, today: date) -> int:
    newest_first = ((week.first, week.days) for week in reversed(active))
    return in_a_row(newest_first, weeks, habit, today=today)
