"""What belongs to a member alone, in every club: units, zone, and how much of them may be seen."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot import almanac

AS_CLUB = "club"
"""What a member chooses to have units or zone as each club has them."""


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


@dataclass(frozen=True, slots=True)
class Outlook:
    """How a member sees figures and days in one club."""

    zone: ZoneInfo
    units: str
    named: bool

    def day_of(self, instant: datetime) -> date:
        """The member's local date at `instant`."""
        return almanac.local_day(instant, self.zone)


def outlook(preferences: Preferences, *, club_zone: str, club_units: str) -> Outlook:
    """The member's own choice, else the club's."""
    zone = almanac.zone_named(preferences.zone or club_zone) or ZoneInfo("UTC")
    return Outlook(zone, preferences.units or club_units, preferences.named)


def chosen(value: str | None, before: str | None) -> str | None:
    """What is kept of a choice of units or zone: None leaves it as it was, AS_CLUB gives it back to the club."""
    if value is None:
        return before
    return None if value == AS_CLUB else value
