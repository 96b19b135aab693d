"""What a run was best at, for its answer."""

import sqlite3
from collections.abc import Callable, Iterator
from datetime import date, timedelta

from bot import texts
from bot.almanac import Weeks
from bot.bests import store
from bot.bests.model import (
    ENOUGH,
    LONG_AGO,
    MARGIN_M,
    STANDARDS,
    WINDOWS,
    Best,
    Span,
    best,
    biggest,
    by_span,
    month_of,
    standard_of,
)
from bot.runs.model import Fact, Place, Run
from bot.texts import figures

DAY = timedelta(days=1)


def tell(tx: sqlite3.Connection, run: Run, place: Place) -> list[Fact]:
    """The bests of a run against those logged before it: of a public run, against public ones alone."""
    today = place.outlook.day_of(run.logged_at)
    found = bests_of(tx, run, place.club.weeks)
    return [Fact("best", _worded(one, today.year)) for one in found]


def bests_of(tx: sqlite3.Connection, run: Run, weeks: Weeks) -> list[Best]:
    """What a run was best at when it was logged, the rarest first."""
    found = []
    standard = standard_of(run.distance_m)
    if standard and run.duration_s:
        found.append(best(standard, store.faster(tx, run, WINDOWS[standard]), day=run.day))
    if run.distance_m:
        rival = store.farther(tx, run, by=MARGIN_M)
        found.append(best("distance", rival, day=run.day, enough=ENOUGH))
        found.append(_biggest(tx, run, "month", month_of))
        found.append(_biggest(tx, run, "week", lambda day: (weeks.first(day), weeks.last(day))))
    elif run.duration_s:
        found.append(best("time", store.longer(tx, run), day=run.day, enough=ENOUGH))
    return [one for one in found if one]


def _biggest(
    tx: sqlite3.Connection, run: Run, of: str, span: Callable[[date], Span]
) -> Best | None:
    """Whether the run made its week or month the biggest.

    All of a member's days are read only where the weeks or months near it leave that open.
    """
    mine, metres = span(run.day), run.distance_m or 0
    total = store.metres_between(tx, run, *mine) + metres
    if any(store.metres_between(tx, run, *near) >= total for near in _near(tx, run, mine, span)):
        return None
    return biggest(of, by_span(store.metres_by_day(tx, run), span), mine[0], metres)


def _near(
    tx: sqlite3.Connection, run: Run, mine: Span, span: Callable[[date], Span]
) -> Iterator[Span]:
    """The weeks or months of which a bigger one ends it: the two months before, and all after a back-dated run."""
    other = mine
    while (other := span(other[0] - DAY))[0] > mine[0] - LONG_AGO:
        yield other
    newest, other = store.newest(tx, run), mine
    while newest is not None and other[1] < newest:
        other = span(other[1] + DAY)
        yield other


def _worded(found: Best, year: int) -> str:
    when = "ever" if found.since is None else "since"
    since = "" if found.since is None else figures.month(found.since, year=year)
    if found.of in STANDARDS:
        name = texts.say(f"bests.name_{found.of}")
        return texts.say(f"bests.fastest_{when}", name=name, since=since)
    return texts.say(f"bests.{found.of}_{when}", since=since)
