"""Cuts plain text into words, numbers, marks and line ends; it knows no language."""

import re
from enum import StrEnum
from typing import NamedTuple

from bot.runs.parse.normalize import MENTION

MOST_TOKENS = 200
"""Tokens read of a post, several times what anybody writes about a run."""


class Shape(StrEnum):
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
_TOKEN = re.compile(
    r"([^\S\n]*)(?:"
    r"(\d+(?:/\d+){1,2}(?![\d'/]|[:.]\d)"
    r"|(?:(?<![^\s(@~])\.)?\d+(?:[:.,'-]\d+)*[½¼¾⅓⅔]?|[½¼¾⅓⅔])"
    rf"|({_ELIDED}"
    r"|[^\W\d_½¼¾⅓⅔]+(?:'[^\W\d_½¼¾⅓⅔]+)*)"
    r"|(\n|[^\w\s]))"
)
_WORD, _NUMBER, _MARK = Shape.WORD, Shape.NUMBER, Shape.MARK
_OTHERS = {"\n": Shape.LINE, MENTION: Shape.MENTION}


def tokenize(plain: str) -> list[Token]:
    """The tokens of a normalized text, in order."""
    tokens: list[Token] = []
    for gap, number, word, mark in _TOKEN.findall(plain):
        spaced = bool(gap) or not tokens
        if word:
            tokens.append(Token(_WORD, word.lower(), spaced, word[0].isupper()))
        elif number:
            tokens.append(Token(_NUMBER, number, spaced, False))
        else:
            tokens.append(Token(_OTHERS.get(mark, _MARK), mark, spaced, False))
        if len(tokens) == MOST_TOKENS:
            break
    return tokens
