"""Reads questions whose figures their author tells: "How far? 8k. How long? 44:10", "35 min for 5k ok? I did that"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, TIMES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import timed
from bot.runs.parse.words.labels import any_of, joined

_FEWEST = 2
_OF_OTHERS = any_of("you", "standard", "person", "habit")
_YES, _NO = any_of("affirms"), any_of("negation")
ANSWERS = _YES | any_of("sum_up")
"""Labels without any of which nobody says that what is asked about was theirs."""

_JOINS, _WHAT, _OUTCOME = any_of("join"), any_of("question"), any_of("outcome")
_WAS = any_of("looks_back", "strong_did", "run_past")
_I, _DID = any_of("subject"), any_of("run_past", "strong_did")
_WHEN = DAYS | any_of("filler", "times", "on", "anyway", "run_noun")


def as_labels(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, none of a question where each asks for a figure that stands right behind it.

    Together the answers have to tell how far and how long.
    """
    asked = [at for at, stance in enumerate(own) if stance is Stance.QUESTION]
    if any(clauses[at].measured_items or clauses[at].labels & _OF_OTHERS for at in asked):
        return own
    answers = [at + 1 for at in asked if at + 1 < len(own) and own[at + 1] in OWN]
    answers = [at for at in answers if clauses[at].measured_items]
    if len(answers) < _FEWEST or not timed(clauses, answers):
        return own
    return [Stance.FRAGMENT if stance is Stance.QUESTION else stance for stance in own]


def as_ones_own(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, reports where the figures that were asked about are what their author then says to have run.

    Who answers with a mere yes or no has asked nothing: "BQ? no. 3:29:56 marathon? YES".
    """
    told = list(own)
    for at, clause in enumerate(clauses[1:], 1):
        if own[at - 1] is Stance.QUESTION and _is_all_answered(clauses[at - 1], clause):
            told[at - 1] = told[at] = Stance.FRAGMENT
        if own[at] not in OWN or not _says_that_it_was(clause):
            continue
        last = clauses[at - 1].sentence
        asked = [n for n in range(at) if clauses[n].sentence == last]
        figures = joined(clauses[n].labels for n in asked)
        alone = all(own[n] is Stance.QUESTION or own[n] in OWN for n in asked)
        if last < clause.sentence and alone and figures & DISTANCES and figures & TIMES:
            for n in (*asked, at):
                told[n] = Stance.REPORT
    return told


def _is_all_answered(asked: Clause, answer: Clause) -> bool:
    """Whether a yes is the whole answer to what is named or was, or a no to what has no figure: "Far? no"."""
    if answer.end - answer.start != 1 or not answer.opening or asked.labels & _OF_OTHERS:
        return False
    said = answer.items[answer.start].labels
    was = asked.items[asked.start].labels & _WAS
    if not was and any(day.value >= 0 for day in asked.quantities(Measure.DAY)):
        return False  # "running tonight? yes. 8k at 6"
    if asked.labels & _WHAT and not was:
        return False
    return bool(said & _YES or (said & _NO and not asked.measured_items))


def _says_that_it_was(clause: Clause) -> bool:
    """Whether it says that the author did that, and no more than when: "because that's what I ran today"."""
    at = clause.place("sum_up")
    said = clause.items[at + 1 : clause.end]
    if at > clause.start + 1 or (at > clause.start and not clause.items[at - 1].labels & _JOINS):
        return False
    words = 1 if said and said[0].labels & _OUTCOME else 3
    did = words == 1 or (
        len(said) > 2 and said[0].labels & _WHAT and said[1].labels & _I and said[2].labels & _DID
    )
    return bool(did) and all(item.labels & _WHEN for item in said[words:])
