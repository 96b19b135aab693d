"""Why a call or a cheer for it is not taken, each in its own kind words."""

from typing import ClassVar

from bot.errors import Refusal


class CalledToday(Refusal):
    """A second call on one day."""

    key: ClassVar[str] = "calls.called_today"


class NowhereToCall(Refusal):
    """The club has no channel for it."""

    key: ClassVar[str] = "calls.nowhere"


class CallOver(Refusal):
    """The call was taken back, answered long ago, or is another's."""

    key: ClassVar[str] = "calls.over"


class OwnCall(Refusal):
    """A cheer for one's own call; said to the presser alone, so that nobody else learns whose it is."""

    key: ClassVar[str] = "calls.own"
