"""Which distances are run for time, and what a run was best at; pure."""

from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping
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

Span = tuple[date, date]
"""First and last day of a week or month."""

MARGIN_M = 100
"""A longest run is said to be one when it is so much longer than the one before."""
ENOUGH = 3
"""Earlier runs, weeks or months that it takes for "your longest" or "your biggest" to mean something."""
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
    """What a run was best at: "distance", "time", a standard distance, or making its "week" or "month" the biggest.

    Since a day, or (None) of all.
    """

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


def biggest(of: str, spans: Mapping[date, int], span: date, metres: int) -> Best | None:
    """Whether a run of so many metres makes its week or month the one with the most; said once, when it gets there.

    `spans` has the metres logged before the run, by the first day of each week or month; `span` is that of the run.
    """
    others = {first: total for first, total in spans.items() if total and first != span}
    before = spans.get(span, 0)
    found, known = (_biggest(of, others, span, total) for total in (before + metres, before))
    said = known is not None and (known.since is None or (found and found.since is not None))
    return None if said else found


def _biggest(of: str, others: Mapping[date, int], span: date, total: int) -> Best | None:
    if not total:
        return None
    last_better = max((first for first, metres in others.items() if metres >= total), default=None)
    since_then = sum(last_better is None or first > last_better for first in others)
    return best(of, Rival(len(others), last_better, since_then), day=span, enough=ENOUGH)


def by_span(days: Iterable[tuple[date, int]], span: Callable[[date], Span]) -> dict[date, int]:
    """Metres by the first day of each week or month; `days` are in their order, each with its metres."""
    found: dict[date, int] = {}
    first, last = date.min, date.min
    for day, metres in days:
        if day > last:
            first, last = span(day)
        found[first] = found.get(first, 0) + metres
    return found


def month_of(day: date) -> Span:
    """First and last day of the month that holds `day`."""
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


@dataclass(frozen=True, slots=True)
class Effort:
    """A run as far as bests ask: its day, metres and seconds."""

    day: date
    distance_m: int | None
    duration_s: int | None
