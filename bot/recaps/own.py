"""A member's own week, for that member alone: each section is a small function over the runs. Pure."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.consistency.model import Habit, streak

KIND = "personal recap"
"""What of the schedule tells a member their week."""
FULLEST_OF = 5
"""So many weeks are compared for the fullest one, each of them with a run."""
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

    def within(self) -> list[Effort]:
        """The runs of the period."""
        return [run for run in self.runs if run.day >= self.first]

    def before(self) -> list[Effort]:
        """The runs before it."""
        return [run for run in self.runs if run.day < self.first]


@dataclass(frozen=True, slots=True)
class OwnWeek:
    """A member's week, of all runs in all clubs. What is None is not told."""

    first: date
    last: date
    units: str
    runs: int
    metres: int
    days: int
    """On how many days."""
    last_day: date
    """The last one with a run, or the last of the week."""
    longest: Effort | None
    is_farthest: bool
    """Whether the longest one went farther than any before."""
    is_fullest: bool
    """Whether it holds the most metres of the last five weeks."""
    streak: int
    kudos: int


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


def told(period: OwnPeriod, units: str) -> OwnWeek:
    """The member's week."""
    longest = _longest(period)
    return OwnWeek(
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
    found: list[int] = []
    first = period.first
    for _ in range(FULLEST_OF - 1):
        last, first = first - DAY, period.weeks.first(first - DAY)
        found.append(_metres(run for run in period.runs if first <= run.day <= last))
    return all(found) and _metres(period.within()) > max(found)


def _streak(period: OwnPeriod) -> int:
    days = dict.fromkeys(run.day for run in reversed(period.runs))
    total = streak(days, period.weeks, period.habit, today=period.last)
    return total if total >= STREAK_FROM else 0
