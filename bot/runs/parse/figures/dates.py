"""Reads dates in figures and by their month: 14/11, 14.11., Nov 14, 14th November, 2026-11-14."""

from datetime import date, timedelta

from bot.runs.parse.figures.month_days import day_of_month, ordinal
from bot.runs.parse.figures.numerals import Form, Numeral
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE, MARK

_HALF_YEAR = 183
_A_MONTH = 31
_MILE = 1609.344
"""Days; where dates have no dots, what looks like one is hardly of a run any longer ago."""
_LONGEST_DAY, _A_YEAR = 12, 366
"""Hours in which hardly a run is timed to the second, and days."""

_ALL_THE_TIME = (24, 7)
_LONG_TIME_H = 8
_RACE = any_of("named", "distance_unit")
_GREETING = any_of("greeting", "opener", "crowd")
_WOULD, _OF_TEN = any_of("hypothetical", "neutral"), 10
_LONGEST_GREETING = 4
"""Words and marks."""
_BEFORE_DATES = any_of("on", "weekday", "day", "of")
_MARKS_OF_DATES = frozenset(("\n", "(", "-", ",", "|", ":", ";"))


def date_in_figures(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """The date that a number begins, or None: "14/11", "14.11.", "14 November", "14th", "2026-11-14"."""
    form = numeral.form
    if form is Form.WHOLE:
        return day_then_month(source, at, numeral) or day_of_month(source, at)
    if form is Form.DATE:
        return _full_date(source, numeral)
    if form is Form.LONG_CLOCK and _ends_in_this_year(source, at, numeral):
        return _full_date(source, numeral)
    if form is Form.DECIMAL:
        return _dotted(source, at, numeral)
    if form is Form.LONG_CLOCK:
        return _of_a_short_year(source, at, numeral)
    if form is Form.SLASH and "run_walk" in source.meanings[at + 1]:
        return None  # nine minutes and one: "9/1 run walk"
    if form is Form.SLASH and numeral.parts == _ALL_THE_TIME:
        return None  # "24/7 5k grind"
    of_ten = form is Form.SLASH and numeral.parts[-1] == _OF_TEN
    if of_ten and source.labels[at + numeral.width] & _WOULD:
        return None  # "10/10 would recommend", "9/10 would run again"
    dates = _starts_clause(source, at) or _ends_a_race(source, at, numeral)
    if form is Form.SLASH and dates and not has_unit(source, at + 1):
        first, second = numeral.parts
        return _pair(source, first, second, numeral.width)
    return None


def _ends_in_this_year(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether a line begins with what is no time for its hours, and ends in the year: "15.11.26 - 12km"."""
    day, month, year = numeral.parts
    if year != source.now.year % 100 or source.texts[at].count(".") != 2:
        return False
    opens = at == 0 or source.texts[at - 1] == "\n"
    return opens and _LONG_TIME_H <= day <= 31 and 1 <= month <= 12


def _dotted(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """15.11. or "am 15.11", where no unit makes a distance or a time of it."""
    dot = source.texts[at + 1] == "." and source.attached(at + 1)
    following = source.meanings[at + 1 + dot]
    if "known_number" in source.meanings[at]:
        return None
    dot = dot and _may_begin(source, at)
    if not (dot or "on" in source.meanings[at - 1]) or not {
        "distance_unit",
        "time_unit",
    }.isdisjoint(following):
        return None
    first, _, second = source.texts[at].partition(".")
    led = source.dotted_dates and "on" in source.meanings[at - 1]  # "gelaufen am 15.11."
    if not (first and second.isdecimal() and len(second) <= 2) or (
        dot and at + 2 >= len(source.lexemes) and not led
    ):
        return None
    day = _pair(source, int(first), int(second), 1 + dot)
    far = day is not None and not -_A_MONTH <= day.value <= 0
    return None if dot and far and not source.dotted_dates else day


def _of_a_short_year(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """14.11.26 in the year before it: no time that anybody runs, or one with a nought or in brackets before it."""
    if ":" in source.texts[at] or (at and "in_time" in source.meanings[at - 1]):
        return None
    dated = numeral.parts[0] > _LONGEST_DAY or source.texts[at][0] == "0"
    if not (dated or (at and source.texts[at - 1] in _MARKS_OF_DATES)):
        return None
    day = _full_date(source, numeral)
    return day if day.measure is Measure.DAY and -_A_YEAR <= day.value <= 0 else None


def _may_begin(source: Source, at: int) -> bool:
    """Whether a date with a dot at its end stands where one would: "26:07 for 5.03." holds none."""
    lead = source.texts[at - 1]
    if at == 0 or lead in _MARKS_OF_DATES or source.labels[at - 1] & _BEFORE_DATES:
        return True
    return _is_greeted(source, at)


def _is_greeted(source: Source, at: int) -> bool:
    """Whether nothing but a greeting stands before: "Hi all! 15.11. 5k", "hey, 16/11 - 5k"."""
    if not source.labels[0] & _GREETING or at > _LONGEST_GREETING:
        return False
    return all(labels & (_GREETING | MARK) for labels in source.labels[:at])


def has_unit(source: Source, at: int) -> bool:
    """Whether a unit of distance, time or pace stands at a place, so that the number before it is no date."""
    return not source.meanings[at].keys().isdisjoint(("distance_unit", "time_unit", "pace_unit"))


def _starts_clause(source: Source, at: int) -> bool:
    """Whether a pair like 8/10 stands where a date would; elsewhere it is a rating or a fraction."""
    if at == 0 or "on" in source.meanings[at - 1] or _is_greeted(source, at):
        return True
    if source.texts[at - 1] in (",", ";") and source.labels[0] & FIGURE and "/" in source.texts[0]:
        return True  # "12/11 8k, 14/11 5k"
    return source.texts[at - 1] in ("\n", "(", "-", "|") or source.texts[at + 1] == ":"


def _ends_a_race(source: Source, at: int, numeral: Numeral) -> bool:
    """Whether a pair that is no share of ten stands behind a race: "parkrun 14/11, 19:58"."""
    if numeral.form is not Form.SLASH or not source.labels[at - 1] & _RACE:
        return False
    day, month = numeral.parts[:2]
    if day <= month:
        return False
    time = source.numeral(at + 1) if at + 1 < len(source.lexemes) else None
    timed = time is not None and time.form in (Form.CLOCK, Form.LONG_CLOCK)
    return timed or source.texts[at + 1] in (",", ":", "\n", "")


def _full_date(source: Source, numeral: Numeral) -> Quantity:
    first, second, third = numeral.parts
    if first > 31:
        year, month, day = first, second, third
    else:
        year = third + 2000 if third < 100 else third
        month, day = (first, second) if _is_month_first(source, first, second) else (second, first)
    return day_of(source, _date(year, month, day), numeral.width)


def _is_month_first(source: Source, first: int, second: int) -> bool:
    return second > 12 or (source.month_first and first <= 12)


def _pair(source: Source, first: int, second: int, width: int) -> Quantity | None:
    month, day = (first, second) if _is_month_first(source, first, second) else (second, first)
    if not 1 <= month <= 12 or not 1 <= day <= 31:
        return None
    told = day_of(source, nearest(source.now.date(), month, day), width)
    if told.value > 0 and day <= 12 and source.once(_tells_miles):
        turned = day_of(source, nearest(source.now.date(), day, month), width)
        return turned if -_A_MONTH <= turned.value <= 0 else told
    return told


def _tells_miles(source: Source) -> bool:
    """Whether miles are run, by those who mostly tell the month of a date first: "11/12 - 5 mi"."""
    return any(one.get("distance_unit") == _MILE for one in source.meanings)


def month_then_day(source: Source, at: int) -> Quantity | None:
    """The day of a month that is told first: "Nov 14", "November 14th 2026"."""
    month = int(source.meanings[at]["month"])
    if told := ordinal(source, at + 1):
        return _of_year(source, at, 1 + told[1], month, told[0])
    numeral = source.numeral(at + 1)
    if numeral is None or numeral.form is not Form.WHOLE or not 1 <= numeral.value <= 31:
        return None
    end = at + 1 + numeral.width
    if "distance_unit" in source.meanings[end] or "time_unit" in source.meanings[end]:
        return None
    return _of_year(source, at, 1 + numeral.width, month, int(numeral.value))


def day_then_month(source: Source, at: int, numeral: Numeral) -> Quantity | None:
    """The day that is told before its month: "14 Nov", "14th of November"."""
    end = at + numeral.width
    end += "ordinal" in source.meanings[end]
    end += source.texts[end] == "." or "of" in source.meanings[end]
    month = source.meanings[end].get("month")
    if month is None or not 1 <= numeral.value <= 31:
        return None
    return _of_year(source, at, end + 1 - at, int(month), int(numeral.value))


def ordinal_then_month(source: Source, at: int) -> Quantity | None:
    """The day that an ordinal among the words tells before its month: "1st Nov", "2nd of November"."""
    if (told := ordinal(source, at)) is None:
        return None
    end = at + told[1]
    end += "of" in source.meanings[end]
    month = source.meanings[end].get("month")
    return None if month is None else _of_year(source, at, end + 1 - at, int(month), told[0])


def _of_year(source: Source, at: int, width: int, month: int, day: int) -> Quantity:
    """A day and month with the year that may follow it."""
    year = source.numeral(at + width)
    if year and year.form is Form.WHOLE and 1900 <= year.value <= 2200:
        return day_of(source, _date(int(year.value), month, day), width + year.width)
    return day_of(source, nearest(source.now.date(), month, day), width)


def day_of(source: Source, day: date | None, width: int) -> Quantity:
    """The offset of a day; a date that does not exist is noise, so that its numbers are spent."""
    if day is None:
        return Quantity(Measure.OTHER, 0, width, meanings={"bad_date": 0.0})
    return Quantity(Measure.DAY, (day - source.now.date()).days, width, meanings={"date": 0.0})


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nearest(today: date, month: int, day: int) -> date | None:
    """The day and month of whatever year lies nearest to today, or None for a 31 February."""
    years = (today.year, today.year - 1, today.year + 1)
    days = [found for year in years if (found := _date(year, month, day))]
    close = [found for found in days if abs(found - today) <= timedelta(days=_HALF_YEAR)]
    return min(close or days, key=lambda found: abs(found - today), default=None)
