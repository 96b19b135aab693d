"""Leaves out the rows of a table of splits, which only tell the run again that stands above or below them."""

from collections.abc import Sequence

from bot.runs.parse.figures.pacing import duration_over
from bot.runs.parse.posts.draft import Draft

_FEWEST = 3
_ALIKE = 0.01
"""Units by which what is counted up may be off."""

_PER_UNIT = (150, 1200)
"""Seconds that a kilometre or a mile takes."""

_ABOUT = 0.15
"""How much faster or slower than its rows a run may be told."""


def without_rows(drafts: list[Draft]) -> list[Draft]:
    """The runs without the kilometres or miles that are counted up: "1k 5:12, 2k 5:10, 3k 5:08. 3k in 15:30"."""
    if len(drafts) <= _FEWEST:
        return drafts
    for whole, rows in ((drafts[-1], drafts[:-1]), (drafts[0], drafts[1:])):
        told = [_seconds(row) for row in rows]
        if _count_up(rows) and _holds(whole, sum(told), len(rows), rows[0].unit):
            return [whole]
    return drafts


def _count_up(rows: Sequence[Draft]) -> bool:
    """Whether it is the first, second, third kilometre, or mile, each with the time for it alone."""
    unit = rows[0].unit
    counted = enumerate(rows, 1)
    if not unit or any(abs((row.distance or 0.0) / unit - at) > _ALIKE for at, row in counted):
        return False
    return all(_PER_UNIT[0] <= _seconds(row) <= _PER_UNIT[1] for row in rows)


def _seconds(row: Draft) -> int:
    """The time of a row as minutes and seconds, or 0."""
    return row.times[0].options[0] if row.times and row.times[0].options else 0


def _holds(whole: Draft, seconds: int, rows: int, unit: float) -> bool:
    """Whether a run is at least as long as its rows, and was run about as fast."""
    metres = whole.distance or 0.0
    if metres / unit < rows - _ALIKE or not whole.times:
        return False
    took = duration_over(whole.times[0], metres)
    return took is not None and abs(seconds / rows - took * unit / metres) < _ABOUT * seconds / rows
