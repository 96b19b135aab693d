"""Takes the figures of one run between slashes together: what the last says of tomorrow holds for all."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.labels import any_of
from bot.runs.parse.quantities import MEASURED, Measure, Quantity
from bot.runs.parse.stances import Stance

_A_DAY = MEASURED[Measure.DAY]
_FIGURES = MEASURED[Measure.DURATION] | MEASURED[Measure.CLOCK] | any_of("climb")
_METRE = 1


def planned_along(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances with those before a slash as planned as what stands behind: "17k / 820m / 2h20 tomorrow"."""
    told = list(stances)
    for at in range(len(clauses) - 1, 0, -1):
        before = clauses[at - 1]
        if (
            told[at] is not Stance.PLAN
            or before.closed_by != "/"
            or not _begins_a_figure(clauses[at])
        ):
            continue
        if told[at - 1] is Stance.FRAGMENT and not (before.measured or before.labels & _A_DAY):
            told[at - 1] = Stance.PLAN
    return told


def _begins_a_figure(clause: Clause) -> bool:
    """Whether a time or a climb comes first, which is of the run before it."""
    first = clause.items[clause.start]
    return isinstance(first, Quantity) and bool(first.labels & _FIGURES or first.unit == _METRE)
