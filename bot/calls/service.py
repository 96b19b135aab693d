"""Use cases of calls for cheers: made, answered, brought back to whoever called, and gone after three days."""

import sqlite3
from collections.abc import Iterable
from datetime import datetime

from bot import almanac
from bot.calls import store
from bot.calls.model import (
    CHEERS_BACK,
    GATHERED,
    KEPT,
    LOOKED_FOR,
    STANDS,
    Begun,
    Call,
    Cheered,
    CheersBack,
    Unplaced,
)
from bot.calls.refusals import CalledToday, CallOver, NowhereToCall, OwnCall
from bot.cheers import service as cheers
from bot.clubs import service as clubs
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.removals import service as removals
from bot.schedule import service as schedules
from bot.schedule.model import ONCE, Occurrence, Plan, Ready, Skipped


def may_be_named(
    tx: sqlite3.Connection, club_id: int | None, member_id: int, *, now: datetime
) -> bool:
    """Whether a call of the member may carry their name."""
    meant = club_id or members.club_meant(tx, member_id)
    club = clubs.find(tx, meant) if meant else None
    return club is not None and members.outlook_of(tx, member_id, club).is_named(now)


def begin(
    tx: sqlite3.Connection,
    club_id: int | None,
    member_id: int,
    *,
    named: bool,
    defaults: Defaults,
    now: datetime,
) -> Begun:
    """A call that is to be posted, one a day. Raises NowhereToCall and CalledToday.

    Who is not to be named is not, whatever was pressed. In a direct message it is for the club that is meant.
    """
    meant = club_id or members.club_meant(tx, member_id)
    club = clubs.find_or_new(tx, meant, defaults=defaults) if meant else None
    if club is None or not club.run_channels:
        raise NowhereToCall
    outlook = members.outlook_of(tx, member_id, club)
    named = named and outlook.is_named(now)
    day = outlook.day_of(now)
    number = store.begin(tx, club.club_id, member_id, day, named=named, at=almanac.to_ms(now))
    if number is None:
        raise CalledToday
    return Begun(number, named, club.run_channels)


def posted(
    tx: sqlite3.Connection, call_id: int, channel_id: int, message_id: int, *, now: datetime
) -> None:
    """The call stands there; one whose caller was forgotten, or is not to be named any more, is to go again."""
    if not store.posted(tx, call_id, channel_id, message_id):
        removals.remove(tx, channel_id, message_id)
        return
    call = _standing(tx, call_id, now)
    if call and call.named and not may_be_named(tx, call.club_id, call.member_id, now=now):
        take_name_away(tx, call.member_id)


def unplaced(tx: sqlite3.Connection, *, now: datetime) -> list[Unplaced]:
    """The calls that are to be looked for in chat; those of the last minutes may just be on their way."""
    found = store.unplaced(tx, before=almanac.to_ms(now - LOOKED_FOR))
    known = {number: clubs.find(tx, club_id) for number, club_id, _ in found}
    return [
        Unplaced(number, club.run_channels, almanac.from_ms(at))
        for number, _, at in found
        if (club := known[number]) is not None
    ]


def take_back(tx: sqlite3.Connection, call_id: int) -> None:
    """The call could not be posted."""
    store.delete(tx, call_id)


def cheer(
    tx: sqlite3.Connection,
    call_id: int,
    member_id: int,
    member_name: str,
    *,
    club_id: int,
    channel_id: int | None,
    message_id: int | None,
    now: datetime,
) -> Cheered:
    """A member answers a call, once; it comes back to the caller, and counts like any cheer.

    Raises CallOver and OwnCall.
    """
    call = _standing(tx, call_id, now)
    if call is None or call.club_id != club_id or call.message_id not in (None, message_id):
        raise CallOver
    if call.member_id == member_id:
        raise OwnCall
    club = clubs.find(tx, club_id)
    assert club is not None  # its row holds the call's
    if call.message_id is None and channel_id and message_id:
        store.posted(tx, call_id, channel_id, message_id)  # the bot ended before it could note it
    named = members.outlook_of(tx, member_id, club).is_named(now)
    is_new, counted = store.cheer(tx, call_id, member_id, named=named, at=almanac.to_ms(now)), None
    if is_new:
        counted = cheers.answer_call(tx, club, member_id, member_name, now=now)
        _bring_back(tx, call, now)
    return Cheered(len(store.cheerers(tx, call_id)), is_new, named, counted)


def _standing(tx: sqlite3.Connection, call_id: int, now: datetime) -> Call | None:
    return store.load(tx, call_id, since=almanac.to_ms(now - STANDS))


def _bring_back(tx: sqlite3.Connection, call: Call, now: datetime) -> None:
    """The first cheer plans the message; later ones find it planned, or are added to it."""
    if schedules.find(tx, CHEERS_BACK, call.club_id, call.call_id) is None:
        due = now + GATHERED
        plan = Plan(ONCE, due.time().replace(second=0, microsecond=0), "UTC", day=due.date())
        schedules.put(
            tx, CHEERS_BACK, call.club_id, call.call_id, plan, now=now, member_id=call.member_id
        )


def facts(
    tx: sqlite3.Connection, occurrence: Occurrence, now: datetime
) -> Ready[CheersBack] | Skipped:
    """Who cheers for the caller, by the names they may be called by."""
    since = almanac.to_ms(now - KEPT)
    call = store.load(tx, occurrence.owner_id, since=since)
    found = _back(tx, call, now) if call else None
    return Ready(found) if found else Skipped("no cheers any more")


def back_to(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> CheersBack | None:
    """Who cheers for the member's last call while it stands, for that member's eyes; None without a cheer."""
    call = store.last_of(tx, member_id, since=almanac.to_ms(now - STANDS))
    return _back(tx, call, now) if call else None


def _back(tx: sqlite3.Connection, call: Call, now: datetime) -> CheersBack | None:
    club, given = clubs.find(tx, call.club_id), store.cheerers(tx, call.call_id)
    if club is None or not given:
        return None
    known = members.named_in(tx, club, now=now)
    # What was sent without a name stays so, though its giver may be named again by now.
    names = tuple(known[one] for one, with_name in given.items() if with_name and one in known)
    return CheersBack(names, len(given) - len(names))


def take_name_away(tx: sqlite3.Connection, member_id: int) -> None:
    """The member is not to be named any more: calls with their name go from chat."""
    _remove(tx, store.take_down_named(tx, member_id))


def forget(tx: sqlite3.Connection, member_id: int, *, until: int) -> None:
    """The messages of the member's calls up to an instant are to go from chat; their rows go with the others."""
    _remove(tx, store.take_down_of(tx, member_id, until=until))


def tidy(tx: sqlite3.Connection, *, now: datetime) -> None:
    """A call goes from chat after a day, and for good after three."""
    _remove(tx, store.take_down_old(tx, before=almanac.to_ms(now - STANDS)))
    store.purge(tx, before=almanac.to_ms(now - KEPT))


def _remove(tx: sqlite3.Connection, places: Iterable[tuple[int, int]]) -> None:
    for channel_id, message_id in places:
        removals.remove(tx, channel_id, message_id)
