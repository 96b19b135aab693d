"""Tells an errand that was run as sport: "ran to the shop for cat litter, there and back 4 miles, 48 min"."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.exactly import at_a_runners_pace
from bot.runs.parse.labels import any_of
from bot.runs.parse.stances import OWN, Stance

_ERRAND = any_of("errand")


def as_errands_run(clauses: Sequence[Clause], stances: Sequence[Stance]) -> list[Stance]:
    """The stances, a report where the sentence of an errand tells its distance and time, at a runner's pace."""
    return [
        Stance.REPORT
        if stance is Stance.IDIOM and clause.labels & _ERRAND and _is_run(clause, clauses, stances)
        else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _is_run(errand: Clause, clauses: Sequence[Clause], stances: Sequence[Stance]) -> bool:
    here = [at for at, clause in enumerate(clauses) if clause.sentence == errand.sentence]
    if any(stances[at] not in OWN and clauses[at] is not errand for at in here):
        return False
    return at_a_runners_pace(clauses, here, clocks=False)
