"""What makes a week count, how many did in a row, and the rhythm of the last four; pure."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from bot.almanac import Weeks
from bot.members.model import Pause, Preferences

DAY = timedelta(days=1)
RHYTHM_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Habit:
    """What a member asks of a week: so many active days, less where rest is planned, chosen or paused for."""

    weekly_days: int = 1
    rest_days: frozenset[int] = frozenset()
    pauses: tuple[Pause, ...] = ()
    rests: frozenset[date] = frozenset()
    """Days on which the member rested on purpose; each counts like an active one."""

    def keeps(self, first: date, last: date, active: Collection[date]) -> bool:
        """Whether a week with these active days counts."""
        rested = {day for day in self.rests if first <= day <= last}
        askable = 7 - len(self.rest_days)
        return len(rested.union(active)) >= max(1, min(self.weekly_days, askable))

    def excuses(self, first: date, last: date) -> bool:
        """Whether a pause touches the week, which then neither counts nor ends anything."""
        return any(pause.first <= last and first <= pause.last for pause in self.pauses)


PLAIN = Habit()
"""What others may know: nothing of a member's own aims, rest or pauses."""


def habit_of(chosen: Preferences, pauses: Iterable[Pause], rests: Iterable[date]) -> Habit:
    """What a member asks of a week by their own settings."""
    return Habit(chosen.weekly_days, chosen.rest_days, tuple(pauses), frozenset(rests))


def streak(days: Iterable[date], weeks: Weeks, habit: Habit, *, today: date) -> int:
    """How many weeks in a row count, up to this one or, as long as this one may still count, the last.

    `days` are the active days, the newest first; no more of them are taken than it needs.
    """
    current = week = weeks.first(today)
    total, coming = 0, _by_week(days, weeks)
    older = next(coming, None)
    while older is not None:
        if older[0] > week:  # a day that is still to come where the club is
            older = next(coming, None)
            continue
        active = older[1] if older[0] == week else ()
        if habit.keeps(week, weeks.last(week), active):
            total += 1
        elif week != current and not habit.excuses(week, weeks.last(week)):
            break
        if older[0] == week:
            older = next(coming, None)
        week = weeks.first(week - DAY)
    return total


def rhythm(days: Iterable[date], weeks: Weeks, *, today: date) -> tuple[int, ...]:
    """Active days in each of the last four whole weeks, the oldest first."""
    firsts: list[date] = []
    first = weeks.first(today)
    for _ in range(RHYTHM_WEEKS):
        first = weeks.first(first - DAY)
        firsts.append(first)
    counts = dict.fromkeys(reversed(firsts), 0)
    for found, active in _by_week(days, weeks):
        if found < first:
            break
        if found in counts:
            counts[found] = len(active)
    return tuple(counts.values())


def _by_week(days: Iterable[date], weeks: Weeks) -> Iterator[tuple[date, Collection[date]]]:
    """Each week with active days, the newest first, and these."""
    week: date | None = None
    active: list[date] = []
    for day in days:
        if week is None or day < week:
            if week is not None:
                yield week, active
            week, active = weeks.first(day), []
        active.append(day)
    if week is not None:
        yield week, active
