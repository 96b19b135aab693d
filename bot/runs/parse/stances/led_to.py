"""Tells whether a clause only says what led to the run behind it: "because the gym was full, 8k 44:10"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import TIMES, Measure, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import timed
from bot.runs.parse.words.labels import any_of

LEADING = any_of("subordinate", "hence")
"""Labels without any of which in its clause or the first of the post nothing leads to a run."""

_HENCE, _SUBORDINATE, _WITH = (
    any_of("hence"),
    any_of("subordinate"),
    any_of("alongside", "accompanied"),
)
_SMALL = any_of(
    "hence", "adjective", "kinds", "interjection", "about", "article", "effort", "contrast"
)
_FIGURES = (Measure.DISTANCE, Measure.CLOCK, Measure.PACE, Measure.REPS)
_BORNE = frozenset({Stance.OTHER_SPORT, Stance.TRAVEL})
_TOLD_ON_A_DAY = _BORNE | {
    Stance.SOFTWARE,
    Stance.SHOES,
    Stance.WATCHING,
    Stance.PAST,
    Stance.LIFE,
    Stance.OTHER_PERSON,
}
"""Stances of what leads to a run that a day alone tells to be over."""

_IN_A_TIME = _TOLD_ON_A_DAY | {Stance.ANNOUNCEMENT, Stance.INVITATION, Stance.HABIT, Stance.GOAL}
_BRISK, _EASY = 230, 540
"""Seconds per kilometre between which most run, and hardly anybody rides."""

_MEANWHILE, _PERSON = any_of("meantime"), any_of("person")
_ALONG, _OUTDOORS = any_of("ground_lead"), any_of("outdoors")
_ON_WHEELS = any_of("travel", "sport")
_SEVERAL_WORDS = 5


def is_led_to(clauses: Sequence[Clause], own: Sequence[Stance], at: int, before: Stance) -> bool:
    """Whether a run opens the clause at `at`, and what stands before it, judged as `before`, only led to it."""
    clause = clauses[at]
    first = at
    while first and clauses[first - 1].sentence == clause.sentence:
        first -= 1
    hence = clause.items[clause.start].labels & _HENCE != 0
    if not (first < at and (hence or _is_subordinate(clauses[first], before))):
        return False
    led = clauses[first:at]
    if any(one.quantities(*_FIGURES) for one in led) or not opens_with_a_distance(clause):
        return False
    if before is Stance.OTHER_PERSON:
        if not (hence and any(one.of_its_author for one in led)):
            return False
    elif before not in _IN_A_TIME:
        return False
    return _is_run_in_a_time(clauses, own, at, before) or (
        before in _TOLD_ON_A_DAY and clause.surely_over
    )


def _is_subordinate(clause: Clause, before: Stance) -> bool:
    """Whether it says why or beside what: "since he hogged the bike", but not "with the bike"."""
    first = clause.items[clause.start].labels
    if not first & _SUBORDINATE:
        return False
    if first & _MEANWHILE:
        return any(item.labels & _PERSON for item in clause.items[clause.start + 1 :][:3])
    brief = first & _WITH or before is Stance.PAST
    return not brief or clause.end - clause.start >= _SEVERAL_WORDS


def opens_with_a_distance(clause: Clause) -> bool:
    """Whether a distance opens it, over small words: "an easy 8k"."""
    for item in clause.items[clause.start : clause.end]:
        if is_distance(item):
            return True
        if not item.labels & _SMALL:
            return False
    return False


def _is_run_in_a_time(
    clauses: Sequence[Clause], own: Sequence[Stance], at: int, before: Stance
) -> bool:
    """Whether a time stands with the distance that fits, and that no ride takes."""
    pair = [at]
    if not clauses[at].labels & TIMES:
        pair += [n for n in (at + 1,) if n < len(clauses) and own[n] in OWN]
    if len({clauses[n].sentence for n in pair}) != 1 or not timed(clauses, pair):
        return False
    if before not in _BORNE:
        return True
    metres = clauses[at].quantities(Measure.DISTANCE)[0].value
    times = [one for n in pair for one in clauses[n].measured_items if one.labels & TIMES]
    seconds = duration_over(times[0], metres)
    return seconds is not None and _BRISK <= seconds * 1000 / metres <= _EASY


def leads_along_from_there(last: Clause, clause: Clause) -> bool:
    """Whether a way on foot is told behind a drive to where it is: "Drove to the coast. 10k along the front"."""
    if not clause.opening or last.measured_items or not last.has("drove", "moved_by"):
        return False
    far, *behind = clause.items[clause.start : clause.end]
    along = behind and behind[0].labels & _ALONG and not clause.labels & _ON_WHEELS
    return is_distance(far) and bool(along) and any(i.labels & _OUTDOORS for i in behind[1:3])
