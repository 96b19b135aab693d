"""Leaves out how a post begins before it says anything: "Hi all,", "So", "Phew."."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DISTANCES, Item
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_ALWAYS = any_of("interjection", "greeting")
_BEFORE_A_MARK = any_of("opener")
_CROWD = any_of("crowd")
_HOURS = any_of("times")
_TELLING = DISTANCES | any_of("self", "subject")
_NO_GREETING = {"-", "/", "@", "?", "(", '"'}
"""Marks behind which a word for greeting is none, "morning - 5k" is when it was, or that begin what is quoted."""

_LONGEST = 6


def without_openers(items: Sequence[Item]) -> Sequence[Item]:
    """The items from the first one that says something; all of them when none does."""
    at = 0
    while at < min(len(items) - 1, _LONGEST) and (end := _end_of_opener(items, at)):
        at = end
    return items[at:] if at else items


def _end_of_opener(items: Sequence[Item], at: int) -> int:
    """Where what follows an opener at `at` begins; 0 when none stands there."""
    carried = items[at].labels
    if carried & _ALWAYS:
        return at + 1 + _is_mark(items, at + 1)
    if not at and carried & _CROWD and items[1].labels & _TELLING:
        return 1  # "lads 12k done"
    if not carried & _BEFORE_A_MARK:
        return 0
    end = at + 1
    if carried & _HOURS and end < len(items) and items[end].text == ":":
        return 0  # "morning: 8k"
    end += end < len(items) and items[end].labels & _CROWD != 0
    return end + 1 if _is_mark(items, end) and end + 1 < len(items) else 0


def _is_mark(items: Sequence[Item], at: int) -> bool:
    if at >= len(items) - 1 or not items[at].labels & MARK:
        return False
    return items[at].text not in _NO_GREETING
