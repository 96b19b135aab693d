"""Tells what an m behind a number stands for: metres, minutes or miles."""

from collections.abc import Iterator

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Source
from bot.runs.parse.words.labels import Labels, any_of, joined
from bot.runs.parse.words.lexicon import FIGURE, UNKNOWN

_CLOCKS = {Form.CLOCK, Form.LONG_CLOCK}
_HOUR = 3600
_MOST_MILES = 30
_IN, _AT = any_of("in_time"), any_of("at")
_RAN, _RUN = any_of("run_past"), any_of("run_word")
_EASY = any_of("kinds.easy", "kinds.recovery", "kinds.long")
_CLIMB = any_of("climb")
_LEADS_A_TIME = any_of("in_time", "reps_word", "time_unit", "rest")
_OF_MINUTES = any_of("rest", "walk", "run_walk", "reps_word", "run_past", "part", "negation")
_BY_TURNS = any_of("rest", "walk", "run_walk", "reps_word")
_LONG, _REST = any_of("kinds.long"), any_of("rest")
_FAR_UNSAID = 13
"""Miles up to which an "m" without a time beside it is taken for one."""

_FASTEST_MILE, _SLOWEST_MILE = 240, 1000
_BETWEEN = frozenset((",", "|", "-", "/", "\n"))
_MOST_BETWEEN = 4
_SEEN_AS_FAR = any_of("seen_as_far")
_FEET = 0.3048
_LEAST_METRES = 100
_LEAST_CLIMB = 10
"""Metres; "+2m" are rather minutes."""


def means_metres(source: Source, unit_at: int, numeral: Numeral) -> bool:
    """Whether the m behind a number stands for metres: 400m and, but in English, 8.000 m do, 35m does not."""
    if source.texts[unit_at] != "m":
        return False
    if any("climb" in source.meanings[unit_at - back] for back in (2, 3)):
        return True
    if source.labels[unit_at - numeral.width - 1] & _SEEN_AS_FAR:
        return True
    if numeral.value >= _LEAST_CLIMB and is_signed(source, unit_at - numeral.width):
        return True
    grouped = (numeral.other or 0) if source.dotted_dates else 0
    return max(numeral.value, grouped) >= _LEAST_METRES or bool(
        source.meanings[unit_at + 1].keys() & {"climb", "descent"}
    )


def is_signed(source: Source, at: int) -> bool:
    """Whether a plus is glued before the number at `at`, as before what was climbed: "8k +63m"."""
    return source.texts[at - 1] == "+" and source.attached(at)


def are_miles(source: Source, unit_at: int, numeral: Numeral) -> bool:
    """Whether the m behind a number stands for miles: by the time behind it ("6m 54:10"), or as its author counts."""
    if not 2 <= numeral.value <= _MOST_MILES or "capital_unit" not in source.meanings[unit_at]:
        return False
    if numeral.form is Form.DECIMAL and _are_decimal_miles(source, unit_at, numeral):
        return True
    if unit_at + 1 >= len(source.lexemes) or not _is_timed_as_miles(source, unit_at + 1, numeral):
        if source.labels[unit_at + 1] & _EASY and _is_the_only_figure(source):
            return _is_all_there_is(source, unit_at, numeral, _OF_MINUTES & ~_REST)
        return source.in_miles and _is_all_there_is(source, unit_at, numeral, _OF_MINUTES)
    return True


def _is_the_only_figure(source: Source) -> bool:
    """Whether no other figure is told, as it is of a session: "3m easy today", but "5m easy, 10m hard"."""
    return sum([labels & FIGURE != 0 for labels in source.labels]) == 1


def _is_timed_as_miles(source: Source, behind: int, numeral: Numeral) -> bool:
    """Whether a time follows that so many miles take: "6m in 54 mins", "6m 54:10", "7m, 58 mins"."""
    led = source.labels[behind] & _IN != 0
    start = _behind(source, behind + led)
    time = source.numeral(start) if start < len(source.lexemes) else None
    if time is None:
        return False
    unit = source.meanings[start + time.width].get("time_unit") if time.form is Form.WHOLE else 1
    spelt = len(source.texts[start + time.width]) > 1
    if not unit or not (led or spelt or time.form in _CLOCKS):
        return False
    return _FASTEST_MILE <= time.value * unit / numeral.value <= _SLOWEST_MILE


def _is_all_there_is(source: Source, unit_at: int, numeral: Numeral, of_minutes: Labels) -> bool:
    """Whether an "8m" of somebody who counts in miles is no time: "8m stdy", but "5k, 28m", "5m jog 1m walk"."""
    lead = source.labels[unit_at - numeral.width - 1]
    if lead & _LEADS_A_TIME or (
        source.labels[unit_at + 1] & FIGURE and source.attached(unit_at + 1)
    ):
        return False
    told = joined(source.labels)
    if told & of_minutes or (numeral.value > _FAR_UNSAID and not told & _LONG):
        return False
    far = (meanings.get("distance_unit", 0) for meanings in source.meanings)
    return not any(metres >= 1000 for metres in far)


def _are_decimal_miles(source: Source, unit_at: int, numeral: Numeral) -> bool:
    """Whether 6.5m are miles: they were run, or a time or a pace follows that fits: "6.5m, 1100ft, 1hr 12"."""
    by_turns = joined(source.labels) & _BY_TURNS
    if source.labels[unit_at - numeral.width - 1] & _RAN or source.labels[unit_at + 1] & _RUN:
        return not by_turns  # "2.5m run, 1m walk"
    said = source.labels[unit_at + 1] & UNKNOWN == 0  # but "6.5m ladder needed, 1hr job"
    if said and any(
        _is_far_on(source, comma, numeral.value) for comma in _commas(source, unit_at + 1)
    ):
        return not by_turns  # "9.8m tonight with the club, 1hr 22mins"
    start = _behind(source, unit_at + 1)
    at = start < len(source.lexemes) and source.labels[start] & _AT != 0
    led = source.labels[start] & _IN != 0
    if start + (at or led) >= len(source.lexemes):
        return False
    miles = 1.0 if at else numeral.value
    told = _seconds_at(source, start + (at or led), led)
    return any(_FASTEST_MILE <= seconds / miles <= _SLOWEST_MILE for seconds in told)


def _commas(source: Source, start: int) -> Iterator[int]:
    """Where commas stand from `start` on, with something behind them."""
    return (at for at in range(start, len(source.lexemes) - 1) if source.texts[at] == ",")


def _is_far_on(source: Source, comma: int, miles: float) -> bool:
    """Whether hours and minutes that so many miles take stand behind a comma: ", 1hr 22mins"."""
    told = _seconds_at(source, comma + 1, led=False)
    return any(s >= _HOUR and _FASTEST_MILE <= s / miles <= _SLOWEST_MILE for s in told)


def _behind(source: Source, at: int) -> int:
    """Where something else stands than marks and metres or feet of climb."""
    for _ in range(_MOST_BETWEEN):
        climbed = source.numeral(at) if at < len(source.lexemes) else None
        unit = at + climbed.width if climbed is not None else at
        if source.texts[at] in _BETWEEN:
            at += 1
        elif source.meanings[unit].get("distance_unit") == _FEET:
            at = unit + 1 + (source.labels[unit + 1] & _CLIMB != 0)
        elif source.labels[unit + 1] & _CLIMB and climbed is not None:
            at = unit + 2
        else:
            break
    return at


def _seconds_at(source: Source, at: int, led: bool) -> Iterator[float]:
    """The seconds that a time at `at` may stand for: 54:10, 1:12, 1hr 12, 54 mins, and "in 27.45"."""
    time = source.numeral(at)
    if time is None:
        return
    if time.form in _CLOCKS:
        yield from (time.value, time.value * 60)
    elif time.form is Form.DECIMAL and led and time.parts:
        yield time.parts[0] * 60 + time.parts[1]
    elif time.form is Form.WHOLE and (unit := _unit_of_time(source, at + time.width)):
        rest = at + time.width + 1
        minutes = source.numeral(rest) if unit == _HOUR and rest < len(source.lexemes) else None
        more = minutes.value * 60 if minutes is not None and minutes.form is Form.WHOLE else 0
        yield time.value * unit + more


def _unit_of_time(source: Source, at: int) -> float:
    return source.meanings[at].get("time_unit", 0.0)
