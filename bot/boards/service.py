"""The board of a club for a period."""

import sqlite3
from datetime import date, datetime

from bot.boards import store
from bot.boards.model import Board, Place, ranking
from bot.clubs import service as clubs
from bot.clubs.model import Club, Defaults
from bot.members import service as members
from bot.runs.model import first_day


def board(
    tx: sqlite3.Connection,
    club_id: int,
    member_id: int,
    *,
    period: str,
    metric: str,
    now: datetime,
    defaults: Defaults,
) -> Board:
    """What the club did in a period by its own calendar; ranked around the member where rankings are on."""
    club = clubs.find_or_new(tx, club_id, defaults=defaults)
    today = club.day_of(now)
    first = first_day(period, today=today, week_start=club.weeks.first(today))
    standings = (
        store.standings(tx, club_id, metric, first, date.max, today=today) if club.rankings else []
    )
    # A pause is by the member's own day, which may differ from the club's.
    seen = [one for one in standings if _is_named(tx, one.member_id, club, now)]
    places: tuple[Place, ...] = ranking(seen, around=member_id)
    return Board(
        period=period,
        metric=metric,
        together=store.together(tx, club_id, first, date.max),
        places=places,
        ranked=sum(bool(one.value) for one in seen),
        units=club.units,
        first=first,
    )


def _is_named(tx: sqlite3.Connection, member_id: int, club: Club, now: datetime) -> bool:
    return members.outlook_of(tx, member_id, club).is_named(now)
