"""Which milestones there are, and which of them a run earned; pure.

A milestone belongs to the one run that earned it in the order of logging, so it is earned once, and is
gone when that no longer holds.
"""

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from bot.bests.model import WINDOWS

RUNS = (1, 10, 50, 100, 250, 500, 1000, 2500, 5000)
DISTANCES_KM = (100, 500, 1000, 2500, 5000, 10_000, 20_000)
DISTANCES_M = tuple(km * 1000 for km in DISTANCES_KM)
FIRSTS = ("5k", "10k", "half", "marathon")
HELPED = (1, 10, 50)
"""Days of helping out, and of cheering."""
LONGEST_MONTH = 31
MONTH_RUNS = 5
"""So many runs, this one among them, make a first month, on the same day of the next one or later."""


class Counted(NamedTuple):
    """A run as far as milestones ask, in the order of logging: its number, day and metres."""

    run_id: int
    day: date
    distance_m: int
    helped: bool = False
    """It is a day of helping out and no run."""


class SoFar(NamedTuple):
    """What a member had run, and on which days they had helped out, before a run was logged."""

    runs: int = 0
    metres: int = 0
    longest_m: int = 0
    first_day: date | None = None
    last_day: date | None = None
    helped: frozenset[date] = frozenset()

    def plus(self, run: Counted) -> "SoFar":
        """The same with one more run, or one more day of helping out."""
        if run.helped:
            return self._replace(helped=self.helped | {run.day})
        return SoFar(
            self.runs + 1,
            self.metres + run.distance_m,
            max(self.longest_m, run.distance_m),
            min(self.first_day or run.day, run.day),
            max(self.last_day or run.day, run.day),
            self.helped,
        )


@dataclass(frozen=True, slots=True)
class Milestone:
    """Something earned once: a number of runs, kilometres, days of helping out or cheering, a distance, a month."""

    kind: str
    """ "runs", "distance", "first", "month", "volunteer" or "cheer"."""
    value: str


FIRST_RUN = Milestone("runs", "1")


@dataclass(frozen=True, slots=True)
class Earned:
    """A milestone and the run and day it came with."""

    milestone: Milestone
    run_id: int
    day: date


def earned_by(run: Counted, before: SoFar) -> list[Milestone]:
    """What a run earned, given all that was logged before it; the rarest first."""
    return earned_between(before, run, before.plus(run))


def earned_between(before: SoFar, run: Counted, after: SoFar) -> list[Milestone]:
    """The same where it is known already what there is with the run."""
    if run.helped:
        perhaps = [_days("volunteer", before.helped, after.helped)]
    else:
        perhaps = [_first(run, before), _distance(before, after), _runs(after), _month(run, before)]
    return [milestone for milestone in perhaps if milestone]


def by_cheering(counted: int | None) -> Milestone | None:
    """What a cheer earned that is so many counted ones, one a day; None for a further one that day."""
    return Milestone("cheer", str(counted)) if counted in HELPED else None


@dataclass(frozen=True, slots=True)
class Next:
    """The next milestone of a kind, "runs" or "distance", and how far it is: of `goal`, `done` are there."""

    kind: str
    goal: int
    done: int


def next_ones(so_far: SoFar) -> list[Next]:
    """The next milestones by number of runs and by metres, the nearer one first."""
    coming = [
        Next("runs", _above(so_far.runs, RUNS), so_far.runs),
        Next("distance", _above(so_far.metres, DISTANCES_M), so_far.metres),
    ]
    return sorted(
        (one for one in coming if one.goal), key=lambda one: one.done / one.goal, reverse=True
    )


def _above(done: int, steps: Iterable[int]) -> int:
    return next((step for step in steps if step > done), 0)


def _first(run: Counted, before: SoFar) -> Milestone | None:
    """Only the longest distance that was reached; whoever logs a first run here may have run it all before."""
    if not before.runs or run.distance_m <= before.longest_m:  # as of nearly every run
        return None
    reached = [key for key in FIRSTS if run.distance_m >= WINDOWS[key][0]]
    if reached and before.longest_m < WINDOWS[reached[-1]][0]:
        return Milestone("first", reached[-1])
    return None


def _distance(before: SoFar, after: SoFar) -> Milestone | None:
    passed = bisect_right(DISTANCES_M, after.metres)
    if passed and before.metres < DISTANCES_M[passed - 1]:
        return Milestone("distance", str(DISTANCES_KM[passed - 1]))
    return None


def _runs(after: SoFar) -> Milestone | None:
    return Milestone("runs", str(after.runs)) if after.runs in RUNS else None


def a_month_after(day: date) -> date:
    """The same day of the next month, or its last one where it has no such day."""
    first = (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return first.replace(day=min(day.day, monthrange(first.year, first.month)[1]))


def _days(kind: str, before: Collection[date], after: Collection[date]) -> Milestone | None:
    """Of what counts once a day."""
    if len(after) > len(before) and len(after) in HELPED:
        return Milestone(kind, str(len(after)))
    return None


def _month(run: Counted, before: SoFar) -> Milestone | None:
    if before.first_day is None or before.last_day is None or before.runs + 1 < MONTH_RUNS:
        return None
    if (before.last_day - before.first_day).days > LONGEST_MONTH:  # as of nearly every run
        return None
    end = a_month_after(before.first_day)
    return Milestone("month", "1") if before.last_day < end <= run.day else None
