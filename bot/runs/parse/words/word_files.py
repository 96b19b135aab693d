"""Loads what a language knows from its word file."""

import json
from collections.abc import Iterable, Iterator, Sequence
from importlib.resources import files
from typing import Any

from bot.runs.parse.words.labels import NOTHING, Meanings
from bot.runs.parse.words.lexicon import Lexicon
from bot.runs.parse.words.normalize import calm, spell
from bot.runs.parse.words.tokens import tokenize

Told = dict[tuple[tuple[str, float], ...], Meanings]
"""Meanings by what they tell, so that languages loaded together hold equal ones once."""

IMPLIED = {
    "strong_did": ("did",),
    "to_their_face": ("praise",),
    "you_might": ("you",),
    "cut_short": ("strong_did", "did"),
    "dnf": ("cut_short", "strong_did", "did"),
    "changes": ("did",),
}
"""What a word of a label means as well, so that no list repeats another: who stopped at 3k has done 3k."""


def load(language: str, shared: Told | None = None) -> Lexicon:
    """The lexicon of one language file, such as "en"; FileNotFoundError when there is none.

    Languages loaded with the same `shared` hold equal meanings once.
    """
    source = files("bot.runs.parse").joinpath("languages", f"{language}.toml")
    data = _read(source.read_text(encoding="utf-8"))
    endings = {
        calm(spell(ending)).lower(): label
        for label, known in data.get("endings", {}).items()
        for ending in known
    }
    capital_nouns = data.get("capital_nouns", False)
    miles = data.get("miles", False)
    phrases = _gather(_entries(data), {} if shared is None else shared)
    return Lexicon(
        language,
        phrases,
        endings=endings,
        capital_nouns=capital_nouns,
        miles=miles,
    )


def _gather(
    entries: Iterable[tuple[Sequence[str], dict[str, float]]], shared: Told
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
                after = shared.get(told) or Meanings(meanings)
                shared[told] = after
                grown[id(before)] = after
            known[phrase] = after
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
