"""Gives a run the time that stands alone behind it, in minutes or with a dot: "8k. 42. Windy", "Monday. 7. 63.40."."""

from collections.abc import Sequence

from bot.runs.parse.figures.quantities import Item, Measure, Quantity
from bot.runs.parse.posts.casting import Cast, Role
from bot.runs.parse.roles.bare_leads import goes_on, is_habitual, phrase_around
from bot.runs.parse.roles.bare_runs import is_a_run
from bot.runs.parse.roles.behind import are_numbers_of_days
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_BESIDE = frozenset({Role.DAY, Role.CLIMB, Role.OTHER, Role.DENIED})
_FAR = frozenset({Role.DISTANCE, Role.OPEN})
_DONE = any_of("strong_did")
_FOR = any_of("race_lead")
_KILOMETRE = 1000.0
_PACES = {True: (205, 540), False: (330, 870)}
"""Seconds that a kilometre usually takes, and a mile."""

_TWO_PAIRS = 4
_NEAR = 2
_DAY_MIN = 24 * 60
_NO_END = frozenset("?/")


def with_time_alone(items: Sequence[Item], cast: Sequence[Cast], unit: float) -> Sequence[Cast]:
    """The roles, where a number alone between marks is a usual time of the only run, that of its time."""
    told = [member for member in cast if member.role not in _BESIDE]
    if len(told) >= _TWO_PAIRS:
        return _with_times_of_days(items, cast, told, unit)
    if len(told) != 2 or told[0].role not in _FAR or told[1].role is not Role.OPEN:
        return cast
    far, time = told
    if not _stands_alone(items, time) or not _is_usual(far.quantity, time.quantity, unit):
        return cast
    timed = [one._replace(role=Role.TIME) if one is time else one for one in cast]
    if far.role is Role.DISTANCE:
        return timed
    told_to_the_second = len(time.quantity.options) == 2
    # Mere minutes make no run of a number: it has to be one without them.
    beside = timed if told_to_the_second else [one for one in cast if one is not time]
    return timed if is_a_run(items, far, beside) else cast


def _with_times_of_days(
    items: Sequence[Item], cast: Sequence[Cast], told: Sequence[Cast], unit: float
) -> Sequence[Cast]:
    """The roles, where days are listed, each with a number and its time: "Mon 5 27.31, Wed 7 40.18"."""
    runs, times = told[::2], told[1::2]
    if len(runs) != len(times) or any(one.role is not Role.OPEN for one in told):
        return cast
    for run, time in zip(runs, times, strict=True):
        near = time.place - run.place <= _NEAR and len(time.quantity.options) == 2
        if not near or not _is_usual(run.quantity, time.quantity, unit):
            return cast
    timed = [one._replace(role=Role.TIME) if one in times else one for one in cast]
    return timed if are_numbers_of_days(items, timed) else cast


def is_for_its_time(items: Sequence[Item], member: Cast, cast: Sequence[Cast], unit: float) -> bool:
    """Whether its time is told before it, and it ends its phrase: "43:30 for the usual 7"."""
    _, behind = phrase_around(items, member.place)
    at = member.place - 1
    while at > 0 and is_habitual(items[at]) and not items[at].labels & _FOR:
        at -= 1
    if at < 1 or not items[at].labels & _FOR or not goes_on(behind):
        return False
    time = next((one for one in cast if one.place == at - 1), None)
    if time is None or time.role is not Role.TIME:
        return False
    return time.quantity.measure is Measure.CLOCK and _is_usual(
        member.quantity, time.quantity, unit
    )


def _stands_alone(items: Sequence[Item], time: Cast) -> bool:
    """Whether marks stand on both sides, or the post ends, and nothing is asked; also "5k done 34.10"."""
    before, behind = items[time.place - 1], items[time.place + 1 : time.place + 2]
    done = before.labels & _DONE and len(time.quantity.options) == 2
    if not (done or before.labels & MARK) or before.text in _NO_END:
        return False
    return not behind or (behind[0].labels & MARK != 0 and behind[0].text not in _NO_END)


def _is_usual(far: Quantity, time: Quantity, unit: float) -> bool:
    """Whether people mostly take so long for so far, and it is no hour of the day: 19.30."""
    if not time.options:
        return False
    if far.measure is Measure.NUMBER:
        per, units = unit or _KILOMETRE, far.value
    else:
        per = far.unit if far.unit >= _KILOMETRE else _KILOMETRE
        units = far.value / per
    seconds = time.options[0]
    an_hour = len(time.options) == 2 and seconds < _DAY_MIN and not seconds % 5
    least, most = _PACES[per == _KILOMETRE]
    return not an_hour and least * units <= seconds <= most * units
