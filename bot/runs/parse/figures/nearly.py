"""Reads a time told by what it has more or less than a round one: "five minutes short of 3 hours"."""

from dataclasses import replace

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Quantity, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import MARK

_HOUR, _MINUTE = 3600, 60
_BESIDE = any_of("beside_a_time")
_THE = any_of("determiner", "article")
_MOST = 20 * _MINUTE
"""Seconds beside a round time that anybody still tells it by."""

_ENDS = MARK | any_of(
    "day", "weekday", "times", "and", "join", "for_lead", "in_time", "exact", "on"
)


def beside_a_round_time(source: Source, at: int, told: Quantity) -> Quantity:
    """The time that is told as so much over or under another, or what was told itself."""
    beside = at + told.width
    if not source.labels[beside] & _BESIDE or not 0 < told.value <= _MOST:
        return told
    start = beside + 1
    start += source.labels[start] & _THE != 0
    base, end = _round_time(source, start)
    if base < 2 * told.value or (end < len(source.lexemes) and not source.labels[end] & _ENDS):
        return told
    seconds = round(base + source.meanings[beside]["beside_a_time"] * told.value)
    return replace(told, value=seconds, width=end - at)


def _round_time(source: Source, at: int) -> tuple[float, int]:
    """The seconds of hours or minutes at `at`, and where they end: 3 hours, hour, 50 minutes."""
    numeral = source.numeral(at) if at < len(source.lexemes) else None
    count, unit = 1.0, at
    if numeral is not None:
        if numeral.form is not Form.WHOLE:
            return 0, at
        count, unit = numeral.value, at + numeral.width
    seconds = source.meanings[unit].get("time_unit", 0.0)
    spelt = seconds == _HOUR or (seconds == _MINUTE and numeral is not None)
    return (count * seconds, unit + 1) if spelt and len(source.texts[unit]) > 1 else (0, at)
