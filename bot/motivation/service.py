"""Motivation for a member who asks for it: the message whose turn it is, and the week so far."""

import functools
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot import almanac, texts
from bot.challenges import service as challenges
from bot.clubs import service as clubs
from bot.clubs.model import TONES, Club, Defaults
from bot.clubs.refusals import NoSuchChoice, TimeOfDayUnread
from bot.members import service as members
from bot.members.refusals import WhichClub
from bot.motivation import model, store
from bot.motivation.model import DM, KINDS, PLACES, Chosen, Message, Motivation, Week
from bot.motivation.refusals import DaysUnread
from bot.runs import history
from bot.schedule import service as schedules
from bot.schedule.model import DAYS, NO_CHANNEL, NO_CLUB, Occurrence, Plan, Ready, Skipped

MORNING = time(8)
EVERY_DAY = frozenset(range(7))


def now(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    defaults: Defaults,
    now: datetime,
) -> Motivation:
    """A message in the member's tone that fits the season where they are, none of the last thirty, and is noted.

    Without a club it is the member's home club, or the only one they act in.
    """
    club = _club_meant(tx, club_id, member_id, defaults)
    found = _fitting(tx, club, member_id, defaults.zone, public=False, now=now)
    if found.message is not None:
        store.tell(tx, member_id, found.message.key, at=almanac.to_ms(now))
    return found.told


def chosen(tx: sqlite3.Connection, club_id: int | None, member_id: int) -> Chosen | None:
    """When and where messages come to the member; None while none do."""
    for number in _clubs_of(tx, club_id, member_id):
        for place, kind in KINDS.items():
            found = schedules.find(tx, kind, number, member_id)
            if found is not None and found.active:
                return Chosen(found.plan.weekdays, found.plan.at, found.plan.zone, place)
    return None


def choose(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    days: str | None,
    at: str | None,
    place: str | None,
    defaults: Defaults,
    now: datetime,
) -> Chosen | None:
    """Messages come on these days at this time of the member's zone; what is None stays, days "off" end it.

    They come in one club at a time. Raises DaysUnread, TimeOfDayUnread, WhichClub and NoSuchChoice.
    """
    if place not in (None, *PLACES):
        raise NoSuchChoice
    weekdays, time_of_day = _read(days, at)
    before = chosen(tx, club_id, member_id)
    stop(tx, member_id, now=now)
    if weekdays is not None and not weekdays:
        return None
    club = _club_meant(tx, club_id, member_id, defaults)
    if club is None:
        raise WhichClub("/motivation set")
    zone = members.preferences_of(tx, member_id).zone or club.zone
    after = Chosen(
        weekdays or (before.weekdays if before else EVERY_DAY),
        time_of_day or (before.at if before else MORNING),
        zone,
        place or (before.place if before else DM),
    )
    plan = Plan(DAYS, after.at, zone, after.weekdays)
    kind = KINDS[after.place]
    schedules.put(tx, kind, club.club_id, member_id, plan, now=now, member_id=member_id)
    return after


def stop(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    """No message comes to the member on its own any more."""
    for number in _clubs_of(tx, None, member_id):
        for kind in KINDS.values():
            schedules.stop(tx, kind, number, member_id, now=now)


def follow_zone(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> None:
    """The member chose another zone: what comes on its own goes by it."""
    for number in _clubs_of(tx, None, member_id):
        club = clubs.find(tx, number)
        zone = members.preferences_of(tx, member_id).zone or (club.zone if club else None)
        for kind in KINDS.values():
            found = schedules.find(tx, kind, number, member_id)
            if found is not None and found.active and zone:
                plan = replace(found.plan, zone=zone)
                schedules.put(tx, kind, number, member_id, plan, now=now, member_id=member_id)


def facts(
    tx: sqlite3.Connection, occurrence: Occurrence, now: datetime
) -> Ready[Motivation] | Skipped:
    """What comes to a member now. In the channel only what everybody could see, and nothing for who is not named."""
    club, member_id = clubs.find(tx, occurrence.club_id), occurrence.owner_id
    if club is None:
        return Skipped(NO_CLUB)
    outlook = members.outlook_of(tx, member_id, club)
    public = occurrence.kind != KINDS[DM]
    found = _fitting(
        tx, club, member_id, club.zone, public=public, now=now, due_at=occurrence.due_at
    ).told
    if not public:
        return Ready(found)
    if not outlook.is_named(now) or (found.words, found.week, found.ahead) == (None, None, None):
        return Skipped("nothing to say in public")
    places = club.channels_for("prompts")
    # Without a place it would become a direct message, which nobody asked for.
    return Ready(found, places) if places else Skipped(NO_CHANNEL)


def note(tx: sqlite3.Connection, occurrence: Occurrence, *, now: datetime) -> None:
    """The message that `facts` chose is told now; it stays the one of this occurrence."""
    club = clubs.find(tx, occurrence.club_id)
    member_id, due_at = occurrence.owner_id, occurrence.due_at
    if club is not None:
        public = occurrence.kind != KINDS[DM]
        found = _fitting(tx, club, member_id, club.zone, public=public, now=now, due_at=due_at)
        if found.message is not None:
            note_told(tx, occurrence, found.message.key)


@dataclass(frozen=True, slots=True)
class _Found:
    """What is told, and the message in it, None in plain tone."""

    told: Motivation
    message: Message | None


def _fitting(
    tx: sqlite3.Connection,
    club: Club | None,
    member_id: int,
    default_zone: str,
    *,
    public: bool,
    now: datetime,
    due_at: datetime | None = None,
) -> _Found:
    """Message, week and challenge for a member; in public words come without the week, and public figures alone."""
    ahead = challenges.next_for(tx, club, member_id, public=public, now=now) if club else None
    message = _message(
        tx, club, member_id, default_zone, in_challenge=ahead is not None, now=now, due_at=due_at
    )
    week = None
    if club is not None and not (public and message is not None):
        week = _week(tx, club, member_id, public=public, now=now)
    if public and week is not None and not week.runs:
        week = None  # that there is nothing yet is no word for everybody's ears
    units = "km"
    if club is not None:
        units = club.units if public else members.outlook_of(tx, member_id, club).units
    words = message.words if message else None
    return _Found(Motivation(words, week, ahead, units), message)


def _club_meant(
    tx: sqlite3.Connection, club_id: int | None, member_id: int, defaults: Defaults
) -> Club | None:
    meant = club_id or members.club_meant(tx, member_id)
    return clubs.find_or_new(tx, meant, defaults=defaults) if meant else None


def _message(
    tx: sqlite3.Connection,
    club: Club | None,
    member_id: int,
    default_zone: str,
    *,
    in_challenge: bool,
    now: datetime,
    due_at: datetime | None,
) -> Message | None:
    """The message whose turn it is, None in plain tone; one that was told for `due_at` before is told again."""
    mine = members.preferences_of(tx, member_id)
    tone = mine.tone or (club.tone if club else TONES[0])
    zone = mine.zone or (club.zone if club else default_zone)
    day = almanac.local_day(now, almanac.zone_named(zone) or ZoneInfo("UTC"))
    season = model.season(day, almanac.latitude(zone))
    fitting = model.fitting(_messages(tone), season, in_challenge=in_challenge)
    return turn_of(tx, member_id, fitting, due_at=due_at)


def turn_of(
    tx: sqlite3.Connection, member_id: int, among: Sequence[Message], *, due_at: datetime | None
) -> Message | None:
    """The message that the member was told longest ago; what was told for `due_at` is told again."""
    told = store.told(tx, member_id)
    if due_at is not None:
        again = (m for m in among if told.get(m.key) == almanac.to_ms(due_at))
        if (message := next(again, None)) is not None:
            return message
    return model.choose(among, told, turn=member_id)


def note_told(tx: sqlite3.Connection, occurrence: Occurrence, key: str) -> None:
    """The message by that key is told for an occurrence that is still to be sent."""
    if schedules.still_due(tx, occurrence):
        store.tell(tx, occurrence.owner_id, key, at=almanac.to_ms(occurrence.due_at))


def _read(days: str | None, at: str | None) -> tuple[frozenset[int] | None, time | None]:
    weekdays = None if days is None else model.days_in(days)
    if days is not None and weekdays is None:
        raise DaysUnread(days)
    time_of_day = None if at is None else almanac.time_of_day(at)
    if at is not None and time_of_day is None:
        raise TimeOfDayUnread(at)
    return weekdays, time_of_day


def _clubs_of(tx: sqlite3.Connection, club_id: int | None, member_id: int) -> list[int]:
    """The clubs in which something may come to the member on its own."""
    planned = schedules.clubs_of(tx, member_id)
    return planned if club_id is None or club_id in planned else [*planned, club_id]


def _week(
    tx: sqlite3.Connection, club: Club, member_id: int, *, public: bool, now: datetime
) -> Week:
    outlook = members.outlook_of(tx, member_id, club)
    today = outlook.day_of(now)
    first, last = club.weeks.first(today), club.weeks.last(today)
    total = history.total_of(tx, club.club_id, member_id, first, last, public_only=public)
    return Week(total.distance_m, total.runs, club.units if public else outlook.units)


@functools.cache
def _messages(tone: str) -> Sequence[Message]:
    chapters = texts.motivation(tone)
    return tuple(model.messages(chapters)) if chapters else ()
