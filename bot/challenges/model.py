"""What a challenge is: its days, its rules, who takes part, and how far it has come; pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot import almanac
from bot.almanac import Weeks
from bot.clubs.model import MONDAYS
from bot.runs.model import RUN_KINDS as NAMED_RUN_KINDS

METRICS = ("distance", "time", "runs", "days", "people")
"""Metres, seconds, runs, active days, and people who moved."""
PLAIN = "plain"
RUN_KINDS = (PLAIN, *NAMED_RUN_KINDS)
"""What may be chosen as counting; "plain" is a run whose kind nobody named."""

MAX_LIVE = 25
CARD = "challenge"
"""The kind of the living card."""
BROUGHT = "challenge"
"""How what a run brought is called among the facts of its answer."""
ON_CARDS = "cards"
"""The fact, told in no words, that living cards are to show a run."""
MAX_DAYS = 400
MAX_NAME = 60
CORRECTABLE = timedelta(hours=48)
"""How long after the end a changed run still corrects the outcome."""
KEPT_DRAFT = timedelta(days=7)
ACTIVITY = timedelta(days=28)
"""How far back teams are drafted by."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place on a route, in metres from its start, and what is said when the club gets there."""

    at_m: int
    name: str
    message: str = ""


@dataclass(frozen=True, slots=True)
class Route:
    """Places in the order in which they are passed; the first lies at 0, the last is the goal."""

    name: str
    stops: tuple[Stop, ...]

    @property
    def length_m(self) -> int:
        """From the first stop to the last, in metres."""
        return self.stops[-1].at_m


@dataclass(frozen=True, slots=True)
class Charity:
    """What sponsors promise; amounts in hundredths of the currency. No money passes through the bot."""

    cause: str
    per: str = "km"
    """"km" or "run"."""
    rate_cents: int = 0
    currency: str = "€"
    sponsors: tuple[str, ...] = ()
    cap_cents: int | None = None

    def pledged_cents(self, amount: int) -> int:
        """What `amount` (metres, or runs) is worth, at most the cap; begun kilometres count in part."""
        whole = amount * self.rate_cents // (1000 if self.per == "km" else 1)
        return whole if self.cap_cents is None else min(whole, self.cap_cents)


@dataclass(frozen=True, slots=True)
class Rules:
    """What counts and how much of it is wanted; goal and caps are in the unit of the metric."""

    metric: str = "distance"
    goal: int | None = None
    run_kinds: tuple[str, ...] = ()
    """Kinds of run that count; none means every kind."""
    cap_run: int | None = None
    cap_day: int | None = None
    cap_week: int | None = None
    before_joining: bool = True
    """Whether runs count that are dated before the day of joining."""
    late_joining: bool = True
    everyone: bool = False
    """Whether the runs of members count who did not join; whoever leaves is out all the same."""
    percent: int = 10
    """How much more than the own baseline."""
    days_a_week: int = 2
    teams: tuple[str, ...] = ()
    picked: bool = False
    """Whether members pick their team; else teams are drafted."""
    route: Route | None = None
    charity: Charity | None = None


@dataclass(frozen=True, slots=True)
class Challenge:
    """A challenge with its first and last local day, both counting."""

    challenge_id: int
    club_id: int
    name: str
    kind: str
    first: date
    last: date
    rules: Rules = field(default_factory=Rules)
    state: str = "draft"
    """What is decided: "draft", "live", "closed" or "cancelled"; `phase` tells the rest from the date."""
    repeat: bool = False
    """Whether the next month's follows by itself."""
    ended_at: datetime | None = None
    """When an organizer ended it early."""
    outcome: "Progress | None" = None
    """How it stood when it was closed."""
    weeks: Weeks = MONDAYS
    """The club's weeks, for caps and rows of weeks."""

    def overlaps(self, first: date, last: date) -> bool:
        """Whether it has a day from `first` to `last`."""
        return self.first <= last and first <= self.last

    @property
    def days(self) -> int:
        """How many days it lasts."""
        return (self.last - self.first).days + 1

    def phase(self, now: datetime, zone: ZoneInfo) -> str:
        """ "draft", "announced", "running", "ended" (may still be corrected), "closed" or "cancelled"."""
        if self.state != "live":
            return self.state
        if self.ended_at is not None:
            return "ended"
        today = almanac.local_day(now, zone)
        if today < self.first:
            return "announced"
        return "ended" if today > self.last else "running"

    def ends_at(self, zone: ZoneInfo) -> datetime:
        """The instant at which it is over."""
        return self.ended_at or almanac.start_of_day(self.last + timedelta(days=1), zone)


@dataclass(frozen=True, slots=True)
class Membership:
    """That somebody joined, or left again."""

    member_id: int
    joined_on: date | None
    """The member's local day of joining for the first time; None for one who never joined."""
    left: bool = False
    team: int = 0
    """Counted from 1; 0 is none."""


@dataclass(frozen=True, slots=True)
class Share:
    """What one member brought: of all runs, which the member may see, and of public runs, which others may."""

    counted: int = 0
    public: int = 0
    goal: int | None = None
    public_goal: int | None = None
    """Own goals, where each member has another; None where the participants' median stands in."""


class Standing(NamedTuple):
    """One member of a challenge as stored: whether they joined, and what they brought."""

    member_id: int
    joined: bool
    team: int
    counted: int
    public: int
    goal: int | None
    public_goal: int | None


@dataclass(frozen=True, slots=True)
class TeamProgress:
    """A team: how many are in it, what they brought together, and per head."""

    number: int
    name: str
    heads: int
    counted: int

    @property
    def per_head(self) -> int:
        """The mean of its members, rounded down."""
        return self.counted // self.heads if self.heads else 0


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a challenge has come, in numbers that name nobody; totals count private runs, too."""

    counted: int
    """What everybody brought together."""
    goal: int | None
    """What the club wants together; None where each has a goal of their own, or there is none."""
    percent: int | None
    """How much of it is reached, rounded down, above 100 too; with personal goals the mean, at most 100."""
    participants: int
    """Who joined and stayed."""
    movers: int
    """Whose runs count for something."""
    reached: int = 0
    """Who reached their own goal."""
    teams: tuple[TeamProgress, ...] = ()
    stops: int = 0
    """How many stops of the route are reached; the first one is from the start."""
    pledged_cents: int | None = None


@dataclass(frozen=True, slots=True)
class Own:
    """A member's own standing for that member's eyes: every run counts, private ones too."""

    joined: bool
    counts: bool
    """Whether the member's runs count at all."""
    counted: int
    goal: int | None
    team: int = 0
    median: bool = False
    """Whether the goal rests on the others' median, for want of weeks of one's own."""


@dataclass(frozen=True, slots=True)
class Ahead:
    """What lies next in a running challenge: so much to a stop, to what all want together, or to one's own goal."""

    name: str
    left: int
    unit: str
    """A metric, or "weeks"."""
    last: date
    stop: str | None = None
    own: bool = False
    """Whether it is the member's own goal, and not everybody's."""


@dataclass(frozen=True, slots=True)
class Row:
    """A named member as everybody may see them: of public runs alone."""

    member_id: int
    name: str
    counted: int
    goal: int | None
    percent: int | None
    team: int = 0
    rank: int | None = None
    """Only in a ranking; the same for equals."""


@dataclass(frozen=True, slots=True)
class Board:
    """Everybody who may be named, by name (in a ranking: by rank), and how many more there are."""

    rows: tuple[Row, ...]
    unnamed: int
    former: int = 0
    """Members of a closed challenge who are forgotten since."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A challenge with everything a card or a private view of it needs."""

    challenge: Challenge
    phase: str
    progress: Progress
    units: str
    zone: ZoneInfo
    today: date
    own: Own | None = None
    editor: "Editor | None" = None


@dataclass(frozen=True, slots=True)
class Listed:
    """A challenge in a list, with what the member who asked brought."""

    challenge: Challenge
    phase: str
    joined: bool
    own: int
    counted: int
    """What everybody brought together."""


@dataclass(frozen=True, slots=True)
class Editor:
    """The organizer who has a challenge open for editing, and since when."""

    member_id: int
    since: datetime


@dataclass(frozen=True, slots=True)
class Wishes:
    """What an organizer chose of a challenge; None leaves it as it is, texts are as typed, "" clears."""

    name: str | None = None
    kind: str | None = None
    goal: str | None = None
    first: date | None = None
    last: date | None = None
    metric: str | None = None
    run_kinds: tuple[str, ...] | None = None
    cap_run: str | None = None
    cap_day: str | None = None
    cap_week: str | None = None
    before_joining: bool | None = None
    late_joining: bool | None = None
    everyone: bool | None = None
    percent: int | None = None
    days_a_week: int | None = None
    teams: tuple[str, ...] | None = None
    picked: bool | None = None
    repeat: bool | None = None
    route: str | None = None
    """The key of a shipped route."""
    own_route: str | None = None
    """A route as typed: its name on the first line, then a line for each stop, "12.5 Name: message"."""
    cause: str | None = None
    per: str | None = None
    rate: str | None = None
    currency: str | None = None
    sponsors: str | None = None
    """One a line, or divided by commas."""
    pledge_cap: str | None = None
    unread: "tuple[Fault, ...]" = ()
    """What else was typed and could not be read."""


Fault = tuple[str, Mapping[str, object]]
"""What is wrong with a challenge: a key into the texts and the values of its sentence."""


@dataclass(frozen=True, slots=True)
class Typed:
    """A form by its name, the number of its challenge (0 for a new one), and its fields as they were typed."""

    form: str
    number: int
    fields: Mapping[str, str]
