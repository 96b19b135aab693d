"""How far back a club may be read, and how far the reading has come."""

from dataclasses import dataclass
from datetime import datetime, timedelta

SPAN = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Backlog:
    """A reading that is under way: from `since` until `until`, channel by channel in the order of their ids."""

    club_id: int
    channel_id: int
    """Where its progress is shown."""
    message_id: int | None
    """The message that shows it, once that is there."""
    since: datetime
    until: datetime
    room_id: int
    """The channel or thread that is being read; those with smaller ids are done."""
    reached: int
    """The last message of it that was read."""
    seen: int
    counted: int
