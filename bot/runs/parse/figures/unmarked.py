"""Reads numbers that have neither a unit nor a colon that says what they are: times told in words, minutes at ease."""

from collections.abc import Sequence
from dataclasses import replace

from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.pacing import is_timed_as_a_run
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK, UNKNOWN

STRANGE = UNKNOWN | any_of("letter_day")
"""A word that may be anything, though one of few letters is a day in a list of days."""

COUNTED = any_of("thing", "distance_unit", "time_unit", "reps_word")
_NUMBERS = FIGURE | any_of("number")
_IN_TIME, _ZERO = any_of("in_time"), any_of("spoken_zero")
_DAYS, _DONE = any_of("day", "weekday"), any_of("run_past", "strong_did")
_CLOCKS = (Form.CLOCK, Form.LONG_CLOCK)
_LEADS_TO_TIME = any_of("in_time", "distance_unit", "named", "day", "weekday", "bare_half")
_LEADS_TO_HOURS = any_of("named", "bare_half")
_WITH = any_of("including")
_HEADING = ("=", ":")
_AT_EASE = any_of("kinds.easy", "kinds.recovery")
_COUNTS_ON = FIGURE | STRANGE | any_of("in_time", "thing", "per")
_MINUTES_AT_EASE = frozenset((40, 45, 50, 55, 60, 70, 75, 80, 90))
_DEGREES = ("c", "f")
_SETS_APART = MARK | any_of("times")
_ENDS = MARK | any_of("and")
_TENS = (20, 30, 40, 50)
_SHORTEST, _THREE, _KILOMETRE, _AS_FAR_AS = 10, 3, 1000, 20

_FEWEST = {1: 60, 2: 10, 3: 1}
"""The least that a time without colons begins with, by how many numbers it has."""


def said_apart(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A time told without its colons: "in forty four ten", "parkrun 26 40", "marathon four fifteen thirty"."""
    lead = source.labels[at - 1]
    apart = at > 0 and lead & _SETS_APART
    if numeral.form is not Form.WHOLE or not (
        lead & _LEADS_TO_TIME or apart or _in_words(source, at)
    ):
        return None
    if spelt := _in_sentences(source, at, numeral):
        return spelt
    told = [int(numeral.value)]
    end = at + numeral.width
    while len(told) < 3 and (behind := _sixtieth(source, end)) is not None:
        told.append(int(behind.value))
        end += behind.width
    hours = lead & _LEADS_TO_HOURS or (lead & _IN_TIME and _in_words(source, at))
    fewest = 1 if hours and len(told) > 1 else _FEWEST[len(told)]
    if len(told) == 1 or told[0] >= 60 or source.labels[end] & COUNTED:
        return None
    total = told[0] * 60 + told[1]
    if len(told) == 3:
        total = total * 60 + told[2]
    options = (total, total * 60) if len(told) == 2 else (total,)
    sure = lead & _LEADS_TO_TIME or _in_words(source, at)
    if not (sure and told[0] >= fewest) and not (
        apart and _is_all_of_its_phrase(source, at, end, told)
    ):
        return None
    return Quantity(Measure.CLOCK, total, end - at, options=options)


def _in_sentences(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """A time of which each number is a sentence: "Nineteen. Fifty. Eight.", but not "Five. Four. Three."."""
    tens, ones = at + numeral.width + 1, at + numeral.width + 3
    if source.texts[tens - 1] != "." or source.texts[ones - 1] != ".":
        return None
    second, third = (source.meanings[place].get("number", 0) for place in (tens, ones))
    if not 3 <= numeral.value < 60 or not (second in _TENS and 0 < third < 10):
        return None
    total = int(numeral.value * 60 + second + third)
    return Quantity(Measure.CLOCK, total, ones + 1 - at, options=(total, total * 60))


def _is_all_of_its_phrase(source: Source, at: int, end: int, told: Sequence[int]) -> bool:
    """Whether nothing else is said, and the distance before it takes so long: "7k. 42 42.", "twelve k, one ten"."""
    if end < len(source.lexemes) and not source.labels[end] & _ENDS:
        return False
    hours = len(told) == _THREE or told[0] < _SHORTEST
    if hours and len(told) < _THREE and not _in_words(source, at):
        return False
    largest = 3600 if hours else 60
    seconds = sum(part * largest / 60**place for place, part in enumerate(told))
    return is_timed_as_a_run(seconds, _told_before(source, at))


def _told_before(source: Source, at: int) -> float:
    """The metres of the last distance before a place, or 0."""
    for unit in range(at - 1, max(0, at - _AS_FAR_AS), -1):
        metres = source.meanings[unit].get("distance_unit", 0.0)
        for start in range(max(0, unit - 3), unit if metres >= _KILOMETRE else 0):
            number = source.numeral(start)
            if number is not None and start + number.width == unit:
                return number.value * metres
    return 0.0


def _sixtieth(source: Source, at: int) -> Numeral | None:
    """A number of two digits that may be minutes or seconds, also where its zero is spoken: "thirty six oh two"."""
    if source.labels[at] & _ZERO:
        ones = source.numeral(at + 1) if source.labels[at + 1] & _NUMBERS else None
        single = ones is not None and ones.form is Form.WHOLE and 0 < ones.value < 10
        return replace(ones, width=ones.width + 1) if ones is not None and single else None
    numeral = source.numeral(at) if source.labels[at] & _NUMBERS else None
    if numeral is None or numeral.form is not Form.WHOLE or numeral.value >= 60:
        return None
    return (
        numeral
        if len(source.texts[at]) > 1 and (numeral.value >= 10 or _is_padded(source, at))
        else None
    )


def _is_padded(source: Source, at: int) -> bool:
    return source.texts[at].startswith("0")


def _in_words(source: Source, at: int) -> bool:
    """Whether a number is told in words."""
    return not source.labels[at] & FIGURE


def minutes_at_ease(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """Minutes without their unit, more than anybody runs of kilometres at ease: "easy 45 with the club"."""
    if numeral.form is not Form.WHOLE or not source.labels[at - 1] & _AT_EASE:
        return None
    if numeral.value not in _MINUTES_AT_EASE or source.labels[at + numeral.width] & _COUNTS_ON:
        return None
    return Quantity(Measure.DURATION, numeral.value * 60, numeral.width)


def bare(numeral: Numeral) -> Quantity:
    """A number alone with whatever it may stand for: "44:10" minutes or hours, "45" itself or minutes."""
    if numeral.form is Form.LONG_CLOCK:
        hours, minutes, _ = numeral.parts
        # Results lists write hundredths behind a second colon: 24:30:15.
        readings = (int(numeral.value), hours * 60 + minutes)[: 2 if hours > 9 else 1]
        return Quantity(Measure.CLOCK, numeral.value, numeral.width, options=readings)
    if len(numeral.parts) == 2 and numeral.form is not Form.WHOLE:
        first, second = numeral.parts
        options = (first * 60 + second, (first * 60 + second) * 60)
        if numeral.form is Form.DECIMAL:
            return Quantity(Measure.NUMBER, numeral.value, numeral.width, options=options)
        return Quantity(Measure.CLOCK, numeral.value, numeral.width, 0.0, options)
    spoken = numeral.form is Form.WHOLE or (
        numeral.width > 1 and not numeral.parts
    )  # "54 and a half"
    as_minutes = (int(numeral.value * 60),) if spoken else ()
    return Quantity(Measure.NUMBER, numeral.value, numeral.width, 0.0, as_minutes)


def counts_unknown(source: Source, at: int) -> bool:
    """Whether a number counts some thing that the language file does not know ("3 pancakes", "28C")."""
    if not source.labels[at] & STRANGE or _is_with(source, at) or _is_a_label(source, at):
        return False
    counted = source.lexemes[at]
    return source.capital_nouns or not counted.capital or counted.text in _DEGREES


def _is_with(source: Source, at: int) -> bool:
    """Whether a letter stands for "with": "9 w 5@tempo", unlike "9w"."""
    return source.labels[at] & _WITH != 0 and source.lexemes[at].spaced


def _is_a_label(source: Source, at: int) -> bool:
    """Whether a letter is the label of the next figure: "km=4.8 t=29:06"."""
    if len(source.texts[at]) > 1 or source.texts[at + 1] not in _HEADING:
        return False
    return source.labels[at + 2] & FIGURE != 0


def spoken_alone(source: Source, at: int, unit: int) -> float | None:
    """The metres of a unit that is a word of other things as well, where it is all that is said: "11 clicks, fog"."""
    metres = source.meanings[unit].get("spoken_unit")
    if metres is None:
        return None
    behind = source.labels[unit + 1]
    time = source.numeral(unit + 1) if behind & FIGURE else None
    told = behind & _DAYS != 0 or (time is not None and time.form in _CLOCKS)  # "22 clicks 2:09:30"
    if at and source.labels[at - 1] & _DONE:
        return metres if told else None  # "did 12 clicks this morning"
    ends = told or unit + 1 >= len(source.lexemes) or behind & MARK
    return metres if (not at or source.labels[at - 1] & MARK) and ends else None
