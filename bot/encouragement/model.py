"""Which situation a run is, which line takes its turn, and what a line may hold; pure."""

import hashlib
import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.runs.model import Fact, Run

SITUATIONS = (
    "first",
    "best",
    "milestone",
    "race",
    "volunteer",
    "freedom",
    "walk",
    "treadmill",
    "rain",
    "snow",
    "heat",
    "cold",
    "wind",
    "dark",
    "hills",
    "together",
    "early",
    "long",
    "short",
    "slow",
    "any",
)
"""Every situation that has lines; "any" is a run of which nothing special is known."""

ANY = "any"
LONG_M = 18_000
SHORT_M = 3_000
NEVER_AGAIN_WITHIN = 10
"""So many lines that a member was told last are never told."""

MAX_WORDS = 120
MAX_OWN = 100
"""So many lines of its own a club may have."""
PLACEHOLDERS = ("name", "distance", "time", "pace")

SPOKEN = ("warm", "playful")
"""The tones that have lines."""

_MENTIONS = re.compile(r"<[@#]|@everyone|@here", re.IGNORECASE)

_BY_KIND = {
    "race": "race",
    "walk": "walk",
    "treadmill": "treadmill",
}
_BY_TAG = {
    "rain": "rain",
    "snow": "snow",
    "heat": "heat",
    "cold": "cold",
    "wind": "wind",
    "dark": "dark",
    "hills": "hills",
    "group": "together",
    "with_others": "together",
    "early": "early",
}
_TAKEN_EASY = ("easy", "recovery")
"""Only their own word makes a run a slow one; no pace does."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line with the key it is known by; its words may hold placeholders."""

    key: str
    words: str


@dataclass(frozen=True, slots=True)
class Shelved:
    """A line as an organizer sees it."""

    line: Line
    is_own: bool
    is_on: bool


def shipped(words: str) -> Line:
    """A line that comes with the bot, known by its words wherever it stands in its file."""
    return Line(hashlib.blake2b(words.encode(), digest_size=8).hexdigest(), words)


def own(line_id: int, words: str) -> Line:
    """A line of a club's own."""
    return Line(f"club:{line_id}", words)


def situation(run: Run, tags: frozenset[str], facts: Sequence[Fact] = (), *, is_first: bool) -> str:
    """The one situation a line is chosen for; the rarest that fits wins."""
    if run.kind == "volunteer" or "volunteer" in tags:
        return "volunteer"
    if is_first:
        return "first"
    earned = {fact.name for fact in facts}
    for name in ("milestone", "best"):
        if name in earned:
            return name
    return _told(run, tags) or _by_length(run)


def _told(run: Run, tags: frozenset[str]) -> str | None:
    """What the member said of the run, if that makes it a special one."""
    if run.kind in _BY_KIND:
        return _BY_KIND[run.kind]
    if run.distance_m is None and run.duration_s is None:
        return "freedom"
    return next((_BY_TAG[tag] for tag in _BY_TAG if tag in tags), None)


def _by_length(run: Run) -> str:
    if run.distance_m is not None and run.distance_m >= LONG_M:
        return "long"
    if run.distance_m is not None and run.distance_m <= SHORT_M:
        return "short"
    return "slow" if run.kind in _TAKEN_EASY else ANY


def choose(lines: Sequence[Line], lately: Sequence[str], *, turn: int) -> Line | None:
    """The line that was told longest ago, None without any; `lately` are keys told, the newest first.

    Among lines that were never told, `turn` says where to begin, so that members differ.
    """
    told = set(lately)
    untold = [line for line in lines if line.key not in told]
    if untold:
        return untold[turn % len(untold)]
    by_key = {line.key: line for line in lines}
    newest_first = [by_key[key] for key in dict.fromkeys(lately) if key in by_key]
    return newest_first[-1] if newest_first else None


def fits(line: Line, run: Run) -> bool:
    """Whether the run has every figure that the line asks for."""
    if "{" not in line.words:
        return True
    known = {
        "name": True,
        "distance": run.distance_m is not None,
        "time": run.duration_s is not None,
        "pace": run.pace_s_per_km is not None,
    }
    return all(known[name] for name in placeholders(line.words))


def placeholders(words: str) -> list[str]:
    """The placeholders in a line, in their order. Raises ValueError for braces that are no placeholder."""
    found = []
    for _, name, form, conversion in string.Formatter().parse(words):
        if name is None:
            continue
        if name not in PLACEHOLDERS or form or conversion:
            raise ValueError(name)
        found.append(name)
    return found


def mentions(words: str) -> bool:
    """Whether the words would call somebody or lead to a channel."""
    return _MENTIONS.search(words) is not None


def filled(words: str, values: Mapping[str, str | None]) -> str | None:
    """The line with its placeholders filled; None when the run no longer has a figure that it asks for."""
    if "{" not in words:
        return words
    if any(values[name] is None for name in placeholders(words)):
        return None
    return words.format_map(values)
