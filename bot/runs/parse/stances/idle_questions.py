"""Tells which questions ask nothing about a run: small talk, why one does that, whether a distance counts."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DISTANCES
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_COUNTS, _REFUSED = any_of("counts"), any_of("refused")
_WHERE, _BODY = any_of("whereabouts"), any_of("body")
_AT_A_LOSS = any_of("at_a_loss")


def asks_nothing(clauses: Sequence[Clause], at: int) -> bool:
    """Whether the question at `at` asks nothing that would make the figures of its post no run."""
    asked = clauses[at]
    return (
        _is_small_talk(asked)
        or _is_at_a_loss(asked)
        or asks_for_a_yes(asked)
        or _is_refused(clauses, at)
    )


def _is_small_talk(clause: Clause) -> bool:
    """Whether a question is of nothing that a run has: "is it spring yet? 7k in the sleet"."""
    if clause.has("you", "asked_figure", "standard") or not (
        clause.opening and clause.closed_by == "?"
    ):
        return False
    if clause.measured_items or clause.has("plan", "purpose", "weekday", "invite"):
        return False
    return clause.has("rhetoric") or not clause.has("run_noun", "run_verb", "run_word")


def _is_at_a_loss(clause: Clause) -> bool:
    """Whether it asks nothing but why one does that, or where one's toes are: "25 laps. 10k. 62 min. why"."""
    if clause.items[clause.start].labels & _WHERE and clause.has("self"):
        return clause.opening and clause.items[clause.end - 1].labels & _BODY != 0
    return clause.opening and clause.end - clause.start == 1 and clause.labels & _AT_A_LOSS != 0


def asks_for_a_yes(clause: Clause) -> bool:
    """Whether it only asks whether a distance counts: "does a 9k with a stop still count?"."""
    if clause.measured or not (clause.labels & _COUNTS and clause.labels & DISTANCES):
        return False
    return not clause.has("you", "person", "plan", "walk")


def _is_refused(clauses: Sequence[Clause], at: int) -> bool:
    """Whether what was asked is only thought of, and answered at once: "Hill reps?? No thank you. 5k, 26:10"."""
    asked = clauses[at]
    if asked.measured_items or asked.has("you", "invite", "plan", "weekday"):
        return False
    answer = clauses[at + 1 : at + 2]
    return bool(answer) and answer[0].items[answer[0].start].labels & _REFUSED != 0
