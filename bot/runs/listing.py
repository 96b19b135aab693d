"""A member's runs, shown to that member: the newest of a period, or one of them."""

import sqlite3
from datetime import date, datetime

from bot import almanac
from bot.clubs.model import Defaults
from bot.runs import store
from bot.runs.model import RESTORABLE, Listing, Totals, first_day
from bot.runs.service import place_of, present

LISTED = 25


class RunLists:
    """What a member sees of their own runs; every method is a unit of work that only reads."""

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
