"""What a reader of posts gets back: the runs that a text tells of, or the reason why it tells of none."""

from typing import NamedTuple


class ParsedRun(NamedTuple):
    """One run as it was told: whole metres and seconds, None for whatever was not said.

    `date_offset_days` counts from the author's local today: 0 today, -1 yesterday.
    """

    distance_m: int | None = None
    duration_s: int | None = None
    pace_s_per_km: int | None = None
    date_offset_days: int | None = None
    kind: str | None = None
    mood: str | None = None
    climb_m: int | None = None
    time_of_day: str | None = None
    tags: frozenset[str] = frozenset()
    doubted_s: int | None = None
    """The time that was told with the distance and hardly belongs to it, so that somebody may be asked about it."""


class Reading(NamedTuple):
    """A judged post.

    `is_run` means that the runs would be logged without asking. A doubtful post has runs too, a
    moderate confidence and a reason; a post that is surely no run has none. One of somebody who helped out
    at a run has that as its run, of the kind "volunteer" and without figures.
    """

    is_run: bool
    confidence: float
    runs: tuple[ParsedRun, ...]
    reason: str | None
