"""Bars side by side, a label under each where there is room."""

from bot.render.look import INNER, LABEL, MARGIN, NOTE
from bot.render.model import Chart
from bot.render.svg import Sheet
from bot.render.text import fit

_WIDEST = 72
_LEAST = 4
"""The height of a bar of nothing: the week was there."""


def draw(sheet: Sheet, chart: Chart, y: float, height: float) -> float:
    """The chart from `y` down, its bars `height` high at most; gives where it ends."""
    palette = sheet.palette
    if chart.title or chart.top:
        width = sheet.words(
            chart.top,
            MARGIN + INNER,
            y + 24,
            NOTE,
            width=INNER / 2,
            fill=palette.soft,
            anchor="end",
        )
        sheet.words(chart.title, MARGIN, y + 24, LABEL, width=INNER - width - 20, fill=palette.soft)
        y += 48
    most = max((bar.metres for bar in chart.bars), default=0)
    step = INNER / max(len(chart.bars), 1)
    wide = min(step * 0.68, _WIDEST)
    for place, bar in enumerate(chart.bars):
        high = max(_LEAST, height * bar.metres / most) if most else _LEAST
        fill = palette.accent if bar.metres == most > 0 else palette.second
        x = MARGIN + place * step + (step - wide) / 2
        sheet.box(x, y + height - high, wide, high, fill if bar.metres else palette.faint, corner=7)
    _labels(sheet, chart, step, y + height + 34)
    return y + height + 40


def _labels(sheet: Sheet, chart: Chart, step: float, y: float) -> None:
    """From the last one back, so that the present is always named."""
    free = MARGIN + INNER + 1.0
    for place in reversed(range(len(chart.bars))):
        line = fit(chart.bars[place].label, NOTE, INNER)
        middle = MARGIN + (place + 0.5) * step
        middle = min(middle, MARGIN + INNER - line.width / 2)
        if middle + line.width / 2 < free and middle - line.width / 2 >= MARGIN:
            sheet.line(line, middle, y, fill=sheet.palette.soft, anchor="middle")
            free = middle - line.width / 2 - 16
