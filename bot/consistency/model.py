"""What makes a week count, how many did in a row, and the rhythm of the last four; pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
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

    def keeps(self, first: date, last: date, active: int) -> bool:
        """Whether a week counts with so many active days apart from those of rest on purpose."""
        rested = sum(first <= day <= last for day in self.rests) if self.rests else 0
        askable = 7 - len(self.rest_days)
        return active + rested >= max(1, min(self.weekly_days, askable))

    def apart(self, days: Collection[date]) -> int:
        """How many of these active days are none of rest on purpose, which count by themselves."""
        return len(self.rests.union(days)) - len(self.rests)

    def excuses(self, first: date, last: date) -> bool:
        """Whether a pause touches the week, which then neither counts nor ends anything."""
        return any(pause.first <= last and first <= pause.last for pause in self.pauses)


PLAIN = Habit()
"""What others may know: nothing of a member's own aims, rest or pauses."""


def habit_of(chosen: Preferences, pauses: Iterable[Pause], rests: Iterable[date]) -> Habit:
    """What a member asks of a week by their own settings."""
    return Habit(chosen.weekly_days, chosen.rest_days, tuple(pauses), frozenset(rests))


def streak(days: Iterable[date], weeks: Weeks, habit: Habit, *, today: date) -> int:
    """How many weeks in a row count; `days` are the active days, the newest first.

    No more of them are taken than it needs.
    """
    active = ((week, habit.apart(days)) for week, days in _by_week(days, weeks))
    return in_a_row(active, weeks, habit, today=today)


def in_a_row(active: Iterable[tuple[date, int]], weeks: Weeks, habit: Habit, *, today: date) -> int:
    """How many weeks in a row count, up to this one or, as long as this one may still count, the last.

    `active` are the weeks with active days, the newest first, and how many these are apart from rest on purpose.
    """
    current, last = weeks.span(today)
    week = current
    total, coming = 0, iter(active)
    older = next(coming, None)
    while older is not None:
        if older[0] > week:  # a day that is still to come where the club is
            older = next(coming, None)
            continue
        days = older[1] if older[0] == week else 0
        if habit.keeps(week, last, days):
            total += 1
        elif week != current and not habit.excuses(week, last):
            break
        if older[0] == week:
            older = next(coming, None)
        last = week - DAY
        week = weeks.first(last)
    return total


def rhythm(active: Mapping[date, int], weeks: Weeks, *, today: date) -> tuple[int, ...]:
    """Active days in each of the last four whole weeks, the oldest first; `active` is how many a week has."""
    firsts = [weeks.first(today)]
    for _ in range(RHYTHM_WEEKS):
        firsts.append(weeks.first(firsts[-1] - DAY))
    return tuple(active.get(first, 0) for first in reversed(firsts[1:]))


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
