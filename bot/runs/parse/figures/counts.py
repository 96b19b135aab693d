"""Reads numbers of something that is no measure of a run: an hour, a year, a mark out of ten, things."""

import re

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.figures.unmarked import (
    COUNTED,
    counts_unknown,
)
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK

_CLOCK_FORMS = {Form.CLOCK, Form.PRIME, Form.LONG_CLOCK}
_NO_FORMS = {Form.JUNK, Form.SLASH, Form.DATE}
_RATIO = re.compile(r"\d{1,2}:\d")
"""Minutes of running and of walking by turns: "2:1"."""

_RATED, _BEHIND_A_RATING = (
    any_of("rated"),
    MARK | any_of("for_lead", "join", "moods", "hypothetical"),
)
_LEADS_TO_A_FIGURE = any_of("in_time", "strong_did", "run_past")
_LAST_HOUR = (24, 0)
_MORNING = any_of("times.morning")
_CALLED = any_of("called_out")
_GLUED_ORDINAL = any_of("glued_ordinal")
_BEST_MARKS, _BEYOND = (5, 10, 100), 1.2


def read_counted(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """Numbers of something that is no measure of a run, and numbers that are none at all."""
    end = at + numeral.width
    meanings = source.meanings[end]
    if "time_of_day" in meanings and _is_hour(numeral):
        morning = source.labels[end] & _MORNING != 0
        return Quantity(Measure.OTHER, 0, numeral.width + 1, meanings=hour_of(numeral, morning))
    if numeral.form in _CLOCK_FORMS:
        return None
    if numeral.form is Form.JUNK and _RATIO.fullmatch(source.texts[at]):
        return Quantity(Measure.OTHER, 0, numeral.width, meanings={"ratio": 0.0})
    if numeral.form in _NO_FORMS:
        return Quantity(Measure.OTHER, 0, numeral.width, meanings={"junk": 0.0})
    year = numeral.form is Form.WHOLE and 1950 <= numeral.value <= source.now.year
    if year and not source.labels[end] & COUNTED:
        when = "this_year" if numeral.value == source.now.year else "past"
        return Quantity(Measure.OTHER, 0, numeral.width, meanings={when: 0.0, "year": 0.0})
    if numeral.form is Form.DECIMAL and is_called_out(source, end):
        return None
    ordinal = "ordinal" in meanings and not _ends_a_sentence(source, at, numeral)
    ordinal = ordinal or _is_glued_ordinal(source, end)
    if "thing" in meanings or ordinal or "currency" in meanings:
        return Quantity(Measure.OTHER, numeral.value, numeral.width + 1, meanings=meanings)
    if source.labels[end] & _RATED and (behind := _behind_a_rating(source, numeral, end + 1)):
        return Quantity(Measure.OTHER, 0, behind - at, meanings={"junk": 0.0})
    if counts_unknown(source, end):
        return Quantity(Measure.OTHER, 0, numeral.width, meanings={"count": 0.0})
    return None


def _is_glued_ordinal(source: Source, end: int) -> bool:
    """Whether the letter of an ordinal is glued to its number: "fui 4a do escalão", "a 10ª prova"."""
    return source.labels[end] & _GLUED_ORDINAL != 0 and source.attached(end)


def _ends_a_sentence(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether the dot behind a number makes no ordinal of it: "10 km in 52. Zäh", "wurden 12.", but "12. Platz"."""
    dot = at + numeral.width
    if source.texts[dot] != ".":
        return False
    if not source.dotted_dates:
        return (
            numeral.form is Form.DECIMAL
        )  # English has no such ordinals, "for the 5.6. What a zoo"
    if dot + 1 >= len(source.lexemes) or source.labels[at - 1] & _LEADS_TO_A_FIGURE:
        return True
    if source.texts[at].isalpha():
        return True  # "auf die zehn. Geschafft"
    return source.texts[dot + 1] == "\n" or source.labels[dot + 1] & FIGURE != 0


def hour_of(numeral: Numeral, morning: bool = False) -> dict[str, float]:
    """What a number means as an hour: that one of the day, the later one unless it is said to be of the morning."""
    hour = numeral.parts[0] if numeral.parts else numeral.value
    if morning:
        return {"hour": hour % 12}
    return {"hour": hour + 12 if hour < 12 else hour}


def is_called_out(source: Source, at: int) -> bool:
    """Whether who reads along is called, and nobody is counted: "7k lads", "5k 35.15 lads, two stops"."""
    if not source.labels[at] & _CALLED:
        return False
    return at + 1 >= len(source.lexemes) or source.labels[at + 1] & MARK != 0


def _behind_a_rating(source: Source, numeral: Numeral, at: int) -> int:
    """What follows the best mark there is, or 0: "ten out of ten", but not "5 out of 10 km"."""
    best = source.numeral(at)
    if best is None or best.value not in _BEST_MARKS or numeral.value > best.value * _BEYOND:
        return 0
    end = at + best.width
    return end if end >= len(source.lexemes) or source.labels[end] & _BEHIND_A_RATING else 0


def _is_hour(numeral: Numeral) -> bool:
    """Whether an "am" or "pm" behind it makes an hour of it: 6, 6.30, 6:30, but no 24:10."""
    if numeral.form in _NO_FORMS:
        return False
    return numeral.parts[:2] <= _LAST_HOUR
