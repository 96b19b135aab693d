"""Reads questions that their author only puts to have them answered: "How far? 8k. How long? 44:10"."""

from collections.abc import Sequence

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import timed
from bot.runs.parse.words.labels import any_of

_FEWEST = 2
_OF_OTHERS = any_of("you", "standard", "person", "habit")


def as_labels(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, none of a question where each asks for a figure that stands right behind it.

    Together the answers have to tell how far and how long.
    """
    asked = [at for at, stance in enumerate(own) if stance is Stance.QUESTION]
    if any(clauses[at].measured_items or clauses[at].labels & _OF_OTHERS for at in asked):
        return own
    answers = [at + 1 for at in asked if at + 1 < len(own) and own[at + 1] in OWN]
    answers = [at for at in answers if clauses[at].measured_items]
    if len(answers) < _FEWEST or not timed(clauses, answers):
        return own
    return [Stance.FRAGMENT if stance is Stance.QUESTION else stance for stance in own]
