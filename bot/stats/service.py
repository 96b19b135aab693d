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
    for_others: bool = False,
) -> Stats:
    """A member's running in a club. `for_others` knows of public runs alone, and of no aim, rest or pause.

    Raises NotToBeNamed when others may not see the member's name, and NothingToShare without a public run.
    """
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    if for_others and not outlook.is_named(now):
        raise NotToBeNamed
    today, weeks = outlook.day_of(now), club.weeks
    runs = Runs(tx, club_id, member_id, public_only=for_others)
    stretches = runs.stretches({MONDAY, *(turn.weekday() for turn in weeks.turns)})
    if for_others and not any(stretch.runs for stretch in stretches):
        raise NothingToShare
    first = first_day(period, today=today, week_start=weeks.first(today))
    ever, active = model.total(stretches, date.min), model.by_week(stretches, weeks)
    shown = model.last_weeks(active, weeks, today=today, count=CALENDAR_WEEKS)
    habit = PLAIN if for_others else _apart_from(runs, consistency.own_habit(tx, member_id))
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
        for_others=for_others,
    )


def _apart_from(runs: Runs, habit: Habit) -> Habit:
    """The habit without rest on days that have a run, which are counted as such."""
    return replace(habit, rests=habit.rests - runs.active_among(habit.rests))


def _streak(active: Sequence[ActiveWeek], weeks: Weeks, habit: Habit, *, today: date) -> int:
    newest_first = ((week.first, week.days) for week in reversed(active))
    return in_a_row(newest_first, weeks, habit, today=today)
