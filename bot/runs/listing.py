"""Runs to be looked at and picked from: a member's own, and those that the whole club could see."""

import sqlite3
from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import partial

from bot import almanac, texts
from bot.clubs.model import Defaults
from bot.members import service as members
from bot.runs import history, store
from bot.runs.model import RESTORABLE, Choices, Listing, Picks, Run, Sought, Totals, first_day
from bot.runs.refusals import NoSuchRun
from bot.runs.seeking import sought
from bot.runs.service import place_of, present
from bot.texts import figures

LISTED = 25
MAX_WORDS = 8
"""So many typed words narrow a list down; more would say no more."""
UNIT_M = {"km": 1000.0, "mi": figures.MILE_M}

Choose = Callable[[Picks], Choices]


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
            total=history.total_of(tx, *span, public_only=False),
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
        total = Totals(run.distance_m or 0, int(run.is_run), int(not run.is_run))
        return Listing((run,), total, (), outlook.units, outlook.day_of(now))

    def picks(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        member_id: int,
        choose: Choose,
        *,
        typed: str,
        now: datetime,
    ) -> Choices:
        """What `choose` takes of the member's own runs that may fit what was typed."""
        outlook = place_of(tx, club_id, member_id, defaults=self._defaults).outlook
        today, units = outlook.day_of(now), outlook.units
        words = _sought(tx, club_id, member_id, typed, {}, today)
        runs = store.picks(tx, club_id, member_id, words, unit_m=UNIT_M[units])
        return choose(Picks(runs, None, units, today))

    def picks_of_club(
        self,
        tx: sqlite3.Connection,
        club_id: int,
        organizer_id: int,
        choose: Choose,
        *,
        typed: str,
        now: datetime,
    ) -> Choices:
        """As `picks`, of the runs that the whole club could see: public ones of those who are named."""
        place = place_of(tx, club_id, organizer_id, defaults=self._defaults)
        today, units = place.outlook.day_of(now), place.outlook.units
        unnamed = members.unnamed(tx, place.club, now=now)
        names = members.names_of(tx, club_id) if typed.strip() else {}
        words = _sought(tx, club_id, None, typed, names, today)
        found = store.picks(tx, club_id, None, words, unit_m=UNIT_M[units])
        runs = (pick for pick in found if pick[1] not in unnamed)
        return choose(Picks(runs, partial(members.name_of, tx, club_id), units, today))

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


def _sought(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int | None,
    typed: str,
    names: Mapping[int, str],
    today: date,
) -> list[Sought]:
    words = typed.casefold().split()[:MAX_WORDS]
    days = store.first_and_last_day(tx, club_id, member_id) if words else None
    beside = texts.say("runs.figures_both", distance="m km yd mi ·", time="")
    instead = texts.say("runs.figures_free").casefold()
    helping = texts.say("runs.figures_helped").casefold()
    return [
        sought(
            word,
            days=days,
            names=names,
            today=today,
            beside=beside,
            instead=instead,
            helping=helping,
        )
        for word in words
    ]
