"""The kind "no"s of the run room; their sentences are in bot/texts."""

from typing import ClassVar

from bot.errors import Refusal
from bot.texts import clean


class FigureUnread(Refusal):
    """A typed figure that could not be understood; `text` is what was typed. Raised as one of its kinds."""

    def __init__(self, text: str) -> None:
        super().__init__(text=clean.words(text, 60))


class DistanceUnread(FigureUnread):
    """A distance."""

    key: ClassVar[str] = "runs.unread_distance"


class TimeUnread(FigureUnread):
    """A time."""

    key: ClassVar[str] = "runs.unread_time"


class DayUnread(FigureUnread):
    """A date."""

    key: ClassVar[str] = "runs.unread_day"


class FutureDay(Refusal):
    """A run dated after today."""

    key: ClassVar[str] = "runs.future_day"


class LongAgo(Refusal):
    """A run dated so far back that it is likely a slip."""

    key: ClassVar[str] = "runs.long_ago"


class Implausible(Refusal):
    """Faster, farther or longer than a person runs."""

    key: ClassVar[str] = "runs.implausible"


class UnknownKind(Refusal):
    """A kind of run that is not on the list."""

    key: ClassVar[str] = "runs.unknown_kind"


class NoSuchRun(Refusal):
    """No run of that member by that number: never there, somebody else's, or gone."""

    key: ClassVar[str] = "runs.no_such_run"


class OlderThanForget(Refusal):
    """Written before its member asked to be forgotten."""

    key: ClassVar[str] = "runs.older_than_forget"
