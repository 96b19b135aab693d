"""Reads a distance whose unit stands before its number, as a log has it: "oggi km 10 in 52 minuti"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import (
    CLOCKS,
    DAYS,
    DURATIONS,
    NUMBERS,
    Item,
    Quantity,
    in_unit,
    is_distance,
)
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK

UNIT_FIRST = any_of("unit_first")
_LEADING = DAYS | MARK | any_of("times", "weekday", "kinds", "run_past", "strong_did")
_BEHIND = DAYS | MARK | CLOCKS | DURATIONS | any_of("in_time", "times", "weekday", "pace_lead")
_AROUND = any_of("ground_lead", "adjunct", "alongside", "tags", "in_the_open")
_DATED = DAYS | any_of("weekday")
_TIMED, _IN_TIME = CLOCKS | DURATIONS, any_of("in_time")
_FARTHEST = 100


def with_unit_first(items: Sequence[Item]) -> Sequence[Item]:
    """The items with the number behind the only such unit as the distance; the same ones where it tells a place."""
    units = [at for at, item in enumerate(items[:-1]) if item.labels & UNIT_FIRST]
    if len(units) != 1 or any(map(is_distance, items)):
        return items
    unit = units[0]
    far = _in_unit(items[unit], items[unit + 1])
    if far is None or not _is_all_that_was_run(items, unit):
        return items
    return [*items[:unit], far, *items[unit + 2 :]]


def _is_all_that_was_run(items: Sequence[Item], unit: int) -> bool:
    """Whether nothing leads there, and a day or a time is told with it: no "km 30: il muro"."""
    lead, behind = items[unit - 1].labels if unit else MARK, items[unit + 2 : unit + 3]
    may_follow = _BEHIND | _AROUND if lead & _DATED else _BEHIND
    if not lead & _LEADING or any(not i.labels & may_follow or i.text == ":" for i in behind):
        return False
    told = [item.labels for item in items]
    return bool(lead & _DATED or joined(told) & _TIMED or _leads_to_a_time(items[unit + 2 :]))


def _leads_to_a_time(behind: Sequence[Item]) -> bool:
    """Whether a word of time leads to a number: "km 6,7 tempo 37.25"."""
    return len(behind) > 1 and behind[0].labels & _IN_TIME != 0 and isinstance(behind[1], Quantity)


def _in_unit(unit: Item, number: Item) -> Quantity | None:
    """The number as so much of the unit; none where it counts another thing."""
    if not isinstance(number, Quantity) or not number.labels & NUMBERS:
        return None
    if not 1 <= number.value <= _FARTHEST:
        return None
    far = in_unit(number, unit.meanings["distance_unit"], f"{unit.text} {number.text}")
    far.spaced = unit.spaced
    return far
