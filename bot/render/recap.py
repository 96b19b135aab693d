"""The recap card: what a club did together in a week."""

from bot.render import chart
from bot.render.figures import figures
from bot.render.look import BODY, HUGE, INNER, MARGIN, NIGHT, TITLE
from bot.render.model import RecapCard
from bot.render.progress import progress
from bot.render.svg import Sheet
from bot.render.text import wrap

_LINE = 38


def draw(card: RecapCard) -> str:
    """The card as SVG."""
    sheet = Sheet(NIGHT)
    y = _head(sheet, card) + 30
    y = _total(sheet, card, y) + 44
    if card.figures:
        y = figures(sheet, card.figures[:3], y) + 40
    y = chart.draw(sheet, card.days, y, 150) + 40
    if card.highlights:
        sheet.rule(y)
        y = _highlights(sheet, card, y + 30) + 16
    if card.challenges:
        sheet.rule(y)
        y += 26
        for challenge in card.challenges[:3]:
            y = progress(sheet, challenge, y, sheet.palette.second) + 30
    return sheet.svg(y + MARGIN - 30)


def _head(sheet: Sheet, card: RecapCard) -> float:
    y = MARGIN + 46
    sheet.words(card.club, MARGIN, y, TITLE, width=INNER)
    sheet.words(card.week, MARGIN, y + 44, BODY, width=INNER, fill=sheet.palette.soft)
    return y + 44


def _total(sheet: Sheet, card: RecapCard, y: float) -> float:
    y += 104
    sheet.words(card.total.value, MARGIN - 4, y, HUGE, width=INNER, fill=sheet.palette.accent)
    sheet.words(card.total.label, MARGIN, y + 44, BODY, width=INNER, fill=sheet.palette.soft)
    return y + 44


def _highlights(sheet: Sheet, card: RecapCard, y: float) -> float:
    indent = 34
    for words in card.highlights[:4]:
        sheet.dot(MARGIN + 8, y + 20, 7, sheet.palette.accent)
        for line in wrap(words, BODY, INNER - indent, 2):
            sheet.line(line, MARGIN + indent, y + 29)
            y += _LINE
        y += 12
    return y
