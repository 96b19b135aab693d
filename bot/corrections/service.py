"""Use cases of a correction: a run changed, taken out or brought back, a guest's run logged, and the history of it."""

import sqlite3
from dataclasses import replace
from datetime import datetime

from bot import almanac
from bot.clubs.model import Defaults
from bot.corrections import store
from bot.corrections.model import (
    EDIT,
    GUEST,
    MAX_REASON,
    RETURN,
    VOID,
    Correction,
    Figures,
    History,
    Told,
)
from bot.members import service as members
from bot.members.model import is_guest
from bot.runs.listing import RunLists
from bot.runs.mending import Mending
from bot.runs.model import Form, Logged, Post, Run
from bot.runs.refusals import NoSuchRun
from bot.runs.service import RunBook, place_of

SHOWN = 10
LOOKED_AT = 100
TOLD_AT_ONCE = 5
LAST = 2**63 - 1


class Corrections:
    """What organizers do to runs that the whole club could see; every method is a unit of work.

    Other runs do not exist for them: each raises NoSuchRun.
    """

    def __init__(self, book: RunBook, lists: RunLists, *, defaults: Defaults) -> None:
        self._book = book
        self._mending = Mending(book)
        self._lists = lists
        self._defaults = defaults

    def edit(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        organizer_id: int,
        run_id: int,
        form: Form,
        reason: str | None,
        *,
        now: datetime,
    ) -> Logged:
        """Changes what the form names of a member's run; its note is the member's alone.

        Raises what Mending.edit raises.
        """
        before = self._lists.seen_by_all(tx, club_id, run_id, now=now)
        logged = self._mending.edit(
            tx, club_id, before.member_id, run_id, replace(form, note=None), now=now
        )
        after = self._lists.seen_by_all(tx, club_id, run_id, now=now)
        if _figures(before) != _figures(after):
            self._keep(tx, organizer_id, EDIT, reason, before, after, now)
        return logged

    def void(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        organizer_id: int,
        run_id: int,
        reason: str,
        *,
        now: datetime,
    ) -> Logged:
        """Takes a run out of every count; an organizer can bring it back for 30 days."""
        before = self._lists.seen_by_all(tx, club_id, run_id, now=now)
        if before.withdrawn_at is not None:
            raise NoSuchRun
        logged = self._mending.withdraw(tx, club_id, before.member_id, run_id, now=now, by=VOID)
        self._keep(tx, organizer_id, VOID, reason, before, before, now)
        return logged

    def bring_back(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        organizer_id: int,
        run_id: int,
        *,
        now: datetime,
    ) -> Logged:
        """Brings back a run that an organizer took out in the last 30 days."""
        before = self._lists.seen_by_all(tx, club_id, run_id, now=now)
        logged = self._mending.restore(tx, club_id, before.member_id, run_id, now=now, void=True)
        if before.withdrawn_at is not None:
            self._keep(tx, organizer_id, RETURN, None, None, before, now)
        return logged

    def log_for(
        self,
        tx: sqlite3.Connection,
        post: Post,
        form: Form,
        organizer_id: int,
        *,
        now: datetime,
    ) -> Logged:
        """Logs the run of a guest, by the name that the post has. Raises what RunBook.log_form raises."""
        guest_id = members.guest(tx, post.club_id, post.member_name, now=now)
        theirs = replace(post, member_id=guest_id, private=False)
        logged = self._book.log_form(tx, theirs, replace(form, note=None), now=now)
        for run in logged.runs if logged.is_new else ():
            self._keep(tx, organizer_id, GUEST, None, None, run, now)
        return logged

    def history(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        organizer_id: int,
        *,
        now: datetime,
        before: int = LAST,
    ) -> History:
        """The last corrections below a number, without those of runs that the club could not see now."""
        place = place_of(tx, club_id, organizer_id, defaults=self._defaults)
        outlook, unnamed = place.outlook, members.unnamed(tx, place.club, now=now)
        found = store.of_club(tx, club_id, before=before, limit=LOOKED_AT)
        shown = [made for made in found if made.member_id not in unnamed]
        more = len(shown) > SHOWN or len(found) == LOOKED_AT
        page = tuple(shown[:SHOWN])
        return History(
            corrections=page,
            names=dict(members.guests_of(tx, club_id)),
            units=outlook.units,
            today=outlook.day_of(now),
            older=page[-1].correction_id if page and more else None,
        )

    def untold(self, tx: sqlite3.Connection, member_id: int, *, now: datetime) -> list[Told]:
        """What the member is to be told in their next private answer."""
        found = []
        for made in store.untold(tx, member_id, limit=TOLD_AT_ONCE):
            outlook = place_of(tx, made.club_id, member_id, defaults=self._defaults).outlook
            found.append(Told(made, outlook.units, outlook.day_of(now)))
        return found

    def _keep(
        self,
        tx: sqlite3.Connection,
        organizer_id: int,
        act: str,
        reason: str | None,
        before: Run | None,
        after: Run,
        now: datetime,
    ) -> None:
        made = Correction(
            correction_id=0,
            club_id=after.club_id,
            member_id=after.member_id,
            organizer_id=organizer_id,
            run_id=after.run_id,
            act=act,
            reason=(reason or "").strip()[:MAX_REASON] or None,
            was=_figures(before) if before else None,
            became=_figures(after),
            corrected_at=now,
        )
        told = is_guest(after.member_id) or after.member_id == organizer_id
        store.insert(tx, made, told=told)


def told(tx: sqlite3.Connection, correction_ids: list[int], *, now: datetime) -> None:
    """Their runner knows of these."""
    for correction_id in correction_ids:
        store.set_told(tx, correction_id, at=almanac.to_ms(now))


def untold_members(tx: sqlite3.Connection) -> list[int]:
    """Who has something to be told."""
    return store.untold_members(tx)


def _figures(run: Run) -> Figures:
    return Figures(run.day, run.distance_m, run.duration_s, run.kind)
