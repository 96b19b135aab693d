"""A member's own week or month, for that member alone: each section is a small function over the runs. Pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.consistency.model import Habit, streak
from bot.schedule.model import MONTH, WEEK

KIND = "personal recap"
"""What of the schedule tells a member their week."""
MONTH_KIND = "personal month"
"""What of it tells them their month."""
FULLEST_OF = {WEEK: 5, MONTH: 3}
"""So many are compared for the fullest one, each of them with a run."""
STREAK_FROM = 2
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class ClubRun:
    """A run and the club in which it was logged."""

    club_id: int
    effort: Effort


@dataclass(frozen=True, slots=True)
class OwnPeriod:
    """What all sections look at."""

    first: date
    last: date
    runs: Sequence[Effort]
    """Every run up to the last day, in the order of days."""
    kudos: int
    weeks: Weeks
    habit: Habit
    every: str = WEEK
    helped: Sequence[date] = ()
    """Every day of helping out up to the last day: an active one, and no run."""

    def within(self) -> list[Effort]:
        """The runs of the period."""
        return [run for run in self.runs if run.day >= self.first]

    def before(self) -> list[Effort]:
        """The runs before it."""
        return [run for run in self.runs if run.day < self.first]

    def earlier(self) -> Iterator[tuple[date, date]]:
        """First and last day of the periods before it that it is compared with, the latest first."""
        first = self.first
        for _ in range(FULLEST_OF[self.every] - 1):
            last, first = first - DAY, first_of(first - DAY, self.every, self.weeks)
            yield first, last


@dataclass(frozen=True, slots=True)
class OwnRecap:
    """A member's week or month, of all runs in all clubs. What is None is not told."""

    every: str
    first: date
    last: date
    units: str
    runs: int
    metres: int
    days: int
    """On how many days."""
    last_day: date
    """The last one with a run, or the last of the period."""
    longest: Effort | None
    is_farthest: bool
    """Whether the longest one went farther than any before."""
    is_fullest: bool
    """Whether it holds the most metres of the last five weeks, or three months."""
    streak: int
    kudos: int
    helped: int = 0
    """On how many days they helped out at a run."""

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.runs and not self.helped


def first_of(day: date, every: str, weeks: Weeks) -> date:
    """The first day of the week or the month that holds `day`."""
    return day.replace(day=1) if every == MONTH else weeks.first(day)


def last_of(day: date, every: str, weeks: Weeks) -> date:
    """The last day of it."""
    if every != MONTH:
        return weeks.last(day)
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY


def once(runs: Iterable[ClubRun]) -> list[Effort]:
    """Every run once, in the order of days: the same one, logged in several clubs, is no second one."""
    by_club: dict[int, Counter[Effort]] = {}
    for run in runs:
        by_club.setdefault(run.club_id, Counter())[run.effort] += 1
    most: Counter[Effort] = Counter()
    for counted in by_club.values():
        most |= counted
    return sorted(most.elements(), key=lambda run: run.day)


def by_day(runs: Iterable[Effort]) -> list[tuple[date, int, int]]:
    """Day, metres and runs of each day with a run, in order."""
    days: dict[date, tuple[int, int]] = {}
    for run in sorted(runs, key=lambda run: run.day):
        metres, number = days.get(run.day, (0, 0))
        days[run.day] = (metres + (run.distance_m or 0), number + 1)
    return [(day, metres, number) for day, (metres, number) in days.items()]


def told(period: OwnPeriod, units: str) -> OwnRecap:
    """The member's week or month."""
    longest = _longest(period)
    return OwnRecap(
        every=period.every,
        first=period.first,
        last=period.last,
        units=units,
        runs=len(period.within()),
        metres=_metres(period.within()),
        days=len({run.day for run in period.within()}),
        last_day=max((run.day for run in period.within()), default=period.last),
        longest=longest,
        is_farthest=_is_farthest(period, longest),
        is_fullest=_is_fullest(period),
        streak=_streak(period),
        kudos=period.kudos,
        helped=sum(1 for day in set(period.helped) if day >= period.first),
    )


def _metres(runs: Iterable[Effort]) -> int:
    return sum(run.distance_m or 0 for run in runs)


def _longest(period: OwnPeriod) -> Effort | None:
    """Of at least two runs with a distance; a single one is told anyway."""
    measured = [run for run in period.within() if run.distance_m]
    longest = max(measured, key=lambda run: run.distance_m or 0, default=None)
    return longest if len(measured) > 1 or _is_farthest(period, longest) else None


def _is_farthest(period: OwnPeriod, longest: Effort | None) -> bool:
    before = max((run.distance_m or 0 for run in period.before()), default=0)
    return longest is not None and 0 < before < (longest.distance_m or 0)


def _is_fullest(period: OwnPeriod) -> bool:
    found = [
        _metres(run for run in period.runs if first <= run.day <= last)
        for first, last in period.earlier()
    ]
    return all(found) and _metres(period.within()) > max(found)


def _streak(period: OwnPeriod) -> int:
    days = {run.day for run in period.runs}.union(period.helped)
    total = streak(sorted(days, reverse=True), period.weeks, period.habit, today=period.last)
    return total if total >= STREAK_FROM else 0
