"""Tells whether a clause speaks of what its author always does."""

from collections.abc import Sequence
from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import TIMES, Measure, Quantity, is_day, is_distance
from bot.runs.parse.posts.clauses import Clause
from bot.runs.parse.posts.stance import OWN, Stance
from bot.runs.parse.words.labels import any_of

_ALONG, _WHO = any_of("ground_lead", "circuit", "way"), any_of("person", "subject", "name")
_FELT = any_of("moods.positive", "moods.negative")
_OF = any_of("of")
_A_DAY_S, _QUARTER_S = 24 * 60, 15
"""Seconds from which on a clock is no hour of a day, and those whose multiples hours are told in."""

_DETERMINERS = frozenset(("determiner", "article"))


def habit(clause: Clause) -> bool:
    """Whether it is what somebody always does: "I do 10k every Sunday"."""
    days = clause.quantities(Measure.DAY)
    if clause.has("i_do") and not days and _is_done_always(clause):
        return True
    if clause.has("i_run") and clause.has("roughly") and not days:
        return True  # "I run 5k in about 30 min"
    if clause.has("i_run") and clause.has("business"):
        return True  # "I run a 5k training plan business"
    if not clause.has("habit") or _is_of_its_way(clause) or _is_what_it_felt_like(clause):
        return False
    if _is_full_of_something(clause):
        return False
    return not days or (not clause.measured and all("habit" in day.meanings for day in days))


def _is_full_of_something(clause: Clause) -> bool:
    """Whether a day is told by what it was full of: "25k on Sunday and then a day of stairs"."""
    at = clause.place("habit")
    return at + 1 < clause.end and clause.items[at + 1].labels & _OF != 0


def _is_of_its_way(clause: Clause) -> bool:
    """Whether it is told of a place behind a distance: "4k along the canal he used to fish"."""
    at = clause.place("habit")
    far = clause.measured_at[0] if clause.measured_at else at
    if far >= at or not is_distance(clause.items[far]):
        return False
    led = clause.items[far + 1 : at]
    return any(i.labels & _ALONG for i in led[:1]) and bool(led[-1].labels & _WHO)


def _is_what_it_felt_like(clause: Clause) -> bool:
    """Whether only what its author felt was a habit: "I used to hate this hill"."""
    at = clause.place("habit")
    behind = clause.items[at + 1] if at + 1 < clause.end else None
    felt = behind is not None and behind.labels & _FELT != 0
    return felt and not (clause.measured_items or clause.has("weekday", "day"))


def _is_done_always(clause: Clause) -> bool:
    """Whether a figure follows "I do": "I do 2:01 for a half", "I do a 10k in about an hour"."""
    behind = clause.items[clause.place("i_do") + 1 : clause.end]
    while behind and not _DETERMINERS.isdisjoint(behind[0].meanings):
        behind = behind[1:]
    return bool(behind) and isinstance(behind[0], Quantity)


def as_of_one_day(clauses: Sequence[Clause], own: list[Stance]) -> list[Stance]:
    """The stances, those of a run where a habit has its time of a day behind: "always 10k, today 52:16"."""
    told = list(own)
    for at, (habit_, clause) in enumerate(pairwise(clauses)):
        if own[at] is Stance.HABIT and own[at + 1] in OWN and _is_its_time_today(habit_, clause):
            told[at] = told[at + 1] = Stance.FRAGMENT
    return told


def _is_its_time_today(habit_: Clause, clause: Clause) -> bool:
    """Whether the next clause is but a day that is gone and the time over the only distance of the habit."""
    far = habit_.quantities(Measure.DISTANCE)
    day, *behind = clause.items[clause.start : clause.end]
    if len(far) != 1 or habit_.labels & TIMES or not far[0].value or len(behind) != 1:
        return False
    time = behind[0]
    if not (is_day(day) and day.is_over and isinstance(time, Quantity)):
        return False
    if time.measure is not Measure.CLOCK or duration_over(time, far[0].value) is None:
        return False
    return time.value >= _A_DAY_S or time.value % _QUARTER_S != 0  # but "today 18:30"
