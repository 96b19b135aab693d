"""Has a distance go along with the time behind it, of which a sentence says what it is: "10k, 59 min is the aim"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import TIMES, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

SAID_OF_TIMES = frozenset({Stance.GOAL, Stance.PLAN, Stance.HYPOTHETICAL})
"""What may be said of a time that is wished for, and so of the distance before it."""

_IS = any_of("copula", "pb_verb", "hypothetical", "wished")
_WILL = any_of("plan")


def with_its_time(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances, that of a distance alone as that of the sentence on its time."""
    for at in range(len(stances) - 1):
        if stances[at] in OWN and stances[at + 1] in SAID_OF_TIMES:
            far, said = clauses[at], clauses[at + 1]
            if far.sentence == said.sentence and _is_a_distance(far) and _is_of_its_time(said):
                stances[at] = stances[at + 1]
    return stances


def _is_a_distance(clause: Clause) -> bool:
    """Whether nothing but a distance stands in it, or an article before."""
    return clause.end - clause.start < 3 and is_distance(clause.items[clause.end - 1])


def _is_of_its_time(clause: Clause) -> bool:
    """Whether a time opens it, and what that is or will be follows."""
    if clause.end - clause.start < 3:
        return False
    time, verb = clause.items[clause.start : clause.start + 2]
    if not time.labels & TIMES:
        return False
    return bool(verb.labels & _IS) or (verb.labels & _WILL != 0 and clause.has("copula"))
