"""Tells a distance that was not run: aimed at, denied, outdone, given up, replaced, summed up, or of some thing."""

import re
from collections.abc import Sequence

from bot.runs.parse.figures.quantities import (
    DAYS,
    DURATIONS,
    NUMBERS,
    Item,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.roles.the_rest import goes_on_with_the_rest
from bot.runs.parse.stances.cut_short import is_only_a_stop
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_OUT_OF = frozenset(("of", "out_of"))
_CUT_SHORT = any_of("cut_short")
_COURSE, _COURSE_IS = any_of("map", "route"), any_of("course_is")
_WAS = any_of("looks_back", "copula")
_BETWEEN, _AND = any_of("between"), any_of("and")
_TOLD = any_of("run_past", "strong_did")
_EFFORTS = any_of("did", "run_past", "guess.past")
_FELT, _FOR = any_of("moods", "adjective"), any_of("for_lead")
_WHOSE = any_of("determiner")
_BEFORE_A_WISH = any_of("determiner", "unmet")
_SELF, _ENDED_UP = any_of("self"), any_of("ended_up")
_ROUGHLY = any_of("about", "bound", "split_lead", "split_first", "article", "determiner")
_WHILE = any_of("for_lead", "at", "leads_to_point", "ground_lead")
_WHEN, _BECOMES = DAYS | any_of("times"), any_of("becomes")
_SHOE = any_of("shoe")
_OF_SHOES = _SHOE | UNKNOWN | MARK | NUMBERS | any_of("total", "distance_word")
_CHANGES, _INTO = any_of("changes"), any_of("into", "under_way")
_COUNTED, _MEASURES = any_of("thing"), any_of("measure_lead")
_SOMEBODY = any_of("third_person", "pet", "name")
_PERIOD, _MONTH_OR_YEAR = any_of("period"), any_of("month", "year")
_THOUSANDS, _MUCH = re.compile(r"\d,\d{3}\b"), 100_000
"""Thousands as they are written in English, and metres that are no run of those that add up to them."""


def is_so_much_each(view: View) -> bool:
    """Whether a time stands right before it, told for each of them: "faster than road by 30 s a km"."""
    led = view.items[view.at - 1] if view.at > view.clause.start else None
    return led is not None and led.labels & DURATIONS != 0


def is_another(view: View) -> bool:
    """Whether it is a distance that was not run: aimed at, denied, or another was run in its place."""
    if (
        view.after("becomes")
        or _becomes_on_its_day(view)
        or view.before("was_to_be")
        or _is_aimed_at(view)
        or _is_replaced(view)
    ):
        return True
    if view.told & _CUT_SHORT and _is_given_up(view):
        return True
    return _is_denied(view) or is_of_a_range(view)


def _becomes_on_its_day(view: View) -> bool:
    """Whether only its day stands before what it became: "10k tonight ended up as 12"."""
    behind = (item.labels for item in view.items[view.at + 1 :] if not item.labels & _WHEN)
    return next(behind, 0) & _BECOMES != 0


def _is_aimed_at(view: View) -> bool:
    """Whether it is what so many are to make: "62 of 100 km done"."""
    at = view.at
    while at > 2 and view.items[at - 1].labels & _BEFORE_A_WISH:
        at -= 1
    before = view.items[max(0, at - 2) : at]
    if len(before) < 2 or not isinstance(before[0], Quantity):
        return False
    if before[0].value == 1 and before[0].text.isalpha() and at - 2 > view.clause.start:
        return False  # "tidy one of 3 miles"
    if _is_a_while_of_mine(view, at - 2, at) or goes_on_with_the_rest(view.items, view.at):
        return False
    of_it = before[0].measure is Measure.NUMBER or (is_distance(before[0]) and at < view.at)
    felt = view.items[max(view.clause.start, at - 4) : at - 2]
    if len(felt) == 2 and felt[0].labels & _FELT and felt[1].labels & _FOR:
        return False  # "felt good for 7 of the 8k"
    counted = of_it and before[0].value < view.quantity.value
    return counted and not _OUT_OF.isdisjoint(before[1].meanings)


def _is_a_while_of_mine(view: View, part: int, whose: int) -> bool:
    """Whether something lasted for a part of the author's run, or came there: "with me for two of my 8 miles"."""
    if whose == view.at or not view.items[whose].labels & _SELF:
        return False
    lead = part - 1
    while lead > view.clause.start and view.items[lead].labels & _ROUGHLY:
        lead -= 1
    return lead >= view.clause.start and view.items[lead].labels & _WHILE != 0


def _is_denied(view: View) -> bool:
    """Whether it is what another distance was not: "5.4k not 5k"."""
    before = view.items[max(view.clause.start, view.at - 2) : view.at]
    return len(before) == 2 and is_distance(before[0]) and "negation" in before[1].meanings


def is_of_a_range(view: View) -> bool:
    """Whether it bounds how far runs are: "between 8 and 12k"."""
    if view.told & _TOLD:
        return False
    if view.before("between"):
        return True
    lead = view.items[max(0, view.at - 3) : view.at]
    return len(lead) == 3 and bool(lead[0].labels & _BETWEEN and lead[2].labels & _AND)


def _is_replaced(view: View) -> bool:
    """Whether another distance was run instead: "went out for a 5k, did 10k"."""
    behind = view.items[view.at + 1 :]
    if view.before("intent") and any(_may_be_done(behind, at) for at in range(1, len(behind))):
        return True
    if view.before("sets_out_for") and _is_brought_back(behind):
        return True
    if _becomes_another(view.items, view.at) or ends_up_as_another(view.items, view.at):
        return True
    later = [at for at, item in enumerate(behind) if is_distance(item)]
    return any("instead" in item.meanings for at in later for item in behind[at + 1 : at + 2])


def _is_brought_back(behind: Sequence[Item]) -> bool:
    """Whether another figure is told right behind as done, of no other day: "went out for 5k, came back with 8"."""
    if any(item.labels & DAYS for item in behind):
        return False
    figures = (at for at, i in enumerate(behind) if at and (i.labels & NUMBERS or is_distance(i)))
    at = next(figures, 0)
    return at > 0 and _may_be_done(behind, at) and "strong_did" in behind[at - 1].meanings


def _becomes_another(items: Sequence[Item], at: int) -> bool:
    """Whether the distance at `at` was made another: "stretched the 12k to 16k"."""
    if at < 1 or not (
        items[at - 1].labels & _CHANGES
        or (at > 1 and items[at - 1].labels & _WHOSE and items[at - 2].labels & _EFFORTS)
    ):
        return False
    behind = items[at + 1 : at + 3]
    return len(behind) == 2 and behind[0].labels & _INTO != 0 and is_distance(behind[1])


def ends_up_as_another(items: Sequence[Item], at: int) -> bool:
    """Whether so much "ended up" as another distance: "easy 5k ended up at 8k"."""
    behind = items[at + 1 : at + 5]
    if not behind or not behind[0].labels & _ENDED_UP or behind[0].labels & _SELF:
        return False
    return any(is_distance(item) for item in behind[1:])


def _is_given_up(view: View) -> bool:
    """Whether it is how far a run was to be that ended before: "10k today, bailed at 7"."""
    unit = view.quantity.unit or 1000.0
    for at in range(view.at + 2, len(view.items)):
        reached = view.items[at]
        if not isinstance(reached, Quantity) or not view.items[at - 1].labels & _CUT_SHORT:
            continue
        if view.items[at - 2].labels & _SOMEBODY:
            continue  # "6 miles with the dog (he quit at 4)"
        metres = reached.value * (1 if is_distance(reached) else unit)
        counted = is_distance(reached) or reached.measure is Measure.NUMBER
        return counted and metres < view.quantity.value and not is_only_a_stop(view.items, at)
    return False


def _may_be_done(items: Sequence[Item], at: int) -> bool:
    """Whether a distance stands at `at`, or a bare number that is told as done."""
    item = items[at]
    if not isinstance(item, Quantity) or item.measure is not Measure.NUMBER:
        return is_distance(item)
    return "strong_did" in items[at - 1].meanings


def is_outdone(view: View) -> bool:
    """Whether it is a mark that the distance behind it is beyond: "first run above 16 km: 17 km"."""
    if view.distances < 2 or not view.before("bound"):
        return False
    later = [item for item in view.items[view.at + 1 :] if is_distance(item)]
    return bool(later) and later[0].value > view.quantity.value


def is_the_sum_by_now(view: View) -> bool:
    """Whether it is what there is of a week or month with the run beside it: "10k, that's 100k for the month"."""
    if view.before("total", "brings_to") and view.after("period"):
        return True
    thousands = _THOUSANDS.match(view.quantity.text)
    if view.quantity.value < _MUCH and not thousands:
        return False
    behind = view.items[view.at + 1 : view.at + 3]
    return bool(behind) and (behind[0].labels & _PERIOD != 0 or _is_for_a_month_or_year(behind))


def _is_for_a_month_or_year(behind: Sequence[Item]) -> bool:
    """Whether it goes on with "for November" or "for 2026"."""
    if len(behind) < 2 or not behind[0].labels & _FOR:
        return False
    return behind[1].labels & _MONTH_OR_YEAR != 0


def is_of_the_course(view: View) -> bool:
    """Whether it is how long a course was, and how far it was run stands behind it."""
    lead = view.items[max(0, view.at - 2) : view.at]
    if len(lead) < 1 or not (
        lead[-1].labels & _COURSE_IS or (lead[0].labels & _COURSE and lead[-1].labels & _WAS)
    ):
        return False
    behind = view.items[view.at :]
    return any(
        behind[at - 1].labels & _TOLD and is_distance(behind[at]) for at in range(2, len(behind))
    )


def is_a_count(view: View) -> bool:
    """Whether thousands of something are told behind what they are of: "steps 12k"."""
    lead = view.items[view.at - 1].labels if view.at else 0
    return lead & _COUNTED != 0 and lead & _MEASURES != 0


_MUCH_FOR_SHOES = 60_000


def is_of_shoes(view: View) -> bool:
    """Whether it is how far shoes have come, on a line of their own: "Shoes: 417 km", "Gear: Pegasus 40 (340 km)"."""
    line = _before_it(view.items, view.at)
    if view.quantity.value >= _MUCH_FOR_SHOES and view.clause.has("shoe") and view.distances > 1:
        return True  # "shoes hit 500km on tonight's 10k"
    if not any(item.labels & _SHOE for item in line):
        return False
    opens = line[0].labels & _SHOE or len(line) < view.at
    return bool(opens) and all(item.labels & _OF_SHOES for item in line)


def _before_it(items: Sequence[Item], at: int) -> Sequence[Item]:
    """What stands on the same line before a place, or on the one before if the line begins there."""
    start = at - 1
    while start > 0 and items[start - 1].text != "\n":
        start -= 1
    return items[max(start, 0) : at]
