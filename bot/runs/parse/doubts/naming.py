"""Tells which words of a post name somebody: "our Evie", "my pal Jen", "the lad at work"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item
from bot.runs.parse.stances.people import is_known_name, is_name, is_only_a_name
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_LONGEST_NAME = 8
"""Letters; what is longer is rather a German noun."""

BEFORE_A_NAME = any_of("determiner", "article", "adjective", "adjective_praise", "fresh")
PLACE_LEAD = any_of("place_lead", "neutral", "stay", "amid")
_SELF, _PERSON, _WHOSE = any_of("self"), any_of("person"), any_of("determiner")
_NAMING = any_of("determiner", "article", "adjective", "age", "and")


def behind_small(items: Sequence[Item]) -> int:
    """Where the first word stands that is no "our", "the", "big"."""
    at = 0
    while at < len(items) - 1 and items[at].labels & BEFORE_A_NAME:
        at += 1
    return at


def is_one_of_ours(items: Sequence[Item], at: int) -> bool:
    """Whether a name stands at `at`: a known one, or any behind "our"."""
    return is_known_name(items[at]) or (
        at > 0 and is_name(items[at]) and items[at - 1].labels & _SELF != 0
    )


def names_people(heads: Sequence[Item], at: int) -> bool:
    """Whether a word only says who: a name, a person, or what stands before one: "my pal Jen"."""
    item = heads[at]
    if is_who(item) or (at and heads[at - 1].labels & _PERSON and is_name(item)):
        return True  # "my mate Al"
    if item.labels & UNKNOWN:
        return at + 1 < len(heads) and is_known_name(heads[at + 1])
    return item.labels & _NAMING != 0 and not (item.labels & _SELF and not item.labels & _WHOSE)


def but_where_from(heads: Sequence[Item]) -> Sequence[Item]:
    """The words up to the person, without where they are from: "the lad at work"."""
    for at in range(2, len(heads) if heads and heads[0].labels & _WHOSE else 0):
        if heads[at].labels & PLACE_LEAD and heads[at - 1].labels & _PERSON:
            return heads[:at]
    return heads


def is_who(item: Item) -> bool:
    """Whether it is a person or somebody's known name."""
    return item.labels & _PERSON != 0 or is_known_name(item)


def is_surname(item: Item) -> bool:
    """Whether it goes on from a first name: a name, or an initial."""
    return is_name(item) or (isinstance(item, Lexeme) and item.capital and len(item.text) == 1)


def may_be_a_name(word: Lexeme) -> bool:
    """Whether a word may be somebody's name: unknown, with a capital, and no long German noun."""
    if is_only_a_name(word):
        return True
    return is_name(word) and (bool(word.meanings) or len(word.text) <= _LONGEST_NAME)
