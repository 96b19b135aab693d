"""Finds how far a run went that was to be longer: "was supposed to be 8, calf went at 3k, so 3 it is"."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import DISTANCES, NUMBERS, TIMES, Item, Measure
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_TOLD = frozenset({Role.DISTANCE, Role.TOTAL, Role.PART, Role.REPS})
_WISHES = frozenset({Stance.GOAL, Stance.HYPOTHETICAL, Stance.PLAN, Stance.NO_RUN})
_LEADS = any_of("leads_to_point")
_CUT_SHORT, _FOR = any_of("cut_short"), any_of("for_lead", "into")
_SETTLED, _WAS = any_of("settled"), any_of("looks_back")
_ENDED_UP = any_of("ended_up")
_WENT_ON = MARK | any_of(
    *("cut_short", "delta_lead", "run_past", "run_word", "progressive", "walk", "guess.verb")
)
_HOW_FAR = NUMBERS | DISTANCES
_A_WORD_AND_A_FIGURE = 2


def as_far_as_it_went(
    items: Sequence[Item], clauses: Sequence[Clause], stances: Sequence[Stance], cast: list[Cast]
) -> list[Cast]:
    """The roles with the point where a run ended as its distance, where no other is told.

    There has to be a wish that was not met ("was supposed to be 8"), and the point short of it.
    """
    wished = [m for m in cast if clauses[m.clause].has("unmet") and m.stance in _WISHES]
    own = [member for member in cast if member.stance in OWN]
    if not wished or any(member.role in _TOLD for member in own):
        return cast
    if _took_longer_than_wished(wished, own):
        return cast
    unit = max([member.quantity.unit for member in (*wished, *own)])
    ended = [member for member in own if _may_end(items, member, clauses[member.clause])]
    far = max([_so_far(member, unit) for member in wished])
    ended = [m for m in ended if far == 0 or _so_far(m, unit) < far]
    if not ended:
        return cast
    last = ended[-1]
    metres = _so_far(last, unit)
    measured = replace(
        last.quantity, measure=Measure.DISTANCE, value=metres, unit=last.quantity.unit or unit
    )
    return [
        member._replace(role=Role.DISTANCE, quantity=measured) if member is last else member
        for member in cast
    ]


def _took_longer_than_wished(wished: Sequence[Cast], own: Sequence[Cast]) -> bool:
    """Whether all of it was run, in more than the time wished for it: "wanted 4:30 at the marathon, got 4:47:30"."""
    for far in (m.quantity.value for m in wished if m.is_distance):
        hoped = [duration_over(m.quantity, far) for m in wished if m.quantity.labels & TIMES]
        took = [duration_over(m.quantity, far) for m in own if m.role is Role.TIME]
        if any(h and t and t >= h for h in hoped for t in took):
            return True
    return False


def is_only_a_stop(items: Sequence[Item], at: int) -> bool:
    """Whether the figure at `at` is where somebody stopped for something: "12 miles, stopped at 5 for water"."""
    behind = items[at + 1 : at + 2]
    if not at or not behind or not behind[0].labels & _FOR:
        return False
    lead = items[at - 1].labels
    at_a_place = lead & _LEADS and any(i.labels & _CUT_SHORT for i in items[max(0, at - 5) : at])
    return bool(lead & _CUT_SHORT or at_a_place)  # "stopped at the bakery at 15 for 2 pies"


def is_what_it_was(clause: Clause) -> bool:
    """Whether it says nothing but how far it was: "should have been 10 miles, was 6"."""
    if clause.end - clause.start != _A_WORD_AND_A_FIGURE:
        return False
    was, far = clause.items[clause.start : clause.end]
    return bool(was.labels & _WAS and far.labels & _HOW_FAR)


def _may_end(items: Sequence[Item], member: Cast, clause: Clause) -> bool:
    """Whether a figure may tell where it ended: "at 3k", "3 it is", "was 6"."""
    if member.role is Role.POINT and member.is_distance:
        return True
    if member.quantity.measure is not Measure.NUMBER or not member.place:
        return False
    if _is_an_hour_elsewhere(items[clause.start : member.place]):
        return False
    behind = items[member.place + 1 : member.place + 2]
    settled = bool(behind) and behind[0].labels & _SETTLED != 0
    return settled or items[member.place - 1].labels & _LEADS != 0 or is_what_it_was(clause)


def _is_an_hour_elsewhere(led: Sequence[Item]) -> bool:
    """Whether a number behind it is when its author was elsewhere: "ended up asleep by 8", no "ended up at 8"."""
    ended = next((at for at, item in enumerate(led) if item.labels & _ENDED_UP), len(led))
    between = led[ended + 1 : len(led) - 1]
    return bool(between) and not any(item.labels & _WENT_ON for item in between)


def _so_far(member: Cast, unit: float) -> float:
    """Metres of a distance or of a bare number in `unit` metres; 0 for a time."""
    quantity = member.quantity
    if quantity.measure is Measure.DISTANCE:
        return quantity.value
    return quantity.value * (unit or 1000.0) if quantity.measure is Measure.NUMBER else 0.0
