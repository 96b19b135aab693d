"""The kind "no"s of prompts; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean

TYPED_SHOWN = 40


class PromptTimeUnread(Refusal):
    """What was typed is no time of day."""

    key: ClassVar[str] = "prompts.time_unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))
