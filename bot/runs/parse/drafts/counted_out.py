"""Makes as many runs as are counted before a distance: "two 5ks today, 28:00 and 27:10"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, Item, Measure, Quantity, is_distance
from bot.runs.parse.posts.draft import Draft
from bot.runs.parse.roles.among_several import is_of_each_lap, laps_counted
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_RUNS, _LAPS = any_of("run_each"), any_of("lap_each")
_TWICE, _TIMES_SO_MANY = any_of("said_twice"), any_of("reps_word")
_PLURAL = any_of("several_units")
_MOST, _MOST_LAPS = 4, 30
_LONG_UNIT = 1000
_LOOP, _EACH, _PER = any_of("lap_of"), any_of("both"), any_of("per")
_ENDS = MARK | DAYS | any_of("for_me", "accompanied", "and", "join")
_OF, _THE = any_of("of"), any_of("determiner", "article")
_TWO, _SPRINT = 2, 180
"""Laps, and the seconds per kilometre in which hardly anybody runs several."""
_WALK, _FAST = 480, 240
"""Seconds a kilometre: slower than the one for a lap, a time is that of all, unless that beats the other."""


def is_a_count(items: Sequence[Item], at: int) -> bool:
    """Whether the number at `at` counts the distances behind it: "two 5ks", "2 5k runs", "two 5k loops"."""
    return _of_what(items, at) is not None


def count_out(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """The runs with those that are only counted, each with a time of its own or all without one; laps are one run."""
    if len(drafts) == 2 and _are_one_twice(items, *drafts):
        drafts[1].distance, drafts[1].unit = drafts[0].distance, drafts[0].unit
        return drafts
    if len(drafts) == 1 and (laps := _laps_of(items, drafts[0])):
        _go_round(drafts[0], laps)
        return drafts
    for at, draft in enumerate(drafts):
        counted = _of_what(items, draft.first - 1) if draft.distance else None
        if counted is None:
            continue
        count, laps = counted
        others = drafts[at + 1 : at + count]
        if len(others) == count - 1 and all(_may_be_over(draft, other) for other in others):
            for other in others:
                other.distance, other.unit = draft.distance, draft.unit
        elif laps:
            draft.distance = count * (draft.distance or 0.0)
        elif not draft.times and not drafts[at + 1 :]:
            return [*drafts, *(draft.again(draft.day) for _ in range(count - 1))]
    return drafts


def _of_what(items: Sequence[Item], at: int) -> tuple[int, bool] | None:
    """How many runs, or laps, a number counts that stands right before their distance; None when it counts none."""
    if at < 0 or at + 1 >= len(items):
        return None
    number, far, *behind = items[at : at + 3]
    if not is_distance(far) or far.unit < _LONG_UNIT:
        return None
    if not isinstance(number, Quantity) or number.measure is not Measure.NUMBER:
        return None
    laps = bool(behind) and behind[0].labels & _LAPS != 0
    if number.value not in range(2, (_MOST_LAPS if laps else _MOST) + 1):
        return None
    runs = far.labels & _PLURAL or (behind and behind[0].labels & _RUNS)
    return (int(number.value), laps) if laps or runs else None


def _laps_of(items: Sequence[Item], draft: Draft) -> float:
    """How many laps are told of which the distance is one, or 0.

    "3 laps of the 3.2k loop", "4 laps, 2.5k each", "4 laps of the park, each one a mile".
    """
    far = next((at for at in draft.places if is_distance(items[at])), 0)
    behind = [item.labels for item in items[far + 1 : far + 3]] + [MARK, MARK]
    laps = laps_counted(items[:far])
    last = next(reversed(laps.values()), 0.0)
    each = behind[0] & _EACH or is_of_each_lap(items, far)
    if each or (behind[0] & _PER and behind[1] & _LOOP):
        return last
    told = behind[0] & (_LOOP if draft.times else _LOOP | _ENDS) != 0
    if laps and (told or _takes_all_laps(draft, last)):
        lead = far - 1 - (items[far - 1].labels & _THE != 0)
        if lead > 0 and items[lead].labels & _OF and lead - 1 in laps:
            return last
    return _TWO if behind[0] & _LOOP and behind[1] & _TWICE else 0


def _takes_all_laps(draft: Draft, laps: float) -> bool:
    """Whether the times are too long for one lap and fit all: "two laps of 5k in 51:20", not "… in 31 min"."""
    lap = (draft.distance or 0.0) / _LONG_UNIT
    if not any(duration_over(time, lap * _LONG_UNIT) for time in draft.times):
        return any(duration_over(time, laps * lap * _LONG_UNIT) for time in draft.times)
    took = [duration_over(time, draft.distance or 0.0) for time in draft.times]
    return any(took) and all(s and s > lap * max(_WALK, _FAST * laps) for s in took)


def _go_round(draft: Draft, laps: float) -> None:
    """Makes the distance that of all laps, unless nobody runs so far in the time told."""
    whole = laps * (draft.distance or 0.0)
    took = [duration_over(time, whole) for time in draft.times]
    if all(seconds and seconds * _LONG_UNIT > _SPRINT * whole for seconds in took):
        draft.distance = whole


def _are_one_twice(items: Sequence[Item], first: Draft, second: Draft) -> bool:
    """Whether a distance was run twice, with both times: "4k twice today, 18:20 then 17:52", "5k x2, …"."""
    if not first.distance or not first.times:
        return False
    twice, count = items[first.first + 1], items[min(first.first + 2, len(items) - 1)]
    by_two = twice.labels & _TIMES_SO_MANY and isinstance(count, Quantity) and count.value == _TWO
    return bool(twice.labels & _TWICE or by_two) and _may_be_over(first, second)


def _may_be_over(draft: Draft, other: Draft) -> bool:
    """Whether a time told alone fits the distance that was counted."""
    if other.distance is not None or not other.by_a_clock:
        return False
    return duration_over(other.times[0], draft.distance or 0.0) is not None
