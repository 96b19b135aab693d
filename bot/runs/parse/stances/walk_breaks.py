"""Tells a walk that is only a break of a run from one that was gone for itself."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import (
    DISTANCES,
    DURATIONS,
    MEASURED,
    NUMBERS,
    TIMES,
    Item,
    Measure,
)
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.commutes import is_how_one_got_home
from bot.runs.parse.stances.doings import tells_run
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK, UNKNOWN

_LEARNS = any_of("lesson", "lesson_day", "learns")
_WITH = any_of("including", "alongside", "with_it")
_SOME = any_of("article", "determiner", "of", "filler", "adjective", "about", "number", "included")
_OF = any_of("of")
_INCLUDING, _AMOUNT = any_of("of_which"), NUMBERS | any_of("object")
_COUNTED, _ONLY = any_of("often", "reps_word"), any_of("about")
_SMALL = any_of(
    "article", "determiner", "of", "filler", "adjective", "about", "number", "tags.hills"
)
_A_PART = any_of("section", "split_first", "last", "walked_part")
_COUNT = NUMBERS | MEASURED[Measure.OTHER]
_BEFORE_A_COUNT = _COUNT | any_of("about", "and", "join", "included", "alongside", "accompanied")
_A_RUN = any_of("lesson", "lesson_day", "tags.comeback", "lap_each")
_ALL, _NO_MORE = any_of("whole"), any_of("no_more")
_WAY = any_of("of", "ground_lead", "place_from", "leads_to_named", "alongside", "day", "weekday")
_UP, _NOT_THERE = any_of("on", "at", "up_there"), any_of("kinds.treadmill", "day", "weekday")
_BETWEEN = MARK | any_of("included", "between", "join", "moods")

_NOT_RUN = frozenset({Stance.NO_RUN, Stance.PLAN, Stance.HYPOTHETICAL, Stance.INVITATION})
"""What of a run tells of none that walking may be a break of: "walk with the pram. Running can wait"."""


def as_walk_breaks(clauses: Sequence[Clause], stances: list[Stance]) -> list[Stance]:
    """The stances, with walking told beside running as a break of it: "8 min run, 2 min walk".

    With a distance of its own it is one where a beginner ran with some walking in it.
    """
    told = [c for c, stance in zip(clauses, stances, strict=True) if stance not in _NOT_RUN]
    ran = any(tells_run(clause) for clause in told)
    learns = any(clause.labels & _LEARNS for clause in told)
    judged = list(stances)
    far = False
    for at, clause in enumerate(clauses):
        if clause.has("walk_home") and is_how_one_got_home(clause):
            continue
        timed = at > 0 and _is_a_time_alone(clauses[at - 1])
        if stances[at] is Stance.WALK and (
            _is_a_break(clause, ran=ran, learns=learns, far=far) or (timed and _is_counted(clause))
        ):
            judged[at] = Stance.FRAGMENT
        far = far or (stances[at] in OWN and clause.labels & (DISTANCES | _A_RUN) != 0)
    return judged


def _is_a_break(clause: Clause, *, ran: bool, learns: bool, far: bool) -> bool:
    """Whether walking is a break of a run: of one told as such or learnt, or of a distance told before."""
    if ran and not clause.labels & DISTANCES:
        return True
    if clause.labels & DISTANCES or clause.labels & TIMES:
        return _has_walking_in_it(clause, learns=learns)
    return far and (_is_counted(clause) or _is_of_a_part(clause))


def _is_a_time_alone(clause: Clause) -> bool:
    """Whether a time opens a sentence and is all of its clause: "25 minutes, walked twice"."""
    alone = clause.opening and clause.end == clause.start + 1
    return alone and clause.items[clause.start].labels & DURATIONS != 0


def _is_counted(clause: Clause) -> bool:
    """Whether somebody walked so often, and nowhere: "only walked 3 times", "walked twice", "only one walk"."""
    at = clause.place("walk") + 1
    if at == clause.end and at - 1 > clause.start:
        led = clause.items[clause.start : at - 1]
        return led[-1].labels & _COUNT != 0 and all(i.labels & _BEFORE_A_COUNT for i in led)
    at += at < clause.end and clause.items[at].labels & _ONLY != 0
    if at >= clause.end or not clause.items[at].labels & _COUNTED:
        return False
    return not any(item.labels & _WAY for item in clause.items[at + 1 : clause.end])


def _is_of_a_part(clause: Clause) -> bool:
    """Whether only a part was walked: "walked most of the last one", "only walked on the bridge"."""
    at = clause.place("walk") + 1
    behind = clause.items[at : clause.end]
    if at - 1 > clause.start and clause.items[at - 2].labels & _NO_MORE:
        return (
            len(behind) > 1 and bool(behind[0].labels & _UP) and not behind[-1].labels & _NOT_THERE
        )
    if any(item.labels & _ALL for item in behind):
        return False
    parts = [n for n, item in enumerate(behind) if item.labels & _A_PART]
    if not parts or not all(_leads_to_a_part(behind, n) for n in range(parts[-1])):
        return False
    return not any(item.labels & _WAY for item in behind[parts[-1] + 1 :])


def _leads_to_a_part(behind: Sequence[Item], at: int) -> bool:
    """Whether it only says which part: "a good bit of the", "most of the"."""
    loads = behind[at].labels & UNKNOWN and behind[at + 1].labels & _OF
    return bool(loads or behind[at].labels & (_SMALL | _A_PART | _COUNT))


def _has_walking_in_it(clause: Clause, *, learns: bool) -> bool:
    """Whether some walking came with a distance: "2 km with a lot of walking in between", "2k with the walks"."""
    at = clause.place("walk")
    lead = at - 1
    told, far = learns, clause.labels & DISTANCES
    while lead > clause.start and not clause.items[lead].labels & _WITH:
        loads = clause.items[lead].labels & UNKNOWN and clause.items[lead + 1].labels & _OF
        if not (loads or clause.items[lead].labels & (_SOME | _AMOUNT)):
            return False
        counted = clause.items[lead].labels & NUMBERS  # "21 mins with two sneaky walks"
        told = told or bool(counted or (far and (loads or clause.items[lead].labels & _AMOUNT)))
        lead -= 1
    if not (told or (far and clause.items[lead].labels & _INCLUDING)):
        return False
    if not clause.measured_at or clause.measured_at[0] >= lead:
        return False
    return all(item.labels & _BETWEEN for item in clause.items[at + 1 : min(at + 3, clause.end)])
