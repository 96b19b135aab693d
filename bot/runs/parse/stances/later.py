"""Tells how far somebody had gone "later", which is what was run and no plan: "7k later I knew"."""

from bot.runs.parse.figures.quantities import DISTANCES, DURATIONS, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_SOMEBODY = frozenset(("subject", "self", "person", "name"))
_BACK, _MOVED = any_of("way_back"), any_of("guess.past", "did", "looks_back", "strong_did")
_AND = any_of("join")
_LATER, _GAVE_WORD = any_of("later"), any_of("gave_word")


def is_so_much_later(clause: Clause) -> bool:
    """Whether it opens with how far one had gone by then: "7k later I knew", "anyway 11k later, I was home"."""
    at = clause.place("later")
    far = at - 1
    if at >= clause.end or not clause.opening or not clause.start <= far < clause.start + 2:
        return False
    if not is_distance(clause.items[far]):
        return False
    told = clause.items[at + 1 : at + 3]
    mark = bool(told) and told[0].text == ","
    return len(told) > mark and not _SOMEBODY.isdisjoint(told[mark].meanings)


def is_later_than_said(clause: Clause) -> bool:
    """Whether it is only how far one had gone by then, behind what was said: "Told her ten minutes. 8k later"."""
    if not clause.start or not clause.opening or clause.end - clause.start != 2:
        return False
    far, then = clause.items[clause.start : clause.end]
    if not (is_distance(far) and then.labels & _LATER):
        return False
    return any(item.labels & _GAVE_WORD for item in clause.items[: clause.start])


def is_back_later(clause: Clause) -> bool:
    """Whether somebody came back so much later: "came back 6k later", "and back 53 minutes later with 8k"."""
    at = clause.place("later")
    if not clause.start < at - 1 < at < clause.end or not clause.items[at - 2].labels & _BACK:
        return False
    led = clause.items[at - 3] if at - 3 >= clause.start else None
    if is_distance(clause.items[at - 1]):
        return led is not None and led.labels & _MOVED != 0
    timed = clause.items[at - 1].labels & DURATIONS != 0 and clause.labels & DISTANCES != 0
    return timed and (led is None or led.labels & (_MOVED | _AND) != 0)
