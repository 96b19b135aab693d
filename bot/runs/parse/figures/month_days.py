"""Reads a day by its place in the month: "on the 15th", "the 1st", "Sunday the 8th"."""

from datetime import date, timedelta
from itertools import takewhile

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import any_of
from bot.runs.parse.words.lexicon import FIGURE

_OF, _MONTH = any_of("of"), any_of("month")
_RACE = any_of("named", "distance_unit")
_MINE, _NAMED = any_of("self"), any_of("named")
_RANKED = any_of("total", "entry")
_COUNTS_ON = any_of("distance_unit", "time_unit", "thing", "day_unit", "of", "per", "reps_word")
_TELLS_ITS_DAY, _DISTANCE = any_of("tells_its_day"), any_of("distance_unit", "named")
_DONE = any_of("run_past", "strong_did")
_GOES_ON_TO_A_RUN = FIGURE | any_of("subject", "run_past", "strong_did")
_NO_PLACE = 3
"""The lowest day that is hardly the place somebody came in at, where a line begins with it."""

_BACK, _AHEAD = 61, 31
"""Days within which a weekday and its day of the month are looked for."""

_LATELY, _SOON = 20, 10
"""Days within which a day that is led to by its word is looked for."""


def ordinal(source: Source, at: int) -> tuple[int, int] | None:
    """The number that an ordinal at `at` tells, up to 31, and how many lexemes it has; or None."""
    text = source.texts[at]
    if "split_first" in source.meanings[at] and text[:1].isdigit():
        # a "1st" stands among the words, since it is "the first" too
        return int("".join(takewhile(str.isdigit, text))), 1
    numeral = source.numeral(at) if at < len(source.lexemes) else None
    if numeral is None or numeral.form is not Form.WHOLE or not 1 <= numeral.value <= 31:
        return None
    if "ordinal" not in source.meanings[at + numeral.width]:
        return None
    return int(numeral.value), numeral.width + 1


def day_of_month(source: Source, at: int) -> Quantity | None:
    """The last such day there was: "on the 15th"; a "1st" has to have its "on"."""
    led = "determiner" in source.meanings[at - 1]
    if not (led or _opens_a_line(source, at)) or (told := ordinal(source, at)) is None:
        return None
    on = at > 1 and "on" in source.meanings[at - 2]
    if not led and not _heads_a_distance(source, at + told[1], told[0]):
        return None
    if source.labels[at - 1] & _MINE or source.labels[at + told[1]] & _NAMED:
        return None  # "my 25th parkrun"
    if led and not on and (at > 1 or "split_first" in source.meanings[at]):
        return None
    today = source.now.date()
    day, width = told
    for back in range(min(_BACK, today.toordinal() - 1) + 1):
        if (today - timedelta(days=back)).day == day:
            return Quantity(Measure.DAY, -back, width, meanings={"day_number": 0.0})
    return None


def numbered_day(source: Source, at: int) -> Quantity | None:
    """The day behind the words that lead to its number: "no dia 15"; a line's bare "dia 3" is of a challenge.

    But "dia 14 foram 10 km" tells what was done on it.
    """
    if at + 1 >= len(source.lexemes):
        return None
    numeral = source.numeral(at + 1)
    if numeral is None or numeral.form is not Form.WHOLE or not 1 <= numeral.value <= 31:
        return None
    behind = source.labels[at + 1 + numeral.width]
    heads = _opens_a_line(source, at) and " " not in source.texts[at]
    if behind & _COUNTS_ON or (heads and not behind & _DONE):
        return None
    today = source.now.date()
    first = max(-_LATELY, 1 - today.toordinal())
    last = min(_SOON, date.max.toordinal() - today.toordinal())
    for away in range(last, first - 1, -1):
        if (today + timedelta(days=away)).day == numeral.value:
            return Quantity(Measure.DAY, away, 1 + numeral.width, meanings={"day_number": 0.0})
    return None


def _opens_a_line(source: Source, at: int) -> bool:
    return at == 0 or source.texts[at - 1] == "\n"


def _heads_a_distance(source: Source, at: int, day: int) -> bool:
    """Whether a colon and a distance stand behind an ordinal too high for a place: "14th: 5k", but not "2nd: 5k"."""
    if day < _NO_PLACE or source.texts[at] not in (":", "-") or at + 1 >= len(source.lexemes):
        return False
    far = source.numeral(at + 1)
    return far is not None and "distance_unit" in source.meanings[at + 1 + far.width]


def _is_a_place(source: Source, at: int, end: int) -> bool:
    """Whether an ordinal is who came in when: "19:31 at parkrun Sat, 7th.", "10k on Sunday, 8th overall in 51:20"."""
    if source.labels[end] & _RANKED:
        return True
    lead = at - 1 - (at > 0 and "on" in source.meanings[at - 1])
    if lead < 0 or not source.labels[lead] & _RACE or _goes_on(source, end):
        return False
    told = (source.numeral(before) for before in range(lead))
    return any(one is not None and one.form is Form.CLOCK for one in told)


def _goes_on(source: Source, end: int) -> bool:
    """Whether the month stands behind: "14th Nov", "14th of November", but not "31st overall", "31st of 200"."""
    end += source.labels[end] & _OF != 0
    return source.labels[end] & _MONTH != 0


def _bare_day(source: Source, at: int, behind: int) -> tuple[int, int] | None:
    """The day that a mere number tells behind its weekday, where a run comes later: "domenica 15 ho corso 8 km"."""
    if not source.labels[at] & _TELLS_ITS_DAY or behind != at + 1:
        return None
    day = source.numeral(behind) if behind < len(source.lexemes) else None
    if day is None or day.form is not Form.WHOLE or not 1 <= day.value <= 31:
        return None
    end = behind + day.width
    if not source.labels[end] & _GOES_ON_TO_A_RUN:
        return None
    far = any(labels & _DISTANCE for labels in source.labels[end + 1 :])
    return (int(day.value), day.width) if far else None


def weekday_of_month(source: Source, at: int) -> Quantity | None:
    """A weekday with its day of the month: "Sunday the 8th", "last Tuesday (10th)"; nothing where they disagree."""
    behind = at + 1 + ("week" in source.meanings[at + 1] and source.texts[at + 2] == "(")
    bracketed = source.texts[behind] == "("
    behind += source.texts[behind] in (",", "(")
    if source.labels[behind] & _MINE:
        return None  # "on Sunday my 25th half marathon"
    behind += "determiner" in source.meanings[behind]
    told = ordinal(source, behind) or _bare_day(source, at, behind)
    if told is None:
        return None
    if source.texts[at + 1] == "," and _is_a_place(source, at, behind + told[1]):
        return None
    weekday, (day, width) = source.meanings[at]["weekday"], told
    width += bracketed and source.texts[behind + width] == ")"
    today = source.now.date()
    first = max(-_BACK, 1 - today.toordinal())
    last = min(_AHEAD, date.max.toordinal() - today.toordinal())
    for away in sorted(range(first, last + 1), key=abs):
        then = today + timedelta(days=away)
        if then.day == day and then.weekday() == weekday:
            meanings = {"weekday": weekday, "over": 0.0} if away < 0 else {"date": 0.0}
            return Quantity(Measure.DAY, away, behind + width - at, meanings=meanings)
    return None
