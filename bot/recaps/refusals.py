"""The kind "no"s of the recaps; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean

TYPED_SHOWN = 40


class WeekUnread(Refusal):
    """What was typed names no week that has been."""

    key: ClassVar[str] = "recaps.week_unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class MonthUnread(Refusal):
    """What was typed names no month that has been."""

    key: ClassVar[str] = "own.month_unread"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class YearUnread(Refusal):
    """What was typed names no year that has been."""

    key: ClassVar[str] = "letters.which_year"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, TYPED_SHOWN))


class NowhereToPost(Refusal):
    """The club has neither a recaps channel nor a run channel."""

    key: ClassVar[str] = "recaps.nowhere"


class RecapUnderWay(Refusal):
    """That recap is just being posted, or is tried again."""

    key: ClassVar[str] = "recaps.under_way"
