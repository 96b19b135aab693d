"""The kind "no"s of motivation; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean

TYPED_SHOWN = 40


class DaysUnread(Refusal):
    """What was typed names no weekdays."""

    key: ClassVar[str] = "motivation.days_unread"

    def __init__(self, text: str) -> None:
        super().__init__(text=clean.words(text, TYPED_SHOWN))
