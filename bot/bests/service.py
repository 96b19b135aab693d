"""What a run was best at, for its answer."""

import sqlite3

from bot import texts
from bot.bests import store
from bot.bests.model import ENOUGH, MARGIN_M, STANDARDS, WINDOWS, Best, best, standard_of
from bot.runs.model import Fact, Place, Run
from bot.texts import figures


def tell(tx: sqlite3.Connection, run: Run, place: Place) -> list[Fact]:
    """The bests of a run against those logged before it: of a public run, against public ones alone."""
    today = place.outlook.day_of(run.logged_at)
    return [Fact("best", _worded(found, today.year)) for found in bests_of(tx, run)]


def bests_of(tx: sqlite3.Connection, run: Run) -> list[Best]:
    """What a run was best at when it was logged, the rarest first."""
    found = []
    standard = standard_of(run.distance_m)
    if standard and run.duration_s:
        found.append(best(standard, store.faster(tx, run, WINDOWS[standard]), day=run.day))
    if run.distance_m:
        rival = store.farther(tx, run, by=MARGIN_M)
        found.append(best("distance", rival, day=run.day, enough=ENOUGH))
    elif run.duration_s:
        found.append(best("time", store.longer(tx, run), day=run.day, enough=ENOUGH))
    return [one for one in found if one]


def _worded(found: Best, year: int) -> str:
    when = "ever" if found.since is None else "since"
    since = "" if found.since is None else figures.month(found.since, year=year)
    if found.of in STANDARDS:
        name = texts.say(f"bests.name_{found.of}")
        return texts.say(f"bests.fastest_{when}", name=name, since=since)
    return texts.say(f"bests.{found.of}_{when}", since=since)
