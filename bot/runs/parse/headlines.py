"""Lets a line that stands alone above others say what these are: "PBs", "Race predictor", "November so far"."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.labels import any_of
from bot.runs.parse.quantities import MEASURED, Measure
from bot.runs.parse.stances import OWN, Stance

HEADED = frozenset(
    {Stance.BEST, Stance.PLAN, Stance.GOAL, Stance.HYPOTHETICAL, Stance.SUM, Stance.PAST}
)
"""Stances of a headline that a table may stand under."""

_LONGEST = 4
_FAR = MEASURED[Measure.DISTANCE]
_TIMES = MEASURED[Measure.CLOCK] | MEASURED[Measure.DURATION]
_TOLD = any_of("run_past", "strong_did", "day", "weekday", "pb_now") | MEASURED[Measure.DAY]
_OF_ONE_RUN = _TOLD | any_of("run_noun", "kinds")


def under_headline(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, that of a headline for all lines under it which tell no run by themselves."""
    head = clauses[0]
    if not _is_a_headline(head) or not OWN.issuperset(own[1:]):
        return own
    rows = [one for one in clauses[1:] if one.labels & _FAR and one.labels & _TIMES]
    if own[0] is Stance.SUM:
        return (
            own if rows else [own[0]] * len(own)
        )  # not "This week", and a line for each of its runs
    of_all = len(rows) > 1 and not any(one.labels & _TOLD for one in rows)
    return [own[0]] * len(own) if of_all else own


def _is_a_headline(clause: Clause) -> bool:
    """Whether it is a short line without any figure, that speaks of no single run."""
    if clause.closed_by != "\n" or clause.end - clause.start > _LONGEST:
        return False
    return not (clause.measured_items or clause.labels & _OF_ONE_RUN)
