"""Tells a number without a unit that has its own day beside that of a distance: "Sat 10, Sun 14k"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, NUMBERS, Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import MARK

_KILOMETRE, _FEWEST, _FARTHEST = 1000, 2, 42
_AND, _IN, _MORE = any_of("and"), any_of("in_time"), any_of("further")
_MORNING = any_of("times.morning")
_WHEN = DAYS | any_of("times")
_LATE, _ENDS = any_of("times.evening", "times.night"), MARK | _AND
_OF_KIND = any_of("of_kind", "of_a_run", "of", "time_of")
_TOLD_OF_IT = any_of("further", "then", "kinds", "moods", "updown", "part", "small")
_MOST_WORDS = 3
_A_LINE = 2


def goes_on_by_days(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a number goes on with a list of days, one of which has a unit: "Sunday 10 miles, Tuesday 4, today 6"."""
    far = next((one for one in cast if one.role is Role.DISTANCE), None)
    if far is None or far.quantity.unit < _KILOMETRE:
        return False
    if member.place < far.place:
        return _leads_up_to(items, member, far)
    at, led = member.place, _is_behind_a_day(items, far.place)
    if led and _is_behind_a_day(items, at) and _ends(items, at + 1):
        return True
    dated = led or items[far.place + 1].labels & DAYS != 0
    return dated and _is_over(items, at) and _is_told_as_a_run(items, member)


def _leads_up_to(items: Sequence[Item], member: Cast, far: Cast) -> bool:
    """Whether days with a number each, and nothing else, lead up to it: "Tue 8, today 6k", "morning 5, evening 6k"."""
    if not _FEWEST <= member.quantity.value <= _FARTHEST or not _is_over(items, member.place):
        return False
    told = [item for item in items[member.place - 1 : far.place + 1] if not item.labels & _ENDS]
    days, numbers = told[::_A_LINE], told[1::_A_LINE]
    if len(days) != len(numbers) or not all(day.labels & _WHEN for day in days):
        return False
    if not all(number.labels & (NUMBERS | DISTANCES) for number in numbers):
        return False
    if any(isinstance(day, Quantity) and day.value > 0 for day in days):
        return False
    return len({_when(day) for day in days}) == len(days)


def _when(day: Item) -> tuple[float, Labels]:
    return (day.value if isinstance(day, Quantity) else 0, day.labels & (_MORNING | _LATE))


def _is_told_as_a_run(items: Sequence[Item], member: Cast) -> bool:
    """Whether nothing but what sort of a run it was follows: "today 5 more", "hier 5 de récup"; its time may."""
    if not _FEWEST <= member.quantity.value <= _FARTHEST:
        return False
    at = member.place + 1
    for _ in range(_MOST_WORDS):
        if _ends(items, at) or items[at].labels & _IN:
            break
        if not items[at].labels & (_TOLD_OF_IT | _OF_KIND):
            return False
        at += 1
    said = [item for item in items[member.place + 1 : at] if not item.labels & _OF_KIND]
    return bool(said) and (_ends(items, at) or items[at].labels & _IN != 0)


def _is_over(items: Sequence[Item], at: int) -> bool:
    """Whether the day right before it is over, and no evening whose hour it may be."""
    lead = at - 1 - (at > 1 and items[at - 1].labels & _MORE != 0)
    day = items[lead] if lead >= 0 else None
    if day is None or day.labels & _LATE:
        return False
    if isinstance(day, Quantity):
        return bool(day.labels & DAYS) and day.value <= 0
    return bool(day.labels & _MORNING)


def _is_behind_a_day(items: Sequence[Item], at: int) -> bool:
    lead = at - 1 - (at > 1 and items[at - 1].text == ":")
    return lead >= 0 and items[lead].labels & DAYS != 0


def _ends(items: Sequence[Item], at: int) -> bool:
    return at >= len(items) or items[at].labels & _ENDS != 0
