"""Tells whether a sport is only what something is like, and helpers are only thanked or told about."""

from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_FROM, _THE = any_of("place_from"), any_of("determiner")


def says_what_it_is_like(clause: Clause) -> bool:
    """Whether the sport is what something is, or was: "sidewalks are a skating rink", "legs dead from yoga"."""
    at = clause.place("sport")
    if not clause.start + 1 < at < clause.end or clause.measured_items:
        return False
    led = clause.items[clause.start : at]
    if led[-1].labels & _FROM and clause.has("body"):
        return True
    copula = clause.place("copula")
    someone = clause.has("self", "person", "it", "demonstrative", "commute", "plan", "goal")
    return clause.start < copula < at and not (someone or clause.quantities())


def is_said_of_helpers(clause: Clause) -> bool:
    """Whether helpers are thanked or told about: "thank you volunteers", "the marshals had jelly babies"."""
    at = min(clause.place("volunteer"), clause.place("tags.volunteer"))
    if at == clause.end or clause.quantities() or clause.has("self"):
        return False
    if clause.place("thanks") < at:
        return True
    return at > clause.start and clause.items[at - 1].labels & _THE != 0 and at + 1 < clause.end
