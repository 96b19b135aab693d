"""A living card: where it stands, and whether it shows what is true by now."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Card:
    """A message that is kept up to date; `kind` and `number` say what it is about."""

    kind: str
    number: int
    club_id: int
    channel_id: int | None
    """None when its channel was deleted."""
    message_id: int | None
    """None as long as it is not posted, or once somebody deleted it."""
    wanted: int
    """Which state it is to show; each change counts one up, so that none is overtaken."""
    reposted: int
    """How often it was posted again after somebody deleted it."""
    claimed: bool
    """Posting it has begun; what became of that is not known."""
    picture: str | None = None
    """By which the picture is known that it shows, or None where it shows none."""

    @property
    def place(self) -> tuple[int, int] | None:
        """Channel and message where it stands, or None where it does not."""
        if self.channel_id is None or self.message_id is None:
            return None
        return self.channel_id, self.message_id


MAX_REPOSTS = 1
"""Whoever deletes a card twice means it."""
