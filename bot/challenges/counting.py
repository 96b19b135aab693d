"""Which part of which run counts; pure, and the same whatever the order in which runs came in."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from itertools import islice
from operator import attrgetter
from typing import NamedTuple

from bot.almanac import Weeks
from bot.challenges.model import PLAIN, Challenge, Rules
from bot.runs.model import VOLUNTEER, Figures


class Counted(NamedTuple):
    """A run and how much of it counts: `amount` of `of`, in the unit of the metric."""

    run: Figures
    amount: int
    of: int


def is_kind(kind: str | None, rules: Rules) -> bool:
    """Whether runs of that kind count."""
    return not rules.run_kinds or (kind or PLAIN) in rules.run_kinds


def window(challenge: Challenge, joined_on: date | None) -> tuple[date, date]:
    """First and last day whose runs count for somebody who joined on that day (None: never joined)."""
    late = joined_on is not None and not challenge.rules.before_joining
    return max(
        challenge.first, joined_on
    ) if late and joined_on else challenge.first, challenge.last


def count(runs: Iterable[Figures], challenge: Challenge, first: date, last: date) -> list[Counted]:
    """The runs of one member from `first` to `last` that count, by day, with what the caps leave of each."""
    rules = challenge.rules
    wanted = [run for run in runs if first <= run.day <= last and is_kind(run.kind, rules)]
    wanted.sort(key=_BY_DAY)
    worth = _worth(wanted, rules.metric)
    if rules.cap_run is None and rules.cap_day is None and rules.cap_week is None:
        return [Counted(run, of, of) for run, of in worth]
    return _capped(worth, rules, challenge.weeks)


_BY_DAY = attrgetter("day", "run_id")
_NO_CAP = 1 << 62


def _worth(runs: Sequence[Figures], metric: str) -> list[tuple[Figures, int]]:
    """Each run that is worth something, in the metric, before any cap; a day of helping out is an active day alone."""
    if metric == "distance":
        return [(run, run.distance_m) for run in runs if run.distance_m]
    if metric == "time":
        return [(run, run.duration_s) for run in runs if run.duration_s]
    if metric == "people":
        moved = (run for run in runs if run.kind != VOLUNTEER)
        return [(run, 1) for run in islice(moved, 1)]
    if metric == "days":
        firsts = {run.day: run for run in reversed(runs)}
        return [(firsts[day], 1) for day in sorted(firsts)]
    return [(run, 1) for run in runs if run.kind != VOLUNTEER]


@lru_cache(maxsize=2048)
def _week(turns: tuple[date, ...], day: date) -> tuple[date, date]:
    """First and last day of the week, by when weeks began to begin on another day."""
    weeks = Weeks(turns)
    return weeks.first(day), weeks.last(day)


def _capped(worth: Iterable[tuple[Figures, int]], rules: Rules, weeks: Weeks) -> list[Counted]:
    # One loop without calls: it is gone through for each of 25 challenges whenever a run is logged.
    caps = (rules.cap_run, rules.cap_day, rules.cap_week)
    cap_run, cap_day, cap_week = (_NO_CAP if cap is None else cap for cap in caps)
    counted: list[Counted] = []
    today: date | None = None
    begins, ends = date.max, date.min
    left_today = left_this_week = 0
    for run, of in worth:
        day = run.day
        if day != today:
            today, left_today = day, cap_day
            if not begins <= day <= ends:
                (begins, ends), left_this_week = _week(weeks.turns, day), cap_week
        amount = min(of, cap_run, left_today, left_this_week)
        left_today -= amount
        left_this_week -= amount
        counted.append(Counted(run, amount, of))
    return counted


def sums(runs: Iterable[Figures], challenge: Challenge, first: date, last: date) -> dict[date, int]:
    """What counts in each week, by its first day: `weekly` of `count`, without saying of which run.

    Gone through for each of 25 challenges whenever a run is logged.
    """
    rules = challenge.rules
    kinds, cap = rules.run_kinds, _NO_CAP if rules.cap_run is None else rules.cap_run
    worth = _WORTH.get(rules.metric, _one if rules.metric == "days" else _one_run)
    by_day: dict[date, int] = {}
    for run in runs:
        day = run.day
        if first <= day <= last and (not kinds or (run.kind or PLAIN) in kinds):
            of = worth(run)
            if of:
                by_day[day] = by_day.get(day, 0) + (of if of < cap else cap)
    if rules.metric == "days":
        by_day = dict.fromkeys(by_day, 1)
    elif rules.metric == "people" and by_day:
        by_day = {min(by_day): 1}
    return _by_week(by_day, rules, challenge.weeks)


def _one(run: Figures) -> int:
    return 1


def _one_run(run: Figures) -> int:
    return run.kind != VOLUNTEER


_WORTH: Mapping[str, Callable[[Figures], int | None]] = {
    "distance": attrgetter("distance_m"),
    "time": attrgetter("duration_s"),
}


def _by_week(by_day: Mapping[date, int], rules: Rules, weeks: Weeks) -> dict[date, int]:
    found: dict[date, int] = {}
    cap = _NO_CAP if rules.cap_day is None else rules.cap_day
    for day, amount in by_day.items():
        first = _week(weeks.turns, day)[0]
        found[first] = found.get(first, 0) + (amount if amount < cap else cap)
    if rules.cap_week is None:
        return found
    return {first: min(amount, rules.cap_week) for first, amount in found.items()}


def weekly(counted: Sequence[Counted], weeks: Weeks) -> dict[date, int]:
    """What counts in each week, by its first day."""
    found: dict[date, int] = {}
    for part in counted:
        first = _week(weeks.turns, part.run.day)[0]
        found[first] = found.get(first, 0) + part.amount
    return found
