"""What belongs to a member alone, in every club: units, zone, and how much of them may be seen."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import TypedDict, TypeVar
from zoneinfo import ZoneInfo

from bot import almanac
from bot.almanac import Hours

T = TypeVar("T")

AS_CLUB = "club"
"""What a member chooses to have units, zone or tone as each club has them."""


DMS = ("off", "recap", "nudge", "all")
"""Which direct messages come on their own, beside those that are chosen with `/motivation set`."""
MAX_PAUSE = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Pause:
    """Days, both included, on which a member wants to be left in peace."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        """Whether the pause is on that day."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Preferences:
    """A member's own settings; None means as the club has it."""

    member_id: int
    units: str | None = None
    zone: str | None = None
    named: bool = True
    read_posts: bool = True
    home_club_id: int | None = None
    """The club that a direct message means, for a member of several."""
    weekly_days: int = 1
    """Active days that make a week count for the member's streak."""
    rest_days: frozenset[int] = frozenset()
    """Weekdays of planned rest, Monday 0 to Sunday 6: no active day is asked for on these."""
    rankings: bool = True
    """Whether the member stands in rankings, where a club has any."""
    pause: Pause | None = None
    """The last pause that was begun, which may be over."""
    tone: str | None = None
    dms: str = DMS[0]
    nudge_days: int = 7
    """After so many quiet days a nudge comes, where nudges are wanted."""
    quiet_hours: Hours | None = None
    """In which nothing comes unasked, by the member's clock."""
    reading_chosen_at: datetime | None = field(default=None, compare=False)
    """When it was last chosen that posts are read, or that they are not; None for never."""

    @property
    def wants_recaps(self) -> bool:
        """Whether recaps of one's own come as direct messages."""
        return self.dms in ("recap", "all")

    @property
    def wants_nudges(self) -> bool:
        """Whether a nudge comes when it got quiet."""
        return self.dms in ("nudge", "all")


class Choices(TypedDict, total=False):
    """What a member may choose of their own settings; None leaves one as it is.

    AS_CLUB as units, zone or tone gives the choice back to each club.
    """

    units: str | None
    zone: str | None
    named: bool | None
    read_posts: bool | None
    tone: str | None
    weekly_days: int | None
    rest_days: frozenset[int] | None
    rankings: bool | None
    home_club_id: int | None
    dms: str | None
    nudge_days: int | None
    quiet_hours: str | None
    """As typed; "off" for none."""


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a member sees figures and days in one club, and is spoken to."""

    zone: ZoneInfo
    units: str
    named: bool
    pause: Pause | None = None
    units_chosen: bool = True
    """Whether these are the member's own units, and not just those of the club."""
    tone: str = "warm"

    def is_named(self, now: datetime) -> bool:
        """Whether others may see the name now; a pause looks like *don't name me*, so that nobody can tell."""
        paused = self.pause is not None and self.pause.covers(self.day_of(now))
        return self.named and not paused

    def day_of(self, instant: datetime) -> date:
        """The member's local date at `instant`."""
        return almanac.local_day(instant, self.zone)


def is_guest(member_id: int) -> bool:
    """Whether it is a runner without an account: such ids are below zero, and mention nobody."""
    return member_id < 0


def outlook(
    preferences: Preferences, *, club_zone: str, club_units: str, club_tone: str
) -> Outlook:
    """The member's own choice, else the club's."""
    zone = almanac.zone_named(preferences.zone or club_zone) or ZoneInfo("UTC")
    return Outlook(
        zone=zone,
        units=preferences.units or club_units,
        named=preferences.named,
        pause=preferences.pause,
        units_chosen=preferences.units is not None,
        tone=preferences.tone or club_tone,
    )


def asking_for_nudges(dms: str) -> str:
    """What is chosen of direct messages by whoever says after how many days a nudge is to come."""
    return {"off": "nudge", "recap": "all"}.get(dms, dms)


def chosen(value: str | None, before: str | None) -> str | None:
    """What is kept of a choice of units, zone or tone: None leaves it as it was, AS_CLUB gives it back to the club."""
    if value is None:
        return before
    return None if value == AS_CLUB else value


def kept(value: T | None, before: T) -> T:
    """What is kept of any other choice: None leaves it as it was."""
    return before if value is None else value
