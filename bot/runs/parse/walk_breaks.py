"""Tells a walk that is only a break of a run from one that was gone for itself."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.doings import tells_run
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import MARK, UNKNOWN
from bot.runs.parse.quantities import Measure
from bot.runs.parse.stances import Stance

_LEARNS = any_of("lesson", "lesson_day", "learns")
_WITH = any_of("including", "alongside", "with_it")
_SOME = any_of("article", "determiner", "of", "filler", "adjective", "about", "number", "included")
_OF = any_of("of")
_BETWEEN = MARK | any_of("included", "between", "join", "moods")


def as_walk_breaks(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances, with walking told beside running as a break of it: "8 min run, 2 min walk".

    With a distance of its own it is one where a beginner ran with some walking in it.
    """
    told = [c for c, stance in zip(clauses, stances, strict=True) if stance is not Stance.NO_RUN]
    ran = any(tells_run(clause) for clause in told)
    learns = any(clause.labels & _LEARNS for clause in told)
    if not (ran or learns):
        return stances
    return [
        Stance.FRAGMENT
        if stance is Stance.WALK
        and (
            (ran and not clause.quantities(Measure.DISTANCE))
            or (learns and _has_walking_in_it(clause))
        )
        else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _has_walking_in_it(clause: Clause) -> bool:
    """Whether some walking came with a distance: "2 km with a lot of walking in between", "2k with the walks"."""
    at = clause.place("walk")
    lead = at - 1
    while lead > clause.start and not clause.items[lead].labels & _WITH:
        loads = clause.items[lead].labels & UNKNOWN and clause.items[lead + 1].labels & _OF
        if not (loads or clause.items[lead].labels & _SOME):
            return False
        lead -= 1
    if not clause.measured_at or clause.measured_at[0] >= lead:
        return False
    return all(item.labels & _BETWEEN for item in clause.items[at + 1 : at + 3])
