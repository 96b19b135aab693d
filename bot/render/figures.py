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
    style = next((style for style in _SIZES if _fits(row, style)), _SIZES[-1])
    x = float(MARGIN)
    for figure, width in zip(row, _columns(row, style), strict=True):
        sheet.words(figure.value, x, y + 46, style, width=width)
        sheet.words(figure.label, x, y + 84, NOTE, width=width, fill=sheet.palette.soft)
        x += width + _GAP
    return y + 90


def _columns(row: Sequence[Figure], style: Style) -> list[float]:
    """Columns of one width, unless one figure needs more than that and the others can give it."""
    room = INNER - _GAP * (len(row) - 1)
    needed = _needed(row, style)
    if max(needed, default=0) <= room / max(len(row), 1) or sum(needed) > room:
        return [room / len(row) for _ in row]
    spare = (room - sum(needed)) / max(len(row) - 1, 1)
    return [*(width + spare for width in needed[:-1]), needed[-1]]


def _fits(row: Sequence[Figure], style: Style) -> bool:
    return sum(_needed(row, style)) + _GAP * (len(row) - 1) <= INNER


def _needed(row: Sequence[Figure], style: Style) -> list[float]:
    return [max(_width(figure.value, style), _width(figure.label, NOTE)) for figure in row]


def _width(words: str, style: Style) -> float:
    return fit(words, style, INNER).width + 1
