"""Tells the times of repeats, of rests and walks between what was run, and those that became others."""

from itertools import pairwise

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.figures.quantities import (
    DISTANCES,
    DURATIONS,
    REPEATS,
    TIMES,
    Measure,
    Quantity,
    is_distance,
)
from bot.runs.parse.roles.surroundings import View
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import UNKNOWN

_WALKED = any_of("walk", "run_walk")
_JOGGED = any_of("run_word", "run_verb")
_STRETCHES = (Measure.DURATION, Measure.NUMBER)
_LONGEST_STRETCH_S = 900
_HOUR_S = 3600
_LONGEST_REST_S = 300
_BETWEEN, _BECOMES = any_of("between"), any_of("becomes")
_OF = any_of("of")
_RUN = any_of("run_noun", "run_word", "kinds")
_OF_A_RUN = _RUN | any_of("effort", "tags", "part")
_ON, _OFF = any_of("on"), any_of("rest")
_THEN, _WITH = any_of("then"), any_of("accompanied")
_FOR, _DOING = any_of("for_lead"), any_of("walk", "walk_home", "life", "neutral", "guess.past")
_RUNNING, _A_FEW = _RUN | any_of("run_past", "walk") | DISTANCES, 3
_MOVING = _JOGGED | _RUN | any_of("run_past", "did") | DISTANCES


def is_rest(view: View) -> bool:
    """Whether it is a rest, and no "recovery jog"."""
    if not (view.after("rest") or view.before("rest")) or _is_too_long_for_one(view):
        return False
    return not (
        view.before("kinds.recovery") or view.after("kinds.recovery") or _is_far_rather(view)
    )


def _is_too_long_for_one(view: View) -> bool:
    """Whether a long time belongs to no repeats: "6k in 35:40 between two calls", "1:22:47 off no sleep"."""
    behind = view.items[min(view.at + 1, len(view.items) - 1)]
    timed = view.quantity.measure is Measure.CLOCK or behind.labels & _BETWEEN
    if view.after("stops") and _seconds(view) >= _HOUR_S:
        return True  # "1h58 con sosta fontanella"
    return bool(timed) and _seconds(view) >= _LONGEST_STRETCH_S


def _seconds(view: View) -> float:
    """The longest that a time may stand for."""
    return max(view.quantity.options, default=view.quantity.value)


def _is_far_rather(view: View) -> bool:
    """Whether a number is hardly so many minutes of rest: "4.9 between meetings", "snuck in 5 between calls"."""
    tenths = not view.quantity.options
    return view.quantity.measure is Measure.NUMBER and (tenths or view.before("fits_in"))


def is_of_a_repeat(view: View) -> bool:
    """Whether it is what each of some repeats took, or a jog between them: "12x400, 84s each", "5x800m, 90s jog"."""
    if not view.told & REPEATS:
        return False
    if view.after("both") and _paceable_for_a_piece(view.quantity):
        return True
    short = view.quantity.measure is Measure.DURATION and view.quantity.value <= _LONGEST_REST_S
    return short and not view.before("total") and not view.after("total")


def _paceable_for_a_piece(quantity: Quantity) -> bool:
    """Whether it is short enough for one of several repeats."""
    return (quantity.options[0] if quantity.options else quantity.value) <= _LONGEST_STRETCH_S


def is_walk_break(view: View) -> bool:
    """Whether it is a stretch of a walk-run: "8 min running, 2 min walking"."""
    short = view.quantity.measure is Measure.DURATION and view.quantity.value <= _LONGEST_STRETCH_S
    walks = view.clause.has("walk", "run_walk")
    return short and walks and view.clause.has("run_word", "run_noun", "run_verb", "run_past")


def is_stretch_between_walks(view: View) -> bool:
    """Whether it is one of several stretches with walks between: "10 min run, 3 walk, 10 run"."""
    if not view.told & _WALKED or view.quantity.measure is not Measure.DURATION:
        return False
    if view.quantity.value > _LONGEST_STRETCH_S:
        return False
    counted = [
        behind.labels
        for item, behind in pairwise(view.items)
        if isinstance(item, Quantity) and item.measure in _STRETCHES
    ]
    runs = sum(labels & _JOGGED != 0 for labels in counted)
    if not any(labels & _WALKED for labels in counted):
        return False
    return runs > 1 or _is_in_a_longer_time(view)


def _is_in_a_longer_time(view: View) -> bool:
    """Whether the whole was told before, and a run by turns here: "Half an hour. 1 min run, 1 min walk"."""
    if not view.after("run_word") or view.quantity.value > _LONGEST_REST_S:
        return False
    told = (item for item in view.items[: view.at] if item.labels & DURATIONS)
    return any(isinstance(t, Quantity) and t.value > _LONGEST_STRETCH_S for t in told)


def is_of_what_came_next(view: View) -> bool:
    """Whether it is how long something else took behind the run: "5 km and then one hour of gossip with Niamh"."""
    led, behind = view.items[max(0, view.at - 2) : view.at], view.items[view.at + 1 : view.at + 4]
    if _was_done_next(view):
        return True
    if behind and behind[0].labels & _WALKED and any(item.labels & _THEN for item in led):
        return True  # "8k, then an hour walking the dog"
    if len(behind) < 2 or not behind[0].labels & _OF:
        return False
    with_somebody = behind[-1].labels & _WITH and not behind[1].labels & _OF_A_RUN
    if not (behind[1].labels & UNKNOWN or with_somebody):
        return False
    return any(item.labels & _THEN for item in led)


def _was_done_next(view: View) -> bool:
    """Whether something else than running was then done for so long: "5 mile run then walked the dog for an hour"."""
    clause, at = view.clause, view.at
    then = clause.place("then")
    if not then < at - 2 or then > clause.start + 1 or not view.items[at - 1].labels & _FOR:
        return False
    done = view.items[then + 1 : at - 1]
    if not done[0].labels & _DOING or any(
        item.labels & _MOVING and not item.labels & _WALKED for item in done
    ):
        return False
    return any(is_distance(item) for item in view.items[: clause.start])


def is_run_by_turns(view: View) -> bool:
    """Whether it is what is run before a rest as told right behind it: "1 min on 1 min off"."""
    behind = view.items[view.at + 1 : view.at + 5]
    if len(behind) < 3 or not behind[0].labels & _ON:
        return False
    rest = next((at for at in (1, 2) if isinstance(behind[at], Quantity)), 0)
    return rest > 0 and len(behind) > rest + 1 and behind[rest + 1].labels & _OFF != 0


def is_of_another_doing(view: View) -> bool:
    """Whether something else is told to have gone on for so long as no run of the distance takes.

    "10k done, couldn't speak for five minutes", but not "10k. Out for five minutes".
    """
    clause = view.clause
    if view.at - clause.start < _A_FEW or not view.items[view.at - 1].labels & _FOR:
        return False
    if clause.labels & _RUNNING or view.quantity.measure is not Measure.DURATION:
        return False
    far = [item.value for item in view.items[: clause.start] if is_distance(item)]
    return bool(far) and all(duration_over(view.quantity, metres) is None for metres in far)


def becomes_another_time(view: View) -> bool:
    """Whether it became the time right behind it: "60 mins ended up as 65"."""
    became, *took = [item.labels for item in view.items[view.at + 1 : view.at + 3]] or [0]
    return became & _BECOMES != 0 and any(labels & TIMES for labels in took)
