"""Tells whether figures are somebody's best, who is named before them: "PB for our Jess! 21:40"."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.draft import Draft
from bot.runs.parse.labels import any_of
from bot.runs.parse.lexicon import UNKNOWN
from bot.runs.parse.people import is_known_name
from bot.runs.parse.post import Post

A_BEST = any_of("pb", "pb_now")
"""Labels without any of which nobody's best is told."""

_FOR, _PERSON = any_of("for_lead"), any_of("person")
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_BEFORE_ONE = any_of("determiner", "article", "adjective", "adjective_praise")
_OF_A_PLACE = UNKNOWN | any_of("name", "run_noun", "run_thing", "kinds", "measured.distance")


def is_their_best(_: Sequence[Draft], post: Post) -> bool:
    """Whether a best is put down to somebody, and nothing to the author."""
    if any(item.labels & _SELF and not item.labels & _WHOSE for item in post.items):
        return False
    return any(_is_for_somebody(clause) for clause in post.clauses if clause.labels & A_BEST)


def _is_for_somebody(clause: Clause) -> bool:
    """Whether "for" and a person stand right behind the best; "a PB for Florence marathon" is of a place."""
    at = clause.start
    while at < clause.end and not clause.items[at].labels & A_BEST:
        at += 1
    if at + 2 >= clause.end or not clause.items[at + 1].labels & _FOR:
        return False
    who = at + 2
    while who < clause.end - 1 and clause.items[who].labels & _BEFORE_ONE:
        who += 1
    item = clause.items[who]
    if not (item.labels & _PERSON or is_known_name(item)):
        return False
    return who + 1 == clause.end or not clause.items[who + 1].labels & _OF_A_PLACE
