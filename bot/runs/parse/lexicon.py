"""Gives words their meanings, read from one data file per language at import."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType
from typing import NamedTuple

from bot.runs.parse.normalize import spell
from bot.runs.parse.tokens import Shape, Token, tokenize

Meanings = Mapping[str, float]
"""Label -> value, such as {"distance_unit": 1000.0}; labels without a value hold 0."""

NOTHING: Meanings = MappingProxyType({})


class Lexeme(NamedTuple):
    """A word, phrase, number or mark together with everything it may mean."""

    shape: Shape
    text: str
    meanings: Meanings
    spaced: bool
    capital: bool


@dataclass(slots=True)
class _Node:
    """The meanings of the phrase that ends here, and the tokens that may follow."""

    meanings: dict[str, float] = field(default_factory=dict)
    following: dict[str, "_Node"] = field(default_factory=dict)


class Lexicon:
    """Phrases as a tree of tokens."""

    def __init__(self) -> None:
        self._root = _Node()

    def add(self, phrase: str, label: str, value: float) -> None:
        """Let `phrase` mean `label` as well; ValueError when it has no token."""
        tokens = tokenize(spell(phrase))
        if not tokens:
            raise ValueError(f"{phrase!r} ({label}) holds nothing to look for")
        node = self._root
        for token in tokens:
            node = node.following.setdefault(token.text, _Node())
        node.meanings[label] = value

    def entries(self) -> Iterator[tuple[tuple[str, ...], Meanings]]:
        """Every phrase with its meanings."""
        waiting: list[tuple[tuple[str, ...], _Node]] = [((), self._root)]
        while waiting:
            phrase, node = waiting.pop()
            if node.meanings:
                yield phrase, node.meanings
            waiting += [((*phrase, word), child) for word, child in node.following.items()]

    def match(self, tokens: list[Token], start: int) -> tuple[int, Meanings]:
        """How many tokens the longest phrase at `start` takes, and its meanings; (1, {}) if none."""
        node = self._root.following.get(tokens[start].text)
        width, meanings, at = 1, NOTHING, start
        while node is not None:
            at += 1
            if node.meanings:
                width, meanings = at - start, node.meanings
            node = node.following.get(tokens[at].text) if at < len(tokens) else None
        return width, meanings


def lexemes(tokens: list[Token], lexicon: Lexicon) -> list[Lexeme]:
    """The tokens with their meanings, phrases joined."""
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        width, meanings = lexicon.match(tokens, at)
        first = tokens[at]
        text = first.text if width == 1 else " ".join(t.text for t in tokens[at : at + width])
        shape = Shape.WORD if width > 1 else first.shape
        found.append(Lexeme(shape, text, meanings, first.spaced, first.capital))
        at += width
    return found


def load(language: str) -> Lexicon:
    """The lexicon of one language file, such as "en"; FileNotFoundError when there is none."""
    source = files(__package__).joinpath("languages", f"{language}.toml")
    lexicon = Lexicon()
    for phrase, label, value in _entries(tomllib.loads(source.read_text(encoding="utf-8"))):
        lexicon.add(phrase, label, value)
    return lexicon


def _entries(data: dict[str, dict[str, dict[str, list[str]]]]) -> Iterator[tuple[str, str, float]]:
    """Phrase, label and value of everything in a language file (its own head explains the form)."""
    for label, by_value in data["values"].items():
        for value, phrases in by_value.items():
            for phrase in phrases:
                yield phrase, label, float(value)
    for group, cues in data["labels"].items():
        for label, phrases in cues.items():
            for phrase in phrases:
                if group == "cues":
                    yield phrase, label, 0.0
                else:
                    yield phrase, group, 0.0
                    yield phrase, f"{group}.{label}", 0.0
