"""Bests the plain way: every run before is looked at."""

from collections import Counter
from datetime import date

from bot.almanac import Weeks
from bot.bests.model import BETWEEN, ENOUGH, LONG_AGO, MARGIN_M, Best, standard_of

WEEKS = Weeks((date(2026, 7, 5),))


def naive(run, earlier):
    """The bests of a run, from all that was logged before it, the plain way."""
    found = []
    key = standard_of(run.distance_m)
    if key and run.duration_s:
        rivals = [r for r in earlier if standard_of(r.distance_m) == key and r.duration_s]
        better = [r for r in rivals if r.duration_s <= run.duration_s]
        found.append(_naive(key, run, rivals, better, 1))
    if run.distance_m:
        rivals = [r for r in earlier if r.distance_m]
        better = [r for r in rivals if r.distance_m > run.distance_m - MARGIN_M]
        found.append(_naive("distance", run, rivals, better, ENOUGH))
        found.append(_naive_biggest("month", run, earlier, lambda day: day.replace(day=1)))
        found.append(_naive_biggest("week", run, earlier, WEEKS.first))
    elif run.duration_s:
        rivals = [r for r in earlier if r.duration_s]
        better = [r for r in rivals if r.duration_s >= run.duration_s]
        found.append(_naive("time", run, rivals, better, ENOUGH))
    return [best for best in found if best]


def _naive_biggest(of, run, earlier, first_of):
    """Whether the span of the run is the biggest with it, and was not said to be before."""

    def status(runs):
        totals = Counter()
        for one in runs:
            totals[first_of(one.day)] += one.distance_m or 0
        mine = totals.pop(first_of(run.day), 0)
        others = {first: metres for first, metres in totals.items() if metres}
        if not mine or len(others) < ENOUGH:
            return None
        better = [first for first, metres in others.items() if metres >= mine]
        if not better:
            return Best(of)
        between = [first for first in others if first > max(better)]
        is_long_ago = max(better) <= first_of(run.day) - LONG_AGO
        return Best(of, max(better)) if is_long_ago and len(between) >= BETWEEN else None

    before, after = status(earlier), status([*earlier, run])
    if before is None or (before.since and after and not after.since):
        return after
    return None


def _naive(of, run, rivals, better, enough):
    if len(rivals) < enough:
        return None
    if not better:
        return Best(of)
    last = max(r.day for r in better)
    between = [r for r in rivals if r.day > last]
    return Best(of, last) if last <= run.day - LONG_AGO and len(between) >= BETWEEN else None
