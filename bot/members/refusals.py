"""What a member's settings refuse, each in its own words."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean


class WhichClub(Refusal):
    """In a direct message it is not known which club is meant; in its server the `command` tells."""

    key: ClassVar[str] = "members.which_club"

    def __init__(self, command: str) -> None:
        super().__init__(command=command)


class PauseTooLong(Refusal):
    """A pause is asked for that is longer than a year, or of less than no days."""

    key: ClassVar[str] = "members.pause_too_long"

    def __init__(self, days: int) -> None:
        super().__init__(days=days)


class NamelessGuest(Refusal):
    """Nothing is left of a guest's name once what cannot be seen is taken away."""

    key: ClassVar[str] = "members.nameless_guest"


class UnknownWeekday(Refusal):
    """What was typed as days of rest names no weekday."""

    key: ClassVar[str] = "members.unknown_weekday"

    def __init__(self, typed: str) -> None:
        super().__init__(typed=clean.words(typed, 60))
