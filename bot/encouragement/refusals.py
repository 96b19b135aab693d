"""The kind "no"s to a line that an organizer wrote; their sentences are in bot/texts."""

from typing import ClassVar

from bot.encouragement.model import MAX_OWN, MAX_WORDS, PLACEHOLDERS
from bot.errors import Refusal


class LineEmpty(Refusal):
    """A line without a word."""

    key: ClassVar[str] = "encouragement.empty"


class LineTooLong(Refusal):
    """More than fits beside the figures on a phone."""

    key: ClassVar[str] = "encouragement.too_long"

    def __init__(self, length: int) -> None:
        super().__init__(length=f"{length:,}", limit=MAX_WORDS)


class LineMentions(Refusal):
    """A line that would call somebody, each time it is said."""

    key: ClassVar[str] = "encouragement.mentions"


class LineBroken(Refusal):
    """Braces that are no placeholder."""

    key: ClassVar[str] = "encouragement.broken"

    def __init__(self) -> None:
        known = ", ".join(f"`{{{name}}}`" for name in PLACEHOLDERS)
        super().__init__(known=known)


class LineKnown(Refusal):
    """The club has that very line already."""

    key: ClassVar[str] = "encouragement.known"


class TooManyLines(Refusal):
    """A club's own lines are as many as it may have, all switched on."""

    key: ClassVar[str] = "encouragement.too_many"

    def __init__(self) -> None:
        super().__init__(limit=MAX_OWN)
