"""What a run was best at, for its answer."""

import sqlite3
from collections.abc import Callable, Sequence
from datetime import date

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


def tell(tx: sqlite3.Connection, run: Run, place: Place) -> list[Fact]:
    """The bests of a run against those logged before it: of a public run, against public ones alone."""
    return [
        Fact("best", _worded(one, place.outlook.day_of(run.logged_at).year))
        for one in bests_of(tx, run, place.club.weeks)
    ]


def bests_of(tx: sqlite3.Connection, run: Run, weeks: Weeks) -> list[Best]:
    """What a run was best at when it was logged, the rarest first."""
    found = []
    standard = standard_of(run.distance_m)
    if standard and run.duration_s:
        found.append(best(standard, store.faster(tx, run, WINDOWS[standard]), day=run.day))
    if run.distance_m:
        rival = store.farther(tx, run, by=MARGIN_M)
        found.append(best("distance", rival, day=run.day, enough=ENOUGH))
        if rival.others >= ENOUGH:  # else there are too few months and weeks to compare with
            found += _biggest(tx, run, weeks)
    elif run.duration_s:
        found.append(best("time", store.longer(tx, run), day=run.day, enough=ENOUGH))
    return [one for one in found if one]


def _biggest(tx: sqlite3.Connection, run: Run, weeks: Weeks) -> list[Best | None]:
    """Whether the run made its month or week the biggest.

    All of a member's days are read only where the months or weeks near it leave that open.
    """
    spans: dict[str, Callable[[date], Span]] = {
        "month": month_of,
        "week": lambda day: (weeks.first(day), weeks.last(day)),
    }
    since = min(span(run.day)[0] for span in spans.values()) - LONG_AGO
    lately = store.metres_by_day(tx, run, since=since)
    left = {of: span for of, span in spans.items() if not _is_beaten(lately, run, span)}
    if not left:
        return []
    ever = store.metres_by_day(tx, run)
    metres = run.distance_m or 0
    return [biggest(of, by_span(ever, span), span(run.day)[0], metres) for of, span in left.items()]


def _is_beaten(lately: Sequence[tuple[date, int]], run: Run, span: Callable[[date], Span]) -> bool:
    """Whether a month or week was as big that ends it: one of the two months before, or after a back-dated run."""
    mine, totals = span(run.day)[0], by_span(lately, span)
    total = totals.get(mine, 0) + (run.distance_m or 0)
    return any(
        metres >= total
        for first, metres in totals.items()
        if first != mine and first > mine - LONG_AGO
    )


def _worded(found: Best, year: int) -> str:
    when = "ever" if found.since is None else "since"
    since = "" if found.since is None else figures.month(found.since, year=year)
    if found.of in STANDARDS:
        name = texts.say(f"bests.name_{found.of}")
        return texts.say(f"bests.fastest_{when}", name=name, since=since)
    return texts.say(f"bests.{found.of}_{when}", since=since)
