"""What is to go from chat."""

from dataclasses import dataclass

COUNTED = "counted"
ASKED = "asked"


@dataclass(frozen=True, slots=True)
class Removal:
    """A message of the bot's that is to go, or the `mark` that it left on somebody else's message."""

    channel_id: int
    message_id: int
    mark: str | None = None
