"""What a member's settings refuse, each in its own words."""

from bot.errors import Refusal


class PauseTooLong(Refusal):
    """A pause is asked for that is longer than a year, or of less than no days."""

    key = "members.pause_too_long"

    def __init__(self, days: int) -> None:
        super().__init__(days=days)
