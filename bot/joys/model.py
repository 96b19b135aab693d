"""What a private milestone is, and when a run is a comeback; pure.

A comeback is a run after three weeks without one, of somebody who had run at least four times before. Whether
there was a pause makes no difference, and no length of absence is ever told, not even to the member.
"""

from dataclasses import dataclass
from datetime import date, timedelta

COMEBACK = "comeback"
ANYWAY = "anyway"
"""A run in spite of *Not feeling it*."""

GAP = timedelta(days=21)
BEFORE = 4
"""So many runs before the gap."""
FRESH = timedelta(days=7)
"""A run dated farther back is no news to anybody."""
TOLD_WITHIN = timedelta(days=14)
"""What was not told by then is told no more; what was told can be shared so long. Then its row goes, unless it was."""


@dataclass(frozen=True, slots=True)
class Joy:
    """A private milestone of a run, by the day that the run had when it was noted."""

    run_id: int
    club_id: int
    member_id: int
    kind: str
    day: date


@dataclass(frozen=True, slots=True)
class Around:
    """The other runs of a member beside one: how many before the gap, and how many in it or earlier that day."""

    before: int
    within: int


def is_comeback(around: Around) -> bool:
    """Whether a run with these others around it is a comeback."""
    return around.within == 0 and around.before >= BEFORE
