"""Use cases of a run that stands: its member edits it, takes it back and brings it back."""

import sqlite3
from datetime import datetime

from bot import almanac
from bot.runs import store
from bot.runs.answers import remove_answer
from bot.runs.drafting import changed, refuse_doubted_units, refuse_unlikely
from bot.runs.model import FIELDS, RESTORABLE, VOID, Draft, Form, Logged, RunChanged
from bot.runs.refusals import NoSuchRun, RunGone, VoidRun
from bot.runs.service import BY_HAND, RunBook, own, present


class Mending:
    """Changes single runs by hand, and tells the features of the book of it. Its methods are units of work."""

    def __init__(self, book: RunBook) -> None:
        self._book = book

    def edit(
        self,
        tx: sqlite3.Connection,
        club_id: int | None,
        member_id: int,
        run_id: int,
        form: Form,
        *,
        now: datetime,
        agreed: frozenset[str] = BY_HAND,
    ) -> Logged:
        """Changes what the form names of a member's own run; `club_id` None means whichever club it is in.

        Raises FigureUnread for the field that could not be read, and what edit_to raises.
        """
        before = present(tx, club_id, member_id, run_id)
        outlook = self._book.outlook(tx, before.club_id, member_id)
        draft = changed(before, form, now=now.astimezone(outlook.zone), units=outlook.units)
        return self.edit_to(tx, club_id, member_id, run_id, draft, now=now, agreed=agreed)

    def edit_to(
        self,
        tx: sqlite3.Connection,
        club_id: int | None,
        member_id: int,
        run_id: int,
        draft: Draft,
        *,
        now: datetime,
        agreed: frozenset[str] = BY_HAND,
    ) -> Logged:
        """Gives a member's own run these figures; what differs was set by hand from now on.

        Raises NoSuchRun, also when the run was taken back, the refusals of an unlikely run, and a
        Questionable unless its member has `agreed` to that matter.
        """
        before = present(tx, club_id, member_id, run_id)
        outlook = self._book.outlook(tx, before.club_id, member_id)
        by_hand = {name for name in FIELDS if getattr(before, name) != getattr(draft, name)}
        if by_hand:  # a run logged in a zone farther east may be dated after today
            today = max(outlook.day_of(now), before.day)
            refuse_unlikely(draft, today=today, units=outlook.units, agreed=agreed)
            refuse_doubted_units(draft, units=outlook.units, agreed=agreed)
        store.update_run(tx, run_id, draft, by_hand=before.by_hand | by_hand)
        self._book.react(tx, RunChanged(before, own(tx, club_id, member_id, run_id), draft.tags))
        note = "" if draft.note == before.note else draft.note or ""
        return self._book.hushed(tx, self._book.view(tx, before.post_id, now=now), note, now=now)

    def withdraw(
        self,
        tx: sqlite3.Connection,
        club_id: int | None,
        member_id: int,
        run_id: int,
        *,
        now: datetime,
        by: str = "member",
    ) -> Logged:
        """Hides a member's run; it can be brought back for 30 days by whoever took it back. Raises NoSuchRun.

        With its last run the post loses its answer; the result still says where that stands.
        """
        before = own(tx, club_id, member_id, run_id)
        if before.withdrawn_at is None:
            store.set_withdrawn(tx, run_id, almanac.to_ms(now), by=by)
            self._book.react(tx, RunChanged(before, None))
        elif before.withdrawn_by == VOID:
            store.set_gone_by(tx, run_id, by)
        logged = self._book.view(tx, before.post_id, now=now)
        if not logged.runs:
            remove_answer(tx, logged.post)
        return logged

    def restore(
        self,
        tx: sqlite3.Connection,
        club_id: int | None,
        member_id: int,
        run_id: int,
        *,
        now: datetime,
        void: bool = False,
    ) -> Logged:
        """Brings back a run taken back in the last 30 days, or, with `void`, one that an organizer took out.

        Raises NoSuchRun, VoidRun to its member for one that an organizer took out, and RunGone to the
        organizer for one that its member or its message took back besides.
        """
        withdrawn = own(tx, club_id, member_id, run_id)
        if withdrawn.withdrawn_at is not None:
            if withdrawn.withdrawn_at < now - RESTORABLE:
                raise NoSuchRun
            if (withdrawn.withdrawn_by == VOID) != void:
                raise NoSuchRun if void else VoidRun
            if withdrawn.gone_by is not None:
                raise RunGone
            store.set_withdrawn(tx, run_id, None)
            back = withdrawn._replace(withdrawn_at=None, withdrawn_by=None)
            self._book.react(tx, RunChanged(None, back))
        return self._book.view(tx, withdrawn.post_id, now=now)
