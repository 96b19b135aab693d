"""Tells whether a run that was to find something out did so: "4k jog just to see if the calf works. it works"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Measure, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

TRYING = any_of("trying")
_IT = any_of("it", "subject", "they")
_DOES = any_of("did", "question", "auxiliary", "copula", "looks_back")
_MANNER = any_of("kinds")
_FEW = 3
_ANSWERABLE = OWN | {Stance.HYPOTHETICAL, Stance.OTHER_PERSON}


def as_tried_out(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, none of what was only thought of where the next sentence says what came of it."""
    told = list(own)
    for at, clause in enumerate(clauses[:-1]):
        if own[at] is not Stance.HYPOTHETICAL or not _is_a_trial(clause):
            continue
        if own[at + 1] in _ANSWERABLE and _is_answered(clause, clauses[at + 1]):
            told[at] = told[at + 1] = Stance.FRAGMENT
    return told


def _is_a_trial(clause: Clause) -> bool:
    """Whether a distance opens it and what was to be found out follows."""
    led = clause.items[clause.start].labels & _MANNER != 0
    if (
        not is_distance(clause.items[min(clause.start + led, clause.end - 1)])
        or clause.asked
        or clause.has("you")
    ):
        return False
    if any(day.value > 0 for day in clause.quantities(Measure.DAY)):
        return False
    return clause.measured_at[-1] < clause.place("trying") < clause.place("hypothetical")


def _is_answered(trial: Clause, answer: Clause) -> bool:
    """Whether a short sentence says so again: "it works", "they do", "I could"."""
    items = answer.items[answer.start : answer.end]
    if not answer.opening or answer.asked or not 2 <= len(items) <= _FEW:
        return False
    if not items[0].labels & _IT or answer.measured_items:
        return False
    last = trial.items[trial.end - 1].text
    return items[1].text == last or bool(items[1].labels & _DOES)
