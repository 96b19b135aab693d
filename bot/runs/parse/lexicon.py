"""Gives words their meanings, read from one data file per language at import."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from importlib.resources import files
from sys import intern
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


_NONE: dict[str, float] = {}


@dataclass(slots=True)
class _Node:
    """The meanings of the phrase that ends here, and the tokens that may follow."""

    meanings: dict[str, float] = field(default_factory=lambda: _NONE)
    following: dict[str, "_Node"] | None = None


class Lexicon:
    """The phrases of one language as a tree of tokens, and the endings that tell on unknown words."""

    def __init__(self, language: str, *, capital_nouns: bool = False) -> None:
        self.language = language
        self.capital_nouns = capital_nouns
        self._root = _Node()
        self._words: set[str] = set()
        self._endings: dict[str, str] = {}

    def add(self, phrase: str, label: str, value: float) -> None:
        """Let `phrase` mean `label` as well; ValueError when it has no token."""
        words = _cut(phrase)
        if not words:
            raise ValueError(f"{phrase!r} ({label}) holds nothing to look for")
        self._words.update(words)
        node = self._root
        for word in words:
            if node.following is None:
                node.following = {}
            following = node.following.get(word)
            if following is None:
                following = node.following[intern(word)] = _Node()
            node = following
        if node.meanings is _NONE:
            node.meanings = {}
        node.meanings[label] = value

    def settle(self) -> None:
        """Nothing more is added: the thousands of words that mean the same share what they mean."""
        waiting = [self._root]
        while waiting:
            node = waiting.pop()
            if node.meanings:
                node.meanings = _share(node.meanings)
            waiting += (node.following or _NO_WORDS).values()

    def add_ending(self, ending: str, label: str) -> None:
        """Let unknown words that end in `ending` carry `label`; "verb" and "adverb" are guesses."""
        self._endings[spell(ending).lower()] = label

    def by_ending(self, word: str) -> str:
        """The label that the end of an unknown word tells, or nothing."""
        tells = (end for end in self._endings if len(word) > len(end) + 1 and word.endswith(end))
        return self._endings.get(max(tells, key=len, default=""), "")

    def words(self) -> frozenset[str]:
        """Every word that stands in a phrase: what this language can be recognised by."""
        return frozenset(word for word in self._words if word[0].isalpha())

    def entries(self) -> Iterator[tuple[tuple[str, ...], Meanings]]:
        """Every phrase with its meanings."""
        waiting: list[tuple[tuple[str, ...], _Node]] = [((), self._root)]
        while waiting:
            phrase, node = waiting.pop()
            if node.meanings:
                yield phrase, node.meanings
            for word, child in (node.following or {}).items():
                waiting.append(((*phrase, word), child))

    def match(self, tokens: list[Token], start: int) -> tuple[int, Meanings]:
        """How many tokens the longest phrase at `start` takes, and its meanings; (1, {}) if none."""
        node = (self._root.following or _NO_WORDS).get(tokens[start].text)
        width, meanings, at = 1, NOTHING, start
        while node is not None:
            at += 1
            if node.meanings:
                width, meanings = at - start, node.meanings
            if node.following is None or at == len(tokens):
                break
            node = node.following.get(tokens[at].text)
        return width, meanings


_NO_WORDS: dict[str, _Node] = {}
_shared: dict[tuple[tuple[str, float], ...], dict[str, float]] = {}


def _share(meanings: dict[str, float]) -> dict[str, float]:
    return _shared.setdefault(tuple(meanings.items()), meanings)


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
    data = _read(source.read_text(encoding="utf-8"))
    lexicon = Lexicon(language, capital_nouns=data.get("capital_nouns", False))
    for phrase, label, value in _entries(data):
        lexicon.add(phrase, label, value)
    for label, endings in data.get("endings", {}).items():
        for ending in endings:
            lexicon.add_ending(ending, label)
    lexicon.settle()
    return lexicon


def _read(text: str) -> dict[str, Any]:
    """A language file as `tomllib` reads it, at a twentieth of the time: each list stands in one line.

    A test holds both readings equal.
    """
    data: dict[str, Any] = {}
    table = data
    for line in text.splitlines():
        if line.startswith("["):
            table = data
            for name in line.strip("[]").split("."):
                table = table.setdefault(name, {})
        elif " = " in line and not line.startswith("#"):
            key, _, value = line.partition(" = ")
            table[key.strip('"')] = json.loads(value)
    return data


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
