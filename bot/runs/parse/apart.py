"""Tells what is asked, called for or announced apart from a run whose day is gone, in a sentence behind it."""

from collections.abc import Sequence

from bot.runs.parse.clauses import Clause
from bot.runs.parse.exactly import at_a_runners_pace, timed
from bot.runs.parse.labels import any_of, joined
from bot.runs.parse.lexicon import UNKNOWN
from bot.runs.parse.quantities import MEASURED, Measure
from bot.runs.parse.stances import OWN, Stance

_FAR = MEASURED[Measure.DISTANCE]
_OF_ANYTHING = any_of("of_anything")
_OF_LIFE = UNKNOWN | any_of("life", "software", "media")
_NOT, _RHETORIC, _THANKS = any_of("negation"), any_of("rhetoric"), any_of("thanks")
_OF_THE_RUN = (
    any_of("run_noun", "run_word", "run_past", "named", "kinds", "start_word", "join_in")
    | any_of("asked_figure", "volunteer", "tags.volunteer")
    | _FAR
    | MEASURED[Measure.CLOCK]
)
"""Labels with which a sentence may well call for a run, or ask of one."""

_OF_A_RUN_AHEAD = (
    _OF_THE_RUN
    | any_of("run_verb", "outdoors", "ground", "route", "weekday", "day")
    | MEASURED[Measure.DAY]
)
"""Labels with which a sentence may well say when or where a run is to be."""

_CALLING = any_of("invite", "announce")
_DEVICE = any_of("device")
_DEAL = any_of("deal")
_SELF, _WHOSE = any_of("self"), any_of("determiner")
_CALLS = frozenset({Stance.INVITATION, Stance.ANNOUNCEMENT})
_THIS_EVENING = any_of("times.evening", "times.night")
_HOURS = any_of("times")
_OF_US = any_of("of_us")
_ASKING = frozenset({Stance.INVITATION, Stance.QUESTION})
_LIKELY, SURELY, _UNDATED, _TIMED = 1, 2, -1, -2
_NO_DAYS = (_UNDATED, _TIMED)


def left_alone(
    clauses: Sequence[Clause], stances: Sequence[Stance], asking: Sequence[int]
) -> set[int]:
    """Which of the `asking` clauses leave the run before them as it is: "8k last night. who's up for tacos"."""
    left: set[int] = set()
    if not asking or not clauses[asking[0]].sentence:
        return left
    over = told_over(clauses, stances, clauses[asking[0]].sentence) or _UNDATED
    if over == _UNDATED and _is_told_in_a_time(clauses, stances, clauses[asking[0]].sentence):
        over = _TIMED
    if over == _UNDATED and not is_told_alone(clauses):
        return left
    for at in asking:
        clause, stance = clauses[at], stances[at]
        own = over not in _NO_DAYS and _is_of_the_authors(clause)
        of_it = _is_of_the_run(clause) and not (own or clause.has("body"))
        goes_on = at - 1 in left and stances[at - 1] is stance
        dated_habit = stance is Stance.HABIT and over not in _NO_DAYS
        if dated_habit or (not of_it and (goes_on or _is_apart(clause, stance, over))):
            left.add(at)
    return left


def _is_of_the_run(clause: Clause) -> bool:
    """Whether a word for a run stands in it, other than for what measures one: "anyone else's watch strap"."""
    if not clause.labels & _OF_THE_RUN:
        return False
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _OF_THE_RUN and not item.labels & _DEVICE for item in items)


def _is_apart(clause: Clause, stance: Stance, over: int) -> bool:
    """Whether it says of what else it is, and the more so where the run may still be to come."""
    if stance in _CALLS and _may_call_for_a_run(clause):
        return False
    if over in _NO_DAYS and (stance not in _ASKING or clause.has("it", "demonstrative")):
        return False
    return _says_of_what(clause) >= (2 if stance in _ASKING and over != SURELY else 1)


def is_told_alone(clauses: Sequence[Clause]) -> bool:
    """Whether the first sentence tells a distance, no day, and has no word of anything else."""
    first = [clause for clause in clauses if clause.sentence == clauses[0].sentence]
    told = joined(clause.labels for clause in first)
    return bool(told & _FAR) and not told & (UNKNOWN | MEASURED[Measure.DAY])


def told_over(clauses: Sequence[Clause], stances: Sequence[Stance], sentence: int) -> int:
    """How surely a sentence before tells a run of the author's with a day that is gone: "this morning", "today"."""
    told = {
        clause.sentence
        for clause, stance in zip(clauses, stances, strict=True)
        if clause.sentence < sentence and stance in OWN and clause.labels & _FAR
    }
    days = [
        day
        for clause, stance in zip(clauses, stances, strict=True)
        if clause.sentence in told or (_says_who_ran(clause, stance) and clause.sentence < sentence)
        for day in clause.quantities(Measure.DAY)
        if "day" in day.meanings
    ]
    if not days or any(day.value > 0 for day in days):
        return 0
    if all(day.value < 0 or day.labels & _HOURS for day in days):
        evening = any(not day.value and day.labels & _THIS_EVENING for day in days)
        return 0 if evening else SURELY
    return _LIKELY


def _is_told_in_a_time(clauses: Sequence[Clause], stances: Sequence[Stance], sentence: int) -> bool:
    """Whether a sentence before tells a distance and the time that a runner takes: "5 mi, 50 mins, forestry"."""
    for before in range(sentence):
        told = [
            at
            for at, clause in enumerate(clauses)
            if clause.sentence == before and stances[at] in OWN and clause.measured_items
        ]
        if timed(clauses, told) and at_a_runners_pace(clauses, told, clocks=False):
            return True
    return False


def is_of_something_else(clause: Clause) -> bool:
    """Whether nothing of a run, a way, a day or an hour stands in it, and something else does: "gels", "our shirts"."""
    if clause.labels & _OF_A_RUN_AHEAD or clause.measured_items:
        return False
    return _says_of_what(clause) > clause.has("it", "demonstrative")


def _says_who_ran(clause: Clause, stance: Stance) -> bool:
    """Whether it opens with how many there were, as before what it came to: "Four of us in the woods today. 7k"."""
    return stance is Stance.FRAGMENT and clause.items[clause.start].labels & _OF_US != 0


def _may_call_for_a_run(clause: Clause) -> bool:
    """Whether words that suit nothing else stand in it, an hour, or no more than "it": "meet at mine", "fancy it"."""
    items = clause.items[clause.start : clause.end]
    if any(item.labels & _CALLING and not item.labels & _OF_ANYTHING for item in items):
        return True
    return clause.has("it", "at") and _says_of_what(clause) < 2


def _is_of_the_authors(clause: Clause) -> bool:
    """Whether something of the author's is told: "my blue bottle"."""
    items = clause.items[clause.start : clause.end]
    return any(item.labels & _SELF and item.labels & _WHOSE for item in items)


def _says_of_what(clause: Clause) -> int:
    """How much tells of something else than running: words without a meaning for it, what is the author's, thanks."""
    words = clause.items[clause.start : clause.end]
    told = sum([word.labels & _OF_LIFE != 0 for word in words]) + _is_of_the_authors(clause)
    calls = clause.labels & _OF_ANYTHING
    if clause.labels & _DEAL:
        told += 2  # "anyone selling a size 9"
    if clause.labels & _THANKS or (clause.labels & (_NOT if calls else _RHETORIC)):
        told += 2  # "let's not talk about it", "why", "thanks for the route tip"
    return told
