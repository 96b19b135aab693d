"""Gives words their meanings, read from one data file per language at import."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from operator import itemgetter
from types import MappingProxyType
from typing import Any

from bot.runs.parse.labels import NOTHING, Labels, Meanings, any_of
from bot.runs.parse.normalize import calm, spell
from bot.runs.parse.remembered import Remembered
from bot.runs.parse.tokens import Shape, Token, tokenize

Phrases = Mapping[str, Meanings]
Widths = dict[str, tuple[int, ...]]
"""The second token of phrases that begin alike -> how many tokens they have, longest first."""

Lead = tuple[Phrases, Widths]
"""The phrases of a language, and those of them that begin with a certain word."""

NO_ENDINGS: Mapping[str, str] = MappingProxyType({})
_WORD = Shape.WORD
_TEXT = itemgetter(Token._fields.index("text"))
_NAME = {"name"}
_OWNER = Meanings({"owner": 0.0})
IMPLIED = {
    "strong_did": ("did",),
    "cut_short": ("strong_did", "did"),
    "dnf": ("cut_short", "strong_did", "did"),
    "changes": ("did",),
}
"""What a word of a label means as well, so that no list repeats another: who stopped at 3k has done 3k."""

_MOST_WORDS = 1024
_GUESSES = {guess: any_of(f"guess.{guess}") for guess in ("verb", "past", "adverb", "owner")}
FIGURE = any_of("shape.number")
MARK = any_of("shape.mark")
MENTIONED = any_of("shape.mention")
UNKNOWN = any_of("unknown")
"""What a lexeme carries beside the labels of its meanings: that it is a number, a mark or line end, a
mention, a word without meaning."""

_OF_SHAPE = {
    Shape.NUMBER: FIGURE,
    Shape.MARK: MARK,
    Shape.LINE: MARK,
    Shape.MENTION: MENTIONED,
}


@dataclass(slots=True)
class Lexeme:
    """A word, phrase, number or mark together with everything it may mean; never changed, since posts share it.

    `guess` is "verb", "past", "adverb" or "owner" ("Lisas") for an unknown word that ends like one.
    """

    shape: Shape
    text: str
    meanings: Meanings
    spaced: bool
    capital: bool
    labels: Labels
    guess: str = ""


class Lexicon:
    """The phrases of one language, and the endings that tell on unknown words.

    A phrase is its tokens with a space between each two. `miles` says that a number without a unit
    may be miles as well as kilometres. Under the first and then the second token of the `phrases` of
    several, `widths` holds how many tokens they have.
    """

    def __init__(
        self,
        language: str,
        phrases: Mapping[str, Meanings],
        *,
        endings: Mapping[str, str] = NO_ENDINGS,
        capital_nouns: bool = False,
        miles: bool = False,
        shared: "Shared | None" = None,
    ) -> None:
        self.language = language
        self.capital_nouns = capital_nouns
        self.miles = miles
        self.phrases = phrases
        self.widths = _widths(phrases, shared or Shared())
        self._endings = endings
        self._lengths = sorted({len(ending) for ending in endings}, reverse=True)

    def by_ending(self, word: str) -> tuple[str, str]:
        """The label that the longest known end of an unknown word tells, and the rest; or nothing."""
        for length in self._lengths:
            if length < len(word) - 1 and (label := self._endings.get(word[-length:])):
                return label, word[:-length]
        return "", ""

    def words(self) -> Iterator[str]:
        """Every word of each phrase: what the language can be recognised by. Names are of all of them."""
        for phrase, meanings in self.phrases.items():
            if meanings.keys() != _NAME:
                yield from phrase.split(" ")

    def phrases_of(self, *labels: str) -> list[str]:
        """The phrases that carry any of the labels."""
        wanted = frozenset(labels)
        return [one for one, meanings in self.phrases.items() if not wanted.isdisjoint(meanings)]

    def entries(self) -> Iterator[tuple[tuple[str, ...], Meanings]]:
        """Every phrase with its meanings."""
        for phrase, meanings in self.phrases.items():
            yield tuple(phrase.split(" ")), meanings


def _widths(phrases: Iterable[str], shared: "Shared") -> dict[str, Widths]:
    """Under the first and then the second token of each phrase: how many it has, longest first.

    What many words lead to alike is kept once.
    """
    widths: dict[str, Widths] = {}
    for phrase in phrases:
        count = phrase.count(" ") + 1
        if count == 1:
            continue
        first, second = map(shared.phrase, phrase.split(" ", 2)[:2])
        behind = widths.setdefault(first, {})
        known = behind.get(second, ())
        if count not in known:
            behind[second] = _sorted((*known, count))
    alike = shared.widths
    return {
        first: alike.setdefault(frozenset(behind.items()), behind)
        for first, behind in widths.items()
    }


@lru_cache
def _sorted(counts: tuple[int, ...]) -> tuple[int, ...]:
    """The longest first; thousands of phrases share the same few."""
    return tuple(sorted(counts, reverse=True))


def lexemes(tokens: Sequence[Token], lexicons: tuple[Lexicon, ...]) -> list[Lexeme]:
    """The tokens with their meanings, phrases joined; the first lexicon that knows a word wins."""
    found: list[Lexeme] = []
    known = _words_of(lexicons)
    texts = list(map(_TEXT, tokens))
    past, last = 0, len(texts) - 1
    for at, token in enumerate(tokens):
        if at < past:
            continue
        lexeme, leads = known[token]
        if leads and at < last:
            following = texts[at + 1]
            for phrases, behind in leads:
                if following in behind and (
                    phrase := _phrase(phrases, texts, at, behind[following])
                ):
                    past = at + phrase.count(" ") + 1
                    lexeme = _joined(lexeme, phrase, phrases[phrase])
                    break
        found.append(lexeme)
    return found


@lru_cache(maxsize=64)
def _words_of(lexicons: tuple[Lexicon, ...]) -> Remembered[Token, tuple[Lexeme, tuple[Lead, ...]]]:
    """What the words met so far are in these lexicons; there are twice as many pairs as languages."""
    return Remembered(lambda token: _known(token, lexicons), _MOST_WORDS)


def _known(token: Token, lexicons: tuple[Lexicon, ...]) -> tuple[Lexeme, tuple[Lead, ...]]:
    """A token with its meanings where it stands alone, and where to look for a phrase that begins with it."""
    shape, text, spaced, capital = token
    leads = []
    meanings, guess = NOTHING, ""
    for lexicon in lexicons:
        if behind := lexicon.widths.get(text):
            leads.append((lexicon.phrases, behind))
        if meanings := lexicon.phrases.get(text, NOTHING):
            break
    labels = meanings.labels
    if shape is not _WORD:
        labels |= _OF_SHAPE[shape]
    elif not labels:
        meanings, guess, labels = _by_ending(lexicons, text)
    return Lexeme(shape, text, meanings, spaced, capital, labels, guess), tuple(leads)


def _phrase(phrases: Phrases, texts: Sequence[str], at: int, widths: Sequence[int]) -> str:
    """The longest phrase of one of these widths that begins at `at`, or nothing."""
    for width in widths:
        text = " ".join(texts[at : at + width])
        if text in phrases and at + width <= len(texts):
            return text
    return ""


def _joined(first: Lexeme, phrase: str, meanings: Meanings) -> Lexeme:
    """A phrase in the place of its first word."""
    return Lexeme(_WORD, phrase, meanings, first.spaced, first.capital, meanings.labels)


def _by_ending(lexicons: tuple[Lexicon, ...], word: str) -> tuple[Meanings, str, Labels]:
    """What the end of an unknown word means, or the part of speech it lets guess; and its labels.

    "Anna's" is surely somebody's, "Cardiff's" only perhaps.
    """
    label, rest = lexicons[0].by_ending(word)
    if label == "owner" and any(_is_somebody(one.phrases.get(rest, NOTHING)) for one in lexicons):
        return _OWNER, "", _OWNER.labels
    if not label or label in _GUESSES:
        return NOTHING, label, UNKNOWN | _GUESSES.get(label, 0)
    meanings = Meanings({label: 0.0})
    return meanings, "", meanings.labels


def _is_somebody(meanings: Meanings) -> bool:
    return "person" in meanings or meanings.keys() == _NAME


class Shared:
    """What languages hold in common, each kept once: meanings by what they tell, phrases and words by themselves."""

    def __init__(self) -> None:
        self.meanings: dict[tuple[tuple[str, float], ...], Meanings] = {}
        self.phrases: dict[str, str] = {}
        self.widths: dict[frozenset[tuple[str, tuple[int, ...]]], Widths] = {}

    def phrase(self, told: str) -> str:
        """The phrase or word itself, as it was met first."""
        return self.phrases.setdefault(told, told)


def load(language: str, shared: Shared | None = None) -> Lexicon:
    """The lexicon of one language file, such as "en"; FileNotFoundError when there is none.

    Languages loaded with the same `shared` hold equal meanings and phrases once.
    """
    source = files(__package__).joinpath("languages", f"{language}.toml")
    data = _read(source.read_text(encoding="utf-8"))
    endings = {
        calm(spell(ending)).lower(): label
        for label, known in data.get("endings", {}).items()
        for ending in known
    }
    capital_nouns = data.get("capital_nouns", False)
    miles = data.get("miles", False)
    shared = shared or Shared()
    phrases = _gather(_entries(data), shared)
    return Lexicon(
        language,
        phrases,
        endings=endings,
        capital_nouns=capital_nouns,
        miles=miles,
        shared=shared,
    )


def _gather(
    entries: Iterable[tuple[Sequence[str], dict[str, float]]], shared: Shared
) -> dict[str, Meanings]:
    """Each phrase with everything it means; the thousands that mean the same share their meanings.

    ValueError when a phrase has no token.
    """
    known: dict[str, Meanings] = {}
    for phrases, more in entries:
        grown: dict[int, Meanings] = {}
        for phrase in _cut(phrases):
            before = known.get(phrase, NOTHING)
            after = grown.get(id(before))
            if after is None:
                meanings = {**before, **more}
                told = tuple(meanings.items())
                after = shared.meanings.get(told) or Meanings(meanings)
                shared.meanings[told] = after
                grown[id(before)] = after
            known[shared.phrase(phrase)] = after
    return known


def _cut(phrases: Sequence[str]) -> list[str]:
    """The phrases as their tokens with spaces; those of mere letters, as most are, are so already."""
    spelled = calm(spell("\n".join(phrases))).lower().split("\n") if phrases else []
    return [one if one.replace(" ", "").isalpha() else _tokens(one) for one in spelled]


def _tokens(phrase: str) -> str:
    if words := [token.text for token in tokenize(phrase)]:
        return " ".join(words)
    raise ValueError(f"{phrase!r} holds nothing to look for")


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


def _entries(data: dict[str, Any]) -> Iterator[tuple[Sequence[str], dict[str, float]]]:
    """Phrases and what they mean, of a whole language file (its own head explains the form)."""
    for label, by_value in data["values"].items():
        for value, phrases in by_value.items():
            yield phrases, {label: float(value)}
    for group, cues in data["labels"].items():
        for label, phrases in cues.items():
            cue = group == "cues"
            meant = (label, *IMPLIED.get(label, ())) if cue else (group, f"{group}.{label}")
            yield phrases, dict.fromkeys(meant, 0.0)
