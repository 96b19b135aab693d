"""Tells which questions ask nothing about a run: small talk, why one does that, whether a distance counts."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DISTANCES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.words.labels import any_of

_COUNTS, _REFUSED = any_of("counts"), any_of("refused")
_OF_ONESELF, _FEW = any_of("of_oneself"), 4
_WHERE, _BODY = any_of("whereabouts"), any_of("body")
_AT_A_LOSS, _MARK = any_of("at_a_loss"), any_of("bound")
_SHOULD_I, _HAVE, _PARTICIPLE = any_of("question"), any_of("auxiliary"), any_of("participle")
_NO, _WRONG = any_of("negation", "corrects"), any_of("rhetoric", "aches")
_MY, _HAPPENED = any_of("self", "determiner"), any_of("guess.past", "looks_back", "strong_did")


def asks_nothing(clauses: Sequence[Clause], at: int) -> bool:
    """Whether the question at `at` asks nothing that would make the figures of its post no run."""
    asked = clauses[at]
    return (
        _is_small_talk(asked)
        or _is_at_a_loss(asked)
        or asks_for_a_yes(asked)
        or _is_refused(clauses, at)
        or (at > 0 and _is_of_its_author(clauses, at))
        or (at > 0 and (_is_of_ones_body(asked) or _asks_whether_it_counted(asked)))
        or (at > 0 and _is_what_should_have_been(asked))
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


def _is_of_ones_body(clause: Clause) -> bool:
    """Whether it asks what is wrong with a part of the author: "anyone know why my left foot goes numb?"."""
    if clause.measured_items or clause.has("plan", "purpose", "hypothetical", "weekday", "invite"):
        return False
    if not clause.labels & _WRONG:
        return False  # "is my knee going to be ok"
    items = clause.items[clause.start : clause.end]
    return any(
        item.labels & _MY == _MY and any(part.labels & _BODY for part in items[at + 1 : at + 3])
        for at, item in enumerate(items)
    )


def _is_of_its_author(clauses: Sequence[Clause], at: int) -> bool:
    """Whether it only wonders what has become of who ran so far: "11k, 1:03:30, am I dead?"."""
    asked = clauses[at]
    if not asked.items[asked.start].labels & _OF_ONESELF or asked.end - asked.start > _FEW:
        return False
    if asked.measured_items or asked.has("progressive", "in_time", "run_word", "kinds"):
        return False
    clocks = [one for clause in clauses[:at] for one in clause.quantities(Measure.CLOCK)]
    return any(clock.options[0] % 60 for clock in clocks)  # but "5k in 25:00, am I slow?"


def _asks_whether_it_counted(clause: Clause) -> bool:
    """Whether something that happened is to make no difference: "does it count if we stopped for cake?"."""
    if not clause.labels & _COUNTS or clause.has("you", "person", "plan", "walk", "sport"):
        return False
    return clause.has("it", "demonstrative") and clause.labels & _HAPPENED != 0


def _is_what_should_have_been(clause: Clause) -> bool:
    """Whether it only asks what had been better on the run told before it: "should I have gone slower?"."""
    first = clause.items[clause.start : clause.start + 3]
    if len(first) < 3 or not first[0].labels & _SHOULD_I or not first[1].labels & _HAVE:
        return False
    return bool(first[2].labels & (_HAPPENED | _PARTICIPLE)) and not clause.has("you")


def _is_refused(clauses: Sequence[Clause], at: int) -> bool:
    """Whether what was asked is only thought of, and answered at once: "Hill reps?? No thank you. 5k, 26:10"."""
    asked = clauses[at]
    if asked.has("you", "invite", "plan", "weekday") or not clauses[at + 1 :]:
        return False
    answer = clauses[at + 1]
    if asked.measured_items:
        short = answer.end - answer.start == 1 and asked.labels & _MARK
        return bool(short) and answer.labels & _NO == _NO  # "sub 60? no. 65 minutes. 10k"
    return answer.items[answer.start].labels & _REFUSED != 0
