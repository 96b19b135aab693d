"""Each card looks as it did when somebody looked at it: `python -m tests.render.samples` draws anew."""

import io

import pytest
from PIL import Image, ImageChops

from bot.render.cards import png
from tests.render.samples import CARDS, GOLDEN

MOST_BYTES = 150_000
TOLERANCE = 2
"""Of 255, in any channel: another processor may round the edge of a curve differently."""


def pixels(png_bytes):
    return Image.open(io.BytesIO(png_bytes)).convert("RGBA")


@pytest.mark.parametrize("name", CARDS)
def test_a_card_looks_as_before(name):
    """Every pixel of a card is that of the golden picture, and the file is small."""
    drawn = png(CARDS[name])
    golden = (GOLDEN / f"{name}.png").read_bytes()
    assert len(drawn) <= MOST_BYTES
    if drawn != golden:
        assert pixels(drawn).size == pixels(golden).size
        apart = ImageChops.difference(pixels(drawn), pixels(golden))
        assert max(most for _, most in apart.getextrema()) <= TOLERANCE


def test_every_golden_picture_has_its_card():
    """No picture is left over from a card that is gone."""
    assert {file.stem for file in GOLDEN.iterdir()} == set(CARDS)


@pytest.mark.parametrize("name", CARDS)
def test_the_margins_stay_empty(name):
    """Nothing that a card shows reaches into its margins, whatever its words are."""
    drawn = pixels(png(CARDS[name])).convert("RGB")
    ground = drawn.getpixel((20, drawn.height // 2))
    for left in (6, drawn.width - 40):
        strip = drawn.crop((left, 40, left + 34, drawn.height - 40))
        assert strip.getcolors() == [(34 * (drawn.height - 80), ground)]
