"""Plans and occurrences: when something scheduled is due, by which date it is known, and what became of it. Pure."""

from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from bot import almanac
from bot.almanac import Weeks

DAYS, WEEK, MONTH, YEAR, ONCE = ("days", "week", "month", "year", "once")
NOON = time(12)
DAY = timedelta(days=1)

CAUGHT_UP = timedelta(hours=48)
"""What was due longer ago is skipped and noted."""
LATE = timedelta(hours=1)
"""What is sent longer after its due instant says so."""
LEASE = timedelta(minutes=5)
"""A claim that was neither kept nor given up for so long is taken up again."""
RETRIES = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(hours=1))
NOTED = timedelta(days=90)
"""Of what was missed longer ago no row is kept, nor of what ended then."""

MISSED = "missed"
SWITCHED_OFF = "switched off"
SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Plan:
    """When something is due: a wall time in a zone, on days, after periods, or once.

    DAYS: on each of `weekdays`, known by that day. WEEK: on the first of `weekdays` after the week ended, also on
    its last day from noon on, known by the week's first day. MONTH, YEAR: on the first day after it, known by its
    first day. ONCE: on `day`.
    """

    every: str
    at: time
    zone: str
    weekdays: frozenset[int] = frozenset()
    """Monday 0 to Sunday 6; for WEEK exactly one."""
    day: date | None = None
    weeks: Weeks = field(default_factory=Weeks)

    @property
    def is_of_periods(self) -> bool:
        """Whether it covers every day, one period after the other."""
        return self.every in (WEEK, MONTH, YEAR)

    def due_at(self, key: date) -> datetime:
        """The UTC instant at which the occurrence known by `key` is due; also on a day that its zone skips."""
        return almanac.wall_to_instant(datetime.combine(self.planned(key), self.at), self._zone)

    def planned(self, key: date) -> date:
        """The local day on which the occurrence known by `key` is planned."""
        if self.every == WEEK:
            return self._after_week(self.last(key))
        return key if self.every in (DAYS, ONCE) else self.last(key) + DAY

    def last(self, key: date) -> date:
        """The last day that the occurrence known by `key` covers, itself where it is a single day."""
        if self.every == WEEK:
            return self.weeks.last(key)
        if self.every == MONTH:
            return _next_month(key) - DAY
        return key.replace(month=12, day=31) if self.every == YEAR else key

    def following(self, key: date) -> date | None:
        """The key of the occurrence after; None after the only one.

        Two days that a skipped one moves to the same instant count as the first of them.
        """
        if self.every == ONCE or (self.every == DAYS and not self.weekdays):
            return None
        if self.every != DAYS:
            return self.last(key) + DAY
        after = self._weekday_from(key + DAY)
        while self.due_at(after) <= self.due_at(key):
            after = self._weekday_from(after + DAY)
        return after

    def upcoming(self, now: datetime) -> date | None:
        """The key of the first occurrence that is due at `now` or later; of a single one, its day."""
        if self.every == ONCE:
            return self.day
        key: date | None = self._long_before(almanac.local_day(now, self._zone))
        while key is not None and self.due_at(key) < now:
            key = self.following(key)
        return key

    @property
    def _zone(self) -> ZoneInfo:
        return almanac.zone_named(self.zone) or ZoneInfo("UTC")

    def _after_week(self, last: date) -> date:
        from_day = last if self.at >= NOON else last + DAY
        return self._weekday_from(from_day)

    def _weekday_from(self, day: date) -> date:
        return min(day + timedelta(days=(weekday - day.weekday()) % 7) for weekday in self.weekdays)

    def _long_before(self, today: date) -> date | None:
        """A key whose occurrence was due before any that may still be."""
        if self.every == DAYS:
            return self._weekday_from(today - 3 * DAY) if self.weekdays else None
        if self.every == WEEK:
            first = self.weeks.first(today)
            return self.weeks.first(self.weeks.first(first - DAY) - DAY)
        month = (today.replace(day=1) - DAY).replace(day=1)
        return month if self.every == MONTH else date(today.year - 1, 1, 1)


def _next_month(first: date) -> date:
    return (first.replace(day=1) + timedelta(days=32)).replace(day=1)


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A plan of an owner, and what of it comes next."""

    schedule_id: int
    kind: str
    club_id: int
    owner_id: int
    member_id: int | None
    """Whose it is when it is a member's own; None for what a club posts."""
    plan: Plan
    active: bool
    key: date | None
    """By which the next occurrence is known; None when no more is planned."""
    due_at: datetime | None
    wake_at: datetime | None
    """When the ledger next has something to do for it: at the due instant, or at the next try."""


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One due instant of a kind for one owner, as the ledger holds it."""

    occurrence_id: int
    kind: str
    club_id: int
    owner_id: int
    member_id: int | None
    key: date
    """Its first local date, by which it is known."""
    last: date
    """The last day it covers."""
    due_at: datetime
    attempts: int
    """Counts this one."""
    since: datetime
    """When it was first claimed: a message of its own can't be older."""
    maybe_sent: bool
    """Whether an earlier try may have reached Discord."""
    ended_at: datetime | None = None
    held_until: datetime | None = None
    """When it was to come at the earliest, where it was held back."""

    @property
    def wanted_at(self) -> datetime:
        """When it was to come: at its due instant, or at the end of what held it back."""
        return max(self.due_at, self.held_until or self.due_at)

    def is_late(self, now: datetime) -> bool:
        """Whether it says that it comes late, when it is sent at `now`."""
        return now - self.wanted_at > LATE


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ready(Generic[T]):
    """What an occurrence is to be about, and where it goes."""

    about: T
    """Compared by value: what differs from what was posted can be corrected."""
    channel_ids: tuple[int, ...] = ()
    """Of the club, the first that is there is taken; none for a direct message to the occurrence's member."""


@dataclass(frozen=True, slots=True)
class Sent:
    """It is posted, and stands there."""

    channel_id: int
    message_id: int
    digest: str | None = None
    """Of what it was about."""
    direct: bool = False
    """Whether it came to a member directly, unasked."""


@dataclass(frozen=True, slots=True)
class Waits:
    """It is held back, and comes at `until` as if that were its due instant."""

    reason: str
    until: datetime
    unsent: bool = False
    """Whether it is known that no try of it has arrived."""


NO_CLUB = "the club is gone"
NO_CHANNEL = "no channel to post in"
NOT_WANTED = "no longer asked for"
"""Reasons that any kind of occurrence may have to be skipped; each kind has more of its own."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """Nothing is to be posted, for a reason the rules name."""

    reason: str


@dataclass(frozen=True, slots=True)
class Failed:
    """It was not posted now; `for_good` when it is not to be tried again."""

    reason: str
    maybe_sent: bool = False
    """Whether Discord may have taken it all the same."""
    for_good: bool = False
    direct: bool = False
    """Whether it may have come to a member directly."""


Outcome = Sent | Skipped | Failed | Waits


@dataclass(frozen=True, slots=True)
class Ended:
    """What became of an occurrence, for doctor and for those who correct what they posted."""

    occurrence_id: int
    kind: str
    club_id: int
    owner_id: int
    key: date
    state: str
    """sent, skipped, failed, or due while it waits for its next try."""
    reason: str | None
    due_at: datetime
    at: datetime
    """When it ended, or is tried again."""
    channel_id: int | None
    message_id: int | None
    digest: str | None


def wait_after(attempts: int) -> timedelta:
    """How long a failed one waits before the next try: 1, 5, 15, then every 60 minutes."""
    return RETRIES[min(attempts, len(RETRIES)) - 1]
