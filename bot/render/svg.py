"""A sheet on which a card is drawn: words that fit, boxes, bars and dots, written as SVG."""

from bot.render.look import MARGIN, PIXELS, WIDTH, Palette
from bot.render.text import Line, Style, fit

_CORNER = 36


class Sheet:
    """What was drawn so far. Lengths are units of the card; a share is 0 to 1 and kept there."""

    def __init__(self, palette: Palette) -> None:
        self.palette = palette
        self._drawn: list[str] = []

    def words(
        self,
        words: str,
        x: float,
        y: float,
        style: Style,
        *,
        width: float,
        fill: str | None = None,
        anchor: str = "start",
    ) -> float:
        """Write on the baseline `y`, no wider than `width`; gives the width taken."""
        line = fit(words, style, width)
        self.line(line, x, y, fill=fill, anchor=anchor)
        return line.width

    def line(
        self, line: Line, x: float, y: float, *, fill: str | None = None, anchor: str = "start"
    ) -> None:
        """Write a line that was fitted before."""
        self._drawn.append(line.svg(x, y, fill or self.palette.ink, anchor))

    def box(
        self, x: float, y: float, width: float, height: float, fill: str, *, corner: float = 0
    ) -> None:
        """A rectangle, its corners round."""
        corner = min(corner, width / 2, height / 2)
        self._drawn.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
            f' rx="{corner:.1f}" fill="{fill}"/>'
        )

    def plain_square(self, x: float, y: float, side: float, fill: str) -> None:
        """A square with sharp edges, for many in the background: each round one costs time."""
        self._drawn.append(
            f'<rect x="{x:.1f}" y="{y:.1f}" width="{side:.1f}" height="{side:.1f}" fill="{fill}"'
            ' shape-rendering="crispEdges"/>'
        )

    def bar(self, x: float, y: float, width: float, height: float, share: float, fill: str) -> None:
        """A round track filled up to `share`; a share above nothing is always seen."""
        self.box(x, y, width, height, self.palette.faint, corner=height)
        if share > 0:
            self.box(x, y, max(height, width * min(share, 1)), height, fill, corner=height)

    def dot(self, x: float, y: float, radius: float, fill: str, edge: str | None = None) -> None:
        """A disc around a point, with an edge where one is named."""
        rim = f' stroke="{edge}" stroke-width="5"' if edge else ""
        self._drawn.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{fill}"{rim}/>'
        )

    def rule(self, y: float) -> None:
        """A fine line from margin to margin."""
        self.box(MARGIN, y, WIDTH - 2 * MARGIN, 2, self.palette.edge)

    def svg(self, height: float) -> str:
        """The whole card, `height` units high."""
        high = round(height)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{PIXELS}" height="{high * PIXELS / WIDTH:.0f}"'
            f' viewBox="0 0 {WIDTH} {high}">'
            f'<rect x="1" y="1" width="{WIDTH - 2}" height="{high - 2}" rx="{_CORNER}"'
            f' fill="{self.palette.ground}" stroke="{self.palette.edge}" stroke-width="2"/>'
            f"{''.join(self._drawn)}</svg>"
        )
