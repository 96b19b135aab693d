"""Reads questions whose figures their author tells: "How far? 8k. How long? 44:10", "35 min for 5k ok? I did that"."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import DAYS, DISTANCES, TIMES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import timed
from bot.runs.parse.words.labels import any_of, joined
from bot.runs.parse.words.lexicon import UNKNOWN

_FEWEST = 2
_OF_OTHERS = any_of("you", "standard", "person", "habit")
_YES, _NO = any_of("affirms"), any_of("negation")
ANSWERS = _YES | any_of("sum_up")
"""Labels without any of which nobody says that what is asked about was theirs."""

_JOINS, _WHAT, _OUTCOME = any_of("join"), any_of("question"), any_of("outcome")
_WAS = any_of("looks_back", "strong_did", "run_past")
_I, _DID = any_of("subject"), any_of("run_past", "strong_did")
_ASKS_DID, _RAN_SO = any_of("did", "strong_did", "person_verb"), any_of("i_run", "i_do")
_DID_I = any_of("subject", "i_do", "i_run")
_ASKED_TO_RUN, _A_RUN = any_of("asked_to_run"), DISTANCES | any_of("run_noun", "run_word", "kinds")
_LONG_AGO = any_of("past", "back_then", "place_or_past")
_OF_SOMETHING = UNKNOWN | any_of("thing", "life", "entry", "person", "name", "crowd", "to_come")
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
        if own[at - 1] is Stance.QUESTION and _is_a_yes(clause):
            _settle(clauses, own, told, at)
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


def _settle(clauses: Sequence[Clause], own: Sequence[Stance], told: list[Stance], at: int) -> None:
    """Says what a question and its answer at `at` are of: a run of the author's, one of long ago, or something else."""
    asked = clauses[at - 1]
    otherwise = _what_else(asked)
    if otherwise is None and _is_all_answered(asked, clauses[at]):
        told[at - 1] = told[at] = Stance.FRAGMENT
    if otherwise is None or not clauses[at].items[clauses[at].start].labels & _YES:
        return
    told[at - 1] = otherwise
    for n in range(at, len(told)):
        if clauses[n].sentence != clauses[at].sentence or own[n] not in OWN:
            continue
        if otherwise is not Stance.QUESTION or not clauses[n].measured:
            told[n] = otherwise  # but "did we enjoy it? yes, 10k in 48:10"


def _is_a_yes(answer: Clause) -> bool:
    """Whether it is a yes or a no and opens its sentence."""
    return answer.opening and answer.end - answer.start == 1


def _what_else(asked: Clause) -> Stance | None:
    """What it asks instead of a run of late, where the author is asked: what was long ago, or something else."""
    if not _opens_with_did(asked):
        return None
    if asked.labels & _LONG_AGO:
        return Stance.PAST
    own = asked.items[asked.start + 1].labels & _DID_I
    return Stance.QUESTION if own and not _asks_of_a_run(asked) else None


def _opens_with_did(asked: Clause) -> bool:
    """Whether a "did" opens it, and who did it stands behind: "did I", "did Ian"."""
    return asked.end - asked.start > 1 and asked.items[asked.start].labels & _ASKS_DID == _ASKS_DID


def _asks_of_a_run(asked: Clause) -> bool:
    """Whether the author asks whether they ran: "did I go?", but not "did I miss the 10k?", "did we sign up?"."""
    who, *behind = asked.items[asked.start + 1 : asked.end]
    if not who.labels & _DID_I:
        return False
    if not who.labels & _RAN_SO and behind:
        verb, *behind = behind
        if not verb.labels & _ASKED_TO_RUN:
            return False
    return not any(i.labels & _OF_SOMETHING and not i.labels & _A_RUN for i in behind)


def _is_all_answered(asked: Clause, answer: Clause) -> bool:
    """Whether a yes is the whole answer to what is named or was, or a no to what has no figure: "Far? no"."""
    if asked.labels & _OF_OTHERS:
        return False
    if _opens_with_did(asked) and not _asks_of_a_run(asked):
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
