"""What is said of a challenge, once each, through the ledger: start, way, last day, end, changes."""

import hashlib
import sqlite3
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot import almanac
from bot.cards import service as cards
from bot.challenges import service, standing
from bot.challenges.kinds import kind_named
from bot.challenges.model import CARD, Board, Challenge, Shown
from bot.challenges.refusals import NoSuchChallenge
from bot.clubs import service as clubs
from bot.schedule import service as schedules
from bot.schedule.model import ONCE, Occurrence, Plan, Ready, Skipped

START, WAYPOINT, LAST_DAY, END, NEWS = OCCASIONS = (
    "challenge_start",
    "challenge_mark",
    "challenge_last_day",
    "challenge_end",
    "challenge_news",
)
MORNING = time(8)
"""Nobody is told at midnight; and who logs late in the evening of the last day is in the thanks."""
SETTLED = timedelta(minutes=10)
"""So long after the last change the club is told of all of them, where no organizer pressed *Done*."""
WORTH_A_LAST_DAY = 3
"""A shorter challenge needs no word on its last day."""

_NUMBERS = 1000
TOLD = "told:"

OVER, GONE = "not the moment any more", "the challenge is gone"


@dataclass(frozen=True, slots=True)
class About:
    """What an announcement is about, as everybody may see it."""

    shown: Shown
    message: tuple[int, int] | None
    """Channel and id of the living card."""
    waypoint: str = ""
    """What was reached on the way, by its key."""
    board: Board | None = None
    """At the end: whom to thank."""


def begin(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> None:
    """Plans what is to be said of a challenge that was just posted; its card speaks for today."""
    zone = _zone(tx, challenge)
    if challenge.first > almanac.local_day(now, zone):
        _put(tx, START, challenge, challenge.first, zone, now)
    _put_end(tx, challenge, zone, now)
    service.note_announced(tx, challenge.challenge_id, [_digest(challenge)], now=now)


def changed(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> None:
    """A posted challenge was edited: what is planned follows, and the club is told once the edits have settled."""
    zone = _zone(tx, challenge)
    if schedules.find(tx, START, challenge.club_id, challenge.challenge_id) is not None:
        _put(tx, START, challenge, challenge.first, zone, now)
    _put_end(tx, challenge, zone, now)
    tell_changes(tx, challenge, now=now, after=SETTLED)


def tell_changes(
    tx: sqlite3.Connection, challenge: Challenge, *, now: datetime, after: timedelta = timedelta()
) -> bool:
    """The club hears what the challenge is now; False when it is as they were told last."""
    known = service.announced(tx, challenge.challenge_id)
    if _digest(challenge) in known:
        schedules.forget(tx, NEWS, challenge.club_id, _news(challenge, known))
        return False
    plan = _at(now + after, _zone(tx, challenge))
    schedules.put(tx, NEWS, challenge.club_id, _news(challenge, known), plan, now=now)
    return True


def ended(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> None:
    """An organizer ended it: thanks go out now."""
    for kind in (START, LAST_DAY):
        schedules.forget(tx, kind, challenge.club_id, challenge.challenge_id)
    plan = _at(now, _zone(tx, challenge))
    schedules.put(tx, END, challenge.club_id, challenge.challenge_id, plan, now=now)


def called_off(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> None:
    """Nothing more is said of it but that it is called off."""
    for kind in (START, LAST_DAY, END):
        schedules.forget(tx, kind, challenge.club_id, challenge.challenge_id)
    tell_changes(tx, challenge, now=now)


def reached(tx: sqlite3.Connection, shown: Shown, *, now: datetime) -> None:
    """Of what was reached on the way and not said yet, the farthest is said, and the rest passed over."""
    challenge, percent = shown.challenge, shown.progress.percent
    if shown.phase != "running" or percent is None:
        return
    known = service.announced(tx, challenge.challenge_id)
    waypoints = kind_named(challenge.kind).waypoints(challenge)
    due = [
        place for place, (what, at) in enumerate(waypoints) if percent >= at and what not in known
    ]
    if not due:
        return
    passed = [waypoints[place][0] for place in due]
    service.note_announced(tx, challenge.challenge_id, passed, now=now)
    owner_id = challenge.challenge_id * _NUMBERS + due[-1]
    schedules.put(tx, WAYPOINT, challenge.club_id, owner_id, _at(now, shown.zone), now=now)


def has_news(tx: sqlite3.Connection, shown: Shown) -> bool:
    """Whether `reached` would say something; asked first, since it needs no turn to write."""
    percent = shown.progress.percent
    if shown.phase != "running" or percent is None:
        return False
    known = service.announced(tx, shown.challenge.challenge_id)
    waypoints = kind_named(shown.challenge.kind).waypoints(shown.challenge)
    return any(percent >= at and what not in known for what, at in waypoints)


def facts(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[About] | Skipped:
    """What is to be said now, and where; or why nothing is."""
    challenge_id, place = challenge_of(occurrence), place_of(occurrence)
    try:
        shown = standing.show(tx, occurrence.club_id, challenge_id, now=now)
    except NoSuchChallenge:
        return Skipped(GONE)
    if occurrence.ended_at is None and not _is_the_moment(occurrence.kind, shown):
        return Skipped(OVER)
    waypoints = kind_named(shown.challenge.kind).waypoints(shown.challenge)
    card = cards.find(tx, CARD, challenge_id)
    is_end = occurrence.kind == END
    is_waypoint = occurrence.kind == WAYPOINT and place < len(waypoints)
    about = About(
        shown=shown,
        message=card.place if card else None,
        waypoint=waypoints[place][0] if is_waypoint else "",
        board=standing.board(tx, occurrence.club_id, challenge_id, now=now) if is_end else None,
    )
    club = clubs.find(tx, occurrence.club_id)
    channels = (card and card.channel_id, club and club.channel_for("challenges"))
    return Ready(about, tuple(channel_id for channel_id in channels if channel_id))


def _is_the_moment(kind: str, shown: Shown) -> bool:
    challenge, phase = shown.challenge, shown.phase
    if kind == LAST_DAY:
        return phase == "running" and shown.today == challenge.last
    return phase in {
        START: ("running",),
        WAYPOINT: ("running", "ended"),
        END: ("ended", "closed"),
        NEWS: ("announced", "running", "cancelled"),
    }.get(kind, ())


def told(tx: sqlite3.Connection, challenge: Challenge, *, now: datetime) -> None:
    """The club has heard what the challenge is now."""
    service.note_announced(tx, challenge.challenge_id, [_digest(challenge)], now=now)


def _put_end(tx: sqlite3.Connection, challenge: Challenge, zone: ZoneInfo, now: datetime) -> None:
    if challenge.days >= WORTH_A_LAST_DAY:
        _put(tx, LAST_DAY, challenge, challenge.last, zone, now)
    _put(tx, END, challenge, challenge.last + timedelta(days=1), zone, now)


def _put(
    tx: sqlite3.Connection,
    kind: str,
    challenge: Challenge,
    day: date,
    zone: ZoneInfo,
    now: datetime,
) -> None:
    plan = Plan(ONCE, MORNING, zone.key, day=day)
    schedules.put(tx, kind, challenge.club_id, challenge.challenge_id, plan, now=now)


def _at(instant: datetime, zone: ZoneInfo) -> Plan:
    wall = instant.astimezone(zone)
    return Plan(ONCE, wall.time().replace(microsecond=0), zone.key, day=wall.date())


def challenge_of(occurrence: Occurrence) -> int:
    """The number of the challenge that it is about."""
    owner_id = occurrence.owner_id
    return owner_id // _NUMBERS if occurrence.kind in (WAYPOINT, NEWS) else owner_id


def place_of(occurrence: Occurrence) -> int:
    """Which waypoint it is, or which of the news; 0 for what comes once only."""
    return occurrence.owner_id % _NUMBERS if occurrence.kind in (WAYPOINT, NEWS) else 0


def _news(challenge: Challenge, known: set[str]) -> int:
    """Each telling is an owner of its own, since on one day there may be several."""
    count = sum(what.startswith(TOLD) for what in known)
    return challenge.challenge_id * _NUMBERS + min(count, _NUMBERS - 1)


def _digest(challenge: Challenge) -> str:
    """By which it is seen whether the club knows it as it is."""
    decided = (challenge.name, challenge.first, challenge.last, challenge.rules, challenge.state)
    return TOLD + hashlib.sha256(repr(decided).encode()).hexdigest()[:16]


def _zone(tx: sqlite3.Connection, challenge: Challenge) -> ZoneInfo:
    return standing.club_and_zone(tx, challenge.club_id)[1]
