"""A bar with its name over it and a note beside the name."""

from bot.render.look import BODY, INNER, MARGIN, NOTE
from bot.render.model import Progress
from bot.render.svg import Sheet

THICK = 22


def progress(sheet: Sheet, shown: Progress, y: float, fill: str) -> float:
    """Across the card, from `y` down; gives where it ends."""
    soft = sheet.palette.soft
    taken = sheet.words(
        shown.note, MARGIN + INNER, y + 28, NOTE, width=INNER * 0.45, fill=soft, anchor="end"
    )
    sheet.words(shown.title, MARGIN, y + 28, BODY, width=INNER - taken - 24)
    sheet.bar(MARGIN, y + 46, INNER, THICK, shown.share, fill)
    return y + 46 + THICK
