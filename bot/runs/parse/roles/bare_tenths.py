"""Tells kilometres with their tenths by the only time of a post, in Spanish: "11,8 de fartlek libre, 1h01"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import is_timed_as_a_run
from bot.runs.parse.figures.quantities import Item, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.roles.bare_runs import is_timed
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_OF_A_RUN = any_of("of_a_run")
"""A label that Spanish alone has."""

_OF_ELSE = UNKNOWN | any_of(
    *("thing", "price", "climb", "remaining", "of_it", "time_unit", "day_unit", "number", "age"),
)
_BEFORE = any_of("at", "bound", "delta", "price", "measure_lead", "plan", "goal", "split_lead")
_FEWEST, _MOST = 2, 45


def is_told_in_tenths(items: Sequence[Item], member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether a number with tenths is how far somebody ran in the time that stands apart from it."""
    if len(member.quantity.decimals) != 1 or not _FEWEST <= member.quantity.value <= _MOST:
        return False
    if member.stance not in OWN or not any(item.labels & _OF_A_RUN for item in items):
        return False
    if not is_timed(member, cast) or not _is_usual(member, cast):
        return False
    return not _is_of_another_thing(items, member.place)


def _is_usual(member: Cast, cast: Sequence[Cast]) -> bool:
    """Whether its time is one that nearly everybody takes for so many kilometres, and is the author's."""
    metres = member.quantity.value * 1000
    return any(
        is_timed_as_a_run(seconds, metres)
        for one in cast
        if one.role is Role.TIME and one.stance in OWN
        for seconds in one.quantity.options or (int(one.quantity.value),)
    )


def _is_of_another_thing(items: Sequence[Item], place: int) -> bool:
    """Whether a word beside it says what there are so many of: "5,5 puntos", "a 4,2"."""
    behind = items[place + 1] if place + 1 < len(items) else None
    if behind is not None and (isinstance(behind, Quantity) or behind.labels & _OF_ELSE):
        return True
    return place > 0 and items[place - 1].labels & _BEFORE != 0
