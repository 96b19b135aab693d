"""Use cases of prompts: organizers choose when they come, the club is asked, a member looks at their own."""

import functools
import hashlib
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from bot import almanac, texts
from bot.almanac import time_of_day
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.clubs.refusals import TimeOfDayUnread
from bot.members import service as members
from bot.motivation import model as motivation
from bot.motivation.model import Message
from bot.prompts import store
from bot.prompts.model import (
    ASKS,
    BEGINS,
    KINDS,
    PROMPTS,
    QUESTION,
    Asked,
    Weeks,
    When,
    another,
)
from bot.runs import history
from bot.schedule import service as schedules
from bot.schedule.model import DAYS, NO_CHANNEL, NO_CLUB, Occurrence, Plan, Ready, Skipped


def chosen(tx: sqlite3.Connection, club_id: int) -> dict[str, When]:
    """When each prompt comes in the club, or would come once it is switched on."""
    return {prompt: _when(tx, club_id, prompt) for prompt in PROMPTS}


def choose(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    prompt: str,
    *,
    weekdays: Collection[int] | None = None,
    active: bool | None = None,
    now: datetime,
    defaults: Defaults,
) -> None:
    """A prompt comes on these days, or is switched on or off; choosing days switches it on, none of them off."""
    club = clubs.ensure(tx, club_id, name, now=now, defaults=defaults)
    before = _when(tx, club_id, prompt)
    if weekdays is None:
        after = replace(before, active=before.active if active is None else active)
    else:
        days = frozenset(weekdays)
        after = replace(before, weekdays=days or before.weekdays, active=bool(days))
    _put(tx, club, prompt, after, now=now)


def choose_times(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    typed: dict[str, str],
    *,
    now: datetime,
    defaults: Defaults,
) -> None:
    """Prompt -> the time it comes at, as typed; what is empty stays. Raises TimeOfDayUnread, and then changes none."""
    club = clubs.ensure(tx, club_id, name, now=now, defaults=defaults)
    for prompt, words in typed.items():
        if not words.strip():
            continue
        at = time_of_day(words)
        if at is None:
            raise TimeOfDayUnread(words)
        _put(tx, club, prompt, replace(_when(tx, club_id, prompt), at=at), now=now)


def _when(tx: sqlite3.Connection, club_id: int, prompt: str) -> When:
    found = schedules.find(tx, KINDS[prompt], club_id, club_id)
    if found is None:
        return BEGINS[prompt]
    return When(found.plan.weekdays, found.plan.at, found.active)


def _put(tx: sqlite3.Connection, club: Club, prompt: str, when: When, *, now: datetime) -> None:
    kind, plan = KINDS[prompt], Plan(DAYS, when.at, club.zone, when.weekdays, weeks=club.weeks)
    schedules.put(tx, kind, club.club_id, club.club_id, plan, now=now)
    if not when.active:
        schedules.stop(tx, kind, club.club_id, club.club_id, now=now)


def due(tx: sqlite3.Connection, occurrence: Occurrence, now: datetime) -> Ready[Asked] | Skipped:
    """What the club is asked, and where: in its prompts channel, else in a run channel."""
    club = clubs.find(tx, occurrence.club_id)
    if club is None:
        return Skipped(NO_CLUB)
    channels = places(club)
    if not channels:
        return Skipped(NO_CHANNEL)
    prompt = ASKS[occurrence.kind]
    message = _next(tx, club.club_id, prompt, occurrence)
    return Ready(Asked(prompt, message.words, occurrence.key.weekday()), channels)


def places(club: Club) -> tuple[int, ...]:
    """Where prompts are posted: the first of these that is there."""
    return club.channels_for("prompts")


def note(tx: sqlite3.Connection, occurrence: Occurrence) -> None:
    """What `due` chose is asked now; it stays what this occurrence asks, however often it is tried."""
    if schedules.still_due(tx, occurrence):
        message = _next(tx, occurrence.club_id, ASKS[occurrence.kind], occurrence)
        store.tell(tx, occurrence.club_id, message.key, at=almanac.to_ms(occurrence.due_at))


def _next(tx: sqlite3.Connection, club_id: int, prompt: str, occurrence: Occurrence) -> Message:
    """The one asked longest ago; one that was chosen for this occurrence before is chosen again."""
    told, among = store.told(tx, club_id), shelf(prompt)
    due_at = almanac.to_ms(occurrence.due_at)
    again = (message for message in among if told.get(message.key) == due_at)
    found = next(again, None) or motivation.choose(among, told, turn=club_id >> 22)
    assert found is not None
    return found


def one_for(tx: sqlite3.Connection, club_id: int, member_id: int, occurrence_id: int) -> str | None:
    """Another question for a member alone, always the same under one message; None when that is too long ago."""
    occurrence = schedules.occurrence(tx, occurrence_id)
    is_here = occurrence is not None and occurrence.club_id == club_id
    if occurrence is None or not is_here or ASKS.get(occurrence.kind) != QUESTION:
        return None
    asked = _next(tx, club_id, QUESTION, occurrence).words
    turn = hashlib.blake2b(f"{occurrence_id} {member_id}".encode(), digest_size=8).digest()
    return another(shelf(QUESTION), but=(asked,), turn=int.from_bytes(turn)).words


def weeks_of(
    tx: sqlite3.Connection, club_id: int, member_id: int, *, now: datetime, defaults: Defaults
) -> Weeks:
    """What the member ran in the last week and in this one, private runs too: for that member's eyes."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    outlook = members.outlook_of(tx, member_id, club)
    first = club.weeks.first(outlook.day_of(now))
    return Weeks(
        _week(tx, club, member_id, first - timedelta(days=1)),
        _week(tx, club, member_id, first),
        outlook.units,
    )


def _week(tx: sqlite3.Connection, club: Club, member_id: int, day: date) -> tuple[int, int]:
    first, last = club.weeks.first(day), club.weeks.last(day)
    total = history.total_of(tx, club.club_id, member_id, first, last, public_only=False)
    return total.distance_m, total.runs


@functools.cache
def shelf(prompt: str) -> Sequence[Message]:
    """Everything there is to ask, one chapter after the other in turns."""
    return tuple(motivation.messages(texts.prompts(prompt)))
