"""What is worth telling of a month or a year: small functions, each with a rule when it is true; pure.

Each measures a member, or a club, against itself alone, and says nothing where the answer would be no joy.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from bot.almanac import Weeks
from bot.bests.model import Effort

DAY = timedelta(days=1)
TOLD = 3
"""So many findings make a letter."""

FARTHEST_AFTER = 3
"""Earlier runs that it takes for "farther than ever before" to mean something."""
GROWTH = 1.15
GROWN_RUNS = 4
GROWN_MONTHS = 3
"""Months between the two that are compared, so that a good week is no growth."""
ROW_WEEKS = 5
RAINY = 3
MONTHS = 3
WEEKDAY_RUNS = 10
WEEKDAY_SHARE = 0.25
USUAL_RUNS = 6
USUAL_SHARE = 0.25
HOUR_POSTS = 12
HOUR_SHARE = 0.4
KUDOS = 5
WALKS = 3
TOGETHER = 3
NEW = 2
MORE_PEOPLE = 1.2
PEOPLE = 3
WHOLE_YEAR_DAYS = 350

Values = tuple[tuple[str, object], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is true: the key of its sentence, what kind of joy it is, and its figures by name.

    Figures are metres under "metres", dates under "day", and plain numbers otherwise.
    """

    key: str
    topic: str
    values: Values = ()


@dataclass(frozen=True, slots=True)
class Year:
    """What all findings look at: a year or a month, of a member or of a club."""

    first: date
    last: date
    """The last day that counts; of a running year, today."""
    weeks: Weeks
    days: Sequence[tuple[date, int, int]]
    """Day, metres and runs, of each day with a run, in order."""
    hours: Sequence[int] = ()
    """The hour of the day in which each run was posted, of those posted on their own day."""
    rainy: int = 0
    """Posts that told of rain or snow."""
    kudos: int = 0
    """Received by a member, given in a club."""
    given: int = 0
    runs: Sequence[Effort] = ()
    """A member's, in the order of days."""
    before: tuple[int, int] = (0, 0)
    """How many runs a member had before, and the metres of the longest of them."""
    walks: int = 0
    helped: int = 0
    """On how many days a member helped out at a run."""
    units_m: float = 1000
    """Of the reader: a kilometre or a mile, in metres."""
    people: Mapping[int, int] = field(default_factory=dict)
    """How many moved in each month of the year, of a club."""
    together: tuple[date, int] | None = None
    """The day on which most people of a club moved in public, and how many."""
    new: int = 0
    """Whose first public run with the club it was."""

    @property
    def total(self) -> int:
        """Runs."""
        return sum(runs for _, _, runs in self.days)


Rule = Callable[[Year], Finding | None]


def farthest(year: Year) -> Finding | None:
    """The longest run of all, by a member who ran before."""
    longest = _longest(year.runs)
    number, metres = year.before
    if longest is None or number < FARTHEST_AFTER or (longest.distance_m or 0) <= metres:
        return None
    return Finding("farthest", "distance", _run(longest))


def growth(year: Year) -> Finding | None:
    """An average run of a late month is longer by a seventh than one of an early month."""
    months = [
        (month, round(sum(metres) / len(metres) / 100) * 100)
        for month, metres in _by_month(year).items()
        if len(metres) >= GROWN_RUNS
    ]
    if len(months) < 2 or months[-1][0] - months[0][0] < GROWN_MONTHS:
        return None
    (early, before), (late, after) = months[0], months[-1]
    if after < before * GROWTH:
        return None
    values = (("month", early), ("metres", before), ("late_month", late), ("late_metres", after))
    return Finding("growth", "distance", values)


def weeks_in_a_row(year: Year) -> Finding | None:
    """The longest row of weeks with a run."""
    row = best = 0
    begun = before = None
    best_first = year.first
    for first in dict.fromkeys(year.weeks.first(day) for day, _, _ in year.days):
        follows = before is not None and year.weeks.first(first - DAY) == before
        row, begun = (row + 1, begun) if follows else (1, first)
        before = first
        if row > best:
            best, best_first = row, begun or first
    if best < ROW_WEEKS:
        return None
    return Finding("row", "habit", (("weeks", best), ("day", max(best_first, year.first))))


def every_week(year: Year) -> Finding | None:
    """There was no week of a whole year without a run."""
    if (year.last - year.first).days < WHOLE_YEAR_DAYS:
        return None
    seen = {year.weeks.first(day) for day, _, _ in year.days}
    whole = {
        first
        for n in range((year.last - year.first).days + 1)
        if (first := year.weeks.first(year.first + n * DAY)) >= year.first
        and year.weeks.last(first) <= year.last
    }
    return Finding("every_week", "habit") if whole <= seen else None


def rain(year: Year) -> Finding | None:
    """Rain or snow was told of, several times."""
    return Finding("rain", "weather", (("number", year.rainy),)) if year.rainy >= RAINY else None


def month(year: Year) -> Finding | None:
    """The month with the most metres, of at least three."""
    metres = Counter[int]()
    for day, distance, _ in year.days:
        metres[day.month] += distance
    ranked = [(distance, -number) for number, distance in metres.items() if distance]
    if len(ranked) < MONTHS:
        return None
    most, number = max(ranked)
    return Finding("month", "time", (("month", -number), ("metres", most)))


def weekday(year: Year) -> Finding | None:
    """One weekday has at least a quarter of the runs, and more than any other."""
    counts = Counter[int]()
    for day, _, runs in year.days:
        counts[day.weekday()] += runs
    ranked = counts.most_common(2)
    if not ranked or year.total < WEEKDAY_RUNS:
        return None
    (favourite, number), second = ranked[0], ranked[1][1] if len(ranked) > 1 else 0
    if number < year.total * WEEKDAY_SHARE or number <= second:
        return None
    return Finding("weekday", "habit", (("weekday", favourite), ("number", number)))


def usual(year: Year) -> Finding | None:
    """One distance, in whole kilometres or miles, was run again and again."""
    rounded = [round(run.distance_m / year.units_m) for run in year.runs if run.distance_m]
    counts = Counter(number for number in rounded if number)
    if not counts:
        return None
    number, times = max(counts.items(), key=lambda item: (item[1], item[0]))
    if times < USUAL_RUNS or times < len(year.runs) * USUAL_SHARE:
        return None
    values = (("metres", round(number * year.units_m)), ("number", times))
    return Finding("usual", "distance", values)


def hour(year: Year) -> Finding | None:
    """Most posts came around one hour of the day."""
    counts = Counter(year.hours)
    if len(year.hours) < HOUR_POSTS:
        return None
    around = {h: counts[(h - 1) % 24] + counts[h] + counts[(h + 1) % 24] for h in range(24)}
    favourite = max(around, key=lambda h: (around[h], counts[h], -h))
    if around[favourite] < len(year.hours) * HOUR_SHARE:
        return None
    return Finding("hour", "time", (("hour", favourite),))


def cheered(year: Year) -> Finding | None:
    """Kudos that came a member's way, or that a club gave."""
    return Finding("cheered", "kudos", (("number", year.kudos),)) if year.kudos >= KUDOS else None


def gave(year: Year) -> Finding | None:
    """Kudos that a member gave."""
    return Finding("gave", "kudos", (("number", year.given),)) if year.given >= KUDOS else None


def walked(year: Year) -> Finding | None:
    """Walks are among the runs."""
    return Finding("walks", "kind", (("number", year.walks),)) if year.walks >= WALKS else None


def helped_out(year: Year) -> Finding | None:
    """Days of helping out at a run, so that others could run it."""
    key = "helped_one" if year.helped == 1 else "helped"
    return Finding(key, "help", (("number", year.helped),)) if year.helped else None


def longest(year: Year) -> Finding | None:
    """The longest run, where there are several with a distance."""
    found = _longest(year.runs)
    measured = [run for run in year.runs if run.distance_m]
    if found is None or len(measured) < 2:
        return None
    return Finding("longest", "distance", _run(found))


def first_and_last(year: Year) -> Finding | None:
    """On which day it began, and which is the last so far."""
    if len(year.days) < 2:
        return None
    return Finding("span", "time", (("day", year.days[0][0]), ("late_day", year.days[-1][0])))


def days_moved(year: Year) -> Finding | None:
    """On how many days there was a run."""
    number = len(year.days)
    key = "days_one" if number == 1 else "days"
    return Finding(key, "habit", (("number", number),)) if number else None


def out_together(year: Year) -> Finding | None:
    """The day on which most people moved."""
    if year.together is None or year.together[1] < TOGETHER:
        return None
    day, number = year.together
    return Finding("together", "company", (("day", day), ("number", number)))


def more_people(year: Year) -> Finding | None:
    """More people moved in a late month than in an early one."""
    months = [(number, people) for number, people in sorted(year.people.items()) if people]
    if len(months) < 2 or months[-1][0] - months[0][0] < GROWN_MONTHS:
        return None
    (early, before), (late, after) = months[0], months[-1]
    if after < max(before * MORE_PEOPLE, before + PEOPLE):
        return None
    values = (("month", early), ("number", before), ("late_month", late), ("late_number", after))
    return Finding("more_people", "people", values)


def newcomers(year: Year) -> Finding | None:
    """People ran with the club for the first time."""
    return Finding("new", "people", (("number", year.new),)) if year.new >= NEW else None


OWN: tuple[Rule, ...] = (
    farthest,
    every_week,
    weeks_in_a_row,
    helped_out,
    rain,
    growth,
    month,
    cheered,
    weekday,
    usual,
    gave,
    hour,
    walked,
    longest,
    first_and_last,
)
"""Of a member's year, the rarest joy first."""
SHARED = tuple(rule for rule in OWN if rule is not gave)
"""Of a member's year as others may read it: whom somebody cheered is theirs alone."""
CLUB: tuple[Rule, ...] = (
    every_week,
    more_people,
    out_together,
    rain,
    month,
    newcomers,
    weeks_in_a_row,
    weekday,
    cheered,
    first_and_last,
    days_moved,
)
"""Of a club's year."""
CLUB_MONTH: tuple[Rule, ...] = (out_together, rain, weekday, days_moved)


def told(year: Year, rules: Iterable[Rule], *, limit: int = TOLD) -> tuple[Finding, ...]:
    """What is true of the year, in the order of the rules, of each kind of joy one, at most `limit`."""
    chosen: dict[str, Finding] = {}
    for rule in rules:
        found = rule(year)
        if found is not None:
            chosen.setdefault(found.topic, found)
        if len(chosen) == limit:
            break
    return tuple(chosen.values())


def by_day(
    days: Iterable[tuple[date, int, int]], weeks: Weeks, first: date, last: date
) -> tuple[int | None, ...]:
    """Metres of each day from the start of the first one's week to the last; None for a day without a run."""
    metres = {day: distance for day, distance, _ in days}
    begins = weeks.first(first)
    return tuple(metres.get(begins + n * DAY) for n in range((last - begins).days + 1))


def _longest(runs: Iterable[Effort]) -> Effort | None:
    measured = (run for run in runs if run.distance_m)
    return max(measured, key=lambda run: run.distance_m or 0, default=None)


def _run(run: Effort) -> Values:
    return (("metres", run.distance_m or 0), ("day", run.day))


def _by_month(year: Year) -> dict[int, list[int]]:
    months: dict[int, list[int]] = {}
    for run in year.runs:
        if run.distance_m:
            months.setdefault(run.day.month, []).append(run.distance_m)
    return months
