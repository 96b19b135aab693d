"""For which milestones a club may give a role, and which a member has earned; pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from bot.care.model import is_due
from bot.messages.model import Written
from bot.milestones.model import DISTANCES_KM, RUNS, Milestone

REWARDED = (
    *(Milestone("runs", str(runs)) for runs in RUNS[:7]),
    *(Milestone("distance", str(km)) for km in DISTANCES_KM[:5]),
)
"""The milestones that a role may be given for."""

MIGHTY = (
    "administrator",
    "manage_guild",
    "manage_roles",
    "manage_channels",
    "manage_webhooks",
    "manage_messages",
    "manage_threads",
    "kick_members",
    "ban_members",
    "moderate_members",
    "mention_everyone",
)
"""What a role that is earned by running must not allow, as Discord names it."""


@dataclass(frozen=True, slots=True)
class Reward:
    """A role of a club and what it is given for."""

    milestone: Milestone
    role_id: int


class Public(NamedTuple):
    """What a member ran for all to see: runs and metres."""

    runs: int
    metres: int


class Latest(NamedTuple):
    """What a member told last for all to see: its runs and metres, when, from where, and their notes."""

    ran: Public
    logged_at: datetime
    written: Written | None
    note: str


@dataclass(frozen=True, slots=True)
class Due:
    """A member whose roles are to be looked at, and how many times that was noted."""

    club_id: int
    member_id: int
    times: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """The roles a member should have of those that the bot gives, and those it gave before."""

    earned: frozenset[int]
    given: frozenset[int]
    telling: frozenset[int] = frozenset()
    """New ones that would tell everybody of the latest run."""
    rests_on: Written | None = None
    """The message by which that run was told, where there is one."""

    def hushed(self) -> "Wanted":
        """The same without roles that would tell of the latest run; they come with another one."""
        return Wanted(self.earned - self.telling, self.given)


def earned(rewards: Iterable[Reward], public: Public) -> frozenset[int]:
    """The roles that public runs have earned."""
    return frozenset(one.role_id for one in rewards if _is_earned(one.milestone, public))


def telling(
    new: frozenset[int],
    rewards: Iterable[Reward],
    public: Public,
    latest: Latest,
    *,
    now: datetime,
) -> frozenset[int]:
    """Those of the new roles that would tell everybody of the latest run: it earned them, or is still fresh."""
    if is_due(latest.logged_at, now):
        return new
    before = Public(public.runs - latest.ran.runs, public.metres - latest.ran.metres)
    return new - earned(rewards, before)


def _is_earned(milestone: Milestone, public: Public) -> bool:
    goal = int(milestone.value)
    if milestone.kind == "runs":
        return public.runs >= goal
    return public.metres >= goal * 1000


def number_of(milestone: Milestone) -> int:
    """A number that stands for the milestone in the id of a picker, whatever is rewarded later."""
    return int(milestone.value) * 2 + (milestone.kind == "distance")


def numbered(number: int) -> Milestone | None:
    """The rewarded milestone with that number, or None."""
    return next((one for one in REWARDED if number_of(one) == number), None)
