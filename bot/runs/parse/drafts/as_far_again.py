"""Gives a second time the distance of the run before it: told with an "again", or each with its own day."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item, Quantity, is_distance
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_AGAIN, _AS_MUCH = any_of("once_more"), any_of("as_much")
_BOTH, _ON = any_of("both"), any_of("on")
_PART_OF_DAY = any_of("times", "before_after")
_NEAR, _TWO_WEEKS = 8, -14
_PAIR, _ALIKE = 2, 0.2


def go_as_far_again(items: Sequence[Item], drafts: Sequence[Draft]) -> None:
    """Gives a time the distance of the run before: "10k Sunday 51:00 and again today 50:40"."""
    for first, second in pairwise(drafts):
        if first.distance is None and _are_both_so_far(items, first, second):
            first.distance, first.unit = second.distance, second.unit
        if second.distance is not None or not (first.times and second.times):
            continue
        between = items[first.last + 1 : second.first]
        dated = _end_in_their_days(items, first, second)
        again = second.by_a_clock and (
            any(item.labels & _AGAIN for item in between) or _is_as_much(between)
        )
        days = second.by_a_clock and not again and _have_their_days(items, first, second)
        fits = first.distance and duration_over(second.times[0], first.distance)
        if fits and (again or days or dated):
            second.distance, second.unit = first.distance, first.unit
        if fits and days:
            first.day, second.day = _day_of(items, first.last), _day_of(items, second.first)


def _are_both_so_far(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a "both" stands beside the distance of the second time: "27:40 yesterday 27:02 today both 5k"."""
    far = next((at for at in second.places if is_distance(items[at])), 0)
    if not far or second.distance is None or not (first.by_a_clock and second.by_a_clock):
        return False
    beside = (items[far - 1], *items[far + 1 : far + 2])
    both = any(item.labels & _BOTH for item in beside)
    return both and duration_over(first.times[0], second.distance) is not None


def _is_as_much(between: Sequence[Item]) -> bool:
    """Whether as much is told of a day: "5k yesterday 27:40, same today 27:02"."""
    return any(one.labels & _AS_MUCH and day.labels & DAYS for one, day in pairwise(between))


def _have_their_days(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether each of two times is led by its day or its part of one: "same 6k, Monday 36:20, today 35:50".

    "Today 25:10, last Saturday 25:40" only compares a run to another, which was told before.
    """
    if not first.by_a_clock or len(first.times) != 1 or first.places[-1] != first.last:
        return False
    one, other = _lead(items, first.last), _lead(items, second.first)
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        days = one.labels & other.labels & DAYS
        return days != 0 and _TWO_WEEKS < one.value < other.value <= 0
    return one.labels & other.labels & _PART_OF_DAY != 0 and one.text != other.text


def _end_in_their_days(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a day stands right behind each of two times: "same loop, 7k: 42 min yesterday, 40 min today"."""
    if len(first.times) != 1 or first.places[-1] != first.last:
        return False
    if not second.by_a_clock and not _took_as_long(first, second):
        return False  # "8k 45 min on Monday and 30 min today"
    days = [_behind(items, first.last), _behind(items, second.last)]
    told = [day.value for day in days if isinstance(day, Quantity) and day.labels & DAYS]
    return len(told) == _PAIR and _TWO_WEEKS < told[0] < told[1] <= 0


def _took_as_long(first: Draft, second: Draft) -> bool:
    one, other = first.times[0].value, second.times[0].value
    return abs(one - other) <= _ALIKE * one


def _behind(items: Sequence[Item], at: int) -> Item | None:
    """What stands right behind a figure, over an "on"."""
    at += 1
    at += at < len(items) and items[at].labels & _ON != 0
    return items[at] if at < len(items) else None


def _day_of(items: Sequence[Item], at: int) -> int | None:
    """The day that leads a time, if it is one."""
    lead = _lead(items, at)
    return int(lead.value) if isinstance(lead, Quantity) else None


def _lead(items: Sequence[Item], at: int) -> Item:
    """What opens the phrase of a figure, a few items before it at most."""
    start = at
    while start > max(0, at - _NEAR) and not items[start - 1].labels & MARK:
        start -= 1
    return items[start]
