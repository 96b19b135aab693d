"""Use cases of recaps: they begin with a club, are chosen, come due, and are asked for."""

import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import almanac
from bot.care import service as care
from bot.challenges import service as challenges
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.kudos import service as kudos
from bot.members import service as members
from bot.messages.model import Written
from bot.milestones import service as milestones
from bot.recaps import store
from bot.recaps.facts import Period, told
from bot.recaps.findings import Year
from bot.recaps.model import (
    CHOICES,
    DATA_DAYS,
    EMPTY,
    EVERY,
    KINDS,
    MORNING,
    Choice,
    Look,
    OnTheWay,
    Reached,
    Recap,
    RecapWishes,
    Runner,
    plan_of,
    week_told,
)
from bot.recaps.refusals import MonthUnread, RecapUnderWay, WeekUnread
from bot.runs.parse import parse_day
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, NO_CLUB, WEEK, YEAR, Occurrence, Ready, Skipped

TOO_NEW = "fewer than three days of data"
EMPTY_WEEK = "nobody ran, and the club wants nothing then"
CHALLENGES_TOLD = 3
LAST = ("", "last", "last week")
RUNNING = ("this", "this week")
LAST_MONTH = ("", "last", "last month")
RUNNING_MONTH = ("this", "this month")


def begin(tx: sqlite3.Connection, club: Club, *, now: datetime) -> None:
    """A club's weekly recap comes on the first day of its week, unless it chose otherwise."""
    if schedules.find(tx, KINDS[WEEK], club.club_id, club.club_id) is None:
        plan = plan_of(club, WEEK, club.weeks.start, MORNING)
        schedules.put(tx, KINDS[WEEK], club.club_id, club.club_id, plan, now=now)


def chosen(tx: sqlite3.Connection, club: Club) -> Choice:
    """How the club's recaps come now."""
    found = {
        every: schedules.find(tx, kind, club.club_id, club.club_id) for every, kind in KINDS.items()
    }
    weekly = found[WEEK]
    active = weekly is None or weekly.active
    on = [every for every, plan in found.items() if plan and (plan.active or not active)]
    return Choice(
        weekday=min(weekly.plan.weekdays) if weekly else club.weeks.start,
        at=weekly.plan.at if weekly else MORNING,
        active=active,
        kinds="yearly" if YEAR in on else "monthly" if MONTH in on else "weekly",
        empty=store.empty_weeks(tx, club.club_id) or EMPTY[0],
    )


def choose(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    wishes: RecapWishes,
    *,
    now: datetime,
    defaults: Defaults,
) -> Choice:
    """The club's recaps with what was chosen."""
    club = clubs.ensure(tx, club_id, name, now=now, defaults=defaults)
    begin(tx, club, now=now)
    before = chosen(tx, club)
    weekday = before.weekday if wishes.weekday is None else wishes.weekday
    active = before.active if wishes.active is None else wishes.active
    wanted = CHOICES[wishes.kinds or before.kinds] if active else ()
    for every, kind in KINDS.items():
        if every in wanted:
            plan = plan_of(club, every, weekday, wishes.at or before.at)
            schedules.put(tx, kind, club_id, club_id, plan, now=now)
        else:
            schedules.stop(tx, kind, club_id, club_id, now=now)
    if wishes.empty is not None:
        store.set_empty_weeks(tx, club_id, wishes.empty)
    return chosen(tx, club)


def due(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[Recap] | Skipped:
    """What is to be posted for an occurrence, and where: the recaps channel, else a run channel."""
    club = clubs.find(tx, occurrence.club_id)
    if club is None:
        return Skipped(NO_CLUB)
    is_posted = occurrence.ended_at is not None
    if not is_posted and _is_too_new(tx, club, occurrence.last):
        return Skipped(TOO_NEW)
    every, until = EVERY[occurrence.kind], occurrence.due_at
    recap = _gather(tx, club, every, occurrence.key, occurrence.last, until=until, now=now)
    # What was posted is kept true, also when nothing of it is left.
    if not is_posted and recap.is_empty and store.empty_weeks(tx, club.club_id) == "nothing":
        return Skipped(EMPTY_WEEK)
    return Ready(recap, places(club))


def _is_too_new(tx: sqlite3.Connection, club: Club, last: date) -> bool:
    begun = store.first_day(tx, club.club_id)
    return begun is None or last - begun < timedelta(days=DATA_DAYS - 1)


def places(club: Club) -> tuple[int, ...]:
    """Where recaps are posted: the first of these that is there."""
    return club.channels_for("recaps")


def week(
    tx: sqlite3.Connection, club_id: int, typed: str, *, now: datetime, defaults: Defaults
) -> Recap:
    """The week that `typed` names: last, this, or any day in it. Raises WeekUnread, also for one to come."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    return of_week(tx, club, first_day(club, typed, now=now), now=now)


def now_told(
    tx: sqlite3.Connection, club_id: int, name: str, *, now: datetime, defaults: Defaults
) -> tuple[Recap, Occurrence | None]:
    """The week that ended last, to be posted now; and its occurrence, if that was still to come, which this settles.

    Raises RecapUnderWay while it is just being posted by itself.
    """
    club = clubs.ensure(tx, club_id, name, now=now, defaults=defaults)
    first, kind = week_told(club, now), KINDS[WEEK]
    if schedules.is_under_way(tx, kind, club_id, first):
        raise RecapUnderWay
    occurrence = schedules.bring_forward(tx, kind, club_id, first, now=now)
    until = occurrence.due_at if occurrence else now
    last = club.weeks.last(first)
    return _gather(tx, club, WEEK, first, last, until=until, now=now), occurrence


def of_week(tx: sqlite3.Connection, club: Club, first: date, *, now: datetime) -> Recap:
    """The week that begins on, or holds, that day, as it stands now."""
    first = club.weeks.first(first)
    return _gather(tx, club, WEEK, first, club.weeks.last(first), until=now, now=now)


def told_then(tx: sqlite3.Connection, club_id: int, first: date, *, now: datetime) -> Recap | None:
    """A week that was told on demand, as it stands now; None when the club is gone."""
    club = clubs.find(tx, club_id)
    return None if club is None else of_week(tx, club, first, now=now)


def first_day(club: Club, typed: str, *, now: datetime) -> date:
    """The first day of the week that `typed` names: last, this, or any day in it. Raises WeekUnread."""
    typed, today = typed.strip().casefold(), club.day_of(now)
    if typed in LAST:
        return week_told(club, now)
    if typed in RUNNING:
        return club.weeks.first(today)
    day = _day(typed, now.astimezone(almanac.zone_named(club.zone)))
    if day is None or day > today:
        raise WeekUnread(typed)
    return club.weeks.first(day)


def first_of_month(club: Club, typed: str, *, now: datetime) -> date:
    """The first day of the month that `typed` names: last, this, Nov, or any day in it. Raises MonthUnread."""
    typed, today = typed.strip().casefold(), club.day_of(now)
    running = today.replace(day=1)
    if typed in LAST_MONTH:
        return (running - timedelta(days=1)).replace(day=1)
    if typed in RUNNING_MONTH:
        return running
    local = now.astimezone(almanac.zone_named(club.zone))
    day = _day(typed, local) or _day(f"1 {typed}", local)
    if day is None or day > today:
        raise MonthUnread(typed)
    return day.replace(day=1)


def _day(typed: str, now: datetime) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return parse_day(typed, now=now)


def looked_into(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    occurrence_id: int,
    *,
    now: datetime,
) -> Look | None:
    """A posted recap as it stands now, with the asking member's own part; None when it is too long ago."""
    occurrence = schedules.occurrence(tx, occurrence_id)
    club = clubs.find(tx, club_id)
    if club is None or occurrence is None or occurrence.club_id != club_id:
        return None
    every = EVERY.get(occurrence.kind)
    if every is None:
        return None
    recap = _gather(tx, club, every, occurrence.key, occurrence.last, until=now, now=now)
    return _look(tx, recap, member_id)


def looked_into_week(
    tx: sqlite3.Connection, club_id: int, member_id: int, day: date, *, now: datetime
) -> Look | None:
    """The same for a week that was posted on demand, by a day in it."""
    club = clubs.find(tx, club_id)
    return None if club is None else _look(tx, of_week(tx, club, day, now=now), member_id)


def _look(tx: sqlite3.Connection, recap: Recap, member_id: int) -> Look:
    metres, runs = store.own(tx, recap.club_id, member_id, recap.first, recap.last)
    return Look(recap, metres, runs, _names(tx, recap))


def _names(tx: sqlite3.Connection, recap: Recap) -> tuple[str, ...]:
    """Of everyone who ran, where they are known."""
    names = (members.name_of(tx, recap.club_id, member_id) for member_id in recap.ran)
    return tuple(filter(None, names))


def _gather(
    tx: sqlite3.Connection,
    club: Club,
    every: str,
    first: date,
    last: date,
    *,
    until: datetime,
    now: datetime,
) -> Recap:
    """The recap of a period; kudos count until an instant, so that it does not change for ever."""
    days = store.by_day(tx, club.club_id, first, last)
    runners = store.runners(tx, club.club_id, first, last)
    given = kudos.to_club(tx, club.club_id, first, last, until=until)
    period = Period(
        first,
        last,
        days,
        runners,
        given,
        members.guests_of(tx, club.club_id),
        members.named_in(tx, club, now=now),
        milestones.earned_between(tx, club.club_id, first, last) if every == WEEK else (),
        _challenges(tx, club, first, last, now=now) if every == WEEK else (),
        store.helpers(tx, club.club_id, first, last),
        year=None if every == WEEK else _year(tx, club, first, last, days, runners, given),
    )
    return _told_in_chat(tx, told(club, every, period))


def _told_in_chat(tx: sqlite3.Connection, recap: Recap) -> Recap:
    """The recap with the messages that its milestones and newcomers rest on, without what has a note of a hard hour."""
    rests_on: dict[Reached | int, Written] = {}
    kept: set[Reached | int] = set()
    for what, run_id in _runs_told(tx, recap):
        message, note = store.words(tx, run_id)
        if care.is_hard(note):
            continue
        kept.add(what)
        if message is not None:
            rests_on[what] = message
    return replace(recap.only(kept), rests_on=rests_on)


def _runs_told(tx: sqlite3.Connection, recap: Recap) -> Iterator[tuple[Reached | int, int]]:
    """What a recap tells of a single run, and that run's number."""
    for reached in recap.milestones:
        yield reached, reached.run_id
    for member_id in recap.newcomers:
        yield member_id, store.first_run(tx, recap.club_id, member_id, recap.first, recap.last)


def _year(
    tx: sqlite3.Connection,
    club: Club,
    first: date,
    last: date,
    days: Sequence[tuple[date, int, int]],
    runners: Sequence[Runner],
    given: int,
) -> Year:
    """What findings of the club's month or year look at: totals count every run, all else is public."""
    return Year(
        first,
        last,
        club.weeks,
        days,
        rainy=store.rainy(tx, club.club_id, first, last),
        kudos=given,
        people=store.people_by_month(tx, club.club_id, first, last),
        together=store.together(tx, club.club_id, first, last),
        new=sum(1 for runner in runners if runner.shown and runner.is_new),
    )


def _challenges(
    tx: sqlite3.Connection, club: Club, first: date, last: date, *, now: datetime
) -> list[OnTheWay]:
    """How far challenges are, in this week or the one before; of an older week nobody knows how far they were."""
    running = club.weeks.first(club.day_of(now))
    if first < club.weeks.first(running - timedelta(days=1)):
        return []
    found = challenges.on_the_way(tx, club.club_id, first, last, limit=CHALLENGES_TOLD)
    return [OnTheWay(name, percent) for name, percent in found]
