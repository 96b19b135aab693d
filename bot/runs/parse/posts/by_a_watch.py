"""Tells whether a clause holds a run as only a watch tells it."""

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Measure, is_day
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

ROUND_SECONDS = frozenset((0, 30, 59))
"""Seconds with which a time is rather wished for."""

_IS, _NEXT = any_of("copula", "unmet"), 2


def is_run_by_a_watch(clause: Clause) -> bool:
    """Whether a distance and a time that is not round and fits it stand there."""
    far, clocks = clause.quantities(Measure.DISTANCE), clause.quantities(Measure.CLOCK)
    seconds = duration_over(clocks[0], far[0].value) if far and clocks and far[0].value else None
    return seconds is not None and seconds % 60 not in ROUND_SECONDS


def is_told_before_a_plan(clause: Clause) -> bool:
    """Whether a run told by a watch leads to what is meant next: "24k 2:20:10 gonna sleep", not "10k 44:12 planned"."""
    at = clause.place("plan")
    told = [n for n in clause.measured_at if not is_day(clause.items[n])]
    if at >= clause.end - 1 or not told or not 0 < at - told[-1] <= _NEXT:
        return False
    beside = clause.items[at - 1].labels | clause.items[at].labels | clause.items[at + 1].labels
    return not (beside & _IS or clause.has("month")) and is_run_by_a_watch(clause)
