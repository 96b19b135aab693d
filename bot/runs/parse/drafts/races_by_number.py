"""Tells races that are called by their number alone: "49:58 auf die 10", "PR op de 10! 46:12"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item, Quantity, is_clock, is_day
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.words.labels import any_of

_RACES = frozenset((5, 10, 15, 21, 42))
"""Kilometres of the usual races."""

_OVER, _THE_RACE, _OF = any_of("over_a_race"), any_of("the_race"), any_of("of")


def is_race(items: Sequence[Item], member: Cast) -> bool:
    """Whether a race is told behind its time: "49:58 auf die 10"."""
    exact = is_exact(member.quantity)
    if member.quantity.value not in _RACES and not exact:
        return False
    at = member.place - 1
    at -= at > 0 and is_day(items[at])  # "55:06 for the Sunday 10"
    if at > 0 and "determiner" in items[at].meanings and "race_lead" not in items[at].meanings:
        at -= 1
    led = at - 1
    led -= led > 0 and is_day(items[led])  # "44:59 on Saturday for the 10"
    time = items[led] if led >= 0 else None
    if not is_clock(time):
        return False
    fits = not exact or duration_over(time, member.quantity.value * 1000) is not None
    return fits and "race_lead" in items[at].meanings


def is_race_of_a_time(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a race is called by its number, and a time fits it: "PR op de 10! 46:12", "de 18 van Breda, 1:39:30"."""
    at, far = member.place, member.quantity.value
    led = items[at - 1].labels if at else 0
    of_a_place = led & _THE_RACE and any(one.labels & _OF for one in items[at + 1 : at + 2])
    if not of_a_place and not (led & _OVER and far in _RACES):
        return False
    times = [one.quantity for one in cast if one.role is Role.TIME and is_clock(one.quantity)]
    return len(times) == 1 and duration_over(times[0], far * 1000) is not None


def is_exact(quantity: Quantity) -> bool:
    """Whether a number is told as a watch tells kilometres: "26:07 for 5.03"."""
    return len(quantity.decimals) == 2
