"""Reads numbers as distances whose unit stands apart from them: "ran 17 on Sunday and 5 yesterday, both k".

So is what was run of a whole that has a unit: "did 14 of the 18k"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.quantities import (
    DAYS,
    NUMBERS,
    Item,
    Measure,
    Quantity,
    in_unit,
    is_distance,
)
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import MARK, Lexeme

_UNIT = any_of("distance_unit")
_ALL_OF_THEM = any_of("both", "crowd", "in_time")
_TIMES, _WEEKDAY = any_of("times"), any_of("weekday")
_LEADING = (
    DAYS | MARK | _TIMES | _WEEKDAY | any_of("article", "about", "run_past", "strong_did", "then")
)
_BEHIND = DAYS | MARK | _TIMES | _WEEKDAY
_OF, _THE, _A_KILOMETRE = any_of("of"), any_of("determiner"), 1000
_ARE = any_of("copula", "looks_back", "question", "auxiliary")
_FEWEST_PRAISING, _MOST_PRAISING = 5, 8
_THAN, _NOT, _NEAR = any_of("delta_lead"), any_of("negation", "unmet"), 5
_BECOMES, _SETS_OUT, _DID = any_of("becomes"), any_of("sets_out_for"), any_of("strong_did")
_ON, _LEAST, _MOST = any_of("on"), 1, 60
_A_PART_OF, _UNMET, _DONE = (
    any_of("of", "out_of"),
    any_of("unmet"),
    any_of("did", "strong_did", "run_past"),
)
_WHOSE = _THE | any_of("adjective", "unmet")
_LENDS = _THAN | _BECOMES | _SETS_OUT | _A_PART_OF
"""Labels without any of which no number takes the unit of another distance."""
_LEFT_IT = _BEHIND | _UNMET | any_of("join", "contrast", "before_after", "then")
_WORDS_BETWEEN, _SHARE = 3, 0.1


def with_unit_told_later(items: Sequence[Item]) -> Sequence[Item]:
    """The items with such numbers as distances; the same ones where no unit stands alone behind them."""
    if any(map(is_distance, items)):
        told = joined([item.labels for item in items])
        if not (told & NUMBERS and told & _LENDS):
            return items
        items = _in_the_minutes_meant(items)
        return _with_unit_of_the_whole(_with_unit_of_the_plan(items))
    at = next((at for at in range(1, len(items)) if _stands_alone(items, at)), 0)
    if not at:
        return _with_unit_praised(items)
    numbers = [number for number in range(at) if _may_be_a_run(items, number)]
    unit = items[at].meanings["distance_unit"]
    if not numbers or (len(numbers) == 1 and _may_sign(items, at)):
        return items
    return [_in_unit(item, unit) if n in numbers else item for n, item in enumerate(items)]


def _with_unit_of_the_plan(items: Sequence[Item]) -> Sequence[Item]:
    """The items with a number in the unit of what was meant: "6.4 instead of the planned 9k", "10k became 13"."""
    for at, item in enumerate(items):
        told = item.labels
        if at and told & _THAN and told & _NOT:
            behind = items[at + 1 : at + _NEAR]
            plan = next((i for i in behind if isinstance(i, Quantity) or i.labels & MARK), None)
            return _measured_by(items, at - 1, plan)
        if at and told & _BECOMES and at + 1 < len(items):
            return _measured_by(items, at + 1, items[_before_its_day(items, at)])
        if told & _SETS_OUT and (back := _brought_back(items, at)):
            return _measured_by(
                items, back, next(filter(is_distance, items[at + 1 : at + 3]), None)
            )
    return items


def _before_its_day(items: Sequence[Item], at: int) -> int:
    """What stands before a verb and the day before that: "10k tonight ended up as 12"."""
    at -= 1
    while at and items[at].labels & (DAYS | _TIMES):
        at -= 1
    return at


def _brought_back(items: Sequence[Item], at: int) -> int:
    """Where a number is told as done behind what was set out for: "went out for 5 miles, came back with 7"."""
    numbers = (n for n in range(at + 2, len(items)) if items[n].labels & NUMBERS)
    return next((n for n in numbers if items[n - 1].labels & _DID), 0)


def _measured_by(items: Sequence[Item], at: int, plan: Item | None) -> Sequence[Item]:
    """The items with the number at `at` in the unit of what was planned, if it may be so far."""
    number = items[at]
    if not is_distance(plan) or plan.unit < _A_KILOMETRE:
        return items
    if not isinstance(number, Quantity) or not number.labels & NUMBERS:
        return items
    if not _LEAST < number.value <= _MOST or not plan.value / 5 < number.value * plan.unit:
        return items
    return [*items[:at], _in_unit(number, plan.unit), *items[at + 1 :]]


def _in_the_minutes_meant(items: Sequence[Item]) -> Sequence[Item]:
    """The items with what so many minutes became before a distance as minutes: "60 mins ended up as 65 and 12k"."""
    for at in range(1, len(items) - 1):
        if not items[at].labels & _BECOMES:
            continue
        meant, number = items[at - 1], items[at + 1]
        if not any(map(is_distance, items[at + 2 : at + _NEAR])):
            continue
        if not isinstance(meant, Quantity) or not isinstance(number, Quantity):
            continue
        if meant.measure is Measure.DURATION and number.labels & NUMBERS and not meant.value % 60:
            took = replace(number, measure=meant.measure, value=number.value * 60, options=())
            took.complete(number.text, number.spaced)
            return [*items[: at + 1], took, *items[at + 2 :]]
    return items


def _with_unit_of_the_whole(items: Sequence[Item]) -> Sequence[Item]:
    """The items with the number as a distance that was done of a longer one: "did 14 of the 18k on Sunday"."""
    for of in range(1, len(items) - 1):
        if items[of].labels & _A_PART_OF != _A_PART_OF or not items[of - 1].labels & NUMBERS:
            continue
        whole = next((at for at in range(of + 1, len(items)) if not items[at].labels & _WHOSE), of)
        number, far = items[of - 1], items[min(whole, len(items) - 1)]
        if whole - of > _WORDS_BETWEEN or not isinstance(number, Quantity) or not is_distance(far):
            continue
        share = number.value * far.unit / far.value
        if number.value > _LEAST and _SHARE < share < 1 and _was_left(items, of, whole):
            return [*items[: of - 1], _in_unit(number, far.unit), *items[of:]]
    return items


def _was_left(items: Sequence[Item], of: int, whole: int) -> bool:
    """Whether so much was done, or the whole was planned, and no more is said of it, as in "3 of the 5k races"."""
    behind = [item.labels for item in items[whole + 1 : whole + 3]] or [MARK]
    planned = behind[0] | joined(item.labels for item in items[of + 1 : whole])
    done = of > 1 and items[of - 2].labels & _DONE
    left = behind[0] & _LEFT_IT or (behind[0] & _ON and behind[-1] & DAYS)
    return bool(left and (planned & _UNMET or done))


def _with_unit_praised(items: Sequence[Item]) -> Sequence[Item]:
    """The items with the number that opens them as a distance: "10 of the muddiest kilometres, 58:10"."""
    if len(items) < _FEWEST_PRAISING or not items[0].labels & NUMBERS or not items[1].labels & _OF:
        return items
    number, praised = items[0], items[3:_MOST_PRAISING]
    if not isinstance(number, Quantity) or not _LEAST < number.value <= _MOST:
        return items
    far = next((at for at, item in enumerate(praised) if item.labels & _UNIT), 0)
    if not items[2].labels & _THE or not far or not _are_words(praised[: far + 1]):
        return items
    if any(item.labels & _ARE for item in praised[far + 1 : far + 2]):
        return items  # "7 of the club kilometres are on road"
    unit = praised[far].meanings["distance_unit"]
    return [_in_unit(number, unit), *items[1:]] if unit >= _A_KILOMETRE else items


def _are_words(items: Sequence[Item]) -> bool:
    return all(isinstance(item, Lexeme) and not item.labels & MARK for item in items)


def _stands_alone(items: Sequence[Item], at: int) -> bool:
    """Whether it is a unit and nothing else between marks: "(miles!!)", ", both k", ". Miles"."""
    if not items[at].labels & _UNIT or not isinstance(items[at], Lexeme):
        return False
    before = at - 1
    before -= before > 0 and items[before].labels & _ALL_OF_THEM != 0
    return bool(items[before].labels & MARK) and _ends(items, at + 1)


def _may_sign(items: Sequence[Item], at: int) -> bool:
    """Whether it may be the name of who posts: "8 tonight. Miles."."""
    unit = items[at]
    last = all(item.labels & MARK for item in items[at + 1 :])
    return last and isinstance(unit, Lexeme) and unit.capital


def _ends(items: Sequence[Item], at: int) -> bool:
    return at >= len(items) or items[at].labels & MARK != 0


def _may_be_a_run(items: Sequence[Item], at: int) -> bool:
    """Whether a number opens what is said or follows a day or a verb of running, and only its day follows."""
    number = items[at]
    if not isinstance(number, Quantity) or not number.labels & NUMBERS:
        return False
    if not _LEAST < number.value <= _MOST or (at and not items[at - 1].labels & _LEADING):
        return False
    behind = at + 1
    behind += behind < len(items) and items[behind].labels & _ON != 0
    return behind >= len(items) or items[behind].labels & _BEHIND != 0


def _in_unit(item: Item, unit: float) -> Item:
    """The number as the distance that its unit makes of it."""
    return in_unit(item, unit) if isinstance(item, Quantity) else item
