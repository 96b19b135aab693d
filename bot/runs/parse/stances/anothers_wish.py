"""Tells whose run was to be another, where that is not the author: "Kate wanted 12k but only got 9"."""

from itertools import pairwise

from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, Item
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.stances.people import is_known_name, is_only_a_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_FIGURES = DISTANCES | NUMBERS
_WAS_TO_BE = any_of("was_to_be")
_AUTHOR = any_of("subject", "object_self", "with_me", "for_me", "you")
_SOMEBODY, _COACHED = any_of("person", "pet", "groups"), any_of("coached")
_SAID_BEFORE = any_of("third_person")
_WHOSE, _FOR = any_of("determiner"), any_of("for_lead")
_BEFORE_A_VERB = any_of("auxiliary", "about", "guess.adverb")
_LED = UNKNOWN | any_of("determiner", "adjective", "moods", "join", "hence")


def is_anothers_wish(clause: Clause) -> bool:
    """Whether who wished for so much is named, before the wish or behind a "for"."""
    at = clause.place("unmet")
    if clause.labels & _AUTHOR or not any(
        item.labels & _FIGURES for item in clause.items[at + 1 : clause.end]
    ):
        return False
    return _is_wished_by_another(clause, at) or _is_for_another(clause, at)


def _is_wished_by_another(clause: Clause, at: int) -> bool:
    """Whether nobody but a person stands before the wish: "poor Kate", "my dog", "our newbie"."""
    who = at - 1
    while who > clause.start and clause.items[who].labels & _BEFORE_A_VERB:
        who -= 1
    if who < clause.start or clause.items[who].labels & _COACHED:
        return False  # "coach wanted 12k"
    led = clause.items[clause.start : who]
    if not all(item.labels & _LED for item in led):
        return False
    if clause.items[who].labels & _SAID_BEFORE and not clause.opening:
        return False  # "paced Helen, she wanted 49 she got 49:00"
    if _is_somebody(clause.items[who]):
        return True
    ours = bool(led) and led[-1].labels & _WHOSE != 0
    return ours and not clause.labels & _WAS_TO_BE and _may_be_somebody(clause.items[who])


def _is_for_another(clause: Clause, at: int) -> bool:
    """Whether a wish that names nobody is somebody's: "meant to be 10k for Jo"."""
    behind = clause.items[at + 1 : clause.end]
    return any(lead.labels & _FOR and _is_somebody(who) for lead, who in pairwise(behind))


def _is_somebody(item: Item) -> bool:
    return item.labels & _SOMEBODY != 0 or is_known_name(item) or is_only_a_name(item)


def _may_be_somebody(item: Item) -> bool:
    """Whether an unknown word may be for a person, as no name of a program is: "our newbie"."""
    return isinstance(item, Lexeme) and item.labels & UNKNOWN != 0 and not item.capital
