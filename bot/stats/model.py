"""What `/my stats` knows, worked out from a member's runs in one pass each; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from bot.almanac import Weeks
from bot.bests.model import Effort
from bot.milestones.model import Next, SoFar

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


def total(runs: Sequence[Effort], first: date) -> Totals:
    """What was run from `first` on; `runs` in the order of their days."""
    seen = [run for run in runs if run.day >= first]
    return Totals(
        sum(run.distance_m or 0 for run in seen),
        len(seen),
        sum(run.duration_s or 0 for run in seen),
        len({run.day for run in seen}),
    )


def by_day(runs: Sequence[Effort], first: date, last: date) -> tuple[int | None, ...]:
    """Metres of each day from `first` to `last`, None for one without a run."""
    metres: dict[date, int] = {}
    for run in runs:
        if run.day >= first:
            metres[run.day] = metres.get(run.day, 0) + (run.distance_m or 0)
    return tuple(metres.get(first + n * DAY) for n in range((last - first).days + 1))


def last_weeks(
    runs: Sequence[Effort], weeks: Weeks, *, today: date, count: int
) -> tuple[Span, ...]:
    """The last so many weeks, the running one last, with the metres run in each."""
    firsts = [weeks.first(today)]
    while len(firsts) < count:
        firsts.append(weeks.first(firsts[-1] - DAY))
    found = {
        span.first: span.metres for span in by_week((r for r in runs if r.day >= firsts[-1]), weeks)
    }
    return tuple(Span(first, found.get(first, 0)) for first in reversed(firsts))


def by_week(runs: Iterable[Effort], weeks: Weeks) -> list[Span]:
    """Each week with runs and its metres; `runs` in the order of their days."""
    found: list[Span] = []
    first, last, metres = date.min, date.min, 0
    for run in runs:
        if run.day > last:
            if last != date.min:
                found.append(Span(first, metres))
            first, last, metres = weeks.first(run.day), weeks.last(run.day), 0
        metres += run.distance_m or 0
    return [*found, Span(first, metres)] if last != date.min else found


def by_month(runs: Iterable[Effort]) -> list[Span]:
    """Each month with runs and its metres; `runs` in the order of their days."""
    months = groupby(runs, key=lambda run: (run.day.year, run.day.month))
    return [
        Span(date(year, month, 1), sum(run.distance_m or 0 for run in group))
        for (year, month), group in months
    ]


def most(spans: Iterable[Span]) -> Span | None:
    """The span with the most metres, of equal ones the first; None where nothing has metres."""
    best = max(spans, key=lambda span: span.metres, default=None)
    return best if best and best.metres else None


def longest(runs: Iterable[Effort]) -> Effort | None:
    """The longest run by distance, of equal ones the first; None without any."""
    return max((r for r in runs if r.distance_m), key=lambda r: r.distance_m or 0, default=None)


def so_far(runs: Sequence[Effort]) -> SoFar:
    """All runs, as far as the next milestone asks."""
    return SoFar(len(runs), sum(run.distance_m or 0 for run in runs))
