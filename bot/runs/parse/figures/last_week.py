"""Reads the days of a list that is headed as last week's: "Last week's stragglers: Th 4, F 5, Su 10"."""

from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import Meanings
from bot.runs.parse.words.lexicon import FIGURE

_LONGEST_HEAD = 8


def is_headed_as_last_week(source: Source, at: int) -> bool:
    """Whether the post opens with "last week" and a colon leads from there to a place."""
    return "last_week" in source.meanings[0] and ":" in source.texts[1 : min(at, _LONGEST_HEAD)]


def day_of_last_week(source: Source, at: int) -> Quantity | None:
    """A weekday of it, which may be its letter before a number."""
    meanings = source.meanings[at]
    weekday = meanings.get("weekday")
    if weekday is None and source.labels[at + 1] & FIGURE:
        weekday = meanings.get("letter_day")
    if weekday is None:
        return None
    days = source.now.weekday() + 7 - int(weekday)
    return Quantity(Measure.DAY, -days, 1, meanings=Meanings({"weekday": weekday, "over": 0.0}))
