"""Words on a card: none is wider than its room, none is drawn as a box, and all are safe inside SVG."""

import io
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.render import drawing, fonts
from bot.render.text import ELLIPSIS, Style, fit, wrap

STYLES = (Style(24), Style(28, 600), Style(50, 700))
GREETINGS = {
    "Latin": "Zoë Ångström-Łukasz Nguyễn",
    "Greek": "Καλημέρα",
    "Cyrillic": "Доброе утро",
    "Arabic": "صباح الخير يا عبد الله",
    "Persian": "پژمان چگونه می‌دود",
    "Hebrew": "בוקר טוב",
    "Thai": "สวัสดีตอนเช้า",
    "Devanagari": "सुप्रभात हिन्दी",
    "Georgian": "დილა მშვიდობისა",
    "Armenian": "Բարի լույս",
    "Bengali": "সুপ্রভাত",
    "Tamil": "காலை வணக்கம்",
    "Korean": "좋은 아침",
    "Japanese": "おはようございます 陽子",
    "Chinese": "早上好 跑步俱乐部 跑步俱樂部",
    "Signs": "24:30 · 5 km → ½ ✓ ★ “so” – €",
}
SIGNS = "aWمبאไ走🏃🏽\u200d\u200c♀\ufe0f🇪🇺\u0301\u0640 &<>\"'\x00\x0b\ufffe"
ANYTHING = st.text(max_size=60) | st.text([*SIGNS, "\ud800"], max_size=60)


def words_of(line):
    return "".join(piece.text for piece in line.pieces)


def ink(line):
    """How wide the line is as it is drawn, from where it begins to its last pixel."""
    body = line.svg(100, 60, "#000000")
    svg = f'<svg xmlns="http://www.w3.org/2000/svg" width="1300" height="90">{body}</svg>'
    box = Image.open(io.BytesIO(drawing.png(svg))).getchannel("A").getbbox()
    return box[2] - 100


@given(ANYTHING, st.sampled_from(STYLES), st.integers(0, 900))
def test_no_line_is_wider_than_its_room(words, style, width):
    """Whatever is written, the line is at most as wide as the room it was given."""
    assert fit(words, style, width).width <= width + 1e-6


@given(ANYTHING, st.sampled_from(STYLES), st.integers(60, 900), st.integers(1, 4))
def test_no_paragraph_has_more_lines_than_its_room(words, style, width, lines):
    """Wrapped words keep both to their width and to their number of lines."""
    wrapped = wrap(words, style, width, lines)
    assert len(wrapped) <= lines
    assert all(line.width <= width + 1e-6 for line in wrapped)


@given(ANYTHING)
def test_whatever_is_written_is_sound_svg(words):
    """Controls, lone surrogates and the signs of XML itself leave a document that can be read."""
    line = fit(words, STYLES[0], 900)
    drawn = ElementTree.fromstring(f"<svg>{line.svg(0, 0, '#000')}</svg>")
    letters = "".join(text for part in drawn.iter("text") for text in part.itertext())
    assert sorted(letters) == sorted("".join(p.text for p in line.pieces if not p.emoji))


@pytest.mark.parametrize("script", GREETINGS)
@pytest.mark.parametrize("style", STYLES)
def test_words_are_drawn_as_wide_as_measured(script, style):
    """The measured width is that of the drawing, or a little more where letters move together."""
    line = fit(GREETINGS[script], style, 2000)
    assert ELLIPSIS not in words_of(line)
    assert 0.85 * line.width - 3 <= ink(line) <= line.width + 3


@pytest.mark.parametrize("script", GREETINGS)
def test_every_letter_has_a_face(script):
    """Each of these scripts is drawn by a shipped font, letter by letter."""
    drawn = words_of(fit(GREETINGS[script], STYLES[0], 5000))
    assert drawn == GREETINGS[script]


def test_a_long_name_ends_in_an_ellipsis():
    """What does not fit is cut off at the end, and no space is left before the ellipsis."""
    assert words_of(fit("Ana Sofia Lindqvist", STYLES[0], 75)) == "Ana…"


@given(st.text("بتسعمهندارو ", min_size=1, max_size=40), st.integers(40, 400))
@settings(max_examples=25)
def test_a_joined_name_that_is_cut_stays_in_its_room(words, width):
    """An Arabic letter is wider at the end than inside a word, and the cut reckons with it."""
    line = fit(words, STYLES[0], width)
    if line.pieces:
        assert ink(line) <= width + 3


def test_letters_nobody_ships_are_dots():
    """A script that no font has is three dots at most, never a row of boxes."""
    assert words_of(fit("ᎠᎡᎢᎣᎤᎥ", STYLES[0], 900)) == "···"


def test_fancy_letters_are_undressed():
    """Names in mathematical letters are shown in plain ones."""
    assert words_of(fit("𝓐𝓷𝓪 ｒｕｎｓ 𝟱𝐤", STYLES[0], 900)) == "Ana ｒｕｎｓ 5k"


def test_towers_of_marks_are_taken_down():
    """One mark stays on a Latin letter, and what frames or strikes a letter goes."""
    tower = "Z" + "\u0351\u036b\u0343" * 9 + "o\u0489"
    assert len(words_of(fit(tower, STYLES[0], 900))) <= 3


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("🏃", ["1f3c3"]),
        ("🏃🏽‍♀️", ["1f3c3-1f3fd-200d-2640"]),
        ("❤️ ❤", ["2764"]),
        ("🇪🇺🇵🇹", ["1f1ea-1f1fa", "1f1f5-1f1f9"]),
        ("5️⃣", ["35-20e3"]),
        ("👩🏻‍❤️‍👨🏿", ["1f469-200d-2764-200d-1f468"]),
        ("5 km © ™", []),
    ],
)
def test_the_longest_emoji_is_drawn(words, names):
    """Joined emoji are one picture, two tones fall back to none, and signs of writing stay words."""
    line = fit(words, STYLES[0], 900)
    drawn = [piece.emoji for piece in line.pieces if piece.emoji]
    assert drawn == names
    assert "<path" in line.svg(0, 0, "#000") or not names


def test_thirty_two_emoji_are_cut():
    """A name of emoji alone is cut like every other."""
    line = fit("🏃" * 32, Style(50, 700), 600)
    assert words_of(line) == "🏃" * (len(line.pieces) - 1) + ELLIPSIS
    assert 5 < len(line.pieces) < 12


def test_every_shipped_face_is_read():
    """No font file lies there without a use, and each has letters of its own."""
    files = {file.name for file in fonts.FOLDER.iterdir() if file.suffix in (".ttf", ".otf")}
    assert {file.name for file in fonts.files()} == files


def test_no_line_ends_before_a_percent_sign():
    """A number keeps its % on its own line, as wide as with any space between them."""
    style = Style(24)
    words, kept = "so far 49 % of it", "so far 49\u00a0% of it"
    width = fit("so far 49", style, 1000).width
    assert words_of(wrap(words, style, width, 9)[0]) == "so far 49"
    assert [words_of(line) for line in wrap(kept, style, width, 9)] == ["so far", "49 % of", "it"]
    assert fit(kept, style, 1000).width == fit(words, style, 1000).width
