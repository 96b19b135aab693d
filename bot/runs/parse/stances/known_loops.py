"""Tells that a loop is named as long as it is known to be, since no device measured it: "it's a 10k loop, 58 min"."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DISTANCES, TIMES, Measure
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.exactly import at_a_runners_pace
from bot.runs.parse.words.labels import any_of

_RAN, _WHICH, _I = any_of("run_past"), any_of("question"), any_of("subject")
_ALL_OF_IT = any_of("it", "of_it", "whole", "object")
_SAYS_SO = frozenset({Stance.STATEMENT, Stance.ANNOUNCEMENT, Stance.SOFTWARE})
_IN_THE_WAY = frozenset(
    {Stance.PLAN, Stance.QUESTION, Stance.WALK, Stance.INVITATION, Stance.HYPOTHETICAL}
)
UNMEASURED = any_of("device", "free", "unplugged")
"""Labels without any of which no device is told of that measured nothing."""

_READS = any_of("reading", "map", "to_come", "seeks", "needed", "announce", "pb")
_GONE = any_of("free", "unplugged", "looks_back", "guess.past", "no_run", "moods.negative", "exact")
_SET = any_of("to_come", "announce", "tags.group", "bunch", "goal", "pb", "seeks")
_SET_ELSEWHERE = _SET & ~any_of("announce")
"""Of the clause that says how long a course is, which is announced in the same words."""

TOOK = any_of("in_time", "looks_back")
_DEVICE, _SAID = any_of("device"), any_of("reading")
_NEARLY = 0.1
"""Of a way, by which a device may be wrong about it."""

_A_WAY = any_of("run_noun", "route", "circuit", "total", "map")


def as_known_loops(clauses: Sequence[Clause], own: Sequence[Stance]) -> list[Stance]:
    """The stances, a fragment for how long a loop is that was timed after a device gave out.

    "Garmin packed in at 4k but it's a 10k loop and the church clock says 58 min".
    """
    told = list(own)
    if not _IN_THE_WAY.isdisjoint(own):
        return told
    for at, clause in enumerate(clauses):
        if told[at] not in _SAYS_SO or not clause.labels & _A_WAY:
            continue
        far = clause.quantities(Measure.DISTANCE)
        if len(far) != 1:
            continue
        wrong = _gave_out(clauses[:at], own) or _was_nearly_right(clauses, at, far[0].value)
        if wrong and _is_timed(clauses, own, at):
            told[at] = Stance.FRAGMENT
    return told


def as_ways_run(clauses: Sequence[Clause], own: Sequence[Stance]) -> list[Stance]:
    """The stances, a fragment for how long a way is that was run: "it's 6k to my sister's and I ran it".

    A map may tell it behind: "ran to the pier and back, which the map says is 4 km".
    """
    told = list(own)
    for at, clause in enumerate(clauses):
        if own[at] is not Stance.STATEMENT or len(clause.measured_items) != 1:
            continue
        if not clause.quantities(Measure.DISTANCE):
            continue
        if _took_so_long(clause, clauses[at + 1 : at + 2]):
            told[at] = Stance.FRAGMENT
            continue
        here = [n for n, one in enumerate(clauses) if one.sentence == clause.sentence]
        ran = [n for n in here if own[n] is Stance.REPORT and clauses[n].labels & _RAN]
        if any(_is_run_whole(clauses[n]) for n in ran if n == at + 1) or (
            any(n < at for n in ran) and _says_how_long_that_is(clause)
        ):
            told[at] = Stance.FRAGMENT
    return told


def _took_so_long(clause: Clause, behind: Sequence[Clause]) -> bool:
    """Whether the time that it took the author is told next: "round the bay is 8.8km and it took me 50:05"."""
    if not behind or not any(
        i.labels & TOOK == TOOK for i in behind[0].items[behind[0].start : behind[0].end]
    ):
        return False
    return at_a_runners_pace([clause, *behind], [0, 1], clocks=True)


def _is_run_whole(clause: Clause) -> bool:
    """Whether the author ran it or all of it, and nothing is said behind: "and I ran it"."""
    at = clause.place("run_past")
    behind = clause.items[at + 1 : clause.end]
    if not behind or clause.measured_items or not clause.items[at - 1].labels & _I:
        return False
    return all(item.labels & _ALL_OF_IT for item in behind)


def _says_how_long_that_is(clause: Clause) -> bool:
    """Whether "which" opens it and a map or a device says so: "which google says is 1.5 km"."""
    which = clause.items[clause.start].labels & _WHICH
    return bool(which) and clause.has("reading") and clause.has("copula")


def _gave_out(before: Sequence[Clause], own: Sequence[Stance]) -> bool:
    """Whether a device is told of that reads nothing."""
    judged = zip(before, own, strict=False)
    return any(
        one.labels & UNMEASURED
        and not one.labels & _READS
        and (one.labels & _GONE or one.measured_items)
        and stance in OWN
        for one, stance in judged
    )


def _was_nearly_right(clauses: Sequence[Clause], at: int, metres: float) -> bool:
    """Whether a device made it nearly as far: "phone said 8.3k but the loop is 8k, 44:05"."""
    if any(clause.labels & DISTANCES for clause in clauses[at + 1 :]):
        return False
    told = [c for c in clauses[:at] if c.labels & _DEVICE and c.labels & _SAID and not c.measured]
    read = [one for clause in told for one in clause.quantities(Measure.DISTANCE)]
    return any(abs(one.value - metres) <= _NEARLY * metres for one in read)


def _is_timed(clauses: Sequence[Clause], own: Sequence[Stance], at: int) -> bool:
    """Whether a time that fits the distance is told with it or right behind."""
    far = clauses[at].quantities(Measure.DISTANCE)[0].value
    near = [n for n in range(at, min(at + 3, len(clauses))) if n == at or own[n] in OWN]
    set_for = (
        clauses[n].labels & (_SET if n != at else _SET_ELSEWHERE) for n in (*range(at), *near)
    )
    if any(set_for):
        return False
    times = [one for n in near for one in clauses[n].measured_items if one.labels & TIMES]
    return far > 0 and any(duration_over(time, far) is not None for time in times)
