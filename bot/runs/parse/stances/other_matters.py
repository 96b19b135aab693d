"""Tells whether a clause speaks of another matter than running: a thing nobody runs with."""

from bot.runs.parse.figures.quantities import CLOCKS, DAYS, DISTANCES, MEASURED, NUMBERS, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import UNKNOWN, Lexeme

_OF_ANYTHING = any_of("of_anything")
_OF_LIFE = UNKNOWN | any_of("life", "software", "media")
_NOT, _RHETORIC, _THANKS = any_of("negation"), any_of("rhetoric"), any_of("thanks")
OF_THE_RUN = (
    any_of("run_noun", "run_word", "run_past", "named", "kinds", "start_word", "join_in")
    | any_of("asked_figure", "volunteer", "tags.volunteer")
    | DISTANCES
    | CLOCKS
)
"""Labels with which a sentence may well call for a run, or ask of one."""

OF_A_RUN_AHEAD = (
    OF_THE_RUN | any_of("run_verb", "outdoors", "ground", "route", "map", "weekday", "day") | DAYS
)
"""Labels with which a sentence may well say when or where a run is to be."""

_CALLING = any_of("invite", "announce")
_DEAL = any_of("deal")
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_CALLS = frozenset({Stance.INVITATION, Stance.ANNOUNCEMENT})
_OF_A_RUN = OF_A_RUN_AHEAD & ~(DAYS | any_of("day", "weekday"))
_JOINS = any_of("join_in")
_THE = any_of("determiner", "article") | NUMBERS | MEASURED[Measure.OTHER]
_ADJECTIVE = any_of("adjective", "newly_laid")
_UNMET = any_of("unmet")
_PLACE = any_of("place_lead", "at", "until", "place_from", "credit_lead")
_NO_THING = (_OF_A_RUN & ~UNKNOWN) | any_of(
    *(
        "person",
        "name",
        "bunch",
        "adjective",
        "period",
        "week",
        "times",
        "body",
        "moods",
        "newly_laid",
    ),
    *("plan", "goal", "habit", "pb", "records", "coached", "habitual", "program_run", "usual"),
    *("demonstrative", "it", "you", "self", "place_lead", "adjunct", "adjunct_if", "join", "at"),
    *("in_time", "copula", "auxiliary", "negation", "person_verb", "strong_did"),
)


def is_of_something_else(clause: Clause) -> bool:
    """Whether nothing of a run, a way, a day or an hour stands in it, and something else does: "gels", "our shirts"."""
    if clause.labels & OF_A_RUN_AHEAD or clause.measured_items:
        return False
    return says_of_what(clause) > clause.has("it", "demonstrative")


def is_of_another_matter(clause: Clause, stance: Stance) -> bool:
    """Whether a clause speaks of something else, or of nothing at all."""
    if stance is Stance.TRAVEL or clause.labels & (_OF_A_RUN & ~_JOINS):
        return False
    if stance in OWN or (stance is Stance.GOAL and clause.labels & _UNMET):
        return True
    if stance in _CALLS and (clause.labels & _JOINS or may_call_for_a_run(clause)):
        return False
    if stance is Stance.REPLY and clause.place("you") == clause.start:
        return False  # "you looked great in that singlet"
    if stance is Stance.HABIT and clause.place("habit") == clause.start:
        return False  # "usually before the market opens"
    return _speaks_of_a_thing(clause)


def _speaks_of_a_thing(clause: Clause) -> bool:
    """Whether some thing is spoken of that no run has, and not only a place: "the report", "two interviews"."""
    unknown = 0
    for at in range(clause.start, clause.end):
        if _may_be_a_thing(clause, at):
            named, led = _led_to(clause, at)
            if led & _PLACE:
                continue
            if named:
                return True
            unknown += clause.items[at].labels & UNKNOWN != 0
    return unknown > 1


def _led_to(clause: Clause, at: int) -> tuple[bool, Labels]:
    """Whether a "the" or a number leads to the word at `at`, and the labels of what stands before."""
    while at > clause.start and clause.items[at - 1].labels & _ADJECTIVE:
        at -= 1
    named = at > clause.start and clause.items[at - 1].labels & _THE != 0
    at -= named
    return named, clause.items[at - 1].labels if at > clause.start else 0


def _may_be_a_thing(clause: Clause, at: int) -> bool:
    item = clause.items[at]
    if not isinstance(item, Lexeme) or item.labels & _NO_THING:
        return False
    return at == clause.start or not item.capital


def may_call_for_a_run(clause: Clause) -> bool:
    """Whether words that suit nothing else stand in it, an hour, or no more than "it": "meet at mine", "fancy it"."""
    items = clause.items[clause.start : clause.end]
    if any(item.labels & _CALLING and not item.labels & _OF_ANYTHING for item in items):
        return True
    return clause.has("it", "at") and says_of_what(clause) < 2


def is_of_the_authors(clause: Clause) -> bool:
    """Whether something of the author's is told: "my blue bottle"."""
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _SELF and item.labels & _WHOSE for item in items)


def says_of_what(clause: Clause) -> int:
    """How much tells of something else than running: words without a meaning for it, what is the author's, thanks."""
    words = clause.items[clause.start : clause.end]
    told = sum([word.labels & _OF_LIFE != 0 for word in words]) + is_of_the_authors(clause)
    calls = clause.labels & _OF_ANYTHING
    if clause.labels & _DEAL:
        told += 2  # "anyone selling a size 9"
    if clause.labels & _THANKS or (clause.labels & (_NOT if calls else _RHETORIC)):
        told += 2  # "let's not talk about it", "why", "thanks for the route tip"
    return told
