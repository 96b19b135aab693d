"""Lets a time and a pace confirm a bare number: 6.1 at 8:53 take 54:12, so that it is a distance in their unit."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure
from bot.runs.parse.posts.casting import Cast, Role

_PACES = (150, 900)
_NEAREST = {True: 1, False: 2}
"""A number without a point is less exact, and far enough that its time is told apart from its pace."""

_FARTHEST = 110
_OFF = 0.006
"""How far the time may be off: the number has two figures behind its point, the pace whole seconds."""

_BEHIND = 4


def is_confirmed(member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether the two clocks next to a number are its time and its pace: "6.1 / 54:12 / 8:53", "8 | 46:20 | 5:47"."""
    told = member.quantity.value
    if not _NEAREST[bool(member.quantity.decimals)] < told <= _FARTHEST:
        return False
    clocks = [
        one.quantity
        for one in cast
        if one.quantity.measure is Measure.CLOCK
        and one.role in (Role.TIME, Role.PACE)
        and 0 < one.place - member.place <= 2 * _BEHIND
    ][:2]
    if len(clocks) < 2:
        return False
    short, long = sorted(clocks, key=lambda clock: clock.options[0])
    pace = short.options[0]
    fits = any(abs(told * pace - seconds) <= _OFF * seconds for seconds in long.options)
    return fits and _PACES[0] <= pace <= _PACES[1]
