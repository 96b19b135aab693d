"""Words that fit: cleaned, measured with the fonts' own widths, clipped with an ellipsis, emoji drawn inline."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from itertools import groupby

from bot.render import emoji, fonts, joining

ELLIPSIS = "…"
_UNKNOWN = "·"
"""Stands for a letter that no shipped font has, at most three in a row."""
_LATIN_MARKS, _OTHER_MARKS = 1, 3
"""Marks kept on one letter: more is a tower that reaches into the line above."""
_EMOJI_EM = 1.2
"""An emoji's advance, in parts of the font's size."""
_JOINERS = "\u200c\u200d"
_UNDRAWN = {"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me"}
"""Nothing of one's own to see: controls, and marks that stand on no letter."""
_MOST_READ = 500
"""Characters of a line that are looked at; no card has room for as many."""
_BREAKS = re.compile("[^\\S\N{NO-BREAK SPACE}]+")
"""Where a line may end: at any space but one that forbids it."""
_RIGHT_TO_LEFT = "\u200f"


@dataclass(frozen=True, slots=True)
class Style:
    """A step of the typographic scale: size in units of the card, weight 400, 600 or 700."""

    size: float
    weight: int = 400


@dataclass(frozen=True, slots=True)
class Piece:
    """What stays together when a line is clipped: a letter with its marks, or an emoji."""

    text: str
    em: float
    family: str = ""
    emoji: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text, ready to be drawn."""

    pieces: tuple[Piece, ...]
    style: Style

    @property
    def width(self) -> float:
        """How wide it is at most, in units of the card."""
        return _em(self.pieces) * self.style.size

    def svg(self, x: float, y: float, fill: str, anchor: str = "start") -> str:
        """Drawn on the baseline `y`, from, around or up to `x` as `anchor` says."""
        if not any(piece.emoji for piece in self.pieces):
            return self._words(self.pieces, x, y, fill, anchor)
        x -= self.width * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        drawn = []
        runs = [list(run) for _, run in groupby(self.pieces, lambda piece: bool(piece.emoji))]
        for run in reversed(runs) if _reads_leftwards(self.pieces) else runs:
            drawn.append(self._emoji(run, x, y) if run[0].emoji else self._words(run, x, y, fill))
            x += _em(run) * self.style.size
        return "".join(drawn)

    def _words(
        self, pieces: Iterable[Piece], x: float, y: float, fill: str, anchor: str = "start"
    ) -> str:
        spans = [
            self._span(family, "".join(p.text for p in run), fill)
            for family, run in groupby(pieces, lambda piece: piece.family)
        ]
        where = "" if anchor == "start" else f' text-anchor="{anchor}"'
        return (
            f'<text x="{x:.1f}" y="{y:.1f}" font-size="{self.style.size:g}" fill="{fill}"'
            f' xml:space="preserve"{where}>{"".join(spans)}</text>'
        )

    def _span(self, family: str, words: str, fill: str) -> str:
        bold = self.style.weight > 400
        if family.startswith("Inter"):
            look = f' font-weight="{self.style.weight}"' if bold else ""
        else:  # these have one weight, and a line around each letter stands for another
            look = f' stroke="{fill}" stroke-width="{self.style.size / 40:.2f}"' if bold else ""
        return f'<tspan font-family="{family}"{look}>{escape(words, quote=False)}</tspan>'

    def _emoji(self, pieces: Iterable[Piece], x: float, y: float) -> str:
        scale = self.style.size / emoji.SIDE
        rise, step = 0.88 * self.style.size, _EMOJI_EM * self.style.size
        gap = (step - self.style.size) / 2
        return "".join(
            f'<g transform="translate({x + gap + i * step:.1f} {y - rise:.1f}) scale({scale:.4f})">'
            f"{emoji.picture(piece.emoji)}</g>"
            for i, piece in enumerate(pieces)
        )


def fit(words: str, style: Style, width: float) -> Line:
    """`words` on one line no wider than `width`, the end cut off with an ellipsis where needed."""
    pieces = _pieces(words, style.weight)
    if _em(pieces) * style.size <= width:
        return Line(tuple(pieces), style)
    tail = _pieces(ELLIPSIS, style.weight)
    if _reads_leftwards(pieces):
        tail = [Piece(ELLIPSIS + _RIGHT_TO_LEFT, tail[0].em, tail[0].family)]
    room = width / style.size - _em(tail)
    if room < 0:
        return Line((), style)
    kept: list[Piece] = []
    for piece in pieces:
        room -= piece.em
        if room < 0:
            break
        kept.append(piece)
    while kept and (kept[-1].text.isspace() or not _fits([*kept, *tail], style, width)):
        kept.pop()
    return Line((*_joined(kept), *tail), style)


def wrap(words: str, style: Style, width: float, lines: int) -> list[Line]:
    """`words` on at most `lines` lines, broken between words; what is too much is cut off in the last."""
    waiting = list(filter(None, _BREAKS.split(words)))
    wrapped: list[Line] = []
    while waiting and len(wrapped) < lines - 1:
        taken = 1
        while taken < len(waiting) and _fits(
            _pieces(" ".join(waiting[: taken + 1]), style.weight), style, width
        ):
            taken += 1
        wrapped.append(fit(" ".join(waiting[:taken]), style, width))
        waiting = waiting[taken:]
    return [*wrapped, fit(" ".join(waiting), style, width)] if waiting else wrapped


def _fits(pieces: Iterable[Piece], style: Style, width: float) -> bool:
    return _em(_joined(list(pieces))) * style.size <= width


def _em(pieces: Iterable[Piece]) -> float:
    return sum(piece.em for piece in pieces)


def _reads_leftwards(pieces: Iterable[Piece]) -> bool:
    directions = (unicodedata.bidirectional(c) for piece in pieces for c in piece.text)
    return next((d != "L" for d in directions if d in ("L", "R", "AL")), False)


def _pieces(words: str, weight: int) -> list[Piece]:
    """The line in pieces, each with a face that has it; towers of marks and what no font has are tamed."""
    text = " ".join(unicodedata.normalize("NFC", words[:_MOST_READ]).split())
    if text.isascii():  # most words: no emoji, marks or unknown letters to look for
        plain = _ascii(weight)
        return [plain[c] for c in text if c in plain]
    return _joined(list(_without_rows_of_unknown(_read(text, weight))))


@cache
def _ascii(weight: int) -> dict[str, Piece]:
    face = fonts.main_face(weight)
    return {chr(code): _piece(chr(code), face) for code in range(ord(" "), ord("~") + 1)}


def _joined(pieces: list[Piece]) -> list[Piece]:
    """The pieces as wide as they are beside each other; a last Arabic letter is wider than a joined one."""
    forms = joining.forms([piece.text for piece in pieces])
    return [
        replace(piece, em=_width_of(form, piece.em)) if form != piece.text[:1] else piece
        for piece, form in zip(pieces, forms, strict=True)
    ]


def _width_of(form: str, otherwise: float) -> float:
    face = fonts.face_of(form, 400)
    return face.advances[form] if face else otherwise


def _read(text: str, weight: int) -> Iterator[Piece]:
    main = fonts.main_face(weight)
    face = main
    place = 0
    while place < len(text):
        name, end = emoji.at(text, place)
        if name and not (end - place == 1 and main.has(text[place])):
            yield Piece(text[place:end], _EMOJI_EM, emoji=name)
            place = end
            continue
        character, end = text[place], _end_of_letter(text, place)
        place, letter = end, text[place:end]
        if unicodedata.category(character) in _UNDRAWN:
            continue
        # A space or a full stop stays in the face around it, so that words of one script are one run.
        if character.isalnum() or not face.has(character):
            face = fonts.face_of(character, weight) or main
        yield from _letter(letter, face, weight)


def _end_of_letter(text: str, start: int) -> int:
    end = start + 1
    while end < len(text) and (
        unicodedata.category(text[end]) in ("Mn", "Me", "Mc") or text[end] in _JOINERS
    ):
        end += 1
    return end


def _letter(letter: str, face: fonts.Face, weight: int) -> Iterator[Piece]:
    first = letter[0]
    if not face.has(first):
        plain = unicodedata.normalize("NFKC", first)  # 𝓐𝓷𝓪 is Ana in other clothes
        known = plain != first and all(map(fonts.main_face(weight).has, plain))
        yield from (_piece(c, fonts.main_face(weight)) for c in (plain if known else _UNKNOWN))
        return
    most = _LATIN_MARKS if face.family.startswith("Inter") else _OTHER_MARKS
    kept = (c for c in letter[1:] if face.has(c) or c in _JOINERS)
    marks = [c for c in kept if unicodedata.category(c) != "Me"][:most]
    yield _piece(first + "".join(marks), face)


def _piece(letter: str, face: fonts.Face) -> Piece:
    return Piece(letter, sum(face.advances.get(c, 0.0) for c in letter), face.family)


def _without_rows_of_unknown(pieces: Iterable[Piece]) -> Iterator[Piece]:
    for _, run in groupby(pieces, lambda piece: piece.text):
        same = list(run)
        yield from same[:3] if same[0].text == _UNKNOWN else same
