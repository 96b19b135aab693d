"""Tells which sentences tell a run apart from what was said before them: "The sofa comes tomorrow. 9k, 52 min"."""

from collections.abc import Sequence
from itertools import groupby

from bot.runs.parse.figures.quantities import MEASURED, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.apart import SURELY, told_over
from bot.runs.parse.stances.exactly import at_a_runners_pace, nobody_plans_by, timed
from bot.runs.parse.stances.led_to import opens_with_a_distance
from bot.runs.parse.stances.other_matters import is_of_another_matter, is_of_something_else

_OPEN = frozenset({Stance.PLAN, Stance.HYPOTHETICAL})
"""What even a round time tells nothing of, where nothing of a run stands in it."""

_ASIDE = _OPEN | {
    Stance.INVITATION,
    Stance.ANNOUNCEMENT,
    Stance.QUESTION,
    Stance.HABIT,
    Stance.REPLY,
    Stance.TRAVEL,
    Stance.SOFTWARE,
    Stance.IDIOM,
}
"""What a run surely over tells nothing of, where something else is the matter of it."""

_FAR = MEASURED[Measure.DISTANCE]
_FIGURES = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.PACE, Measure.REPS)


def set_apart(clauses: Sequence[Clause], own: Sequence[Stance]) -> frozenset[int]:
    """The sentences that tell a run behind others, which speak of something else, by their numbers."""
    if OWN.issuperset(own) or not clauses[-1].sentence:
        return frozenset()
    numbers = range(len(own))
    sentences = [list(here) for _, here in groupby(numbers, lambda at: clauses[at].sentence)]
    return frozenset(
        clauses[here[0]].sentence
        for order, here in enumerate(sentences)
        if order and _is_apart(clauses, own, sentences[:order], here[:2])
    )


def _is_apart(
    clauses: Sequence[Clause],
    own: Sequence[Stance],
    before: Sequence[Sequence[int]],
    here: Sequence[int],
) -> bool:
    """Whether a sentence, whose first clauses are `here`, tells a run and those before it nothing of it."""
    first = clauses[here[0]]
    if not (first.labels & _FAR and OWN.issuperset([own[at] for at in here])):
        return False
    if not opens_with_a_distance(first):
        return False
    if timed(clauses, here):
        if not at_a_runners_pace(clauses, here, clocks=False):
            return False
        over = nobody_plans_by(clauses, here)
    elif told_over([first], [own[here[0]]], first.sentence + 1) == SURELY:
        over = True
    else:
        return False
    return all(_leaves_alone(clauses, own, places, over=over) for places in before)


def _leaves_alone(
    clauses: Sequence[Clause], own: Sequence[Stance], places: Sequence[int], *, over: bool
) -> bool:
    """Whether a sentence says nothing of the run behind it, which is surely `over` or may be to come."""
    here = [clauses[at] for at in places]
    said = {own[at] for at in places} - OWN
    if not said:
        return True
    if any(clause.quantities(*_FIGURES) for clause in here):
        return False
    if said <= _OPEN and all(map(is_of_something_else, here)):
        return True
    if not (over and said <= _ASIDE):
        return False
    return all(is_of_another_matter(clauses[at], own[at]) for at in places)
