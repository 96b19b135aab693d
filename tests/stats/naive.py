"""What `/my stats` tells, counted run by run and week by week: slow, and easy to see through."""

from datetime import date, timedelta
from itertools import takewhile
from typing import NamedTuple

from bot.bests.model import STANDARDS, standard_of
from bot.stats.model import CALENDAR_WEEKS, CHART_WEEKS, Totals

DAY = timedelta(days=1)


class Logged(NamedTuple):
    """A run as far as stats ask."""

    day: date
    metres: int | None
    seconds: int | None


def totals(runs, first):
    """Sums of the runs from a day on."""
    seen = [run for run in runs if run.day >= first]
    return Totals(
        sum(run.metres or 0 for run in seen),
        len(seen),
        sum(run.seconds or 0 for run in seen),
        len({run.day for run in seen}),
    )


def first_day(period, weeks, today):
    """Where the period of today begins."""
    starts = {"week": weeks.first(today), "month": today.replace(day=1)}
    return starts.get(period) or (date(today.year, 1, 1) if period == "year" else date.min)


def weeks_back(weeks, today, until):
    """The first days of weeks, from this one back to that of `until`."""
    first = weeks.first(today)
    while first >= weeks.first(until):
        yield first
        first = weeks.first(first - DAY)


def last_weeks(weeks, today, count):
    """The first days of so many weeks, this one last."""
    back = weeks_back(weeks, today, today - timedelta(weeks=3 * count))
    return list(reversed([first for first, _ in zip(back, range(count), strict=False)]))


def metres(runs, first, last):
    """Of all runs of some days."""
    return sum(run.metres or 0 for run in runs if first <= run.day <= last)


def calendar(runs, weeks, today):
    """A figure a day of the last 26 weeks."""
    day, found = last_weeks(weeks, today, CALENDAR_WEEKS)[0], []
    while day <= today:
        ran = [run.metres or 0 for run in runs if run.day == day]
        found.append(sum(ran) if ran else None)
        day += DAY
    return tuple(found)


def chart(runs, weeks, today):
    """First day and metres of the last 14 weeks."""
    firsts = last_weeks(weeks, today, CHART_WEEKS)
    return [(first, metres(runs, first, weeks.last(first))) for first in firsts]


def fastest(runs):
    """Day and seconds of the fastest run for each standard."""
    timed = [run for run in runs if run.seconds]
    by_key = {key: [run for run in timed if standard_of(run.metres) == key] for key in STANDARDS}
    best = {
        key: min((run.seconds, run.day) for run in found) for key, found in by_key.items() if found
    }
    return {key: (day, seconds) for key, (seconds, day) in best.items()}


def longest(runs):
    """Metres and day of the longest run."""
    far = [(-run.metres, run.day) for run in runs if run.metres]
    return (-min(far)[0], min(far)[1]) if far else None


def most(runs, first_of, last_of):
    """First day and metres of the week or month with the most."""
    sums = {first_of(run.day): metres(runs, first_of(run.day), last_of(run.day)) for run in runs}
    best = min(((-total, first) for first, total in sums.items() if total), default=None)
    return (best[1], -best[0]) if best else None


def month_first(day):
    """The first of the day's month."""
    return day.replace(day=1)


def month_last(day):
    """The last of the day's month."""
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - DAY


def streak(runs, weeks, habit, today):
    """Weeks in a row, each looked at by itself."""
    if not runs:
        return 0
    verdicts = []
    for first in weeks_back(weeks, today, min(run.day for run in runs)):
        last = weeks.last(first)
        days = {run.day for run in runs} | habit.rests
        active = sum(first <= day <= last for day in days)
        enough = active >= max(1, min(habit.weekly_days, 7 - len(habit.rest_days)))
        excused = habit.excuses(first, last) or first == weeks.first(today)
        verdicts.append(1 if enough else 0 if excused else None)
    return sum(takewhile(lambda verdict: verdict is not None, verdicts))


def rhythm(runs, weeks, today):
    """Active days of the four weeks before this one."""
    days = {run.day for run in runs}
    firsts = last_weeks(weeks, today, 5)[:-1]
    return tuple(sum(first <= day <= weeks.last(first) for day in days) for first in firsts)
