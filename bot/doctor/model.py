"""What the doctor looks at, and what is wrong with it: small rules, each a function of the facts."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from bot.errors import HostError

MEGABYTE = 1024 * 1024
LITTLE_ROOM = 200 * MEGABYTE
LONG_LOG = 100 * MEGABYTE
"""The write-ahead log is folded into the file at a sixth of that, unless something keeps it from it."""
TOLD_FOR = timedelta(days=7)
"""After that nobody can do anything about what was not sent."""
BACKUP_DUE = timedelta(days=2)
ZONES_AGE = 2
"""Countries change their clocks several times a year; data two years old is wrong somewhere."""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong: a key into the doctor's texts (its mend is `<key>_mend`), and the values both need."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


def plain(error: HostError) -> Finding:
    """An error of the host, which says by itself how to mend it."""
    return Finding("plain", {"what": str(error), "mend": ""})


@dataclass(frozen=True, slots=True)
class House:
    """What belongs to the host, as it is now; sizes in bytes."""

    now: datetime
    size: int
    free: int
    log: int
    fault: str | None
    """The first fault of the database, or None when it is sound."""
    schema: int
    known: int
    """The schema that this version brings the database to at its next start."""
    backup_at: datetime | None
    """When the newest checked backup was made."""
    retried: tuple[str, ...]
    """The duties whose last try came to nothing and that wait for another."""
    zones: str
    """The version of the time zone data, such as 2026f."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A run channel of a club; `lacks` names the permissions missing there, as Discord calls them."""

    name: str
    exists: bool = True
    lacks: tuple[str, ...] = ()
    followed_to: datetime | None = None
    """When the last message was written that was handled there."""
    behind: bool = False
    """What was written while the bot was away is not read to its end."""


@dataclass(frozen=True, slots=True)
class Unsent:
    """Something planned that failed, was too late to be sent, or is tried again; `day` is its first date."""

    kind: str
    day: date
    is_retried: bool


@dataclass(frozen=True, slots=True)
class RewardRole:
    """A role that a club gives for a milestone; `blocked` says why the bot cannot: "permission", "above" or "gone"."""

    name: str
    blocked: str | None = None


@dataclass(frozen=True, slots=True)
class Ward:
    """What belongs to one club, as it is now."""

    channels: tuple[Channel, ...]
    undelivered: int = 0
    """So many messages of the bot's should be gone from its channels, and are not."""
    unsent: tuple[Unsent, ...] = ()
    """What should have come on its own lately, and did not."""
    rewards: tuple[RewardRole, ...] = ()


HouseCheck = Callable[[House], Iterator[Finding]]
WardCheck = Callable[[Ward], Iterator[Finding]]


def examine_house(house: House) -> list[Finding]:
    """Everything that is wrong in the house."""
    return [finding for check in HOUSE_CHECKS for finding in check(house)]


def examine_ward(ward: Ward) -> list[Finding]:
    """Everything that is wrong in a club."""
    return [finding for check in WARD_CHECKS for finding in check(ward)]


def _unsound(house: House) -> Iterator[Finding]:
    if house.fault is not None:
        yield Finding("unsound", {"fault": house.fault})


def _full(house: House) -> Iterator[Finding]:
    # A backup needs as much as the database, and the log grows beside it.
    needed = LITTLE_ROOM + 2 * house.size
    if house.free < needed:
        values = {"free": house.free // MEGABYTE, "needed": needed // MEGABYTE}
        yield Finding("full", values)


def _long_log(house: House) -> Iterator[Finding]:
    if house.log > LONG_LOG:
        yield Finding("long_log", {"size": house.log // MEGABYTE})


def _unsaved(house: House) -> Iterator[Finding]:
    if house.backup_at is None:
        yield Finding("no_backup")
    elif house.backup_at < house.now - BACKUP_DUE:
        yield Finding("old_backup", {"day": house.backup_at.date().isoformat()})


def _retried(house: House) -> Iterator[Finding]:
    for kind in house.retried:
        yield Finding("retried", {"kind": kind})


def _old_zones(house: House) -> Iterator[Finding]:
    year = house.zones[:4]
    if year.isdecimal() and house.now.year - int(year) >= ZONES_AGE:
        yield Finding("old_zones", {"version": house.zones})


def _unread(ward: Ward) -> Iterator[Finding]:
    if not any(channel.exists for channel in ward.channels):
        yield Finding("no_channel")


def _gone(ward: Ward) -> Iterator[Finding]:
    for channel in ward.channels:
        if not channel.exists:
            yield Finding("gone", {"channel": channel.name})


def _closed(ward: Ward) -> Iterator[Finding]:
    for channel in ward.channels:
        for permission in channel.lacks:
            yield Finding("closed", {"channel": channel.name, "permission": permission})


def _behind(ward: Ward) -> Iterator[Finding]:
    for channel in ward.channels:
        if channel.exists and channel.behind and not channel.lacks:
            yield Finding("behind", {"channel": channel.name})


def _undelivered(ward: Ward) -> Iterator[Finding]:
    if ward.undelivered:
        yield Finding("undelivered", {"count": ward.undelivered})


def _unsent(ward: Ward) -> Iterator[Finding]:
    for one in ward.unsent:
        key = "delayed" if one.is_retried else "unsent"
        yield Finding(key, {"kind": one.kind, "day": one.day.isoformat()})


def _ungiven(ward: Ward) -> Iterator[Finding]:
    blocked = {role.blocked for role in ward.rewards}
    if "permission" in blocked:
        yield Finding("reward_permission")
    if "gone" in blocked:
        yield Finding("reward_gone")
    for role in ward.rewards:
        if role.blocked == "above":
            yield Finding("reward_above", {"role": role.name})


HOUSE_CHECKS: Sequence[HouseCheck] = (_unsound, _full, _long_log, _unsaved, _retried, _old_zones)
WARD_CHECKS: Sequence[WardCheck] = (
    _unread,
    _gone,
    _closed,
    _behind,
    _undelivered,
    _unsent,
    _ungiven,
)
