"""Reads a smaller part that an "and" joins without its unit, where a language tells it so: "45 e 30", "8 km e 300"."""

from itertools import pairwise

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.pacing import is_timed_as_a_run
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK, UNKNOWN

_JOINS, _OFF = any_of("joins_smaller"), any_of("takes_off")
_JOINS_A_TIME = any_of("joins_smaller", "joins_seconds")
_LEADS = any_of("in_time", "distance_unit", "named")
_RACE_LEAD = any_of("race_lead")
_COUNTED = FIGURE | UNKNOWN | any_of("thing", "person", "number", "reps_word", "climb")
_UNITS = any_of("distance_unit", "time_unit", "thing", "price", "day_unit", "person")
_HOUR, _MINUTE, _KILOMETRE = 3600, 60, 1000
_STEP = 50
"""Metres that are told so are round."""

_LEAST_SPOKEN = 6
"""Kilometres; fewer are rather two runs."""

_AND, _IN, _WHEN = any_of("and"), any_of("in_time"), any_of("day", "weekday", "times")
_LEADS_TO_WHEN, _SAYS_WHEN = any_of("in_time", "on", "at", "article", "determiner", "small"), 5
_MOST_OFF = 30
_AS_FAR_AS = 20


def joined_time(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """Minutes and seconds, or hours and minutes, of a distance: "10 km in 45 e 30", "5 km, 28 con 40"."""
    end = at + numeral.width
    if not source.labels[end] & _JOINS_A_TIME or numeral.form is not Form.WHOLE:
        return None
    rest = source.numeral(end + 1) if end + 1 < len(source.lexemes) else None
    if rest is None or not 1 <= numeral.value < _MINUTE or not _is_sixtieth(source, end + 1, rest):
        return None
    end += 1 + rest.width
    seconds = source.meanings[end].get("time_unit") == 1
    if not seconds and source.labels[end] & _UNITS:
        return None
    total = int(numeral.value * _MINUTE + rest.value)
    options = (total,) if seconds else (total, total * _MINUTE)
    told = Quantity(Measure.CLOCK, total, end + seconds - at, options=options)
    lead = source.labels[at - 1] if at else MARK
    if lead & _LEADS or source.labels[end] & _RACE_LEAD:
        return told
    far = _told_before(source, at) if lead & MARK else 0.0
    return told if any(is_timed_as_a_run(one, far) for one in options) else None


def joined_kilometres(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """Kilometres and tenths that are spoken with an "and": "otto e otto km", but not "tre e cinque km"."""
    tenths = at + numeral.width + 1
    if not source.labels[tenths - 1] & _JOINS or source.labels[at] & FIGURE:
        return None
    share = source.meanings[tenths].get("number", 0.0)
    far = source.meanings[tenths + 1].get("distance_unit")
    if far != _KILOMETRE or not 0 < share < 10 or numeral.value < _LEAST_SPOKEN:
        return None
    told = (numeral.value + share / 10) * far
    return Quantity(Measure.DISTANCE, told, numeral.width + 3, unit=far)


def joined_metres(source: Source, at: int) -> tuple[float, int]:
    """Metres and width of what is joined behind kilometres: the "e 300" of "8 km e 300", the "500" of "7km500"."""
    glued = source.attached(at) and source.labels[at] & FIGURE != 0
    if not glued and not source.labels[at] & _JOINS:
        return 0.0, 0
    start = at + (not glued)
    metres = source.numeral(start) if start < len(source.lexemes) else None
    if metres is None or metres.form is not Form.WHOLE or metres.value % _STEP:
        return 0.0, 0
    end = start + metres.width
    counts = end < len(source.lexemes) and source.labels[end] & (_COUNTED | _UNITS)
    if not 2 * _STEP <= metres.value < _KILOMETRE or counts:
        return 0.0, 0
    return metres.value, end - at


def taken_off(source: Source, at: int, seconds: float) -> tuple[float, int]:
    """Seconds and width of what a time is short of the hours before it: the "meno dieci" of "due ore meno dieci"."""
    if not source.labels[at] & _OFF or seconds % _HOUR:
        return 0.0, 0
    share = source.meanings[at + 1].get("fraction")
    if share is not None:
        return share * _HOUR, 2
    minutes = source.numeral(at + 1) if at + 1 < len(source.lexemes) else None
    if minutes is None or minutes.form is not Form.WHOLE or minutes.value > _MOST_OFF:
        return 0.0, 0
    end = at + 1 + minutes.width
    unit = source.meanings[end].get("time_unit")
    if unit is None and source.labels[end] & _UNITS:
        return 0.0, 0
    return minutes.value * min(unit or _MINUTE, _MINUTE), end + (unit is not None) - at


def begins_another_run(source: Source, start: int, end: int) -> bool:
    """Whether a number from `start` to `end` behind an "and" has its own day and time: "24 min and 7 today in 40"."""
    if not source.labels[start - 1] & _AND:
        return False
    behind = source.labels[end : end + _SAYS_WHEN]
    when = next((at for at, labels in enumerate(behind) if labels & _WHEN), None)
    led = when is not None and all(labels & _LEADS_TO_WHEN for labels in behind[:when])
    return led and any(
        lead & _IN and labels & FIGURE
        for lead, labels in pairwise(source.labels[end + (when or 0) + 1 : end + _SAYS_WHEN + 1])
    )


def _is_sixtieth(source: Source, at: int, rest: Numeral) -> bool:
    """Whether a number is told as minutes or seconds are: "30", "05", "quaranta", but no "5"."""
    if rest.form is not Form.WHOLE or rest.value >= _MINUTE:
        return False
    return rest.value >= 10 or source.texts[at].startswith("0")


def _told_before(source: Source, at: int) -> float:
    """The metres of the last distance before a place, or 0."""
    for unit in range(at - 1, max(-1, at - _AS_FAR_AS), -1):
        if named := source.meanings[unit].get("named"):
            return named
        metres = source.meanings[unit].get("distance_unit", 0.0)
        for start in range(max(0, unit - 3), unit if metres >= _KILOMETRE else 0):
            number = source.numeral(start)
            if number is not None and start + number.width == unit:
                return number.value * metres
    return 0.0
