"""Tells what a distance "ended up as" where that is no run of the author's: "the 20k sportive ended up as 25"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import CLOCKS, DAYS, DISTANCES, NUMBERS, Item, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_known_name, is_only_a_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_CAME_TO, _MEASURED = any_of("becomes", "ended_up"), any_of("records")
CAME_TO = _CAME_TO | _MEASURED
"""Labels without any of which nothing became so much, and no way was measured."""

_FIGURES, _NEAR = DISTANCES | NUMBERS, 3
_I, _SAYS = any_of("self", "object_self", "for_me"), any_of("reading")
_THE = any_of("determiner")
_WAY, _RACE = any_of("map", "route"), any_of("kinds.race")
_SOMEBODY = any_of("person", "owner", "guess.owner", "groups", "announce")
_OTHERS = _SOMEBODY | any_of("bunch")
_NOT_MY_OWN = UNKNOWN | _SOMEBODY | _WAY | _RACE
_RUNNING = any_of("run_noun", "run_word", "run_thing", "effort")
_WHEN = DAYS | any_of("times")
_NO_RUN, _EPITHET = UNKNOWN | _WAY, any_of("adjective")
_FOR, _ON = any_of("for_lead"), any_of("on")
_ENDS = frozenset((".", "!", "?", "\n"))
_OWNER, _DEVICE = any_of("owner", "guess.owner"), any_of("device")


def is_of_another_distance(clause: Clause) -> bool:
    """Whether no run of the author's became so much, or a way was but measured."""
    return _is_a_way_measured(clause) or _is_what_another_came_to(clause)


def _is_what_another_came_to(clause: Clause) -> bool:
    """Whether a distance that became so much is a way's, a race's, a pledge's, or somebody else's."""
    at = next((n for n in range(clause.start, clause.end) if clause.items[n].labels & _CAME_TO), -1)
    if at < 0:
        return False
    came = clause.items[at + 1 : min(at + 1 + _NEAR, clause.end)]
    if not any(item.labels & _FIGURES for item in came):
        return False
    behind = clause.items[at + 1 : clause.end]
    if _is_for_others(behind) or _is_on_anothers_watch(behind):
        return True
    if at == clause.start:
        return _was_measured(clause)
    return _is_no_run_of_mine(clause.items[clause.start : at]) or _is_of_a_way(clause)


def _is_for_others(behind: Sequence[Item]) -> bool:
    """Whether it became so much for somebody: "for group 2", "for the fast lot", but "for me"."""
    at = next((n for n, item in enumerate(behind) if item.labels & _FOR), len(behind))
    whom = behind[at + 1 : at + 1 + _NEAR]
    if any(item.labels & _I for item in whom):
        return False
    return any(item.labels & _OTHERS or _is_named(item) for item in whom)


def _is_on_anothers_watch(behind: Sequence[Item]) -> bool:
    """Whether the watch that says so is somebody else's: "on my friend's watch"."""
    return any(
        whose.labels & _OWNER and watch.labels & _DEVICE for whose, watch in pairwise(behind)
    )


def _is_a_way_measured(clause: Clause) -> bool:
    """Whether somebody measured how long a way is: "measured the 10k with the wheel"."""
    if not clause.opening or any(item.labels & CLOCKS for item in clause.items):
        return False
    return _opens_measuring(clause.items, clause.start)


def _was_measured(clause: Clause) -> bool:
    """Whether a way was measured before: "measured the 10k with the wheel, ended up as 10.3"."""
    start = clause.start
    while start and clause.items[start - 1].text not in _ENDS:
        start -= 1
    return _opens_measuring(clause.items, start)


def _opens_measuring(items: Sequence[Item], at: int) -> bool:
    """Whether "measured" leads to a distance that is nobody's."""
    told, the, far = [*items[at : at + 3], *[None] * 3][:3]
    if told is None or the is None or not is_distance(far):
        return False
    measured = told.labels & _MEASURED and told.labels & _SAYS
    return bool(measured and the.labels & _THE) and not the.labels & _I


def _is_of_a_way(clause: Clause) -> bool:
    """Whether a way heads it: "route planning: 10k ended up as 12"."""
    if not clause.start or clause.items[clause.start - 1].text != ":":
        return False
    return any(item.labels & _WAY for item in clause.items[: clause.start])


def _is_no_run_of_mine(led: Sequence[Item]) -> bool:
    """Whether a distance is called something else than a run, or somebody's: "my 10k pledge", "beginners' 5k"."""
    far = next((n for n, item in enumerate(led) if is_distance(item)), -1)
    if far < 0:
        return False
    if any(
        item.labels & _NOT_MY_OWN or _is_named(item) for item in led[:far] if not _is_when(item)
    ):
        return True
    called = next((item for item in led[far + 1 :] if not _is_when(item)), None)
    if called is None or called.labels & _RUNNING:
        return False
    return called.labels & (_NO_RUN | _EPITHET) != 0


def _is_when(item: Item) -> bool:
    return item.labels & _WHEN != 0


def _is_named(item: Item) -> bool:
    return is_known_name(item) or is_only_a_name(item)
