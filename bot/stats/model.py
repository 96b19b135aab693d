"""What `/my stats` knows, worked out from sums of a member's runs; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.milestones.model import Next

CALENDAR_WEEKS = 26
CHART_WEEKS = 14
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Totals:
    """Metres, runs, seconds and active days of a period."""

    metres: int = 0
    runs: int = 0
    seconds: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class Span:
    """A week or month by its first day, and the metres run in it."""

    first: date
    metres: int


@dataclass(frozen=True, slots=True)
class Stats:
    """A member's running: of a period, over the last weeks, and of all time."""

    period: str
    ever: int
    """Runs of all time."""
    total: Totals
    calendar_first: date
    calendar: tuple[int | None, ...]
    """Metres of each day of the last 26 weeks until today; None for a day without a run."""
    weeks: tuple[Span, ...]
    """The last 14 weeks, this one last."""
    fastest: Mapping[str, Effort]
    longest: Effort | None
    best_week: Span | None
    best_month: Span | None
    streak: int
    rhythm: tuple[int, ...]
    coming: tuple[Next, ...]
    today: date
    units: str
    for_others: bool = False
    """Made of public runs alone, to be shown to everybody."""

    @property
    def tells_rhythm(self) -> bool:
        """Whether the last weeks are worth telling; to others never that there was a week without a run."""
        return all(self.rhythm) if self.for_others else any(self.rhythm)


class Stretch(NamedTuple):
    """The sums of some days that lie in one week and in one month, known by one of these days."""

    day: date
    metres: int
    runs: int
    seconds: int
    days: int


@dataclass(slots=True)
class ActiveWeek:
    """A week with runs, by its first day: its metres and active days."""

    first: date
    metres: int = 0
    days: int = 0


def total(stretches: Iterable[Stretch], first: date) -> Totals:
    """What was run from `first` on, which begins a week or month."""
    seen = [stretch[1:] for stretch in stretches if stretch.day >= first]
    return Totals(*map(sum, zip(*seen, strict=True)))


def by_day(metres: Mapping[date, int], first: date, last: date) -> tuple[int | None, ...]:
    """Metres of each day from `first` to `last`, None for one without a run."""
    return tuple(metres.get(first + n * DAY) for n in range((last - first).days + 1))


def by_week(stretches: Iterable[Stretch], weeks: Weeks) -> list[ActiveWeek]:
    """Each week with runs; `stretches` in the order of their days."""
    found: list[ActiveWeek] = []
    last = date.min
    for day, metres, _, _, days in stretches:
        if not found or day > last:
            found.append(ActiveWeek(weeks.first(day)))
            last = weeks.last(day)
        found[-1].metres += metres
        found[-1].days += days
    return found


def last_weeks(
    active: Iterable[ActiveWeek], weeks: Weeks, *, today: date, count: int
) -> tuple[Span, ...]:
    """The last so many weeks, the running one last, with the metres run in each."""
    firsts = [weeks.first(today)]
    while len(firsts) < count:
        firsts.append(weeks.first(firsts[-1] - DAY))
    found = {week.first: week.metres for week in active}
    return tuple(Span(first, found.get(first, 0)) for first in reversed(firsts))


def by_month(stretches: Iterable[Stretch]) -> list[Span]:
    """Each month with runs and its metres; `stretches` in the order of their days."""
    by_first = groupby(stretches, key=lambda stretch: stretch.day.replace(day=1))
    return [Span(first, sum(one.metres for one in group)) for first, group in by_first]


def most(spans: Iterable[Span | ActiveWeek]) -> Span | None:
    """The one with the most metres, of equal ones the first; None where nothing has metres."""
    best = max(spans, key=attrgetter("metres"), default=None)
    return Span(best.first, best.metres) if best and best.metres else None
