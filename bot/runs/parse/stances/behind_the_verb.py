"""Tells who ran by whom stands behind the verb, in languages that turn the two: "10 km lief gestern der Tom"."""

from bot.runs.parse.figures.quantities import Measure, Quantity, is_day
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_known_name
from bot.runs.parse.words.labels import any_of

_TURNED, _AUTHOR = any_of("before_who"), any_of("self", "subject")
_WHOSE, _ADJECTIVE = any_of("determiner", "article"), any_of("adjective")
_PERSON, _PET = any_of("person"), any_of("pet")
_FINITE = any_of("person_verb", "auxiliary", "relative")
_OF_A_RUN = any_of("run_noun", "run_word", "run_thing", "kinds", "named", "distance_unit")
_ALONG = any_of("with_it", "companion", "alongside")
_SO_FAR = (Measure.DISTANCE, Measure.CLOCK, Measure.DURATION)


def is_run_by_who_is_behind(clause: Clause) -> bool:
    """Whether somebody else stands right behind the verb: "5 km in 25:10 lief meine Schwester", but not "lief ich"."""
    if clause.has("subject", "object_self", "with_me", "lets_me"):
        return False
    if not clause.quantities(*_SO_FAR) or clause.items[clause.end - 1].labels & _ALONG:
        return False  # "10 km in 50:10, lief Tom mit"
    return any(
        clause.items[at].labels & _TURNED
        and not clause.items[at].labels & _AUTHOR
        and _is_somebody_else(clause, at + 1)
        for at in range(clause.start, clause.end - 1)
    )


def _is_somebody_else(clause: Clause, at: int) -> bool:
    """Whether a name or somebody's own comes there, or behind a day: "lief gestern der Tom", "hizo mi hermana"."""
    items = clause.items[at : clause.end]
    while items and is_day(items[0]):
        items = items[1:]
    whose = bool(items) and items[0].labels & _WHOSE != 0 and not isinstance(items[0], Quantity)
    while items and items[0].labels & _WHOSE and not isinstance(items[0], Quantity):
        items = items[1:]  # "fez a minha irmã"
    while whose and len(items) > 1 and items[0].labels & _ADJECTIVE:
        items = items[1:]
    if not items:
        return False
    who, *behind = items
    if is_known_name(who):
        return not (behind and behind[0].labels & _OF_A_RUN)  # "lief Sankt Martins Lauf"
    if not who.labels & _PERSON or who.labels & _PET:
        return False
    return whose or not who.labels & _FINITE  # "gjorde frugan", "lief Papa"
