"""Runs to be looked at and picked from: a member's own, and those that the whole club could see."""

import sqlite3
from datetime import date, datetime

from bot import almanac
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.runs import store
from bot.runs.model import RESTORABLE, Listing, Picks, Run, Totals, first_day
from bot.runs.refusals import NoSuchRun
from bot.runs.service import place_of, present

LISTED = 25
PICKED_FROM = 10_000
"""Among so many newest runs one is found by typing."""


class RunLists:
    """Which runs are shown to whom; every method is a unit of work that only reads."""

    def __init__(self, *, defaults: Defaults) -> None:
        self._defaults = defaults

    def listing(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        member_id: int,
        *,
        now: datetime,
        period: str = "all",
        limit: int = LISTED,
    ) -> Listing:
        """The member's newest runs of a period, their total, and the runs that can be brought back."""
        place = place_of(tx, club_id, member_id, defaults=self._defaults)
        outlook = place.outlook
        today = outlook.day_of(now)
        first = first_day(period, today=today, week_start=place.club.weeks.first(today))
        # A run logged in a zone farther east may be dated after today.
        span = (club_id, member_id, first, date.max)
        since = almanac.to_ms(now - RESTORABLE)
        return Listing(
            runs=tuple(store.runs_between(tx, *span, limit=limit)),
            total=store.totals(tx, *span, public_only=False),
            restorable=tuple(
                store.withdrawn_runs(tx, club_id, member_id, since=since, limit=LISTED)
            ),
            units=outlook.units,
            today=today,
        )

    def one(
        self,
        tx: sqlite3.Connection,
        club_id: int | None,
        member_id: int,
        run_id: int,
        *,
        now: datetime,
    ) -> Listing:
        """A member's own run by its number, as a listing of one. Raises NoSuchRun, also when it was taken back."""
        run = present(tx, club_id, member_id, run_id)
        outlook = place_of(tx, run.club_id, member_id, defaults=self._defaults).outlook
        total = Totals(run.distance_m or 0, 1)
        return Listing((run,), total, (), outlook.units, outlook.day_of(now))

    def picks(
        self, tx: sqlite3.Connection, club_id: int, member_id: int, *, now: datetime
    ) -> Picks:
        """The member's own runs to pick from."""
        outlook = place_of(tx, club_id, member_id, defaults=self._defaults).outlook
        runs = store.picks_of_member(tx, club_id, member_id, limit=PICKED_FROM)
        return Picks(runs, {}, outlook.units, outlook.day_of(now))

    def picks_of_club(
        self, tx: sqlite3.Connection, club_id: int, organizer_id: int, *, now: datetime
    ) -> Picks:
        """The runs that the whole club could see: public ones of those who are named."""
        outlook = place_of(tx, club_id, organizer_id, defaults=self._defaults).outlook
        unnamed = members.unnamed(tx, club_id, now=now)
        picks = store.public_picks(tx, club_id, limit=PICKED_FROM)
        runs = [pick for pick in picks if pick.member_id not in unnamed]
        return Picks(runs, members.names_of(tx, club_id), outlook.units, outlook.day_of(now))

    def seen_by_all(
        self, tx: sqlite3.Connection, club_id: int, run_id: int, *, now: datetime
    ) -> Run:
        """A run that the whole club could see, taken back or not. Raises NoSuchRun for any other."""
        run = store.run_in(tx, club_id, run_id)
        if run is None or run.private:
            raise NoSuchRun
        outlook = place_of(tx, club_id, run.member_id, defaults=self._defaults).outlook
        if not outlook.is_named(now):
            raise NoSuchRun
        return run
