"""Which messages fit a day and a tone, and which of them takes its turn; pure."""

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from itertools import zip_longest

from bot.challenges.model import Ahead

CHAPTERS = ("mood", "focus", "confidence", "connection", "wellness")
"""The five chapters of what running gives; messages are told across them."""
SEASONS = ("spring", "summer", "autumn", "winter")
ANY = "any"
CHALLENGE = "challenge"
"""What messages are bound to that fit only in a running challenge."""

DM, CHANNEL = PLACES = ("dm", "channel")
"""Where a message that comes on its own may go."""
KINDS = {DM: "motivation_dm", CHANNEL: "motivation_channel"}

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_SEVERAL = {
    "every day": range(7),
    "everyday": range(7),
    "daily": range(7),
    "weekdays": range(5),
    "workdays": range(5),
    "weekend": range(5, 7),
    "weekends": range(5, 7),
}

TROPICS = 20
"""Nearer to the equator than so many degrees nobody is told of a season."""


@dataclass(frozen=True, slots=True)
class Message:
    """A message with the key it is known by, and the season it is bound to, or CHALLENGE, or ANY."""

    key: str
    words: str
    bound_to: str


@dataclass(frozen=True, slots=True)
class Week:
    """What a member ran this week, all of it, for that member's eyes."""

    distance_m: int
    runs: int
    units: str


@dataclass(frozen=True, slots=True)
class Motivation:
    """A message for a member, None in plain tone; their week, None where no club is meant; their challenge."""

    words: str | None
    week: Week | None
    ahead: Ahead | None = None
    units: str = "km"


@dataclass(frozen=True, slots=True)
class Chosen:
    """When and where messages come to a member."""

    weekdays: frozenset[int]
    at: time
    zone: str
    place: str


def days_in(text: str) -> frozenset[int] | None:
    """The weekdays that were typed, Monday 0; empty for "off", None when they can't be read."""
    said = " ".join(text.casefold().replace("and", " ").replace("/", " ").split())
    if said in ("off", "none", "never"):
        return frozenset()
    if said in _SEVERAL:
        return frozenset(_SEVERAL[said])
    days = [_day(word) for word in re.split(r"[\s,;&+]+", said) if word]
    return frozenset(day for day in days if day is not None) if days and None not in days else None


def _day(word: str) -> int | None:
    word = word.removesuffix("s") if len(word) > 4 else word
    found = [n for n, day in enumerate(_DAYS) if len(word) >= 2 and day.startswith(word)]
    return found[0] if len(found) == 1 else None


def messages(chapters: Mapping[str, Mapping[str, Sequence[str]]]) -> list[Message]:
    """The messages of a shelf, one chapter after the other in turns, so that no chapter comes in a row."""
    shelves = [_shelf(chapters[chapter]) for chapter in CHAPTERS if chapter in chapters]
    return [message for row in zip_longest(*shelves) for message in row if message]


def _shelf(chapter: Mapping[str, Sequence[str]]) -> list[Message]:
    # Those of a season go first: there are few, and their time passes.
    bound = [
        Message(_key(words), words, name)
        for name in (*SEASONS, CHALLENGE)
        for words in chapter.get(name, ())
    ]
    return [*bound, *(Message(_key(words), words, ANY) for words in chapter[ANY])]


def of_any_day(said: Iterable[str]) -> list[Message]:
    """Messages that fit any day."""
    return [Message(_key(words), words, ANY) for words in said]


def _key(words: str) -> str:
    return hashlib.blake2b(words.encode(), digest_size=8).hexdigest()


def season(day: date, latitude: float | None) -> str | None:
    """The season by the month; None near the equator, or where it is not known how far from it."""
    if latitude is None or abs(latitude) < TROPICS:
        return None
    northern = (day.month % 12) // 3  # 0: December to February
    return ("winter", "spring", "summer", "autumn")[
        northern if latitude > 0 else (northern + 2) % 4
    ]


def fitting(
    among: Iterable[Message], season: str | None, *, in_challenge: bool = False
) -> list[Message]:
    """The messages for that season, those for any, and in a challenge those for one."""
    bound_to = {ANY, season, CHALLENGE if in_challenge else None}
    return [message for message in among if message.bound_to in bound_to]


def choose(among: Sequence[Message], told: Mapping[str, int], *, turn: int) -> Message | None:
    """The message that was told longest ago; `told` is key -> instant. None without any.

    Among those never told `turn` says where a member begins.
    """
    untold = [message for message in among if message.key not in told]
    if untold:
        return untold[turn % len(untold)]
    return min(among, key=lambda message: told[message.key], default=None)
