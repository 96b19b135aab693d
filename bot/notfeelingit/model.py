"""The small ways on a day without wanting to run, and when to ask whether one went; pure."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import almanac

REST = "rest"
SMALL = ("walk", "block", REST)
"""What one may do on such a day; all three are good answers."""

DID_YOU_GO = "did_you_go"
"""The kind under which a member is asked later, once."""
WAIT = timedelta(hours=3)
LATEST = time(21)
MORNING = time(9)


def asked_at(now: datetime, zone: ZoneInfo) -> datetime:
    """When to ask: three hours on, but neither late in the evening nor at night; then the next morning."""
    later = now + WAIT
    today, wall = almanac.local_day(now, zone), later.astimezone(zone)
    if wall.date() == today and wall.time() <= LATEST and wall.time() >= MORNING:
        return later
    morning = almanac.wall_to_instant(datetime.combine(wall.date(), MORNING), zone)
    if morning >= later:
        return morning
    next_day = wall.date() + timedelta(days=1)
    return almanac.wall_to_instant(datetime.combine(next_day, MORNING), zone)
