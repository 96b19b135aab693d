"""SVG to PNG with the shipped fonts alone, so that the pixels are the same on every machine.

Two bindings of one library: `resvg` keeps the fonts that it has read, `resvg_py` finds them anew for each letter,
which is half of what a card costs. But the version in `resvg` (0.47) gives no room to marks that stand beside their
letter, as Devanagari, Tamil or Khmer have them, so words with such marks are drawn by the other one (0.48).
"""

import re
import unicodedata
from functools import cache

import resvg
import resvg_py
from resvg import usvg

from bot.render import fonts

_AS_IT_IS = (1, 0, 0, 0, 1, 0)
"""Neither moved nor scaled: the first two rows of a matrix."""


def png(svg: str) -> bytes:
    """The drawing as PNG."""
    if _marks_beside().search(svg):
        files = [str(file) for file in fonts.files()]
        return resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=files)
    return resvg.render(usvg.Tree.from_str(svg, _options()), _AS_IT_IS)


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
