"""Tells whether somebody called by their age is who runs: "my 6yo did junior parkrun", "our 12-yr-old just ran"."""

from bot.runs.parse.figures.quantities import Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_AGE, _WHOSE = any_of("age"), any_of("determiner", "article")
_FINITE, _ME = any_of("person_verb"), any_of("object_self")
_BEFORE_A_VERB = any_of("auxiliary", "about", "moods", "guess.adverb")


def is_of_an_age(clause: Clause) -> bool:
    """Whether an age stands between whose child it is and what they did."""
    if not clause.has("age"):
        return False
    return any(
        clause.items[at].labels & _AGE and _is_somebodys(clause, at) and _does(clause, at)
        for at in range(clause.start, clause.end - 1)
    )


def _is_somebodys(clause: Clause, at: int) -> bool:
    """Whether "my" leads to the age, over its number and hyphens: "my 12-yr-old", or the age opens a sentence.

    Who is so many years old may be the author: "62 years young just ran 10k".
    """
    if at == clause.start:
        alone = clause.opening and not clause.labels & _ME  # "15 year old beat me"
        return alone and "years" not in clause.items[at].text
    at -= 1
    while at > clause.start and _may_be_its_number(clause, at):
        at -= 1
    return clause.items[at].labels & _WHOSE != 0


def _may_be_its_number(clause: Clause, at: int) -> bool:
    item = clause.items[at]
    return isinstance(item, Quantity) or bool(item.labels & MARK and item.text == "-")


def _does(clause: Clause, at: int) -> bool:
    """Whether a verb stands behind the age: "yr old just ran"."""
    at += 1
    while at < clause.end - 1 and clause.items[at].labels & _BEFORE_A_VERB:
        at += 1
    return clause.items[at].labels & _FINITE != 0
