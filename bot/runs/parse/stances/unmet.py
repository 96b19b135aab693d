"""Finds what came of a run that was to be another: "planned 10, made it 6k", "the plan was 5. Dog came. 2.5 miles"."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.quantities import (
    DISTANCES,
    NUMBERS,
    TIMES,
    Measure,
    Quantity,
    is_day,
    is_distance,
)
from bot.runs.parse.posts.by_a_watch import is_run_by_a_watch
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.stances.cut_short import is_what_it_was
from bot.runs.parse.words.labels import Labels, any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_UNMET = any_of("unmet")
ENTERED = any_of("puts_oneself_down", "entered")
"""A label without which nobody entered a race."""

_IT = any_of("it")
MISSED = frozenset({Stance.GOAL, Stance.HYPOTHETICAL, Stance.PLAN})
"""What may be told of a run that was to be."""

_WISHES = MISSED | {Stance.INVITATION}
_IN_BETWEEN = OWN | frozenset(
    {Stance.OTHER_PERSON, Stance.LIFE, Stance.WEATHER, Stance.NO_RUN, Stance.IDIOM}
)
"""What may come between a wish and its outcome, as long as it tells no figures."""

_FIGURES = DISTANCES | NUMBERS
_RESULT = any_of("total", "settled", "in_the_end", "instead", "did", "strong_did", "run_word")
_IN_THE_END = any_of("in_the_end")
_HAPPENED = any_of("looks_back", "guess.past", "moods.positive", "moods.negative")
_BUT, _THIS = any_of("contrast"), any_of("demonstrative", "which_is")
_TOLD = any_of("did", "strong_did", "run_past")
_HOW_FAR, _WHOSE = (Measure.DISTANCE, Measure.NUMBER), any_of("determiner")
_TURNED = any_of("takes_along")
_HOPED, _SHORT = (Measure.NUMBER, Measure.CLOCK, Measure.DURATION), 5
_MERELY = any_of("about", "auxiliary", "self", "run_past", "strong_did")
_SO_IT_WAS, _SOMETHING = any_of("hence", "instead", "once_more", "contrast"), 2
_A_THING = UNKNOWN | any_of("thing", "route", "entry", "sports_path")
_ENDS = frozenset(("", ".", "!", "\n"))
_SAYS_WHAT_WAS = any_of("looks_back", "copula")


def is_what_came(before: Stance, last: Clause, clause: Clause) -> bool:
    """Whether it tells what came of the wish right before it that was not met: "planned 10, made it 6k"."""
    alone = clause.end - clause.start == 1 and bool(clause.quantities(Measure.CLOCK))
    if before is Stance.GOAL and (clause.measured or alone or clause.sentence != last.sentence):
        return True  # "target was under 70, 68:20"
    if before is Stance.GOAL and clause.has("reading") and clause.quantities(Measure.CLOCK):
        return True  # "goal was 3:59:59, the clock said 3:58:20"
    told = clause.has("did", "run_word") or (clause.has("body") and clause.has("reading"))
    told = told and bool(clause.quantities(Measure.DISTANCE))
    return before in (Stance.GOAL, Stance.PLAN) and told and last.closed_by != ":"


def is_outdone(wish: Clause, clause: Clause) -> bool:
    """Whether a watched run stands behind nothing but a time that was hoped for: "hoping for 55, 10k in 53:20"."""
    if wish.place("goal") != wish.start or clause.has("split", "at", "you"):
        return False  # "HM pace would be 5:11, so 10k splits at 51:50"
    hoped = [one for one in wish.measured_items if one.measure in _HOPED]
    short = wish.end - wish.start < _SHORT and len(hoped) == len(wish.measured_items) == 1
    return short and is_run_by_a_watch(clause)


def ends_short(before: Stance, clause: Clause) -> bool:
    """Whether it tells where a run that was to be longer ended: "calf said no at 4k", "3 it is"."""
    if before not in MISSED:
        return False
    if clause.has("settled") or is_what_it_was(clause):
        return True
    points = (
        at for at in range(clause.start + 1, clause.end) if clause.items[at].labels & _FIGURES
    )
    return any("leads_to_point" in clause.items[at - 1].meanings for at in points)


def what_came(
    clauses: Sequence[Clause], own: Sequence[Stance], carried: list[Stance]
) -> list[Stance]:
    """The stances, those of the author where a run is told behind a wish, whatever came in between.

    "Target was 60 mins, felt fresh, so total 64 mins. 9.1k", "should have been 12. Overslept. 7k".
    """
    wish: Clause | None = None
    between, came = 0, -1
    for at, clause in enumerate(clauses):
        if own[at] in _WISHES and (clause.labels & _UNMET or _is_regretted(clause)):
            wish, between = clause, 0 if not clause.labels & _BUT else clause.labels
        elif wish is None or own[at] not in OWN:
            wish = (
                wish if own[at] in _IN_BETWEEN and not clause.labels & (DISTANCES | TIMES) else None
            )
        elif (
            came == clause.sentence
            or _tells_what_came(wish, clause, between)
            or _is_all_that_came(wish, clause)
        ):
            came = clause.sentence
            if carried[at] not in OWN:
                carried[at] = own[at]
        between |= clause.labels
    return carried


def _is_regretted(clause: Clause) -> bool:
    """Whether something that was done might have been otherwise: "should've stayed home", but no figure of it."""
    at = clause.place("regret") + 1
    if at >= clause.end or clause.measured_items:
        return False
    return clause.items[at].labels & (_HAPPENED | _TOLD) != 0


def _tells_what_came(wish: Clause, clause: Clause, between: Labels) -> bool:
    """Whether a figure is told as the outcome, or a distance behind what happened, or in another sentence."""
    if clause.labels & _RESULT and clause.labels & (_FIGURES | TIMES):
        return clause.labels & (DISTANCES | TIMES) != 0 or clause.labels & _IN_THE_END != 0
    if not clause.labels & DISTANCES:
        return False
    if clause.sentence != wish.sentence:
        return not clause.labels & _SAYS_WHAT_WAS
    return between & (_HAPPENED | _TURNED) != 0 and clause.closed_by != ":"


def _is_all_that_came(wish: Clause, clause: Clause) -> bool:
    """Whether a clause behind what came between is all figure: "meant to do 10k, dog had other ideas, 5k"."""
    if any(day.value > 0 for day in wish.quantities(Measure.DAY)) or _is_for_a_thing(wish):
        return False
    between = clause.items[wish.end : clause.start]
    if len(between) < _SOMETHING or any(isinstance(item, Quantity) for item in between):
        return False  # "supposed to be 15k with the group, only 3 came, 5"
    if clause.closed_by not in _ENDS:
        return False
    distances = (wish.labels | clause.labels) & DISTANCES
    return bool(distances and wish.labels & _FIGURES) and is_only_a_figure(clause)


def _is_for_a_thing(wish: Clause) -> bool:
    """Whether a figure only says what thing was wished for: "wanted a 6 mile route"."""
    return any(
        item.labels & _FIGURES and behind.labels & _A_THING
        for item, behind in pairwise(wish.items[wish.start : wish.end])
    )


def is_only_a_figure(clause: Clause) -> bool:
    """Whether nothing but a distance or a bare number is told: "so 9", "7 instead", "7 again"."""
    told = [i for i in clause.items[clause.start : clause.end] if not i.labels & _SO_IT_WAS]
    return len(told) == 1 and told[0].labels & _FIGURES != 0 and told[0].text[0].isdigit()


def as_finished(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, a report where an entry was run: "entered a 10k for a dare and somehow finished it"."""
    for at, clause in enumerate(clauses[1:], 1):
        entered = clauses[at - 1]
        if own[at - 1] is not Stance.PLAN or not entered.labels & ENTERED or clause.opening:
            continue
        last = clause.items[clause.start : clause.end][-2:]
        done = len(last) > 1 and last[0].labels & _TOLD and last[1].labels & _IT
        if done and entered.labels & DISTANCES and not clause.measured_items:
            own[at - 1] = Stance.REPORT
    return own


def is_told_with_its_wish(clause: Clause) -> bool:
    """Whether a distance opens it, and what that was to be ends it: "13.1 was meant to be 10"."""
    at = clause.place("was_to_be")
    if at >= clause.end - 1 or not is_distance(clause.items[clause.start]):
        return False
    led = clause.items[clause.start + 1 : at]
    wish = clause.items[clause.end - 1]
    days = all(is_day(item) or item.labels & _THIS for item in led)
    wished = isinstance(wish, Quantity) and wish.measure in _HOW_FAR
    return days and wished and at == clause.end - 2


def is_what_it_was_to_be(clause: Clause) -> bool:
    """Whether a watched run came in place of what was planned: "8k in 44:10 instead of the 12 planned"."""
    at = clause.place("delta_lead")
    if not clause.measured or at > clause.place("plan") or clause.measured_at[0] > at:
        return False
    unmet = clause.items[min(clause.place("plan"), clause.end - 1)].labels & _UNMET
    return unmet != 0 and is_run_by_a_watch(clause)


def is_what_was_left_of_it(clause: Clause) -> bool:
    """Whether it is how far a run went that was to be longer: "only 9k of the planned 14", but "raised 9k of it".

    The plan may stand behind as well: "8.2k of the 10k I'd planned".
    """
    of = clause.place("out_of")
    run = clause.items[of - 1] if clause.start < of < clause.end else None
    if not is_distance(run) or not all(
        i.labels & _MERELY for i in clause.items[clause.start : of - 1]
    ):
        return False
    behind = [item for item in clause.items[of + 1 : clause.end] if not item.labels & _WHOSE]
    figures = [item for item in behind if isinstance(item, Quantity) and not is_day(item)]
    behind = [item for item in behind if not (is_day(item) and item.is_over)]
    if len(figures) != 1 or figures[0].measure not in _HOW_FAR:
        return False
    return all(item in figures or item.labels & _UNMET for item in behind)


def is_told_behind_its_run(clause: Clause) -> bool:
    """Whether a goal that was stands behind distance and time: "10k 47:10 Goal was 48"."""
    at = clause.place("goal")
    told = [i for i in clause.items[clause.start : at] if isinstance(i, Quantity)]
    timed = {i.measure for i in told} >= {Measure.DISTANCE, Measure.CLOCK}
    return timed and clause.items[at].labels & _UNMET != 0
