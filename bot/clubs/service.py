"""Use cases of a club: it begins, chooses, leaves, returns, and in the end goes."""

import sqlite3
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.almanac import Hours
from bot.clubs import store
from bot.clubs.model import (
    KEPT_AFTER_LEAVING,
    MAX_RUN_CHANNELS,
    OFF,
    REPLIES,
    TONES,
    UNITS,
    WEEK_STARTS,
    Arrival,
    Changed,
    Club,
    Defaults,
    Wishes,
)
from bot.clubs.refusals import HoursUnread, NoSuchChoice, RoleIsEveryone, UnknownZone
from bot.schedule import service as schedules


def ensure(
    tx: sqlite3.Connection, club_id: int, name: str, *, now: datetime, defaults: Defaults
) -> Club:
    """The club, begun with the defaults when it is new; its name is kept up to date."""
    club = store.load(tx, club_id)
    if club is None:
        club = _new(club_id, name, defaults)
        store.insert(tx, club, joined_at=almanac.to_ms(now))
    elif club.name != name:
        club = replace(club, name=name)
        store.update(tx, club)
    return club


def find(tx: sqlite3.Connection, club_id: int) -> Club | None:
    """The club, or None when it was never seen."""
    return store.load(tx, club_id)


def find_or_new(tx: sqlite3.Connection, club_id: int, *, defaults: Defaults) -> Club:
    """The club, or what it would begin as; nothing is stored."""
    return store.load(tx, club_id) or _new(club_id, "", defaults)


def kept(
    tx: sqlite3.Connection, club: Club, name: str, *, now: datetime, defaults: Defaults
) -> Club:
    """What `find_or_new` gave, stored as `ensure` does; asks for nothing when all is as it was."""
    if club.name and club.name == name:
        return club
    return ensure(tx, club.club_id, name, now=now, defaults=defaults)


def _new(club_id: int, name: str, defaults: Defaults) -> Club:
    return Club(club_id, name, defaults.zone, defaults.units, REPLIES[0], None)


def join(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    *,
    now: datetime,
    defaults: Defaults,
    can_greet: bool,
) -> Arrival:
    """The bot is in this server (again). With `can_greet` a new club counts as greeted from now on."""
    club = ensure(tx, club_id, name, now=now, defaults=defaults)
    store.mark_present(tx, club_id)
    if can_greet:
        return Arrival(club, is_new=store.claim_greeting(tx, club_id, at=almanac.to_ms(now)))
    return Arrival(club, is_new=not store.is_greeted(tx, club_id))


def leave(tx: sqlite3.Connection, club_id: int, *, now: datetime) -> None:
    """The server removed the bot: its data wait for a return."""
    store.mark_left(tx, club_id, at=almanac.to_ms(now))


def note_presence(tx: sqlite3.Connection, present: Iterable[int], *, now: datetime) -> None:
    """Clubs that removed the bot, or took it back, while it was away: seen from the servers it is in."""
    here = set(present)
    for club_id in set(store.present(tx)) - here:
        store.mark_left(tx, club_id, at=almanac.to_ms(now))
    for club_id in here:
        store.mark_present(tx, club_id)


def greeting_failed(tx: sqlite3.Connection, club_id: int) -> None:
    """The hello could not be sent: the next arrival tries again."""
    store.release_greeting(tx, club_id)


def purge_left(tx: sqlite3.Connection, *, now: datetime) -> int:
    """Deletes the clubs that have been gone for 30 days; gives how many."""
    gone = store.left_before(tx, almanac.to_ms(now - KEPT_AFTER_LEAVING))
    for club_id in gone:
        store.delete(tx, club_id)
    return len(gone)


def choose(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    wishes: Wishes,
    *,
    now: datetime,
    defaults: Defaults,
) -> Club:
    """The club with what was chosen. Raises UnknownZone, HoursUnread, NoSuchChoice and RoleIsEveryone."""
    _refuse_impossible(club_id, wishes)
    club = ensure(tx, club_id, name, now=now, defaults=defaults)
    role_id = wishes.organizer_role_id
    chosen = replace(
        club,
        zone=wishes.zone or club.zone,
        units=wishes.units or club.units,
        replies=wishes.replies or club.replies,
        organizer_role_id=club.organizer_role_id if role_id is None else role_id or None,
        rankings=club.rankings if wishes.rankings is None else wishes.rankings,
        tone=wishes.tone or club.tone,
        quiet_hours=quiet_hours(wishes.quiet_hours, club.quiet_hours),
    )
    if wishes.week_start is not None:
        weeks = chosen.weeks.starting_on(WEEK_STARTS[wishes.week_start], today=chosen.day_of(now))
        chosen = replace(chosen, weeks=weeks)
    store.update(tx, chosen)
    if (chosen.zone, chosen.weeks) != (club.zone, club.weeks):
        schedules.follow_club(tx, club_id, zone=chosen.zone, weeks=chosen.weeks, now=now)
    if (chosen.zone, chosen.quiet_hours) != (club.zone, club.quiet_hours):
        schedules.wake_held(tx, now=now, club_id=club_id)
    return chosen


def quiet_hours(typed: str | None, before: Hours | None) -> Hours | None:
    """The hours that were typed, none for OFF, those before for None. Raises HoursUnread."""
    if typed is None:
        return before
    if typed.strip().casefold() in (OFF, "none"):
        return None
    found = almanac.hours(typed)
    if found is None:
        raise HoursUnread(typed)
    return found


def _refuse_impossible(club_id: int, wishes: Wishes) -> None:
    if wishes.zone is not None and almanac.zone_named(wishes.zone) is None:
        raise UnknownZone(wishes.zone)
    if wishes.units not in (None, *UNITS) or wishes.replies not in (None, *REPLIES):
        raise NoSuchChoice
    if wishes.week_start not in (None, *WEEK_STARTS):
        raise NoSuchChoice
    if wishes.tone not in (None, *TONES):
        raise NoSuchChoice
    if wishes.organizer_role_id == club_id:  # Discord gives @everyone the id of its server
        raise RoleIsEveryone


def read_runs_in(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    channel_ids: Iterable[int],
    *,
    now: datetime,
    defaults: Defaults,
) -> Changed:
    """Exactly these channels are read for runs from now on, at most ten; none is allowed."""
    before = ensure(tx, club_id, name, now=now, defaults=defaults)
    wanted = tuple(dict.fromkeys(channel_ids))[:MAX_RUN_CHANNELS]
    after = replace(before, run_channels=tuple(sorted(wanted)))
    store.replace_channels(tx, club_id, "runs", after.run_channels)
    return Changed(before, after)


def speak_in(
    tx: sqlite3.Connection,
    club_id: int,
    name: str,
    purpose: str,
    channel_id: int,
    *,
    now: datetime,
    defaults: Defaults,
) -> Club:
    """What the bot says for a purpose other than reading runs stands in this channel from now on."""
    before = ensure(tx, club_id, name, now=now, defaults=defaults)
    places = {**dict(before.places), purpose: channel_id}
    store.replace_channels(tx, club_id, purpose, (channel_id,))
    return replace(before, places=tuple(sorted(places.items())))


def channel_gone(tx: sqlite3.Connection, channel_id: int) -> None:
    """A deleted channel is read no longer."""
    store.forget_channel(tx, channel_id)


def role_gone(tx: sqlite3.Connection, role_id: int) -> None:
    """A deleted role makes nobody an organizer."""
    store.forget_role(tx, role_id)


def present(tx: sqlite3.Connection) -> list[Club]:
    """Every club whose server has the bot."""
    found = (store.load(tx, club_id) for club_id in store.present(tx))
    return [club for club in found if club]


def is_here(tx: sqlite3.Connection, club_id: int) -> bool:
    """Whether the club's server has the bot."""
    return store.is_here(tx, club_id)


def channels_read(tx: sqlite3.Connection) -> list[int]:
    """Every channel that is read for runs, of all clubs."""
    return store.read_channels(tx)
