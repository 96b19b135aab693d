"""Reads a time whose minutes and seconds a dot or a comma parts, beside the distance it fits: "21.59 at parkrun"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Item, Measure, Quantity, is_distance
from bot.runs.parse.words.labels import any_of

_DOTTED = re.compile(r"\d[.,]\d")
_IN = any_of("in_time")
_AT = any_of("race_lead", "place_lead", "way")
_THE = any_of("determiner", "article")
_NAMED = any_of("named")
_OVER = any_of("over_a_race")
_RACES = frozenset((5, 10, 15, 21))
"""Kilometres that a race is called by, and run in so many minutes."""


def with_dotted_times(items: Sequence[Item], plain: str) -> Sequence[Item]:
    """The items of a text with such numbers as the times they are; the same ones where there is none."""
    if not _DOTTED.search(plain):
        return items
    found = [
        at
        for at, item in enumerate(items)
        if isinstance(item, Quantity) and _is_a_time(item, items, at)
    ]
    if not found:
        return items
    return [_as_clock(item) if at in found else item for at, item in enumerate(items)]


def _is_a_time(number: Quantity, items: Sequence[Item], at: int) -> bool:
    """Whether a number may tell minutes and seconds, and is told of a distance that takes so long."""
    if number.measure is not Measure.NUMBER or len(number.options) != 2:
        return False
    distance = _run_in(items, at) or _run_there(items, at)
    metres = distance.value if distance else _race_there(items, at)
    return metres > 0 and duration_over(number, metres) is not None


def _run_in(items: Sequence[Item], at: int) -> Quantity | None:
    """The distance before an "in" that leads to the number: "3000m in 9.21"."""
    far = items[at - 2] if at > 1 and items[at - 1].labels & _IN else None
    return far if is_distance(far) else None


def _run_there(items: Sequence[Item], at: int) -> Quantity | None:
    """The run by whose name it is told where the time was: "21.59 at parkrun", "26.40 round the parkrun"."""
    behind = [item for item in items[at + 1 : at + 4] if not item.labels & _THE]
    if len(behind) < 2 or not behind[0].labels & _AT:
        return None
    return behind[1] if is_distance(behind[1]) and behind[1].labels & _NAMED else None


def _race_there(items: Sequence[Item], at: int) -> float:
    """The metres of the race by whose number it is told what the time was for: "47.30 op de 10"; 0 where none is."""
    behind = items[at + 1 : at + 3]
    if len(behind) < 2 or not behind[0].labels & _OVER:
        return 0.0
    race = behind[1]
    if not isinstance(race, Quantity) or race.measure is not Measure.NUMBER:
        return 0.0
    return race.value * 1000 if race.value in _RACES else 0.0


def _as_clock(item: Item) -> Item:
    """The number as the clock it is written for."""
    if not isinstance(item, Quantity):
        return item
    clock = replace(item, measure=Measure.CLOCK, value=float(item.options[0]))
    clock.complete(item.text, item.spaced)
    return clock
