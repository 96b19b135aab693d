"""What a call for cheers is, how long it stands, and what comes back of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

CHEERS_BACK = "cheers_back"
"""The kind under which the cheers come to whoever called."""
STANDS = timedelta(hours=24)
"""So long a call can be answered; then its message goes."""
KEPT = timedelta(hours=72)
"""So long it is known whose it was; then its row goes."""
LOOKED_FOR = timedelta(minutes=10)
"""So long after it was made it is clear that its posting was cut short."""
GATHERED = timedelta(minutes=2)
"""So long after the first cheer they are sent, the later ones into the same message."""


@dataclass(frozen=True, slots=True)
class Call:
    """A call for cheers; whose it is stays in the room unless `named`."""

    call_id: int
    club_id: int
    member_id: int
    named: bool
    message_id: int | None


@dataclass(frozen=True, slots=True)
class Begun:
    """A call that is to be posted in the first of these channels that takes it."""

    call_id: int
    named: bool
    channel_ids: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A call that was not noted to stand in one of these channels, since the bot ended meanwhile; it may stand."""

    call_id: int
    channel_ids: tuple[int, ...]
    called_at: datetime


@dataclass(frozen=True, slots=True)
class Cheered:
    """A call was answered."""

    count: int
    is_new: bool
    """Whether it is the member's first answer to this call."""
    named: bool
    """Whether the caller learns who it was."""
    counted: int | None = None
    """Which of the giver's counted cheers it is, one a day."""


@dataclass(frozen=True, slots=True)
class CheersBack:
    """Who cheers for a caller: those who may be named, and how many others."""

    names: tuple[str, ...]
    others: int
