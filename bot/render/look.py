"""One typographic scale and two palettes, which all cards share.

A card is 900 units wide and often seen at 400 pixels, where the smallest size here is still 11 pixels high.
Steps of colour differ in lightness and not in hue alone, so they read without colour, too.
"""

from dataclasses import dataclass

from bot.render.text import Style

WIDTH = 900
PIXELS = 800
"""What a card's width is drawn as; each pixel costs time."""
MARGIN = 52
INNER = WIDTH - 2 * MARGIN

NOTE = Style(24)
BODY = Style(28)
STRONG = Style(28, 600)
LABEL = Style(24, 600)
HEAD = Style(34, 600)
FIGURE = Style(52, 700)
TITLE = Style(50, 700)
HUGE = Style(116, 700)


@dataclass(frozen=True, slots=True)
class Palette:
    """The colours of a card, each by what it is for."""

    ground: str
    edge: str
    ink: str
    soft: str
    faint: str
    accent: str
    second: str
    heat: tuple[str, str, str, str, str]
    """None, and four steps from a little to much."""
    teams: tuple[str, ...]


NIGHT = Palette(
    ground="#171D29",
    edge="#2C3548",
    ink="#F7F4EC",
    soft="#A9B4C8",
    faint="#293244",
    accent="#FFB84D",
    second="#5CC4E4",
    heat=("#252E40", "#2C5F80", "#3C97B0", "#86D0BF", "#FBE38A"),
    teams=(
        "#FFB84D",
        "#5CC4E4",
        "#F28E8E",
        "#7FD1AE",
        "#B9A5F2",
        "#F3E27A",
        "#E5A3D0",
        "#9DB8D9",
    ),
)
PAPER = Palette(
    ground="#FBF5E9",
    edge="#E3D8C3",
    ink="#22303F",
    soft="#6B6F74",
    faint="#ECE2CF",
    accent="#C8611B",
    second="#1F6F8B",
    heat=("#EDE4D3", "#F2CF8E", "#E29A4A", "#B65A2B", "#6B2B2A"),
    teams=(),
)
