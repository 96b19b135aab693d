"""Keeps what stands in quotes and brackets from colouring what stands outside."""

from collections.abc import Sequence

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import Stance
from bot.runs.parse.words.labels import any_of

GAVE_WORD, _WHO = any_of("gave_word"), any_of("person", "name", "determiner", "owner")


_DEVICE = any_of("device")


def behind_brackets(clauses: Sequence[Clause], at: int) -> int:
    """The clause that the one at `at` goes on from: the one before it, or before what stands in brackets."""
    if clauses[at - 1].closed_by != ")":
        return at - 1
    opened = (back for back in range(at - 2, -1, -1) if clauses[back].closed_by == "(")
    return next(opened, at - 1)


def quoted(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """What stands in quotes before "they said", or behind their name, is theirs."""
    for at, clause in enumerate(clauses):
        if _introduces_words(clause):
            for said in range(at + 1, len(clauses)):
                stances[said] = Stance.OTHER_PERSON
                if clauses[said].closed_by == '"':
                    break
        elif at and _names_who_said_it(clause):
            for said in range(_opens_quote(clauses, at - 1), at):
                stances[said] = Stance.OTHER_PERSON
    if Stance.OTHER_PERSON not in stances:
        return stances
    for at, clause in enumerate(clauses):
        if clause.closed_by == '"' and Stance.OTHER_PERSON in stances[at + 1 : at + 2]:
            for said in range(_opens_quote(clauses, at), at + 1):
                stances[said] = Stance.OTHER_PERSON
    return stances


def _opens_quote(clauses: Sequence[Clause], at: int) -> int:
    """The clause with which the quote begins that ends with the one at `at`, or that one."""
    for back in range(at, -1, -1):
        clause = clauses[back]
        if clause.start and clause.items[clause.start - 1].text == '"':
            return back
        if back < at and clause.closed_by == '"':
            break
    return at


def _names_who_said_it(clause: Clause) -> bool:
    """Whether it only tells whose words stand in quotes before it: '"Just an easy 8," said Ingrid'."""
    said = clause.items[clause.start : clause.end]
    if clause.items[clause.start - 1].text != '"' or len(said) < 2 or clause.measured_items:
        return False
    if clause.labels & _DEVICE:
        return False  # '"10k done," said the watch'
    return bool(said[0].labels & GAVE_WORD and said[1].labels & _WHO)


def _introduces_words(clause: Clause) -> bool:
    """Whether words follow it in quotes, which are somebody else's: "Dave at work: "ran a half in 1:30"."""
    if clause.closed_by == '"':
        return (
            clause.items[clause.end - 1].labels & GAVE_WORD != 0
        )  # 'she said "be back in an hour"'
    quote = clause.items[clause.end + 1 : clause.end + 2]
    return clause.closed_by == ":" and bool(quote) and quote[0].text == '"'
