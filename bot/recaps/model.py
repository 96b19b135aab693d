"""What a recap tells, which period it is about, and what organizers choose of it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta

from bot import almanac
from bot.clubs.model import Club
from bot.messages.model import Written
from bot.milestones.model import Milestone
from bot.recaps.findings import Finding
from bot.schedule.model import MONTH, NOON, WEEK, YEAR, Plan

KINDS = {WEEK: "weekly recap", MONTH: "monthly recap", YEAR: "yearly recap"}
"""What of the schedule tells of which period."""
EVERY = {kind: every for every, kind in KINDS.items()}
CHOICES = {"weekly": (WEEK,), "monthly": (WEEK, MONTH), "yearly": (WEEK, MONTH, YEAR)}
"""What organizers choose of kinds: the weekly one, and what comes with it."""

EMPTY = ("line", "nothing")
"""What is posted for a week without any run."""
MORNING = time(8)
DATA_DAYS = 3
"""So many days of data are needed for a first recap."""
QUIET = 3
"""With fewer runs than this a week is a quiet one, and has a voice of its own."""
NAMED = 20
"""So many milestones and newcomers are told by name; a message has no room for more, and the rest are counted."""
CORRECTED = timedelta(hours=48)
"""So long after it was posted, a recap follows what changes."""
CORRECTED_EVERY = timedelta(minutes=15)


def looked_at(now: datetime) -> list[str]:
    """The kinds whose recaps are compared with the runs at this look, of one every `CORRECTED_EVERY`.

    Months and years hold much, and what is added to them is little: the first look of an hour is enough.
    """
    is_first = timedelta(minutes=now.minute) < CORRECTED_EVERY
    return [kind for kind, every in EVERY.items() if every == WEEK or is_first]


@dataclass(frozen=True, slots=True)
class Runner:
    """Somebody who ran; `shown` with a public run, `is_new` when no public run came before."""

    member_id: int
    shown: bool
    is_new: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """A milestone of a member who may be named."""

    member_id: int
    name: str
    milestone: Milestone
    run_id: int = field(default=0, repr=False)
    """Of the run that earned it; no reason to tell the recap again."""


@dataclass(frozen=True, slots=True)
class Helper:
    """Somebody who helped out at a run, and may be named."""

    member_id: int
    name: str


@dataclass(frozen=True, slots=True)
class OnTheWay:
    """A challenge that goes on, and how much of it is reached, in percent."""

    name: str
    percent: int


@dataclass(frozen=True, slots=True)
class Recap:
    """A club's week, month or year. Totals count every run; named are only public runs of those who may be named."""

    club_id: int
    club_name: str
    units: str
    every: str
    first: date
    last: date
    metres: int
    runs: int
    people: int
    days: tuple[int, ...]
    """Metres of each day, from the first to the last; of a week and a month."""
    kudos: int
    newcomers: tuple[int, ...]
    """Whose first public run this was, by id, as far as they are told by name."""
    ran: tuple[int, ...]
    """Every member who is named, by id: in no order of merit."""
    findings: tuple[Finding, ...] = ()
    """What is worth telling of a month or a year."""
    calendar_first: date | None = None
    calendar: tuple[int | None, ...] = ()
    """Of a year: metres of each day from there on, None for one without a run."""
    active_days: int = 0
    """Days with a run; of a year alone."""
    guests: tuple[str, ...] = ()
    """Names of those who ran without an account."""
    milestones: tuple[Reached, ...] = ()
    """As far as they are told by name."""
    more_newcomers: int = 0
    more_milestones: int = 0
    """So many more there are."""
    helped: tuple[Helper, ...] = ()
    challenges: tuple[OnTheWay, ...] = field(default=(), repr=False)
    """As far as they were when it was told; no reason to tell it again."""
    rests_on: Mapping[Reached | int, Written] = field(default_factory=dict, repr=False, hash=False)
    """The message by which a milestone was earned, or a newcomer came, of those that were told in chat."""

    @property
    def is_empty(self) -> bool:
        """Whether nobody ran."""
        return self.runs == 0

    def without(self, hushed: Collection[Written]) -> "Recap":
        """The same without what rests on one of these messages; nobody sees that it is left out."""
        told: tuple[Reached | int, ...] = (*self.milestones, *self.newcomers)
        return self.only([what for what in told if self.rests_on.get(what) not in hushed])

    def only(self, told: Collection[Reached | int]) -> "Recap":
        """The same with these milestones and newcomers alone."""
        return replace(
            self,
            milestones=tuple(one for one in self.milestones if one in told),
            newcomers=tuple(one for one in self.newcomers if one in told),
        )

    @property
    def is_quiet(self) -> bool:
        """Whether hardly anybody ran."""
        return self.every == WEEK and 0 < self.runs < QUIET


@dataclass(frozen=True, slots=True)
class Look:
    """A recap as one member looks into it, in private."""

    recap: Recap
    own_metres: int
    own_runs: int
    names: tuple[str, ...]
    """Of everyone who is named, as they were called when they last acted."""


@dataclass(frozen=True, slots=True)
class Choice:
    """How a club's recaps come."""

    weekday: int
    at: time
    active: bool
    kinds: str
    empty: str


@dataclass(frozen=True, slots=True)
class RecapWishes:
    """What an organizer chose; None leaves it as it is."""

    weekday: int | None = None
    at: time | None = None
    active: bool | None = None
    kinds: str | None = None
    empty: str | None = None


def plan_of(club: Club, every: str, weekday: int, at: time, *, zone: str | None = None) -> Plan:
    """When the recap of that period comes in the club, or at the same wall time in another zone."""
    weekdays = frozenset({weekday}) if every == WEEK else frozenset[int]()
    return Plan(every, at, zone or club.zone, weekdays, weeks=club.weeks)


def week_told(club: Club, now: datetime) -> date:
    """The first day of the week that ended last; on the last day of one, from noon on, of that one."""
    local = now.astimezone(almanac.zone_named(club.zone))
    running = club.weeks.first(local.date())
    ends_today = club.weeks.last(running) == local.date()
    if ends_today and local.time() >= NOON:
        return running
    return club.weeks.first(running - timedelta(days=1))
