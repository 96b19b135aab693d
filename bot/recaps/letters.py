"""A letter from a member's year: whole for themselves, and from public runs of one club for others."""

import re
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import almanac
from bot.bests.model import Effort
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.kudos import service as kudos
from bot.members import service as members
from bot.members.model import Outlook
from bot.recaps import findings, own, store
from bot.recaps.findings import Finding, Year
from bot.recaps.refusals import YearUnread
from bot.schedule.model import NO_CLUB, NOT_WANTED, Occurrence, Ready, Skipped
from bot.stats.refusals import NothingToShare, NotToBeNamed
from bot.texts.figures import MILE_M

KIND = "personal letter"
"""What of the schedule tells a member their year."""
NOTHING_RAN = "nothing was run, and nobody is told so"
JANUARY = 1
WALK = "walk"


@dataclass(frozen=True, slots=True)
class OwnLetter:
    """What a member's letter tells."""

    name: str
    year: int
    is_whole: bool
    """Whether the year is over."""
    units: str
    runs: int
    metres: int
    seconds: int
    days: int
    calendar_first: date
    calendar: tuple[int | None, ...]
    """Metres of each day from there on, None for one without a run."""
    findings: tuple[Finding, ...]
    helped: int = 0
    """On how many days of it they helped out at a run."""
    for_others: bool = False
    """Made of public runs of one club alone, to be shown to everybody."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to write about."""
        return not self.runs and not self.helped


def due(
    tx: sqlite3.Connection, occurrence: Occurrence, now: datetime
) -> Ready[OwnLetter] | Skipped:
    """The member's letter from the year that ended; nothing where nothing was run."""
    club, member_id = clubs.find(tx, occurrence.club_id), occurrence.owner_id
    if club is None:
        return Skipped(NO_CLUB)
    if not members.preferences_of(tx, member_id).wants_recaps:
        return Skipped(NOT_WANTED)
    found = letter(tx, club, member_id, occurrence.key.year, until=occurrence.due_at)
    return Skipped(NOTHING_RAN) if found.is_empty else Ready(found)


def asked_for(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    typed: str | None,
    *,
    now: datetime,
    defaults: Defaults,
) -> OwnLetter:
    """The letter from the year that `typed` names: 2025, this, last; without words, the one that is fitting now.

    Raises YearUnread.
    """
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    year = _year_named(typed, today=outlook.day_of(now))
    return letter(tx, club, member_id, year, until=now)


def asked_for_others(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    typed: str | None,
    *,
    now: datetime,
    defaults: Defaults,
) -> OwnLetter:
    """What everybody may know of it. Raises YearUnread, NotToBeNamed, and NothingToShare without a public run in it."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    if not outlook.is_named(now):
        raise NotToBeNamed
    year = _year_named(typed, today=outlook.day_of(now))
    found = letter(tx, club, member_id, year, until=now, for_others=True)
    if not found.runs:
        raise NothingToShare
    return found


def _year_named(typed: str | None, *, today: date) -> int:
    """The year; in January the one before is meant."""
    words = (typed or "").strip().casefold()
    if not words:
        return today.year - 1 if today.month == JANUARY else today.year
    if words in ("this", "this year"):
        return today.year
    if words in ("last", "last year"):
        return today.year - 1
    if not re.fullmatch(r"[12]\d{3}", words, re.ASCII) or int(words) > today.year:
        raise YearUnread(words)
    return int(words)


def letter(
    tx: sqlite3.Connection,
    club: Club,
    member_id: int,
    year: int,
    *,
    until: datetime,
    for_others: bool = False,
) -> OwnLetter:
    """The letter as it stands at an instant; for others of the public runs in this club alone."""
    outlook = members.outlook_of(tx, member_id, club)
    first, end = date(year, 1, 1), date(year, 12, 31)
    last = max(first, min(end, outlook.day_of(until)))
    public_in = club.club_id if for_others else None
    ever = (
        store.public_runs_of(tx, club.club_id, member_id, last)
        if for_others
        else store.runs_of(tx, member_id, last)
    )
    runs = own.once(ever)
    seen = _seen(tx, club, outlook, member_id, runs, first, last, until=until, public_in=public_in)
    return OwnLetter(
        name=members.name_of(tx, club.club_id, member_id),
        year=year,
        is_whole=outlook.day_of(until) > end,
        units=outlook.units,
        runs=len(seen.runs),
        metres=sum(run.distance_m or 0 for run in seen.runs),
        seconds=sum(run.duration_s or 0 for run in seen.runs),
        days=len(seen.days),
        calendar_first=club.weeks.first(first),
        calendar=findings.by_day(seen.days, club.weeks, first, last),
        findings=findings.told(seen, findings.SHARED if for_others else findings.OWN),
        helped=seen.helped,
        for_others=for_others,
    )


def _seen(
    tx: sqlite3.Connection,
    club: Club,
    outlook: Outlook,
    member_id: int,
    runs: Sequence[Effort],
    first: date,
    last: date,
    *,
    until: datetime,
    public_in: int | None,
) -> Year:
    """What the findings look at."""
    before = [run for run in runs if run.day < first]
    within = [run for run in runs if run.day >= first]
    posts = store.own_posts(tx, member_id, first, last, public_in=public_in)
    helped = store.helped_of(tx, member_id, last, public_in=public_in)
    begins = almanac.start_of_day(first, outlook.zone)
    ends = almanac.start_of_day(last + timedelta(days=1), outlook.zone)
    return Year(
        first,
        last,
        club.weeks,
        own.by_day(within),
        hours=tuple(_hours(posts)),
        rainy=sum(1 for *_, wet in posts if wet),
        kudos=kudos.received(tx, member_id, first, last, until=until, club_id=public_in),
        given=kudos.given(tx, member_id, begins, min(until, ends), club_id=public_in),
        runs=within,
        before=(len(before), max((run.distance_m or 0 for run in before), default=0)),
        helped=sum(1 for day in helped if day >= first),
        walks=sum(1 for *_, kind, _ in posts if kind == WALK),
        units_m=MILE_M if outlook.units == "mi" else 1000,
    )


def _hours(posts: Sequence[tuple[date, int, str | None, str | None, bool]]) -> list[int]:
    """The local hour of each post that was written on the day of its run."""
    found = []
    for day, posted_at, zone, _, _ in posts:
        local = almanac.from_ms(posted_at).astimezone(
            almanac.zone_named(zone or "") or ZoneInfo("UTC")
        )
        if local.date() == day:
            found.append(local.hour)
    return found
