"""How a message's later life is remembered, and when deletions are moderation; pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta

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
