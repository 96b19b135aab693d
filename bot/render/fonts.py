"""The shipped fonts: which face has a character, and how wide it is drawn."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent / "assets" / "fonts"
SCRIPTS = (
    "Arabic",
    "Hebrew",
    "Thai",
    "Devanagari",
    "Georgian",
    "Armenian",
    "Bengali",
    "Tamil",
    "Telugu",
    "Kannada",
    "Malayalam",
    "Gujarati",
    "Gurmukhi",
    "Sinhala",
    "Khmer",
    "Lao",
    "Myanmar",
    "Ethiopic",
)


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file and the advance of each of its characters, in parts of the font's size."""

    family: str
    weight: int
    advances: dict[str, float]

    def has(self, character: str) -> bool:
        """Whether the character is drawn by this face, not as a box."""
        return character in self.advances


_INTER = {
    400: ("Inter-Regular.ttf", "Inter"),
    600: ("Inter-SemiBold.ttf", "Inter"),
    700: ("Inter-Display.ttf", "Inter Display"),
}
_OTHERS = (
    *((f"NotoSans{script}.ttf", f"Noto Sans {script}") for script in SCRIPTS),
    ("NotoSansCJK.otf", "Noto Sans CJK JP"),
)


def files() -> list[Path]:
    """The files of all faces."""
    return [FOLDER / name for name, _ in (*_INTER.values(), *_OTHERS)]


def main_face(weight: int) -> Face:
    """Inter in the weight 400, 600 or 700: Latin, Greek, Cyrillic and signs."""
    name, family = _INTER[weight]
    return _read(name, family, weight)


@cache
def face_of(character: str, weight: int) -> Face | None:
    """The first face that has the character, or None."""
    if main_face(weight).has(character):
        return main_face(weight)
    others = (_read(name, family, 400) for name, family in _OTHERS)
    return next((face for face in others if face.has(character)), None)


@cache
def _read(name: str, family: str, weight: int) -> Face:
    data = (FOLDER / name).read_bytes()
    tables = _tables(data)
    (units,) = struct.unpack_from(">H", data, tables["head"] + 18)
    (measured,) = struct.unpack_from(">H", data, tables["hhea"] + 34)
    widths = struct.unpack_from(">" + "Hh" * measured, data, tables["hmtx"])[::2]
    glyphs = _characters(data, tables["cmap"])
    # Glyphs beyond the measured ones are as wide as the last of them.
    advances = {chr(code): widths[min(g, measured - 1)] / units for code, g in glyphs if g}
    return Face(family, weight, advances)


def _tables(data: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", data, 4)
    records = (struct.unpack_from(">4sLLL", data, 12 + 16 * i) for i in range(count))
    return {tag.decode("ascii"): offset for tag, _, offset, _ in records}


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    """The glyph of each code point, from the wider of the two formats that fonts of today have."""
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    tables = (struct.unpack_from(">L", data, cmap + 8 + 8 * i)[0] + cmap for i in range(count))
    form, at = max((*struct.unpack_from(">H", data, table), table) for table in tables)
    return _groups(data, at) if form == 12 else _segments(data, at)


def _segments(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 4: up to U+FFFF, as stretches whose glyphs are a shift away or stand in a list."""
    (twice,) = struct.unpack_from(">H", data, at + 6)
    count = twice // 2
    ends = struct.unpack_from(f">{count}H", data, at + 14)
    starts = struct.unpack_from(f">{count}H", data, at + 16 + twice)
    deltas = struct.unpack_from(f">{count}H", data, at + 16 + 2 * twice)
    lists = at + 16 + 3 * twice
    for i, (start, end, delta) in enumerate(zip(starts, ends, deltas, strict=True)):
        (skip,) = struct.unpack_from(">H", data, lists + 2 * i)
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if skip:
                (glyph,) = struct.unpack_from(">H", data, lists + 2 * i + skip + 2 * (code - start))
            yield code, (glyph + delta) & 0xFFFF if glyph or not skip else 0


def _groups(data: bytes, at: int) -> Iterator[tuple[int, int]]:
    """Format 12: any code point, as stretches with glyphs in a row."""
    (count,) = struct.unpack_from(">L", data, at + 12)
    for i in range(count):
        start, end, glyph = struct.unpack_from(">LLL", data, at + 16 + 12 * i)
        yield from zip(range(start, end + 1), range(glyph, glyph + end - start + 1), strict=True)
