"""Which drawing belongs to which card, and the PNG of it."""

from typing import assert_never

import resvg_py

from bot.render import challenge, fonts, recap, stats, year
from bot.render.model import Card, ChallengeCard, RecapCard, StatsCard, YearCard


def svg(card: Card) -> str:
    """The card as SVG."""
    match card:
        case StatsCard():
            return stats.draw(card)
        case RecapCard():
            return recap.draw(card)
        case ChallengeCard():
            return challenge.draw(card)
        case YearCard():
            return year.draw(card)
        case _:
            assert_never(card)


def png(card: Card) -> bytes:
    """The card as PNG; the same pixels on every machine, for it knows no fonts but the shipped ones."""
    return resvg_py.svg_to_bytes(
        svg_string=svg(card), skip_system_fonts=True, font_files=fonts.files()
    )
