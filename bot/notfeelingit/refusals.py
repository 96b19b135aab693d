"""The kind "no"s of *Not feeling it*; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal


class WhichClub(Refusal):
    """In a direct message it is not known which club is meant, and none can be asked."""

    key: ClassVar[str] = "notfeelingit.which_club"
