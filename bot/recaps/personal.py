"""A member's own recap, as a direct message for whoever asked for it with `/my settings dms`."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.consistency import service as consistency
from bot.kudos import service as kudos
from bot.members import service as members
from bot.recaps import letters, own, store
from bot.recaps import service as recaps
from bot.recaps.model import Choice, plan_of
from bot.recaps.own import KIND, MONTH_KIND, OwnPeriod, OwnRecap
from bot.schedule import service as schedules
from bot.schedule.model import MONTH, NO_CLUB, NOT_WANTED, WEEK, YEAR, Occurrence, Ready, Skipped
from bot.unasked import service as unasked

KINDS = {WEEK: KIND, MONTH: MONTH_KIND, YEAR: letters.KIND}
"""What of the schedule tells a member of which period."""
EVERY = {kind: every for every, kind in KINDS.items()}

TOGETHER = 25
"""So many members are taken in one unit of work."""

MISSING = 200
"""So many members are looked after a day."""

KEPT_BY = {"recap": "off", "all": "nudge"}
"""What stays of the direct messages when recaps are not wanted any more."""


def follow(tx: sqlite3.Connection, club_id: int | None, member_id: int, *, now: datetime) -> None:
    """The member's recap comes, moves or stops as their settings say; it is one for all their clubs.

    It comes on the day and at the time of one club, in the member's own zone where they chose one: where it came
    before, else in this club, else in the one they mean in private, else in any; never in one that sent the bot away
    while there is another.
    """
    before = [
        number for number in schedules.clubs_of(tx, member_id) if _comes(tx, number, member_id)
    ]
    mine = members.preferences_of(tx, member_id)
    here = [number for number in before if clubs.is_here(tx, number)]
    mean = members.club_meant(tx, member_id)
    meant = (*here, club_id, mean, *_clubs_of(tx, member_id), *before)
    found = (clubs.find(tx, number) for number in meant if number)
    club = next(filter(None, found), None) if mine.wants_recaps else None
    for number in before:
        if club is None or number != club.club_id:
            for kind in KINDS.values():
                schedules.stop(tx, kind, number, member_id, now=now)
    if club is not None:
        _put(tx, club, recaps.chosen(tx, club), member_id, mine.zone, now=now)


def follow_missing(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Whoever asked for recaps and has none coming: their club sent the bot away, or they act in one only now."""
    for member_id in store.without_recap(tx, KIND, limit=MISSING):
        follow(tx, None, member_id, now=now)


def follow_club(
    tx: sqlite3.Connection, club_id: int, *, after: int = 0, now: datetime
) -> int | None:
    """The club chose another day, time, zone or start of the week: what its members asked for goes along.

    As `unasked.in_turns`.
    """

    def bring(club: Club, together: Sequence[int]) -> None:
        choice = recaps.chosen(tx, club)
        for member_id in together:
            zone = members.preferences_of(tx, member_id).zone
            _put(tx, club, choice, member_id, zone, now=now)

    return unasked.in_turns(tx, KIND, club_id, bring, after=after, limit=TOGETHER)


def _comes(tx: sqlite3.Connection, club_id: int, member_id: int) -> bool:
    found = schedules.find(tx, KIND, club_id, member_id)
    return found is not None and found.active


def _clubs_of(tx: sqlite3.Connection, member_id: int) -> list[int]:
    return [club_id for club_id, _ in members.clubs_of(tx, member_id)]


def _put(
    tx: sqlite3.Connection,
    club: Club,
    choice: Choice,
    member_id: int,
    zone: str | None,
    *,
    now: datetime,
) -> None:
    for every, kind in KINDS.items():
        plan = plan_of(club, every, choice.weekday, choice.at, zone=zone)
        schedules.put(tx, kind, club.club_id, member_id, plan, now=now, member_id=member_id)


def due(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[OwnRecap] | Skipped:
    """The member's week or month; nothing where nothing was run, since nobody needs to be told that."""
    club, member_id = clubs.find(tx, occurrence.club_id), occurrence.owner_id
    if club is None:
        return Skipped(NO_CLUB)
    if not members.preferences_of(tx, member_id).wants_recaps:
        return Skipped(NOT_WANTED)
    every, until = EVERY[occurrence.kind], occurrence.due_at
    found = own_recap(tx, club, member_id, every, occurrence.key, until=until)
    return Skipped(letters.NOTHING_RAN) if found.is_empty else Ready(found)


def own_recap(
    tx: sqlite3.Connection, club: Club, member_id: int, every: str, day: date, *, until: datetime
) -> OwnRecap:
    """A member's week or month that holds a day, private runs too, kudos until an instant: for their eyes."""
    first, last = own.first_of(day, every, club.weeks), own.last_of(day, every, club.weeks)
    runs = own.once(store.runs_of(tx, member_id, last))
    period = OwnPeriod(
        first,
        last,
        runs,
        kudos.received(tx, member_id, first, last, until=until),
        club.weeks,
        consistency.own_habit(tx, member_id),
        every,
        store.helped_of(tx, member_id, last),
    )
    return own.told(period, members.outlook_of(tx, member_id, club).units)


def decline(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    """The member wants no more recaps of their own; a nudge they asked for stays."""
    _stop(tx, member_id, now=now)
    follow(tx, None, member_id, now=now)


def _stop(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    mine = members.preferences_of(tx, member_id)
    members.choose(tx, member_id, now=now, dms=KEPT_BY.get(mine.dms, mine.dms))


def asked_for(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    every: str,
    typed: str,
    *,
    now: datetime,
    defaults: Defaults,
) -> OwnRecap:
    """The member's own week or month that `typed` names, as it stands now. Raises WeekUnread and MonthUnread."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    named = recaps.first_of_month if every == MONTH else recaps.first_day
    return own_recap(tx, club, member_id, every, named(club, typed, now=now), until=now)
