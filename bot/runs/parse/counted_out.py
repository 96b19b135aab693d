"""Makes as many runs as are counted before a distance: "two 5ks today, 28:00 and 27:10"."""

from collections.abc import Sequence

from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of
from bot.runs.parse.pacing import duration_over
from bot.runs.parse.quantities import Item, Measure, Quantity, is_distance

_RUNS = any_of("run_each")
_PLURAL = any_of("several_units")
_MOST = 4
_LONG_UNIT = 1000


def counts_runs(items: Sequence[Item], at: int) -> bool:
    """Whether the number at `at` counts runs as long as the distance behind it: "two 5ks", "2 5k runs"."""
    number, *behind = items[at : at + 3]
    if not behind or not is_distance(behind[0]) or behind[0].unit < _LONG_UNIT:
        return False
    if not isinstance(number, Quantity) or number.measure is not Measure.NUMBER:
        return False
    named = len(behind) > 1 and behind[1].labels & _RUNS != 0
    return number.value in range(2, _MOST + 1) and (named or behind[0].labels & _PLURAL != 0)


def count_out(items: Sequence[Item], drafts: list[Draft]) -> list[Draft]:
    """The runs with those that are only counted, each with a time of its own or all without one."""
    for at, draft in enumerate(drafts):
        place = draft.first - 1
        if place < 0 or draft.distance is None or not counts_runs(items, place):
            continue
        count = int(items[place].value)  # type: ignore[union-attr]  # a number, as was asked
        others = drafts[at + 1 : at + count]
        if not draft.times and not drafts[at + 1 :]:
            return [*drafts, *(draft.again(draft.day) for _ in range(count - 1))]
        if len(others) == count - 1 and all(_may_be_over(draft, other) for other in others):
            for other in others:
                other.distance, other.unit = draft.distance, draft.unit
    return drafts


def _may_be_over(draft: Draft, other: Draft) -> bool:
    """Whether a time told alone fits the distance that was counted."""
    if other.distance is not None or not other.by_a_clock:
        return False
    return duration_over(other.times[0], draft.distance or 0.0) is not None
