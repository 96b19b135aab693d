"""Reads a day by how far away it is: "two days ago", "vor zwei Tagen", "in 2 weeks"."""

from bot.runs.parse.figures.numerals import Form
from bot.runs.parse.figures.quantities import Measure, Quantity, Source
from bot.runs.parse.words.labels import NOTHING, Meanings, any_of, joined

_A_RUN = any_of("run_thing", "effort_of", "way_out", "tags.parkrun")
_FIRST, _BEST = any_of("tags.first"), any_of("split_first", "superlative", "best_over")
_A_COMEBACK = Meanings({"tags.comeback": 0.0})
_SHORT_RACE = 5000


def days_ago(source: Source, at: int, count: float, width: int) -> Quantity | None:
    """two days ago, a week ago."""
    unit = source.meanings[at + width].get("ago_unit")
    if unit is None or count != int(count) or count > 400:
        return None
    return Quantity(Measure.DAY, -int(count * unit), width + 1)


def days_ahead(source: Source, at: int, count: float, width: int) -> Quantity | None:
    """in 2 weeks, om tre veckor."""
    unit = source.meanings[at + width].get("day_unit")
    if unit is None or "ahead_lead" not in source.meanings[at - 1] or count > 400:
        return None
    if (since := _since_the_last(source, at - 2)) is not None:
        return Quantity(Measure.OTHER, count * unit, width + 1, meanings=since)
    return Quantity(Measure.DAY, max(1, int(count * unit)), width + 1, meanings={"date": 0.0})


def _since_the_last(source: Source, at: int) -> Meanings | None:
    """What so many weeks mean behind the first or best run in them, no race to come: "my first run in 5 weeks"."""
    led = source.labels[max(0, at - 2) : at + 1]
    if at < 1 or not led[-1] & _A_RUN or source.meanings[at].get("named", 0.0) > _SHORT_RACE:
        return None
    told = joined(led)
    if not told & (_FIRST | _BEST):
        return None
    return _A_COMEBACK if told & _FIRST else NOTHING


def ago_behind(source: Source, at: int) -> Quantity | None:
    """vor zwei Tagen, il y a 3 jours, hace dos días."""
    if at + 1 >= len(source.lexemes):
        return None
    numeral = source.numeral(at + 1)
    end = at + 1 + (numeral.width if numeral else 1)
    unit = source.meanings[end].get("day_unit")
    if numeral is None and "article" not in source.meanings[at + 1]:
        return None
    if unit is None or (numeral and (numeral.form is not Form.WHOLE or numeral.value > 400)):
        return None
    return Quantity(Measure.DAY, -int((numeral.value if numeral else 1) * unit), end + 1 - at)
