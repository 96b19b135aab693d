"""Tells a commute that was run by the time it took: "commute home 8k 44:10"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_distance
from bot.runs.parse.words.labels import any_of

_RIDDEN, _COMMUTE = any_of("travel", "sport", "drove", "moved_by"), any_of("commute")
_BRISK, _EASY = 240, 480
"""Seconds per kilometre between which most run, and hardly anybody rides or walks."""

_A_CLIMB = 500
"""Metres that may only be how high it went: "112 ft"."""

_LONGEST = 60
"""Items of a post that may be about a commute alone; each of its clauses looks at all of them."""


def is_timed_as_a_run(items: Sequence[Item]) -> bool:
    """Whether a watch timed a commute as fast as people run, and nothing to ride is told: "commute home 8k 44:10"."""
    if len(items) > _LONGEST:
        return False
    if any(item.labels & _RIDDEN and not item.labels & _COMMUTE for item in items):
        return False
    told = [item for item in items if isinstance(item, Quantity)]
    metres = [one.value for one in told if is_distance(one) and one.value > _A_CLIMB]
    clocks = [one for one in told if one.measure is Measure.CLOCK]
    if len(metres) != 1 or len(clocks) != 1:
        return False
    seconds = duration_over(clocks[0], metres[0])
    return seconds is not None and _BRISK <= seconds * 1000 / metres[0] <= _EASY
