"""Tells whether a clause holds a run as only a watch tells it."""

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import Measure
from bot.runs.parse.posts.clauses import Clause

ROUND_SECONDS = frozenset((0, 30, 59))
"""Seconds with which a time is rather wished for."""


def is_run_by_a_watch(clause: Clause) -> bool:
    """Whether a distance and a time that is not round and fits it stand there."""
    far, clocks = clause.quantities(Measure.DISTANCE), clause.quantities(Measure.CLOCK)
    seconds = duration_over(clocks[0], far[0].value) if far and clocks and far[0].value else None
    return seconds is not None and seconds % 60 not in ROUND_SECONDS
