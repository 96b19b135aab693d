"""Which distances are run for time, and what a run was best at; pure."""

from dataclasses import dataclass
from datetime import date, timedelta

STANDARDS = {
    "1k": 1000,
    "mile": 1609,
    "5k": 5000,
    "10k": 10_000,
    "half": 21_097,
    "marathon": 42_195,
}
"""The standard distances, in whole metres."""

MARGIN_M = 100
"""A longest run is said to be one when it is so much longer than the one before."""
ENOUGH = 3
"""Earlier runs that it takes for "your longest" to mean something."""
LONG_AGO = timedelta(days=56)
"""A best "since May" looks back at least so far, over at least `BETWEEN` others."""
BETWEEN = 2


def standard_of(distance_m: int | None) -> str | None:
    """The standard distance that a run counts for: from 0.5 % below to 1 % above it, else None."""
    if distance_m is None:
        return None
    return next((key for key, (low, high) in WINDOWS.items() if low <= distance_m <= high), None)


WINDOWS = {
    key: (-(-metres * 995 // 1000), metres * 1010 // 1000) for key, metres in STANDARDS.items()
}
"""Shortest and longest distance, in metres, that count for a standard (product: -0.5 % to +1 %)."""


@dataclass(frozen=True, slots=True)
class Rival:
    """How a run stands against the earlier ones of its kind."""

    others: int
    """How many there are."""
    last_better: date | None
    """The newest day with one at least as good, or None when there is none."""
    since_then: int
    """How many there are after that day."""


@dataclass(frozen=True, slots=True)
class Best:
    """What a run was best at: "distance", "time" or a standard distance; since a day, or (None) of all."""

    of: str
    since: date | None = None


def best(of: str, rival: Rival, *, day: date, enough: int = 1) -> Best | None:
    """Whether a run of that day is best at something, given its rivals."""
    if rival.others < enough:
        return None
    if rival.last_better is None:
        return Best(of)
    long_ago = rival.last_better <= day - LONG_AGO
    return Best(of, rival.last_better) if long_ago and rival.since_then >= BETWEEN else None


@dataclass(frozen=True, slots=True)
class Effort:
    """A run as far as bests ask: its day, metres and seconds."""

    day: date
    distance_m: int | None
    duration_s: int | None
