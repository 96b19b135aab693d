"""Tells who ran by the name or the owner before the verb: "Kelly got out for a run", "my husband's gone for a run"."""

from itertools import pairwise

from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, TIMES, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_a_named_owner, is_known_name, is_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_I, _WHOSE = any_of("self"), any_of("determiner")
_AUTHOR = any_of("subject", "object_self", "with_me", "you")
_OWNER, _UNDER_WAY = any_of("owner"), any_of("run_past", "progressive", "kinds.treadmill")
_RAN, _DID, _WAS = any_of("run_past"), any_of("person_verb"), any_of("looks_back")
_BEFORE_A_VERB = any_of("auxiliary", "moods", "guess.adverb", "in_the_end")
_BACK, _OF_A_RUN = any_of("back_from"), any_of("run_thing", "run_noun", "distance_unit", "named")
_OUT = any_of("way_out")
_SOMEBODY = any_of("person")
_PUSHED = any_of("guess.past", "takes_along", "companion")
_LONGEST_GROUP = 5
"""Words."""


def is_run_by_who_is_named(clause: Clause) -> bool:
    """Whether who opens the clause, by a name or as whose spouse, is out, went out, or did it with others."""
    return (
        _is_out_on_a_run(clause)
        or _is_told_by_a_name(clause)
        or _is_back_by_name(clause)
        or _goes_on_from_a_name(clause)
        or _goes_on_from_an_age(clause)
    )


def _is_out_on_a_run(clause: Clause) -> bool:
    """Whether somebody is said to be on a run: "my husband's gone for a run", "Sal's on the treadmill"."""
    if clause.labels & _AUTHOR:
        return False
    for whose, out in pairwise(clause.items[clause.start : clause.end]):
        owned = whose.labels & _OWNER or is_a_named_owner(whose)
        if owned and out.labels & _UNDER_WAY and _is_a_phrase(out):
            return True
    return False


def _is_a_phrase(item: Item) -> bool:
    """Whether more than a word says it, so that it is no thing of theirs: "gone for a run", not "Sal's running"."""
    return " " in item.text


def _is_told_by_a_name(clause: Clause) -> bool:
    """Whether a known name, or any behind "our", opens a sentence before a verb of going out for a run."""
    items = clause.items[clause.start : clause.end]
    our = len(items) > 2 and items[0].labels & _I and items[0].labels & _WHOSE
    who, *behind = items[1:] if our else items
    if not clause.opening or clause.labels & _AUTHOR or len(behind) < 2:
        return False
    if not (is_name(who) if our else is_known_name(who)):
        return False
    while len(behind) > 1 and behind[0].labels & _BEFORE_A_VERB:
        behind = behind[1:]
    verb, *further = behind
    if not verb.labels & _WAS:
        return verb.labels & _RAN != 0
    return bool(further) and further[0].labels & (_OUT if our else _PUSHED) != 0


def _is_back_by_name(clause: Clause) -> bool:
    """Whether a known name opens a sentence before a run that its bearer is back from: "Bev just back from 8k"."""
    who, *behind = clause.items[clause.start : clause.end]
    if not clause.opening or clause.labels & _AUTHOR or not is_known_name(who):
        return False
    while behind and behind[0].labels & (_BEFORE_A_VERB | _WAS) and not behind[0].labels & _BACK:
        behind = behind[1:]
    if not behind or not behind[0].labels & _BACK:
        return False
    return any(item.labels & (DISTANCES | TIMES | _OF_A_RUN) for item in behind[1:])


def _goes_on_from_a_name(clause: Clause) -> bool:
    """Whether a name alone opens the post and is joined to others who did it: "Tom | and the Welsh lot did 18"."""
    if clause.start != 1 or not is_known_name(clause.items[0]):
        return False
    who = clause.items[2 : min(1 + _LONGEST_GROUP, clause.end)]
    did = next((at for at, item in enumerate(who) if item.labels & _DID), 0)
    return did > 0 and not any(item.labels & (_I | _AUTHOR) for item in who[:did])


def _goes_on_from_an_age(clause: Clause) -> bool:
    """Whether a name and a number open the post before the verb: "Freya (10) ran faster than half the club".

    So do somebody's own and an age alone, "Mum, 70, ran", and the class that somebody races in: "Bertil (M75)".
    """
    if not clause.items[clause.start].labels & _DID:
        return False
    led = [item for item in clause.items[: clause.start] if not item.labels & MARK]
    if len(led) == 3 and _is_a_letter(led[1]) and led[2].labels & NUMBERS:
        return is_known_name(led[0])
    if len(led) != 2 or not isinstance(led[1], Quantity):
        return False
    return is_known_name(led[0]) or bool(led[0].labels & _SOMEBODY and led[1].labels & NUMBERS)


def _is_a_letter(item: Item) -> bool:
    """Whether a letter stands for men or women before the years of a class: "M75", "K50"."""
    return not isinstance(item, Quantity) and len(item.text) == 1
