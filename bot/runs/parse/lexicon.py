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
class Lexicon:
    """Phrases by their first token, longest first."""

    phrases: dict[str, list[tuple[tuple[str, ...], dict[str, float]]]] = field(default_factory=dict)

    def add(self, phrase: str, label: str, value: float) -> None:
        """Let `phrase` mean `label` as well; ValueError when it has no token."""
        first, *rest = (token.text for token in tokenize(spell(phrase)))
        same_start = self.phrases.setdefault(first, [])
        for others, meanings in same_start:
            if others == tuple(rest):
                meanings[label] = value
                return
        same_start.append((tuple(rest), {label: value}))
        same_start.sort(key=lambda entry: -len(entry[0]))

    def words(self) -> frozenset[str]:
        """Every first word of a phrase."""
        return frozenset(self.phrases)

    def filler_words(self) -> frozenset[str]:
        """Words so common that they say nothing about a post, whatever phrases they begin."""
        return frozenset(
            first
            for first, entries in self.phrases.items()
            if any(
                not rest and {"filler", "article"} & meanings.keys() for rest, meanings in entries
            )
        )

    def match(self, tokens: list[Token], start: int) -> tuple[int, Meanings]:
        """How many tokens the longest phrase at `start` takes, and its meanings; (1, {}) if none."""
        for rest, meanings in self.phrases.get(tokens[start].text, ()):
            end = start + 1 + len(rest)
            if not rest:
                return 1, meanings
            if end <= len(tokens) and all(
                tokens[start + 1 + at].text == word for at, word in enumerate(rest)
            ):
                return 1 + len(rest), meanings
        return 1, NOTHING


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
        prefix = "" if group == "cues" else f"{group}."
        for label, labelled in cues.items():
            for phrase in labelled:
                yield phrase, prefix + label, 0.0
