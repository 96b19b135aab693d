"""The board of a club for a period."""

import sqlite3
from datetime import date, datetime

from bot.boards import store
from bot.boards.model import Board, ranking
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
    names = _ranked(tx, club, now) if club.rankings else {}
    standings = store.standings(tx, club_id, metric, first, date.max) if names else []
    seen = [one for one in standings if one.member_id in names]
    places = ranking(seen, around=member_id)
    return Board(
        period=period,
        metric=metric,
        together=store.together(tx, club_id, first, date.max),
        places=places,
        ranked=sum(bool(one.value) for one in seen),
        names=names,
        units=club.units,
        first=first,
    )


def _ranked(tx: sqlite3.Connection, club: Club, now: datetime) -> dict[int, str]:
    """Whoever may stand in a ranking, and under which name."""
    unranked = members.unranked(tx)
    named = members.named_in(tx, club, now=now)
    return {member_id: name for member_id, name in named.items() if member_id not in unranked}
