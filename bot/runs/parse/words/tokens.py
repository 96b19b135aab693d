"""Cuts plain text into words, numbers, marks and line ends; it knows no language."""

import re
from itertools import chain
from typing import NamedTuple

from bot.runs.parse.words.names import Names
from bot.runs.parse.words.normalize import MENTION, calm
from bot.runs.parse.words.remembered import Remembered

MOST_TOKENS = 200
"""Tokens read of a post, several times what anybody writes about a run."""


class Shape(Names):
    """What a token looks like."""

    WORD = "word"
    NUMBER = "number"
    MARK = "mark"
    LINE = "line"
    MENTION = "mention"


class Token(NamedTuple):
    """A piece of text in lower case; `spaced` says that a space or the start came before it."""

    shape: Shape
    text: str
    spaced: bool
    capital: bool


# French and Italian glue small words to the next with an apostrophe: "j'ai", "l'ora", "un'ora".
_ELIDED = r"(?i:[cdjlmnst]|qu|jusqu|un|all|dall|dell|nell|quell|sull)'(?=[^\W\d_]|\Z)"
# A number keeps the separators inside it, so that "1:12:30", "5'30" and "2026-11-14" are one token.
_PIECE = re.compile(
    r"((?<!\d[hH])\d+(?:/\d+){1,2}(?![\d'/]|[:.h]\d)"
    r"|(?:(?<![^(@~])\.)?\d+(?:[:.,'-]\d+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔])"
    rf"|({_ELIDED}"
    r"|[^\W\d_½¼¾⅓⅔]+(?:'[^\W\d_½¼¾⅓⅔]+)*)"
    r"|([^\w\s])"
)
_WORD, _NUMBER, _MARK = Shape.WORD, Shape.NUMBER, Shape.MARK
_NEW_LINE = Token(Shape.LINE, "\n", False, False)
_USUAL = 24
"""Characters of a chunk that is remembered; longer ones are not worth it."""


def tokenize(plain: str) -> list[Token]:
    """The tokens of a normalized text, in order."""
    tokens: list[Token] = []
    for number, line in enumerate(plain.split("\n")):
        if number:
            tokens.append(_NEW_LINE)
        begun = len(tokens)
        tokens += chain.from_iterable(map(_pieces_of, line.split()))
        if number and begun < len(tokens) and not line[0].isspace():
            tokens[begun] = tokens[begun]._replace(spaced=False)
    return tokens[:MOST_TOKENS]


def _pieces(chunk: str) -> tuple[Token, ...]:
    """The tokens of a text without spaces, "sooo" as "so"."""
    if chunk.isalpha():
        return (Token(_WORD, calm(chunk).lower(), True, chunk[0].isupper()),)
    tokens: list[Token] = []
    for piece in _PIECE.finditer(chunk):
        number, word, mark = piece.groups()
        spaced = not tokens
        if word:
            tokens.append(Token(_WORD, calm(word).lower(), spaced, word[0].isupper()))
        elif number:
            tokens.append(Token(_NUMBER, number, spaced, False))
        else:
            shape = Shape.MENTION if mark == MENTION else _MARK
            tokens.append(Token(shape, mark, spaced, False))
        if len(tokens) == MOST_TOKENS:
            break
    return tuple(tokens)


class _Pieces(Remembered[str, tuple[Token, ...]]):
    def __missing__(self, chunk: str) -> tuple[Token, ...]:
        return super().__missing__(chunk) if len(chunk) <= _USUAL else self.make(chunk)


_KNOWN = _Pieces(_pieces, 4096)
_pieces_of = _KNOWN.__getitem__


def forget() -> None:
    """Remembers no text any longer, as after the word lists, most of whose phrases nobody posts for a while."""
    _KNOWN.clear()
