"""The kind "no"s of the run room; their sentences are in bot/texts."""

from datetime import datetime
from typing import ClassVar

from bot.errors import Refusal
from bot.questions import model as questions
from bot.runs.model import Draft
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


class VolunteerFigures(Refusal):
    """A day of helping out with a distance or a time, which only a run has."""

    key: ClassVar[str] = "runs.volunteer_figures"


class FutureDay(Refusal):
    """A run dated after today."""

    key: ClassVar[str] = "runs.future_day"


class LongAgo(Refusal):
    """A run dated so far back that it is likely a slip."""

    key: ClassVar[str] = "runs.long_ago"


class Questionable(Refusal):
    """A run that is stored only when its author says so; `draft` is as it was read, `units` are the author's."""

    matter: ClassVar[str]

    def __init__(self, draft: Draft, units: str, *, earlier: datetime | None = None) -> None:
        super().__init__()
        self.draft = draft
        self.units = units
        self.earlier = earlier
        """When its twin was logged, in the author's zone."""


class Implausible(Questionable):
    """Faster, farther or longer than a person runs."""

    key: ClassVar[str] = "runs.implausible"
    matter: ClassVar[str] = questions.IMPLAUSIBLE


class FiguresApart(Questionable):
    """A distance, told with a time that cannot belong to it."""

    key: ClassVar[str] = "runs.implausible"
    matter: ClassVar[str] = questions.FIGURES


class UnitsDoubted(Questionable):
    """So slow that the units may be others than were read."""

    key: ClassVar[str] = "runs.units_doubted"
    matter: ClassVar[str] = questions.SLOW


class UnitUnknown(Questionable):
    """A number without a unit, from somebody who never said in which they count."""

    key: ClassVar[str] = "runs.unit_unknown"
    matter: ClassVar[str] = questions.UNIT


class Duplicate(Questionable):
    """Day, distance and time of another run of the same member."""

    key: ClassVar[str] = "runs.duplicate"
    matter: ClassVar[str] = questions.DUPLICATE


class HeldNoMore(Refusal):
    """A run that waited for an answer, which was given or came too late."""

    key: ClassVar[str] = "runs.ask_over"


class UnknownKind(Refusal):
    """A kind of run that is not on the list."""

    key: ClassVar[str] = "runs.unknown_kind"


class NoSuchRun(Refusal):
    """No run of that member by that number: never there, somebody else's, or gone."""

    key: ClassVar[str] = "runs.no_such_run"


class VoidRun(Refusal):
    """A run that an organizer took out of the count."""

    key: ClassVar[str] = "runs.void_run"


class RunGone(Refusal):
    """A run that an organizer took out, and that its member or its message took back besides."""

    key: ClassVar[str] = "runs.run_gone"


class OlderThanForget(Refusal):
    """Written before its member asked to be forgotten."""

    key: ClassVar[str] = "runs.older_than_forget"
