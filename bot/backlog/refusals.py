"""The kind "no" of reading back; its sentence is in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal


class NothingToReadBack(Refusal):
    """No run channel is chosen, or none whose history the bot may read."""

    key: ClassVar[str] = "backlog.no_channel"
