"""Reads a day by its place in the month: "on the 15th", "the 1st", "Sunday the 8th"."""

from datetime import date, timedelta
from itertools import takewhile

from bot.runs.parse.numerals import Form
from bot.runs.parse.quantities import Measure, Quantity, Source

_BACK, _AHEAD = 61, 31
"""Days within which a weekday and its day of the month are looked for."""


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
    if "determiner" not in source.meanings[at - 1] or (told := ordinal(source, at)) is None:
        return None
    on = at > 1 and "on" in source.meanings[at - 2]
    if not on and (at > 1 or "split_first" in source.meanings[at]):
        return None
    today = source.now.date()
    day, width = told
    for back in range(min(_BACK, today.toordinal() - 1) + 1):
        if (today - timedelta(days=back)).day == day:
            return Quantity(Measure.DAY, -back, width)
    return None


def weekday_of_month(source: Source, at: int) -> Quantity | None:
    """A weekday with its day of the month: "Sunday the 8th", "Saturday 14th"; nothing where they disagree."""
    behind = at + 1 + (source.texts[at + 1] == ",")
    behind += "determiner" in source.meanings[behind]
    if (told := ordinal(source, behind)) is None:
        return None
    weekday, (day, width) = source.meanings[at]["weekday"], told
    today = source.now.date()
    first = max(-_BACK, 1 - today.toordinal())
    last = min(_AHEAD, date.max.toordinal() - today.toordinal())
    for away in sorted(range(first, last + 1), key=abs):
        then = today + timedelta(days=away)
        if then.day == day and then.weekday() == weekday:
            meanings = {"weekday": weekday, "over": 0.0} if away < 0 else {"date": 0.0}
            return Quantity(Measure.DAY, away, behind + width - at, meanings=meanings)
    return None
