"""Tells a number without a unit that is a run of its own, in the unit of the one told before it."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import CLOCKS, DAYS, TIMES, Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_WEEKDAY, _LATE = any_of("weekday"), any_of("times.evening", "times.night")
_AND, _JOINED = any_of("and"), any_of("and", "then", "join") | MARK
_FURTHER, _BACK = any_of("further"), any_of("way_back")
_DATED_ALONE = MARK | DAYS | TIMES | any_of("in_time", "and")
"""What may stand between a run and the number of the next: its day, its time and marks."""

_THEN, _IN, _TWICE = any_of("and", "then"), any_of("in_time"), any_of("several_runs")
_TO_ITS_TIME = DAYS | any_of("in_time", "times", "further", "on")
_WHEN = DAYS | any_of("times")
_WITH, _HOURS, _IN_COMPANY = any_of("accompanied"), any_of("times"), any_of("tags.with_others")
_COMPANY = any_of("person", "name", "bunch", "pet", "crowd", "groups")
_FARTHEST, _NEAR, _PAIR, _REST = 30, 4, 2, 6
_LEADS_TO_A_DAY = any_of("on", "further")
_ENDS = MARK | _AND


def goes_on(items: Sequence[Item], member: Cast, settled: Sequence[Cast]) -> bool:
    """Whether it is the way back of the run before it, so many more, or as that with its own day."""
    before = _the_run_before(member, settled)
    behind = items[member.place + 1 : member.place + 3]
    if before is None or member.quantity.value > _FARTHEST:
        return False
    if _is_of_the_next_weekday(items, before, member):
        return True
    if not behind:
        return False
    between = items[before.place + 1 : member.place]
    if not between or not between[-1].labels & _JOINED:
        return False
    rest = items[member.place + 1 : member.place + _REST]
    return (
        _leads_back(behind)
        or _is_so_many_more(behind)
        or _is_timed_too(before, between, member, rest)
        or (_is_when_or_with_whom(rest) and any(item.labels & _TWICE for item in items))
        or (any(item.labels & DAYS for item in between) and _is_dated(between, rest))
    )


def _is_of_the_next_weekday(items: Sequence[Item], before: Cast, member: Cast) -> bool:
    """Whether a weekday soon after that of a run that is over is its own.

    "Sunday I ran 4 miles, Monday 6", "7 miles Saturday (1:01:30), three more on Sunday".
    """
    at = member.place
    over = before.stance is Stance.REPORT or any(i.labels & TIMES for i in items[before.place : at])
    near = items[max(0, before.place - _NEAR) : at + _NEAR]
    days = [day for day in near if isinstance(day, Quantity) and day.labels & _WEEKDAY]
    if not over or len(days) != _PAIR or not days[0].value < days[1].value < 0:
        return False
    if items[at - 1] is days[1]:
        return _ends(items[at + 1 :])
    behind = next((i for i in items[at + 1 : at + 4] if not i.labels & _LEADS_TO_A_DAY), None)
    return items[at - 1].labels & _JOINED != 0 and behind is days[1]


def _the_run_before(member: Cast, cast: Sequence[Cast]) -> Cast | None:
    """The last distance with a unit before it."""
    told = [one for one in cast if one.role is Role.DISTANCE and one.place < member.place]
    return told[-1] if told and told[-1].quantity.unit >= 1000 else None


def _leads_back(behind: Sequence[Item]) -> bool:
    """Whether the way back is all that is told of it: "5 miles to the gym and 5 back"."""
    return behind[0].labels & _BACK != 0 and _ends(behind[1:])


def _is_so_many_more(behind: Sequence[Item]) -> bool:
    """Whether it is told as more of the same on another time: "3 miles last night & 3 more this morning"."""
    more = _FURTHER & ~_BACK
    return behind[0].labels & more != 0 and any(_is_a_day_that_is_over(item) for item in behind[1:])


def _is_timed_too(
    before: Cast, between: Sequence[Item], member: Cast, rest: Sequence[Item]
) -> bool:
    """Whether it has a time of its own, as the run before it has: ", 38:50, and then 6 tonight 58:15".

    Minutes will do for what is more of the same, or has its own time of day: "27 mins then 5 more after work in 46".
    """
    at = next((at for at, item in enumerate(rest) if not item.labels & _TO_ITS_TIME), None)
    if at is None or not between[-1].labels & _THEN:
        return False
    again = rest[0].labels & _FURTHER or any(item.labels & _WHEN for item in rest[:at])
    time, more = rest[at], at > 1 and again and rest[at - 1].labels & _IN
    timed_before = any(item.labels & TIMES for item in between)
    if not isinstance(time, Quantity) or not (more or (timed_before and time.labels & CLOCKS)):
        return False
    return duration_over(time, member.quantity.value * before.quantity.unit) is not None


def _is_when_or_with_whom(rest: Sequence[Item]) -> bool:
    """Whether that is told, as of the second run of a double day: "doubled up: 6k, then four with the beginners"."""
    if rest[0].labels & _WITH:
        return any(item.labels & _COMPANY for item in rest[1:3])
    return rest[0].labels & (DAYS | _HOURS | _IN_COMPANY) != 0


def _is_dated(between: Sequence[Item], behind: Sequence[Item]) -> bool:
    """Whether it has its own day as the run before it has: "4 yesterday (37:20), 6 today (55:02)", "7 today in 40"."""
    if not all(item.labels & _DATED_ALONE for item in between):
        return False
    ends = _ends(behind[1:]) or behind[1].labels & _IN != 0
    return _is_a_day_that_is_over(behind[0]) and ends


def _is_a_day_that_is_over(item: Item) -> bool:
    """Whether it is today or a day before, and not the hour of tonight or a weekday, which may lie ahead."""
    if not isinstance(item, Quantity) or not item.labels & DAYS or item.value > 0:
        return False
    return not item.labels & _WEEKDAY and (item.value < 0 or not item.labels & _LATE)


def _ends(behind: Sequence[Item]) -> bool:
    return not behind or behind[0].labels & _ENDS != 0
