"""A member's stats, whole for themselves and from public runs alone for others."""

import sqlite3
from datetime import datetime

from bot.bests.model import fastest
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.consistency import service as consistency
from bot.consistency.model import PLAIN, rhythm, streak
from bot.members import service as members
from bot.milestones.model import next_ones
from bot.runs.model import first_day
from bot.stats import model, store
from bot.stats.model import CALENDAR_WEEKS, CHART_WEEKS, Stats
from bot.stats.refusals import NothingToShare, NotToBeNamed


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
    runs = store.runs(tx, club_id, member_id, public_only=for_others)
    if for_others and not runs:
        raise NothingToShare
    habit = PLAIN if for_others else consistency.own_habit(tx, member_id)
    days = [run.day for run in reversed(runs)]
    newest_first = list(dict.fromkeys(days))
    first = first_day(period, today=today, week_start=weeks.first(today))
    shown = model.last_weeks(runs, weeks, today=today, count=CALENDAR_WEEKS)
    return Stats(
        period=period,
        ever=len(runs),
        total=model.total(runs, first),
        calendar_first=shown[0].first,
        calendar=model.by_day(runs, shown[0].first, today),
        weeks=shown[-CHART_WEEKS:],
        fastest=fastest(runs),
        longest=model.longest(runs),
        best_week=model.most(model.by_week(runs, weeks)),
        best_month=model.most(model.by_month(runs)),
        streak=streak(newest_first, weeks, habit, today=today),
        rhythm=rhythm(newest_first, weeks, today=today),
        coming=tuple(next_ones(model.so_far(runs))),
        today=today,
        units=outlook.units,
        for_others=for_others,
    )
