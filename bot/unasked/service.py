"""Whether something unasked may come now: no pause, no quiet hours, one direct message a day; and closed doors."""

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bot import almanac
from bot.clubs import service as clubs
from bot.clubs.model import Club
from bot.members import service as members
from bot.members.model import DMS, Outlook
from bot.motivation.model import CHANNEL, KINDS
from bot.nudges.model import NUDGE
from bot.schedule import service as schedules
from bot.schedule.model import LEASE, Occurrence, Skipped, Waits
from bot.unasked import store
from bot.unasked.model import ENOUGH, PAUSED, QUIET, UNCLEAR, Manner

DAY = timedelta(days=1)
TOGETHER = 100
"""So many members are followed in one unit of work."""
FOLLOWING = (*KINDS.values(), NUDGE)
"""What comes at an hour of the club for members without a zone of their own."""


def hold(
    tx: sqlite3.Connection,
    occurrence: Occurrence,
    manner: Manner,
    *,
    direct: bool,
    looked: bool,
    now: datetime,
) -> Waits | Skipped | None:
    """What keeps an occurrence back now, or None when it may come.

    A club's quiet hours are for what it posts, a member's for what is their own; both count for a member's words
    in a channel. With `looked` it is known that no earlier try of it has arrived.
    """
    club = clubs.find(tx, occurrence.club_id)
    if club is None:
        return None
    if occurrence.member_id is None:
        return _quiet(now, club, None, None)
    outlook = members.outlook_of(tx, occurrence.member_id, club)
    if outlook.pause is not None and outlook.pause.covers(outlook.day_of(now)):
        return Skipped(PAUSED)
    mine = members.preferences_of(tx, occurrence.member_id).quiet_hours
    quiet = _quiet(now, None if direct else club, mine, outlook.zone)
    # An earlier try that may have arrived is looked for first, whatever came since.
    unseen = occurrence.maybe_sent and not looked
    if quiet is not None or not direct or manner.asked_for or unseen:
        return quiet
    return _enough(tx, occurrence, occurrence.member_id, manner, outlook, now)


def _quiet(
    now: datetime, club: Club | None, mine: almanac.Hours | None, zone: ZoneInfo | None
) -> Waits | None:
    """To the end of the quiet hours that it is in."""
    ends = [club.quiet_until(now)] if club is not None else []
    if mine is not None and zone is not None:
        ends.append(mine.until(now, zone))
    until = max(filter(None, ends), default=None)
    return Waits(QUIET, until) if until else None


def _enough(
    tx: sqlite3.Connection,
    occurrence: Occurrence,
    member_id: int,
    manner: Manner,
    outlook: Outlook,
    now: datetime,
) -> Waits | Skipped | None:
    """The second direct message of the member's day; one that yields also lets one go first that waited for today."""
    today = outlook.day_of(now)
    tomorrow = almanac.start_of_day(today + DAY, outlook.zone)
    begun = almanac.start_of_day(today, outlook.zone)
    if manner.yields and schedules.waits_for(tx, occurrence, member_id, ENOUGH, tomorrow):
        return Skipped(ENOUGH)
    if schedules.is_unclear(tx, occurrence, member_id):
        return Waits(UNCLEAR, now + LEASE, unsent=True)
    if not schedules.came_directly_since(tx, occurrence, member_id, begun):
        return None
    if manner.yields:
        return Skipped(ENOUGH)
    time_of_day = occurrence.due_at.astimezone(outlook.zone).time()
    same_time = datetime.combine(today + DAY, time_of_day)
    until = max(tomorrow, almanac.wall_to_instant(same_time, outlook.zone))
    return Waits(ENOUGH, until, unsent=True)


def follow_club(
    tx: sqlite3.Connection, kind: str, club_id: int, *, after: int, now: datetime
) -> int | None:
    """The club chose another zone: what comes to members who have none of their own goes by it; as `in_turns`."""

    def follow(club: Club, together: Sequence[int]) -> None:
        for member_id in together:
            found = schedules.find(tx, kind, club_id, member_id)
            if found is not None and members.preferences_of(tx, member_id).zone is None:
                plan = replace(found.plan, zone=club.zone)
                schedules.put(tx, kind, club_id, member_id, plan, now=now, member_id=member_id)

    return in_turns(tx, kind, club_id, follow, after=after)


def in_turns(
    tx: sqlite3.Connection,
    kind: str,
    club_id: int,
    follow: Callable[[Club, Sequence[int]], None],
    *,
    after: int,
    limit: int = TOGETHER,
) -> int | None:
    """Those to whom something of that kind comes follow a change of their club, so many at a time.

    They are those behind `after` by id; gives the last of them, None when there are no more.
    """
    club = clubs.find(tx, club_id)
    together = schedules.members_with(tx, kind, club_id, after=after, limit=limit)
    if club is None or not together:
        return None
    follow(club, together)
    return together[-1]


def closed(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    """The member takes no direct messages: none is tried any more, and their next private answer says so."""
    for plan in schedules.of_member(tx, member_id):
        if plan.kind != KINDS[CHANNEL]:
            schedules.stop(tx, plan.kind, plan.club_id, plan.owner_id, now=now)
    if members.preferences_of(tx, member_id).dms != DMS[0]:
        members.choose(tx, member_id, now=now, dms=DMS[0])
    store.close_dms(tx, member_id, at=almanac.to_ms(now))


def unreached(tx: sqlite3.Connection) -> list[int]:
    """Ids of the members who are still to be told that their direct messages are closed."""
    return store.unreached(tx)


def is_unreached(tx: sqlite3.Connection, member_id: int) -> bool:
    """Whether the member is still to be told."""
    return store.is_unreached(tx, member_id)


def told(tx: sqlite3.Connection, member_id: int) -> None:
    """The member was told."""
    store.delete_unreached(tx, member_id)
