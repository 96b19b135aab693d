"""Reads a run out of a verb of two words that stand apart: German "war gestern mit Anna im Wald laufen"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Quantity
from bot.runs.parse.words.labels import Meanings, any_of
from bot.runs.parse.words.lexicon import MARK, Lexeme
from bot.runs.parse.words.tokens import Shape

OPENS, _CLOSES = any_of("was_out"), any_of("out_to_run")
_NOUN = any_of("makes_a_noun", "negation", "number")
_ENDS = MARK | any_of("and", "join", "day", "weekday", "times", "contrast")
_WIDEST = 12
"""Words that may stand between the two parts of a verb."""

_RAN = Meanings({"run_past": 0.0})


def with_brackets(items: Sequence[Item]) -> Sequence[Item]:
    """The items, some of which open such a verb, with a run told at its end; the same ones where none ends."""
    ends = [at for at, item in enumerate(items) if item.labels & _CLOSES and _closes(items, at)]
    return [_ran(item) if at in ends else item for at, item in enumerate(items)] if ends else items


def _closes(items: Sequence[Item], at: int) -> bool:
    """Whether "laufen" ends what a "war" before it opens, and is no noun: "war laufen", not "war zum Laufen"."""
    if at + 1 < len(items) and not items[at + 1].labels & _ENDS:
        return False
    if not at or items[at - 1].labels & _NOUN:
        return False
    for item in reversed(items[max(0, at - _WIDEST) : at]):
        if item.labels & MARK:
            return False
        if item.labels & OPENS:
            return True
    return False


def _ran(item: Item) -> Item:
    if isinstance(item, Quantity):
        return item
    return Lexeme(Shape.WORD, item.text, _RAN, item.spaced, item.capital, _RAN.labels)
