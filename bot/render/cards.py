"""Which drawing belongs to which card, and the PNG of it."""

import resvg_py

from bot.render import fonts, stats
from bot.render.model import Card


def svg(card: Card) -> str:
    """The card as SVG."""
    return stats.draw(card)


def png(card: Card) -> bytes:
    """The card as PNG; the same pixels on every machine, for it knows no fonts but the shipped ones."""
    return resvg_py.svg_to_bytes(
        svg_string=svg(card), skip_system_fonts=True, font_files=fonts.files()
    )
