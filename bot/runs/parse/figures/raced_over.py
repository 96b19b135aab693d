"""Reads a bare number as the kilometres that a time was raced over: "nuovo PB sui 5! 21:08"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    CLOCKS,
    NUMBERS,
    Item,
    Quantity,
    in_unit,
    is_clock,
    is_distance,
)
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

RACED_OVER = any_of("raced_over")
_KILOMETRE, _NEAR = 1000.0, 4
_RACES = (5, 10, 15, 21, 30, 42)


def with_raced_over(items: Sequence[Item]) -> Sequence[Item]:
    """The items with the number behind such a word as a distance, where the only time fits it."""
    at = next((at for at, item in enumerate(items[:-2]) if item.labels & RACED_OVER), -1) + 1
    if not at or any(map(is_distance, items)) or not items[at + 1].labels & MARK:
        return items
    number = items[at]
    if not isinstance(number, Quantity) or not number.labels & NUMBERS:
        return items
    clocks = [item for item in items if item.labels & CLOCKS]
    near = [item for item in items[at + 2 : at + 2 + _NEAR] if is_clock(item)]
    metres = number.value * _KILOMETRE
    if number.value not in _RACES or len(clocks) != 1 or len(near) != 1:
        return items
    if duration_over(near[0], metres) is None:
        return items
    return [*items[:at], in_unit(number, _KILOMETRE), *items[at + 1 :]]
