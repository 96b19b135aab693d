"""Which drawing belongs to which card, and the PNG of it."""

from typing import assert_never

from bot.render import challenge, drawing, recap, stats, year
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
    """The card as PNG."""
    return drawing.png(svg(card))
