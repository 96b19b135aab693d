"""Tells what became of a race or its course for all who run it: "the half has been cut to 10 miles"."""

from bot.runs.parse.figures.quantities import DISTANCES
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

CHANGED = any_of("changed_for_all")
"""A label without which no course was changed."""

_BEING, _I = any_of("is_being"), any_of("self")
_RACE = DISTANCES | any_of("run_noun", "bare_half", "kinds.race", "map", "route")
_DONE = any_of("subject", "run_past")


def is_a_changed_course(clause: Clause) -> bool:
    """Whether a race or its course "has been" or "is being" shortened or moved, and nobody's own run was."""
    at = clause.place("changed_for_all")
    led = clause.items[clause.start : at]
    if clause.labels & _DONE or not (led and at < clause.end and led[-1].labels & _BEING):
        return False
    return any(item.labels & _RACE for item in led) and not any(item.labels & _I for item in led)
