"""Why a cheer is not given, each in its own kind words."""

from typing import ClassVar

from bot.errors import Refusal


class CheersOneself(Refusal):
    """A cheer for oneself."""

    key: ClassVar[str] = "cheers.oneself"


class CheersBot(Refusal):
    """A cheer for a bot."""

    key: ClassVar[str] = "cheers.bot"


class CheersAway(Refusal):
    """A cheer for somebody who is not in this server."""

    key: ClassVar[str] = "cheers.away"


class CheersQuietOne(Refusal):
    """A cheer for somebody who is not to be named now; by choice or for a pause is nobody's business."""

    key: ClassVar[str] = "cheers.quiet"


class GiverUnnamed(Refusal):
    """A cheer stands in public with its giver's name, who is not to be named now."""

    key: ClassVar[str] = "cheers.unnamed"


class TooManyCheers(Refusal):
    """More than a day's worth of cheers by one member."""

    key: ClassVar[str] = "cheers.many"
