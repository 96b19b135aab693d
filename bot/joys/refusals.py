"""What sharing a joy refuses."""

from typing import ClassVar

from bot.errors import Refusal


class JoyGone(Refusal):
    """Its run is gone or is another one now, or it is too long ago."""

    key: ClassVar[str] = "joys.gone"


class JoyShared(Refusal):
    """It stands in the channel already."""

    key: ClassVar[str] = "joys.shared_before"
