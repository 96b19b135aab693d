"""Large values in a row, each over its label."""

from collections.abc import Sequence

from bot.render.look import FIGURE, INNER, MARGIN, NOTE
from bot.render.model import Figure
from bot.render.svg import Sheet
from bot.render.text import Style, fit

_GAP = 28
_SIZES = (FIGURE, Style(44, 700), Style(36, 700))
"""The first is taken in which the row fits."""


def figures(sheet: Sheet, row: Sequence[Figure], y: float) -> float:
    """The row from `y` down, spread over the card; gives where it ends."""
    style, widths = _fitting(row)
    spare = (INNER - sum(widths)) / max(len(row) - 1, 1)
    gap = min(spare, INNER / max(len(row), 1) - min(widths, default=0))
    x = float(MARGIN)
    for figure, width in zip(row, widths, strict=True):
        sheet.words(figure.value, x, y + 46, style, width=width)
        sheet.words(figure.label, x, y + 84, NOTE, width=width, fill=sheet.palette.soft)
        x += width + gap
    return y + 90


def _fitting(row: Sequence[Figure]) -> tuple[Style, list[float]]:
    """The largest style in which all fit, and how wide each is; else columns of one width, clipped."""
    for style in _SIZES:
        widths = [max(_width(figure.value, style), _width(figure.label, NOTE)) for figure in row]
        if sum(widths) + _GAP * (len(row) - 1) <= INNER:
            return style, widths
    return _SIZES[-1], [(INNER - _GAP * (len(row) - 1)) / len(row)] * len(row)


def _width(words: str, style: Style) -> float:
    return fit(words, style, INNER).width + 1
