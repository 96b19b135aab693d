"""Finds the legs of a session that is told in bare numbers: "3 up, 8 at tempo, 2 down. all km"."""

from collections.abc import Sequence

from bot.runs.parse.casting import Cast, Role
from bot.runs.parse.labels import any_of
from bot.runs.parse.quantities import Item, Measure
from bot.runs.parse.stances import OWN

_UP, _DOWN = any_of("part", "up_there"), any_of("part", "descent")
_MAIN = any_of("at", "of_it", "kinds.tempo", "kinds.easy", "effort")
_FEWEST, _FARTHEST = 3, 30


def legs_of_a_session(items: Sequence[Item], cast: Sequence[Cast]) -> Sequence[Cast]:
    """The numbers of a warm-up, of what was run hard and of a cool-down, or none where one of them is missing."""
    legs = [member for member in cast if member.quantity.measure is Measure.NUMBER]
    if len(legs) < _FEWEST or any(member.role is Role.DISTANCE for member in cast):
        return ()
    if any(leg.stance not in OWN or not 1 <= leg.quantity.value <= _FARTHEST for leg in legs):
        return ()
    first, *main, last = [_behind(items, leg.place) for leg in legs]
    wrapped = first & _UP and last & _DOWN
    return legs if wrapped and all(carried & _MAIN for carried in main) else ()


def _behind(items: Sequence[Item], at: int) -> int:
    """The labels of what stands right behind a number."""
    return items[at + 1].labels if at + 1 < len(items) else 0
