"""Tells whether all that sounds like no run is said of a noun beside it: "8k, 47:12 past the house we want"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Quantity
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.stances.adjuncts import ADJUNCT
from bot.runs.parse.stances.other_matters import OF_A_RUN_AHEAD
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import Lexeme

SAID_OF_NOUNS = frozenset(
    {Stance.PLAN, Stance.HYPOTHETICAL, Stance.GOAL, Stance.HABIT, Stance.NO_RUN}
)
"""What may be said of a noun beside a run."""

_SOUNDS_SO = any_of(
    *("plan", "purpose", "hypothetical", "goal", "needed", "seeks", "habit", "past", "formerly"),
    *("negation", "no_run", "wished", "day", "weekday", "announce", "start_word"),
)
_OPENS = any_of("relative", "subject", "demonstrative")
_THE = any_of("determiner", "article")
_WHERE = any_of("question")
_PONDERS = any_of("ponders", "plan")
_NO_NOUN = ADJUNCT | any_of(
    *("determiner", "article", "adjective", "copula", "auxiliary", "negation", "join", "and"),
    *("before_after", "delta_lead", "about", "at", "in_time", "run_verb", "strong_did", "question"),
)
_OF_THE_RUN = OF_A_RUN_AHEAD & ~any_of("route", "outdoors", "ground", "join_in", "start_word")
_OF_ITS_DAY = any_of("period", "week", "month", "times", "program_run", "coached", "goal", "pb")
_LED = any_of("for_lead", "of", "credit_lead", "at")


def is_said_of_a_noun(aside: Sequence[Item]) -> bool:
    """Whether what an adjunct sounds like is only said of its noun, or thought: "thinking of all I must do"."""
    lead = aside[0].labels
    if lead & _PONDERS and lead & ADJUNCT:
        return not any(item.labels & _OF_THE_RUN for item in aside[1:])
    if lead & _LED:
        return False  # "for the group that wants a slower pace"
    for at in range(1, len(aside) - 1):
        if at > 1 and _opens_a_relative(aside, at):
            return not any(item.labels & (_OF_THE_RUN | _OF_ITS_DAY) for item in aside[:at])
        if aside[at].labels & _SOUNDS_SO:
            return False
    return False


def _opens_a_relative(aside: Sequence[Item], at: int) -> bool:
    """Whether a clause begins right behind a noun there: "a headwind that", "the house we", "a path the council"."""
    noun, word = aside[at - 1], aside[at]
    if not isinstance(noun, Lexeme) or noun.labels & _NO_NOUN or isinstance(word, Quantity):
        return False
    return bool(word.labels & (_OPENS | _THE | _WHERE))
