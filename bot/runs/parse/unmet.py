"""Finds what came of a run that was to be another: "planned 10, made it 6k", "the plan was 5. Dog came. 2.5 miles"."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.cut_short import is_what_it_was
from bot.runs.parse.labels import any_of
from bot.runs.parse.quantities import MEASURED, Measure
from bot.runs.parse.stances import OWN, Stance

_UNMET = any_of("unmet")
MISSED = frozenset({Stance.GOAL, Stance.HYPOTHETICAL, Stance.PLAN})
"""What may be told of a run that was to be."""

_WISHES = MISSED | {Stance.INVITATION}
_IN_BETWEEN = OWN | frozenset({Stance.OTHER_PERSON, Stance.LIFE, Stance.WEATHER, Stance.NO_RUN})
"""What may come between a wish and its outcome, as long as it tells no figures."""

_FIGURES = MEASURED[Measure.DISTANCE] | MEASURED[Measure.NUMBER]
_FAR = MEASURED[Measure.DISTANCE]
_TIMES = MEASURED[Measure.CLOCK] | MEASURED[Measure.DURATION]
_RESULT = any_of("total", "settled", "in_the_end", "instead", "did", "strong_did", "run_word")
_SAYS_WHAT_WAS = any_of("looks_back", "copula")


def is_what_came(before: Stance, last: Clause, clause: Clause) -> bool:
    """Whether it tells what came of the wish right before it that was not met: "planned 10, made it 6k"."""
    if before is Stance.GOAL and (clause.measured or clause.sentence != last.sentence):
        return True
    told = clause.has("did", "run_word") or (clause.has("body") and clause.has("reading"))
    told = told and bool(clause.quantities(Measure.DISTANCE))
    return before in (Stance.GOAL, Stance.PLAN) and told and last.closed_by != ":"


def ends_short(before: Stance, clause: Clause) -> bool:
    """Whether it tells where a run that was to be longer ended: "calf said no at 4k", "3 it is"."""
    if before not in MISSED:
        return False
    if clause.has("settled") or is_what_it_was(clause):
        return True
    points = (
        at for at in range(clause.start + 1, clause.end) if clause.items[at].labels & _FIGURES
    )
    return any("leads_to_point" in clause.items[at - 1].meanings for at in points)


def what_came(
    clauses: Sequence[Clause], own: Sequence[Stance], carried: list[Stance]
) -> list[Stance]:
    """The stances, those of the author where a run is told behind a wish, whatever came in between.

    "Target was 60 mins, felt fresh, so total 64 mins. 9.1k", "should have been 12. Overslept. 7k".
    """
    wish: Clause | None = None
    came = -1
    for at, clause in enumerate(clauses):
        if clause.labels & _UNMET and own[at] in _WISHES:
            wish = clause
        elif wish is None or own[at] not in OWN:
            wish = wish if own[at] in _IN_BETWEEN and not clause.labels & (_FAR | _TIMES) else None
        elif came == clause.sentence or _tells_what_came(wish, clause):
            came = clause.sentence
            if carried[at] not in OWN:
                carried[at] = own[at]
    return carried


def _tells_what_came(wish: Clause, clause: Clause) -> bool:
    """Whether a distance opens another sentence than the wish, or a figure is told there as the outcome."""
    if clause.labels & _FAR and clause.sentence != wish.sentence:
        return not clause.labels & _SAYS_WHAT_WAS
    return clause.labels & (_FAR | _TIMES) != 0 and clause.labels & _RESULT != 0
