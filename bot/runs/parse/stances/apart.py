"""Tells what is asked, called for or announced apart from a run whose day is gone, in a sentence behind it."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, DURATIONS, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import at_a_runners_pace, nobody_plans_by, timed
from bot.runs.parse.stances.other_matters import (
    OF_THE_RUN,
    is_of_another_matter,
    is_of_the_authors,
    may_call_for_a_run,
    says_of_what,
)
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN

_DEVICE = any_of("device")
_CALLS = frozenset({Stance.INVITATION, Stance.ANNOUNCEMENT})
_THIS_EVENING = any_of("times.evening", "times.night")
_HOURS = any_of("times")
_OF_US = any_of("of_us")
_ASKING = frozenset({Stance.INVITATION, Stance.QUESTION})
_LIKELY, SURELY, _UNDATED, _TIMED = 1, 2, -1, -2
_FELT = any_of("looks_back", "judged", "moods.neutral", "moods.negative")
_ADJECTIVE = any_of("adjective")
_NO_DAYS = (_UNDATED, _TIMED)


def left_alone(
    clauses: Sequence[Clause], stances: Sequence[Stance], asking: Sequence[int]
) -> set[int]:
    """Which of the `asking` clauses leave the run before them as it is: "8k last night. who's up for tacos"."""
    left: set[int] = set()
    if not asking or not clauses[asking[0]].sentence:
        return left
    sentence = clauses[asking[0]].sentence
    over = told_over(clauses, stances, sentence)
    timed_at = _told_in_a_time(clauses, stances, sentence)
    questions = all(stances[at] is Stance.QUESTION for at in asking)
    if (over == SURELY and timed_at) or (questions and _was_felt(clauses, stances, sentence)):
        return set(asking)
    over = over or (_TIMED if timed_at else _UNDATED)
    if over == _UNDATED and not is_told_alone(clauses):
        return left
    if _is_headed(clauses[asking[0]]):
        return set(asking)
    odd = bool(timed_at) and nobody_plans_by(clauses, timed_at)
    for at in asking:
        clause, stance = clauses[at], stances[at]
        own = over not in _NO_DAYS and is_of_the_authors(clause)
        of_it = _is_of_the_run(clause) and not (own or clause.has("body"))
        goes_on = at - 1 in left and stances[at - 1] is stance
        dated_habit = stance is Stance.HABIT and over not in _NO_DAYS
        apart = dated_habit or (odd and is_of_another_matter(clause, stance))
        if apart or (not of_it and (goes_on or _is_apart(clause, stance, over))):
            left.add(at)
    return left


def _is_headed(clause: Clause) -> bool:
    """Whether it says no more than that a question follows: "Question: poles for the skyrace?"."""
    return clause.closed_by == ":" and clause.end - clause.start == 1


def _is_of_the_run(clause: Clause) -> bool:
    """Whether a word for a run stands in it, other than for what measures one: "anyone else's watch strap"."""
    if not clause.labels & OF_THE_RUN:
        return False
    items = clause.items[clause.start : clause.end]
    return any(item.labels & OF_THE_RUN and not item.labels & _DEVICE for item in items)


def _is_apart(clause: Clause, stance: Stance, over: int) -> bool:
    """Whether it says of what else it is, and the more so where the run may still be to come."""
    if stance in _CALLS and may_call_for_a_run(clause):
        return False
    if over in _NO_DAYS and (stance not in _ASKING or clause.has("it", "demonstrative")):
        return False
    return says_of_what(clause) >= (2 if stance in _ASKING and over != SURELY else 1)


def is_told_alone(clauses: Sequence[Clause]) -> bool:
    """Whether the first sentence tells a distance, no day, and has no word of anything else."""
    first = [clause for clause in clauses if clause.sentence == clauses[0].sentence]
    told = joined(clause.labels for clause in first)
    return bool(told & DISTANCES) and not told & (UNKNOWN | DAYS)


def told_over(clauses: Sequence[Clause], stances: Sequence[Stance], sentence: int) -> int:
    """How surely a sentence before tells a run of the author's with a day that is gone: "this morning", "today"."""
    told = {
        clause.sentence
        for clause, stance in zip(clauses, stances, strict=True)
        if clause.sentence < sentence and stance in OWN and clause.labels & DISTANCES
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


def _told_in_a_time(
    clauses: Sequence[Clause], stances: Sequence[Stance], sentence: int
) -> Sequence[int]:
    """Where a sentence before tells a distance and the time that a runner takes: "5 mi, 50 mins, forestry"."""
    for before in range(sentence):
        told = [
            at
            for at, clause in enumerate(clauses)
            if clause.sentence == before and stances[at] in OWN and clause.measured_items
        ]
        if timed(clauses, told) and at_a_runners_pace(clauses, told, clocks=False):
            return told
    return ()


def _was_felt(clauses: Sequence[Clause], stances: Sequence[Stance], sentence: int) -> bool:
    """Whether a sentence before tells how far, and its next clause begins with how that was: "21k Sunday, felt ok"."""
    own = [stance in OWN and clauses[at].sentence < sentence for at, stance in enumerate(stances)]
    return any(
        own[at]
        and own[at - 1]
        and clauses[at].sentence == clauses[at - 1].sentence
        and clauses[at - 1].labels & (DISTANCES | DURATIONS)
        and _tells_how_it_was(clauses[at])
        for at in range(1, len(clauses))
    )


def _tells_how_it_was(clause: Clause) -> bool:
    """Whether it begins with a verb that looks back or a feeling, no mere adjective, and has no figure."""
    first = clause.items[clause.start].labels
    return bool(first & _FELT) and not (first & _ADJECTIVE or clause.measured_items)


def _says_who_ran(clause: Clause, stance: Stance) -> bool:
    """Whether it opens with how many there were, as before what it came to: "Four of us in the woods today. 7k"."""
    return stance is Stance.FRAGMENT and clause.items[clause.start].labels & _OF_US != 0
