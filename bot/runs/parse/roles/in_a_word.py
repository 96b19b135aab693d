"""Tells a time that one word says was run: "45 minutes off radio. Ran. Stood down."."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DURATIONS, Item
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_RAN = any_of("run_past")
_A_MARK = any_of("pb", "pb_now", "best_over", "goal", "lays_off")
_NO_TIME = frozenset({Role.DIFFERENCE, Role.REST})


def as_said_in_a_word(
    items: Sequence[Item], clauses: Sequence[Clause], cast: list[Cast]
) -> list[Cast]:
    """The roles, a time that was off or between as that of the run which is the whole next sentence."""
    if len(cast) != 1 or not cast[0].quantity.labels & DURATIONS or cast[0].role not in _NO_TIME:
        return cast
    number = cast[0].clause + 1
    if cast[0].place != clauses[cast[0].clause].start or number >= len(clauses):
        return cast
    if clauses[number - 1].labels & _A_MARK:
        return cast  # "10 minutes off my best. Ran. Cried."
    ran = clauses[number]
    said = ran.opening and ran.end == ran.start + 1 and items[ran.start].labels & _RAN
    return [cast[0]._replace(role=Role.TIME)] if said else cast
