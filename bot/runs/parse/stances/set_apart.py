"""Tells which sentences tell a run apart from what was said before them: "The sofa comes tomorrow. 9k, 52 min"."""

from collections.abc import Sequence
from itertools import groupby

from bot.runs.parse.figures.quantities import DISTANCES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.apart import SURELY, told_over
from bot.runs.parse.stances.exactly import at_a_runners_pace, nobody_plans_by, timed
from bot.runs.parse.stances.led_to import opens_with_a_distance
from bot.runs.parse.stances.other_matters import (
    OF_THE_RUN,
    is_of_another_matter,
    is_of_something_else,
)
from bot.runs.parse.words.labels import any_of

_OPEN = frozenset({Stance.PLAN, Stance.HYPOTHETICAL})
"""What even a round time tells nothing of, where nothing of a run stands in it."""

_ROUGHLY = _OPEN | {
    *(Stance.GOAL, Stance.INVITATION, Stance.ANNOUNCEMENT, Stance.QUESTION, Stance.TRAVEL)
}
"""What a round time may be of as well: what is to come, and how long a drive took."""

_ASIDE = _ROUGHLY | {Stance.HABIT, Stance.REPLY, Stance.SOFTWARE, Stance.IDIOM}
"""What tells nothing of a run behind it where something else is the matter."""

_OF_OTHERS = frozenset({Stance.QUESTION, Stance.INVITATION})
"""What others are asked, which a comma does not end: "who's nicking my segment, 8k loop, 41 minutes"."""

_FIGURES = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION, Measure.PACE, Measure.REPS)
_SOMEBODY, _LIFE = {Stance.OTHER_PERSON}, any_of("life")
_TURNS = any_of("hence", "contrast", "back_to_it")
_DASH, _COMMA = "-", ","


def set_apart(clauses: Sequence[Clause], own: Sequence[Stance]) -> frozenset[int]:
    """Where a run is told behind what speaks of something else, by the places of its first clauses."""
    if OWN.issuperset(own):
        return frozenset()
    return frozenset(
        at
        for at, clause in enumerate(clauses)
        if at and clause.labels & DISTANCES and own[at] in OWN and _is_apart(clauses, own, at)
    )


def _is_apart(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether the clause at `at` begins to tell a run, and those before it tell nothing of it."""
    first = clauses[at]
    if not (opens_with_a_distance(first) and (first.opening or _turns(clauses, own, at))):
        return False
    here = [n for n in (at, at + 1) if n < len(own) and clauses[n].sentence == first.sentence]
    if not OWN.issuperset([own[n] for n in here]):
        return False
    if timed(clauses, here):
        if not at_a_runners_pace(clauses, here, clocks=False):
            return False
        over = nobody_plans_by(clauses, here)
    else:
        over = told_over([first], [own[at]], first.sentence + 1) == SURELY
        if not over:
            return False
    if not first.opening and not (over and _is_told_in_passing(clauses, own, at)):
        return False
    before = groupby(range(at), lambda n: clauses[n].sentence)
    return all(_leaves_alone(clauses, own, list(places), over=over) for _, places in before)


def _is_told_in_passing(clauses: Sequence[Clause], own: Sequence[Stance], end: int) -> bool:
    """Whether its own sentence only tells of others before the place: "the landlord comes tomorrow so | 9k"."""
    here = [n for n in range(end) if clauses[n].sentence == clauses[end].sentence]
    if any(own[n] is Stance.HYPOTHETICAL for n in here):
        return False  # "if Manchester goes well, 9k in 52 min"
    return all(own[n] in OWN or is_of_another_matter(clauses[n], own[n]) for n in here)


def _turns(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether a sentence turns to something else at a clause: by a "so", a dash or a comma behind nobody."""
    if clauses[at].items[clauses[at].start].labels & _TURNS or clauses[at - 1].closed_by == _DASH:
        return True
    if clauses[at - 1].closed_by != _COMMA:
        return False
    here = [n for n in range(at) if clauses[n].sentence == clauses[at].sentence]
    return not any(clauses[n].has("person") or own[n] in _OF_OTHERS for n in here)


def _is_at_a_chore(clause: Clause) -> bool:
    """Whether somebody does what is of daily life, and nothing of a run: "the kids did their homework"."""
    return clause.labels & _LIFE != 0 and not clause.labels & OF_THE_RUN


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
    if said == _SOMEBODY:
        return over and all(map(_is_at_a_chore, here))
    if said <= _OPEN and all(map(is_of_something_else, here)):
        return True
    if not said <= _ASIDE or (said & _ROUGHLY and not over):
        return False
    return all(is_of_another_matter(clauses[at], own[at]) for at in places)
