"""Reads how far it was about, between two figures: "8 or 9 km", "3-4 miles", "between 8 and 10k"."""

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of

JOINING = any_of("either", "and")
"""Words between the ends of a range; "and" is one behind "between" alone."""

_EITHER = any_of("either")
_BETWEEN = any_of("between")
_PLAIN = (Form.WHOLE, Form.DECIMAL)
_WIDEST = 2.5
"""Times the lower end, beyond which two figures are no range."""


def read_range(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A distance told by its ends, as its lower one; what it may be is a question to its author."""
    end = at + numeral.width
    if numeral.form is Form.SLASH:
        low, high = numeral.parts
        return _range(source, at, end, low, high) if "-" in source.texts[at] else None
    led = bool(source.labels[at - 1] & _BETWEEN)
    if numeral.form not in _PLAIN or not (led or source.labels[end] & _EITHER):
        return None
    upper = source.numeral(end + 1) if end + 1 < len(source.lexemes) else None
    if upper is None or upper.form not in _PLAIN:
        return None
    return _range(source, at, end + 1 + upper.width, numeral.value, upper.value)


def _range(source: Source, at: int, unit_at: int, low: float, high: float) -> Quantity | None:
    metres = source.meanings[unit_at].get("distance_unit", 0.0)
    if metres < 1000 or not 0 < low < high <= _WIDEST * low:
        return None
    meanings = {**source.meanings[unit_at], "vague": 0.0}
    meanings.pop("time_unit", None)
    return Quantity(
        Measure.DISTANCE, low * metres, unit_at + 1 - at, unit=metres, meanings=meanings
    )
