"""What a club has chosen, and who in it is an organizer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot import almanac
from bot.almanac import MONDAY, SATURDAY, SUNDAY, Hours, Weeks

UNITS = ("km", "mi")
REPLIES = ("short", "cards", "reaction")
WEEK_STARTS = {"monday": MONDAY, "sunday": SUNDAY, "saturday": SATURDAY}
MONDAYS = Weeks()
TONES = ("warm", "playful", "plain")
"""How members are spoken to; plain has the facts alone."""
MAX_RUN_CHANNELS = 10
OFF = "off"
"""What is typed to have no quiet hours."""
KEPT_AFTER_LEAVING = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class Club:
    """A server and the settings its organizers chose; `run_channels` are the ids it reads."""

    club_id: int
    name: str
    zone: str
    units: str
    replies: str
    organizer_role_id: int | None
    run_channels: tuple[int, ...] = ()
    weeks: Weeks = MONDAYS
    rankings: bool = False
    """Whether boards may rank; off as long as no organizer turned it on."""
    places: tuple[tuple[str, int], ...] = ()
    """Purpose and channel of what the bot says in a channel of its own."""
    tone: str = TONES[0]
    """For members who chose none themselves."""
    quiet_hours: Hours | None = None
    """In which nothing is posted unasked, by the club's clock."""

    def day_of(self, instant: datetime) -> date:
        """The club's local date at `instant`."""
        return almanac.local_day(instant, almanac.zone_named(self.zone) or ZoneInfo("UTC"))

    def quiet_until(self, instant: datetime) -> datetime | None:
        """When the quiet hours end that hold the instant; None outside of them."""
        zone = almanac.zone_named(self.zone) or ZoneInfo("UTC")
        return self.quiet_hours.until(instant, zone) if self.quiet_hours else None

    def channel_for(self, purpose: str) -> int | None:
        """The channel chosen for recaps, challenges, prompts or organizers, or None."""
        return dict(self.places).get(purpose)

    def channels_for(self, purpose: str) -> tuple[int, ...]:
        """Where something of the purpose may be posted, the chosen channel first, then the run channels."""
        own = self.channel_for(purpose)
        return (own, *self.run_channels) if own else self.run_channels


@dataclass(frozen=True, slots=True)
class Defaults:
    """What a new club begins with."""

    zone: str = "UTC"
    units: str = "km"


@dataclass(frozen=True, slots=True)
class Arrival:
    """The bot is in a server; `is_new` as long as nobody there was greeted."""

    club: Club
    is_new: bool


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an organizer chose; None leaves a setting as it is, and a role of 0 takes the role away."""

    zone: str | None = None
    units: str | None = None
    replies: str | None = None
    organizer_role_id: int | None = None
    week_start: str | None = None
    rankings: bool | None = None
    tone: str | None = None
    quiet_hours: str | None = None
    """As typed; OFF for none."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A club before and after its organizer chose."""

    before: Club
    after: Club


def is_organizer(club: Club, *, manages_server: bool, role_ids: Iterable[int]) -> bool:
    """Whoever may manage the server, or has the organizer role where one was chosen."""
    return manages_server or club.organizer_role_id in set(role_ids)
