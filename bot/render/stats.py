"""The stats card: who, how much, when, how it went on, and what was best."""

from bot.render import calendar, chart
from bot.render.figures import figures
from bot.render.look import BODY, FIGURE, INNER, LABEL, MARGIN, NIGHT, NOTE, STRONG, TITLE
from bot.render.model import Best, StatsCard
from bot.render.svg import Sheet

_ROW = 46
_SIDE = 270
"""The column with streak and milestone, right of the bests."""
_BETWEEN = 56


def draw(card: StatsCard) -> str:
    """The card as SVG."""
    sheet = Sheet(NIGHT)
    y = _head(sheet, card) + 36
    y = figures(sheet, card.figures[:4], y) + 44
    y = calendar.draw(sheet, card.calendar, y) + 40
    y = chart.draw(sheet, card.chart, y, 130) + 36
    if card.bests or card.streak or card.milestone:
        sheet.rule(y)
        y = _foot(sheet, card, y + 36)
    return sheet.svg(y + MARGIN - 12)


def _head(sheet: Sheet, card: StatsCard) -> float:
    y = MARGIN + 46
    taken = sheet.words(
        card.period, MARGIN + INNER, y - 4, BODY, width=INNER / 2.5, fill=sheet.palette.soft,
        anchor="end",
    )  # fmt: skip
    sheet.words(card.name, MARGIN, y, TITLE, width=INNER - taken - 32)
    return y


def _foot(sheet: Sheet, card: StatsCard, y: float) -> float:
    beside = bool(card.streak or card.milestone)
    width = INNER - _SIDE - _BETWEEN if beside and card.bests else INNER
    left = _bests(sheet, card, y, width) if card.bests else y
    x = MARGIN + INNER - _SIDE if card.bests else MARGIN
    right = _side(sheet, card, x, y, _SIDE if card.bests else INNER) if beside else y
    return max(left, right)


def _bests(sheet: Sheet, card: StatsCard, y: float, width: float) -> float:
    sheet.words(card.bests_title, MARGIN, y + 24, LABEL, width=width, fill=sheet.palette.soft)
    for best in card.bests[:6]:
        y += _ROW
        _best(sheet, best, y + 28, width)
    return y + 38


def _best(sheet: Sheet, best: Best, y: float, width: float) -> None:
    sheet.words(best.distance, MARGIN, y, BODY, width=width * 0.3)
    sheet.words(best.time, MARGIN + width * 0.6, y, STRONG, width=width * 0.27, anchor="end")
    sheet.words(
        best.day, MARGIN + width, y, NOTE, width=width * 0.36, fill=sheet.palette.soft, anchor="end"
    )


def _side(sheet: Sheet, card: StatsCard, x: float, y: float, width: float) -> float:
    soft = sheet.palette.soft
    if card.streak:
        sheet.words(card.streak.label, x, y + 24, LABEL, width=width, fill=soft)
        sheet.words(card.streak.value, x, y + 82, FIGURE, width=width, fill=sheet.palette.accent)
        y += 126
    if card.milestone:
        sheet.words(card.milestone.title, x, y + 24, LABEL, width=width, fill=soft)
        sheet.bar(x, y + 46, width, 18, card.milestone.share, sheet.palette.accent)
        sheet.words(card.milestone.note, x, y + 98, NOTE, width=width, fill=soft)
        y += 104
    return y
