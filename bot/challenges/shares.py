"""What one member brought to a challenge, from their runs alone; pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.challenges.counting import Counted, count, is_kind, sums, window
from bot.challenges.kinds import kind_named
from bot.challenges.model import Challenge, Membership, Share
from bot.runs.model import Figures


@dataclass(frozen=True, slots=True)
class FirstDays:
    """When a member ran for the first time: of all runs, and of public ones."""

    ever: date | None = None
    public: date | None = None


def counts(challenge: Challenge, membership: Membership | None) -> bool:
    """Whether this member's runs count: who left is out, who never joined is in where everyone is."""
    if membership is not None and membership.left:
        return False
    joined = membership is not None and membership.joined_on is not None
    return joined or challenge.rules.everyone


def counted_in(
    challenge: Challenge, membership: Membership | None, runs: Iterable[Figures]
) -> list[Counted]:
    """The member's runs that count, with what the caps leave of each."""
    first, last = window(challenge, membership.joined_on if membership else None)
    return count(runs, challenge, first, last)


def share_of(
    challenge: Challenge,
    membership: Membership | None,
    runs: Sequence[Figures],
    first_days: FirstDays,
) -> Share | None:
    """The member's share, or None where nothing of theirs counts.

    `runs` are all of the member's from `since(challenge)` on, in any order; `first_days` matters only to
    kinds that look back.
    """
    if not counts(challenge, membership):
        return None
    counted, goal = _standing(challenge, membership, runs, first_days.ever)
    public, public_goal = counted, goal
    if first_days.public != first_days.ever or any(run.private for run in runs):
        public_runs = [run for run in runs if not run.private]
        public, public_goal = _standing(challenge, membership, public_runs, first_days.public)
    return share_with(counted, public, goal, public_goal)


def share_with(
    counted: int, public: int, goal: int | None, public_goal: int | None
) -> Share | None:
    """The share with these figures; None for one that says nothing."""
    return None if not counted and goal is None else Share(counted, public, goal, public_goal)


def _standing(
    challenge: Challenge,
    membership: Membership | None,
    runs: Sequence[Figures],
    first_ever: date | None,
) -> tuple[int, int | None]:
    kind = kind_named(challenge.kind)
    if kind.adds_up:
        first, last = window(challenge, membership.joined_on if membership else None)
        score = kind.score_of(sums(runs, challenge, first, last), challenge)
    else:
        score = kind.score(counted_in(challenge, membership, runs), challenge)
    back = kind.looks_back(challenge)
    before = sums(runs, challenge, *back) if back else {}
    return score, kind.goal_of(before, first_ever, challenge)


def since(challenge: Challenge) -> date:
    """The first day whose runs are counted, or looked back at."""
    back = kind_named(challenge.kind).looks_back(challenge)
    return back[0] if back else challenge.first


def matters_from(challenge: Challenge) -> date:
    """The first day on which a changed run may change a share: a kind that looks back asks for the first run ever."""
    return date.min if kind_named(challenge.kind).looks_back(challenge) else challenge.first


def matters(challenge: Challenge, day: date, kind: str | None) -> bool:
    """Whether a run of that day and kind may change a share."""
    if not matters_from(challenge) <= day <= challenge.last:
        return False
    # A first run ever is one of any kind.
    back = kind_named(challenge.kind).looks_back(challenge)
    return back is not None or is_kind(kind, challenge.rules)
