"""Tells a commute that was run by the time it took ("commute home 8k 44:10"), and what a way home says of a run."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import CLOCKS, DISTANCES, TIMES, Item, Quantity, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_RIDDEN, _COMMUTE = any_of("travel", "sport", "drove", "moved_by"), any_of("commute")
_DONE = any_of("run_past", "strong_did")
_BRISK, _EASY = 240, 480
"""Seconds per kilometre between which most run, and hardly anybody rides or walks."""

_SO_I = any_of("self", "join", "opener", "auxiliary", "then")
_RAN_OR_MEASURED = (
    DISTANCES | TIMES | any_of("run_past", "run_noun", "run_word", "kinds", "named", "strong_did")
)
_A_CLIMB = 500
"""Metres that may only be how high it went: "112 ft"."""

_LONGEST = 60
"""Items of a post that may be about a commute alone; each of its clauses looks at all of them."""


def is_timed_as_a_run(items: Sequence[Item], *, watched: bool = True) -> bool:
    """Whether a commute took as long as a run does, and nothing to ride is told: "commute home 8k 44:10"."""
    if len(items) > _LONGEST:
        return False
    if any(item.labels & _RIDDEN and not item.labels & _COMMUTE for item in items):
        return False
    told = [item for item in items if isinstance(item, Quantity)]
    metres = [one.value for one in told if is_distance(one) and one.value > _A_CLIMB]
    times = [one for one in told if one.labels & (CLOCKS if watched else TIMES)]
    if len(metres) != 1 or len(times) != 1:
        return False
    seconds = duration_over(times[0], metres[0])
    return seconds is not None and _BRISK <= seconds * 1000 / metres[0] <= _EASY


def tells_its_run_meanwhile(clause: Clause) -> bool:
    """Whether a run that is over is told on the way home: "sat in the car, did eight k in forty four minutes"."""
    behind = clause.items[clause.end : clause.end + 2]
    if clause.measured_items or not any(item.labels & _DONE for item in behind):
        return False
    return is_timed_as_a_run(clause.items[clause.end :], watched=False)


def is_how_one_got_home(clause: Clause) -> bool:
    """Whether the way home was walked and nothing was run before: "bike broke so I walked home, 6 km"."""
    at = clause.place("walk_home")
    if any(item.labels & _RAN_OR_MEASURED for item in clause.items[:at]):
        return False
    return all(item.labels & _SO_I for item in clause.items[clause.start : at])
