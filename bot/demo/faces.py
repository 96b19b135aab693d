"""A picture for everybody in the demo: a disc in a colour of their own, with their initial."""

import colorsys
import io
from collections.abc import Sequence

from PIL import Image, ImageDraw, ImageFont

SIDE = 96
GREEN = 0.43


def draw_faces(names: Sequence[str]) -> list[bytes]:
    """One PNG for each name, in colours as far apart as the wheel allows, the first one green."""
    return [_face(name[0], GREEN + index / len(names)) for index, name in enumerate(names)]


def _face(initial: str, hue: float) -> bytes:
    image = Image.new("RGB", (SIDE, SIDE), _colour(hue))
    font = ImageFont.load_default(SIDE * 0.55)
    ImageDraw.Draw(image).text((SIDE / 2, SIDE / 2), initial, "white", font, anchor="mm")
    buffer = io.BytesIO()
    image.save(buffer, "PNG", optimize=True)
    return buffer.getvalue()


def _colour(hue: float) -> tuple[int, int, int]:
    red, green, blue = colorsys.hls_to_rgb(hue % 1, 0.42, 0.45)
    return round(red * 255), round(green * 255), round(blue * 255)
