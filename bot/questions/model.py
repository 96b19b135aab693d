"""What is asked about a post, and how long; pure."""

from dataclasses import dataclass
from datetime import timedelta

DOUBT = "doubt"
"""Whether it tells of a run at all."""
ASKED = "asked"
"""The same, because an organizer wished to know."""
FIGURES = "figures"
"""Whether the distance counts without the time, which cannot belong to it."""
IMPLAUSIBLE = "implausible"
"""Whether figures beyond any record are right."""
SLOW = "slow"
"""Whether the units of a very slow run are right."""
UNIT = "unit"
"""Whether a number without a unit was kilometres or miles."""
DUPLICATE = "duplicate"
"""Whether a run like one of the same day is another one."""

MATTERS = frozenset({DOUBT, ASKED, FIGURES, IMPLAUSIBLE, SLOW, UNIT, DUPLICATE})

NOTHING: frozenset[str] = frozenset()
"""Where an author agreed to no matter at all."""

OPEN_FOR = timedelta(hours=1)
"""A question that nobody answered goes after that."""
REMEMBERED = timedelta(days=14)
"""So long it is known that something was asked, and asked no more."""


PRIVATELY = 0
"""Stands for the message that asks where only its author sees it, and nobody else can take it away."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question about one message, and where it stands in chat; a wish to ask has no number yet."""

    question_id: int = 0
    club_id: int
    member_id: int
    channel_id: int
    message_id: int
    private: bool
    matter: str
    by_mark: bool = False
    """Asked with a reaction alone, where words would be too many."""
    asked_with: int | None = None
    """The bot's message that asks, or PRIVATELY; None for a reaction, and while that message is on its way."""
    is_open: bool = True
    agreed: bool = False
