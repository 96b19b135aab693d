"""Use cases of joys: noted with the run, told in private while they are true, and shared by their member alone."""

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime

from bot import almanac
from bot.clubs import service as clubs
from bot.joys import store
from bot.joys.model import ANYWAY, COMEBACK, FRESH, TOLD_WITHIN, Joy, is_comeback
from bot.joys.refusals import JoyGone, JoyShared
from bot.members import service as members
from bot.members.model import Outlook, is_guest
from bot.notfeelingit import service as notfeelingit
from bot.removals import service as removals
from bot.runs import service as runs
from bot.runs.model import Fact, Place, Run, RunChanged
from bot.runs.refusals import NoSuchRun
from bot.stats.refusals import NotToBeNamed

JOY = "joy"
"""The name under which a new post says that its member is to be told something in private."""


def note(tx: sqlite3.Connection, run: Run, place: Place, *, now: datetime) -> Fact | None:
    """Keeps what a new run is worth to its member in private, and says that there is something; in a pause nothing."""
    today = place.outlook.day_of(now)
    if is_guest(run.member_id) or not run.is_run or run.day < today - FRESH:
        return None
    if _is_paused(place.outlook, today):
        return None
    kind = _kind(tx, run)
    if kind is None:
        return None
    joy = Joy(run.run_id, run.club_id, run.member_id, kind, run.day)
    return Fact(JOY, kind) if store.note(tx, joy, at=almanac.to_ms(now)) else None


def _is_paused(outlook: Outlook, today: date) -> bool:
    return outlook.pause is not None and outlook.pause.covers(today)


def _kind(tx: sqlite3.Connection, run: Run) -> str | None:
    if is_comeback(store.around(tx, run)):
        return COMEBACK
    return ANYWAY if notfeelingit.came_all_the_same(tx, run) else None


def hush(tx: sqlite3.Connection, post_id: int) -> None:
    """Its author is in a hard hour: nothing of the post is told."""
    store.delete(tx, post_id)


def untold(tx: sqlite3.Connection, member_id: int, *, now: datetime) -> list[Joy]:
    """What is to be told to the member now, the oldest first: what still holds, and in a pause nothing."""
    found = store.untold(tx, member_id, since=_since(now))
    return [joy for joy in found if _holds(tx, joy) and not _paused_in(tx, joy, now)]


def _paused_in(tx: sqlite3.Connection, joy: Joy, now: datetime) -> bool:
    club = clubs.find(tx, joy.club_id)
    if club is None:
        return True
    outlook = members.outlook_of(tx, joy.member_id, club)
    return _is_paused(outlook, outlook.day_of(now))


def _holds(tx: sqlite3.Connection, joy: Joy) -> bool:
    """Whether it is still what all runs say; a run that is gone or was moved to another day takes it along."""
    try:
        run = runs.present(tx, joy.club_id, joy.member_id, joy.run_id)
    except NoSuchRun:
        return False
    if not run.is_run or run.day != joy.day:
        return False
    return joy.kind == ANYWAY or is_comeback(store.around(tx, run))


def _since(now: datetime) -> int:
    return almanac.to_ms(now - TOLD_WITHIN)


def untold_members(tx: sqlite3.Connection, *, now: datetime) -> list[int]:
    """Everybody for whom there may be something to tell."""
    return store.untold_members(tx, since=_since(now))


def told(tx: sqlite3.Connection, run_ids: Sequence[int], *, now: datetime) -> None:
    """These were told."""
    store.set_told(tx, run_ids, at=almanac.to_ms(now))


def to_share(tx: sqlite3.Connection, member_id: int, run_id: int, *, now: datetime) -> Joy:
    """A joy that its member wants the club to know of.

    Raises JoyGone where it holds no longer, JoyShared for a second time, and NotToBeNamed.
    """
    joy = store.of_run(tx, member_id, run_id)
    club = clubs.find(tx, joy.club_id) if joy else None
    if joy is None or club is None or not _holds(tx, joy):
        raise JoyGone
    if any(other.run_id == run_id for other, _, _ in store.shared(tx, member_id)):
        raise JoyShared
    if not members.outlook_of(tx, member_id, club).is_named(now):
        raise NotToBeNamed
    return joy


def shared(tx: sqlite3.Connection, joy: Joy, channel_id: int, message_id: int) -> None:
    """Where it stands now for all to see; what is gone meanwhile goes from there, too."""
    store.set_shared(tx, joy.run_id, channel_id, message_id)
    if not _holds(tx, joy):
        removals.remove(tx, channel_id, message_id)


def follow(tx: sqlite3.Connection, change: RunChanged) -> Fact | None:
    """Takes a shared joy away that holds no longer after a change of a run; says nothing."""
    run = change.after or change.before
    for joy, channel_id, message_id in store.shared(tx, run.member_id) if run else ():
        if not _holds(tx, joy):
            removals.remove(tx, channel_id, message_id)
            store.set_shared(tx, joy.run_id, None, None)
    return None


def take_back(tx: sqlite3.Connection, member_id: int) -> None:
    """Whoever is not to be named any more goes from what they shared."""
    for _, channel_id, message_id in store.shared(tx, member_id):
        removals.remove(tx, channel_id, message_id)
    store.forget_shared(tx, member_id)


def clear_chat(tx: sqlite3.Connection, member_id: int, *, until: int) -> None:
    """A member is to be forgotten up to an instant: what they shared goes from chat."""
    for place in store.shared_until(tx, member_id, until):
        removals.remove(tx, *place)


def purge(tx: sqlite3.Connection, *, now: datetime) -> None:
    """Lets go of what is too long ago to be told or shared."""
    store.purge(tx, before=_since(now))
