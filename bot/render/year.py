"""The year letter: a sheet of paper to keep, with what a year on foot came to."""

from bot.render import calendar
from bot.render.figures import figures
from bot.render.look import BODY, HEAD, HUGE, INNER, LABEL, MARGIN, PAPER, TITLE
from bot.render.model import YearCard
from bot.render.svg import Sheet
from bot.render.text import wrap

_LINE = 42


def draw(card: YearCard) -> str:
    """The card as SVG."""
    sheet = Sheet(PAPER)
    y = _head(sheet, card) + 48
    y = figures(sheet, card.figures[:4], y) + 48
    y = calendar.draw(sheet, card.calendar, y) + 40
    if card.findings or card.closing:
        sheet.rule(y)
        y = _letter(sheet, card, y + 36)
    return sheet.svg(y + MARGIN - 16)


def _head(sheet: Sheet, card: YearCard) -> float:
    sheet.words(card.title, MARGIN, MARGIN + 24, LABEL, width=INNER, fill=sheet.palette.soft)
    y = MARGIN + 140
    sheet.words(card.year, MARGIN - 4, y, HUGE, width=INNER, fill=sheet.palette.accent)
    sheet.words(card.name, MARGIN, y + 78, TITLE, width=INNER)
    return y + 78


def _letter(sheet: Sheet, card: YearCard, y: float) -> float:
    for finding in card.findings[:3]:
        for line in wrap(finding, BODY, INNER, 3):
            sheet.line(line, MARGIN, y + 28)
            y += _LINE
        y += 16
    if card.closing:
        sheet.words(card.closing, MARGIN, y + 38, HEAD, width=INNER, fill=sheet.palette.accent)
        y += 54
    return y
