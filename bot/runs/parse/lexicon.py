"""Gives words their meanings, read from one data file per language at import."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple

from bot.runs.parse.normalize import spell
from bot.runs.parse.tokens import Shape, Token, tokenize

Meanings = Mapping[str, float]
"""Label -> value, such as {"distance_unit": 1000.0}; labels without a value hold 0."""

NOTHING: Meanings = MappingProxyType({})


class Lexeme(NamedTuple):
    """A word, phrase, number or mark together with everything it may mean.

    `guess` is "verb" or "adverb" for an unknown word that ends like one.
    """

    shape: Shape
    text: str
    meanings: Meanings
    spaced: bool
    capital: bool
    guess: str = ""


@dataclass(slots=True)
class _Node:
    """The meanings of the phrase that ends here, and the tokens that may follow."""

    meanings: dict[str, float] = field(default_factory=dict)
    following: dict[str, "_Node"] = field(default_factory=dict)


class Lexicon:
    """The phrases of one language as a tree of tokens, and the endings that tell on unknown words."""

    def __init__(self, language: str, *, capital_nouns: bool = False) -> None:
        self.language = language
        self.capital_nouns = capital_nouns
        self._root = _Node()
        self._phrases: dict[tuple[str, ...], dict[str, float]] = {}
        self._endings: dict[str, str] = {}

    def add(self, phrase: str, label: str, value: float) -> None:
        """Let `phrase` mean `label` as well; ValueError when it has no token."""
        words = _cut(phrase)
        if not words:
            raise ValueError(f"{phrase!r} ({label}) holds nothing to look for")
        meanings = self._phrases.get(words)
        if meanings is None:
            meanings = self._phrases[words] = self._node(words).meanings
        meanings[label] = value

    def _node(self, words: tuple[str, ...]) -> _Node:
        node = self._root
        for word in words:
            following = node.following.get(word)
            if following is None:
                following = node.following[word] = _Node()
            node = following
        return node

    def add_ending(self, ending: str, label: str) -> None:
        """Let unknown words that end in `ending` carry `label`; "verb" and "adverb" are guesses."""
        self._endings[spell(ending).lower()] = label

    def by_ending(self, word: str) -> str:
        """The label that the end of an unknown word tells, or nothing."""
        tells = (end for end in self._endings if len(word) > len(end) + 1 and word.endswith(end))
        return self._endings.get(max(tells, key=len, default=""), "")

    def words(self) -> frozenset[str]:
        """Every word that stands in a phrase: what this language can be recognised by."""
        return frozenset(word for phrase in self._phrases for word in phrase if word[0].isalpha())

    def entries(self) -> Iterable[tuple[tuple[str, ...], Meanings]]:
        """Every phrase with its meanings."""
        return self._phrases.items()

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


def _cut(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase; one of mere letters, as most are, needs no tokenizer."""
    plain = spell(phrase).lower()
    words = plain.split()
    if "".join(words).isalpha():
        return tuple(words)
    return tuple(token.text for token in tokenize(plain))


def lexemes(tokens: list[Token], lexicons: Sequence[Lexicon]) -> list[Lexeme]:
    """The tokens with their meanings, phrases joined; the first lexicon that knows a word wins."""
    found: list[Lexeme] = []
    at = 0
    while at < len(tokens):
        width, meanings = 1, NOTHING
        for lexicon in lexicons:
            width, meanings = lexicon.match(tokens, at)
            if meanings:
                break
        found.append(_lexeme(tokens, at, width, meanings, lexicons[0]))
        at += width
    return found


def _lexeme(
    tokens: list[Token], at: int, width: int, meanings: Meanings, lexicon: Lexicon
) -> Lexeme:
    shape, text, spaced, capital = tokens[at]
    if width > 1:
        text = " ".join(token.text for token in tokens[at : at + width])
        return Lexeme(Shape.WORD, text, meanings, spaced, capital)
    if meanings or shape is not Shape.WORD:
        return Lexeme(shape, text, meanings, spaced, capital)
    label = lexicon.by_ending(text)
    if label in ("", "verb", "adverb"):
        return Lexeme(shape, text, NOTHING, spaced, capital, label)
    return Lexeme(shape, text, {label: 0.0}, spaced, capital)


def load(language: str) -> Lexicon:
    """The lexicon of one language file, such as "en"; FileNotFoundError when there is none."""
    source = files(__package__).joinpath("languages", f"{language}.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    lexicon = Lexicon(language, capital_nouns=data.get("capital_nouns", False))
    for phrase, label, value in _entries(data):
        lexicon.add(phrase, label, value)
    for label, endings in data.get("endings", {}).items():
        for ending in endings:
            lexicon.add_ending(ending, label)
    return lexicon


def _entries(data: dict[str, Any]) -> Iterator[tuple[str, str, float]]:
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
