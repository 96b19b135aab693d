"""Tells whether somebody told by an age, or by what else is said of them, is who runs: "my 6yo did junior parkrun"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import NUMBERS, Item, Quantity
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN, Lexeme

_AGE, _WHOSE = any_of("age"), any_of("determiner", "article")
_FINITE, _ME = any_of("person_verb"), any_of("object_self")
_BEFORE_A_VERB = any_of("auxiliary", "about", "moods", "guess.adverb")
_AND, _IS, _WHO = any_of("and"), any_of("copula"), any_of("relative")
_I, _SUBJECT = any_of("self"), any_of("subject")
_WHOSE_AGE, _SOMEBODY = any_of("owner", "guess.owner"), any_of("person", "name") | UNKNOWN
_SO_OLD = NUMBERS | any_of("age", "measured.other", "measured.duration")
_LEAD, _BEHIND_AN_AGE = 8, 2
"""Words at most of what is said of somebody, and behind how old they are."""


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


def goes_on_of_somebody(clause: Clause) -> bool:
    """Whether it goes on with what somebody did of whom something was told before it."""
    if not clause.start or not clause.labels & _FINITE or clause.labels & (_SUBJECT | _ME):
        return False
    return _goes_on_of_one_so_old(clause) or _goes_on_behind_who(clause)


def _goes_on_of_one_so_old(clause: Clause) -> bool:
    """Whether it goes on of somebody whose age was told: "our postie is 61 | and ran 3:29", "mum's 68 | and did 5k"."""
    first, *behind = clause.items[clause.start : clause.end]
    if not first.labels & _AND:
        return False
    while len(behind) > 1 and behind[0].labels & _BEFORE_A_VERB:
        behind = behind[1:]
    if not behind or not behind[0].labels & _FINITE:
        return False
    return _tells_an_age(_without_whose(_said_before(clause.items, clause.start)))


def _said_before(items: Sequence[Item], end: int) -> Sequence[Item]:
    """What stands before the place, up to the last mark."""
    start = end
    while start and end - start < _LEAD and not items[start - 1].labels & MARK:
        start -= 1
    return items[start:end]


def _without_whose(who: Sequence[Item]) -> Sequence[Item]:
    """Somebody without the "my" or "our" before them."""
    return who[1:] if who and who[0].labels & _WHOSE else who


def _tells_an_age(said: Sequence[Item]) -> bool:
    """Whether it says of somebody how old they are: "postie is 61", "mum's 68 now", "wife's 28 weeks"."""
    if len(said) < 2 or any(item.labels & _I for item in said):
        return False
    who, *is_so = said
    if not who.labels & _WHOSE_AGE:
        if not (who.labels & _SOMEBODY and isinstance(who, Lexeme) and is_so[0].labels & _IS):
            return False
        is_so = is_so[1:]
    old = is_so[0] if is_so else None
    if not isinstance(old, Quantity) or not old.labels & _SO_OLD or "ordinal" in old.meanings:
        return False
    rest = is_so[1:]
    return len(rest) <= _BEHIND_AN_AGE and not any(isinstance(item, Quantity) for item in rest)


def _goes_on_behind_who(clause: Clause) -> bool:
    """Whether it goes on of somebody behind what a "who" says of them: "Evie, who is eleven, | ran 1k in 3:44"."""
    at = clause.start
    if at < _LEAD // 2 or clause.items[at - 1].text != "," or clause.labels & _I:
        return False
    if not clause.items[at].labels & _FINITE:
        return False
    said = _said_before(clause.items, at - 1)
    if not said or not said[0].labels & _WHO:
        return False
    comma = at - 2 - len(said)
    who = _without_whose(_said_before(clause.items, comma)) if comma > 0 else ()
    return len(who) == 1 and bool(who[0].labels & _SOMEBODY)
