"""SVG to PNG with the shipped fonts alone, so that the pixels are the same on every machine.

Two bindings of one library: `resvg` keeps the fonts that it has read, `resvg_py` finds them anew for each letter,
which made half of what a card cost. But the version in `resvg` (0.47) gives no room to marks that stand beside their
letter, as Devanagari, Tamil or Khmer have them. Lines with such marks are drawn by the other one (0.48), each as a
picture of its own that the card then holds.
"""

import re
import unicodedata
from base64 import b64encode
from functools import cache
from math import ceil, floor

import resvg
import resvg_py
from resvg import usvg

from bot.render import fonts
from bot.render.look import PIXELS, WIDTH

_AS_IT_IS = (1, 0, 0, 0, 1, 0)
"""Neither moved nor scaled: the first two rows of a matrix."""
_LINE = re.compile(r'<text x="[^"]*" y="([^"]*)" font-size="([^"]*)".*?</text>', re.DOTALL)
_PIXEL = WIDTH / PIXELS
"""Side of a pixel, in units of the card."""
_ABOVE_EM, _BELOW_EM = 1.6, 1.0
"""How far letters and their marks reach from the baseline, in parts of the font's size."""


def png(svg: str) -> bytes:
    """The drawing as PNG; its lines are those of `bot.render.text`."""
    if _marks_beside().search(svg):
        svg = _LINE.sub(_placed, svg)
    return resvg.render(usvg.Tree.from_str(svg, _options()), _AS_IT_IS)


def _placed(line: re.Match[str]) -> str:
    """The line itself, or its picture where it has marks beside their letters: as wide as the card, on whole pixels."""
    if not _marks_beside().search(line[0]):
        return line[0]
    baseline, em = float(line[1]), float(line[2])
    top = floor((baseline - _ABOVE_EM * em) / _PIXEL)
    high = ceil((baseline + _BELOW_EM * em) / _PIXEL) - top
    place = f'y="{top * _PIXEL}" width="{WIDTH}" height="{high * _PIXEL}"'
    strip = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{PIXELS}" height="{high}"'
        f' viewBox="0 {top * _PIXEL} {WIDTH} {high * _PIXEL}">{line[0]}</svg>'
    )
    files = [str(file) for file in fonts.files()]
    drawn = resvg_py.svg_to_bytes(svg_string=strip, skip_system_fonts=True, font_files=files)
    return f'<image {place} href="data:image/png;base64,{b64encode(drawn).decode()}"/>'


@cache
def _options() -> usvg.Options:
    options = usvg.Options.default()
    for file in fonts.files():
        options.load_font_data(file.read_bytes())
    return options


@cache
def _marks_beside() -> re.Pattern[str]:
    marks = (chr(c) for c in range(0x10000) if unicodedata.category(chr(c)) == "Mc")
    return re.compile(f"[{''.join(marks)}]")
