"""Tells what a group did from what its author did where all of it is praised: "Group did 8 x 1 min, well done all"."""

from collections.abc import Sequence

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

_CROWD = any_of("crowd")
_GROUP = any_of("tags.group", "bunch")
_LEADING = any_of("determiner", "article", "adjective", "weekday", "day", "name", "self")
_DID = any_of("strong_did", "run_past")


def as_done_by_a_group(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances, another's where a group did it and everybody is told that it was well done."""
    praised = any(
        stance is Stance.REPLY and _praises_everybody(clause)
        for clause, stance in zip(clauses, stances, strict=True)
    )
    if not praised:
        return stances
    return [
        Stance.OTHER_PERSON if stance in OWN and _is_of_a_group(clause) else stance
        for clause, stance in zip(clauses, stances, strict=True)
    ]


def _praises_everybody(clause: Clause) -> bool:
    at = clause.place("praise") + 1
    return at < clause.end and clause.items[at].labels & _CROWD != 0


def _is_of_a_group(clause: Clause) -> bool:
    """Whether a group and then what it did open the clause: "our beginners group did"."""
    at = clause.start
    while at < clause.end and clause.items[at].labels & _LEADING:
        at += 1
    told = clause.items[at : min(at + 2, clause.end)]
    return len(told) > 1 and bool(told[0].labels & _GROUP and told[1].labels & _DID)
