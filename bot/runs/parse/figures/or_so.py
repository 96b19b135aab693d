"""Reads a round figure told behind its unit: "een kilometer of acht", "een uur of twee"."""

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Measure, Quantity, Reader, Source
from bot.runs.parse.words.labels import any_of

_UNIT, _OR, _AN = (
    any_of("distance_unit", "time_unit", "duration"),
    any_of("or_so_many"),
    any_of("article"),
)
_CLOCK = any_of("at_hour", "at_clock", "clock_word", "leads_to_hour")
_HOUR, _MOST_HOURS, _SPELT = 3600, 5, 2
"""More hours than that told so are an hour of the day: "een uur of zeven"."""


def read_or_so(source: Source, at: int) -> Quantity | None:
    """So many of a unit, where the number stands behind it and the "or" that makes it round; else None."""
    unit = at + (source.labels[at] & _AN != 0)
    if not source.labels[unit + 1] & _OR or not source.labels[unit] & _UNIT:
        return None
    numeral = source.numeral(unit + 2)
    if numeral is None or numeral.form is not Form.WHOLE or len(source.texts[unit]) < _SPELT:
        return None
    meanings, width = source.meanings[unit], unit + 2 + numeral.width - at
    if metres := meanings.get("distance_unit"):
        return Quantity(Measure.DISTANCE, numeral.value * metres, width, unit=metres)
    seconds = meanings.get("time_unit") or meanings["duration"]
    if seconds == _HOUR and (numeral.value > _MOST_HOURS or source.labels[at - 1] & _CLOCK):
        return Quantity(Measure.OTHER, 0, width)
    return Quantity(Measure.DURATION, numeral.value * seconds, width)


OR_SO = Reader(_UNIT | _AN, read_or_so)
