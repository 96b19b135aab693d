"""By what a message is known, how its later life is remembered, and when deletions are moderation; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple

FOLLOWED = timedelta(days=7)
"""Messages older than that are followed no more: neither their edits nor their deletion change a run."""

BURST_WITHIN = timedelta(seconds=10)
BURST_ABOVE = 5
"""More deletions than that in one channel within ten seconds, or while nobody listened, are moderation."""


@dataclass(frozen=True, slots=True)
class MessageState:
    """The later life of a message: when it was last edited, and whether it was deleted by itself."""

    message_id: int
    edited_at: datetime | None = None
    deleted_at: datetime | None = None
    moderated: bool = False
    """Deleted among many others, which is no word of its author's."""

    @property
    def is_gone(self) -> bool:
        """Whether its author may have taken it back, and its runs with it."""
        return self.deleted_at is not None and not self.moderated

    def is_older(self, edited_at: datetime | None) -> bool:
        """Whether a version edited at that instant (None: as first written) was overtaken by a later one."""
        if self.edited_at is None:
            return False
        return edited_at is None or edited_at < self.edited_at


@dataclass(frozen=True, slots=True)
class Deletion:
    """What a deletion means: the messages whose runs go, and those whose runs come back."""

    gone: tuple[int, ...] = ()
    back: tuple[int, ...] = ()


def is_followed(written_at: datetime, now: datetime) -> bool:
    """Whether the later life of a message still changes its runs."""
    return written_at >= now - FOLLOWED


class Written(NamedTuple):
    """The message in chat by which a run was told: what it says now is read again before its run is told of."""

    channel_id: int
    message_id: int


_MESSAGE = "message:"


def message_source(message_id: int, author_id: int) -> str:
    """What the post of a message is known by; with its author in it, nobody can take the place of another's."""
    return f"{_MESSAGE}{message_id}:{author_id}"


def written(source: str, channel_id: int | None) -> Written | None:
    """Where a post's words stand in chat, by its source; None for a command or a form."""
    number = source.removeprefix(_MESSAGE).partition(":")[0]
    if channel_id is None or number == source or not number.isdecimal():
        return None
    return Written(channel_id, int(number))
