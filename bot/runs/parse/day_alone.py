"""Tells minutes that are all that is told of a day: "last night 3k, tonight 30 min easy"."""

from collections.abc import Sequence

from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import MARK
from bot.runs.parse.quantities import MEASURED, Item, Measure, Quantity

_A_DAY, _MINUTES = MEASURED[Measure.DAY], MEASURED[Measure.DURATION]
_PLAIN = (
    _A_DAY
    | _MINUTES
    | any_of(*("effort", "kinds", "run_noun", "run_word", "run_past", "strong_did", "adjective"))
    | any_of("and", "about", "article")
)
_LEADING_ON = frozenset((":", "-"))


def is_another_day(items: Sequence[Item], minutes: int, other: int) -> bool:
    """Whether minutes stand with their day and how one ran alone, and the figure at `other` has another day."""
    if not items[minutes].labels & _MINUTES:
        return False
    told = phrase_around(items, minutes)
    if not all(item.labels & (_PLAIN | MARK) for item in told):
        return False
    own, others = days_in(told), days_in(phrase_around(items, other))
    return len(own) == 1 and max(own) <= 0 and bool(others) and own.isdisjoint(others)


def phrase_around(items: Sequence[Item], at: int) -> Sequence[Item]:
    """What stands around a place up to the next marks."""
    start, end = at, at + 1
    while start and not _ends(items[start - 1]):
        start -= 1
    while end < len(items) and not _ends(items[end]):
        end += 1
    return items[start:end]


def _ends(item: Item) -> bool:
    return item.labels & MARK != 0 and item.text not in _LEADING_ON


def days_in(items: Sequence[Item]) -> set[float]:
    return {item.value for item in items if isinstance(item, Quantity) and item.labels & _A_DAY}
