"""Use cases of a member's own settings; export and forget have modules of their own beside this one."""

import sqlite3
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Unpack

from bot import almanac
from bot.clubs import service as clubs
from bot.clubs.model import TONES, UNITS, Club, Defaults
from bot.clubs.refusals import NoSuchChoice, UnknownZone
from bot.members import store
from bot.members.model import (
    AS_CLUB,
    DMS,
    MAX_PAUSE,
    Choices,
    Outlook,
    Pause,
    Preferences,
    asking_for_nudges,
    chosen,
    kept,
    outlook,
)
from bot.members.refusals import NamelessGuest, PauseTooLong
from bot.texts import clean

MAX_NAME = 64
WEEKLY_DAYS = range(1, 8)
NUDGE_DAYS = range(3, 61)
"""Less would be a daily counter, more than two months nothing one still knows of having asked for."""


def preferences_of(tx: sqlite3.Connection, member_id: int) -> Preferences:
    """The member's settings, the defaults when they never chose any."""
    return store.load(tx, member_id)


def reading_chosen_at(tx: sqlite3.Connection, member_id: int) -> datetime | None:
    """When the member last chose whether their posts are read; None when they never did."""
    at = store.reading_chosen_at(tx, member_id)
    return None if at is None else almanac.from_ms(at)


def choose(
    tx: sqlite3.Connection, member_id: int, /, *, now: datetime, **choices: Unpack[Choices]
) -> Preferences:
    """The member's settings with what was chosen. Raises UnknownZone, HoursUnread and NoSuchChoice."""
    _refuse_impossible(choices)
    before = store.load(tx, member_id)
    after = _with(choices, before)
    if after.read_posts != before.read_posts:
        after = replace(after, reading_chosen_at=now)
    store.save(tx, after, at=almanac.to_ms(now))
    return after


def _refuse_impossible(choices: Choices) -> None:
    """Raises UnknownZone, and NoSuchChoice for anything that no option offers; None is no choice."""
    zone = choices.get("zone")
    if zone not in (None, AS_CLUB) and almanac.zone_named(zone) is None:
        raise UnknownZone(zone)
    offered = (
        choices.get("units") in (None, AS_CLUB, *UNITS)
        and choices.get("tone") in (None, AS_CLUB, *TONES)
        and choices.get("dms") in (None, *DMS)
        and choices.get("weekly_days") in (None, *WEEKLY_DAYS)
        and choices.get("nudge_days") in (None, *NUDGE_DAYS)
    )
    if not offered:
        raise NoSuchChoice


def _with(choices: Choices, before: Preferences) -> Preferences:
    dms = choices.get("dms")
    if dms is None and choices.get("nudge_days"):
        dms = asking_for_nudges(before.dms)
    return replace(
        before,
        units=chosen(choices.get("units"), before.units),
        zone=chosen(choices.get("zone"), before.zone),
        tone=chosen(choices.get("tone"), before.tone),
        named=kept(choices.get("named"), before.named),
        read_posts=kept(choices.get("read_posts"), before.read_posts),
        weekly_days=kept(choices.get("weekly_days"), before.weekly_days),
        rest_days=kept(choices.get("rest_days"), before.rest_days),
        rankings=kept(choices.get("rankings"), before.rankings),
        home_club_id=kept(choices.get("home_club_id"), before.home_club_id),
        dms=kept(dms, before.dms),
        nudge_days=kept(choices.get("nudge_days"), before.nudge_days),
        quiet_hours=clubs.quiet_hours(choices.get("quiet_hours"), before.quiet_hours),
    )


def wants_nudges(tx: sqlite3.Connection, member_id: int) -> bool:
    """Whether a nudge comes to the member when it got quiet; asked with every run, so it reads no more than it must."""
    return store.wants_nudges(tx, member_id)


def outlook_of(tx: sqlite3.Connection, member_id: int, club: Club) -> Outlook:
    """How the member sees figures and days in this club, and is spoken to."""
    return outlook(
        store.load(tx, member_id),
        club_zone=club.zone,
        club_units=club.units,
        club_tone=club.tone,
    )


def pause(
    tx: sqlite3.Connection,
    member_id: int,
    days: int,
    reason: str | None,
    *,
    today: date,
    now: datetime,
) -> Pause | None:
    """Begins a pause of so many days from `today` on in place of one that goes on; 0 ends it. Gives the pause.

    Raises PauseTooLong beyond a year. The reason is the member's own note.
    """
    if not 0 <= days <= MAX_PAUSE.days:
        raise PauseTooLong(MAX_PAUSE.days)
    store.end_pause(tx, member_id, today=today)
    if days:
        begun = Pause(today, today + timedelta(days=days - 1))
        store.begin_pause(tx, member_id, begun, reason, at=almanac.to_ms(now))
        return begun
    return None


def pause_from_today(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    days: int,
    reason: str | None,
    *,
    now: datetime,
    defaults: Defaults,
) -> Pause | None:
    """As `pause`, from the day that it is for the member in this club, or (None) in their own zone."""
    today = today_of(tx, club_id, member_id, now=now, defaults=defaults)
    return pause(tx, member_id, days, reason, today=today, now=now)


def standing_pause(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    now: datetime,
    defaults: Defaults,
) -> Pause | None:
    """The pause that the member is in now, or None."""
    standing = store.load(tx, member_id).pause
    today = today_of(tx, club_id, member_id, now=now, defaults=defaults)
    return standing if standing and standing.covers(today) else None


def today_of(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    now: datetime,
    defaults: Defaults,
) -> date:
    """The day that it is for the member, in this club or (None) in the one they mean in private."""
    meant = club_id or club_meant(tx, member_id) or 0
    club = clubs.find_or_new(tx, meant, defaults=defaults)
    return outlook_of(tx, member_id, club).day_of(now)


def club_meant(tx: sqlite3.Connection, member_id: int) -> int | None:
    """The club that a member means in private: the one they chose, or the only one; None where it is unclear."""
    ids = [club_id for club_id, _ in store.clubs_of(tx, member_id)]
    home = store.load(tx, member_id).home_club_id
    if home in ids:
        return home
    return ids[0] if len(ids) == 1 else None


def pauses_of(tx: sqlite3.Connection, member_id: int) -> list[Pause]:
    """Every pause of the member, the first one first; the last may go on."""
    return store.pauses(tx, member_id)


def ended_pauses(tx: sqlite3.Connection, since: datetime, *, now: datetime) -> set[int]:
    """Whose pauses may have come to their end since an instant; a day more, since zones differ."""
    return store.paused_until(tx, since.date() - timedelta(days=1), now.date())


def act(tx: sqlite3.Connection, club_id: int, member_id: int, name: str, *, now: datetime) -> None:
    """Notes that a member acted in a club, and under which name, for lists and pictures."""
    store.see(tx, club_id, member_id, name[:MAX_NAME], at=almanac.to_ms(now))


def named_in(tx: sqlite3.Connection, club: Club, *, now: datetime) -> dict[int, str]:
    """Who acted in the club and may be named there now: id and last name; nobody else is ever shown."""
    hidden = unnamed(tx, club, now=now)
    names = store.names(tx, club.club_id)
    return {member_id: name for member_id, name in names.items() if member_id not in hidden}


def unnamed(tx: sqlite3.Connection, club: Club, *, now: datetime) -> set[int]:
    """Who acted in the club and is not to be named now, by their own choice or for a pause."""
    hidden = store.not_to_be_named(tx, club.club_id)
    # A member's own day is at most one away from the date in UTC.
    today, day = now.astimezone(UTC).date(), timedelta(days=1)
    for member_id in store.pausing(tx, club.club_id, today - day, today + day) - hidden:
        if not outlook_of(tx, member_id, club).is_named(now):
            hidden.add(member_id)
    return hidden


def unranked(tx: sqlite3.Connection) -> set[int]:
    """Whoever chose to stand in no ranking, of all members."""
    return store.unranked(tx)


def clubs_of(tx: sqlite3.Connection, member_id: int) -> list[tuple[int, str]]:
    """Id and name of each club in which the member acted and that still has the bot."""
    return store.clubs_of(tx, member_id)


def names_of(tx: sqlite3.Connection, club_id: int) -> Mapping[int, str]:
    """Id -> the name of everybody who acted in the club, guests too."""
    return store.names(tx, club_id)


def name_of(tx: sqlite3.Connection, club_id: int, member_id: int) -> str:
    """The name under which somebody acted in the club, a guest too; empty for a stranger."""
    return store.name(tx, club_id, member_id) or ""


def guests_of(tx: sqlite3.Connection, club_id: int) -> Mapping[int, str]:
    """Member id -> name of each guest of the club."""
    return {-number: name for number, name in store.guests(tx, club_id).items()}


def guest(tx: sqlite3.Connection, club_id: int, name: str, *, now: datetime) -> int:
    """The member id of a guest of the club by that name, who is new when nobody has it yet.

    Raises NamelessGuest for a name of which nothing can be seen.
    """
    wanted = name[:MAX_NAME]
    if not clean.words(wanted):
        raise NamelessGuest
    for member_id, known in guests_of(tx, club_id).items():
        if known.casefold() == wanted.casefold():
            return member_id
    return -store.add_guest(tx, club_id, wanted, at=almanac.to_ms(now))


def purge_guests(tx: sqlite3.Connection) -> None:
    """Lets go of guests who have no run any more."""
    store.purge_guests(tx)


def unread(tx: sqlite3.Connection) -> list[int]:
    """Ids of the members whose posts are not read."""
    return store.unread(tx)
