"""Which situation a run is, and which of its lines is said; pure."""

from collections.abc import Sequence

from bot.runs.model import Run

LONG_M = 18_000
SHORT_M = 3_000
TAGGED = ("rain", "snow", "heat", "cold", "wind", "dark", "hills", "group", "with_others")


def situation(run: Run, tags: frozenset[str], *, runs_so_far: int) -> str:
    """The one situation a line is chosen for; the rarest that fits wins."""
    if runs_so_far == 1:
        return "first"
    if run.distance_m is None and run.duration_s is None:
        return "freedom"
    if run.kind in ("race", "walk"):
        return run.kind
    for tag in TAGGED:
        if tag in tags:
            return "together" if tag in ("group", "with_others") else tag
    if run.distance_m is not None and run.distance_m >= LONG_M:
        return "long"
    if run.distance_m is not None and run.distance_m <= SHORT_M:
        return "short"
    return "any"


def line(lines: Sequence[str], *, runs_so_far: int) -> str:
    """The line for the n-th run: they take turns, so none comes twice before all were said."""
    return lines[runs_so_far % len(lines)]
