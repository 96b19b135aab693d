"""Tells what is only spoken of: a likeness, helpers thanked or looked for, a device, a dream."""

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, NUMBERS, TIMES
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_FROM, _THE = any_of("place_from"), any_of("determiner")
_WITH = any_of("accompanied", "alongside")
_DEVICE = any_of("device", "kinds.treadmill", "software")
_CREW = any_of("bunch", "companion")
_IMAGINED = any_of("imagined")
_DONE_OR_SO_FAR = DISTANCES | TIMES | NUMBERS | DAYS | any_of("run_past", "run_verb", "strong_did")


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


def is_which_to_believe(clause: Clause) -> bool:
    """Whether it only says which device is right: "I'm going with the treadmill"."""
    at = clause.place("plan")
    behind = clause.items[at + 1 : clause.end]
    if clause.measured_items or not behind or not behind[0].labels & _WITH:
        return False
    return behind[-1].labels & _DEVICE != 0 and all(i.labels & _THE for i in behind[1:-1])


def seeks_helpers(clause: Clause) -> bool:
    """Whether helpers or a team are looked for: "Helfer gesucht", "we need two more for the relay"."""
    if clause.has("volunteer", "tags.volunteer", "relay"):
        return True
    at = clause.place("seeks")
    wanted = clause.items[at - 1].labels if at > clause.start else 0
    return bool(wanted & _CREW) and not clause.has("self", "day")  # "crew needed"


def is_imagined(clause: Clause) -> bool:
    """Whether nothing but a head did it: "ran 10k. in my dreams", but "10k with a song stuck in my head"."""
    at = clause.end - 1
    if clause.place("imagined") != at:
        return False
    if at == clause.start:
        return not at or clause.items[at - 1].text != '"'
    return clause.items[at - 1].labels & _DONE_OR_SO_FAR != 0


def undoes(clause: Clause) -> bool:
    """Whether it says nothing but that what stands before it was only imagined."""
    return clause.end - clause.start == 1 and clause.labels & _IMAGINED != 0
