"""Gives a distance the time that ends its sentence, whatever stands between: "8k with Chidi and his notes in 44:10"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DAYS, TIMES, Item, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN
from bot.runs.parse.words.labels import any_of, joined

_TAKEN = frozenset({Role.DENIED, Role.SPLIT, Role.BOUND, Role.OTHER})
"""Roles that words between may have given the time."""

_BESIDE = frozenset({Measure.NUMBER, Measure.OTHER, Measure.DAY})
_DONE = any_of("run_past", "strong_did")
_OF_ANOTHER = _DONE | any_of(
    *("person_verb", "pb", "goal", "plan", "distance_unit", "named", "bare_half", "split"),
    *(
        "section",
        "part",
        "rest",
        "no_run",
        "walk",
        "remaining",
        "stay",
        "split_first",
        "split_lead",
    ),
)
"""Labels of which one between lets the time be of something else."""

_FOR, _NOT = any_of("for_lead"), any_of("negation")
_ADDS = any_of("and", "then", "join", "did", "further", "still", "shape.mark")
_BEHIND = DAYS | any_of("shape.mark", "times", "moods", "exact", "interjection")


def with_its_time(
    items: Sequence[Item], clauses: Sequence[Clause], cast: Sequence[Cast]
) -> list[Cast]:
    """The roles, where a time that fits ends the sentence of a distance told as run, that of its time."""
    for at, member in enumerate(cast):
        if member.quantity.labels & TIMES and _may_be_taken(items, cast, at):
            far = _distance_of(items, clauses, cast, at)
            if far is not None:
                return _joined(cast, far, at)
    return list(cast)


def _may_be_taken(items: Sequence[Item], cast: Sequence[Cast], at: int) -> bool:
    """Whether words between may have taken a time from its distance; also a bare number may: "like I'm 5 in 44:10"."""
    if cast[at].role in _TAKEN:
        return True
    if cast[at].role is not Role.TIME or not at or cast[at - 1].role is not Role.OPEN:
        return False
    return not items[cast[at - 1].place - 1].labels & _ADDS


def _distance_of(
    items: Sequence[Item], clauses: Sequence[Clause], cast: Sequence[Cast], at: int
) -> int | None:
    """The place in the cast of the distance that the time at `at` is of, or None."""
    far = at - 1
    while far >= 0 and cast[far].quantity.measure in _BESIDE:
        far -= 1
    if far < 0 or cast[far].role is not Role.DISTANCE or cast[far].stance not in OWN:
        return None
    told, time = cast[far], cast[at]
    if not _is_told_as_run(items, clauses[told.clause], told.place):
        return None
    if not _is_reached(items, clauses, told, time):
        return None
    return far if duration_over(time.quantity, told.quantity.value) is not None else None


def _is_told_as_run(items: Sequence[Item], clause: Clause, place: int) -> bool:
    """Whether a distance opens its clause, or a verb that says it was run stands before it."""
    led = joined([item.labels for item in items[clause.start : place]])
    return place == clause.start or led & _DONE != 0


def _is_reached(items: Sequence[Item], clauses: Sequence[Clause], told: Cast, time: Cast) -> bool:
    """Whether one sentence leads from the distance to the time, which ends it or stands behind a comma alone."""
    if clauses[told.clause].sentence != clauses[time.clause].sentence:
        return False
    between = clauses[told.clause : time.clause]
    alone = time.place == clauses[time.clause].start
    if alone and (not between or between[-1].closed_by != ","):
        return False
    lead = joined([item.labels for item in items[time.place - 2 : time.place]])
    if not (alone or time.quantity.led) or lead & (_FOR | _NOT):
        return False
    if any(clause.closed_by != "join" for clause in between[: len(between) - alone]):
        return False
    behind = items[time.place + 1 : clauses[time.clause].end]
    if any(not item.labels & _BEHIND for item in behind):
        return False
    return not joined([i.labels for i in items[told.place + 1 : time.place]]) & _OF_ANOTHER


def _joined(cast: Sequence[Cast], far: int, at: int) -> list[Cast]:
    """The roles with the time as that of the distance, and bare numbers between as nothing of a run."""
    told = cast[far]
    time = cast[at]._replace(role=Role.TIME, clause=told.clause, stance=told.stance)
    between = [
        one._replace(role=Role.OTHER) if one.role is Role.OPEN else one
        for one in cast[far + 1 : at]
    ]
    return [*cast[: far + 1], *between, time, *cast[at + 1 :]]
